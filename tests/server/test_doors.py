"""What the server refuses at its doors: strangers, floods, great bodies, older seats."""

from __future__ import annotations

import http.client
import json
import os
import socket
import stat
from contextlib import ExitStack
from pathlib import Path

import pytest

from commandcenter.domain.commands import AddNote, SetPassword
from commandcenter.domain.refusal import Refusal
from commandcenter.server.client import RemoteDesk
from commandcenter.server.http import Address
from commandcenter.server.limits import Limits, Rate
from commandcenter.server.registry import PROTOCOL
from commandcenter.server.serve import Server, Standing
from commandcenter.server.tls import certificate_of, new_certificate
from commandcenter.services import views as v
from commandcenter.services.chart_views import AskCharts
from tests.fakes import Room
from tests.server.rooms import WORD, seat, serving, until

FIRST = {"X-Desk-Protocol": str(PROTOCOL), "Content-Type": "application/json"}


def send(standing: Standing, method: str, path: str, body: bytes = b"", **headers: str):
    """Status and refusal of a bare request."""
    port = int(standing.url.rsplit(":", 1)[1])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    connection.request(method, path, body, FIRST | named)
    answer = connection.getresponse()
    data = json.loads(answer.read())
    connection.close()
    return answer.status, data.get("refusal", {}).get("code"), data


def code_of(call, *given, **named) -> str:
    """The code of the refusal."""
    with pytest.raises(Refusal) as said:
        call(*given, **named)
    return said.value.code


def test_nothing_without_a_session(standing: Standing) -> None:
    for method, path in (
        ("POST", "/do"), ("POST", "/ask"), ("GET", "/board"), ("GET", "/changes"),
        ("PUT", "/picture"), ("GET", "/picture"), ("POST", "/logout"),
    ):  # fmt: skip
        assert send(standing, method, path)[:2] == (401, "login_needed")
        bad = send(standing, method, path, b"{}", Authorization="Bearer guessed")
        assert bad[1] in ("login_needed", "wire"), (path, bad)
    assert send(standing, "GET", "/nowhere")[:2] == (404, "not_found")
    assert send(standing, "GET", "/do")[:2] == (404, "not_found")
    status, _, data = send(standing, "GET", "/health")
    assert status == 200 and data["protocol"] == PROTOCOL


def test_an_older_seat_is_refused_with_both_versions(standing: Standing) -> None:
    status, code, data = send(standing, "POST", "/login", b"{}", X_Desk_Protocol="0")
    assert (status, code) == (426, "protocol")
    assert data["refusal"]["values"] == {"seat": "0", "server": str(PROTOCOL)}


def test_the_person_is_the_sessions_never_the_requests(standing: Standing, room: Room) -> None:
    with seat(standing.url, "intake-1") as desk:
        case = room.report()
        raw = {"type": "AddNote", "value": {"id": "n", "case": case, "seen": 1, "words": "好"}}
        raw["value"]["who"] = "lead-1"
        token = f"Bearer {desk._token_of('intake-1')}"
        body = json.dumps(raw).encode()
        assert send(standing, "POST", "/do", body, Authorization=token)[1] == "wire"
        desk.do(AddNote(case=case, seen=room.case(case).version, words="好"), "system")
        assert room.desk.changes(0).entries[-1].who == "intake-1"


def test_five_wrong_passwords_lock(standing: Standing) -> None:
    desk = RemoteDesk(standing.url)
    for _ in range(5):
        assert code_of(desk.login, "lead-1", "wrong") == "login_wrong"
    assert code_of(desk.login, "lead-1", WORD) == "login_locked"
    assert code_of(desk.login, "nobody", WORD) == "login_wrong"
    desk.close()


def test_a_new_password_ends_the_sessions(standing: Standing, room: Room) -> None:
    with seat(standing.url, "intake-1") as desk:
        room.do(SetPassword, "admin-1", person="intake-1", password="another-word")
        until(lambda: desk.link.refusal and desk.link.refusal.code == "login_needed")
        assert code_of(desk.ask, v.AskBoard(), "intake-1") == "login_needed"
        assert code_of(desk.changes, 0) == "login_needed"


def test_sessions_are_bounded_and_the_oldest_gives_way(room: Room) -> None:
    with ExitStack() as stack:
        standing = stack.enter_context(serving(room.desk, Limits(sessions=3, sessions_each=2)))
        oldest, second, _ = (stack.enter_context(seat(standing.url, "lead-1")) for _ in range(3))
        second.ask(AskCharts(), "lead-1")
        until(lambda: oldest.link.refusal)
        assert code_of(oldest.ask, AskCharts(), "lead-1") == "login_needed"
        stack.enter_context(seat(standing.url, "intake-1"))
        other = stack.enter_context(seat(standing.url))
        assert code_of(other.login, "dispatch-1", WORD) == "too_many_sessions"


def test_who_asks_too_fast_is_told_to_wait(room: Room) -> None:
    with serving(room.desk, Limits(rate=1, burst=8, login_burst=3)) as standing:
        with seat(standing.url, "lead-1") as fast:
            codes = []
            for _ in range(12):
                try:
                    fast.ask(AskCharts(), "lead-1")
                except Refusal as refusal:
                    codes.append((refusal.code, refusal.values["seconds"]))
            assert len(codes) >= 3 and set(codes) == {("too_fast", 1)}
            with seat(standing.url, "intake-1") as other:
                other.ask(AskCharts(), "intake-1")  # does not feel it
        desk = RemoteDesk(standing.url)
        assert "too_fast" in {code_of(desk.login, "nobody", "x") for _ in range(4)}
        desk.close()


