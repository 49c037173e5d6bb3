"""Things of the room that a shift hands on by number: where each is and who has it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from commandcenter.domain.commands import SetKit
from commandcenter.domain.handover import Kit, KitKind, KitState
from commandcenter.domain.ids import new_id
from commandcenter.services.handover_views import AskNotices, Notices
from ui import words
from ui.context import DeskContext
from ui.models.admin_plain import PlainRow
from ui.panels.handover_forms import Typed, chooser, offer
from ui.panels.handover_lists import ListPage
from ui.words import say

NAME_MOST = 60


class KitPage(ListPage):
    """Vehicles, recorders, radios and keys: where each is and who has it."""

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before refresh()."""
        heads = [say(one) for one in ("类别", "编号或名称", "状态", "在谁手里")]
        super().__init__(desk, "kit", heads, parent)
        self._kit: dict[str, Kit] = {}
        self.people: Sequence[tuple[str, str]] = ()
        self.form = KitForm(self)
        self.finish(
            say("Enter 改所选 · Ctrl+N 新增 · Delete 注销所选 · Ctrl+Tab 换页 · Esc 回队列"),
            say("还没有登记车辆、执法记录仪、对讲机和钥匙。\nCtrl+N 登记，交接时逐样清点。"),
            self.form,
        )
        self.form.wanted.connect(self._set)
        self.table.opened.connect(self._change)
        self.keys.bind("Ctrl+N", self._new)
        self.keys.bind("Del", self._remove)

    def refresh(self) -> None:
        self._desk.ask("handover.kit", AskNotices(), self._show)

    def _show(self, found: object) -> None:
        assert isinstance(found, Notices)
        order = list(KitKind)
        kit = sorted(found.kit, key=lambda one: (order.index(one.kind), one.name))
        self._kit = {one.id: one for one in kit}
        bad = (KitState.BROKEN, KitState.MISSING)
        self.form.offer_people(self.people)
        self.show_rows([PlainRow(one.id, self._cells(one), "danger" if one.state in bad else "text")
                        for one in kit])  # fmt: skip

    def _cells(self, one: Kit) -> tuple[str, ...]:
        return (words.word(one.kind), one.name, words.word(one.state), self.name(one.holder))

    def _new(self) -> None:
        self.form.begin(None)

    def _change(self) -> None:
        self.form.begin(self._kit.get(self.table.current()))

    def _set(self, kit: str, kind: str, name: str, state: str, holder: str) -> None:
        self.give_typed(
            SetKit(
                kit=kit or new_id(),
                kind=KitKind(kind),
                name=name,
                state=KitState(state),
                holder=holder or None,
            ),
            self.form,
        )

    def _remove(self) -> None:
        known = self._kit.get(self.table.current())
        if known is not None:
            self.give(SetKit(kit=known.id, kind=known.kind, name=""))


class KitForm(Typed):
    """One thing; `wanted` carries id ("" for a new one), kind, name, state and holder."""

    wanted = Signal(str, str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty form."""
        super().__init__("handover.thing", parent)
        self._kit = ""
        self.kind, self.state, self.holder = chooser(6), chooser(4), chooser(8)
        self.thing = QLineEdit(maxLength=NAME_MOST)
        offer(self.kind, [(one.value, words.word(one)) for one in KitKind], None)
        offer(self.state, [(one.value, words.word(one)) for one in KitState], None)
        self.add(say("类别"), self.kind)
        self.add(say("编号或名称"), self.thing, 1)
        self.add(say("状态"), self.state)
        self.add(say("在谁手里"), self.holder)
        self.button = self.add_button(say("登记 Enter"), self.give)

    def offer_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Who may have a thing."""
        offer(self.holder, [("", say("（无人）")), *people], self.holder.currentData())

    def begin(self, known: Kit | None) -> None:
        """Change a known thing, or write down a new one."""
        self._fill(known)
        (self.state if known else self.thing).setFocus()

    def _fill(self, known: Kit | None) -> None:
        self._kit = known.id if known else ""
        self.thing.setText(known.name if known else "")
        if known is not None:
            self.kind.setCurrentIndex(self.kind.findData(known.kind.value))
            self.holder.setCurrentIndex(max(0, self.holder.findData(known.holder or "")))
        state = known.state if known else KitState.HERE
        self.state.setCurrentIndex(self.state.findData(state.value))

    def typed(self) -> tuple[str, ...]:
        boxes = (self.kind, self.state, self.holder)
        return (self._kit, self.thing.text(), *(one.currentData() or "" for one in boxes))

    def clear(self) -> None:
        self._fill(None)
        if self.has_keyboard:
            self.thing.setFocus()

    def give(self) -> None:
        name = self.thing.text().strip()
        if not name:
            self.thing.setFocus()
            return
        fields = (self.state.currentData(), self.holder.currentData() or "")
        self.wanted.emit(self._kit, self.kind.currentData(), name, *fields)
