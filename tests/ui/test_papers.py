"""Papers and files: where pages end, what a file is called, what a browser shows and asks for."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
import shiboken6
from PySide6.QtCore import QBuffer, QObject, QRectF, QUrl
from PySide6.QtGui import QFontMetricsF, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from pytestqt.qtbot import QtBot

from commandcenter.domain.refusal import Refusal
from tests.ui.handoverroom import DAY, Told, many, nothing
from tests.ui.paper import Reader, pages_of, record_of, rows_of_cases
from ui.documents import Document, Paragraph, Table, Title, write_pdf, write_word
from ui.documents.frame import file_name
from ui.documents.pages import Setting
from ui.documents.pdf import BOLD, DPI, POINTS, font_of, sheet_layout
from ui.documents.saving import papers_of, save_documents
from ui.documents.sheet import sheet_of, write_sheet

PAGE = 400
"""Lines that no page has room for."""


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return many(tmp_path_factory.mktemp("many") / "street")


@pytest.fixture(scope="module")
def nil(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return nothing(tmp_path_factory.mktemp("nil") / "street")


def made(*blocks: Title | Paragraph | Table, **more) -> Document:
    return Document(name="a", title="题", running="页眉", page="{n}/{m}", blocks=blocks, **more)


def test_a_row_that_no_page_can_hold_goes_on(qapp: QObject, tmp_path: Path) -> None:
    lines = [f"行{n:03d}" for n in range(PAGE)]
    table = Table((1, 3), (("甲", "短"), ("乙", "\n".join(lines)), ("丙", "尾")), ("头", "文"))
    pages = write_pdf(made(table), tmp_path / "a.pdf")
    text = "".join(pages_of(tmp_path / "a.pdf"))
    assert pages > 4 and text.count("头文") == pages
    places = [text.index(line) for line in lines]
    assert places == sorted(places) and text.endswith("丙尾")


def test_rows_stay_whole_and_a_title_is_never_last(qapp: QObject, tmp_path: Path) -> None:
    rows = tuple((str(n), f"首{n:02d}\n中\n尾{n:02d}") for n in range(60))
    cut = [rows[at : at + 5] for at in range(0, 60, 5)]
    pairs = [(Title(f"题{n:02d}"), Table((1, 4), some)) for n, some in enumerate(cut)]
    blocks = [block for pair in pairs for block in pair]
    assert write_pdf(made(*blocks), tmp_path / "a.pdf") > 2
    for text in pages_of(tmp_path / "a.pdf"):
        assert re.findall(r"首(\d\d)", text) == re.findall(r"尾(\d\d)", text)
        assert not re.search(r"题\d\d$", text)


def test_no_line_leaves_its_cell(qapp: QObject, full: Told) -> None:
    writer = QPdfWriter(QBuffer())
    writer.setResolution(DPI)
    writer.setPageLayout(sheet_layout(wide=False))
    fonts = {style: font_of(points, style in BOLD) for style, points in POINTS.items()}
    room = QRectF(0, 0, writer.width(), writer.height())
    lines = 0
    for page in Setting(fonts, writer, room).set(record_of(full)):
        for line in page.lines:
            size = QFontMetricsF(fonts[line.style], writer)
            inside = [one.rect for one in page.boxes if one.rect.contains(line.x, line.y)]
            rect = inside[0] if inside else room
            assert line.x + size.horizontalAdvance(line.text) <= rect.right(), line.text
            assert line.y + size.descent() <= rect.bottom() <= room.bottom() + 1, line.text
            lines += 1
    assert lines > 600


def test_letters_outside_the_first_plane_are_not_cut(qapp: QObject, tmp_path: Path) -> None:
    """Qt counts them as two."""
    name = "𠮷" * 80 + "完"
    table = Table((1, 1), ((name, "乙"),), ("头", "文"))
    write_pdf(made(table), tmp_path / "a.pdf")
    assert "完乙" in "".join(pages_of(tmp_path / "a.pdf"))


def test_a_wide_sheet_lies_on_its_side(qapp: QObject, tmp_path: Path) -> None:
    for wide in (False, True):
        document = made(Paragraph("文"), wide=wide)
        write_pdf(document, tmp_path / "a.pdf")
        write_word(document, tmp_path / "a.docx")
        pdf = QPdfDocument()
        pdf.load(str(tmp_path / "a.pdf"))
        size, section = pdf.pagePointSize(0), docx.Document(str(tmp_path / "a.docx")).sections[0]
        pdf.close()
        assert (size.width() > size.height()) is wide
        assert (section.page_width > section.page_height) is wide


def test_a_page_of_word_counts_itself_and_carries_the_mark(tmp_path: Path) -> None:
    table = Table((1, 2), (("甲", "乙"),), ("头", "文"))
    write_word(made(table, mark="演练"), tmp_path / "a.docx")
    section = docx.Document(str(tmp_path / "a.docx")).sections[0]
    header, footer = section.header._element.xml, section.footer._element.xml
    assert 'string="演练"' in header and section.header.paragraphs[0].text == "页眉"
    assert 'w:instr="PAGE"' in footer and 'w:instr="NUMPAGES"' in footer


def test_a_document_may_be_painted_on_any_thread(qapp: QObject, full: Told, tmp_path: Path) -> None:
    document = record_of(full)
    here, there = tmp_path / "here.pdf", tmp_path / "there.pdf"
    write_pdf(document, here)
    thread = threading.Thread(target=write_pdf, args=(document, there))
    thread.start()
    thread.join()
    assert pages_of(here) == pages_of(there)


def test_rows_fit_their_columns() -> None:
    with pytest.raises(ValueError, match="2 cells for 3 columns"):
        Table((1, 1, 1), (("甲", "乙"),))


COUNT = """let grids = 0;
map_record.eachLayer(layer => { if (layer instanceof L.Polygon) grids += 1; });
`${document.querySelectorAll('.leaflet-marker-icon').length} ${grids}`"""


class Heard(QWebEnginePage):
    """A page that keeps what its script complains of."""

    def __init__(self, profile: QWebEngineProfile) -> None:
        super().__init__(profile)
        self.errors: list[str] = []

    def javaScriptConsoleMessage(self, level: object, message: str, *where: object) -> None:
        self.errors.append(message)


class Asked(QWebEngineUrlRequestInterceptor):
    """Every address that the page asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        self.addresses.append(info.requestUrl().toString())


