"""Documents to print and to keep: one form (document.py), written as PDF, Word and HTML."""

from ui.documents.document import BLANK, Block, Document, Paragraph, Table, Title
from ui.documents.html import write_html
from ui.documents.pdf import paint, write_pdf
from ui.documents.word import write_word

__all__ = [
    "BLANK",
    "Block",
    "Document",
    "Paragraph",
    "Table",
    "Title",
    "paint",
    "write_html",
    "write_pdf",
    "write_word",
]
