"""Day D, the handover of 2025-10-16 at 08:00 (domain.md section 11), played by hand."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

from commandcenter.app import Center
from commandcenter.services.views import AskBoard
from ui.models.handover import ItemRow
from ui.panels.handover_page import HandoverPage
from ui.tour import night
from ui.tour.clock import TourClock
from ui.tour.day_d_proof import proven
from ui.tour.hands import TourFault
from ui.tour.lines import Lines
from ui.tour.scene import Scene, own_desk
from ui.tour.stage import Stage

DAY = "2025-10-16"
START = "2025-10-15 16:00"
FIRST, NEXT, COLLECTOR = "lead-1", "lead-2", "member-070"
PASSWORDS = {FIRST: "outgoing-pass-1", NEXT: "incoming-pass-2"}
ADDED = "更正：中午前的回电改为14时"
MANY = 12


def opened(folder: Path, clock: TourClock, theme: str) -> AbstractContextManager[Scene]:
    """The street after the night: twelve cases are open."""

    def prepare(street: Center) -> None:
        night.passed(street.desk, clock)

    return own_desk(folder, clock, theme, FIRST, date.fromisoformat(DAY), prepare)


def play(stage: Stage) -> None:
    """Every step of the morning; TourFault at the first that does not come true."""
    _freeze(stage)
    _take_over(stage)
    _refused(stage)
    _last_two(stage)
    _sign(stage)
    _afterwards(stage)


def prove(street: Center, case: str) -> list[str]:
    """What must be true in the file after the window has gone."""
    return proven(street, NEXT, MANY + 1, ADDED)


def _freeze(stage: Stage) -> None:
    here, hands = _page(stage), stage.hands
    with stage.step("交班前：夜班值班长在席，在办 12 件", f"{DAY} 07:44"):
        stage.painted()
    with stage.step("交接草稿：十一部分自动汇集", "07:45"):
        _open(stage)
        stage.told("the draft", here.title.text, "草稿")
        _count(stage, MANY)
    with stage.step("逐件翻看，案卷跟着走", "07:50"):
        if isinstance(stage.way, Lines):
            stage.way.pick(_rows(stage)[1].case)
            shown = _rows(stage)[1].case
        else:
            hands.press("Down")
            shown = here.items.current().case
        case = stage.desk.case
        hands.wait("the case", lambda: case.view is not None and case.view.case.id == shown)
    with stage.step("冻结，接班人按值班表已选好", "08:00"):
        if isinstance(stage.way, Lines):
            stage.way.say("冻结", lambda: here.running is not None, "the frozen record")
        else:
            _freeze_here(stage)
        if here.running.incoming != NEXT:
            raise TourFault(f"{here.running.incoming} is incoming")
        _progress(stage, 0, MANY)


def _take_over(stage: Stage) -> None:
    hands = stage.hands
    with stage.step("接班人就座，逐件确认 11 件", "08:02"):
        _incoming_sits(stage)
        if isinstance(stage.way, Lines):
            for nth in range(1, MANY):
                _confirm(stage, stage.way, "确认", nth, MANY)
        else:
            hands.press("Home")
            for _ in range(MANY - 1):
                hands.press("Return")
        _progress(stage, MANY - 1, MANY)
    with stage.step("新上报：交班人受理", "08:07"):
        _report(stage)
    with stage.step("迟到的一件自动列入交接", "08:08"):
        _open(stage)
        _incoming_sits(stage)
        _progress(stage, MANY - 1, MANY + 1)
        if sum(one.view.item.late for one in _rows(stage)) != 1:
            raise TourFault("not one case is marked as come late")


def _refused(stage: Stage) -> None:
    here = _page(stage)
    with stage.step("还有未确认的：拒绝签字，指出哪一件", "08:10"):
        _begin_signing(stage)
        _give_password(stage, NEXT, twice=True)
        stage.told("the note", here.note.text, "还不能签字", "Ctrl+↓")


def _last_two(stage: Stage) -> None:
    for nth, at in ((MANY, "08:16"), (MANY + 1, "08:18")):
        with stage.step(f"转到没确认的，确认第 {nth} 件", at):
            if isinstance(stage.way, Lines):
                _confirm(stage, stage.way, f"确认 {nth}", nth, MANY + 1)
            else:
                stage.hands.press("Ctrl+Down" if _page(stage).note.isVisible() else "J")
                stage.hands.press("Return")
            _progress(stage, nth, MANY + 1)


def _sign(stage: Stage) -> None:
    here, hands = _page(stage), stage.hands
    before = _owners(stage)
    with stage.step("交班人在同一席位签字", "08:20"):
        _begin_signing(stage)
        here.sign.person.setFocus()
        hands.press("Up")
        here.sign.password.setFocus()
        _give_password(stage, FIRST, twice=True)
        hands.wait("the first signature", lambda: here.running and here.running.out_signed_at)
        if NEXT in before or _owners(stage) != before:
            raise TourFault("the owner has changed before both have signed")
    with stage.step("接班人签字：双签，散列入库，案卷换主", "08:21"):
        _give_password(stage, NEXT, twice=True)
        stage.told("the title", here.title.text, "已签字")
        stage.told("the signatures", here.parts.toPlainText, "08:20 签字", "08:21 签字")
        if _owners(stage) != {NEXT}:
            raise TourFault(f"owners {_owners(stage)}")


def _afterwards(stage: Stage) -> None:
    here, hands = _page(stage), stage.hands
    with stage.step("已签的记录不能改，只能补充说明", "08:40"):
        hands.wait("focus in the list", here.items.hasFocus)
        seq = stage.newest()
        for keys in ("Home", "Return", "Q", "Ctrl+Del", "Ctrl+Return"):
            hands.press(keys)
        if stage.newest() != seq:
            raise TourFault("a signed record was changed")
        if isinstance(stage.way, Lines):
            stage.way.say(
                f"补充：{ADDED}", lambda: ADDED in here.parts.toPlainText(), "the addendum"
            )
        else:
            hands.press("A")
            hands.type(ADDED)
            hands.press("Return")
        stage.told("the addendum", here.parts.toPlainText, ADDED)
        here.parts.setFocus()
        hands.press("Ctrl+End")
    with stage.step("历次交接里可以再看", "08:42"):
        records = stage.desk.panels["handover"].records
        for _ in range(stage.desk.panels["handover"].tabs.indexOf(records)):
            hands.press("Ctrl+Tab")
        hands.wait("the list of records", lambda: records.table.model().rowCount() == 1)
    with stage.step("回到队列和地图，换接班人当值", "08:45"):
        hands.press("Escape")
        hands.wait("the map", stage.desk.map.isVisible)
        stage.painted()


# ---- the hands at this panel ---------------------------------------------------------------------


def _page(stage: Stage) -> HandoverPage:
    found: HandoverPage = stage.desk.panels["handover"].page
    return found


def _open(stage: Stage) -> None:
    here = _page(stage)
    stage.desk.window.go("queue")
    stage.way.page("Ctrl+Shift+H", "handover")
    stage.hands.wait("the handover", lambda: here.isVisible() and here.view is not None)
    stage.hands.wait("focus in its list", here.items.hasFocus)


def _incoming_sits(stage: Stage) -> None:
    if isinstance(stage.way, Lines):
        stage.way.say("接班", lambda: stage.desk.context.who == NEXT, f"{NEXT} sits")
    else:
        stage.hands.press("T")
    stage.hands.wait("the incoming sits", lambda: stage.desk.context.who == NEXT)
    stage.hands.wait("focus in the list", _page(stage).items.hasFocus)


def _freeze_here(stage: Stage) -> None:
    """With the strip's proposals."""
    here, hands = _page(stage), stage.hands
    hands.press("Ctrl+Return")
    if here.freeze.incoming.currentData() != NEXT:
        raise TourFault(f"{here.freeze.incoming.currentData()} is proposed as incoming")
    hands.press("Ctrl+Return")
    hands.wait("the frozen record", lambda: here.running is not None)


