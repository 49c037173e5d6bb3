"""The choices that forms offer: coded reasons, tasks, requests, dockets, units, people."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from commandcenter.domain.docket import Docket, DocketKind
from commandcenter.domain.limits import Level
from commandcenter.domain.person import Person
from commandcenter.domain.request import RequestKind
from commandcenter.domain.roles import Role
from commandcenter.domain.task import RUNNING, Task, TaskRole, TaskState
from commandcenter.services.order_views import OrderView
from commandcenter.services.views import CaseView
from ui import words
from ui.actions.fields import Option, Options, Room, said
from ui.alarms import ringing

T = TaskState
UNSIGNED = frozenset({T.ASSIGNED})
SIGNED = frozenset({T.SIGNED})
ON_THE_WAY = frozenset({T.SIGNED, T.EN_ROUTE})
AT_WORK = frozenset({T.SIGNED, T.EN_ROUTE, T.ON_SCENE})
AFTER_SIGNING = AT_WORK | {T.DONE}
SHORT = 16


def reasons(command: str, kind: str = "") -> Options:
    """The coded reasons of a command."""
    return lambda view, room: list(words.reasons(command, kind).items())


def tasks(states: Iterable[TaskState], roles: Iterable[TaskRole] = tuple(TaskRole)) -> Options:
    """The tasks in one of these states, the lead's first."""
    wanted, parts = frozenset(states), frozenset(roles)

    def offer(view: CaseView, room: Room) -> list[Option]:
        return [(one.id, task_label(one, room)) for one in _tasks(view, wanted, parts)]

    return offer


def has_task(
    states: Iterable[TaskState], roles: Iterable[TaskRole] = tuple(TaskRole)
) -> Callable[[CaseView], bool]:
    """Whether the case has such a task."""
    wanted, parts = frozenset(states), frozenset(roles)
    return lambda view: bool(_tasks(view, wanted, parts))


def _tasks(view: CaseView, states: frozenset[TaskState], roles: frozenset[TaskRole]) -> list[Task]:
    fit = [one for one in view.tasks if one.state in states and one.role in roles]
    return sorted(fit, key=_lead_first)


def _lead_first(task: Task) -> tuple[int, str]:
    return (list(TaskRole).index(task.role), task.id)


def task_label(task: Task, room: Room) -> str:
    """主办 安监中队 · 待签收."""
    return f"{words.word(task.role)} {room.unit(task.unit)} · {words.word(task.state)}"


def lead_task(view: CaseView) -> Task | None:
    """The running task of the lead unit, else the last the lead had."""
    leads = [one for one in view.tasks if one.role is TaskRole.LEAD]
    running = [one for one in leads if one.state in RUNNING]
    return (running or leads or [None])[-1]


def requests(kinds: Iterable[RequestKind] = tuple(RequestKind)) -> Options:
    """The undecided requests of these kinds."""
    wanted = frozenset(kinds)

    def offer(view: CaseView, room: Room) -> list[Option]:
        return [
            (one.id, f"{words.word(one.kind)} · {room.unit(one.unit)} {words.reason(one.reason)}")
            for one in view.requests
            if one.pending and one.kind in wanted
        ]

    return offer


def has_request(view: CaseView) -> bool:
    """Whether something waits for a decision."""
    return any(one.pending for one in view.requests)


def orders(view: CaseView, room: Room) -> list[Option]:
    """The supervision orders that nobody answered yet, the nearest due first."""
    found = [one for one in view.orders if one.order.open]
    return [(one.order.id, _order_label(one, room)) for one in found]


def _order_label(one: OrderView, room: Room) -> str:
    due = words.clock_text(one.order.due, room.now, room.zone)
    asked = one.words or ""
    return " · ".join(part for part in (room.unit(one.order.unit), due, asked[:SHORT]) if part)


def case_units(view: CaseView, room: Room) -> list[Option]:
    """The units of the case, the lead first."""
    case = view.case
    known = dict.fromkeys((case.lead_unit, *case.co_units, *case.whistled))
    return [(one, room.unit(one)) for one in known if one]


def any_docket(docket: Docket) -> bool:
    """Every open docket."""
    return docket.open


def reportable(docket: Docket) -> bool:
    """Still to be reported to the leader of the authority, or to be decided."""
    return docket.reportable


def extendable(docket: Docket) -> bool:
    """The law lets it run once longer."""
    return docket.open and docket.kind is DocketKind.SEIZURE and docket.extended is None


