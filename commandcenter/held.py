"""What a seat still knows while the link is down: last answers, and every case's last line."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import fields, replace
from typing import Any

from commandcenter.domain.case import Case, CaseState
from commandcenter.domain.task import TaskKind
from commandcenter.services.chart_views import AskCharts
from commandcenter.services.views import (
    AskBoard,
    AskCandidates,
    AskCase,
    AskPicture,
    AskReference,
    AskRules,
    Board,
    CandidatesView,
    CaseLine,
    CaseView,
    Changes,
    Move,
    Reference,
)

MOST_ANSWERS = 400
MOST_PICTURES = 48 * 1024 * 1024
HOLDS = (AskBoard, AskCandidates, AskCase, AskCharts, AskReference, AskRules)
"""Questions whose last answer is still worth showing, with the time it is as of."""
_SHARED = frozenset(one.name for one in fields(CaseLine)) & {one.name for one in fields(Case)}
_ANYTIME, _FILED = ("AddNote",), ("AddNote", "DispatchCase")
"""What may be wished on a case of which only its line is known (commandcenter/outbox.py)."""


class Held:
    """Answers from memory; nothing of it is newer than the last word of the server."""

    def __init__(self) -> None:
        """Nothing known."""
        self._answers: OrderedDict[tuple[str, Any], Any] = OrderedDict()
        self._pictures: OrderedDict[tuple[str, Any], bytes] = OrderedDict()
        self._lines: dict[str, CaseLine] = {}
        self._reference: Reference | None = None

    def learn(self, query: Any, who: str, answer: Any) -> None:
        """Take in what the server answered."""
        if isinstance(query, AskPicture):
            self._hold_picture((who, query), answer)
        if not isinstance(query, HOLDS):
            return
        if isinstance(answer, Board):
            self._lines = {line.id: line for line in answer.cases}
        if isinstance(answer, Reference):
            self._reference = answer
        self._answers[who, query] = answer
        self._answers.move_to_end((who, query))
        while len(self._answers) > MOST_ANSWERS:
            self._answers.popitem(last=False)

    def follow(self, changes: Changes) -> None:
        """Take in what the feed told."""
        self._lines.update((line.id, line) for line in changes.cases)
        for case in changes.gone:
            self._lines.pop(case, None)
            for key in [one for one in self._answers if getattr(one[1], "case", "") == case]:
                del self._answers[key]

    def answer(self, query: Any, who: str) -> Any:
        """The answer as far as it is known here; None when it is not."""
        if isinstance(query, AskPicture):
            return self._pictures.get((who, query))
        found = self._answers.get((who, query))
        if isinstance(query, AskCase):
            return self._case(query.case, found)
        if isinstance(query, AskCandidates) and found is None:
            return self._candidates(query, who)
        return found

    def whole(self, case: str, who: str) -> bool:
        """Whether all of a case is known as of its last change, not its line alone."""
        found, line = self._answers.get((who, AskCase(case=case))), self._lines.get(case)
        return found is not None and (line is None or line.version <= found.case.version)

    def _case(self, key: str, found: CaseView | None) -> CaseView | None:
        line = self._lines.get(key)
        if line is None or (found is not None and line.version <= found.case.version):
            return found
        known = {name: getattr(line, name) for name in _SHARED}
        if found is not None:
            case = replace(found.case, **known)
            return replace(found, case=case, moves=_moves(line), course=None, upcoming=())
        return CaseView(
            case=Case(street=self._reference.street if self._reference else "", **known),
            words=None,
            complainant=None,
            story=(),
            tasks=(),
            requests=(),
            dockets=(),
            pictures=(),
            findings=(),
            moves=_moves(line),
            reminders=(),
            undo_until=None,
        )

    def _candidates(self, query: AskCandidates, who: str) -> CandidatesView | None:
        """An earlier answer about the case, without the law's, which was about another choice."""
        earlier: list[CandidatesView] = [
            answer
            for (asker, asked), answer in reversed(self._answers.items())
            if asker == who and isinstance(asked, AskCandidates) and asked.case == query.case
        ]
        if earlier:
            return replace(earlier[0], kind=query.kind or earlier[0].kind, findings=())
        line, reference = self._lines.get(query.case), self._reference
        if line is None or reference is None:
            return None
        here = {one.id for one in reference.units}
        units = (unit for item in reference.items if item.code == line.item for unit in item.units)
        return CandidatesView(
            case=query.case,
            kind=query.kind or TaskKind.HANDLE,
            candidates=(),
            findings=(),
            proposed_unit=query.unit or next((unit for unit in units if unit in here), None),
            proposed_kind=query.kind or TaskKind.HANDLE,
        )

    def _hold_picture(self, key: tuple[str, Any], data: bytes) -> None:
        self._pictures[key] = data
        while sum(map(len, self._pictures.values())) > MOST_PICTURES:
            self._pictures.popitem(last=False)


def _moves(line: CaseLine) -> tuple[Move, ...]:
    names = _FILED if line.state is CaseState.FILED else _ANYTIME
    return tuple(Move(command=name, allowed=True, why=None) for name in names)
