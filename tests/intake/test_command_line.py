"""The command line: plain sentences, honest exit codes, never a traceback for wrong input."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app import open_center
from commandcenter.sentences import SENTENCES, WHY, say
from commandcenter.storage.database import FILE, driver

ROOT = Path(__file__).resolve().parents[2]
BOSTON = ROOT / "resources" / "mappings" / "boston.toml"
TABLE = "cases-boston/boston311_2011q3.csv"


@pytest.fixture(scope="module")
def some(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of 200 cases, a row of rubbish at its end."""
    with (shared_data / TABLE).open("rb") as file:
        lines = [file.readline() for _ in range(201)]
    found = tmp_path_factory.mktemp("some") / "some.csv"
    found.write_bytes(b"".join(lines) + b"rubbish\n")
    return found


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    return code, out, err


def test_a_table_is_imported_once_and_told_in_numbers(
    capsys: pytest.CaptureFixture[str], some: Path, tmp_path: Path
) -> None:
    words = ("import", "cases", some, "--mapping", BOSTON, "--data", tmp_path / "street")
    code, out, _ = run(capsys, *words)
    assert code == 0
    assert "201 rows read = 200 cases + 0 known + 1 quarantined" in out
    assert "列数不对" in out and "wrong number of columns" in out
    code, out, _ = run(capsys, *words)
    assert (code, "0 cases + 200 known + 1 quarantined" in out) == (0, True)
    code, out, _ = run(capsys, "verify", "--data", tmp_path / "street", "--rows")
    assert code == 0
    assert "201 entries" in out and "the rows are what the journal tells" in out


def test_boundaries_are_told_with_their_reasons(
    capsys: pytest.CaptureFixture[str], shared_data: Path, tmp_path: Path
) -> None:
    street, geo = tmp_path / "street", shared_data / "geo"
    file = geo / "beijing-xicheng-streets.geojson"
    code, out, _ = run(capsys, "import", "boundaries", file, "--data", street)
    assert code == 0
    assert "15 areas read = 15 accepted (15 of them written) + 0 set aside" in out
    shifted = geo / "beijing-core-districts-gcj02.geojson"
    code, _, err = run(capsys, "import", "boundaries", shifted, "--data", street)
    assert (code, "GCJ-02" in err) == (1, True)
    words = ("import", "boundaries", shifted, "--data", street, "--force-datum")
    code, out, _ = run(capsys, *words)
    assert (code, "环自相交" in out, "0 accepted" in out) == (0, True, True)


def test_the_simulator_plays_without_a_window(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    street = tmp_path / "street"
    code, out, _ = run(capsys, "simulate", "--data", street, "--seed", 4, "--events", 40)
    told = re.search(r"(\d+) entries made", out)
    made = int(told[1]) if told else 0  # the last moment's steps are all made
    assert (code, 40 <= made < 50) == (0, True)
    code, out, _ = run(capsys, "verify", "--data", street, "--rows")
    found = re.search(r"(\d+) entries", out)
    kept = int(found[1]) if found else 0  # the founding, and what the desk's own clock wrote
    assert (code, made < kept <= made + 5) == (0, True)


def test_the_simulator_writes_no_time_to_come_unless_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = ("--data", tmp_path / "street", "--events", 15)
    open_center(tmp_path / "street").close()
    code, out, _ = run(capsys, "simulate", *words)
    assert (code, "--ahead" in out) == (0, True)
    code, out, _ = run(capsys, "simulate", *words, "--ahead")
    assert (code, "15 entries made" in out, "--ahead" in out) == (0, True, False)


def test_a_changed_entry_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    street = tmp_path / "street"
    run(capsys, "simulate", "--data", street, "--events", 20)
    raw = driver().connect(street / FILE)
    raw.execute("DROP TRIGGER journal_no_update")
    raw.execute("UPDATE journal SET who = 'nobody' WHERE seq = 7")
    raw.commit()
    raw.close()
    code, _, err = run(capsys, "verify", "--data", street)
    assert code == 1
    assert "entry 7 is the first bad one" in err


def test_beside_a_running_desk_one_reads_but_never_writes(
    capsys: pytest.CaptureFixture[str], some: Path, tmp_path: Path
) -> None:
    center = open_center(tmp_path / "street", program="the desk of the test")
    before = center.desk.changes(0).seq
    data = ("--data", tmp_path / "street")
    try:
        for words in (
            ("import", "cases", some, "--mapping", BOSTON),
            ("import", "boundaries", some),
            ("simulate", "--events", 5),
        ):
            code, _, err = run(capsys, *words, *data)
            assert code == 3
            assert "the desk of the test" in err
        assert run(capsys, "verify", *data)[0] == 0
        code, out, _ = run(capsys, "head", *data)
        assert (code, f"{before} " in out) == (0, True)
        assert center.desk.changes(0).seq == before
    finally:
        center.close()


def test_wrong_input_is_told_in_a_sentence(
    capsys: pytest.CaptureFixture[str], some: Path, tmp_path: Path
) -> None:
    street, nowhere = ("--data", tmp_path / "street"), tmp_path / "nowhere"
    mapped = ("--mapping", BOSTON)
    odd = tmp_path / "odd.toml"
    odd.write_text('name = "x"\ncolour = "red"\n', encoding="utf-8")
    no_folder = tmp_path / "file"
    no_folder.write_text("here is a file")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / FILE).write_bytes(b"no database at all" * 300)
    for words, expected in (
        (("verify", "--data", nowhere), 1),
        (("head", "--data", nowhere), 1),
        (("verify", "--data", tmp_path / "broken"), 1),
        (("import", "cases", nowhere, *mapped, *street), 1),
        (("import", "cases", some, "--mapping", odd, *street), 2),
        (("import", "cases", some, "--mapping", nowhere, *street), 2),
        (("import", "boundaries", nowhere, *street), 1),
        (("import", "boundaries", some, *street), 1),
        (("import", "cases", some, *mapped, "--data", no_folder), 1),
    ):
        code, out, err = run(capsys, *words)
        assert (code, out) == (expected, ""), words
        assert err.count("\n") == 1


@pytest.mark.parametrize(
    "words", [[], ["fly"], ["verify"], ["simulate", "--data", "x", "--events", "0"]]
)
def test_wrong_words_exit_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_it_runs_as_a_module(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "commandcenter", "verify", "--data", str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 1
    assert "没有数据" in done.stderr.decode()


def test_every_sentence_has_two_languages() -> None:
    assert all(len(pair) == 2 and all(pair) for pair in (*SENTENCES.values(), *WHY.values()))
    assert say("reason", count=2, why=("甲", "a")) == "2 行：甲 / 2 rows: a"
