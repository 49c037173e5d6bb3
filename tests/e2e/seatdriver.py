"""A desk in a process of its own that a test may kill: types, gives, or tells what is there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from commandcenter.app import open_center
from commandcenter.domain.case import Source
from commandcenter.domain.commands import ReportCase
from tests.fakes import PNG
from tests.server.rooms import WORD
from ui.app import make_application
from ui.arguments import Arguments, parse
from ui.desk import open_desk
from ui.remote.start import RemoteStart

TYPED = "Petrol runs into the drain"
LATER = "Wire hangs low"


class Driver:
    """Waits for the desk, then does its one deed and says so on stdout."""

    def __init__(self, deed: str) -> None:
        self.deed, self.desk, self.timer = deed, None, QTimer(interval=50)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def opened(self, desk: Any) -> None:
        self.desk = desk
        desk.window.resize(1366, 768)
        desk.window.show()
        desk.start()

    def look(self) -> None:
        if self.desk is None or self.desk.drafts is None:
            return
        done: Callable[[], bool] = getattr(self, f"_{self.deed}")
        if done():
            self.timer.stop()

    def _type(self) -> bool:
        self.desk.start_action("report.new")
        self.desk.intake.form.focus_field("words")
        QTest.keyClicks(self.desk.intake.form.words, TYPED)
        self.desk.intake.form.pictures.add(PNG)
        QTest.keyClicks(self.desk.intake.form.phone, "13812345678")
        return told("typed")

    def _tell(self) -> bool:
        form = self.desk.intake.form
        if form.pictures.waiting:
            return False
        draft, there = form.draft(), form.isVisible()
        return told(f"{draft.words}|{draft.phone}|{len(draft.pictures)}|{there}")

    def _unsent(self) -> bool:
        if "connected" not in self.__dict__ and self.desk.remote.connected:
            self.connected = told("ready")
        if "connected" not in self.__dict__ or self.desk.remote.connected:
            return False
        self.timer.stop()
        command = ReportCase(item="01-02", source=Source.WINDOW, words=LATER, place="here")
        self.desk.context.do(command, lambda receipt: told("kept"))
        return True


def told(text: str) -> bool:
    print(text, flush=True)
    return True


def log_in(start: RemoteStart, name: str) -> None:
    """As a person does: name and password by key."""
    login = start.login
    login.name.clear()
    QTest.keyClicks(login.name, name)
    login.password.insert(WORD)
    login.enter.click()


def main() -> None:
    deed, *words = sys.argv[1:]
    given: Arguments = parse(words)
    app = make_application("")
    driver = Driver(deed)
    if given.server:
        start = RemoteStart(given, app, driver.opened, app.quit)
        log_in(start, given.person)
    else:
        center = open_center(Path(given.folder))
        driver.opened(open_desk(center, settings_folder=given.folder, person=given.person))
    with suppress(KeyboardInterrupt):
        app.exec()


if __name__ == "__main__":
    main()
