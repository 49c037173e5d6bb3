"""Starting at a server: the login window first, then the same desk as at home."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from commandcenter.seat import RemoteCenter, open_seat
from commandcenter.services.views import Reference
from ui import kept
from ui.arguments import Arguments
from ui.desk import open_desk
from ui.palette import theme_named
from ui.remote.desk import RemoteOpenDesk
from ui.remote.login import ask_who
from ui.theme import apply


class RemoteStart(QObject):
    """Asks who it is, then shows the desk; `opened` gets it, `ended` when nobody logs in."""

    def __init__(
        self,
        given: Arguments,
        app: QObject,
        opened: Callable[[RemoteOpenDesk], None],
        ended: Callable[[], None],
    ) -> None:
        """Shows the login window; Refusal('plain_http'|'wire') for a bad address."""
        super().__init__()
        self._given, self._opened, self._ended = given, opened, ended
        self.center: RemoteCenter = open_seat(given.server, given.pin or None, given.folder)
        self.desk: RemoteOpenDesk | None = None
        memory = kept.load(given.folder)
        apply(app, theme_named(given.theme or memory.theme))
        name = given.person or memory.person
        self.login = ask_who(self.center.desk, given.server, name, self._enter, self._end)

    def close(self) -> None:
        """Close what is open."""
        self.login.close()
        self.login.deleteLater()
        if self.desk is not None:
            self.desk.close()
        else:
            self.center.close()

    def _enter(self, person: str, reference: object) -> None:
        assert isinstance(reference, Reference)
        made = open_desk(
            self.center,
            settings_folder=self._given.folder,
            person=person,
            theme=self._given.theme,
            reference=reference,
            kind=RemoteOpenDesk,
        )
        assert isinstance(made, RemoteOpenDesk)
        self.desk = made
        self._opened(made)

    def _end(self) -> None:
        if self.desk is None:
            self._ended()
