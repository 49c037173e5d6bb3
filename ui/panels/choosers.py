"""Choosing a file without stopping the desk: one chooser at a time, not modal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFileDialog, QWidget


class FileChooser:
    """Opens Qt's own chooser beside the window; a newer one replaces an older."""

    def __init__(self, owner: QWidget, *kinds: str) -> None:
        """`kinds` are name filters, such as "预案 (*.json)"; the first ending is proposed."""
        self._owner, self._kinds = owner, kinds
        self.open: QFileDialog | None = None

    def to_write(self, title: str, stem: str, chosen: Callable[[str], None], *kinds: str) -> None:
        """Ask for a place; `stem` is proposed with the ending of the kind that is chosen."""
        chooser = self._begin(title, chosen, kinds or self._kinds)
        ending = _ending(chooser.nameFilters()[0])
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.filterSelected.connect(lambda kind: chooser.setDefaultSuffix(_ending(kind)))
        chooser.setDefaultSuffix(ending)
        chooser.selectFile(f"{stem}.{ending}")
        chooser.show()

    def to_read(self, title: str, chosen: Callable[[str], None], *kinds: str) -> None:
        """Ask for a file that is there."""
        chooser = self._begin(title, chosen, kinds or self._kinds)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.show()

    def _begin(
        self, title: str, chosen: Callable[[str], None], kinds: Sequence[str]
    ) -> QFileDialog:
        if self.open is not None:
            self.open.close()
        chooser = QFileDialog(
            self._owner.window(), title, options=QFileDialog.Option.DontUseNativeDialog
        )
        chooser.setNameFilters(list(kinds))
        chooser.setModal(False)
        chooser.fileSelected.connect(chosen)
        chooser.finished.connect(chooser.deleteLater)
        chooser.finished.connect(self._forget)
        self.open = chooser
        return chooser

    def _forget(self) -> None:
        self.open = None


def _ending(kind: str) -> str:
    """The first ending that a name filter names: xlsx of "表格 (*.xlsx *.csv)"."""
    return kind.partition("*.")[2].rstrip(")").split()[0]
