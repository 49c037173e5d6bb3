"""Why a dispatch by recommendation or plan is refused, and why a case takes no part in a plan."""

from __future__ import annotations

SENDING_REFUSALS: dict[str, str] = {
    "overrule_reason": "没有派推荐的队伍，要选一条理由；派了推荐的，则不用。",
    "overrule_words": "另选队伍的理由选了“其他”，要写明（不少于四个字）。",
}