def dockets(fit: Callable[[Docket], bool]) -> Options:
    """The dockets that fit."""

    def offer(view: CaseView, room: Room) -> list[Option]:
        found = [one for one in view.dockets if fit(one)]
        return [(one.id, f"{words.word(one.kind)} {one.decision}") for one in found]

    return offer


def has_docket(fit: Callable[[Docket], bool]) -> Callable[[CaseView], bool]:
    """Whether the case has such a docket."""
    return lambda view: any(fit(one) for one in view.dockets)


def docket_kinds(view: CaseView, room: Room) -> list[Option]:
    """Every kind of sub-docket."""
    return [(kind.value, words.word(kind)) for kind in DocketKind]


def units(view: CaseView, room: Room) -> list[Option]:
    """Every unit of the street, those of the item first."""
    by_item = next((one.units for one in room.reference.items if one.code == view.case.item), ())
    ranked = sorted(room.reference.units, key=lambda one: one.id not in by_item)
    return [(one.id, one.short) for one in ranked]


def other_units(view: CaseView, room: Room) -> list[Option]:
    """Every unit but the one that leads."""
    return [one for one in units(view, room) if one[0] != view.case.lead_unit]


def levels(view: CaseView, room: Room) -> list[Option]:
    """Every level of a case."""
    return [(level.value, words.word(level)) for level in Level]


def items(view: CaseView, room: Room) -> list[Option]:
    """The item catalogue without what is void."""
    return [(one.code, f"{one.code} {one.name}") for one in room.reference.items if not one.void]


def officers(view: CaseView, room: Room) -> list[Option]:
    """The officers of the street, those of the case's tasks first."""
    sent = {officer for task in view.tasks for officer in task.officers}
    ranked = sorted(room.officers.values(), key=lambda one: (one.id not in sent, one.id))
    return [(one.id, f"{room.name(one.id)} · {room.unit(one.unit)}") for one in ranked]


def alarms(view: CaseView, room: Room) -> list[Option]:
    """What rings for the case and nobody has acknowledged, as the band has it."""
    return [(one.code, words.code("alarm", one.code)) for one in ringing(view, room.now)]


def purge_bases(view: CaseView, room: Room) -> list[Option]:
    """Why personal data is removed (个人信息保护法 47)."""
    return [("withdrawn", said("本人要求删除")), ("kept_long_enough", said("保存期满"))]


def verifiers(view: CaseView, room: Room) -> list[Option]:
    """Grid members who did not report it, those of the case's grid and on shift first."""
    members = _with_role(room, Role.GRID_MEMBER)
    fit = [one for one in members if one.id != view.case.reporter]
    return labelled(_near(view, fit), room)


def checkers(view: CaseView, room: Room) -> list[Option]:
    """Checkers who neither handled nor reported it (采办分离), the nearest on shift first."""
    barred = {view.case.reporter, *view.case.handlers}
    fit = [one for one in _with_role(room, Role.CHECKER) if one.id not in barred]
    return labelled(_near(view, fit), room)


def leaders(view: CaseView, room: Room) -> list[Option]:
    """Duty leaders other than who sits here."""
    return labelled([one for one in _with_role(room, Role.DUTY_LEADER) if one.id != room.who], room)


def _with_role(room: Room, *roles: Role) -> list[Person]:
    return [one for one in room.people.values() if one.holds(frozenset(roles))]


def _near(view: CaseView, people: list[Person]) -> list[Person]:
    grid = view.case.grid or ""
    community = view.case.community or grid[:12]

    def rank(one: Person) -> tuple[bool, bool, bool, str]:
        near = any(code.startswith(community) for code in one.grids) if community else False
        return (not one.on_shift, grid not in one.grids, not near, one.id)

    return sorted(people, key=rank)


def labelled(people: Iterable[Person], room: Room) -> list[Option]:
    """People as options: 林锦泉 · 网格员 小龙村001; off shift is said."""
    return [(one.id, _person_label(one, room)) for one in people]


def _person_label(one: Person, room: Room) -> str:
    where = room.unit(one.unit)
    if not where and one.grids:
        code = one.grids[0]
        where = room.reference.communities.get(code[:12], "") + words.short_grid(code)
    role = words.word(one.roles[0]) if one.roles else ""
    off = "" if one.on_shift else words.say("（不在班）")
    return f"{room.name(one.id)} · {role} {where}{off}".rstrip()
