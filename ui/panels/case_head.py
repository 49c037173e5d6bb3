"""The head of the case panel: number, level, item, place, state, two lamps with due times."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.domain.case import TIER_CLOCK, Case, CaseState
from commandcenter.domain.holding import Hold, is_held
from commandcenter.domain.limits import Level
from commandcenter.domain.tier import Tier
from ui import words
from ui.panels.case_html import dim, lamp_text, strong, tinted
from ui.panels.case_joint import waiting
from ui.panels.glance import Glance
from ui.scale import FORM
from ui.theme import icon

_LEVEL = {Level.URGENT: "urgent", Level.COMPLEX: "warning"}


class CaseHead(QFrame):
    """Two lines that wrap rather than clip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing shown yet."""
        super().__init__(parent)
        self.setObjectName("case.head")
        self._mark, self._first, self._second = QLabel(), QLabel(), QLabel()
        self._first.setObjectName("case.title")
        self._second.setObjectName("case.lamps")
        for one in (self._first, self._second):
            one.setTextFormat(Qt.TextFormat.RichText)
            one.setWordWrap(True)
            one.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            one.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self._first)
        column.addWidget(self._second)
        row = QHBoxLayout(self)
        row.setContentsMargins(*FORM)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_case(self, case: Case, item: str, place: str, glance: Glance) -> None:
        """Write both lines; `item` and `place` are their names."""
        self._mark.setPixmap(icon(f"level.{case.level.value}").pixmap(18, 18))
        self._first.setText(_first(case, item, place, glance))
        self._second.setText(head_facts(case, glance))

    def brief(self, on: bool) -> None:
        """The first line only, where the strip and the line below tell the clocks already."""
        self._second.setHidden(on)

    def tick(self, case: Case, glance: Glance) -> None:
        """Count the time down."""
        self._second.setText(head_facts(case, glance))


def _first(case: Case, item: str, place: str, glance: Glance) -> str:
    number = words.short_number(case.number) or _t("未编号")
    parts = [
        strong(number, "accent"),
        strong(words.word(case.level), _LEVEL.get(case.level, "text")),
        strong(item),
        tinted(words.tier(case.tier), "dim" if case.tier is Tier.STREET else "accent"),
        tinted(_t("【{}】").format(words.word(case.state)), "accent"),
        escape(place),
    ]
    if case.drill:
        parts.append(tinted(_t("演练"), "warning"))
    return " ".join(parts)


def head_facts(case: Case, glance: Glance) -> str:
    """The second line: clocks, source, unit, checker, counts."""
    now, zone = glance.now, glance.zone
    still = case.state in (CaseState.SUSPENDED, CaseState.ESCALATED)
    stage = words.word(case.stage) if case.stage else ""
    open_ = case.is_open or case.stage is not None
    lamps = [
        lamp_text(_t("全案"), case.due, case.yellow, now, zone) if open_ and not still else "",
        lamp_text(stage, case.stage_due, case.stage_yellow, now, zone),
        _tier(case, glance),
        waiting(case, glance),
        tinted(_t("时钟停走"), "warning") if still else "",
    ]
    if is_held(case.hold):
        lamps = [tinted(_held(case, stage, glance), "warning")]
    told = [words.word(case.source) + (f" {case.source_number}" if case.source_number else "")]
    told.append(_t("上报 {}").format(glance.at(case.reported_at)))
    if case.lead_unit:
        told.append(_t("主办 {}").format(glance.name(case.lead_unit)))
    if case.checker:
        told.append(_t("核查 {}").format(glance.name(case.checker)))
    counts = ((_t("第 {} 轮"), case.rounds if case.rounds > 1 else 0), (_t("返工 {}"), case.rework))
    counts = (*counts, (_t("催办 {}"), case.urged), (_t("退单 {}"), case.returns))
    told.extend(word.format(number) for word, number in counts if number)
    if case.supervise_due is not None and case.is_open:
        told.append(_t("督办 {} 前答复").format(glance.at(case.supervise_due)))
    elif case.supervised:
        told.append(_t("督办已答复"))
    if case.provisional:
        told.append(_t("到期暂定"))
    space = "&nbsp;&nbsp; "
    return space.join(one for one in (*lamps, dim(" · ".join(told))) if one)


def _tier(case: Case, glance: Glance) -> str:
    """网格时限 ● 今天 14:30 到期 剩 3:20, while the level's own clock runs."""
    if case.state not in TIER_CLOCK:
        return ""
    name = _t("{tier}时限").format(tier=words.word(case.tier))
    return lamp_text(name, case.tier_due, case.tier_yellow, glance.now, glance.zone)


def _held(case: Case, stage: str, glance: Glance) -> str:
    """‖ 顺延，07-11 14:40 起时限停走：全案剩 3:20 · 派遣剩 0:12."""
    since = glance.at(case.held_at) if case.held_at else ""
    text = _t("‖ {how}，{since} 起时限停走").format(how=words.word(Hold(case.hold)), since=since)
    clocks = ((_t("全案"), case.due), (stage, case.stage_due))
    left = [
        f"{name} {words.time_left(case.held_at, due)}"
        for name, due in clocks
        if due is not None and case.held_at is not None
    ]
    return _t("{text}：{left}").format(text=text, left=" · ".join(left)) if left else text


def _t(text: str) -> str:
    return QCoreApplication.translate("Case", text)
