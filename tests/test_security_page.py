"""The threat table: every row names a test that is there."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def rows() -> list[list[str]]:
    """The cells of the table's rows."""
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_every_test_of_the_threat_table_is_there() -> None:
    found = rows()
    assert len(found) > 15 and all(len(cells) == 4 and all(cells) for cells in found)
    for *_, named in found:
        folder = ROOT
        for name in named.split(", "):
            path = ROOT / name if "/" in name else folder / name  # a bare name: beside the last
            assert path.is_file() and path.name.startswith("test_"), name
            folder = path.parent