@pytest.fixture
def saved(qapp: QObject, full: Told, tmp_path: Path) -> Iterator[tuple[Path, ...]]:
    papers = papers_of(full.view, full.names, full.reference, full.at)
    yield save_documents(papers, tmp_path / "交接")


def test_five_files_are_saved_and_none_is_written_over(full: Told, saved: tuple[Path, ...]) -> None:
    names = [f"交接班-{DAY}-夜班.pdf", f"交接班-{DAY}-夜班.docx", f"交接班-{DAY}-夜班.html",
             f"承诺交接单-{DAY}-夜班.pdf", f"承诺交接单-{DAY}-夜班.docx"]  # fmt: skip
    assert [one.name for one in saved] == names
    first = [one.read_bytes() for one in saved]
    papers = papers_of(full.view, full.names, full.reference, full.at)
    again = save_documents(papers, saved[0].parent)
    assert [one.name for one in again] == [f"{one.stem} (2){one.suffix}" for one in saved]
    assert [one.read_bytes() for one in saved] == first
    assert len(list(saved[0].parent.iterdir())) == 10


def test_a_folder_that_takes_nothing_is_refused(qapp: QObject, nil: Told, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    papers = papers_of(nil.view, nil.names, nil.reference, nil.at)
    with pytest.raises(Refusal, match="sheet_unwritable"):
        save_documents(papers, tmp_path / "file")


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("交接班", DAY, "08:00/17:00"), f"交接班-{DAY}-08_00_17_00"),
        (("con",), "_con"),
        (("a", "b. "), "a-b._"),
        (("", ""), "-"),
        (("长" * 200,), "长" * 80),
    ],
)
def test_names_of_files_suit_windows(parts: tuple[str, ...], name: str) -> None:
    assert file_name(*parts) == name


def test_the_page_names_no_address_and_marks_every_case_with_a_place(
    full: Told, saved: tuple[Path, ...]
) -> None:
    text = saved[2].read_text(encoding="utf-8")
    reader = Reader()
    reader.feed(text)
    styles = "".join(re.findall(r"<style>.*?</style>", text, re.DOTALL))
    assert reader.addresses == [] and "url(" not in styles and "default-src 'none'" in text
    placed = [one for one in full.view.parts.items if one.item.lon is not None]
    sheet = sheet_of(full.view, full.reference)
    assert len(sheet.points) == len(placed) == text.count("L.marker(")
    assert "图上 60 件，无位置 1 件" in sheet.note
    numbers = {row[1].split("\n")[0]: row[0] for row in rows_of_cases(record_of(full)).values()}
    for point in sheet.points:
        number = point.words.split(" ")[2]
        assert numbers[number] == str(point.number)
    assert "7*7" in text and "<b>结果" not in text and "13812345678" not in text


def test_a_browser_draws_the_map_and_asks_for_nothing_else(
    qtbot: QtBot, full: Told, saved: tuple[Path, ...]
) -> None:
    profile, asked = QWebEngineProfile(), Asked()
    page = Heard(profile)
    page.setUrlRequestInterceptor(asked)
    with qtbot.waitSignal(page.loadFinished, timeout=20_000):
        page.load(QUrl.fromLocalFile(str(saved[2])))
    counts: list[str] = []
    page.runJavaScript(COUNT, 0, counts.append)
    qtbot.waitUntil(lambda: bool(counts))
    assert counts == [f"60 {len(full.reference.grids)}"]
    assert asked.addresses == [QUrl.fromLocalFile(str(saved[2])).toString()]
    assert page.errors == []
    shiboken6.delete(page)  # before its profile


def test_a_map_without_cases_or_grids_is_still_a_map(nil: Told) -> None:
    empty = replace(nil.reference, grids=())
    _, body = write_sheet(sheet_of(nil.view, empty))
    assert "L.map(" in body and "fitBounds" not in body
