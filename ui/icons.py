"""Icons by meaning: a table from what is meant to a glyph of Material Design Icons."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ui.glyphs import glyph_icon
from ui.palette import colours

GLYPHS: dict[str, tuple[str, str]] = {
    # meaning: (glyph of mdi6, colour token of the theme)
    "app": ("monitor-dashboard", "accent"),
    "panel.queue": ("format-list-bulleted", "dim"),
    "panel.map": ("map", "dim"),
    "panel.roster": ("account-group", "dim"),
    "panel.case": ("file-document", "dim"),
    "panel.intake": ("phone-in-talk", "dim"),
    "panel.dispatch": ("send", "dim"),
    "assign": ("call-split", "dim"),
    "panel.find": ("magnify", "dim"),
    "panel.charts": ("chart-line", "dim"),
    "panel.handover": ("account-switch", "dim"),
    "panel.duty": ("calendar-clock", "dim"),
    "print": ("printer", "text"),
    "copy": ("content-copy", "text"),
    "evacuation": ("exit-run", "warning"),
    "replay": ("movie-open-play", "warning"),
    "step.back": ("skip-previous", "text"),
    "step.next": ("skip-next", "text"),
    "panel.help": ("keyboard", "dim"),
    "panel.messages": ("message-text", "dim"),
    "case": ("file-document", "text"),
    "case.reported": ("inbox-arrow-down", "text"),
    "case.verifying": ("account-search", "text"),
    "case.rejected": ("cancel", "dim"),
    "case.merged": ("call-merge", "dim"),
    "case.filed": ("file-sign", "text"),
    "case.dispatched": ("send", "text"),
    "case.in_progress": ("progress-wrench", "accent"),
    "case.suspended": ("pause-circle", "warning"),
    "case.escalated": ("arrow-up-bold-circle", "warning"),
    "case.feedback": ("clipboard-text-clock", "accent"),
    "case.checking": ("clipboard-check", "accent"),
    "case.callback": ("phone", "accent"),
    "case.closed": ("check-circle", "ok"),
    "case.void": ("delete-outline", "dim"),
    "case.overdue": ("clock-alert", "danger"),
    "case.urgent": ("alert-decagram", "urgent"),
    "case.reopened": ("restore", "warning"),
    "lamp.green": ("circle", "lamp_green"),
    "lamp.yellow": ("triangle", "lamp_yellow"),
    "lamp.red": ("octagon", "lamp_red"),
    "lamp.none": ("circle-outline", "lamp_none"),
    "level.urgent": ("alert-decagram", "urgent"),
    "level.simple": ("run-fast", "text"),
    "level.general": ("file-document", "dim"),
    "level.complex": ("hexagon-outline", "warning"),
    "team": ("account-group", "text"),
    "team.free": ("account-check", "ok"),
    "team.assigned": ("send", "accent"),
    "team.signed": ("file-sign", "accent"),
    "team.en_route": ("car-emergency", "accent"),
    "team.on_scene": ("map-marker-check", "warning"),
    "team.rest": ("coffee", "dim"),
    "team.off": ("account", "dim"),
    "officer": ("account", "text"),
    "officer.certificate": ("certificate", "text"),
    "officer.expired": ("certificate", "danger"),
    "officer.recorder": ("video", "text"),
    "unit": ("home", "text"),
    "vehicle": ("car-emergency", "text"),
    "task.assigned": ("send", "text"),
    "task.signed": ("file-sign", "accent"),
    "task.en_route": ("car-emergency", "accent"),
    "task.on_scene": ("map-marker-check", "warning"),
    "task.done": ("check-circle", "ok"),
    "task.declined": ("cancel", "danger"),
    "task.recalled": ("undo", "dim"),
    "report.new": ("file-plus", "accent"),
    "report": ("inbox-arrow-down", "text"),
    "verify": ("account-search", "text"),
    "reject": ("cancel", "text"),
    "merge": ("call-merge", "text"),
    "duplicate": ("call-merge", "warning"),
    "file": ("file-sign", "text"),
    "dispatch": ("send", "accent"),
    "recall": ("swap-horizontal", "text"),
    "sign": ("file-sign", "text"),
    "arrive": ("map-marker-check", "text"),
    "update": ("pen", "text"),
    "feedback": ("clipboard-text-clock", "text"),
    "check": ("clipboard-check", "text"),
    "check.pass": ("check-circle", "ok"),
    "check.fail": ("close-octagon", "danger"),
    "callback": ("phone", "text"),
    "close": ("archive-lock", "text"),
    "reopen": ("restore", "text"),
    "void": ("delete-outline", "text"),
    "correct": ("pen", "text"),
    "note": ("note-text", "text"),
    "attach": ("paperclip-plus", "text"),
    "undo": ("undo", "text"),
    "urge": ("bell-ring", "warning"),
    "supervise": ("bullhorn", "warning"),
    "suspend": ("pause-circle", "text"),
    "resume": ("play-circle", "text"),
    "extend": ("calendar-clock", "text"),
    "return": ("arrow-left-bold-circle", "text"),
    "request": ("hand-back-right", "warning"),
    "request.approve": ("check-circle", "ok"),
    "request.refuse": ("cancel", "danger"),
    "whistle": ("whistle", "warning"),
    "escalate": ("arrow-up-bold-circle", "text"),
    "docket": ("folder-lock", "text"),
    "password": ("key-variant", "text"),
    "seizure": ("lock", "warning"),
    "handover.emergency": ("ambulance", "urgent"),
    "picture": ("image", "text"),
    "picture.add": ("image-plus", "text"),
    "camera": ("camera", "text"),
    "phone": ("phone", "text"),
    "reveal": ("eye", "warning"),
    "law": ("scale-balance", "text"),
    "law.block": ("gavel", "danger"),
    "law.warning": ("scale-balance", "warning"),
    "law.ok": ("shield-check", "ok"),
    "place": ("map-marker", "text"),
    "place.pick": ("crosshairs-gps", "text"),
    "grid": ("grid", "text"),
    "layers": ("layers", "text"),
    "clock": ("clock-outline", "text"),
    "time.left": ("timer-sand", "text"),
    "stale": ("timer-sand", "warning"),
    "alarm": ("bell-ring", "urgent"),
    "alarm.off": ("bell", "dim"),
    "shift": ("badge-account", "text"),
    "person.switch": ("account-switch", "text"),
    "mode": ("shield-check", "ok"),
    "mode.emergency": ("shield-alert", "urgent"),
    "drill": ("flag-checkered", "warning"),
    "plan": ("clipboard-list-outline", "dim"),
    "star": ("star", "accent"),
    "find": ("magnify", "text"),
    "filter": ("filter", "text"),
    "sort": ("sort-clock-ascending", "text"),
    "save": ("content-save", "text"),
    "export": ("export", "text"),
    "import": ("import", "text"),
    "refresh": ("refresh", "text"),
    "cancel": ("close", "text"),
    "theme": ("theme-light-dark", "text"),
    "layout": ("view-dashboard", "text"),
    "popout": ("open-in-new", "text"),
    "wall": ("monitor-multiple", "text"),
    "help": ("help-circle-outline", "text"),
    "manual": ("book-open-variant", "dim"),
    "keys": ("keyboard", "text"),
    "settings": ("cog", "text"),
    "message.info": ("information", "accent"),
    "message.refusal": ("hand-back-right", "warning"),
    "message.warning": ("alert", "warning"),
    "message.bug": ("bug", "danger"),
}


@cache
def icon(meaning: str, colour: str | None = None) -> QIcon:
    """The icon of a meaning; `colour` is a token such as "lamp_red", or #rrggbb.

    It is drawn when painted and follows the theme. Raises KeyError for an unknown meaning.
    Kept for good: the collector may free an icon's engine before the icon, which then crashes.
    """
    glyph, token = GLYPHS[meaning]
    return QIcon(_Glyph(glyph, colour or token))


class _Glyph(QIconEngine):
    """Draws a glyph in the colour that its token has at that moment."""

    def __init__(self, glyph: str, colour: str) -> None:
        super().__init__()
        self._glyph, self._colour = glyph, colour

    def clone(self) -> QIconEngine:
        return _Glyph(self._glyph, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        shade = _shade(self._colour, mode is QIcon.Mode.Disabled)
        drawn = glyph_icon(self._glyph, shade)
        drawn.paint(painter, rect, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal, state)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made


def _shade(colour: str, disabled: bool) -> str:
    if disabled:
        return colours().lamp_none
    return colour if colour.startswith("#") else QColor(colours().colour(colour)).name()


class IconBox(QWidget):
    """Shows the icon of a meaning, 16 pixels wide, in the colours in force."""

    def __init__(self, meaning: str, parent: QWidget | None = None) -> None:
        """Raises KeyError for an unknown meaning."""
        super().__init__(parent)
        self.setFixedSize(16, 16)
        self.set_meaning(meaning)

    def set_meaning(self, meaning: str) -> None:
        """Show another icon; raises KeyError for an unknown meaning."""
        self._icon = icon(meaning)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._icon.paint(QPainter(self), self.rect())
