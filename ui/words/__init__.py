"""Codes and enums as Chinese sentences: the only place where the trade's codes get words."""

from ui.words.law import finding, reminder, severity
from ui.words.names import (
    CODES,
    TEAM_KINDS,
    WORDS,
    article,
    bracketed,
    code,
    listed,
    lookup,
    masked_phone,
    named,
    names_of,
    say,
    short_grid,
    short_number,
    word,
)
from ui.words.reasons import REASONS, reason, reasons
from ui.words.refusal_texts import REFUSALS
from ui.words.refusals import fill, refusal, value_text
from ui.words.sending import candidate_excluded, candidate_reason, shortfall, team_kind
from ui.words.story import STORIES, sentence, story
from ui.words.times import (
    STREET_ZONE,
    clock_text,
    distance,
    duration,
    limit_text,
    span_text,
    stamp,
    time_left,
)

__all__ = [
    "CODES",
    "REASONS",
    "REFUSALS",
    "STORIES",
    "STREET_ZONE",
    "TEAM_KINDS",
    "WORDS",
    "article",
    "bracketed",
    "candidate_excluded",
    "candidate_reason",
    "clock_text",
    "code",
    "distance",
    "duration",
    "fill",
    "finding",
    "limit_text",
    "listed",
    "lookup",
    "masked_phone",
    "named",
    "names_of",
    "reason",
    "reasons",
    "refusal",
    "reminder",
    "say",
    "sentence",
    "severity",
    "short_grid",
    "short_number",
    "shortfall",
    "span_text",
    "stamp",
    "story",
    "team_kind",
    "time_left",
    "value_text",
    "word",
]