def _confirm(stage: Stage, way: Lines, text: str, nth: int, many: int) -> None:
    """One case taken by a line; the panel's count tells that it was."""
    way.say(text, lambda: _page(stage).items.rows.progress() == (nth, many), f"{nth} taken")


def _begin_signing(stage: Stage) -> None:
    """The strip of signatures; the line leads there and no further."""
    if isinstance(stage.way, Lines):
        stage.way.lead_to("签字")
        strip = _page(stage).sign
        stage.hands.wait("the strip", lambda: strip.isVisible() and strip.password.hasFocus())
    else:
        stage.hands.press("Ctrl+Return")


def _count(stage: Stage, many: int) -> None:
    rows = _page(stage).items.rows
    stage.hands.wait(f"{many} cases", lambda: rows.rowCount() == many)


def _progress(stage: Stage, done: int, many: int) -> None:
    stage.told("the count", _page(stage).progress.text, f"已确认 {done}/{many}")


def _give_password(stage: Stage, person: str, twice: bool) -> None:
    """The strip is open and asks this person; twice where the word is set by it."""
    strip, hands = _page(stage).sign, stage.hands
    hands.wait(
        f"{person} is asked", lambda: strip.isVisible() and strip.person.currentData() == person
    )
    hands.wait("the field", lambda: strip.again.isVisible() == twice and strip.password.hasFocus())
    hands.type(PASSWORDS[person])
    if twice:
        hands.press("Tab")
        hands.type(PASSWORDS[person])
    hands.press("Return")


def _report(stage: Stage) -> None:
    """The outgoing person sits down again and takes a report in."""
    before, names = _open_cases(stage), stage.desk.context.reference.names
    stage.sit(FIRST)
    words = "祠堂东街路口路面塌了一块，行人绕行"
    stage.way.report(names[COLLECTOR], "01-10", "祠堂东街", words)
    stage.done(lambda: len(_open_cases(stage)) == len(before) + 1)


def _open_cases(stage: Stage) -> set[str]:
    return {line.id for line in stage.street.desk.ask(AskBoard(), "lead-1").cases}


def _rows(stage: Stage) -> list[ItemRow]:
    items = _page(stage).items.rows
    return [row for n in range(items.rowCount()) if (row := items.row(n)) is not None]


def _owners(stage: Stage) -> set[str | None]:
    lines = stage.street.desk.ask(AskBoard(), "lead-1").cases
    return {line.owner for line in lines}
