"""A seat in a process of its own that a test may kill; says on stdout what it gave and was told."""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

from commandcenter.domain.commands import Behalf, SignTask
from commandcenter.domain.limits import Limit
from commandcenter.domain.refusal import Refusal
from commandcenter.domain.roles import Channel
from commandcenter.seat import SeatDesk
from commandcenter.services import views as v
from commandcenter.services.desk import Receipt
from tests.faults.seats import LOOK, report
from tests.server.rooms import WORD, until

LIMIT = Limit.parse("2wd")
"""A limit whose end a seat shows before anything is sent."""


def told(*words: object) -> None:
    """One line, at once and as a whole."""
    print(" ".join(map(str, words)) + "\n", end="", flush=True)


def give(desk: SeatDesk, seed: str) -> None:
    """Reports without a pause until somebody kills this process."""
    chance = random.Random(seed)
    while True:
        command = report("有人来电")
        told("given", command.id)
        answer = desk.do(command, desk.person)
        done = isinstance(answer, Receipt)
        told(*("done", command.id, answer.seq) if done else ("kept", command.id))
        sleep(chance.random() / 50)


def send(desk: SeatDesk, _: str) -> None:
    """What an earlier run left goes out."""
    told("found", *(one.command.id for one in desk.unsent))
    while desk.waiting:
        desk.send_waiting()
        sleep(LOOK)
    told("sent", len(desk.unsent))


def sign(desk: SeatDesk, case: str) -> None:
    """Sign for a unit by telephone: at the desk's time, after a try at this computer's own."""
    own = datetime.now(UTC)
    now = desk.now()
    told("clocks", own.isoformat(), now.isoformat())
    told("due", desk.rules.clock.due(now, LIMIT).at.isoformat())
    view: v.CaseView = desk.ask(v.AskCase(case=case), desk.person)
    for at in (own, desk.now()):
        behalf = Behalf(person="unit-sanitation", channel=Channel.TELEPHONE, happened_at=at)
        command = SignTask(case=case, seen=view.case.version, task=view.tasks[0].id, behalf=behalf)
        try:
            told("done", desk.do(command, desk.person).seq)
        except Refusal as said:
            told("refused", said.code)
    told("reported", desk.do(report("钟不对的坐席"), desk.person).subject)


def main() -> None:
    """URL FOLDER PERSON DEED WORD."""
    url, folder, person, deed, word = sys.argv[1:]
    desk = SeatDesk(url, None, Path(folder))
    desk.login(person, WORD)
    until(lambda: desk.connected)
    told("ready")
    {"give": give, "send": send, "sign": sign}[deed](desk, word)
    desk.close()


if __name__ == "__main__":
    main()
