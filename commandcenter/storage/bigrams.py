"""Chinese search text: bigrams made by the program, as SQLite's own tokenizers know no Chinese."""

from __future__ import annotations

import re
import unicodedata

RUN = r"[㐀-鿿豈-﫿]+|[0-9a-z]+"
"""Compiled when first searched with, for that takes long and a start searches nothing."""
MOST_GRAMS = 4_000


def grams(text: str) -> list[str]:
    """Lower-cased search terms: Chinese runs as overlapping pairs, words and numbers whole."""
    found: list[str] = []
    for run in re.findall(RUN, unicodedata.normalize("NFKC", text).lower()):
        if run.isascii() or len(run) == 1:
            found.append(run)
        else:
            found.extend(run[i : i + 2] for i in range(len(run) - 1))
        if len(found) > MOST_GRAMS:
            break
    return found[:MOST_GRAMS]


def document(*texts: str | None) -> str:
    """What is indexed for a case: every distinct gram once, in a fixed order."""
    return " ".join(sorted({gram for text in texts if text for gram in grams(text)}))


def wanted(text: str) -> list[str]:
    """The grams that all have to be there, each once; none when nothing is long enough."""
    return [gram for gram in dict.fromkeys(grams(text)) if len(gram) > 1][:24]
