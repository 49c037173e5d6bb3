"""The plan editor: a kind of event, its levels, its versions; saving makes the next version."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from commandcenter.domain.commands import ProposeSwitch
from commandcenter.domain.plan import EventKind, Plan, Response
from commandcenter.domain.refusal import Refusal
from commandcenter.intake.plans import PlanFile, read_plan, write_plan
from commandcenter.services.review_views import AskPlan, PlanVersions
from ui.context import DeskContext
from ui.models.items import Choice
from ui.models.plan_draft import PlanDraft
from ui.panels.choosers import FileChooser
from ui.panels.keys import FormKeys
from ui.panels.plan_frame import PlanFrame
from ui.words import STREET_ZONE, names_of, refusal, word
from ui.words.plan_texts import changes_text, plan_name, version_text

MAKERS = frozenset({"duty_leader", "director", "administrator"})
REHEARSING = frozenset(
    {
        *("intake_officer", "dispatcher", "shift_lead"),
        *("duty_leader", "street_leader", "director", "secretary"),
    }
)


class PlanPage(PlanFrame):
    """Edits stay until they are saved or taken back; others' versions come by the feed."""

    left = Signal()

    def __init__(self, desk: DeskContext, parent: QWidget | None = None) -> None:
        """Nothing is asked before refresh()."""
        super().__init__(parent)
        self._desk = desk
        self._found: PlanVersions | None = None
        self._draft: PlanDraft | None = None
        self._files = FileChooser(self, self.tr("预案 (*.json)"))
        self._connect()

    @property
    def kind(self) -> EventKind:
        """The kind of event in front."""
        return EventKind(self.kinds.key)

    @property
    def unsaved(self) -> bool:
        """Whether a hand changed something that was not saved."""
        return self._draft is not None and self._draft.touched

    def refresh(self) -> None:
        """Ask for the plan in front."""
        self._desk.ask("plans.plan", AskPlan(kind=self.kind), self._show)

    def entitle(self) -> None:
        """Who sits here now decides what may be changed."""
        self._tell()

    # ---- what the person does --------------------------------------------------------------

    def save(self) -> None:
        """The next version, unless a field is wrong: then go there."""
        draft = self._draft
        if draft is None or not self._may_change():
            return
        wrong = draft.faults()
        if wrong:
            self.levels.set_key(next(iter(wrong)).value)
            self._tell()
            return
        if not draft.differs:
            self._desk.say("info", self.tr("和现行的一样，没有要保存的改动"))
            return
        said = self.tr("已存为第 %1 版，以后的切换按它；进行中的应急仍按原来的版本")
        text = said.replace("%1", str(draft.current.version + 1))
        self._desk.do(draft.command(), lambda receipt: self._desk.say("info", text))

    def revert(self) -> None:
        """Drop the edits and show the version in force."""
        if self._found is not None:
            self._begin(self._found.versions[0])

    def rehearse(self) -> None:
        """Propose the level in front as a drill; a second person confirms it as any switch."""
        draft = self._draft
        if draft is None:
            return
        if draft.touched:
            self._desk.say("warning", self.tr("先保存改动（Ctrl+S）或撤回（Ctrl+R），再演练"))
            return
        local = self._desk.now().astimezone(STREET_ZONE)
        order = self.tr("演练-%1").replace("%1", f"{local:%Y%m%d-%H%M}")
        level = Response(self.levels.key)
        command = ProposeSwitch(kind=self.kind, level=level, order_no=order, drill=True)
        said = self.tr("已提出演练：%1 %2，编号 %3，等第二人确认")
        told = said.replace("%1", word(self.kind)).replace("%2", word(level)).replace("%3", order)
        self._desk.do(command, lambda receipt: self._desk.say("info", told))

    def choose_export(self) -> None:
        """Ask for a place and write the plan there as it stands in the form."""
        if self._draft is not None:
            self._files.to_write(self.tr("导出预案"), self._title(), self.write)

    def choose_import(self) -> None:
        """Ask for a file and show what it holds."""
        if self._may_change():
            self._files.to_read(self.tr("导入预案"), self.read)

    def write(self, name: str) -> None:
        """Write the plan in the form into this file, off the screen's thread."""
        draft = self._draft
        if draft is None:
            return
        call = partial(write_plan, Path(name), draft.kind, draft.name, draft.ordered)
        told = self.tr("预案已导出：%1").replace("%1", Path(name).name)
        self._desk.worker.run(call, lambda done: self._desk.say("info", told), owner=self)

    def read(self, name: str) -> None:
        """Read and check this file, then show it as edits that are not saved yet."""
        found = self._found
        if found is not None:
            teams = {team for team, _ in found.teams}
            patterns = {one.id for one in found.patterns}
            call = partial(read_plan, Path(name), teams, patterns)
            self._desk.worker.run(call, self._take, owner=self)

    # ---- how -------------------------------------------------------------------------------

    def _show(self, found: object) -> None:
        assert isinstance(found, PlanVersions)
        if found.kind is not self.kind:
            return  # another kind was chosen while the answer was on its way
        self._found = found
        newest, draft = found.versions[0], self._draft
        if draft is None or not draft.touched or draft.is_now(newest):
            self.form.set_room(found.teams, found.patterns)
            self._begin(newest)
        elif newest.version != draft.current.version:
            self._desk.say("warning", self.tr("这份预案刚被他人改过；Ctrl+R 看新版"))
            self._list()

    def _begin(self, shown: Plan) -> None:
        assert self._found is not None
        self._draft = PlanDraft(self._found.versions[0], shown)
        self._show_draft()
        self._list()

    def _show_draft(self) -> None:
        assert self._draft is not None
        self.name.setText(self._draft.name)
        self._show_level()

    def _show_level(self) -> None:
        if self._draft is not None:
            level = Response(self.levels.key)
            self.form.show_level(level, self._draft.levels.get(level))
        self._tell()

    def _list(self) -> None:
        """The versions, each with what it changed."""
        if self._found is None or self._draft is None:
            return
        names, zone = self._names(), self._desk.clock.zone
        plans = self._found.versions
        rows = []
        for at, one in enumerate(plans):
            older = plans[at + 1] if at + 1 < len(plans) else None
            what = changes_text(older, one, names) if older else self.tr("随程序提供")
            first = version_text(one, names, zone)
            rows.append(Choice(one.id, first, what.replace("\n", "  "), one))
        self.versions.load(rows)
        shown = [one.id for one in plans].index(self._draft.base.id)
        self.versions.mark(shown)
        self._tell_changes()

    def _tell_changes(self) -> None:
        """All that the marked version changed, in full."""
        marked = self.versions.current()
        if self._found is None or marked is None:
            return
        plans = self._found.versions
        at = [one.id for one in plans].index(marked.key)
        older = plans[at + 1] if at + 1 < len(plans) else None
        text = changes_text(older, plans[at], self._names()) if older else marked.note
        self.changes.setPlainText(text)

    def _open_version(self) -> None:
        """Show the marked version in the form, as what a new one would be made from."""
        marked = self.versions.current()
        if marked is None or not isinstance(marked.value, Plan):
            return
        if self.unsaved:
            self._desk.say("warning", self.tr("先保存改动（Ctrl+S）或撤回（Ctrl+R），再看别的版本"))
            return
        self._begin(marked.value)

    def _take(self, found: object) -> None:
        assert isinstance(found, PlanFile)
        if found.kind is not self.kind:
            self._desk.say("refusal", self._other_kind(found))
            return
        assert self._draft is not None
        self._draft.take(found.name, found.levels)
        self._show_draft()
        text = self.tr("已读入，还没有保存：看过后按 Ctrl+S 存为新版")
        if found.strange:
            lost = self.tr("；本街道没有的队伍和班制已去掉：%1")
            text += lost.replace("%1", self.tr("、").join(found.strange))
        self._desk.say("info", text)

    def _other_kind(self, found: PlanFile) -> str:
        said = self.tr("文件里是%1预案，请先换到%1再导入")
        return said.replace("%1", word(found.kind))

    def _edited(self) -> None:
        if self._draft is not None:
            self._draft.name = self.name.text().strip()
            self._draft.set_level(Response(self.levels.key), self.form.value())
            self._tell()

    def _tell(self) -> None:
        draft = self._draft
        may = bool(MAKERS & self._desk.roles)
        self.form.set_locked(not may)
        self.name.setReadOnly(not may)
        wrong = draft.faults() if draft is not None else {}
        self.form.tell(wrong.get(Response(self.levels.key), {}))
        self.buttons["save"].setEnabled(may and draft is not None and draft.differs and not wrong)
        self.buttons["import"].setEnabled(may)
        self.buttons["revert"].setEnabled(self.unsaved)
        self.buttons["drill"].setEnabled(bool(REHEARSING & self._desk.roles))
        self.note.setText(self._said(may, {one: word(one) for one in wrong}))

    def _said(self, may: bool, wrong: dict[Response, str]) -> str:
        draft = self._draft
        if not may:
            return self.tr("可以查看和演练；修改由带班领导、主任或管理员来做")
        if wrong:
            where = self.tr("、").join(wrong.values())
            return self.tr("▲ %1 有问题，改好才能保存").replace("%1", where)
        if draft is not None and draft.touched:
            return self.tr("已改、未保存 · Ctrl+S 存为新版 · Ctrl+R 撤回")
        if draft is not None and draft.base is not draft.current:
            return self.tr("正在看旧版；Ctrl+S 以它存为新版 · Ctrl+R 回到现行版")
        return self.tr("Ctrl+S 存为新版 · Ctrl+D 演练这一级 · Esc 回到队列")

    def _may_change(self) -> bool:
        if MAKERS & self._desk.roles:
            return True
        roles = ",".join(sorted(MAKERS))
        said = Refusal("no_right", roles=roles, person=self._desk.who)
        self._desk.say("refusal", refusal(said.code, said.values, self._names()))
        return False

    def _names(self) -> dict[str, str]:
        names = names_of(self._desk.reference)
        if self._found is not None:
            names.update(dict(self._found.teams))
            names.update({one.id: one.name for one in self._found.patterns})
        return names

    def _title(self) -> str:
        return plan_name(self._draft.base) if self._draft is not None else word(self.kind)

    def _turn(self) -> None:
        """Another kind of event: edits of the one before were not saved and go, which is said."""
        if self.unsaved:
            self._desk.say("warning", self.tr("换了预案：没有保存的改动已丢弃"))
        self._found = self._draft = None
        self.refresh()

    def _connect(self) -> None:
        self.kinds.picked.connect(self._turn)
        self.levels.picked.connect(self._show_level)
        self.form.changed.connect(self._edited)
        self.name.textEdited.connect(self._edited)
        self.versions.selectionModel().currentChanged.connect(self._tell_changes)
        self.versions.activated.connect(self._open_version)
        calls = {
            "save": self.save,
            "revert": self.revert,
            "drill": self.rehearse,
            "import": self.choose_import,
            "export": self.choose_export,
        }
        keys = FormKeys(self)
        for name, call in calls.items():
            self.buttons[name].clicked.connect(call)
            keys.bind(self.keys_of[name], call)
        keys.bind("Escape", self.left.emit)
        keys.watch(self.kinds, self.levels, self.name, self.versions, self.changes)
        keys.watch(*self.form.watched(), *self.buttons.values())
        opening = FormKeys(self)
        opening.bind("Return", self._open_version)
        opening.watch(self.versions)
