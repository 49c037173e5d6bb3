"""What is asked while a call is taken in: what the place tells, what is known beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer

from commandcenter.domain.refusal import Refusal
from commandcenter.services.views import AskBeside, AskPlace, Beside, PlaceFacts
from ui.context import DeskContext
from ui.panels.intake_beside import BesidePanel
from ui.panels.intake_form import IntakeForm
from ui.panels.intake_search import Searches
from ui.words.asking import unanswered
from ui.worker import PASSING

NOTHING = Beside(similar=(), earlier=())
PLACE, BESIDE = "intake.place", "intake.beside"
SETTLE_MS = 20
"""A newer question replaces an older one that waits: this only gathers keys that come together."""
PHONE_DIGITS = 7


class Asking(QObject):
    """Asks by what stands in the form and shows the answers; they end with the call."""

    def __init__(
        self, desk: DeskContext, form: IntakeForm, beside: BesidePanel, searches: Searches
    ) -> None:
        """Nothing is asked before something was typed or picked."""
        super().__init__(form)
        self._asked: AskPlace | None = None
        self._desk, self._form, self._beside, self._searches = desk, form, beside, searches
        self.settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self.settle.timeout.connect(self._settled)
        form.changed.connect(self.settle.start)
        form.located.connect(self._located)
        form.item_chosen.connect(self._item_chosen)
        desk.worker.given_up.connect(self._given_up)

    def forget(self) -> None:
        """The form is another call's now: no answer to a question of this one comes any more."""
        self.settle.stop()
        for key in (PLACE, BESIDE):
            self._desk.worker.forget(key)
        self._beside.load(NOTHING)

    def _settled(self) -> None:
        draft = self._form.draft()
        if draft.item is None:
            self._form.item.offer(self._searches.items_of_words(draft.words))
        digits = sum(one.isdigit() for one in draft.phone)
        phone = draft.phone if digits >= PHONE_DIGITS else None
        if draft.lon is None and phone is None:
            self._desk.worker.forget(BESIDE)
            self._beside.load(NOTHING)
            return
        question = AskBeside(
            item=draft.item,
            lon=draft.lon,
            lat=draft.lat,
            words=draft.words,
            phone=phone,
            drill=draft.drill,
        )
        load, who = self._beside.load, self._desk.who
        missed, broken = self._missed, self._unseen
        self._desk.worker.ask(BESIDE, question, who, load, broken, self, missed, lasting=True)

    def _missed(self, said: Refusal) -> None:
        self._beside.miss(unanswered(said))

    def _unseen(self, error: Exception) -> None:
        self._beside.miss(self.tr("没有查成"))

    def _item_chosen(self) -> None:
        if self._form.grid or self._form.lon is not None:
            self._ask_place()

    def _located(self) -> None:
        self._form.facts.wait()  # what was told is of another place
        self._ask_place()

    def _ask_place(self) -> None:
        form, item = self._form, self._form.item.choice
        key = item.key if item else None
        question = AskPlace(lon=form.lon, lat=form.lat, grid=form.grid, item=key)
        self._asked = question
        self._desk.worker.ask(
            PLACE,
            question,
            self._desk.who,
            self._placed,
            partial(self._broken, question),
            self,
            self._refused,
            lasting=True,
        )

    def _refused(self, said: Refusal) -> None:
        if said.code not in PASSING:
            self._form.facts.give_up()

    def _broken(self, question: AskPlace, error: Exception) -> None:
        if question is self._asked:
            self._form.facts.give_up()

    def _given_up(self, key: str) -> None:
        """A hand would not wait any longer."""
        if key == PLACE:
            self._form.facts.give_up()

    def _placed(self, facts: PlaceFacts) -> None:
        self._form.set_place(facts.lon, facts.lat, facts.grid)
        self._form.facts.show_facts(facts, self._form.item.choice is not None)
        self.settle.start()
