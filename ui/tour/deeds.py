"""What happens elsewhere on a played day: steps of other people, given to the street's Desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from commandcenter.domain.case import Source
from commandcenter.domain.commands import (
    Command,
    DispatchCase,
    FileCase,
    GiveFeedback,
    Picture,
    Reason,
    RecordCheck,
    ReportCase,
    SendToCheck,
    SignTask,
)
from commandcenter.domain.task import TaskKind
from commandcenter.services.desk import Desk
from commandcenter.services.views import AskCase, CaseView
from ui.tour.props import photo_bytes

UNIT = "unit-sanitation"
CHECKER = "member-071"


class Deeds:
    """Gives commands at the present version of a case; Refusal goes through."""

    def __init__(self, desk: Desk) -> None:
        """On the street's own Desk."""
        self.desk = desk

    def do(self, kind: Callable[..., Command], who: str, /, **fields: Any) -> str:
        """Give one command; the id of what it is about."""
        if "case" in fields:
            fields.setdefault("seen", self.view(fields["case"]).case.version)
        return self.desk.do(kind(**fields), who).subject

    def view(self, case: str) -> CaseView:
        """The case now."""
        found: CaseView = self.desk.ask(AskCase(case=case), "lead-1")
        return found

    def reported(
        self, item: str, words: str, place: str, lon: float, lat: float, **more: Any
    ) -> str:
        """A report taken in; `lon`, `lat` are WGS 84."""
        given = {"source": Source.WINDOW, "words": words, "place": place, "lon": lon, "lat": lat}
        return self.do(ReportCase, "intake-1", item=item, **given | more)

    def filed(self, *about: Any, **more: Any) -> str:
        """A filed case."""
        case = self.reported(*about, **more)
        self.do(FileCase, "lead-1", case=case)
        return case

    def dispatched(self, *about: Any, **more: Any) -> str:
        """A case on its way to sanitation."""
        case = self.filed(*about, **more)
        reason = Reason(code="no_power", words="权限单位已口头委托")
        given = {"lead_unit": "sanitation", "kind": TaskKind.HANDLE, "reasons": (reason,)}
        self.do(DispatchCase, "dispatch-1", case=case, **given)
        return case

    def signed(self, *about: Any, **more: Any) -> str:
        """A case in progress at sanitation."""
        case = self.dispatched(*about, **more)
        (task,) = [one.id for one in self.view(case).tasks if one.role.value == "lead"]
        self.do(SignTask, UNIT, case=case, task=task)
        return case

    def callback(self, *about: Any, **more: Any) -> str:
        """A hotline case that is done and waits for its call-back."""
        case = self.signed(*about, **{"source": Source.HOTLINE} | more)
        shot = (Picture(sha256=self.desk.keep_picture(photo_bytes()), kind="after"),)
        self.do(GiveFeedback, UNIT, case=case, words="已清理干净", pictures=shot)
        self.do(SendToCheck, "intake-1", case=case, checker=CHECKER)
        self.do(RecordCheck, CHECKER, case=case, passed=True)
        return case
