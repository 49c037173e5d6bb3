"""Reports up by the line: the oldest owed as it is drafted now, in other words, or nil."""

from __future__ import annotations

from commandcenter.domain.commands import SendReport
from commandcenter.domain.emergency import Emergency, Slot
from commandcenter.services.emergency_views import AskReportDraft, ReportDraft
from ui.actions.fields import words
from ui.line.deeds.base import Deed, Take
from ui.line.deeds.calls import DESK
from ui.line.grammar import Reading
from ui.line.meaning import WAITING, Meaning, Place
from ui.line.telling import say
from ui.words.mode_texts import owed_text, report_text


class Report(Deed):
    """报送, or 报送：文字: what a person wrote goes as it stands, else the draft."""

    name, page, by = "mode.report", "mode.reports", DESK
    text, tells = "报送", "报送现在应报的一份：不写文字就报草稿，“：”后面写的照写的报。"
    nil = False

    def stands(self, place: Place) -> str:
        return "" if place.mode.owed and _of(place) else say("现在没有应报的报告")

    def read(self, reading: Reading, place: Place) -> Meaning:
        emergency, owed = _of(place), place.mode.owed
        assert emergency is not None and owed is not None
        taken = self.take((words(text="内容"),), reading, place)
        if isinstance(taken, Meaning):
            return taken
        head = f"{self.label} {owed_text(owed, place.room().now)}"
        said = str(taken.values["words"]).strip()
        if self.nil or said:
            return self._given(said, head, taken, emergency, owed)
        if place.written():
            text = say("上报页里有改过的内容：Ctrl+Enter 到那里报，或在“：”后写")
            return taken.wrong(text)
        asked = AskReportDraft(emergency=emergency.id)
        draft = place.sources.told("draft", asked)
        if draft is None:
            failed = place.sources.failed(asked)
            return taken.wrong(say("现在查不到")) if failed else WAITING
        assert isinstance(draft, ReportDraft)
        names = {key: one.short for key, one in place.staff.teams.items()}
        text = report_text(draft, emergency, owed, names, place.room().zone)
        shown = text.partition("\n")[2].replace("\n", " ")
        return self._given(text, f"{head} · {shown}", taken, emergency, owed)

    def _given(
        self, text: str, told: str, taken: Take, emergency: Emergency, owed: Slot
    ) -> Meaning:
        said = str(taken.values["words"]).strip()
        shown = told if not said else " · ".join((told, said[:SHOWN]))
        command = SendReport(emergency=emergency.id, slot=owed.id, words=text, nil=self.nil)
        return taken.ready(shown, command)


class Nil(Report):
    """零报告: nothing has happened."""

    name = "mode.nil"
    text, tells = "零报告", "没有情况：现在应报的一份作零报告。"
    nil = True


SHOWN = 60
"""Characters of the own words that the line says again."""


def _of(place: Place) -> Emergency | None:
    """What goes on, else what is released and owes its final report."""
    return place.mode.emergency or place.mode.closing
