"""What a step's form has given and not been answered: whoever opens it again meets the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ui.panels.step_form import StepForm


@dataclass(frozen=True, slots=True)
class Given:
    """Who gives which action on which case, with what the program and the hand chose for it."""

    who: str
    key: tuple[str, str]
    preset: Mapping[str, Any]
    draft: Mapping[str, Any]


def given_by(who: str, key: tuple[str, str], form: StepForm) -> Given:
    """What this form would give now."""
    return Given(who, key, form.preset, bare(form.draft()))


def bare(draft: Mapping[str, Any]) -> dict[str, Any]:
    """A draft without the space around its words, which no command carries."""
    return {name: one.strip() if isinstance(one, str) else one for name, one in draft.items()}
