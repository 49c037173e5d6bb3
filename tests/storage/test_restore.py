"""A backup comes back as it was; one that was touched does not; a drill finds what differs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.domain.commands import Picture
from commandcenter.domain.refusal import Refusal
from commandcenter.storage.backup import back_up, picture_in, reading
from commandcenter.storage.database import FILE, driver
from commandcenter.storage.manifest import NAME, Manifest, counted, read_manifest
from commandcenter.storage.migrate import HEAD
from commandcenter.storage.restore import drill, restore
from commandcenter.storage.whole import sha256_of
from tests import walks
from tests.fakes import PNG, Room, local, open_room

AT = local("2025-09-29 20:00")


@pytest.fixture
def backup(room: Room, tmp_path: Path) -> Path:
    """A backup of a room with a closed case, and one with two pictures."""
    walks.closed(room)
    kept = [Picture(sha256=room.desk.keep_picture(PNG + more)) for more in (b"", b"2")]
    walks.filed(room, pictures=tuple(kept))
    back_up(room.center.folder, tmp_path / "backup", AT)
    return tmp_path / "backup"


def forged(backup: Path, **other: object) -> None:
    """Write the manifest anew, in itself right, for the files as they are now."""
    old = json.loads((backup / NAME).read_text(encoding="utf-8"))["manifest"]
    files = {name: sha256_of(backup / name) for name in old["files"]}
    made = Manifest(**{**old, "lost": tuple(old["lost"]), "files": files, **other})
    (backup / NAME).write_text(made.text(), encoding="utf-8")


def change(backup: Path, *statements: str) -> None:
    """Change the copied database as one would who has the disk."""
    raw = driver().connect(str(backup / FILE), isolation_level=None)
    for one in statements:
        raw.execute(one)
    raw.close()


def refused(backup: Path, folder: Path, code: str) -> None:
    """The backup does not come back, and nothing is made of it."""
    with pytest.raises(Refusal) as said:
        restore(backup, folder, AT)
    assert said.value.code == code, said.value
    assert not folder.exists() and not list(folder.parent.glob(".*.part"))


def test_what_comes_back_is_the_street_and_goes_on(
    room: Room, backup: Path, tmp_path: Path
) -> None:
    found = restore(backup, tmp_path / "back", AT)
    assert (found.seq, found.pictures) == (walks.head(room), 2)
    again = open_room(tmp_path / "back")
    try:
        assert again.center.verify().head == found.hash
        assert again.center.differences() == []
        assert (
            again.center.folder.joinpath("street.key").read_bytes()
            == (room.center.folder / "street.key").read_bytes()
        )
        case = walks.filed(again)
        assert again.view(case).case.number is not None
        assert again.center.verify().entries > found.seq
    finally:
        again.center.close()


def test_it_goes_into_an_empty_folder_only(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    restore(backup, tmp_path / "empty", AT)
    with pytest.raises(Refusal, match="exists"):
        restore(backup, tmp_path / "empty", AT)


@pytest.mark.parametrize("name", [FILE, "street.key"])
@pytest.mark.parametrize("part", [0.0, 0.37, 0.999])
def test_one_changed_byte_in_a_file_is_refused(
    backup: Path, tmp_path: Path, name: str, part: float
) -> None:
    raw = bytearray((backup / name).read_bytes())
    raw[int(part * len(raw))] ^= 1
    (backup / name).write_bytes(raw)
    refused(backup, tmp_path / "back", "file_changed")


def test_one_changed_byte_anywhere_in_the_manifest_is_refused(backup: Path, tmp_path: Path) -> None:
    raw = (backup / NAME).read_bytes()
    for place in range(len(raw)):
        (backup / NAME).write_bytes(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])
        with pytest.raises(Refusal, match="manifest_bad"):
            read_manifest(backup)
    refused(backup, tmp_path / "back", "manifest_bad")


def pictures(backup: Path) -> list[Path]:
    return [path for path in (backup / "pictures").rglob("*") if path.is_file()]


def _touched(backup: Path) -> None:
    path = pictures(backup)[0]
    path.write_bytes(path.read_bytes()[:-1] + b"!")


def _exchanged(backup: Path) -> None:
    one, two = sorted(pictures(backup))
    first = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(first)


def _another(backup: Path) -> None:
    other = picture_in(backup, "ab" * 32)
    other.parent.mkdir(parents=True, exist_ok=True)
    other.write_bytes(PNG)


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (_touched, "file_changed"),
        (_another, "file_unknown"),
        (_exchanged, "file_changed"),
        (lambda backup: pictures(backup)[0].unlink(), "file_missing"),
        (lambda backup: (backup / "street.key").unlink(), "file_missing"),
        (lambda backup: (backup / "street.db-wal").write_bytes(b"x"), "file_unknown"),
        (lambda backup: (backup / NAME).unlink(), "no_backup"),
        (shutil.rmtree, "no_backup"),
    ],
)
def test_files_that_are_not_as_told_are_refused(
    backup: Path, tmp_path: Path, harm: Callable[[Path], None], code: str
) -> None:
    harm(backup)
    refused(backup, tmp_path / "back", code)


GUARDS = ("DROP TRIGGER journal_no_update", "DROP TRIGGER journal_no_delete")
BROKEN = {
    "altered": ("UPDATE journal SET who = 'x' WHERE seq = 3",),
    "dropped": ("DELETE FROM journal WHERE seq = 4",),
    "first dropped": ("DELETE FROM journal WHERE seq = 1",),
    "reordered": (
        "UPDATE journal SET seq = -4 WHERE seq = 4",
        "UPDATE journal SET seq = 4 WHERE seq = 5",
        "UPDATE journal SET seq = 5 WHERE seq = -4",
    ),
    "tail cut": ("DELETE FROM journal WHERE seq > 7",),
    "added": (
        "INSERT INTO journal SELECT street, 99, 'c', at, who, behalf, channel, happened_at,"
        " subject, kind, data, hash FROM journal WHERE seq = 5",
    ),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_chain_is_refused_though_the_manifest_was_made_anew(
    backup: Path, tmp_path: Path, how: str
) -> None:
    change(backup, *GUARDS, *BROKEN[how])
    forged(backup, counts=counts(backup))
    refused(backup, tmp_path / "back", "backup_bad")
    with pytest.raises(Refusal, match="backup_bad"):
        drill(backup, scratch=tmp_path)
    assert not list(tmp_path.glob("drill-*"))


def counts(backup: Path) -> dict[str, int]:
    """The copied database's rows as they are now."""
    with reading(backup / FILE) as connection:
        return counted(connection)


