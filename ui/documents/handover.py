"""The handover's record as a document: the eleven parts of domain.md section 7, and the addenda."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from commandcenter.domain.emergency import ReportKind
from commandcenter.domain.handover import Handover, Kit, KitKind, Notice
from commandcenter.domain.person import TeamStatus
from commandcenter.services.handover_views import HandoverParts, HandoverView, There
from ui.documents.cases import case_blocks
from ui.documents.document import BLANK, Block, Document, Paragraph, Table, Title
from ui.documents.frame import file_name, framed, moment, told
from ui.documents.naming import Naming
from ui.words import bracketed, handing, listed, lookup, say, word
from ui.words.rosters import shift_name

FACTS = (13, 37, 13, 37)
LONG = (16, 84)
SHORT_HASH = 12


def handover_document(
    view: HandoverView, names: Mapping[str, str], street: str, at: datetime
) -> Document:
    """The record, or the draft of `at` (UTC), in the language of the screen.

    `names` by id, as words.names_of gives them with the board's teams; `street` is its name.
    """
    naming, title = Naming.of(view, names), say("交接班记录")
    return framed(
        name=file_name(say("交接班"), day_of(view), shift_name(view.parts.shift)),
        title=title,
        running=running(view, street, title),
        blocks=tuple(_blocks(view, naming, at)),
        mark=mark_of(view),
    )


def day_of(view: HandoverView) -> str:
    """The local day on which the shift ends and is handed over: 2025-10-16."""
    return moment(view.parts.ends)[:10]


def running(view: HandoverView, street: str, title: str) -> str:
    """Street, shift and the short hash: what stands on top of every page."""
    parts, record = view.parts, view.handover
    sealed = record.hash if record else None
    short = say("散列 {hash}").format(hash=sealed[:SHORT_HASH]) if sealed else say("未签字")
    times = f"{moment(parts.starts)} — {moment(parts.ends)}"
    drill = [say("演练")] if parts.drill else []
    shift = shift_name(parts.shift)
    return " · ".join((street, *drill, title, f"{shift} {times}", short))


def mark_of(view: HandoverView) -> str:
    """The watermark: a drill, a draft, or a record that lacks a signature."""
    if view.parts.drill:
        return say("演练")
    if view.handover is None:
        return say("草稿")
    return "" if view.handover.signed else say("未签字")


def _blocks(view: HandoverView, naming: Naming, at: datetime) -> Iterable[Block]:
    parts = view.parts
    if view.good is False:
        yield Paragraph(handing.verdict(False)[0], alarm=True)
    yield Title(say("一、班次"))
    yield _shift(view, naming, at)
    yield Title(say("二、本班统计与现状"))
    yield _counts(parts)
    yield Title(say("三、在办案卷"))
    yield from case_blocks(view, naming)
    yield Title(say("四、未结吹哨、督办、申请、回访"))
    yield from _owed(parts, naming)
    yield Title(say("五、上报与下次应报"))
    yield from _reports(parts)
    yield Title(say("六、上级指示"))
    yield from _notices(parts.instructions, naming)
    yield Title(say("七、人员、队伍、车辆、记录仪、对讲机、钥匙"))
    yield from _there(parts, naming)
    yield Title(say("八、预警、天气、关注点"))
    yield from _notices(parts.watch, naming)
    yield Title(say("九、系统故障、断线、未发送的操作"))
    yield from _notices(parts.faults, naming)
    yield Paragraph(say("未发送的操作：{n}").format(n=parts.queued))
    yield Title(say("十、值班长意见"))
    yield Paragraph(told(view.remarks) if _has_remarks(view) else say("无"))
    if parts.nil:
        yield Paragraph(say("零报告：本班无事"))
    yield Title(say("十一、签字与核验"))
    yield from _signatures(view, naming)
    yield from _addenda(view, naming)


def _has_remarks(view: HandoverView) -> bool:
    return bool(view.remarks or (view.handover and view.handover.remarks))


# ---- parts 1 and 2 ----------------------------------------------------------------------------


def _shift(view: HandoverView, naming: Naming, at: datetime) -> Table:
    parts, record = view.parts, view.handover
    since = moment(parts.since) if parts.since else say("无")
    frozen = (say("冻结"), moment(record.frozen_at)) if record else (say("截至"), moment(at))
    rows = [
        (say("班次"), shift_name(parts.shift)),
        (say("起止"), f"{moment(parts.starts)} — {moment(parts.ends)}"),
        (say("交班人"), naming.person(parts.outgoing)),
        (say("接班人"), naming.person(parts.incoming)),
        (say("带班领导"), naming.person(parts.leader)),
        (say("工作状态"), handing.mode_name(parts)),
        (say("记录状态"), handing.state_name(record.state if record else None)),
        frozen,
        (say("上次交接"), since),
        (say("记录编号"), record.id if record else say("无")),
    ]
    return Table(FACTS, _in_pairs(rows))


def _in_pairs(rows: list[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Label and value twice in a row."""
    filled = [*rows, (BLANK, BLANK)] if len(rows) % 2 else rows
    return tuple((*one, *two) for one, two in zip(filled[::2], filled[1::2], strict=True))


def _counts(parts: HandoverParts) -> Table:
    one = parts.counts
    pairs = (
        (say("受理数"), one.received),
        (say("立案数"), one.filed),
        (say("派遣数"), one.dispatched),
        (say("结案数"), one.closed),
        (say("■ 超时"), one.red),
        (say("▲ 将到期"), one.yellow),
        (say("挂账数"), one.suspended),
    )
    head = tuple(name for name, _ in pairs)
    return Table((1,) * len(pairs), (tuple(str(count) for _, count in pairs),), head)


