"""The command: what it prints, what it refuses, and that it stops with its folder free."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

from commandcenter.__main__ import WRONG, main
from commandcenter.server.client import RemoteDesk
from commandcenter.server.serve import Server, Standing
from commandcenter.server.tls import certificate_of
from tests.fakes import Room, open_room
from tests.server.processes import ROOT, free_port
from tests.server.rooms import WORD, until

CODE = r"\b[0-9a-f]{10}$"
"""The first administrator's code ends its line; what other lines there are is no matter."""


def test_a_room_is_set_up_with_what_the_server_prints(tmp_path: Path) -> None:
    folder, port = tmp_path / "street", free_port()
    words = ["serve", "--data", str(folder), "--port", str(port), "--new-certificate"]
    server = subprocess.Popen(
        [sys.executable, "-m", "commandcenter", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    try:
        said = []
        while not (code := re.search(CODE, (said or [""])[-1])):
            assert server.poll() is None, said
            said.append(server.stdout.readline())
        pin = re.search(r"\b[0-9a-f]{64}\b", "".join(said))[0]
        assert any(f"https://127.0.0.1:{port}" in one for one in said)
        assert any(str(folder) in one and "demo" in one for one in said)
        assert pin == certificate_of(folder).fingerprint
        desk = RemoteDesk(f"https://127.0.0.1:{port}", pin)
        assert desk.begin(code[0], "admin-1", WORD) == "admin-1"
        until(lambda: desk.link.connected)
        desk.close()
        server.send_signal(signal.SIGTERM)
        assert server.wait(10) == 0
    finally:
        server.kill()
        server.wait()
        server.stdout.close()
    room = open_room(folder, "2099-01-01 09:00")
    assert room.center.verify().good
    room.center.close()


def test_a_net_without_certificate_is_refused_in_words(tmp_path: Path, capsys) -> None:
    folder = tmp_path / "street"
    assert main(["serve", "--data", str(folder), "--host", "0.0.0.0", "--port", "0"]) == WRONG
    assert "--new-certificate" in capsys.readouterr().err


def test_a_server_that_is_stopped_before_it_stands_comes_to_its_end(room: Room) -> None:
    stood: list[Standing] = []
    server = Server(room.desk, port=0)
    server.stop()
    server.run(stood.append)
    assert stood and room.report()


def test_a_server_that_is_stopped_as_it_stands_comes_to_its_end(room: Room) -> None:
    server = Server(room.desk, port=0)
    server.run(lambda standing: server.stop())
    assert room.report()
