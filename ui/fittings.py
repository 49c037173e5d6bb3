"""What is fitted to a desk's window and is no panel: a line each.

A fitting is made with the OpenDesk when its docks and doors stand. What it has of load(board),
apply(changes), refer(reference), sits(), set_theme(colours), closing() and stop() is called with
the panels' (ui/hearing.py); its keys come from the table of the desk's own actions (ui/menus.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.again import AskAgain
from ui.charting import Charting
from ui.composing import FieldGuard
from ui.cramped import Cramped
from ui.done import DoneLine
from ui.ears import Ears
from ui.guide.fitting import Guide
from ui.keymap import KeyMap
from ui.language import Language
from ui.layouts import Layouts
from ui.line.fitting import CommandLine
from ui.looks import Looks
from ui.patience import Patience
from ui.popout import PopOuts
from ui.queue_keys import QueueKeys
from ui.tidy import Tidy
from ui.wall.fitting import Wall

if TYPE_CHECKING:
    from ui.desk import OpenDesk


def fit(desk: OpenDesk) -> dict[str, Any]:
    """The fittings of this desk by their names."""
    fitted = {
        "tidy": Tidy(desk),
        "again": AskAgain(desk),
        "ears": Ears(desk),
        "looks": Looks(desk),
        "cramped": Cramped(desk),
        "charting": Charting(desk),
        "guard": FieldGuard(desk.window),
        "language": Language(desk),
        "views": QueueKeys(desk),
        "done": DoneLine(desk),
        "line": CommandLine(desk),
        "guide": Guide(desk),
        "patience": Patience(desk),
    }
    popouts = PopOuts(desk)  # it and the layouts know the docks that stand by now
    return {
        **fitted,
        "popouts": popouts,
        "layouts": Layouts(desk, popouts),
        "wall": Wall(desk),
        "keys": KeyMap(desk),  # the last: it knows every action
    }
