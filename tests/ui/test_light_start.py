"""What a desk of its own does not load before its queue is there: each costs the start its time."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    *("websockets", "cryptography", "starlette", "uvicorn", "requests"),
    *("numpy", "scipy", "shapely", "pyqtgraph", "rapidfuzz", "pypinyin"),
    *("lxml", "docx", "xlsxwriter", "python_calamine", "folium", "psycopg"),
    *("ui.line.engine", "ui.line.bar", "ui.manual.panel", "ui.wall.window"),
    *("ui.panels.intake", "ui.panels.dispatch", "ui.panels.step", "ui.panels.find"),
    *("commandcenter.server", "commandcenter.seat", "commandcenter.vault"),
    *("commandcenter.services.founding", "commandcenter.services.own_street"),
    *("commandcenter.services.demo", "commandcenter.geo.demo", "commandcenter.intake"),
    *("commandcenter.storage.verify", "alembic", "holidays", "statistics"),
    *("sqlalchemy.dialects.postgresql", "PySide6.QtMultimedia", "PySide6.QtDataVisualization"),
)
SAYS = "import sys, ui.desk, commandcenter.app; print('\\n'.join(sys.modules))"


def test_what_is_wanted_later_comes_later() -> None:
    said = subprocess.run([sys.executable, "-c", SAYS], capture_output=True, text=True, check=True)
    loaded = said.stdout.split()
    early = [one for one in loaded if any(one == it or one.startswith(f"{it}.") for it in HEAVY)]
    assert "ui.desk" in loaded and not early
