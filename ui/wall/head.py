"""The wall's first line: street, mode, shift, how old the data is, date and clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from commandcenter.services.views import Reference
from ui.band import FRESH, OLD
from ui.band_parts import Part
from ui.scale import NONE
from ui.wall.parts import GAP, HEAD, TEXT, WallText, show_mode
from ui.words import say

if TYPE_CHECKING:
    from ui.desk import OpenDesk

CLOCK = 64


class Head(QWidget):
    """Says what the desk's band says of the street, and of nobody."""

    def __init__(self, desk: OpenDesk, scale: float) -> None:
        """Empty until refer() and tick()."""
        super().__init__()
        self._desk = desk
        self._street, self._mark = WallText(HEAD, scale), WallText(TEXT, scale)
        self._mode, self._shift = WallText(HEAD, scale), WallText(TEXT, scale)
        self._age, self._date = WallText(TEXT, scale), WallText(TEXT, scale)
        self._clock = WallText(CLOCK, scale)
        row = QHBoxLayout(self)
        row.setContentsMargins(*NONE)
        row.setSpacing(round(GAP * scale) * 2)
        left = (self._street, self._mark, self._mode, self._shift)
        for part in left:
            row.addWidget(part)
        row.addStretch(1)
        for part in (self._age, self._date, self._clock):
            row.addWidget(part)

    def refer(self, reference: Reference) -> None:
        """The street's name, and whether it is a demonstration."""
        self._street.say(reference.street_name, bold=True)
        self._mark.say(say("演示") if reference.demo else "", "warning")
        self._mark.setVisible(reference.demo)

    def tick(self) -> None:
        """Say how it stands at this second."""
        desk = self._desk
        now = desk.context.now().astimezone(desk.context.clock.zone)
        days = say("周一,周二,周三,周四,周五,周六,周日").split(",")
        show_mode(self._mode, desk.mode.now)
        shift = desk.band.findChild(Part, "band_shift")
        self._shift.say(shift.text if shift is not None else "")
        self._date.say(f"{now:%m-%d} {days[now.weekday()]}", "dim")
        self._clock.say(f"{now:%H:%M:%S}", bold=True)
        self._show_age()

    def _show_age(self) -> None:
        """Old data says of when it is, in a warning colour and in words."""
        feed, zone = self._desk.feed, self._desk.context.clock.zone
        if feed.age < FRESH:
            self._age.say(say("数据 刚刚"), "dim")
        elif feed.age < OLD or feed.as_of is None:
            self._age.say(say("数据 {n} 秒前").format(n=int(feed.age)), "warning")
        else:
            at = f"{feed.as_of.astimezone(zone):%H:%M:%S}"
            self._age.say(say("数据截至 {at}").format(at=at), "danger", bold=True)
