"""What a call-back asks, in words: our questions by code; a street's own are words already."""

from __future__ import annotations

from ui.words.names import say

ASKS = {
    "contacted": "工作人员联系过您吗？",
    "done": "您反映的问题解决了吗？",
    "again": "之后同样的问题又出现过吗？",
    "manner": "您对工作人员的态度和效率满意吗？",
    "overall": "总的来说是满意、基本满意还是不满意？",
    "quick": "工作人员到得及时吗？",
    "safe": "现场现在安全了吗？",
    "explained": "工作人员向您解释清楚了吗？",
    "settled": "双方谈妥了吗？",
}
"""The lines of domain.callback.SCRIPTS."""


def asked(line: str) -> str:
    """A script's line as the seat reads it aloud."""
    return say(ASKS[line]) if line in ASKS else line
