"""Who may be put on a post: found by name, by id or by the initials of the pinyin."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from commandcenter.domain.duty import ROLE_OF, Post
from commandcenter.domain.person import Person
from commandcenter.domain.tables import SPLIT
from commandcenter.services.classify import initials
from ui.context import DeskContext
from ui.words import listed, say, word

FOUND_BY = Qt.ItemDataRole.UserRole + 1
NAME = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


class Roll(QObject):
    """The street's people as one types them; the initials are spelled off the screen's thread."""

    def __init__(self, desk: DeskContext, parent: QObject) -> None:
        """Empty until take()."""
        super().__init__(parent)
        self._desk = desk
        self._people: dict[str, Person] = {}
        self._spelled: dict[str, str] = {}
        self._asked = False

    @property
    def names(self) -> dict[str, str]:
        """Names by id."""
        return dict(self._desk.reference.names)

    def take(self, people: Iterable[Person]) -> None:
        """Know these people as they are now."""
        self._people.update({one.id: one for one in people})

    def forget_spelling(self) -> None:
        """Names were changed."""
        self._asked = False

    def spell(self) -> None:
        """Reckon the initials once, on the worker."""
        if not self._asked:
            self._asked = True
            named = list(self._desk.reference.names.items())
            self._desk.worker.run(partial(_spell, named), self._take_spelling, owner=self)

    def holding(self, post: Post | None) -> list[str]:
        """Who has the post's role, by name; for a post without one everybody of the street."""
        role = ROLE_OF.get(post) if post else None
        names = self._desk.reference.names
        fit = [one.id for one in self._people.values() if role is None or role in one.roles]
        return sorted((one for one in fit if one in names), key=lambda one: names[one])

    def find(self, text: str, post: Post | None) -> list[str]:
        """Whom a text means: a whole name or id of anybody, else initials or a part of a name.

        One person when it is clear, several when it is not, none when nobody is meant.
        """
        names, wanted = self._desk.reference.names, text.strip().lower()
        whole = [key for key, name in names.items() if wanted in (name.lower(), key)]
        if whole:
            return [one for one in self.holding(post) if one in whole] or whole
        fit = self.holding(post)
        exact = [one for one in fit if self._spelled.get(one) == wanted]
        return exact or [one for one in fit if self._begins(one, wanted)]

    def _begins(self, person: str, wanted: str) -> bool:
        name = self._desk.reference.names[person].lower()
        return wanted in name or self._spelled.get(person, "").startswith(wanted)

    def read(self, text: str, post: Post | None) -> tuple[tuple[str, ...], str]:
        """The people that a text of several names means, and what is wrong with it, if anything."""
        found: list[str] = []
        for part in filter(None, (one.strip() for one in SPLIT.split(text))):
            people = self.find(part, post)
            if not people:
                return (), say("没有叫“{text}”的人；请输入姓名或拼音首字母。").format(text=part)
            if len(people) > 1:
                names = listed(self._desk.reference.names[one] for one in people[:5])
                wrong = say("“{text}”可能是{names}；请输入全名，或从下拉名单中选。")
                return (), wrong.format(text=part, names=names)
            found += people
        return tuple(dict.fromkeys(found)), ""

    def completer(self, line: QLineEdit, post: Post | None) -> QCompleter:
        """Completes the last name of a line by name or initials."""
        model = QStandardItemModel(line)
        for key in self.holding(post):
            model.appendRow(self._item(key))
        completer = NameCompleter(line)
        completer.setModel(model)
        completer.setCompletionRole(FOUND_BY)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        return completer

    def _item(self, key: str) -> QStandardItem:
        name, person = self._desk.reference.names[key], self._people.get(key)
        roles = listed(word(one) for one in person.roles) if person else ""
        item = QStandardItem(f"{name}  {roles}")
        item.setData(f"{name} {self._spelled.get(key, '')} {key}", FOUND_BY)
        item.setData(name, NAME)
        return item

    def _take_spelling(self, spelled: dict[str, str]) -> None:
        self._spelled = spelled


def _spell(named: list[tuple[str, str]]) -> dict[str, str]:
    return {key: initials(name) for key, name in named}


class NameCompleter(QCompleter):
    """Completes the last of several names that 、 parts."""

    def splitPath(self, path: str) -> list[str]:
        return [SPLIT.split(path)[-1].strip()]

    def pathFromIndex(self, index: QModelIndex) -> str:
        widget = self.widget()
        text = widget.text() if isinstance(widget, QLineEdit) else ""
        last = SPLIT.split(text)[-1]
        return text[: len(text) - len(last)] + str(index.data(NAME) or "")


class NameEditor(QStyledItemDelegate):
    """A line of names with the people of the cell's post; `post_of` tells which that is."""

    def __init__(
        self, roll: Roll, post_of: Callable[[Index], Post | None], parent: QWidget
    ) -> None:
        """For a view whose cells hold names."""
        super().__init__(parent)
        self._roll, self._post_of = roll, post_of

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent, objectName="duty.cell")
        line.setCompleter(self._roll.completer(line, self._post_of(index)))
        line.setToolTip(say("姓名或拼音首字母，几个人用“、”分开"))
        return line
