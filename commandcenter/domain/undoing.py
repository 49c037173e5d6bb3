"""What one may take back of one's own within 10 s: the journal's kinds (domain.md section 2)."""

from __future__ import annotations

CASE_KINDS = frozenset({"case_dispatched", "joint_dispatched", "case_merged"})
TASK_KINDS = frozenset({"task_departed", "task_arrived", "task_declined", "task_finished"})
TEAM_KINDS = frozenset({"team_status_set"})
