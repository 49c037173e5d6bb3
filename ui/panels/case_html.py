"""Pieces of text for the case panel: safe, small, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo
from html import escape

from commandcenter.domain.clock import Lamp, lamp
from ui import words
from ui.keyring import keyed
from ui.palette import colours

SHAPES = {Lamp.GREEN: "●", Lamp.YELLOW: "▲", Lamp.RED: "■"}
"""A shape doubles each lamp's colour."""


def dim(text: str) -> str:
    """Secondary text."""
    return f'<span style="color:{colours().dim}">{escape(text)}</span>'


def strong(text: str, token: str = "text") -> str:
    """Text that matters, in the colour of a token."""
    return f'<b style="color:{colours().colour(token).name()}">{escape(text)}</b>'


def tinted(text: str, token: str) -> str:
    """Text in the colour of a token."""
    return f'<span style="color:{colours().colour(token).name()}">{escape(text)}</span>'


def link(action: str, part: str, text: str) -> str:
    """A link that starts an action on a part of the case; its delivered key is as chosen."""
    return (
        f'<a href="do:{escape(action)}:{escape(part)}" '
        f'style="color:{colours().accent};text-decoration:none">{escape(keyed(text, action))}</a>'
    )


def heading(text: str) -> str:
    """The title of a section."""
    return f'<p style="margin:6px 0 1px 0;color:{colours().dim}"><small>{escape(text)}</small></p>'


def line(*parts: str) -> str:
    """One paragraph of ready parts."""
    return f'<p style="margin:1px 0 2px 0">{" ".join(part for part in parts if part)}</p>'


def page(parts: Iterable[str]) -> str:
    """A whole text."""
    return "".join(part for part in parts if part)


def wall(at: datetime | None, now: datetime, zone: tzinfo) -> str:
    """10:02 on the day that is today there, else 07-11 10:02; "" for none."""
    if at is None:
        return ""
    local = at.astimezone(zone)
    same = local.date() == now.astimezone(zone).date()
    return local.strftime("%H:%M" if same else "%m-%d %H:%M")


def lamp_text(
    name: str, due: datetime | None, yellow: datetime | None, now: datetime, zone: tzinfo
) -> str:
    """全案 ● 今天 11:05 到期 剩 0:42; "" without a clock."""
    if due is None:
        return ""
    shown = lamp(now, due, yellow or due)
    when = words.clock_text(due, now, zone) + words.say(" 到期 ")
    mark = f"{SHAPES[shown]} {words.word(shown)}"
    left = words.time_left(now, due)
    return f"{dim(name)} {tinted(mark, f'lamp_{shown.value}')} {escape(when)}{strong(left)}"
