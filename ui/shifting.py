"""The panels of shifts and emergencies, and their doors: keys, menu entries, room in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ui.band import Band
from ui.context import DeskContext
from ui.panels.duty import DutyPanel
from ui.panels.duty_door import DutyDoor
from ui.panels.evacuation import EvacuationPanel
from ui.panels.evacuation_door import EvacuationDoor
from ui.panels.handover import HandoverPanel
from ui.panels.handover_door import HandoverDoor
from ui.panels.mode import ModePanel
from ui.panels.mode_door import ModeDoor
from ui.panels.plans import PlansPanel
from ui.panels.plans_door import PlansDoor
from ui.replay.door import ReplayDoor
from ui.replay.panel import ReplayPanel
from ui.window import DeskWindow


def shift_panels(desk: DeskContext, ask: Callable[[Any, str], Any], cache: Path) -> dict[str, Any]:
    """The panels by name; `ask` is Desk.ask for what reads in a thread of its own."""
    return {
        "plans": PlansPanel(desk, ask),
        "duty": DutyPanel(desk),
        "evacuation": EvacuationPanel(desk),
        "handover": HandoverPanel(desk),
        "mode": ModePanel(desk),
        "replay": ReplayPanel(desk, ask, cache),
    }


@dataclass(frozen=True, slots=True)
class ShiftDoors:
    """How each of them is opened, put away, and heard beyond its dock."""

    plans: PlansDoor
    evacuation: EvacuationDoor
    duty: DutyDoor
    handover: HandoverDoor
    mode: ModeDoor
    replay: ReplayDoor


def shift_doors(
    window: DeskWindow, desk: DeskContext, panels: dict[str, Any], band: Band
) -> ShiftDoors:
    """Open the ways to the panels; they stand in the window's docks already."""
    doors = ShiftDoors(
        plans=PlansDoor(window, panels["plans"]),
        evacuation=EvacuationDoor(window, panels, desk.mode),
        duty=DutyDoor(window, panels["duty"]),
        handover=HandoverDoor(window, panels["handover"], band),
        mode=ModeDoor(window, panels["mode"], band, desk),
        replay=ReplayDoor(window, panels["replay"]),
    )
    panels["plans"].records.replay_wanted.connect(doors.replay.show_emergency)
    return doors
