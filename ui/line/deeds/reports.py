"""Reports up by the line: the oldest owed in own words or nil; the draft is read in its page."""

from __future__ import annotations

from commandcenter.domain.commands import SendReport
from commandcenter.domain.emergency import Emergency
from ui.actions.fields import words
from ui.line.deeds.base import Deed
from ui.line.deeds.calls import DESK
from ui.line.grammar import Reading
from ui.line.meaning import Meaning, Place
from ui.line.telling import joined, say
from ui.words.mode_texts import owed_text


class Report(Deed):
    """报送：文字 sends what was written; bare 报送 opens the page, where the draft is read."""

    name, page, by = "mode.report", "mode.reports", DESK
    text, tells = "报送", "报送现在应报的一份：“：”后面写的照写的报；不写文字就到上报页看草稿。"
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
        if not said and not self.nil:
            text = joined((head, say("到上报页看过再报")))
            return Meaning(text, "text", call="form", **taken.more)
        if not said and place.written():
            text = say("上报页里有改过的内容：Ctrl+Enter 到那里报，或在“：”后写")
            return taken.wrong(text)
        command = SendReport(emergency=emergency.id, slot=owed.id, words=said, nil=self.nil)
        return taken.ready(joined((head, said[:SHOWN])), command)


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
