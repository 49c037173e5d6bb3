"""What a place tells beside the form, and what is wrong with a field, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QWidget

from commandcenter.services.views import PlaceFacts
from ui.context import DeskContext
from ui.palette import colours
from ui.words import clock_text, listed, names_of, time_left, word


class FactsLabel(QLabel):
    """Grid, community, members on shift; level and due time once the item is chosen."""

    def __init__(self, desk: DeskContext, parent: QWidget) -> None:
        """Hidden until there is a place."""
        super().__init__(parent)
        self.setObjectName("intake.facts")
        self.setWordWrap(True)
        self._desk = desk
        self._facts: PlaceFacts | None = None
        self._with_due = False
        self.hide()

    def show_facts(self, facts: PlaceFacts | None, with_due: bool) -> None:
        """Show these facts; the due time only when it belongs to a chosen item."""
        self._facts, self._with_due = facts, with_due
        self.setVisible(facts is not None)
        if facts is not None:
            self.setText("<br>".join(self._lines(facts)))

    def wait(self) -> None:
        """A place was picked of which nothing is known yet."""
        self._facts = None
        self.setText(self.tr("位置已取，所在网格正在查"))
        self.show()

    def give_up(self) -> None:
        """It is not looked up any more: say so, where nothing was told."""
        if self._facts is None:
            self.setText(
                _marked(self.tr("▲ 位置已取，所在网格没有查到；重选位置可再查，也可照常受理"))
            )

    def _lines(self, facts: PlaceFacts) -> list[str]:
        names = names_of(self._desk.reference)
        if facts.grid is None:
            return [_marked(self.tr("▲ 这里不在任何网格内，请核对位置"))]
        ground = " · ".join(names[one] for one in (facts.grid, facts.community) if one in names)
        people = listed(names.get(one, one) for one in facts.members[:3])
        staff = self.tr("在岗网格员 %1").replace("%1", people)
        if not people:
            staff = _marked(self.tr("▲ 无网格员在岗"))
        due = [self._due_text(facts)] if self._with_due and facts.due else []
        return [f"{ground}　{staff}", *due]

    def _due_text(self, facts: PlaceFacts) -> str:
        assert facts.due is not None
        now = self._desk.now()
        due = clock_text(facts.due, now, self._desk.clock.zone)
        text = self.tr("%1 · 此刻立案应于 %2 前办结（%3）")
        text = text.replace("%1", word(facts.level)).replace("%2", due)
        text = text.replace("%3", time_left(now, facts.due))
        return text + (self.tr("，该年调休表未导入，暂定") if facts.provisional else "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_facts", None):
            self.show_facts(self._facts, self._with_due)


def fault_text(code: str) -> str:
    """The sentence for a fault of the draft."""
    sentences = {
        "phone_pattern": "电话不像号码：手机 11 位，座机带区号",
        "time_pattern": "时间写成 09:20 或 07-11 09:20",
        "time_ahead": "转派时间不能在将来",
        "words_missing": "请记下来电内容，或加一张图片",
        "words_long": "来电内容最多 2000 字",
        "item_missing": "请选事项：输入编码、名称或拼音首字母",
        "place_missing": "请填地点：地址、路名、社区或网格码，或在地图上点",
        "place_long": "地点最多 200 字",
    }
    return QCoreApplication.translate("IntakeForm", sentences[code])


def _marked(text: str) -> str:
    return f'<span style="color:{colours().warning}">{text}</span>'
