"""The checklists that a plan begins with: lines by kind of event, post and level, as data."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from commandcenter.domain.duty import Post
from commandcenter.domain.plan import Checklist, EventKind, Response

FILE = Path(__file__).resolve().parents[2] / "resources" / "plans" / "checklists.json"


@cache
def default_checklists(kind: EventKind) -> dict[Response, tuple[Checklist, ...]]:
    """By level: what each post has to do; a higher level adds its lines to those below it.

    Raises ValueError or KeyError when the file was damaged: it comes with the program.
    """
    given = json.loads(FILE.read_text("utf-8"))[kind.value]
    return {
        level: tuple(
            Checklist(Post(post), lines)
            for post, by_level in given.items()
            if (lines := _up_to(level, by_level))
        )
        for level in Response
    }


def _up_to(level: Response, by_level: dict[str, list[str]]) -> tuple[str, ...]:
    reached = [one for one in Response if one.rank <= level.rank]
    return tuple(line for one in reached for line in by_level.get(one.value, ()))
