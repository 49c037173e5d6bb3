"""`python -m tests.ui.firstpress KEY WORDS`: the desk whose first question is answered by a key."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtTest import QTest

from ui import app
from ui.arguments import parse
from ui.first import ask
from ui.first.window import FirstWindow

KEY = Qt.Key[sys.argv[1]]


class Pressed(FirstWindow):
    """The question itself; a key comes as soon as it is shown."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        print("asked", file=sys.stderr, flush=True)
        QTimer.singleShot(0, self, lambda: QTest.keyClick(self, KEY))


ask.FirstWindow = Pressed
sys.exit(app.run(parse(sys.argv[2:])))
