"""A street with something in every panel, and a hand that opens them one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QTabBar, QWidget

from commandcenter.domain.case import Source
from commandcenter.domain.commands import (
    AnswerCall,
    CallTeams,
    DecideSwitch,
    ListAtRisk,
    MakePromise,
    ProposeSwitch,
    RecordNotice,
    RiskLine,
)
from commandcenter.domain.emergency import Answer
from commandcenter.domain.handover import NoticeKind, Party
from commandcenter.domain.plan import EventKind, Response
from commandcenter.services.emergency_views import AskEmergency, AskMode
from tests.fakes import Room, local, open_room
from tests.ui.deskroom import put_away
from tests.walks import callback, dispatched, filed, signed, suspended
from ui.actions import ACTIONS
from ui.desk import OpenDesk, open_desk

AT_WORK = "2025-09-22 08:00"


def street(folder: Path) -> Room:
    """A Monday on which there is a case in most states, a promise, a notice and a level III."""
    room = open_room(folder, AT_WORK)
    for _ in range(8):
        filed(room, item="01-10", source=Source.PATROL)
    filed(room, item="04-06")
    sent = dispatched(room)
    signed(room, item="01-08")
    suspended(room)
    callback(room)
    noon = local("2025-09-22 12:00")
    promise = {"party": Party.COMPLAINANT, "words": "中午前回电", "by_when": noon}
    room.do(MakePromise, "dispatch-1", case=sent, **promise)
    words = "加强夜间巡查，重点看护三处低洼路段"
    told = {"kind": NoticeKind.INSTRUCTION, "words": words, "origin": "区应急局"}
    room.do(RecordNotice, "lead-1", **told)
    _typhoon(room)
    return room


def _typhoon(room: Room) -> None:
    room.clock.set("2025-09-22 08:30")
    told = {"kind": EventKind.TYPHOON, "level": Response.III, "order_no": "防指〔2025〕2号"}
    room.do(ProposeSwitch, "lead-1", drill=False, **told)
    proposed = room.desk.ask(AskMode(), "lead-1").proposed
    word = {"approve": True, "order_no": "防指〔2025〕2号"}
    room.do(DecideSwitch, "dispatch-1", "director-1", switch=proposed.id, **word)
    emergency = proposed.emergency
    room.do(CallTeams, "dispatch-1", emergency=emergency, teams=("team-safety", "team-surface"))
    calls = room.desk.ask(AskEmergency(emergency=emergency), "lead-1").calls
    first = next(one for one in calls if one.team == "team-safety")
    room.do(AnswerCall, "dispatch-1", call=first.id, answer=Answer.COMING, minutes=20)
    lines = tuple(
        RiskLine(
            place=f"海傍路{n // 4 + 1}号",
            name=f"王{n:03d}",
            phone=f"1380000{n:04d}",
            needs="行动不便" if n % 7 == 0 else "",
            lon=113.4325 + n / 3000,
            lat=22.95086,
        )
        for n in range(12)
    )
    room.do(ListAtRisk, "dispatch-1", emergency=emergency, lines=lines)
    room.clock.set("2025-09-22 09:45")


@contextmanager
def desk_of(room: Room, folder: Path, size: tuple[int, int], theme: str) -> Iterator[OpenDesk]:
    """The real desk of this street in a window of that size (logical pixels), loaded."""
    desk = open_desk(
        room.center, settings_folder=folder, person="lead-1", theme=theme, now=room.clock
    )
    loaded: list[bool] = []
    desk.loaded.connect(lambda: loaded.append(True))
    desk.window.resize(*size)
    desk.window.show()
    desk.fittings["cramped"].suit(QSize(*size))
    desk.window.resize(*size)
    desk.start()
    settle(desk, lambda: bool(loaded))
    yield desk
    put_away(desk)


def settle(desk: OpenDesk, ready: Callable[[], bool] = lambda: True) -> None:
    """Let everything asked be answered, laid out and painted."""
    for _ in range(400):
        answered: list[object] = []
        desk.worker.run(lambda: None, answered.append)
        while not answered:
            pause(5)
        if ready():
            break
    pause(30)


def pause(ms: int) -> None:
    """Let Qt work for so long."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def views(desk: OpenDesk, forms: bool = True) -> Iterator[tuple[str, QWidget]]:
    """Every panel, page of a panel and form of a step in turn, each with its dock's widget.

    The last is the whole window: band, menus, titles and tabs of docks.
    """
    window = desk.window
    cases = [line.id for line in desk.queue.model.lines]
    desk.selection.set_case(cases[0])
    for name in window.docks:
        window.go(name)
        settle(desk)
        inner = window.panel(name).panel
        if inner is not None and inner.isVisible():
            yield name, inner
            yield from _pages(desk, name, inner)
    if forms:
        yield from _forms(desk, cases)
    yield "window", window


def _pages(desk: OpenDesk, name: str, inner: QWidget) -> Iterator[tuple[str, QWidget]]:
    for nth in range(len(_bars(inner))):
        at = 1
        # a panel may make its bars anew while it is looked at
        while nth < len(_bars(inner)) and at < _bars(inner)[nth].count():
            bar = _bars(inner)[nth]
            bar.setCurrentIndex(at)
            text = bar.tabText(at)
            settle(desk)
            yield f"{name}:{text}", inner
            at += 1
        if nth < len(_bars(inner)):
            _bars(inner)[nth].setCurrentIndex(0)


def _bars(inner: QWidget) -> list[QTabBar]:
    return [bar for bar in inner.findChildren(QTabBar) if bar.isVisible()]


def _forms(desk: OpenDesk, cases: list[str]) -> Iterator[tuple[str, QWidget]]:
    shown: set[str] = set()
    for case in cases:
        desk.selection.set_case(case)
        settle(desk)
        for action in ACTIONS:
            if action.name in shown or action.panel != "step" or action.instant:
                continue
            desk.start_action(action.name)
            settle(desk)
            if desk.step.action is not None and desk.step.isVisible():
                shown.add(action.name)
                yield f"step:{action.name}", desk.step
                desk.step.leave()
