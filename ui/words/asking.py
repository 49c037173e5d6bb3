"""Why a place shows no answer to its question."""

from __future__ import annotations

from commandcenter.domain.refusal import Refusal
from ui.words.names import say
from ui.words.refusals import refusal
from ui.worker import PASSING


def unanswered(said: Refusal) -> str:
    """The refusal of a lasting question: one that met nobody is put again by itself."""
    if said.code in PASSING:
        return say("现在查不到，恢复后自动再查")
    return refusal(said.code, said.values)
