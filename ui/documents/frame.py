"""What all documents share: the words of a page, the language, names of files, masked words."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo

from commandcenter.services.masking import mask_numbers
from ui.documents.document import Block, Document
from ui.words import STREET_ZONE, say

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
LONGEST = 80


def framed(
    name: str,
    title: str,
    running: str,
    blocks: tuple[Block, ...],
    mark: str = "",
    wide: bool = False,
) -> Document:
    """A document in the language of the screen; call it on the GUI thread."""
    return Document(
        name=name,
        title=title,
        running=running,
        page=say("第 {n} / {m} 页"),
        blocks=blocks,
        mark=mark,
        language="zh-CN" if say("无") == "无" else "en",
        wide=wide,
    )


def file_name(*parts: str) -> str:
    """交接班-2025-10-16-夜班: a file's stem that Windows takes too."""
    text = _UNFIT.sub("_", "-".join(parts)).strip(" .")[:LONGEST].rstrip(" .")
    return f"_{text}" if _RESERVED.match(text) or not text else text


def moment(at: datetime, zone: tzinfo = STREET_ZONE) -> str:
    """2025-10-16 08:00: with its year, for what is read years later."""
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def told(text: str | None) -> str:
    """Private words with the numbers in them masked; what stands for purged ones."""
    return mask_numbers(text) or say("（内容已清除）")
