"""The map as a widget: batched deltas out over QWebChannel, clicks back in as signals."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.map.bridge import Batch, Bridge, Row
from ui.map.page import cached_page
from ui.map.scheme import NAME, ROOT, Interceptor, MapScheme
from ui.map.words import map_words
from ui.scale import NONE

if TYPE_CHECKING:
    from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
    from PySide6.QtWebEngineWidgets import QWebEngineView

Pixel = Callable[[float | None, float | None], None]

BATCH_MS = 100
SHEET = {
    "dark": "#10161d",
    "light": "#dfe4e9",
    "dark-high": "#000000",
    "light-high": "#ffffff",
}
"""The page's ground before it has painted, by the theme's name."""


class MapView(QWidget):
    """A live map of grids, roads, cases and teams; all coordinates are lon, lat in WGS 84.

    The web engine is made after start() and the first show. Every call may be made before
    the page is ready: it is held, and sent in one batch.
    """

    ready = Signal()
    case_clicked = Signal(str)
    grid_clicked = Signal(str)
    spot_clicked = Signal(str)
    home_clicked = Signal(str)
    place_asked = Signal(float, float, str)
    touched = Signal()

    def __init__(self, parent: QWidget | None = None, cache: Path | None = None) -> None:
        """Without `cache`, a folder for the composed page, folium runs at every start."""
        super().__init__(parent)
        self.cache = cache
        self._started = self._greeted = self._ready = False
        self._edition, self._scale = 0, 1.0
        self._sketch = False
        self._theme = "dark"
        self._ground: Row | None = None
        self._batch = Batch()
        self._questions: dict[str, Pixel] = {}
        self._script_errors: list[str] = []
        self._web: QWebEngineView | None = None
        self._profile: QWebEngineProfile | None = None
        self._guard: Interceptor | None = None
        self._scheme: MapScheme | None = None
        self._bridge = self._make_bridge()
        self._timer = QTimer(self, singleShot=True, interval=BATCH_MS)
        self._timer.timeout.connect(self._flush)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*NONE)
        self.setAutoFillBackground(True)
        self.setMinimumSize(160, 120)
        self.set_theme("dark")

    @property
    def is_ready(self) -> bool:
        """True once the page runs and the ground is drawn."""
        return self._ready

    def start(self) -> None:
        """Allow the web engine to be made: at once if the widget is visible, else when shown."""
        self._started = True
        self._make_if_due()

    def stop(self) -> None:
        """Take the web engine down, the page before its profile; the widget stays, empty."""
        self._timer.stop()
        self._started = self._greeted = self._ready = False
        if self._web is None or self._profile is None:
            return
        self._web.page().deleteLater()
        self._web.deleteLater()
        self._profile.deleteLater()  # deferred deletes run in this order
        self._web = self._profile = self._scheme = None

    def set_ground(
        self,
        grids: list[Row],
        roads: list[Row],
        outline: list[list[list[float]]],
        sketch: bool,
    ) -> None:
        """Set or replace what lies still.

        grids: {code, name, kind, community, ring: [[lon, lat], ...]}, a code may come again for
        another part of the same grid; roads: {name, line: [[lon, lat], ...]}; outline: rings.
        sketch shows a note that nothing was surveyed.
        """
        self._ground = {"/grids.json": grids, "/roads.json": roads, "/outline.json": outline}
        self._edition += 1
        self._sketch = sketch
        self._serve_ground()
        self._say(ground={"edition": self._edition, "sketch": sketch})

    def set_scale(self, scale: float) -> None:
        """Draw everything so many times larger, for eyes far away and no hand; before start()."""
        self._scale = scale
        self._say(far=True)

    def set_theme(self, theme: str) -> None:
        """Dress the map for a theme by its name; raises KeyError for one that SHEET has not."""
        ground = QColor(SHEET[theme])
        self._theme = theme
        palette = self.palette()
        palette.setColor(self.backgroundRole(), ground)
        self.setPalette(palette)
        if self._web is not None:
            self._web.page().setBackgroundColor(ground)
        self._say(theme=theme)

    def upsert_cases(self, rows: list[Row]) -> None:
        """Show or change cases: {id, number, lon, lat, lamp, level, label, state}.

        lamp is green, yellow, red or none; level "urgent" gets a thick ring; number, label and
        state are words for the screen.
        """
        self._batch.change("cases", rows)
        self._soon()

    def remove_cases(self, ids: Iterable[str]) -> None:
        """Take cases off the map."""
        self._batch.remove("cases", ids)
        self._soon()

    def upsert_teams(self, rows: list[Row]) -> None:
        """Show or move teams: {id, name, lon, lat, status, label}.

        status (free, assigned, signed, en_route, on_scene, rest, off) picks the shape, label is
        its word.
        """
        self._batch.change("teams", rows)
        self._soon()

    def remove_teams(self, ids: Iterable[str]) -> None:
        """Take teams off the map."""
        self._batch.remove("teams", ids)
        self._soon()

    def show_marks(self, kind: str, rows: list[Row], gone: Iterable[str]) -> None:
        """Show, change and take away marks of the layers.

        "spots": {id, kind, name, note, lon, lat}, kind shelter or danger; "homes" (buildings to
        evacuate): {id, name, note, count, refused, lon, lat}.
        """
        self._batch.change(kind, rows)
        self._batch.remove(kind, gone)
        self._soon()

    def set_layers(self, layers: dict[str, bool]) -> None:
        """Which of shelters, dangers and evacuation are seen."""
        self._say(layers=layers)

    def set_drill(self, on: bool) -> None:
        """Write 演练 over the whole map, or do not."""
        self._say(drill=on)

    def colour_grids(self, loads: dict[str, Row]) -> None:
        """Set {code: {lamp, count}}: count fills by share, a red lamp hatches the border."""
        self._batch.lamps.update(loads)
        self._soon()

    def select_case(self, case_id: str | None, centre: bool = True) -> None:
        """Ring a case (None: no case); centre moves the map unless a hand has taken it over."""
        self._say(case={"id": case_id, "centre": centre})
        self._flush()

    def select_grid(self, code: str | None) -> None:
        """Outline a grid (None: no grid)."""
        self._say(grid={"code": code})
        self._flush()

    def show_candidates(self, rows: list[Row]) -> None:
        """Draw lines {team_id, rank} from the selected case to teams; an empty list clears."""
        self._say(candidates=rows)
        self._flush()

    def show_plan(self, rows: list[Row]) -> None:
        """Draw a line from each case to its team: {case_id, team_id, number, ticked, marked}.

        While there is a plan it stands instead of the candidates; an empty list clears.
        """
        self._say(plan=rows)
        self._flush()

    def follow(self) -> None:
        """Let the map move by itself again and go back to the selected case or the ground."""
        self._say(follow=True)
        self._flush()

    def pixel_of(self, case_id: str, callback: Pixel) -> None:
        """Call back with the marker's pixel in this widget (None, None if there is no such case).

        Everything said before is drawn first; the answer waits until the map stands still.
        """
        token = str(len(self._questions) + 1)
        while token in self._questions:
            token += "+"
        self._questions[token] = callback
        if self._greeted:
            self._flush()
            self._bridge.asked.emit(token, case_id)
        else:
            self._bridge.greeted.connect(
                lambda: self._bridge.asked.emit(token, case_id),
                Qt.ConnectionType.SingleShotConnection,
            )

    def blocked_requests(self) -> list[str]:
        """Addresses outside the own scheme that the page asked for, none of them fetched."""
        return list(self._guard.blocked) if self._guard else []

    def script_errors(self) -> list[str]:
        """Errors the page's script has thrown so far."""
        return list(self._script_errors)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the engine on the first show after start()."""
        super().showEvent(event)
        self._make_if_due()

    def changeEvent(self, event: QEvent) -> None:
        """Send the words again when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say(words=map_words())

    def _make_bridge(self) -> Bridge:
        bridge = Bridge(self)
        bridge.greeted.connect(self._on_hello)
        bridge.loaded.connect(self._on_loaded)
        bridge.answered.connect(self._on_answer)
        bridge.case_clicked.connect(self.case_clicked)
        bridge.grid_clicked.connect(self.grid_clicked)
        bridge.spot_clicked.connect(self.spot_clicked)
        bridge.home_clicked.connect(self.home_clicked)
        bridge.place_asked.connect(self.place_asked)
        bridge.touched.connect(self.touched)
        return bridge

    def _make_if_due(self) -> None:
        if self._started and self._web is None and self.isVisible():
            self._make_web()

    def _make_web(self) -> None:
        from PySide6.QtWebEngineWidgets import QWebEngineView

        self._web = QWebEngineView(self)
        self._web.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        page = self._make_page(self._web)
        self._web.setPage(page)
        self._web.setZoomFactor(self._scale)
        self._layout.addWidget(self._web)
        self.setFocusProxy(self._web)
        self._serve_ground()
        page.load(QUrl(f"{ROOT}index.html"))

    def _make_page(self, owner: QObject) -> QWebEnginePage:
        from PySide6.QtWebChannel import QWebChannel
        from PySide6.QtWebEngineCore import QWebEngineProfile, QWebEngineSettings

        from ui.map.guarded import GuardedPage

        self._profile = QWebEngineProfile(self)  # without a name: off the record
        self._scheme = MapScheme(lambda: cached_page(self.cache), self._profile)
        self._profile.installUrlSchemeHandler(NAME, self._scheme)
        self._guard = Interceptor(self)
        self._profile.setUrlRequestInterceptor(self._guard)
        page = GuardedPage(self._profile, self._guard.blocked, owner)
        page.script_failed.connect(self._script_errors.append)
        focus = QWebEngineSettings.WebAttribute.FocusOnNavigationEnabled
        page.settings().setAttribute(focus, False)
        page.setBackgroundColor(QColor(SHEET[self._theme]))
        channel = QWebChannel(page)
        channel.registerObject("bridge", self._bridge)
        page.setWebChannel(channel)
        return page

    def _serve_ground(self) -> None:
        if self._scheme is not None and self._ground is not None:
            for path, value in self._ground.items():
                self._scheme.put(path, value)

    def _say(self, **words: Any) -> None:
        self._batch.words.update(words)
        self._soon()

    def _soon(self) -> None:
        if self._greeted and not self._timer.isActive():
            self._timer.start()

    def _flush(self) -> None:
        if self._greeted and (text := self._batch.take()):
            self._bridge.delta.emit(text)

    def _on_hello(self) -> None:
        self._greeted = True
        self._batch.words.setdefault("theme", self._theme)
        self._batch.words.setdefault("ground", {"edition": self._edition, "sketch": self._sketch})
        self._say(words=map_words())
        self._flush()

    def _on_loaded(self, edition: int) -> None:
        if edition == self._edition and not self._ready:
            self._ready = True
            if self._web is not None and (inner := self._web.focusProxy()) is not None:
                inner.setAccessibleName(self.accessibleName())
            self.ready.emit()

    def _on_answer(self, token: str, pixel: str) -> None:
        callback = self._questions.pop(token, None)
        x, y = json.loads(pixel) or (None, None)
        if callback is not None:
            callback(x, y)
