"""What a switch changes, as a small table in words: setting, before, after."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from commandcenter.services.emergency_views import SwitchPreview
from ui.palette import colours
from ui.words import word
from ui.words.mode_texts import held_text, settings


class SettingsLabel(QLabel):
    """Before and after of every setting; what stays the same is dim."""

    def __init__(self) -> None:
        """Empty until show_change()."""
        super().__init__(wordWrap=True)
        self.setObjectName("mode.settings")
        self._told: SwitchPreview | None = None
        self._teams: Mapping[str, str] = {}

    def show_change(
        self, told: SwitchPreview | None, teams: Mapping[str, str] | None = None
    ) -> None:
        """Show what would change; None shows nothing. `teams` are their names by id."""
        self._told, self._teams = told, self._teams if teams is None else teams
        self.setText("" if told is None else _page(told, self._teams))

    def dress(self) -> None:
        """Take the colours in force."""
        self.show_change(self._told)


def _page(told: SwitchPreview, teams: Mapping[str, str]) -> str:
    before, after = settings(told.before, teams), settings(told.after, teams)
    rows = "".join(_row(name, before[name], after[name]) for name in after)
    held = f"<b>{escape(held_text(told))}</b>"
    confirm = escape(" / ".join(word(one) for one in told.confirm))
    who = _t("确认：%1").replace("%1", f"<b>{confirm}</b>")
    return f"<table cellspacing=0 cellpadding=1>{rows}</table>{held} · {who}"


def _row(name: str, before: str, after: str) -> str:
    same = before == after
    dim, text = colours().dim, colours().text
    ink = dim if same else text
    change = escape(after) if same else f"{escape(before)} → <b>{escape(after)}</b>"
    return (
        f'<tr><td style="color:{dim}">{escape(name)}&nbsp;&nbsp;</td>'
        f'<td style="color:{ink}">{change}</td></tr>'
    )


def _t(text: str) -> str:
    return QCoreApplication.translate("ModeSettings", text)
