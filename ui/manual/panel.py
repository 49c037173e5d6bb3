"""The manual's panel: a page with its picture, and a field that searches all pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from ui.manual.pages import FIRST, keyed, pages, picture, search
from ui.palette import Colours
from ui.panels.keys import FormKeys
from ui.scale import GAP, TIGHT

SCHEME = "manual"
MOST_TYPED = 60


class ManualPanel(QWidget):
    """Shows the page of a panel; typing searches, Enter opens the first page found, Esc leaves.

    `left` asks for the focus to go back to where it was.
    """

    left = Signal()

    def __init__(
        self, tongue: str, key: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        """In the language of the screen (zh or en); `key` tells the keys of an action by name."""
        super().__init__(parent)
        self.setObjectName("manual_panel")
        self._tongue, self._key = tongue, key
        self.page = pages(tongue)[FIRST]
        self.field = QLineEdit(self, objectName="manual.field", clearButtonEnabled=True)
        self.field.setMaxLength(MOST_TYPED)
        self.field.setPlaceholderText(self.tr("查找帮助：中文或英文 · Enter 打开第一条 · Esc 返回"))
        self.field.setAccessibleName(self.tr("查找帮助"))
        self.text = _Text(tongue, self)
        self.text.setObjectName("manual.text")
        self.text.setAccessibleName(self.tr("帮助"))
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(TIGHT, TIGHT, TIGHT, TIGHT)
        column.setSpacing(TIGHT)
        column.addWidget(self.field)
        column.addWidget(self.text, 1)
        self._wire()
        self.open_page(FIRST)

    def open_page(self, name: str) -> None:
        """Show the page of that name; the first page where there is none."""
        found = pages(self._tongue)
        self.page = found.get(name, found[FIRST])
        self.field.clear()
        self._show_page()

    def rekeyed(self) -> None:
        """Other keys are in force: the page names them."""
        if not self.field.text().strip():
            self._show_page()

    def set_theme(self, chosen: Colours) -> None:
        """Links and headings in the new colours."""
        self._typed()

    def _show_page(self) -> None:
        others = [one for one in pages(self._tongue).values() if one.name != self.page.name]
        body = keyed(self.page.body, self._key)
        shot = self.page.name if picture(self.page.name, self._tongue).exists() else ""
        drawn = f"\n\n![{self.page.title}]({SCHEME}:{shot}.webp)" if shot else ""
        links = " · ".join(f"[{one.title}]({SCHEME}:{one.name})" for one in others)
        more = self.tr("其他帮助")
        self.text.show_text(
            f"# {self.page.title}\n\n{body}{drawn}\n\n---\n\n**{more}** {links}", shot
        )

    def _typed(self) -> None:
        typed = self.field.text().strip()
        if not typed:
            self._show_page()
            return
        hits = search(typed, self._tongue)
        if not hits:
            self.text.show_text(self.tr("没有找到。换一个词，或按 Esc 返回。"))
            return
        rows = (f"**[{hit.page.title}]({SCHEME}:{hit.page.name})**  \n{hit.words}" for hit in hits)
        self.text.show_text("\n\n".join(rows))

    def _enter(self) -> bool:
        hits = search(self.field.text(), self._tongue)
        if hits:
            self.open_page(hits[0].page.name)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _escape(self) -> bool:
        if self.field.text():
            self.open_page(self.page.name)
            self.field.setFocus()
        else:
            self.left.emit()
        return True

    def _down(self) -> bool:
        self.text.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _wire(self) -> None:
        self.text.anchorClicked.connect(lambda link: self.open_page(link.path()))
        self.field.textChanged.connect(self._typed)
        keys = FormKeys(self)
        keys.bind("Return", self._enter)
        keys.bind("Down", self._down)
        keys.bind("Escape", self._escape)
        keys.watch(self.field)
        leaves = FormKeys(self)
        leaves.bind("Escape", self._escape)
        leaves.watch(self.text)


class _Text(QTextBrowser):
    """A page as wide as it has room; its picture comes from the manual's own folder only."""

    def __init__(self, tongue: str, parent: QWidget) -> None:
        """Of the pages in this language."""
        super().__init__(parent)
        self._tongue, self._said = tongue, ("", "")
        self.setOpenLinks(False)

    def show_text(self, markdown: str, shot: str = "") -> None:
        """Show this Markdown from its beginning; `shot` names the page whose picture it has."""
        self._said = markdown, shot
        document = QTextDocument(self)  # the one before goes with its place
        document.setDefaultFont(self.font())
        document.setDocumentMargin(GAP)
        document.setMarkdown(markdown)
        if shot:
            self._add_picture(document, shot)  # to set the words forgets pictures
        self.setDocument(document)

    def _add_picture(self, document: QTextDocument, name: str) -> None:
        """The page's picture, as wide as there is room."""
        shot, ratio = QImage(str(picture(name, self._tongue))), self.devicePixelRatioF()
        room = int((self.viewport().width() - 3 * GAP) * ratio)
        if shot.isNull() or room <= 0:
            return
        wide = min(shot.width(), room)
        made = shot.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        made.setDevicePixelRatio(ratio)
        kind = QTextDocument.ResourceType.ImageResource
        document.addResource(kind, QUrl(f"{SCHEME}:{name}.webp"), made)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            at = self.verticalScrollBar().value()
            self.show_text(*self._said)  # its picture is as wide as the page
            self.verticalScrollBar().setValue(at)

    def sizeHint(self) -> QSize:
        return QSize(360, 480)
