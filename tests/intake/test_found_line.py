"""The verbs `found` and `import grids`: what they print; what is refused leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app import FILE, open_center
from commandcenter.services.views import AskTables
from tests.storage.postgres import OWNER, Cluster

OWN = ("--name", "市桥街道", "--code", "440113001", "--lead", "李明")
SHEET = """社区编码,社区名称,网格编码,网格名称
440113001001,大南社区,440113001001001,大南一格
440113001001,大南社区,440113001001002,大南二格
440113002001,别的街道,,
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    found = tmp_path / "网格.csv"
    found.write_bytes(SHEET.encode("gb18030"))
    return found


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return code, out, err


def grids(folder: Path) -> list[str]:
    center = open_center(folder)
    try:
        return [one.id for one in center.desk.ask(AskTables(), "admin-1").grids]
    finally:
        center.close()


def test_a_street_is_founded_with_its_ground_and_says_who_may_log_in(
    capsys: pytest.CaptureFixture[str], sheet: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    code, out, err = run(capsys, "found", *OWN, "--ground", sheet, "--data", folder)
    assert (code, err) == (0, "")
    assert "市桥街道 (440113001) is founded" in out and "2 accepted, 1 set aside" in out
    assert "别的街道" in out and "lead-1" in out and "admin-1" in out
    assert grids(folder) == ["440113001001001", "440113001001002"]
    code, out, _ = run(capsys, "verify", "--data", folder, "--rows")
    assert (code, "the rows are what the journal tells" in out) == (0, True)


def test_a_folder_with_a_street_is_not_founded_again(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    assert run(capsys, "found", *OWN, "--data", folder)[0] == 0
    before = (folder / FILE).read_bytes()
    code, out, err = run(capsys, "found", *OWN, "--data", folder)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert (folder / FILE).read_bytes() == before


def test_what_is_wrong_is_said_in_a_sentence_and_founds_nothing(
    capsys: pytest.CaptureFixture[str], sheet: Path, tmp_path: Path
) -> None:
    folder, rubbish = tmp_path / "own", tmp_path / "rubbish.csv"
    rubbish.write_text("a,b\n1,2\n", "utf-8")
    foreign = tmp_path / "foreign.csv"
    foreign.write_text(SHEET.splitlines()[0] + "\n440113002001,别的街道,,\n", "utf-8")
    for words, expected in (
        (("--name", "市桥街道", "--code", "440113"), 2),
        (("--name", " ", "--code", "440113001"), 2),
        ((*OWN, "--administrator", "李明"), 2),
        ((*OWN, "--ground", tmp_path / "nowhere.csv"), 1),
        ((*OWN, "--ground", rubbish), 1),
        ((*OWN, "--ground", foreign), 1),
    ):
        code, out, err = run(capsys, "found", *words, "--data", folder)
        assert (code, out, err.count("\n")) == (expected, "", 1), (words, err)
        assert not (folder / FILE).exists(), words


def test_a_street_is_founded_in_a_database(
    capsys: pytest.CaptureFixture[str], postgres: Cluster, tmp_path: Path
) -> None:
    name = postgres.make()
    words = ("--data", tmp_path / "own", "--database", postgres.url(name, OWNER))
    assert run(capsys, "found", *OWN, *words)[0] == 0
    assert not (tmp_path / "own" / FILE).exists() and (tmp_path / "own" / "street.key").exists()
    code, out, err = run(capsys, "found", *OWN, *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    postgres.drop(name)


def test_grids_come_later_too_and_the_same_sheet_changes_nothing(
    capsys: pytest.CaptureFixture[str], sheet: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    run(capsys, "found", *OWN, "--data", folder)
    for _ in range(2):
        code, out, err = run(capsys, "import", "grids", sheet, "--data", folder)
        assert (code, err) == (0, "")
        assert "2 accepted, 1 set aside" in out and "440113002001" in out
        assert grids(folder) == ["440113001001001", "440113001001002"]
    code, out, err = run(capsys, "import", "grids", tmp_path / "none.csv", "--data", folder)
    assert (code, out, err.count("\n")) == (1, "", 1)
    center = open_center(folder, program="the desk of the test")
    try:
        code, _, err = run(capsys, "import", "grids", sheet, "--data", folder)
        assert (code, "the desk of the test" in err) == (3, True)
    finally:
        center.close()
