"""The fields of a step's form: one small widget for each kind of field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QTime, QTimeZone, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDateTimeEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from commandcenter.services.views import CaseView
from ui.actions import Field, FieldKind, Room
from ui.actions.fields import Option, said
from ui.context import DeskContext
from ui.panels.pictures import PictureBar
from ui.panels.step_choose import CaseFinder, TickList
from ui.scale import NONE

MOST_NUMBERED = 9
LIMIT_UNITS = (
    ("wd", "工作日"),
    ("wh", "工作小时"),
    ("h", "小时"),
    ("min", "分钟"),
    ("d", "自然日"),
)


class FormField(QWidget):
    """One question: `spec`, what was answered, and the widget that takes the keys."""

    changed = Signal()

    def __init__(self, spec: Field, inner: QWidget, keys: QWidget | None = None) -> None:
        """Hold `inner`; `keys` is the widget inside it that takes the focus."""
        super().__init__()
        self.spec, self.inner, self.keys = spec, inner, keys or inner
        inner.setObjectName(f"step.{spec.name}")
        self.keys.setAccessibleName(said(spec.text))
        box = QVBoxLayout(self)
        box.setContentsMargins(*NONE)
        box.addWidget(inner)
        self.setFocusProxy(self.keys)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def value(self) -> Any:
        """The answer as the command wants it; raises NotImplementedError in the base."""
        raise NotImplementedError

    def kept(self) -> Any:
        """The answer as JSON can say it, for a draft."""
        return self.value()

    def restore(self, value: Any) -> None:
        """Put back what was kept; raises NotImplementedError in the base."""
        raise NotImplementedError

    def problem(self) -> str | None:
        """What is wrong with the answer, in words; None when it may go."""
        if self.spec.needed and self.value() in ("", None, ()):
            return _t("请先填“{}”").format(said(self.spec.text))
        return None

    def inputs(self) -> list[QWidget]:
        """The widgets whose keys the form watches."""
        return [self.keys]


class WordsField(FormField):
    """Several lines, at most 2,000 characters."""

    def __init__(self, spec: Field, text: str) -> None:
        """Begin with a text."""
        self._edit = QPlainTextEdit(text)
        self._edit.setPlaceholderText(said(spec.hint))
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(72)
        super().__init__(spec, self._edit)
        self._edit.textChanged.connect(self.changed)

    def value(self) -> str:
        return self._edit.toPlainText()

    def restore(self, value: Any) -> None:
        self._edit.setPlainText(value)

    def problem(self) -> str | None:
        over = len(self.value()) - self.spec.most
        if over > 0:
            return _t("“{}”超出 {} 字").format(said(self.spec.text), over)
        if self.spec.needed and not self.value().strip():
            return _t("请先填“{}”").format(said(self.spec.text))
        return None


class LineField(FormField):
    """One line."""

    def __init__(self, spec: Field, text: str) -> None:
        """Begin with a text."""
        self._edit = QLineEdit(text)
        self._edit.setPlaceholderText(said(spec.hint))
        self._edit.setMaxLength(spec.most)
        super().__init__(spec, self._edit)
        self._edit.textChanged.connect(self.changed)

    def value(self) -> str:
        return self._edit.text().strip()

    def restore(self, value: Any) -> None:
        self._edit.setText(value)


class ChoiceField(FormField):
    """One of the options; few of them are numbered, so that a digit chooses."""

    def __init__(self, spec: Field, offered: list[Option], initial: str | None) -> None:
        """Offer these; `initial` is proposed, else the first."""
        self._box = QComboBox()
        self._box.setMinimumContentsLength(10)
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        super().__init__(spec, self._box)
        self.offer(offered, initial)
        self._box.currentIndexChanged.connect(self.changed)

    def offer(self, offered: list[Option], initial: str | None = None) -> None:
        """Change the options; what was chosen stays chosen if it is still there."""
        wanted = initial if initial is not None else self._box.currentData()
        if not self.spec.needed:
            offered = [("", _t("不另定")), *offered]
        self._box.clear()
        if self.spec.asks:
            self._box.addItem(_t("请选择"), "")
        numbered = len(offered) <= MOST_NUMBERED
        for number, (value, label) in enumerate(offered, 1):
            self._box.addItem(f"{number} {label}" if numbered else label, value)
        self._box.setCurrentIndex(max(0, self._box.findData(wanted)) if offered else -1)

    def value(self) -> str:
        return self._box.currentData() or ""

    def restore(self, value: Any) -> None:
        if (at := self._box.findData(value)) >= 0:
            self._box.setCurrentIndex(at)


class ManyField(FormField):
    """Any number of the options, ticked by Space."""

    def __init__(self, spec: Field, offered: list[Option]) -> None:
        """Offer these, none ticked."""
        self._list = TickList(offered)
        super().__init__(spec, self._list)

    def value(self) -> tuple[str, ...]:
        return self._list.ticked()

    def kept(self) -> list[str]:
        return list(self._list.ticked())

    def restore(self, value: Any) -> None:
        self._list.tick(value)


class CheckField(FormField):
    """Yes or no."""

    def __init__(self, spec: Field, initial: bool) -> None:
        """Begin with an answer."""
        self._box = QCheckBox(_t("是"))
        super().__init__(spec, self._box)
        self._box.setChecked(initial)

    def value(self) -> bool:
        return self._box.isChecked()

    def restore(self, value: Any) -> None:
        self._box.setChecked(bool(value))

    def problem(self) -> str | None:
        return None


class DateField(FormField):
    """A local day."""

    def __init__(self, spec: Field, initial: date) -> None:
        """Begin with a day."""
        self._edit = QDateEdit(QDate(initial.year, initial.month, initial.day))
        self._edit.setDisplayFormat("yyyy-MM-dd")
        super().__init__(spec, self._edit)

    def value(self) -> date:
        day = self._edit.date()
        return date(day.year(), day.month(), day.day())

    def kept(self) -> str:
        return self.value().isoformat()

    def restore(self, value: Any) -> None:
        day = date.fromisoformat(str(value))
        self._edit.setDate(QDate(day.year, day.month, day.day))


class MomentField(FormField):
    """A local day and time; the answer is UTC."""

    def __init__(self, spec: Field, initial: datetime, zone: tzinfo) -> None:
        """Begin with an instant, shown in that zone."""
        self._edit, self._zone = moment_edit(initial, zone), zone
        super().__init__(spec, self._edit)

    def value(self) -> datetime:
        return moment_of(self._edit, self._zone)

    def kept(self) -> str:
        return self.value().isoformat()

    def restore(self, value: Any) -> None:
        show_moment(self._edit, datetime.fromisoformat(str(value)), self._zone)


class LimitField(FormField):
    """A number and its unit; nothing is no limit of its own."""

    def __init__(self, spec: Field, unit: str) -> None:
        """Begin with one of that unit when it is needed, else with none."""
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(*NONE)
        self._number, self._unit = QSpinBox(), QComboBox()
        self._number.setRange(1 if spec.needed else 0, 400)
        self._number.setSpecialValueText("" if spec.needed else _t("不另定"))
        for value, label in LIMIT_UNITS:
            self._unit.addItem(said(label), value)
        self._unit.setCurrentIndex(max(0, self._unit.findData(unit)))
        row.addWidget(self._number, 1)
        row.addWidget(self._unit, 1)
        super().__init__(spec, inner, self._number)

    def value(self) -> str:
        number = self._number.value()
        return f"{number}{self._unit.currentData()}" if number else ""

    def restore(self, value: Any) -> None:
        unit = str(value).lstrip("0123456789")
        self._number.setValue(int(str(value).removesuffix(unit) or 0))
        self._unit.setCurrentIndex(max(0, self._unit.findData(unit)))

    def inputs(self) -> list[QWidget]:
        return [self._number, self._unit]


class PicturesField(FormField):
    """Pictures of the step."""

    def __init__(self, spec: Field, desk: DeskContext) -> None:
        """An empty bar."""
        self.bar = PictureBar(desk, spec.picture)
        super().__init__(spec, self.bar)
        self.bar.changed.connect(self.changed)

    def value(self) -> tuple[Any, ...]:
        return self.bar.pictures()

    def kept(self) -> list[str]:
        return self.bar.kept()

    def restore(self, value: Any) -> None:
        self.bar.restore(value)

    def problem(self) -> str | None:
        if self.bar.waiting:
            return _t("图片还在保存，请稍候")
        return super().problem()

    def inputs(self) -> list[QWidget]:
        return self.bar.inputs()


class CaseField(FormField):
    """Another case, found by number, place or words."""

    def __init__(self, spec: Field, desk: DeskContext, not_case: str) -> None:
        """`not_case` is not offered."""
        self._finder = CaseFinder(desk, not_case)
        super().__init__(spec, self._finder, self._finder.edit)

    def value(self) -> str:
        return self._finder.chosen()

    def kept(self) -> list[str]:
        return [self._finder.edit.text(), self._finder.chosen()]

    def restore(self, value: Any) -> None:
        self._finder.restore(*value)

    def inputs(self) -> list[QWidget]:
        return [self._finder.edit, self._finder.list]


def make_field(spec: Field, view: CaseView, room: Room, desk: DeskContext) -> FormField:
    """The widget of a field spec for this case."""
    initial = spec.initial(view, room) if spec.initial else None
    offered = spec.options(view, room) if spec.options else []
    makers: dict[FieldKind, Callable[[], FormField]] = {
        FieldKind.WORDS: lambda: WordsField(spec, initial or ""),
        FieldKind.LINE: lambda: LineField(spec, initial or ""),
        FieldKind.CHOICE: lambda: ChoiceField(spec, offered, initial),
        FieldKind.MANY: lambda: ManyField(spec, offered),
        FieldKind.CHECK: lambda: CheckField(spec, bool(initial)),
        FieldKind.DATE: lambda: DateField(spec, initial or room.now.astimezone(room.zone).date()),
        FieldKind.MOMENT: lambda: MomentField(spec, initial or room.now, room.zone),
        FieldKind.LIMIT: lambda: LimitField(spec, _unit_of(view.case.limit)),
        FieldKind.PICTURES: lambda: PicturesField(spec, desk),
        FieldKind.CASE: lambda: CaseField(spec, desk, view.case.id),
    }
    return makers[spec.kind]()


def moment_edit(at: datetime, zone: tzinfo) -> QDateTimeEdit:
    """An edit of day and minute that shows an instant in that zone."""
    edit = QDateTimeEdit()
    edit.setTimeZone(QTimeZone.utc())  # a clock without summer time: every minute exists once
    edit.setDisplayFormat("MM-dd HH:mm")
    show_moment(edit, at, zone)
    edit.setCurrentSection(QDateTimeEdit.Section.HourSection)
    return edit


def show_moment(edit: QDateTimeEdit, at: datetime, zone: tzinfo) -> None:
    """Let the edit show another instant, in that zone."""
    local = at.astimezone(zone)
    day, wall = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
    edit.setDateTime(QDateTime(day, wall, QTimeZone.utc()))


def moment_of(edit: QDateTimeEdit, zone: tzinfo) -> datetime:
    """The instant (UTC) that the edit shows as local time of that zone."""
    day, wall = edit.date(), edit.time()
    local = datetime(day.year(), day.month(), day.day(), wall.hour(), wall.minute(), tzinfo=zone)
    return local.astimezone(UTC)


def _unit_of(limit: str | None) -> str:
    return (limit or "").lstrip("0123456789") or "wd"


def _t(text: str) -> str:
    return QCoreApplication.translate("StepFields", text)