# ---- parts 4 to 9 -----------------------------------------------------------------------------


def _listed(
    shares: tuple[int, ...], head: tuple[str, ...], rows: Iterable[tuple[str, ...]]
) -> Block:
    """A table, or the word that there is nothing."""
    found = tuple(rows)
    return Table(shares, found, head) if found else Paragraph(say("无"))


def _owed(parts: HandoverParts, naming: Naming) -> Iterable[Block]:
    head = (say("事项"), say("案卷"), say("单位"), say("到期"))
    rows = (
        (
            handing.owed(one.kind),
            one.number or naming.case(one.case),
            naming.person(one.unit),
            moment(one.due) if one.due else "—",
        )
        for one in parts.owed
    )
    yield _listed((22, 32, 26, 20), head, rows)


def _reports(parts: HandoverParts) -> Iterable[Block]:
    head = (say("报告"), say("应报"), say("已报"))
    rows = (
        (
            lookup(ReportKind, one.kind),
            moment(one.due),
            moment(one.sent_at) if one.sent_at else say("待报"),
        )
        for one in parts.reports
    )
    yield _listed((34, 33, 33), head, rows)


def _notices(notices: Iterable[Notice], naming: Naming) -> Iterable[Block]:
    head = (say("种类"), say("时间"), say("来源"), say("内容"), say("到期"))
    rows = (
        (
            word(one.kind),
            moment(one.at),
            "\n".join(filter(None, (one.origin, naming.person(one.by)))),
            told(naming.texts.get(one.text or "")),
            moment(one.due) if one.due else "—",
        )
        for one in notices
    )
    yield _listed((12, 17, 15, 39, 17), head, rows)


def _there(parts: HandoverParts, naming: Naming) -> Iterable[Block]:
    """Who and what is there, kind by kind."""
    rows = []
    for kind, title in handing.THERE.items():
        mine = [_present(one, naming) for one in parts.there if one.kind == kind]
        if mine:
            rows.append((say(title), listed(mine)))
    for sort in KitKind:
        kit = [_thing(one, naming) for one in parts.kit if one.kind is sort]
        if kit:
            rows.append((word(sort), listed(kit)))
    yield Table(LONG, tuple(rows)) if rows else Paragraph(say("无"))


def _present(one: There, naming: Naming) -> str:
    """丁娟, 一中队（空闲，粤A·D0001）, 甲（记录仪 演示仪001）."""
    more = [] if one.state == "on_shift" else [lookup(TeamStatus, one.state)]
    more += [one.vehicle] if one.vehicle else []
    more += [say("记录仪 {name}").format(name=one.recorder)] if one.recorder else []
    return naming.person(one.id) + (bracketed(say("，").join(more)) if more else "")


def _thing(one: Kit, naming: Naming) -> str:
    """对讲机 01（借出，丁娟）."""
    more = [word(one.state)] + ([naming.person(one.holder)] if one.holder else [])
    return one.name + bracketed(say("，").join(more))


# ---- part 11 ----------------------------------------------------------------------------------


def _signatures(view: HandoverView, naming: Naming) -> Iterable[Block]:
    record, parts = view.handover, view.parts
    rows: list[tuple[str, str]] = []
    if record is not None:
        rows += _signed(record, naming)
        rows.append((say("内容散列"), f"SHA-256\n{record.hash}" if record.hash else say("未签字")))
    rows.append((say("台账末条"), say("第 {n} 条").format(n=parts.head_seq) + f"\n{parts.head}"))
    rows.append((say("核验"), handing.verdict(view.good)[0]))
    if record is not None and record.alerted_at is not None:
        rows.append(
            (say("接班人未到"), say("{at} 已告知带班领导").format(at=moment(record.alerted_at)))
        )
    yield Table(LONG, tuple(rows))
    yield Paragraph(say("手签："))
    yield hand_signed()


def hand_signed() -> Table:
    """Room for three hands."""
    signers = (say("交班人"), say("接班人"), say("带班领导"))
    row = tuple(cell for name in signers for cell in (name, BLANK))
    return Table((10, 23, 10, 23, 10, 24), (row,), tall=True)


def _signed(record: Handover, naming: Naming) -> Iterable[tuple[str, str]]:
    signers = (
        (
            say("交班人"),
            record.outgoing,
            record.out_signed_at,
            record.out_signature,
            record.out_key,
        ),
        (say("接班人"), record.incoming, record.in_signed_at, record.in_signature, record.in_key),
    )
    for part, person, at, signature, key in signers:
        name = naming.person(person)
        if at is None:
            yield part, f"{name} {say('○ 未签字')}"
            continue
        yield part, f"{name} {say('✓ {at} 签字').format(at=moment(at))}"
        yield say("签名（Ed25519）"), signature or "—"
        yield say("公钥"), key or "—"


def _addenda(view: HandoverView, naming: Naming) -> Iterable[Block]:
    if not view.addenda:
        return
    yield Title(say("附：更正与补充"))
    head = (say("时间"), say("补充人"), say("内容"))
    rows = ((moment(one.at), naming.person(one.by), told(text)) for one, text in view.addenda)
    yield _listed((20, 18, 62), head, rows)
