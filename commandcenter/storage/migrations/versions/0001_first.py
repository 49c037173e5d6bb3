"""The first schema: nouns, journal, personal data apart, search, quarantine."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# In the order of its bytes, whatever the database's locale is.
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_TYPES: dict[str, Any] = {
    "t": _TEXT,
    "i": sa.BigInteger,
    "f": sa.Float,
    "b": sa.LargeBinary,
    "n": sa.Integer,
}

# name:type, * = part of the key, ! = never null
_TABLES = """
callers: street:t* hash:t* case:t*
cases: street:t* id:t* version:i! number:t state:t! state_since:i! item:t! level:t! source:t!
  source_number:t place:t! lon:f lat:f grid:t community:t drill:i! imported:i! reported_at:i!
  reporter:t complainant:i! hotline_at:i verifier:t filed_at:i clock_start:i limit:t due:i
  yellow:i provisional:i! left:i yellow_left:i review_on:t stage:t stage_due:i stage_yellow:i
  old_dues:t! late_stages:t! lead_unit:t co_units:t! notified:t! handlers:t! owner:t checker:t
  returns:i! designated:i! resent:i! extensions:i! rework:i! rounds:i! redo_wanted:i! owed:t!
  contacted_at:i arrived_at:i handled_at:i verdict:i unreached:t! pending:t! rating:t
  close_kind:t closed_at:i urged:i! supervised:i! supervise_due:i enforced:i! told:t
  merged_into:t recused:t! acks:t!
chain_head: street:t* seq:i! hash:t!
communities: street:t* id:t* name:t! spoken:t!
days: street:t* id:t* kind:t! name:t! origin:t!
dockets: street:t* id:t* case:t! kind:t! decision:t! recorder:t goods:t opened_by:t!
  opened_at:i! limit_on:t! report_due:i reported_at:i extended:t closed_at:i outcome:t
figures: street:t* id:t* filed:i! closed:i! void:i! open:i! inbox:i! last_number:i!
  number_year:i!
grids: street:t* id:t* name:t! kind:t! community:t! lon:f! lat:f! ring:t! void_reason:t
items: street:t* id:t* name:t! level:t! limit:t units:t! axis:t!
journal: street:t* seq:i* command:t! at:i! who:t! behalf:t channel:t happened_at:i! subject:t!
  kind:t! data:t! hash:t!
limits: street:t* id:t* limit:t
names: street:t* id:t* name:t! phone:t
officers: street:t* id:t* unit:t! team:t auxiliary:i! certificate:t valid_until:t recorder:t
  on_shift:i!
people: street:t* id:t* roles:t! unit:t grids:t! on_shift:i!
pictures: street:t* id:t* case:t! sha256:t! kind:t! at:i! by:t! mime:t! size:i! keep_until:i
  gone:i!
positions: street:t* team:t* lon:f! lat:f! at:i!
powers: street:t* id:t* item:t! unit:t! kind:t! default:i!
private: street:t* id:t* subject:t! kind:t! body:t salt:b keep_until:i
quarantine: street:t* batch:t* row:i* reason:t! raw:t! at:i!
requests: street:t* id:t* case:t! kind:t! reason:t! asked_by:t! asked_at:i! unit:t
  proposed_unit:t limit:t review_on:t text:t decided_by:t decided_at:i approved:i
reveals: street:t* id:t* case:t! person:t! until:i!
roads: street:t* id:t* name:t! line:t!
search_ids: n:n* street:t! case:t!
settings: street:t* id:t* value:t!
tasks: street:t* id:t* case:t! unit:t! role:t! kind:t! state:t! team:t officers:t! designated:i!
  assigned_at:i! signed_at:i left_at:i on_scene_at:i ended_at:i certificates_shown:i! recorder:t
  video:t lon:f lat:f
teams: street:t* id:t* unit:t! name:t! short:t! kind:t! vehicle:t status:t! since:i! task:t
  case:t
units: street:t* id:t* name:t! short:t! kind:t! phone:t
"""

_INDEXES = """
CREATE INDEX callers_case ON callers ("street", "case")
CREATE INDEX cases_closed ON cases ("street", "closed_at")
CREATE INDEX cases_filed ON cases ("street", "filed_at")
CREATE INDEX cases_live ON cases ("street", "state") WHERE state NOT IN ('closed', 'merged',
  'rejected', 'void')
CREATE INDEX cases_merged ON cases ("street", "merged_into")
CREATE UNIQUE INDEX cases_number ON cases ("street", "number")
CREATE INDEX cases_place ON cases ("street", "lat", "lon")
CREATE INDEX cases_recent ON cases ("street", "reported_at", "lat", "lon", "item")
CREATE INDEX cases_tail ON cases ("street", substr(number, -4))
CREATE INDEX dockets_case ON dockets ("street", "case")
CREATE UNIQUE INDEX journal_command ON journal ("street", "command")
CREATE INDEX journal_subject ON journal ("street", "subject", "seq")
CREATE INDEX pictures_case ON pictures ("street", "case")
CREATE INDEX pictures_sha ON pictures ("street", "sha256")
CREATE INDEX powers_item ON powers ("street", "item")
CREATE INDEX private_subject ON private ("street", "subject")
CREATE INDEX requests_case ON requests ("street", "case")
CREATE INDEX reveals_case ON reveals ("street", "case")
CREATE UNIQUE INDEX search_case ON search_ids ("street", "case")
CREATE INDEX tasks_case ON tasks ("street", "case")
"""

_SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5(grams, content='', detail='none')",
    "INSERT INTO search(search, rank) VALUES ('secure-delete', 1)",
)

_GUARDS = (
    "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal "
    "BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END",
    "CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal "
    "BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END",
)


def _column(text: str) -> sa.Column[object]:
    name, mark = text.split(":")
    return sa.Column(name, _TYPES[mark[0]], primary_key="*" in mark, nullable=mark[1:] == "")


def upgrade() -> None:
    """Make every table and index, the search index, and the journal's guards."""
    postgres = op.get_bind().dialect.name == "postgresql"
    for block in _TABLES.strip().replace("\n  ", " ").splitlines():
        name, columns = block.split(": ", 1)
        if not (postgres and name == "search_ids"):
            op.create_table(name, *(_column(one) for one in columns.split()))
    if postgres:
        _on_postgres()
    for statement in _INDEXES.strip().replace("\n  ", " ").splitlines():
        op.execute(statement.replace("substr(number, -4)", "right(number, 4)", int(postgres)))
    if not postgres:
        for statement in (*_SEARCH, *_GUARDS):
            op.execute(statement)


def _on_postgres() -> None:
    """The rest on PostgreSQL; its function writes the journal as the owner, in this schema only."""
    raw: Any = op.get_bind().connection.driver_connection
    script = Path(__file__).parents[1] / "first_postgresql.sql"
    raw.execute(script.read_text(encoding="utf-8"))
    (schema,) = raw.execute("SELECT quote_ident(current_schema())").fetchone()
    raw.execute(f"ALTER FUNCTION journal_seal() SET search_path = {schema}, pg_temp")
