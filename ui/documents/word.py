"""A document as a Word file (docx): heads that stand on each page, page numbers, a watermark."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from commandcenter.services.whole import Tick, unwatched
from ui.documents.document import Document, Paragraph, Table, Title

FONT = "Microsoft YaHei"
POINTS = 8.5
MARGIN_MM = 15
SHADE, RED, DIM = "E9EDF1", "B8211F", "4F5D6B"
TALL_MM = 14

_MARK = (
    '<w:pict {spaces} xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office">'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
    ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom"'
    ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="PowerPlusWaterMarkObject" type="#_x0000_t136" style="position:absolute;'
    "margin-left:0;margin-top:0;width:{wide}pt;height:150pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f"'
    ' fillcolor="#B8211F" stroked="f"><v:fill opacity=".12"/>'
    '<v:textpath style="font-family:&quot;{font}&quot;;font-size:1pt" string={text}/></v:shape>'
    "</w:pict>"
)


def write_word(document: Document, path: Path, step: Tick = unwatched) -> None:
    """Write the file; raises OSError. python-docx is imported here: it costs 0.3 s."""
    import docx

    rows = _Rows(document, step)

    made = docx.Document()
    _set_page(made, document)
    _set_style(made)
    made.core_properties.title = document.name
    made.core_properties.author = ""
    made.core_properties.comments = ""
    title = made.add_heading(document.title, level=0)
    title.alignment = 1
    for block in document.blocks:
        if isinstance(block, Title):
            made.add_heading(block.text, level=1)
        elif isinstance(block, Paragraph):
            _add_paragraph(made, block)
        else:
            _add_table(made, block, rows)
    made.save(str(path))


class _Rows:
    """Counts the rows of all tables."""

    def __init__(self, document: Document, step: Tick) -> None:
        tables = [one for one in document.blocks if isinstance(one, Table)]
        self._all = sum(len(one.rows) + bool(one.head) for one in tables)
        self._done, self._step = 0, step

    def next(self) -> None:
        """Another one is begun."""
        self._step(self._done, self._all)
        self._done += 1


def _set_page(made: Any, document: Document) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = made.sections[0]
    wide, high = (297, 210) if document.wide else (210, 297)
    section.orientation = WD_ORIENT.LANDSCAPE if document.wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(MARGIN_MM))
    section.header_distance = section.footer_distance = Mm(7)
    header = section.header.paragraphs[0]
    header.text = document.running
    if document.mark:
        _add_mark(header, document.mark)
    footer = section.footer.paragraphs[0]
    footer.alignment = 1
    before, between, behind = _around(document.page)
    footer.add_run(before)
    _add_field(footer, "PAGE")
    footer.add_run(between)
    _add_field(footer, "NUMPAGES")
    footer.add_run(behind)


def _around(page: str) -> tuple[str, str, str]:
    """The page's words before, between and behind their two blanks."""
    before, rest = page.split("{n}", 1)
    between, behind = rest.split("{m}", 1)
    return before, between, behind


def _set_style(made: Any) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    sizes = {"Normal": POINTS, "Title": 16, "Heading 1": 10.5, "Header": 7.5, "Footer": 7.5}
    for name, points in sizes.items():
        style = made.styles[name]
        style.font.name, style.font.size = FONT, Pt(points)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), FONT)
        style.font.color.rgb = RGBColor.from_string(DIM if points < POINTS else "000000")
        spacing = style.paragraph_format
        spacing.space_before = Pt(8 if name == "Heading 1" else 0)
        spacing.space_after = Pt(3 if name in ("Heading 1", "Title") else 0)


def _add_paragraph(made: Any, block: Paragraph) -> None:
    from docx.shared import RGBColor

    run = made.add_paragraph().add_run(block.text)
    if block.alarm:
        run.bold = True
        run.font.color.rgb = RGBColor.from_string(RED)


def _add_table(made: Any, block: Table, done: _Rows) -> None:
    from docx.shared import Emu

    rows = (block.head, *block.rows) if block.head else block.rows
    table = made.add_table(rows=len(rows), cols=len(block.shares))
    table.style = "Table Grid"
    table.autofit = False
    section = made.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    widths = [Emu(room * share // sum(block.shares)) for share in block.shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        head = bool(block.head) and number == 0
        done.next()
        _fill_row(row, texts, widths, block, head)
    made.add_paragraph().paragraph_format.line_spacing = 0.5


def _fill_row(
    row: Any, texts: tuple[str, ...], widths: list[Any], block: Table, head: bool
) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    format_ = row._tr.get_or_add_trPr()
    format_.append(OxmlElement("w:cantSplit"))
    if head:
        format_.append(OxmlElement("w:tblHeader"))
    elif block.tall:
        row.height = Mm(TALL_MM)
    for place, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
        cell.width = width
        cell.paragraphs[0].add_run(text)
        if head or block.is_label(place):
            shade = OxmlElement("w:shd")
            for key, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
                shade.set(qn(f"w:{key}"), value)
            cell._tc.get_or_add_tcPr().append(shade)


def _add_field(paragraph: Any, what: str) -> None:
    """A number that Word counts itself."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _add_mark(paragraph: Any, text: str) -> None:
    """The watermark as Word itself makes it: a shape in the header."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    wide = min(420, 150 * len(text))
    xml = _MARK.format(spaces=nsdecls("w"), wide=wide, font=FONT, text=quoteattr(text))
    paragraph.add_run()._r.append(parse_xml(xml))
