"""Handlers from report to filed case."""

from __future__ import annotations

from sqlalchemy import insert, select

from commandcenter.domain import filing, raising
from commandcenter.domain.case import Case, CaseState, Source
from commandcenter.domain.commands import (
    AskVerification,
    CorrectCase,
    FileCase,
    HandOverCase,
    MergeCase,
    RecordVerification,
    RefuseCase,
    ReportCase,
    SelfHandleCase,
)
from commandcenter.domain.person import Person
from commandcenter.domain.refusal import Refusal, require
from commandcenter.domain.roles import Role
from commandcenter.domain.tier import Tier
from commandcenter.services.consulting import case_dropped
from commandcenter.services.dispatching import without_requests
from commandcenter.services.doing import (
    Doing,
    Facts,
    aware,
    checked,
    coded,
    handles,
    known_id,
    line,
    on_earth,
)
from commandcenter.services.rights import communities_of
from commandcenter.services.switching import active
from commandcenter.storage import tables as t
from commandcenter.storage.keys import phone_digits, phone_hash
from commandcenter.storage.reference import GridRow

R = Role
MOST_REPORT = 4_000


@handles(ReportCase, "case_reported", R.GRID_MEMBER, R.COMMUNITY_SEAT, R.GATEWAY, R.INTAKE_OFFICER)
def report_case(do: Doing, command: ReportCase) -> Facts:
    """上报: place or grid, item, a picture or the words; a drill's while a drill goes on."""
    words = checked(command.words, MOST_REPORT)
    require(words or command.pictures, "words_or_picture")
    item = do.rules.item(command.item)
    require(not item.void, "item_void", item=item.code)
    grid, community = _place(do, command.lon, command.lat, command.grid)
    place = line(command.place)
    require(grid or place, "place_missing")
    reporter = _reporter(do, command)
    tier = raising.first(do.actor.roles) if reporter == do.actor.id else Tier.STREET
    if tier is Tier.COMMUNITY:
        community = _own_community(do, community)
    if command.drill:
        now = active(do.tx)
        require(now is not None and now.drill, "no_drill")
    if command.hotline_at is not None:
        require(aware(command.hotline_at) <= do.now, "in_future")
    case = Case(
        street=do.street,
        id=known_id(command.case),
        version=1,
        state_since=do.at,
        item=item.code,
        level=item.level,
        source=command.source,
        source_number=line(command.source_number) or None,
        place=place,
        lon=command.lon,
        lat=command.lat,
        grid=grid,
        community=community,
        drill=command.drill,
        reported_at=do.at,
        reporter=reporter,
        hotline_at=command.hotline_at,
        complainant=bool(command.caller_phone or command.caller_name),
        tier=tier,
    )
    case = do.rules.tiered(case)
    do.subject = case.id
    do.tx.new(case)
    do.search.add(do.tx.connection, do.street, case.id, words, place, item.name)
    return {
        "item": item.code,
        "source": case.source.value,
        **{f"words_{key}": value for key, value in do.text(case.id, "words", words).items()},
        **_caller(do, case, command),
        **do.show(case, command.pictures),
    }


def _reporter(do: Doing, command: ReportCase) -> str | None:
    """Who collected it: intake and gateway may name somebody, others report for themselves."""
    if do.actor.holds(frozenset({R.INTAKE_OFFICER, R.GATEWAY})):
        if command.reporter is not None:
            return do.tx.need(Person, command.reporter, "no_such_person").id
        own = command.source in (Source.GRID, Source.PATROL) and R.GRID_MEMBER in do.actor.roles
        return do.actor.id if own else None
    return do.actor.id


def _place(
    do: Doing, lon: float | None, lat: float | None, grid: str | None
) -> tuple[str | None, str | None]:
    on_earth(lon, lat)
    if lon is not None and lat is not None:
        grid = grid or do.ground.at(lon, lat)
    if grid is None:
        return None, None
    row = do.tx.need(GridRow, grid, "no_such_grid")
    require(row.void_reason is None, "grid_void")
    return row.id, row.community


def _own_community(do: Doing, found: str | None) -> str | None:
    """A community's seat reports from its own communities; a place off the map lies in its one."""
    mine = communities_of(do.tx, do.actor)
    if found is None and len(mine) == 1:
        return next(iter(mine))
    require(found in mine, "not_your_community", community=found)
    return found


def _caller(do: Doing, case: Case, command: ReportCase) -> Facts:
    facts: dict[str, object] = {}
    name, phone = line(command.caller_name), line(command.caller_phone)
    if name:
        facts["name"] = do.text(case.id, "name", name)
    if phone:
        digits = phone_digits(phone)
        require(3 <= len(digits) <= 15, "phone_unreadable")
        facts["phone"] = do.text(case.id, "phone", phone)
        hashed = phone_hash(do.key, digits)
        row = {"street": do.street, "hash": hashed, "case": case.id}
        do.tx.connection.execute(insert(t.callers), row)
    return facts


