"""The tables: one per noun, street code first in every key; journal; personal data apart."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

from commandcenter.domain.case import ENDED, Case
from commandcenter.domain.consultation import Consultation, ConsultTask
from commandcenter.domain.docket import Docket
from commandcenter.domain.duty import Duty, DutyRequest, Pattern
from commandcenter.domain.emergency import (
    AtRisk,
    CallUp,
    Emergency,
    Spot,
    Switch,
    Tick,
    UpReport,
)
from commandcenter.domain.handover import (
    Addendum,
    Handover,
    HandoverItem,
    Kit,
    Notice,
    Promise,
)
from commandcenter.domain.joint import Joint
from commandcenter.domain.order import Order
from commandcenter.domain.person import Officer, Person, Power, Team, Unit
from commandcenter.domain.plan import Plan
from commandcenter.domain.request import Request
from commandcenter.domain.runcard import RunCard
from commandcenter.domain.task import Task
from commandcenter.domain.whistle import Rating, Whistle, WhistlePart, WhistleRule
from commandcenter.storage.codec import columns
from commandcenter.storage.reference import (
    AlarmRow,
    CommunityRow,
    DayRow,
    FiguresRow,
    GridRow,
    ItemRow,
    LimitRow,
    RevealRow,
    RoadRow,
    ScriptRow,
    SettingRow,
    TierRow,
    TimerRow,
)

METADATA = MetaData()
_TYPES: dict[str, Any] = {"text": Text, "integer": BigInteger, "float": Float}


def _noun(name: str, kind: Any) -> Table:
    found = [
        Column(
            one.name,
            _TYPES[one.type],
            nullable=one.nullable,
            primary_key=one.name in ("street", "id"),
        )
        for one in columns(kind)
    ]
    if all(one.name != "id" for one in found):
        found.insert(1, Column("id", Text, primary_key=True))
    return Table(name, METADATA, *found)


NOUNS: dict[str, type[Any]] = {
    "cases": Case,
    "tasks": Task,
    "requests": Request,
    "dockets": Docket,
    "teams": Team,
    "officers": Officer,
    "people": Person,
    "units": Unit,
    "powers": Power,
    "grids": GridRow,
    "items": ItemRow,
    "limits": LimitRow,
    "days": DayRow,
    "communities": CommunityRow,
    "roads": RoadRow,
    "settings": SettingRow,
    "reveals": RevealRow,
    "figures": FiguresRow,
    "patterns": Pattern,
    "duties": Duty,
    "duty_requests": DutyRequest,
    "plans": Plan,
    "emergencies": Emergency,
    "switches": Switch,
    "up_reports": UpReport,
    "call_ups": CallUp,
    "spots": Spot,
    "at_risk": AtRisk,
    "ticks": Tick,
    "handovers": Handover,
    "handover_items": HandoverItem,
    "addenda": Addendum,
    "promises": Promise,
    "notices": Notice,
    "kit": Kit,
    "whistle_rules": WhistleRule,
    "whistles": Whistle,
    "whistle_parts": WhistlePart,
    "ratings": Rating,
    "consultations": Consultation,
    "consult_tasks": ConsultTask,
    "run_cards": RunCard,
    "joints": Joint,
    "orders": Order,
    "timers": TimerRow,
    "tiers": TierRow,
    "scripts": ScriptRow,
    "alarms": AlarmRow,
}
"""Every table that the journal rebuilds, with the class of its rows."""

TABLES: dict[str, Table] = {name: _noun(name, kind) for name, kind in NOUNS.items()}
TABLE_OF: dict[type[Any], str] = {kind: name for name, kind in NOUNS.items()}

cases = TABLES["cases"]
_ended = ", ".join(f"'{state.value}'" for state in sorted(ENDED))
LIVE = text(f"state NOT IN ({_ended})")
Index("cases_live", cases.c.street, cases.c.state, sqlite_where=LIVE)
Index("cases_number", cases.c.street, cases.c.number, unique=True)
Index("cases_tail", cases.c.street, text("substr(number, -4)"))
Index(
    "cases_recent", cases.c.street, cases.c.reported_at, cases.c.lat, cases.c.lon, cases.c["item"]
)
Index("cases_place", cases.c.street, cases.c.lat, cases.c.lon)
Index("cases_filed", cases.c.street, cases.c.filed_at)
Index("cases_closed", cases.c.street, cases.c.closed_at)
Index("cases_merged", cases.c.street, cases.c.merged_into)
for _name in ("tasks", "requests", "dockets"):
    Index(f"{_name}_case", TABLES[_name].c.street, TABLES[_name].c.case)
Index("cases_held", cases.c.street, cases.c.held_by)
for _name in ("switches", "up_reports", "call_ups", "at_risk", "ticks"):
    Index(f"{_name}_emergency", TABLES[_name].c.street, TABLES[_name].c.emergency)
for _name in ("handover_items", "addenda"):
    Index(f"{_name}_handover", TABLES[_name].c.street, TABLES[_name].c.handover)
for _name in ("whistles", "consultations", "consult_tasks", "joints", "orders"):
    Index(f"{_name}_case", TABLES[_name].c.street, TABLES[_name].c.case)
Index("whistle_parts_whistle", TABLES["whistle_parts"].c.street, TABLES["whistle_parts"].c.whistle)
Index("whistle_parts_case", TABLES["whistle_parts"].c.street, TABLES["whistle_parts"].c.case)
Index("ratings_whistle", TABLES["ratings"].c.street, TABLES["ratings"].c.whistle)
Index("tasks_team", *(TABLES["tasks"].c[one] for one in ("street", "team", "state")))
Index("tasks_signed", TABLES["tasks"].c.street, TABLES["tasks"].c.signed_at)
Index("tasks_arrived", TABLES["tasks"].c.street, TABLES["tasks"].c.on_scene_at)
Index("duties_time", TABLES["duties"].c.street, TABLES["duties"].c.ends)
Index("promises_case", TABLES["promises"].c.street, TABLES["promises"].c.case)
Index("powers_item", TABLES["powers"].c.street, TABLES["powers"].c["item"])
Index("reveals_case", TABLES["reveals"].c.street, TABLES["reveals"].c.case)

journal = Table(
    "journal",
    METADATA,
    Column("street", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("command", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    Column("behalf", Text),
    Column("channel", Text),
    Column("happened_at", BigInteger, nullable=False),
    Column("subject", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("hash", Text, nullable=False),
)
Index("journal_command", journal.c.street, journal.c.command, unique=True)
Index("journal_subject", journal.c.street, journal.c.subject, journal.c.seq)

chain_head = Table(
    "chain_head",
    METADATA,
    Column("street", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("hash", Text, nullable=False),
)

private = Table(
    "private",
    METADATA,
    Column("street", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("body", Text),
    Column("salt", LargeBinary),
    Column("keep_until", BigInteger),
)
Index("private_subject", private.c.street, private.c.subject)

callers = Table(
    "callers",
    METADATA,
    Column("street", Text, primary_key=True),
    Column("hash", Text, primary_key=True),
    Column("case", Text, primary_key=True),
)
Index("callers_case", callers.c.street, callers.c.case)

names = Table(
    "names",
    METADATA,
    Column("street", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("phone", Text),
)

pictures = Table(
    "pictures",
    METADATA,
    Column("street", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("case", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
    Column("mime", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("keep_until", BigInteger),
    Column("gone", BigInteger, nullable=False, server_default=text("0")),
)
Index("pictures_case", pictures.c.street, pictures.c.case)
Index("pictures_sha", pictures.c.street, pictures.c.sha256)

positions = Table(
    "positions",
    METADATA,
    Column("street", Text, primary_key=True),
    Column("team", Text, primary_key=True),
    Column("lon", Float, nullable=False),
    Column("lat", Float, nullable=False),
    Column("at", BigInteger, nullable=False),
)

search_ids = Table(
    "search_ids",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("street", Text, nullable=False),
    Column("case", Text, nullable=False),
)
Index("search_case", search_ids.c.street, search_ids.c.case, unique=True)

secrets = Table(
    "secrets",
    METADATA,
    Column("street", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("failures", BigInteger, nullable=False),
    Column("locked_until", BigInteger),
)

sign_keys = Table(
    "sign_keys",
    METADATA,
    Column("street", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("public", Text, primary_key=True),
    Column("sealed", Text, nullable=False),
    Column("since", BigInteger, nullable=False),
)

sessions = Table(
    "sessions",
    METADATA,
    Column("street", Text, primary_key=True),
    Column("token", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
)
Index("sessions_person", sessions.c.street, sessions.c.person, sessions.c.since)

quarantine = Table(
    "quarantine",
    METADATA,
    Column("street", Text, primary_key=True),
    Column("batch", Text, primary_key=True),
    Column("row", BigInteger, primary_key=True, autoincrement=False),
    Column("reason", Text, nullable=False),
    Column("raw", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)