def test_a_rate_forgets_the_longest_unseen_caller() -> None:
    at = [0.0]
    rate = Rate(1.0, 1, most=2, clock=lambda: at[0])
    for caller in ("a", "b", "c"):
        rate.take(caller)
    rate.take("a")  # was forgotten
    assert code_of(rate.take, "c") == "too_fast"
    at[0] = 1.0
    rate.take("c")


def test_great_bodies_are_refused_before_they_are_read(room: Room) -> None:
    with serving(room.desk, Limits(body=2000, picture=5000)) as standing:
        with seat(standing.url, "lead-1") as desk:
            words = AddNote(case="c", seen=1, words="长" * 3000)
            assert code_of(desk.do, words, "lead-1") == "too_large"
            assert code_of(desk.keep_picture, b"\x89PNG\r\n\x1a\n" + bytes(6000)) == "too_large"
            token = f"Bearer {desk._token_of('lead-1')}"
        chunked = http.client.HTTPConnection("127.0.0.1", int(standing.url.rsplit(":", 1)[1]))
        parts = (b"x" * 1000 for _ in range(10))
        chunked.request("POST", "/do", parts, FIRST | {"Authorization": token}, encode_chunked=True)
        assert json.loads(chunked.getresponse().read())["refusal"]["code"] == "too_large"
        chunked.close()


def test_a_seat_that_goes_amid_its_request_is_no_fault_of_the_server(
    standing: Standing, caplog: pytest.LogCaptureFixture
) -> None:
    at = ("127.0.0.1", int(standing.url.rsplit(":", 1)[1]))
    with seat(standing.url, "lead-1") as desk:
        token = desk._token_of("lead-1")
        head = f"POST /ask HTTP/1.1\r\nHost: x\r\nX-Desk-Protocol: {PROTOCOL}\r\n"
        head += f"Authorization: Bearer {token}\r\nContent-Length: 100\r\n\r\n"
        for sent in (b"", b"{}"):
            with socket.create_connection(at) as gone:
                gone.sendall(head.encode() + sent)
        for _ in range(20):
            assert desk.ask(v.AskRules(), "lead-1") is not None
    assert [one for one in caplog.records if one.levelname == "ERROR"] == []


def test_the_printed_code_makes_the_first_administrator_once(founded: Path, tmp_path: Path) -> None:
    import shutil

    from tests.fakes import open_room

    shutil.copytree(founded, tmp_path / "street")
    room = open_room(tmp_path / "street")
    with serving(room.desk) as standing:
        assert standing.code is not None
        desk = RemoteDesk(standing.url)
        assert code_of(desk.login, "admin-1", WORD) == "login_wrong"
        assert code_of(desk.begin, "0000000000", "admin-1", WORD) == "first_code_wrong"
        assert code_of(desk.begin, standing.code, "lead-1", WORD) == "first_code_wrong"
        assert desk.begin(standing.code, "admin-1", WORD) == "admin-1"
        assert code_of(desk.begin, standing.code, "admin-1", "other-word") == "first_code_wrong"
        desk.do(SetPassword(person="lead-1", password=WORD), "admin-1")
        assert desk.login("lead-1", WORD) == "lead-1"
        desk.close()
    with serving(room.desk) as standing:
        assert standing.code is None
    room.center.close()


def test_five_guesses_kill_the_code(founded: Path, tmp_path: Path) -> None:
    import shutil

    from commandcenter.server.sessions import FirstCode
    from tests.fakes import open_room

    shutil.copytree(founded, tmp_path / "street")
    room = open_room(tmp_path / "street")
    first = FirstCode(room.desk)
    for _ in range(5):
        assert code_of(first.use, "guess", "admin-1", WORD) == "first_code_wrong"
    assert code_of(first.use, first.code, "admin-1", WORD) == "first_code_wrong"
    room.center.close()


# ---- TLS -------------------------------------------------------------------------------------


def test_a_pinned_certificate_is_spoken_to_and_no_other(room: Room, tmp_path: Path) -> None:
    made = new_certificate(tmp_path, ["localhost", "127.0.0.1"], room.desk.now())
    assert certificate_of(tmp_path) == made
    assert stat.S_IMODE(os.stat(made.key).st_mode) == 0o600
    with serving(room.desk, certificate=made) as standing:
        assert standing.url.startswith("https://") and standing.fingerprint == made.fingerprint
        spoken = ":".join(made.fingerprint[n : n + 2] for n in range(0, 64, 2)).upper()
        with seat(standing.url, "lead-1", pin=spoken) as desk:
            seq = desk.ask(v.AskBoard(), "lead-1").seq
            room.report()
            until(lambda: desk.changes(seq).entries)
        wrong = RemoteDesk(standing.url, pin="0" * 64)
        assert code_of(wrong.login, "lead-1", WORD) == "pin_wrong"
        unpinned = RemoteDesk(standing.url)
        assert code_of(unpinned.login, "lead-1", WORD) == "pin_wrong"
        for one in (wrong, unpinned):
            one.close()


def test_plain_http_stays_on_this_machine(room: Room) -> None:
    assert code_of(Server(room.desk, "0.0.0.0").run) == "plain_http"
    assert code_of(Server(room.desk, "::").run) == "plain_http"
    for url in ("http://192.0.2.1:8443", "http://example.org"):
        assert code_of(RemoteDesk, url) == "plain_http"
    assert Address.of("room.example").secure
    assert code_of(RemoteDesk, "https://room.example", "12:34") == "pin_wrong"
