"""What a hand wrote in the handover panel stays until it is done, and is given once."""

from __future__ import annotations

from PySide6.QtCore import Qt

from commandcenter.domain.commands import AddNote, SignHandover
from commandcenter.services.handover_views import AskNotices
from tests.fakes import Room
from tests.ui.deskseat import DeskSeat
from tests.ui.test_handover import PASS, frozen, lead, room, sit, text, until_taken, view
from tests.walks import signed
from ui.live import LiveFeed

__all__ = ["lead", "room"]
K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_what_is_typed_in_a_list_stays_until_it_is_done_and_is_given_once(
    lead: DeskSeat, room: Room
) -> None:
    lead.context.who = "nobody"
    for page, typed in ((lead.panel.notices, "大风"), (lead.panel.kit, "电台 02")):
        lead.panel.tabs.setCurrentWidget(page)
        lead.press(K.Key_N, CTRL)
        lead.type(typed)
        lead.press(K.Key_Return)
        lead.until(page.note.text)
    lead.context.who = "lead-1"
    notice, kit = lead.panel.notices.form.words, lead.panel.kit.form.thing
    assert (notice.text(), kit.text()) == ("大风", "电台 02")
    lead.press(K.Key_Return)
    lead.press(K.Key_Return)  # under way
    lead.type("，坏")
    lead.press(K.Key_Return)  # another one
    lead.until(lambda: not kit.text())
    lead.panel.tabs.setCurrentWidget(lead.panel.notices)
    notice.setFocus()
    lead.press(K.Key_Return)
    lead.press(K.Key_Return)
    lead.panel.notices.table.setFocus()
    lead.until(lambda: not notice.text())
    assert lead.panel.notices.table.hasFocus()
    found = room.desk.ask(AskNotices(), "lead-1")
    assert [told for _, told in found.notices] == ["大风"]
    assert sorted(one.name for one in found.kit) == ["电台 02", "电台 02，坏"]


def test_a_question_stays_until_it_is_asked_and_is_asked_once(lead: DeskSeat, room: Room) -> None:
    cases = [signed(room, item="01-10") for _ in range(2)]
    record, page = frozen(room), lead.panel.page
    sit(lead, "lead-2")
    until_taken(lead, "open", "open")
    lead.context.worker.parent().findChild(LiveFeed).stop()
    room.do(AddNote, "dispatch-1", case=cases[0], words="又来电")  # what is seen here is old now
    lead.press(K.Key_Q)
    lead.type("谁去现场")
    lead.press(K.Key_Return)
    lead.until(page.note.text)
    assert page.strip is page.question and page.question.line.text() == "谁去现场"
    page.refresh()
    lead.until(lambda: page.items.current().view.line_version == room.case(cases[0]).version)
    lead.press(K.Key_Return)
    lead.press(K.Key_Return)  # under way
    assert page.case == cases[0] and page.strip is page.question
    lead.until(lambda: page.strip is None)
    assert page.question.line.text() == "" and page.items.hasFocus() and page.case == cases[1]
    kinds = [one.kind for one in room.desk.changes(0).entries]
    assert kinds.count("item_acknowledged") == 1
    assert [one.item.question is not None for one in view(room, record).parts.items] == [
        True,
        False,
    ]


def test_a_case_that_was_not_taken_can_be_taken_again(lead: DeskSeat, room: Room) -> None:
    case = signed(room, item="01-10")
    frozen(room)
    sit(lead, "lead-2")
    until_taken(lead, "open")
    lead.context.worker.parent().findChild(LiveFeed).stop()
    room.do(AddNote, "dispatch-1", case=case, words="又来电")
    for _ in range(2):
        with lead.bot.waitSignal(lead.context.worker.refused):
            lead.press(K.Key_Return)


def test_a_correction_belongs_to_its_record(lead: DeskSeat, room: Room) -> None:
    record, page = frozen(room), lead.panel.page
    for who in PASS:
        room.do(SignHandover, who, handover=record, password=PASS[who])
    lead.until(lambda: page.shown is None and page.freeze.isVisible())
    page.freeze.remarks.setText("夜间平稳")  # of the next draft
    lead.panel.show_record(record)
    lead.until(lambda: page.shown == record and page.view.handover.signed)
    assert page.freeze.remarks.text() == "夜间平稳"
    lead.press(K.Key_A)
    lead.type("更正：第2件")
    lead.press(K.Key_Return)
    lead.type("，待核")
    lead.until(lambda: "更正：第2件" in text(lead))
    assert page.strip is page.addendum and page.addendum.line.text() == "更正：第2件，待核"


def test_a_wish_to_sign_ends_with_the_answer_that_did_not_come(lead: DeskSeat, room: Room) -> None:
    frozen(room)
    page = lead.panel.page
    lead.until(lambda: page.running)
    lead.context.who = "nobody"
    with lead.bot.waitSignal(lead.context.worker.refused):
        lead.panel.sign()
    lead.context.who = "lead-1"
    page.items.setFocus()
    known: list[object] = []
    page.refresh()
    lead.context.ask("known", AskNotices(), known.append)  # answered after it
    lead.until(lambda: known)
    assert page.strip is None and page.items.hasFocus()
    lead.panel.sign()
    lead.until(lambda: page.strip is page.sign)
