"""The parts of a handover beside its cases, as text that is read at a glance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from commandcenter.domain.emergency import ReportKind
from commandcenter.domain.handover import Handover, Kit, KitKind, KitState, Mark, Notice
from commandcenter.domain.person import TeamStatus
from commandcenter.services.handover_views import HandoverParts, HandoverView, There
from ui import words
from ui.panels.case_html import dim, line, page, strong, tinted
from ui.words import handing, say

TOKENS = {Mark.NEW: "accent", Mark.CHANGED: "warning", Mark.SAME: "dim"}
SHORT_HASH = 16


@dataclass(frozen=True, slots=True)
class Names:
    """What ids are called, units by id, and how a case is opened from the text."""

    all: Mapping[str, str]
    units: Mapping[str, str]

    def of(self, key: str | None) -> str:
        """The name of an id, — for none."""
        return "—" if key is None else self.all.get(key, key)


def parts_text(view: HandoverView, names: Names) -> str:
    """Parts 4 to 11 and the promises, each under its number."""
    parts = view.parts
    texts = {one.id: one.words for one in parts.texts}
    tell = _teller(texts, parts.since)
    return page(
        [
            _section(4, say("督办、申请、回访"), _owed(parts, names)),
            _section(0, say("未兑现承诺"), _promises(parts, names, texts)),
            _section(5, say("上报"), _reports(parts)),
            _section(6, say("上级指示"), [tell(one) for one in parts.instructions]),
            _section(7, say("人员、队伍、装备"), _there(parts, names), parts.there or parts.kit),
            _section(8, say("预警、天气、关注点"), [tell(one) for one in parts.watch]),
            _section(9, say("系统故障、未发送"), _faults(parts, tell)),
            _section(10, say("备注"), _remarks(view)),
            _section(11, say("签字与核验"), _signatures(view, names)),
        ]
    )


def counts_text(parts: HandoverParts) -> str:
    """Part 2 in one line."""
    one = parts.counts
    shift = (
        (say("受理"), one.received, "text"),
        (say("立案"), one.filed, "text"),
        (say("派遣"), one.dispatched, "text"),
        (say("结案"), one.closed, "text"),
    )
    now = (
        (say("■ 超时"), one.red, "lamp_red"),
        (say("▲ 将到期"), one.yellow, "lamp_yellow"),
        (say("挂账"), one.suspended, "text"),
    )
    told = [dim(say("本班")), *map(_count, shift), dim(say("· 现在")), *map(_count, now)]
    if parts.nil:
        told.append(strong(say("零报告：本班无事")))
    return "&nbsp; ".join(told)


def _count(pair: tuple[str, int, str]) -> str:
    name, n, token = pair
    return dim(name) + "&nbsp;" + strong(str(n), token if n else "dim")


def _section(number: int, title: str, lines: Iterable[str], many: Iterable[object] = ()) -> str:
    told = [one for one in lines if one]
    head = f"{number}　{title}" if number else f"　　{title}"
    count = len(tuple(many)) or len(told)
    text = strong(head) + (f" {dim(str(count))}" if told and 0 < number < 10 else "")
    body = "".join(line(one) for one in told) if told else line(dim(say("无")))
    return f'<div style="margin:0 0 5px 0">{line(text)}{body}</div>'


def _marked(at: datetime, since: datetime | None) -> str:
    """＋新增 since the last handover, else ＝无变化."""
    mark = Mark.NEW if since is None or at > since else Mark.SAME
    return tinted(handing.marked(mark), TOKENS[mark])


def _teller(texts: Mapping[str, str | None], since: datetime | None) -> Callable[[Notice], str]:
    def tell(one: Notice) -> str:
        told = texts.get(one.text or "") or say("（内容已清除）")
        origin = words.bracketed(one.origin) if one.origin else ""
        due = say("限 {at}").format(at=words.stamp(one.due)) if one.due else ""
        kind = words.word(one.kind)
        parts = (_marked(one.at, since), strong(kind), _safe(told + origin), tinted(due, "warning"))
        return " ".join(filter(None, parts))

    return tell


def _owed(parts: HandoverParts, names: Names) -> list[str]:
    found = []
    for one in parts.owed:
        due = say("限 {at}").format(at=words.stamp(one.due)) if one.due else ""
        unit = names.of(one.unit) if one.unit else ""
        number = words.short_number(one.number)
        found.append(f"{strong(handing.owed(one.kind))} {_safe(f'{number} {unit}')} {_safe(due)}")
    return found


def _promises(parts: HandoverParts, names: Names, texts: Mapping[str, str | None]) -> list[str]:
    numbers = handing.named_cases(parts.items)
    found = []
    for one in parts.promises:
        told = handing.promise_text(one, texts.get(one.text or ""), names.units)
        number = numbers.get(one.case, "")
        found.append(f"{_marked(one.made_at, parts.since)} {dim(number[-6:])} {_safe(told)}")
    return found


def _reports(parts: HandoverParts) -> list[str]:
    found = []
    for one in parts.reports:
        kind = words.lookup(ReportKind, one.kind)
        if one.sent_at is None:
            due = say("○ 下一次 {at} 前").format(at=words.stamp(one.due))
            found.append(f"{strong(kind)} {tinted(due, 'warning')}")
        else:
            sent = say("✓ 已报 {at}").format(at=words.stamp(one.sent_at))
            found.append(f"{strong(kind)} {tinted(sent, 'ok')}")
    return found


def _there(parts: HandoverParts, names: Names) -> list[str]:
    found = []
    for kind, title in handing.THERE.items():
        mine = [one for one in parts.there if one.kind == kind]
        if mine:
            told = words.listed(_present(one, names) for one in mine)
            found.append(f"{dim(say(title))} {_safe(told)}")
    for kind in KitKind:
        kit = [one for one in parts.kit if one.kind is kind]
        if kit:
            told = "&nbsp; ".join(_kit(one, names) for one in kit)
            found.append(f"{dim(words.word(kind))} {told}")
    return found


def _present(one: There, names: Names) -> str:
    """丁娟, 一中队（空闲，粤A·D0001）, 甲（记录仪 演示仪001）."""
    more = [] if one.state == "on_shift" else [words.lookup(TeamStatus, one.state)]
    more += [one.vehicle] if one.vehicle else []
    more += [say("记录仪 {name}").format(name=one.recorder)] if one.recorder else []
    return names.of(one.id) + (words.bracketed(say("，").join(more)) if more else "")


def _kit(one: Kit, names: Names) -> str:
    token = {KitState.HERE: "ok", KitState.OUT: "text"}.get(one.state, "danger")
    holder = words.bracketed(names.of(one.holder)) if one.holder else ""
    return f"{_safe(one.name)}&nbsp;{tinted(words.word(one.state) + holder, token)}"


def _faults(parts: HandoverParts, tell: Callable[[Notice], str]) -> list[str]:
    found = [tell(one) for one in parts.faults]
    if parts.queued:
        text = say("本席有 {n} 条未发送").format(n=parts.queued)
        found.append(tinted(text, "warning"))
    return found


def _remarks(view: HandoverView) -> list[str]:
    found = [_safe(view.remarks)] if view.remarks else []
    for one, told in view.addenda:
        head = say("补充 {at}").format(at=words.stamp(one.at))
        found.append(f"{strong(head)} {_safe(told or say('（内容已清除）'))}")
    return found


def _signatures(view: HandoverView, names: Names) -> list[str]:
    record, parts = view.handover, view.parts
    head = say("冻结时的台账末条 第 {n} 条").format(n=parts.head_seq)
    chain = f"{dim(head)} {_hash(parts.head)}" if parts.head_seq else ""
    if record is None:
        return [chain]
    signed = (
        (say("交班人"), record.outgoing, record.out_signed_at),
        (say("接班人"), record.incoming, record.in_signed_at),
    )
    return [*(_signature(*one, names) for one in signed), *_sealed(view, record), chain]


def _signature(part: str, person: str, at: datetime | None, names: Names) -> str:
    if at is None:
        return f"{dim(part)} {_safe(names.of(person))} {tinted(say('○ 未签字'), 'warning')}"
    when = say("✓ {at} 签字").format(at=words.stamp(at))
    return f"{dim(part)} {strong(names.of(person))} {tinted(when, 'ok')}"


def _sealed(view: HandoverView, record: Handover) -> list[str]:
    if record.hash is None:
        return []
    told, token = handing.verdict(view.good)
    return [tinted(told, token), f"{dim(say('内容散列'))} {_hash(record.hash)}"]


def _hash(text: str) -> str:
    """In groups that wrap; every digit is there."""
    cut = [text[at : at + SHORT_HASH] for at in range(0, len(text), SHORT_HASH)]
    return f"<code>{' '.join(cut)}</code>"


def _safe(text: str) -> str:
    return tinted(text, "text") if text.strip() else ""
