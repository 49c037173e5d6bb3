"""Asking before anything is opened: shows the window, waits for the answer, remembers it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.arguments import Arguments
from ui.first.choice import Choice, chosen, save
from ui.first.window import FirstWindow
from ui.palette import theme_named
from ui.theme import apply


def ask_first(
    app: QApplication, given: Arguments, choice: Choice, folder: Path
) -> Arguments | None:
    """The arguments with what was chosen, remembered in that config folder; None if nothing was."""
    apply(app, theme_named(given.theme))
    window = FirstWindow(choice)
    found: list[Choice] = []
    window.chosen.connect(found.append)
    window.chosen.connect(lambda _: app.quit())
    window.closed.connect(app.quit)
    stays = app.quitOnLastWindowClosed()
    app.setQuitOnLastWindowClosed(False)
    window.show()
    app.exec()  # a loop of its own would not hear the signal that ends the program
    window.close()
    window.deleteLater()
    app.setQuitOnLastWindowClosed(stays)
    if not found:
        return None
    try:
        save(folder, found[0])
    except OSError as trouble:  # it opens all the same, and asks again next time
        print(f"{folder}: {trouble}", file=sys.stderr)
    return chosen(given, found[0])
