"""The lines over a case: what comes next, by whose hand and by when; what was promised to whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.domain.clock import Lamp
from commandcenter.domain.course import Course, Leg, Step
from commandcenter.domain.handover import Promise
from commandcenter.domain.upcoming import Upcoming
from commandcenter.services.views import CaseView
from ui import words
from ui.actions import ACTIONS, Action
from ui.keyring import key
from ui.panels.case_html import SHAPES, dim, link, strong, tinted, wall
from ui.panels.glance import Glance
from ui.words import pacing

SOON = timedelta(hours=1)
"""From so long before it a promise shows yellow [D: the trade sets no lamp for it]."""
URGE, KEEP = "case.urge", "promise.keep"
OTHERS = frozenset({Step.SIGN, Step.ARRIVE, Step.HANDLE})
MOST_SHOWN = 2


class NextLines(QWidget):
    """下一步 and 承诺, in sight without scrolling; `followed` carries a link that was chosen."""

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing said yet."""
        super().__init__(parent)
        self.next = self._label("case.next")
        self.promises = self._label("case.promises")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 1, 8, 1)
        column.setSpacing(1)
        column.addWidget(self.next)
        column.addWidget(self.promises)

    def show_case(
        self,
        view: CaseView,
        glance: Glance,
        course: Course | None,
        roles: frozenset[str],
        most: int = MOST_SHOWN,
    ) -> None:
        """Both lines as of the glance, at most so many promises; an empty line is hidden."""
        _say(self.next, next_line(view, glance, course, roles))
        _say(self.promises, promise_line(view, glance, most))

    def _label(self, name: str) -> QLabel:
        label = QLabel(objectName=name)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.linkActivated.connect(self.followed)
        return label


def _say(label: QLabel, text: str) -> None:
    if text != label.text():
        label.setText(text)
    label.setVisible(bool(text))


def next_line(view: CaseView, glance: Glance, course: Course | None, roles: frozenset[str]) -> str:
    """下一步：综合执法队 签收，剩 12分 · 签收 F5 · 催办 B; "" once the case has ended."""
    parts = [_step(one, glance, _measured(one, course)) for one in view.upcoming]
    if not parts:
        return ""
    first = view.upcoming[0]
    doing = [_doing(one.command, view, roles) for one in view.upcoming]
    if first.step in OTHERS:
        doing.append(_urging(view, roles))
    space = " " + dim("·") + " "
    ways = [one for one in dict.fromkeys(doing) if one]
    return space.join((strong(_t("下一步：")) + dim("；").join(parts), *ways))


def _measured(one: Upcoming, course: Course | None) -> Leg | None:
    """The same leg as the course has it at this moment."""
    if one.leg is None or course is None:
        return one.leg
    running = [leg for leg in (*course.legs, *course.beside, *course.rounds) if leg.runs]
    return next((leg for leg in running if leg.step is one.leg.step), one.leg)


def _step(one: Upcoming, glance: Glance, leg: Leg | None) -> str:
    who = pacing.next_who(one, glance.names)
    text = escape(f"{who} ".lstrip()) + strong(pacing.next_name(one))
    if leg is None or leg.left is None:
        return text
    sign, token = pacing.leg_mark(leg)
    due = wall(leg.due, glance.now, glance.zone)
    shown = tinted(f"{sign} {pacing.leg_state(leg)}", token)
    return text + words.say("，") + shown + " " + dim(_t("{at} 前").format(at=due))


def _doing(command: str, view: CaseView, roles: frozenset[str]) -> str:
    """The way to do it, if it may be done here and now."""
    found = next((one for one in ACTIONS if _gives(one, command)), None)
    return "" if found is None else _way(found, view, roles)


def _gives(action: Action, command: str) -> bool:
    return action.command is not None and action.command.__name__ == command


def _urging(view: CaseView, roles: frozenset[str]) -> str:
    return _way(next(one for one in ACTIONS if one.name == URGE), view, roles)


def _way(found: Action, view: CaseView, roles: frozenset[str]) -> str:
    return link(found.name, "", _named(found)) if found.when(view, roles) else ""


def promise_line(view: CaseView, glance: Glance, most: int = MOST_SHOWN) -> str:
    """承诺：诉求人 ▲ 剩 0:40 12:00 前 中午前回电 [兑现 Shift+C]; open ones, nearest first."""
    open_ = sorted((one for one in view.promises if one.kept_at is None), key=_due)
    kept = len(view.promises) - len(open_)
    if not view.promises:
        return ""
    parts = list(_promises(open_[:most], view, glance))
    rest = len(open_) - most
    if rest > 0:
        parts.append(dim(_t("另 {n} 项").format(n=rest)))
    if kept:
        parts.append(tinted(_t("✓ 已兑现 {n} 项").format(n=kept), "ok"))
    return strong(_t("承诺：")) + dim("；").join(parts)


def _promises(open_: list[Promise], view: CaseView, glance: Glance) -> Iterator[str]:
    for one in open_:
        yield promise(one, view, glance) + " " + link(KEEP, one.id, f"[{_keep()}]")


def _keep() -> str:
    return _named(next(one for one in ACTIONS if one.name == KEEP))


def _named(found: Action) -> str:
    return f"{found.label} {key(found.name)}".strip()


def promise(one: Promise, view: CaseView, glance: Glance) -> str:
    """To whom, how it stands with its sign, until when, and the words if they are still there."""
    who = glance.name(one.unit) if one.unit else words.word(one.party)
    said = next((x.words for x in view.story if x.entry.facts.get("text") == one.text), None)
    told = escape(said) if said and one.text else ""
    at = wall(one.by_when, glance.now, glance.zone)
    if one.kept_at is not None:
        late = one.kept_at > one.by_when
        state = _t("■ 迟兑现") if late else _t("✓ 已兑现")
        shown = tinted(f"{state} {glance.at(one.kept_at)}", "lamp_red" if late else "ok")
    else:
        lamp = _lamp(one, glance)
        left = words.time_left(glance.now, one.by_when)
        shown = tinted(f"{SHAPES[lamp]} {left}", f"lamp_{lamp.value}")
    return " ".join(
        part for part in (escape(who), shown, dim(_t("{at} 前").format(at=at)), told) if part
    )


def _lamp(one: Promise, glance: Glance) -> Lamp:
    if glance.now > one.by_when:
        return Lamp.RED
    return Lamp.YELLOW if glance.now >= one.by_when - SOON else Lamp.GREEN


def _due(one: Promise) -> tuple[object, str]:
    return one.by_when, one.id


def _t(text: str) -> str:
    return QCoreApplication.translate("Case", text)
