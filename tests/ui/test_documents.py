"""What is printed of a handover: a document says the record, three outputs say the document."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject

from commandcenter.domain.emergency import ReportKind
from commandcenter.domain.refusal import Refusal
from tests.english import CHINESE
from tests.ui.handoverroom import DAY, Told, draft, many, nothing
from tests.ui.paper import (
    Reader,
    bare,
    pdf_text,
    receipt_of,
    record_of,
    rows_of_cases,
    said,
    word_text,
)
from tests.ui.test_english import compile_words
from ui.documents import Document, Paragraph, Table, Title, write_html, write_pdf, write_word
from ui.documents.saving import document_steps
from ui.tongue import load
from ui.words import handing, word


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return many(tmp_path_factory.mktemp("many") / "street")


@pytest.fixture(scope="module")
def nil(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return nothing(tmp_path_factory.mktemp("nil") / "street")


@pytest.fixture(scope="module")
def open_one(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return draft(tmp_path_factory.mktemp("draft") / "street")


# ---- what the outputs say -----------------------------------------------------------------------


@pytest.mark.parametrize("which", ["full", "nil", "open_one"])
@pytest.mark.parametrize("make", [record_of, receipt_of])
def test_three_outputs_say_the_document(
    qapp: QObject, tmp_path: Path, request: pytest.FixtureRequest, which: str, make
) -> None:
    document = make(request.getfixturevalue(which))
    whole = said(document)
    pages = write_pdf(document, tmp_path / "a.pdf")
    write_word(document, tmp_path / "a.docx")
    reader = Reader()
    reader.feed(write_html(document))
    assert pdf_text(document, tmp_path / "a.pdf") == whole
    assert word_text(tmp_path / "a.docx") == whole
    assert bare(reader.text) == whole
    assert pages > 3 if (which, make) == ("full", record_of) else pages <= 2


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_a_document_given_up_in_its_middle_leaves_nothing(
    qapp: QObject, tmp_path: Path, full: Told, ending: str
) -> None:
    document = record_of(full)
    steps = {one.args[2]: one for one in document_steps(document, tmp_path)}
    told: list[tuple[int, int]] = []

    def stop_at_the_third(done: int, of: int) -> None:
        told.append((done, of))
        if done == 2:
            raise Refusal("given_up")

    with pytest.raises(Refusal, match="given_up"):
        steps[ending](stop_at_the_third)
    assert [done for done, _ in told] == [0, 1, 2] and told[0][1] > 3
    assert list(tmp_path.iterdir()) == []


# ---- what the document says ---------------------------------------------------------------------


def wall(at: datetime | None) -> str:
    """2025-10-16 16:00 for 08:00 UTC."""
    assert at is not None
    return (at + timedelta(hours=8)).strftime("%Y-%m-%d %H:%M")


def part(document: Document, number: int) -> str:
    """The text of one of the eleven parts."""
    titles = [at for at, one in enumerate(document.blocks) if isinstance(one, Title)]
    begin, end = titles[number - 1], [*titles, len(document.blocks)][number]
    blocks = document.blocks[begin:end]
    return "\n".join(replace(document, title="", blocks=blocks).texts()).strip()


def test_every_case_of_the_record_stands_in_its_row(qapp: QObject, full: Told) -> None:
    rows = rows_of_cases(record_of(full))
    items = [one.item for one in full.view.parts.items]
    assert len(items) == len(rows) == 61
    for item in items:
        row = "\n".join(rows[item.number or "未立案"])
        for text in (
            *(word(item.state), word(item.lamp), item.place, full.names[item.item]),
            *(full.names.get(item.owner or "", "—"), full.names[item.acked_by or ""]),
            wall(item.due) if item.due else "—",
            handing.next_step(item.next_move),
        ):
            assert text in row, (text, row)
    late = rows["未立案"]
    assert "冻结后新到" in late[-1] and "08:18" in late[-1]


def test_promises_are_told_with_masked_numbers_and_both_states(qapp: QObject, full: Told) -> None:
    cells = [row for row in rows_of_cases(record_of(full)).values() if row[6] != "—"]
    first, second = sorted((row[6] for row in cells), key=len, reverse=True)
    assert first.split("\n") == [
        f"诉求人 {DAY} 10:00",
        "给138****5678回电,说明{{ 7*7 }}与<b>结果</b>".replace(",", "，"),
        f"环卫站 {DAY} 11:00",
        "给138****5678回电，说明{{ 7*7 }}与<b>结果</b>",
    ]
    assert second == f"上级 {DAY} 09:00\n九点报告"
    (changed,) = [row[-1] for row in cells if row[6] == second]
    assert "承诺 （无） → 上级 10-16 09:00" in changed


def test_all_eleven_parts_stand_in_their_order(qapp: QObject, full: Told) -> None:
    document, parts, names = record_of(full), full.view.parts, full.names
    record = full.view.handover
    assert record is not None
    told = {
        1: ("夜班", wall(parts.starts), wall(parts.ends), names["lead-1"], names["lead-2"],
            names["duty-1"], "台风 Ⅲ级响应", "已签字", wall(record.frozen_at), record.id),
        2: tuple(map(str, (parts.counts.received, parts.counts.red, parts.counts.suspended))),
        4: ("待回访", wall(parts.owed[0].due)),
        5: (word(ReportKind.FIRST), f"{DAY} 07:55", word(ReportKind.FOLLOW), f"{DAY} 10:00",
            "待报"),
        6: ("上级指示", "加强夜间巡查", "区"),
        7: (names["dispatch-1"], "电台 01（借出，", *(names[one.id] for one in parts.there),
            *(one.vehicle for one in parts.there if one.vehicle),
            *(one.recorder for one in parts.there if one.recorder)),
        8: ("天气", "夜间有大风", "气象台"),
        9: ("系统故障", "东门视频掉线", "未发送的操作：3"),
        10: ("夜间平稳",),
        11: (names["lead-1"], names["lead-2"], wall(record.out_signed_at),
             wall(record.in_signed_at), record.out_signature, record.in_signature,
             record.out_key, record.in_key, record.hash, parts.head, f"第 {parts.head_seq} 条",
             "✓ 核验通过"),
        12: ("更正：第3件承诺为14时", names["lead-1"]),
    }  # fmt: skip
    for number, texts in told.items():
        for text in texts:
            assert text in part(document, number), (number, text)
    numerals = "一二三四五六七八九十"
    titles = [one.text for one in document.blocks if isinstance(one, Title)]
    assert [one.split("、")[0] for one in titles[:11]] == [*numerals, "十一"]
    assert record.hash[:12] in document.running and document.name == f"交接班-{DAY}-夜班"


def test_a_shift_without_anything_is_a_nil_report(qapp: QObject, nil: Told) -> None:
    document = record_of(nil)
    assert "零报告" in part(document, 10) and part(document, 3) == "三、在办案卷\n无"
    assert nil.view.handover.hash in part(document, 11)
    assert document.mark == ""
    assert "没有未兑现的承诺。" in list(receipt_of(nil).texts())


def test_drills_drafts_and_broken_seals_are_seen_at_once(
    qapp: QObject, full: Told, open_one: Told
) -> None:
    assert record_of(open_one).mark == receipt_of(open_one).mark == "草稿"
    assert "未签字" in record_of(open_one).running
    drill = replace(full.view, parts=replace(full.view.parts, drill=True))
    practised = record_of(replace(full, view=drill))
    assert practised.mark == "演练" and "演练" in practised.running
    forged = record_of(replace(full, view=replace(full.view, good=False)))
    first = forged.blocks[0]
    assert isinstance(first, Paragraph) and first.alarm and "核验不符" in first.text


def test_what_an_emergency_held_back_is_told(qapp: QObject, full: Told) -> None:
    first, *others = full.view.parts.items
    held = replace(first, item=replace(first.item, hold="deferred", left_s=None))
    parts = replace(full.view.parts, items=(held, *others))
    rows = rows_of_cases(record_of(replace(full, view=replace(full.view, parts=parts))))
    row = rows[held.item.number or ""]
    assert "顺延" in row[2] and "停计时" in row[4]


def test_the_receipt_tells_who_was_promised_what_by_when(qapp: QObject, full: Told) -> None:
    (table,) = [one for one in receipt_of(full).blocks if isinstance(one, Table) and one.head]
    assert [row[2:4] for row in table.rows] == [
        ("上级", f"{DAY} 09:00"),
        ("诉求人", f"{DAY} 10:00"),
        ("环卫站", f"{DAY} 11:00"),
    ]
    assert all(row[-1] == "" for row in table.rows)
    assert receipt_of(full).name == f"承诺交接单-{DAY}-夜班"


def test_the_english_screen_prints_english(qapp: QObject, nil: Told) -> None:
    compile_words()
    tongue = load("en", QLocale("C"))
    QCoreApplication.installTranslator(tongue)
    try:
        document = record_of(nil)
    finally:
        QCoreApplication.removeTranslator(tongue)
    text = "\n".join([*document.texts(), document.page, document.name])
    for name in sorted({*nil.names.values()}, key=len, reverse=True):
        text = text.replace(name, "")
    for one in nil.view.parts.there:
        text = text.replace(one.vehicle or one.recorder or one.id, "")
    assert document.language == "en" and not CHINESE.search(text), CHINESE.findall(text)
