"""People's data (domain.md section 10): apart from the journal, and gone without a trace."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from commandcenter.domain.case import CaseState, Source
from commandcenter.domain.commands import (
    AddNote,
    CloseCase,
    PurgeComplainant,
    RecordCallback,
    RefuseCase,
    ReportCase,
    RevealPhone,
)
from commandcenter.domain.ids import new_id
from commandcenter.domain.refusal import Refusal
from commandcenter.services.masking import mask_numbers, mask_phone
from commandcenter.services.views import (
    AskBeside,
    AskFind,
    AskPicture,
    AskReveals,
    RevealCount,
)
from commandcenter.storage.bigrams import grams
from commandcenter.storage.replay import differences
from commandcenter.storage.verify import verify
from tests import walks
from tests.fakes import PNG, Room, open_room
from tests.walks import refused

NAME, PHONE = "皇甫鹭瑶", "13926158743"
WORDS = "皇甫鹭瑶反映鹦鹉螺餐馆油烟熏翻阳台，电话13926158743"
NOTE = "鹭瑶女士住骊珠苑七栋"


def files(folder: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def traces(folder: Path, *secrets: str) -> list[str]:
    """Where any of the texts stands, in any file of the folder."""
    found = files(folder)
    return sorted({f"{Path(name).name}: {one}" for name, data in found.items()
                   for one in secrets if one.encode() in data})  # fmt: skip


def secrets_of(*texts: str) -> list[str]:
    """The texts and each of their search terms that no other text of the street could hold."""
    rare = {gram for text in texts for gram in grams(text)}
    public = set(grams("油烟污染 祠堂东街 餐馆 电话 反映 阳台"))
    return [*texts, *sorted(one for one in rare - public if len(one.encode()) >= 6)]


def complaint(room: Room, **more: object) -> str:
    return room.report(source=Source.HOTLINE, item="01-16", words=WORDS, caller_name=NAME,
                       caller_phone=PHONE, **more)  # fmt: skip


def worked(room: Room, picture: bytes) -> tuple[str, str]:
    """A complaint with notes, a reveal and a picture, worked to its end."""
    from commandcenter.domain.commands import Picture

    sha = room.desk.keep_picture(picture)
    case = walks.callback(room, item="01-16", words=WORDS, caller_name=NAME, caller_phone=PHONE)
    room.do(AddNote, "intake-1", case=case, words=NOTE, pictures=(Picture(sha256=sha),))
    room.do(RevealPhone, "lead-1", case=case, reason="call_back", words=NOTE)
    room.do(RecordCallback, "hotline-1", case=case, outcome="satisfied", words=NOTE)
    return case, sha


def test_a_purged_complainant_leaves_no_trace_and_the_chain_verifies(room: Room) -> None:
    picture = PNG + b"the yard of the complainant"
    case, sha = worked(room, picture)
    folder = room.center.folder
    secrets = secrets_of(NAME, PHONE, WORDS, NOTE)
    assert {line.split(": ")[1] for line in traces(folder, *secrets)} == set(secrets)
    assert any(picture in data for data in files(folder).values())
    room.do(PurgeComplainant, "admin-1", case=case, basis="request")
    assert traces(folder, *secrets) == []
    assert not any(b"the yard of the complainant" in data for data in files(folder).values())
    gone(room, case, sha)
    room.center.close()
    assert traces(folder, *secrets) == []


def gone(room: Room, case: str, sha: str) -> None:
    with room.center.database.read.begin() as connection:
        assert verify(connection, room.desk.street).good
        assert differences(connection, room.desk.street) == []
        assert connection.exec_driver_sql("SELECT count(*) FROM callers").scalar_one() == 0
        salts = connection.exec_driver_sql("SELECT salt FROM private WHERE body IS NULL")
        assert {row[0] for row in salts} == {None}
    view = room.view(case)
    assert (view.complainant, view.words) == (None, None)
    assert not any(line.words for line in view.story)
    assert room.desk.ask(AskFind(text=PHONE), "lead-1").lines == ()
    assert room.desk.ask(AskFind(text="鹦鹉螺"), "lead-1").lines == ()
    assert [one.id for one in room.desk.ask(AskFind(text="祠堂东街"), "lead-1").lines] == [case]
    assert room.desk.ask(AskFind(text="2025000001"), "lead-1").lines[0].id == case
    with pytest.raises(Refusal, match="no_such_picture"):
        room.desk.ask(AskPicture(case=case, sha256=sha), "lead-1")
    refused(room, "no_complainant", RevealPhone, "lead-1", case=case, reason="call_back")


def test_a_purge_that_a_crash_cut_short_is_finished_when_the_desk_opens(room: Room) -> None:
    picture = PNG + b"the yard of the complainant"
    case, sha = worked(room, picture)
    other = walks.closed(room)
    kept = room.view(other).pictures[0].sha256
    room.do(PurgeComplainant, "admin-1", case=case, basis="request")
    room.center.close()
    room.desk.pictures.path(sha).write_bytes(picture)  # as if nothing had come after the commit
    again = open_room(room.center.folder)
    assert not any(picture in data for data in files(room.center.folder).values())
    assert again.desk.pictures.read(kept)
    again.center.close()


def test_another_case_of_the_same_caller_and_picture_keeps_its_own(room: Room) -> None:
    from commandcenter.domain.commands import Picture

    case, sha = worked(room, PNG + b"shared")
    other = complaint(room, pictures=(Picture(sha256=sha),))
    room.do(PurgeComplainant, "admin-1", case=case, basis="request")
    assert room.desk.ask(AskPicture(case=other, sha256=sha), "lead-1") == PNG + b"shared"
    assert [one.id for one in room.desk.ask(AskFind(text=PHONE), "lead-1").lines] == [other]
    assert room.view(other).words == WORDS.replace(PHONE, "139****8743")


def test_nothing_is_purged_while_somebody_works_with_it(room: Room) -> None:
    inbox = complaint(room)
    refused(room, "case_still_open", PurgeComplainant, "admin-1", case=inbox, basis="request")
    filed = walks.filed(room)
    refused(room, "case_still_open", PurgeComplainant, "admin-1", case=filed, basis="request")
    room.do(RefuseCase, "intake-1", case=inbox, reason="not_ours", words="已答复")
    for who in ("lead-1", "auditor-1", "unit-police"):
        refused(room, "no_right", PurgeComplainant, who, case=inbox, basis="request")
    refused(room, "reason_missing", PurgeComplainant, "admin-1", case=inbox, basis="他要求的")
    room.do(PurgeComplainant, "admin-1", case=inbox, basis="request")


def test_the_journal_holds_no_words_names_or_numbers(room: Room) -> None:
    worked(room, PNG + b"x")
    case = walks.passed(room, words=WORDS)
    room.do(CloseCase, "lead-1", case=case)
    with room.center.database.read.begin() as connection:
        rows = connection.exec_driver_sql("SELECT data FROM journal WHERE seq > 1").all()
    held = "".join(row[0] for row in rows)
    for secret in (NAME, PHONE, "鹦鹉螺", "鹭瑶", "骊珠苑", "已清理干净", "权限单位已口头委托"):
        assert secret not in held
    assert room.case(case).state is CaseState.CLOSED


def test_a_caller_is_found_again_however_the_number_is_written(room: Room) -> None:
    case = complaint(room)
    for written in (PHONE, "139 2615 8743", "+86 139-2615-8743", "008613926158743"):
        asked = AskBeside(item=None, lon=None, lat=None, words="", phone=written)
        (one,) = room.desk.ask(asked, "intake-1").earlier
        assert (one.line.id, one.why) == (case, "phone")
    asked = AskBeside(item=None, lon=None, lat=None, words="", phone="13926158744")
    assert room.desk.ask(asked, "intake-1").earlier == ()
    with room.center.database.read.begin() as connection:
        stored = connection.exec_driver_sql("SELECT hash FROM callers").scalar_one()
    assert len(stored) == 64 and PHONE not in stored
    assert (room.center.folder / "street.key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13812345678", "138****5678"),
        ("020-84828888", "020****8888"),
        ("84828888", "******88"),
        ("110", "*10"),
        ("", ""),
        (None, None),
    ],
)
def test_masks(phone: str | None, masked: str | None) -> None:
    assert mask_phone(phone) == masked


def test_no_telephone_stands_in_the_words_while_the_callers_own_is_masked(room: Room) -> None:
    case = complaint(room, lon=113.4325, lat=22.95086)
    room.do(AddNote, "intake-1", case=case, words=f"再打 {PHONE} 联系")
    hidden = WORDS.replace(PHONE, "139****8743")
    view = room.view(case)
    assert view.words == hidden and view.story[-1].words == "再打 139****8743 联系"
    asked = AskBeside(item="01-16", lon=113.4325, lat=22.95086, words=WORDS, phone=None)
    (twin,) = room.desk.ask(asked, "intake-2").similar
    assert (twin.words, twin.likeness) == (hidden, 100.0)
    room.do(RevealPhone, "lead-1", case=case, reason="call_back", words=NOTE)
    assert room.view(case, "lead-1").words == WORDS
    assert room.view(case, "intake-2").words == hidden
    room.clock.pass_(minutes=11)
    assert room.view(case, "lead-1").words == hidden


@pytest.mark.parametrize(
    ("words", "masked"),
    [
        ("电话13812345678。", "电话138****5678。"),
        ("138 1234 5678或138-1234-5679", "138****5678或138****5679"),
        ("身份证440113199001011234", "身份证440113********1234"),
        ("44011319900101123X", "440113********123X"),
        ("网格440113120213002，2019-000231", "网格440113120213002，2019-000231"),
        ("约1500升，12345热线", "约1500升，12345热线"),
        ("楼栋440113120213002101", "楼栋440113120213002101"),  # a micro-grid has 18 digits too
        (None, None),
    ],
)
def test_numbers_in_words_are_masked_and_codes_are_not(
    words: str | None, masked: str | None
) -> None:
    assert mask_numbers(words) == masked


def test_a_retried_report_keeps_the_caller_once(room: Room) -> None:
    step = ReportCase(case=new_id(), item="01-02", source=Source.WINDOW, words=WORDS,
                      place="路口", caller_phone=PHONE)  # fmt: skip
    first, second = room.desk.do(step, "intake-1"), room.desk.do(step, "intake-1")
    assert (first.seq, first.subject) == (second.seq, second.subject)
    assert (first.again, second.again) == (False, True)
    with room.center.database.read.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM private").scalar_one() == 2


def test_the_auditor_sees_who_revealed_how_often_and_why(room: Room) -> None:
    case, other = complaint(room), complaint(room)
    for who, on, reason, words in (
        ("intake-1", case, "call_back", ""),  # took it in: the own case
        ("intake-1", other, "verify", ""),
        ("lead-1", case, "call_back", "领导要求核实"),
        ("lead-1", other, "call_back", "领导要求核实"),
    ):
        room.do(RevealPhone, who, case=on, reason=reason, words=words)
        room.clock.pass_(minutes=1)
    last = room.clock.at - timedelta(minutes=1)
    told = room.desk.ask(AskReveals(days=7), "auditor-1")
    assert told.since == room.clock.at - timedelta(days=7)
    assert told.lines[0] == RevealCount(
        person="lead-1", reason="call_back", count=2, outside=2, last=last
    )
    assert [(one.person, one.reason, one.count, one.outside) for one in told.lines[1:]] == [
        ("intake-1", "call_back", 1, 0),
        ("intake-1", "verify", 1, 0),
    ]
    assert PHONE not in str(told) and NAME not in str(told) and case not in str(told)
    for who in ("admin-1", "lead-1", "intake-1", "operator-1", "secretary-1"):
        with pytest.raises(Refusal, match="no_right"):
            room.desk.ask(AskReveals(), who)
    room.clock.pass_(days=8)
    assert room.desk.ask(AskReveals(days=7), "auditor-1").lines == ()
    with pytest.raises(Refusal, match="days_range"):
        room.desk.ask(AskReveals(days=0), "auditor-1")


def test_a_reveal_that_the_result_of_the_call_ended_is_counted_still(room: Room) -> None:
    worked(room, PNG + b"x")
    (line,) = room.desk.ask(AskReveals(), "auditor-1").lines
    assert (line.person, line.count, line.outside) == ("lead-1", 1, 1)


def test_what_reveals_and_what_does_not(room: Room) -> None:
    case = complaint(room)
    refused(room, "reason_unknown", RevealPhone, "intake-1", case=case, reason="curious")
    refused(room, "reveal_words", RevealPhone, "lead-1", case=case, reason="verify", words="看")
    refused(room, "not_on_behalf", RevealPhone, "intake-1", behalf="hotline-1", case=case,
            reason="verify")  # fmt: skip
    for who in ("unit-sanitation", "auditor-1", "admin-1", "supervisor-1", "leader-1"):
        refused(room, "no_right", RevealPhone, who, case=case, reason="verify")
    room.do(RevealPhone, "intake-1", case=case, reason="verify")
    shown, hidden = (room.view(case, who).complainant for who in ("intake-1", "intake-2"))
    assert (shown.phone, shown.open_until) == (PHONE, room.clock.at + timedelta(minutes=10))
    assert hidden.phone == "139****8743"
    room.clock.pass_(minutes=10)
    assert room.view(case, "intake-1").complainant.phone == "139****8743"