def test_a_tail_cut_with_its_head_is_shown_by_the_head_that_was_written_down(
    backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = read_manifest(backup)
    raw = driver().connect(str(backup / FILE))
    (short,) = raw.execute("SELECT hash FROM journal WHERE seq = 7").fetchone()
    raw.close()
    change(
        backup, *GUARDS, "DELETE FROM journal WHERE seq > 7",
        f"UPDATE chain_head SET seq = 7, hash = '{short}'",
    )  # fmt: skip
    forged(backup, seq=7, hash=short, counts=counts(backup))
    words = ["restore", "--from", str(backup), "--data", str(tmp_path / "back"), "--head"]
    assert main([*words, f"{printed.seq}:{printed.hash}"]) == 1
    assert "the end was cut off" in capsys.readouterr().err
    assert not (tmp_path / "back").exists()
    with pytest.raises(SystemExit):
        main([*words, "nonsense"])
    with pytest.raises(Refusal, match="head_unknown"):
        drill(backup, scratch=tmp_path, known=(7, printed.hash))
    assert drill(backup, scratch=tmp_path, known=(7, short)).differences  # rows are ahead of it


@pytest.mark.parametrize("other", [{"seq": 3}, {"hash": "0" * 64}, {"street": "1"},
                                   {"counts": {"cases": 1}}, {"schema": "0001"},
                                   {"pictures": 3}, {"picture_bytes": 1}])  # fmt: skip
def test_a_manifest_that_tells_of_another_street_is_refused(
    backup: Path, tmp_path: Path, other: dict[str, object]
) -> None:
    forged(backup, **other)
    refused(backup, tmp_path / "back", "backup_bad")


def test_a_backup_with_another_streets_key_is_neither_made_nor_brought_back(
    room: Room, tmp_path: Path
) -> None:
    room.report(caller_phone="13800005678")
    back_up(room.center.folder, tmp_path / "backup", AT)
    for key in (room.center.folder / "street.key", tmp_path / "backup" / "street.key"):
        key.write_bytes(key.read_bytes()[::-1])
    with pytest.raises(Refusal, match="street_key_other"):
        back_up(room.center.folder, tmp_path / "again", AT)
    assert not (tmp_path / "again").exists()
    forged(tmp_path / "backup")
    refused(tmp_path / "backup", tmp_path / "back", "street_key_other")


def test_a_file_of_a_later_program_is_refused(backup: Path, tmp_path: Path) -> None:
    change(backup, "UPDATE alembic_version SET version_num = '9999'")
    forged(backup, schema="9999")
    assert HEAD < "9999"
    refused(backup, tmp_path / "back", "schema_newer")


def test_sessions_do_not_come_back(room: Room, tmp_path: Path) -> None:
    with room.center.database.write.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO sessions VALUES (?, 'token', 'lead-1', 1, 9999999999999999)",
            (room.desk.street,),
        )
    back_up(room.center.folder, tmp_path / "backup", AT)
    restore(tmp_path / "backup", tmp_path / "back", AT)
    raw = driver().connect(str(tmp_path / "back" / FILE))
    assert raw.execute("SELECT count(*) FROM sessions").fetchone() == (0,)
    raw.close()


def test_a_drill_tells_its_figures_and_leaves_nothing(
    backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    words = ("restore", "--drill", "--from", str(backup), "--scratch", str(scratch))
    assert main(words) == 0
    out = capsys.readouterr().out
    assert f"{read_manifest(backup).seq} entries" in out and "2 pictures" in out
    assert "the rows are what the journal tells" in out
    assert list(scratch.iterdir()) == []


def test_a_drill_finds_a_row_that_the_journal_does_not_tell(
    backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(backup, "UPDATE cases SET urged = 7")
    forged(backup)
    assert main(("restore", "--drill", "--from", str(backup), "--scratch", str(tmp_path))) == 1
    assert "/urged" in capsys.readouterr().err
    assert not list(tmp_path.glob("drill-*"))


def test_the_command_line_says_what_is_wrong_and_its_code(
    backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(("restore", "--from", str(backup))) == 2
    assert "--drill" in capsys.readouterr().err
    assert main(("restore", "--from", str(backup), "--data", str(tmp_path / "back"))) == 0
    assert "signs in again" in capsys.readouterr().out
    assert main(("restore", "--from", str(backup), "--data", str(tmp_path / "back"))) == 2
    assert main(("restore", "--from", str(tmp_path / "back"), "--data", str(tmp_path / "x"))) == 1
    assert "no backup here" in capsys.readouterr().err
