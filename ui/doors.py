"""The doors of a desk, a field and a line each: the ways to what is not open at start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ui.band import Band
from ui.context import DeskContext
from ui.door import Door
from ui.manual.door import ManualDoor
from ui.panels.admin_door import AdminDoor
from ui.panels.alarms_door import AlarmsDoor
from ui.panels.assign_door import AssignDoor
from ui.panels.callback_door import CallbackDoor
from ui.panels.duty_door import DutyDoor
from ui.panels.evacuation_door import EvacuationDoor
from ui.panels.form_doors import DispatchDoor, FindDoor, IntakeDoor, StepDoor
from ui.panels.handover_door import HandoverDoor
from ui.panels.joint_door import JointDoor
from ui.panels.map import MapPanel
from ui.panels.mode_door import ModeDoor
from ui.panels.pictures_door import PicturesDoor
from ui.panels.plans_door import PlansDoor
from ui.panels.tiers_door import TiersDoor
from ui.panels.whistles_door import WhistlesDoor
from ui.replay.door import ReplayDoor
from ui.window import DeskWindow


@dataclass(frozen=True, slots=True)
class Doors:
    """Each by the name of its panel."""

    intake: IntakeDoor
    dispatch: DispatchDoor
    step: StepDoor
    find: FindDoor
    admin: AdminDoor
    plans: PlansDoor
    evacuation: EvacuationDoor
    duty: DutyDoor
    handover: HandoverDoor
    mode: ModeDoor
    replay: ReplayDoor
    callback: CallbackDoor
    whistles: WhistlesDoor
    tiers: TiersDoor
    assign: AssignDoor
    joint: JointDoor
    pictures: PicturesDoor
    manual: ManualDoor
    alarms: AlarmsDoor

    def by_name(self) -> dict[str, Door]:
        """All of them."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


NAMES = tuple(one.name for one in fields(Doors))


def open_doors(
    window: DeskWindow,
    desk: DeskContext,
    ask: Callable[[Any, str], Any],
    cache: Path,
    band: Band,
    map_: MapPanel,
) -> Doors:
    """The doors in a window whose docks stand; `ask` is Desk.ask, for threads of their own."""
    intake = IntakeDoor(window, desk)
    doors = Doors(
        intake=intake,
        dispatch=DispatchDoor(window, desk, map_),
        step=StepDoor(window, desk),
        find=FindDoor(window, desk),
        admin=AdminDoor(window, desk),
        plans=PlansDoor(window, desk, ask),
        evacuation=EvacuationDoor(window, desk, map_, intake.place_at),
        duty=DutyDoor(window, desk),
        handover=HandoverDoor(window, desk, band),
        mode=ModeDoor(window, desk, band),
        replay=ReplayDoor(window, desk, ask, cache),
        callback=CallbackDoor(window, desk),
        whistles=WhistlesDoor(window, desk),
        tiers=TiersDoor(window, desk),
        assign=AssignDoor(window, desk, map_),
        joint=JointDoor(window, desk),
        pictures=PicturesDoor(window, desk),
        manual=ManualDoor(window, desk),
        alarms=AlarmsDoor(window, desk, band),
    )
    doors.plans.replay_wanted.connect(doors.replay.show_emergency)
    return doors
