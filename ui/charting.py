"""The charts and the queue put together: a figure that is opened lists exactly its cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.models.chart_part import Part

if TYPE_CHECKING:
    from ui.desk import OpenDesk


def say(text: str) -> str:
    """A word of the charts in the language of the screen."""
    return QCoreApplication.translate("Charts", text)


class Charting:
    """A fitting: the queue shows what a chart counts until Esc; the keyboard stays where it is."""

    def __init__(self, desk: OpenDesk) -> None:
        """From now on a chart's figure can be listed."""
        self._desk = desk
        desk.charts.listed.connect(self.show)

    def show(self, part: Part | None, words: str) -> None:
        """Only the cases of this part in the queue; all of them for None."""
        bar = self._desk.queue.bar
        if part is None:
            if bar.chosen.part:
                bar.clear()
            return
        bar.set_part(str(part), words)
        self._desk.window.panel("queue").show()
        many = self._desk.queue.model.rowCount()
        told = say("队列列出 {n} 件 · {what} · Esc 取消").format(n=many, what=words)
        self._desk.context.say("info", told)
