"""回访话术: what a hotline seat asks a complainant, line by line (issue 5)."""

from __future__ import annotations

from collections.abc import Mapping

EVERY = "all"
"""The script of every group of items that has none of its own."""

DEFAULT_SCRIPT = (
    "您好，这里是街道指挥中心，回访您反映的事项：请问工作人员联系过您吗？",
    "您反映的问题解决了吗？",
    "您对处理结果满意吗：满意、基本满意还是不满意？不满意请说明原因。",
)
"""The three questions of a new street [D]: contact, result, satisfaction (domain.md section 4)."""


def script_for(scripts: Mapping[str, tuple[str, ...]], item: str) -> tuple[str, ...]:
    """What is asked about an item (05-10): its group's script, else that of all, else ours."""
    return scripts.get(item[:2]) or scripts.get(EVERY) or DEFAULT_SCRIPT
