"""The hands at the command line: every deed is a line, Ctrl+K, its words, Enter (ui/line).

The same methods as ui/tour/forms.py, so that a day is written once. What has no line is done in
its panel, which the line goes to.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Set
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from commandcenter.domain.case import Source
from ui import words as w
from ui.actions import Action, Field, FieldKind, by_name
from ui.actions.fields import Option, said
from ui.line.spoken import BREAKS, PICTURE, TASK
from ui.line.verbs import Verb
from ui.tour.hands import TourFault
from ui.tour.props import photo

if TYPE_CHECKING:
    from ui.tour.stage import Stage

GRID = "小龙村第二网格"
"""The road of the reports runs through three."""


class Lines:
    """Deeds by typed lines."""

    by_line = True

    def __init__(self, stage: Stage) -> None:
        """On an open desk."""
        self._stage = stage
        self._action: Action | None = None

    # ---- ways -----------------------------------------------------------------------------------

    def sit(self, person: str, name: str) -> None:
        """换 and a name: somebody else takes the seat."""
        self._type(f"{self._verb('line.sit').label} {name}")
        self._enter(lambda: self._stage.desk.context.who == person, f"{person} sits")

    def pick(self, case: str) -> None:
        """看 and a case: it is selected."""
        self._type(f"{self._verb('line.pick').label} {self._case(case)}")
        selection = self._stage.desk.selection
        self._enter(lambda: selection.current_case == case, "the case selected")

    def page(self, keys: str, name: str) -> None:
        """Go to a page by its name in the menu."""
        self._type(self._verb(name).label)
        self._press_enter()
        self._stage.hands.wait("the line put away", lambda: not self._bar.isVisible())

    def find(self, digits: str) -> None:
        """A case's last digits alone: ended or not, it is selected."""
        self._type(digits)
        wanted = self._stage.case
        selection = self._stage.desk.selection
        self._enter(lambda: selection.current_case == wanted, "the case selected")

    def say(self, text: str, holds: Callable[[], object], what: str) -> None:
        """A line for the street and not for a case, given and waited for."""
        self._type(text)
        self._enter(holds, what)

    def lead_to(self, text: str) -> None:
        """A line that leads to a panel."""
        self._type(text)
        self._press_enter()
        self._stage.hands.wait("the line put away", lambda: not self._bar.isVisible())

    # ---- deeds ----------------------------------------------------------------------------------

    def begin(self, keys: str, action: str, case: str = "") -> None:
        """The action's name and the case's last digits; without `case` the day's."""
        self._action = by_name(action)
        self._type(f"{self._action.label} {self._case(case or self._stage.case)}")

    def lead(self, walk: Callable[[], None], key: str, action: str, **meant: str) -> None:
        """The action's name, the case, and what a row would say: which department, which task."""
        self.begin(key, action)
        for name, value in meant.items():
            self.choose(name, value)

    def instant(
        self,
        walk: Callable[[], None],
        key: str,
        action: str,
        holds: Callable[[], object],
        **meant: str,
    ) -> None:
        """The same, done at once."""
        self.lead(walk, key, action, **meant)
        self.give(lambda: self._stage.hands.wait("what the line did", holds))

    def report(self, reporter: str, item: str, place: str, words: str) -> None:
        """报, item, place and its grid, source, who reports, and what was said."""
        self._action = None
        verb = by_name("report.new").label
        who, where = f"{w.word(Source.GRID)} 上报人={reporter}", f"{place} 网格={GRID}"
        self._type(f"{verb} {item} {where} {who} ：{words}")

    def dispatch(self, lead: str, notify: tuple[str, ...] = ()) -> None:
        """派: as recommended, which must be to `lead`, with those that are to be notified."""
        self.begin("F4", "case.dispatch")
        if notify:
            short = {one.id: one.short for one in self._stage.desk.context.reference.units}
            self._more("知会=" + "、".join(short[one] for one in notify))
        engine = self._engine
        self._stage.hands.wait("the law's answer", lambda: engine.meaning.ready)
        unit = getattr(engine.meaning.command, "lead_unit", None)
        if unit != lead:
            raise TourFault(f"{unit} is recommended to lead")

    def record(self, tasks: Collection[str], decision: str) -> None:
        """记录会商, a 任务= for each task, and the decision behind the colon; not given yet."""
        self.begin("", "consult.hold")
        for one in tasks:
            self._more(f"{TASK[0]}=“{one}”")
        self._stage.hands.type(f" ：{decision}")
        self._stage.hands.wait("the record read", lambda: self._engine.meaning.ready)

    def give(self, then: Callable[[], object]) -> None:
        """Enter; `then` waits for what it did, and the line says so."""
        self._press_enter()
        try:
            then()
        except TourFault as fault:
            raise TourFault(f"{fault}; the line says: {self._bar.told.said.text()}") from fault
        hands = self._stage.hands
        hands.wait("an empty line", lambda: not self._bar.field.text())
        hands.press("Escape")
        hands.wait("the line put away", lambda: not self._bar.isVisible())

    # ---- fields ---------------------------------------------------------------------------------

    def write(self, name: str, text: str) -> None:
        """字段=文字 for a line; what is longer stands behind the colon, as the last."""
        field = self._field(name)
        if field.kind is FieldKind.WORDS:
            self._stage.hands.type(f" ：{text}")
        else:
            self._more(f"{_name(field)}={text}")

    def blank(self, name: str) -> bool:
        """Whether the form would begin with nothing there."""
        field = self._field(name)
        view, room = self._stage.view(), self._engine.room()
        return field.initial is None or not field.initial(view, room)

    def limit(self, name: str, days: int) -> None:
        """字段=10个工作日."""
        self._more(f"{_name(self._field(name))}={days}个工作日")

    def choose(self, name: str, key: str) -> None:
        """字段=值."""
        field = self._field(name)
        self._more(f"{_name(field)}={_typed(key, self._options(field))}")

    def offered(self, name: str) -> list[str]:
        """What the field offers."""
        return [key for key, _ in self._options(self._field(name))]

    def check(self, name: str) -> None:
        """字段=是."""
        self._more(f"{_name(self._field(name))}=是")

    def tick(self, name: str, wanted: Set[str]) -> None:
        """字段=甲、乙."""
        field = self._field(name)
        options = self._options(field)
        names = [_typed(key, options) for key, _ in options if key in wanted]
        self._more(f"{_name(field)}={'、'.join(names)}")

    def paste(self) -> None:
        """A picture on the clipboard, and 图."""
        QApplication.clipboard().setImage(photo())
        self._more(PICTURE[0])

    # ---- the line -------------------------------------------------------------------------------

    @property
    def _line(self) -> Any:
        return self._stage.desk.fittings["line"]

    @property
    def _bar(self) -> Any:
        return self._line.bar

    @property
    def _engine(self) -> Any:
        return self._line.engine

    def _verb(self, name: str) -> Verb:
        """A verb by its name; they have theirs from when the line is first opened."""
        if not self._engine.known.verbs.all:
            self._open()
        found: Collection[Verb] = self._engine.known.verbs.all
        return next(one for one in found if one.name == name)

    def _case(self, case: str) -> str:
        """How the case is said: its last digits, its place before it has a number."""
        hands, cases = self._stage.hands, self._engine.known.cases
        hands.wait("the case known to the line", lambda: cases.line(case) is not None)
        line = cases.line(case)
        return cases.short(line) or f"@{line.place}"

    def _open(self) -> None:
        self._stage.hands.press("Ctrl+K")
        self._stage.hands.wait("the line", self._bar.field.hasFocus)

    def _type(self, text: str) -> None:
        """Ctrl+K and the text."""
        self._open()
        self._stage.hands.type(text)

    def _more(self, text: str) -> None:
        self._stage.hands.type(f" {text}")

    def _press_enter(self) -> None:
        if not self._bar.field.hasFocus():
            raise TourFault("the keyboard is not in the line")
        self._stage.hands.press("Return")

    def _enter(self, holds: Callable[[], object], what: str) -> None:
        self.give(lambda: self._stage.hands.wait(what, holds))

    def _field(self, name: str) -> Field:
        assert self._action is not None
        return next(one for one in self._action.fields if one.name == name)

    def _options(self, field: Field) -> list[Option]:
        engine = self._engine
        self._stage.hands.wait("the case read", lambda: engine.meaning.filling is not None)
        found: list[Option] = engine.meaning.filling.options(field)
        return found


def _name(field: Field) -> str:
    return said(field.text).replace(" ", "")


def _typed(key: str, options: list[Option]) -> str:
    """A choice as a person types it: its label, its first word, or its number in the list."""
    labels = dict(options)
    if key not in labels:
        raise TourFault(f"{key} is not offered among {labels}")
    label = labels[key]
    if not any(mark in label for mark in BREAKS):
        return label
    first = label.split()[0]
    alone = sum(one.split()[0] == first for one in labels.values()) == 1
    return first if alone else str(list(labels).index(key) + 1)
