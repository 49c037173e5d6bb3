"""Whistles, levels, joint tasks, run cards, orders, and what they add to older nouns."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# In the order of its bytes, whatever the database's locale is.
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_TYPES: dict[str, Any] = {"t": _TEXT, "i": sa.BigInteger, "f": sa.Float}

# name:type, * = part of the key, ! = never null
_TABLES = """
consult_tasks: street:t* id:t* consultation:t! case:t! unit:t! due:i! done_at:i done_by:t text:t
consultations: street:t* id:t* case:t! whistle:t state:t! called_by:t! called_at:i! meets_at:i!
  units:t! attended:t! held_at:i held_by:t agenda:t decision:t
joints: street:t* id:t* case:t! kind:t! task_kind:t! lead:t! units:t! place:t! meets_at:i
  planned_by:t! planned_at:i! text:t
orders: street:t* id:t* case:t! unit:t by:t! at:i! due:i! text:t answered_at:i answered_by:t
  answer:t
ratings: street:t* id:t* whistle:t! unit:t! by_street:i! score:i! by:t! at:i! text:t
run_cards: street:t* id:t* name:t! item:t! level:t communities:t! hours:t! kind:t! lead:t!
  co_units:t! notify:t! crews:t! officers:i! powers:t! equipment:t! on:i!
scripts: street:t* id:t* lines:t!
tiers: street:t* id:t* limit:t
timers: street:t* id:t* limit:t
whistle_parts: street:t* id:t* whistle:t! case:t! unit:t! lead:i! state:t! sign_due:i
  contact_due:i check_in_due:i deliver_due:i signed_at:i contacted_at:i checked_in_at:i
  delivered_at:i lon:f lat:f by_code:i! late:t! urged:i! designated:i! asked_at:i asked_for:t
  disputed_at:i before_dispute:t negotiated:i!
whistle_rules: street:t* id:t* approve:t! blow:t! sign:t! contact:t! check_in:t! deliver:t!
  rate:t!
whistles: street:t* id:t* case:t! kind:t! state:t! lead:t! code:t! drafted_by:t! drafted_at:i!
  decided_by:t decided_at:i blown_by:t blown_at:i closed_at:i rate_due:i rated_at:i drill:i!
  text:t
"""

_ADDED = """
cases: tier:t tier_since:i tier_due:i tier_yellow:i tier_log:t whistle:t whistled:t whistle_due:i
  whistle_yellow:i watch:t watch_due:i admission:t
tasks: joint:t watch_minutes:i heard_at:i missed:i noted:i
teams: equipment:t tasks:i
items: listed:i
"""

_INDEXES = """
whistles_case whistles case
consultations_case consultations case
consult_tasks_case consult_tasks case
joints_case joints case
orders_case orders case
whistle_parts_whistle whistle_parts whistle
whistle_parts_case whistle_parts case
ratings_whistle ratings whistle
tasks_team tasks team state
"""


def _column(text: str) -> sa.Column[object]:
    name, mark = text.split(":")
    return sa.Column(name, _TYPES[mark[0]], primary_key="*" in mark, nullable=mark[1:] == "")


def _blocks(text: str) -> list[tuple[str, list[sa.Column[object]]]]:
    found = []
    for block in text.strip().replace("\n  ", " ").splitlines():
        name, columns = block.split(": ", 1)
        found.append((name, [_column(one) for one in columns.split()]))
    return found


def upgrade() -> None:
    """Make the tables, widen the older ones."""
    for name, columns in _blocks(_TABLES):
        op.create_table(name, *columns)
    for name, columns in _blocks(_ADDED):
        for one in columns:
            op.add_column(name, one)
    for line in _INDEXES.strip().splitlines():
        name, table, *found = line.split()
        op.create_index(name, table, ["street", *found])
