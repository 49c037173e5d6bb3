"""Duty roster, handover, 平急转换: their nouns, and the hold of a case."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# In the order of its bytes, whatever the database's locale is.
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_TYPES: dict[str, Any] = {"t": _TEXT, "i": sa.BigInteger, "f": sa.Float}

# name:type, * = part of the key, ! = never null
_TABLES = """
addenda: street:t* id:t* handover:t! by:t! at:i! text:t! text_hash:t!
at_risk: street:t* id:t* emergency:t! place:t! community:t grid:t lon:f lat:f drill:i! state:t!
  spot:t changed_at:i! changed_by:t! private:i!
call_ups: street:t* id:t* emergency:t! wave:i! team:t! drill:i! called_at:i! called_by:t!
  answer_by:i! answer:t answered_at:i minutes:i
duties: street:t* id:t* day:t! shift:t! starts:i! ends:i! post:t! person:t! state:t!
duty_requests: street:t* id:t* kind:t! duty:t! other:t stand_in:t asked_by:t! asked_at:i!
  reason:t! decided_by:t approved:i
emergencies: street:t* id:t* kind:t! plan:t! drill:i! phase:t! level:t level_since:i! began_at:i!
  reach:t! places:t! order_no:t! released_at:i reviewed_at:i purge_by:t purge_at:i
handover_items: street:t* id:t* handover:t! case:t! number:t state:t! owner:t due:i left_s:i
  next_move:t promised:t mark:t! place:t! item:t! lon:f lat:f lamp:t! hold:t late:i!
  acked_by:t acked_at:i question:t was_owner:t was_due:i was_promised:t
handovers: street:t* id:t* state:t! shift:t! starts:i! ends:i! outgoing:t! incoming:t! leader:t
  drill:i! frozen_at:i! content:t! remarks:t remarks_hash:t out_signed_at:i out_signature:t
  out_key:t in_signed_at:i in_signature:t in_key:t hash:t alerted_at:i
kit: street:t* id:t* kind:t! name:t! state:t! holder:t
notices: street:t* id:t* kind:t! origin:t by:t! at:i! due:i text:t ended_at:i ended_by:t
patterns: street:t* id:t* name:t! shifts:t! cycle:t! teams:i!
plans: street:t* id:t* kind:t! version:i! name:t! body:t! current:i! made_by:t! made_at:i!
promises: street:t* id:t* case:t! party:t! unit:t by_when:i! made_by:t! made_at:i! text:t
  kept_at:i kept_by:t
sign_keys: street:t* person:t* public:t* sealed:t! since:i!
spots: street:t* id:t* kind:t! name:t! community:t lon:f! lat:f! capacity:i
switches: street:t* id:t* emergency:t! kind:t! plan:t! drill:i! from_level:t to_level:t reach:t!
  places:t! order_no:t! state:t! proposed_by:t! proposed_at:i! decided_by:t decided_at:i
  before:t! after:t!
ticks: street:t* id:t* emergency:t! by:t! at:i!
up_reports: street:t* id:t* emergency:t! slot:t! kind:t! due:i! sent_at:i! sent_by:t! nil:i!
  drill:i! text:t
"""

_ON_CASES = "hold:t held_by:t held_at:i stage_left:i stage_yellow_left:i"

_INDEXES = """
cases_held cases held_by
switches_emergency switches emergency
up_reports_emergency up_reports emergency
call_ups_emergency call_ups emergency
at_risk_emergency at_risk emergency
ticks_emergency ticks emergency
handover_items_handover handover_items handover
addenda_handover addenda handover
duties_time duties ends
promises_case promises case
"""


def _column(text: str) -> sa.Column[object]:
    name, mark = text.split(":")
    return sa.Column(name, _TYPES[mark[0]], primary_key="*" in mark, nullable=mark[1:] == "")


def upgrade() -> None:
    """Make the tables, widen the cases."""
    for block in _TABLES.strip().replace("\n  ", " ").splitlines():
        name, columns = block.split(": ", 1)
        op.create_table(name, *(_column(one) for one in columns.split()))
    for one in _ON_CASES.split():
        op.add_column("cases", _column(one))
    for line in _INDEXES.strip().splitlines():
        name, table, column = line.split()
        op.create_index(name, table, ["street", column])
