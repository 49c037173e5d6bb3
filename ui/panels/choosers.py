"""Choosing a file without stopping the desk: one chooser at a time, not modal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget


class FileChooser:
    """Opens Qt's own chooser beside the window; a newer one replaces an older."""

    def __init__(self, owner: QWidget, *kinds: str) -> None:
        """`kinds` are name filters, such as "预案 (*.json)"; each has one ending."""
        self._owner, self._kinds = owner, kinds
        self.open: QFileDialog | None = None

    def to_write(self, title: str, stem: str, chosen: Callable[[str], None]) -> None:
        """Ask for a place; `stem` is proposed with the ending of the kind that is chosen."""
        chooser = self._begin(title, chosen)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.filterSelected.connect(lambda kind: chooser.setDefaultSuffix(_ending(kind)))
        chooser.setDefaultSuffix(_ending(self._kinds[0]))
        chooser.selectFile(f"{stem}.{_ending(self._kinds[0])}")
        chooser.show()

    def to_read(self, title: str, chosen: Callable[[str], None]) -> None:
        """Ask for a file that is there."""
        chooser = self._begin(title, chosen)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.show()

    def _begin(self, title: str, chosen: Callable[[str], None]) -> QFileDialog:
        if self.open is not None:
            self.open.close()
        chooser = QFileDialog(
            self._owner.window(), title, options=QFileDialog.Option.DontUseNativeDialog
        )
        chooser.setNameFilters(list(self._kinds))
        chooser.setModal(False)
        chooser.fileSelected.connect(chosen)
        chooser.finished.connect(chooser.deleteLater)
        chooser.finished.connect(self._forget)
        self.open = chooser
        return chooser

    def _forget(self) -> None:
        self.open = None


def _ending(kind: str) -> str:
    """The ending that a name filter of one kind names: json of "预案 (*.json)"."""
    return kind.rpartition("*.")[2].rstrip(")")
