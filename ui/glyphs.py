"""QtAwesome with the one font we draw from, and without the second copy of Qt it asks qtpy for."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import PySide6
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtGui import QIcon

PREFIX = "mdi6"


def _lean_qtpy() -> None:
    """Let PySide6's own modules stand for qtpy's, unless somebody has loaded those already.

    qtpy's copy every class of Qt by a star import, which costs each start of the desk 0.09 s.
    """
    if "qtpy" in sys.modules:
        return
    lean = ModuleType("qtpy", __doc__)
    names: dict[str, Any] = {"QtCore": QtCore, "QtGui": QtGui, "QtWidgets": QtWidgets}
    for name, module in names.items():
        setattr(lean, name, module)
        sys.modules[f"qtpy.{name}"] = module
    lean.PYSIDE_VERSION = PySide6.__version__  # type: ignore[attr-defined]
    sys.modules["qtpy"] = lean


_lean_qtpy()
import qtawesome  # noqa: E402  (it asks for qtpy)
from qtawesome.iconic_font import IconicFont  # noqa: E402

_font: list[IconicFont] = []


def glyph_icon(name: str, colour: str) -> QIcon:
    """An icon of Material Design Icons in #rrggbb; raises an exception for an unknown name."""
    if not _font or not qtawesome.has_valid_font_ids(_font[0]):
        bundled = (one for one in qtawesome._BUNDLED_FONTS if one[0] == PREFIX)
        _font[:] = [IconicFont(*bundled)]
    return _font[0].icon(f"{PREFIX}.{name}", color=colour)