@handles(MergeCase, "case_merged", R.INTAKE_OFFICER, R.SHIFT_LEAD)
def merge_case(do: Doing, command: MergeCase) -> Facts:
    """并案: a report by intake, a filed duplicate by the shift lead."""
    case = do.case(command)
    do.roles(R.INTAKE_OFFICER if case.state is CaseState.REPORTED else R.SHIFT_LEAD)
    into = do.tx.need(Case, command.into, "no_such_case")
    for task in do.tasks(case):
        require(not task.running, "task_running", unit=task.unit)
    merged = filing.merge(without_requests(do, case), into, do.at)
    do.put(merged)
    case_dropped(do, merged)
    return {"into": into.id}


@handles(AskVerification, "verification_asked", R.INTAKE_OFFICER)
def ask_verification(do: Doing, command: AskVerification) -> Facts:
    """核实 by somebody of the grids who did not report it."""
    case = do.case(command)
    verifier = do.tx.need(Person, command.verifier, "no_such_person")
    require(verifier.holds(frozenset({R.GRID_MEMBER})), "not_a_grid_member")
    do.put(filing.ask_verification(case, verifier.id, do.at, do.rules))
    return {"verifier": verifier.id}


@handles(RecordVerification, "verification_recorded", R.GRID_MEMBER)
def record_verification(do: Doing, command: RecordVerification) -> Facts:
    """The answer of the one who was sent."""
    case = do.case(command)
    do.put(filing.record_verification(case, do.actor.id, do.at))
    return {
        "found": command.found,
        **do.text(case.id, "note", command.words),
        **do.show(case, command.pictures),
    }


@handles(RefuseCase, "case_refused", R.INTAKE_OFFICER)
def refuse_case(do: Doing, command: RefuseCase) -> Facts:
    """不予受理 with a coded reason; where somebody can be told, what was said to them."""
    case = do.case(command)
    told = do.text(case.id, "note", command.words)
    require(told or not (case.complainant or case.reporter), "reporter_untold")
    do.put(filing.refuse(case, do.at))
    return {"reason": coded(command.reason), **told}


@handles(HandOverCase, "case_handed_over", R.INTAKE_OFFICER)
def hand_over(do: Doing, command: HandOverCase) -> Facts:
    """110, 119, 120, 122 told at once; who was told lies apart."""
    case = do.case(command)
    do.put(filing.hand_over(case, command.service, command.told, command.reject, do.at))
    told = do.text(case.id, "note", command.told)
    return {"service": command.service, "reject": command.reject, **told}


@handles(FileCase, "case_filed", R.SHIFT_LEAD)
def file_case(do: Doing, command: FileCase) -> Facts:
    """立案: number issued, clock starts."""
    case = do.case(command)
    number = do.number(case.drill)
    filed = filing.file(case, number, command.level, do.at, do.rules)
    do.put(filed)
    return {"number": number, "level": filed.level.value}


@handles(SelfHandleCase, "case_self_handled", R.GRID_MEMBER, R.COMMUNITY_SEAT)
def self_handle(do: Doing, command: SelfHandleCase) -> Facts:
    """自处理: by the level that has it, filed in the same commit; the level keeps it."""
    case = do.case(command)
    raising.may_handle(case, do.actor.roles)
    require(command.pictures, "after_picture_missing")
    number = do.number(case.drill)
    do.put(filing.self_handle(case, number, do.actor.id, do.at, do.rules))
    return {
        "number": number,
        **do.text(case.id, "note", command.words),
        **do.show(case, command.pictures),
    }


@handles(CorrectCase, "case_corrected", R.SHIFT_LEAD)
def correct_case(do: Doing, command: CorrectCase) -> Facts:
    """更正 of item, place, level."""
    case = do.case(command)
    item = do.rules.item(command.item).code if command.item else None
    if item is not None and item != case.item:
        require(not do.rules.item(item).void, "item_void", item=item)
    place: dict[str, object] = {}
    if command.lon is not None or command.grid is not None:
        grid, community = _place(do, command.lon, command.lat, command.grid)
        place = {"grid": grid, "community": community, "lon": command.lon, "lat": command.lat}
    if command.place is not None:
        place["place"] = line(command.place)
    fixed = filing.correct(case, item, command.level, do.at, do.rules, **place)
    if fixed == case:
        raise Refusal("nothing_changed")
    do.put(fixed)
    _index_again(do, case, fixed)
    return {"item": fixed.item, "level": fixed.level.value, "grid": fixed.grid}


def _index_again(do: Doing, old: Case, new: Case) -> None:
    words = words_of(do, old.id)
    before = (words, old.place, do.rules.item(old.item).name)
    after = (words, new.place, do.rules.item(new.item).name)
    if before != after:
        do.search.replace(do.tx.connection, do.street, old.id, before, after)


def words_of(do: Doing, case: str) -> str | None:
    """The words of the report, None when there are none or they were purged."""
    found = do.tx.connection.execute(
        select(t.private.c.body).where(
            t.private.c.street == do.street,
            t.private.c.subject == case,
            t.private.c.kind == "words",
        )
    ).scalar()
    return None if found is None else str(found)
