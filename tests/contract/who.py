"""Who may do and ask what: copied by hand from domain.md, never from the program.

A new command or question needs a row here, or tests/contract/test_roles.py fails.
"""

from __future__ import annotations

import dataclasses
import types
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from commandcenter.domain.roles import Role
from commandcenter.services import (
    alarm_views,
    callback_views,
    chart_views,
    duty_views,
    emergency_views,
    handover_views,
    joining_views,
    order_views,
    relief_views,
    replay_views,
    review_views,
    sending_views,
    tier_views,
    trying_views,
    whistle_views,
)
from commandcenter.services import views as v

NOBODY = "01a20161-f76a-7b95-aab5-000000000000"
_DESK = "intake_officer dispatcher shift_lead"
_UNIT = "unit team_leader"
_FIELD = f"{_UNIT} grid_member checker gateway"
_LEADERS = "duty_leader street_leader director secretary"
_WATCH = "hotline_seat supervisor"
_KEEPERS = "administrator auditor"
_SEATS = "community_seat district_seat"
_SEES = f"{_DESK} {_LEADERS} {_WATCH} {_KEEPERS} {_FIELD} {_SEATS} system"
_WORKS = f"{_DESK} {_LEADERS} {_WATCH} system"
_STREET = f"{_WORKS} {_KEEPERS}"
_ALL = " ".join(Role)

DOES: dict[str, str] = {
    # section 2, the table's "who" column, row by row
    "ReportCase": "grid_member community_seat gateway intake_officer",
    "MergeCase": "intake_officer shift_lead",
    "AskVerification": "intake_officer",
    "RecordVerification": "grid_member",
    "RefuseCase": "intake_officer",
    "SelfHandleCase": "grid_member community_seat",
    "HandOverCase": "intake_officer",
    "FileCase": "shift_lead",
    "DispatchCase": "dispatcher",
    "SignTask": _UNIT,
    "AskRequest": _UNIT,
    "DecideRequest": "dispatcher shift_lead",
    "RecallCase": "dispatcher",
    "DepartTask": _UNIT,
    "ArriveTask": _UNIT,
    "UpdateCase": _UNIT,
    "ResumeCase": "dispatcher system",
    "EscalateCase": "shift_lead",
    "HandBackCase": "gateway district_seat",
    "GiveFeedback": _UNIT,
    "SendToCheck": "intake_officer",
    "RecordCheck": "checker",
    "CloseCase": "shift_lead",
    "RecordCallback": "hotline_seat",
    "ExplainClose": "shift_lead",
    "VoidCase": "shift_lead",
    "CorrectCase": "shift_lead",
    "AddNote": _SEES,
    "UndoCase": _DESK,
    "ReopenCase": "shift_lead",
    # section 2, the text below the table: tasks, 催办, 督办, 会商, 重办
    "DeclineTask": _UNIT,
    "FinishTask": _UNIT,
    "WaiveTask": "dispatcher",
    "UrgeCase": "dispatcher shift_lead supervisor duty_leader",
    "SuperviseCase": "supervisor shift_lead duty_leader director",
    "AnswerSupervision": f"{_UNIT} dispatcher",
    "RecordConsultation": "shift_lead street_leader director",
    "RedoCase": "dispatcher shift_lead",
    "RecordContact": f"{_UNIT} intake_officer dispatcher hotline_seat",
    # section 5: video, recusal, dockets
    "LinkVideo": f"{_UNIT} dispatcher",
    "RecuseOfficer": f"{_UNIT} dispatcher shift_lead",
    "OpenDocket": _UNIT,
    "ReportDocket": f"{_UNIT} dispatcher",
    "ExtendDocket": "duty_leader director",
    "CloseDocket": f"{_UNIT} duty_leader",
    # section 7, record 7: people and teams of the shift
    "SetTeamStatus": "dispatcher shift_lead team_leader",
    "UndoTeamStatus": "dispatcher shift_lead team_leader",
    "SetOfficerShift": "dispatcher shift_lead team_leader",
    "SetPersonShift": "dispatcher shift_lead",
    "ReportPosition": f"{_DESK} {_UNIT} gateway system",
    "AcknowledgeAlarm": _DESK,
    "TakeSeat": f"{_DESK} duty_leader {_WATCH} {_KEEPERS}",
    # section 6: two persons make a switch; the desk works it, leaders confirm
    "SetPlan": "duty_leader director administrator",
    "ProposeSwitch": f"{_DESK} {_LEADERS}",
    "DecideSwitch": f"{_DESK} {_LEADERS}",
    "HoldCases": "system",
    "ExemptCase": "shift_lead duty_leader",
    "CallTeams": f"{_DESK} duty_leader",
    "AnswerCall": f"{_UNIT} {_DESK} duty_leader",
    "SendReport": f"{_DESK} duty_leader",
    "TickLine": f"{_DESK} duty_leader",
    "SetSpot": "administrator shift_lead duty_leader",
    "ListAtRisk": f"{_DESK} duty_leader grid_member",
    "MoveAtRisk": f"{_DESK} duty_leader grid_member",
    "RevealAtRisk": f"{_DESK} duty_leader grid_member",
    "RecordReview": f"shift_lead {_LEADERS}",
    "ProposePurge": "shift_lead administrator",
    "ApprovePurge": _LEADERS,
    # section 7: the outgoing and the incoming lead; what is handed over is anybody's at the desk
    "FreezeHandover": "shift_lead",
    "DropHandover": "shift_lead duty_leader",
    "AcknowledgeItem": "shift_lead",
    "SignHandover": "shift_lead",
    "AlertLeader": "system",
    "AddAddendum": "shift_lead duty_leader",
    "MakePromise": f"{_DESK} duty_leader hotline_seat {_UNIT}",
    "KeepPromise": f"{_DESK} duty_leader hotline_seat {_UNIT}",
    "RecordNotice": f"{_DESK} duty_leader",
    "EndNotice": f"{_DESK} duty_leader",
    "SetKit": f"{_DESK} duty_leader administrator",
    "SetPattern": "shift_lead duty_leader administrator",
    "PlanDuties": "shift_lead duty_leader administrator",
    "PublishDuties": "shift_lead duty_leader",
    "AskDutyChange": _ALL,
    "DecideDutyChange": "shift_lead duty_leader",
    "FollowRoster": "system",
    # section 2, whistle: leaders approve, the desk and leaders blow, departments work it
    "DraftWhistle": f"{_DESK} {_LEADERS} community_seat",
    "DecideWhistle": _LEADERS,
    "BlowWhistle": f"dispatcher shift_lead {_LEADERS}",
    "WithdrawWhistle": f"shift_lead {_LEADERS}",
    "CloseWhistle": f"dispatcher shift_lead {_LEADERS}",
    "SignWhistle": _UNIT,
    "ContactWhistle": _UNIT,
    "CheckInWhistle": _UNIT,
    "DeliverWhistle": _UNIT,
    "ReturnWhistle": _UNIT,
    "DecideReturn": f"dispatcher shift_lead {_LEADERS}",
    "DisputeWhistle": _UNIT,
    "NegotiateWhistle": f"dispatcher shift_lead {_LEADERS}",
    "DesignateWhistle": "street_leader director secretary",
    "UrgeWhistle": "dispatcher shift_lead supervisor duty_leader",
    "RateWhistle": f"dispatcher shift_lead {_LEADERS} community_seat {_UNIT}",
    "MarkLate": "system",
    "CallConsultation": "shift_lead street_leader director secretary",
    "HoldConsultation": "shift_lead street_leader director secretary",
    "CallOffConsultation": "shift_lead street_leader director secretary",
    "FinishConsultTask": f"{_UNIT} dispatcher",
    # section 1, rows 18-20: levels, joint teams, admission; timers
    "RaiseCase": "grid_member community_seat",
    "LowerCase": "dispatcher shift_lead",
    "DispatchJoint": "dispatcher",
    "ReportIn": f"{_UNIT} dispatcher",
    "SetWatch": f"dispatcher shift_lead {_UNIT}",
    "NoteMissed": "system",
    "UndoTask": f"{_DESK} {_UNIT}",
    "AskAdmission": "intake_officer shift_lead",
    "DecideAdmission": _LEADERS,
    # section 10, accounts and tables
    "RevealPhone": f"{_DESK} hotline_seat duty_leader",
    "PurgeComplainant": "administrator",
    "SetPassword": _ALL,
    "UnlockPerson": "administrator",
    "BarPerson": "administrator",
    "SetPeople": "administrator",
    "SetUnits": "administrator",
    "SetItems": "administrator",
    "SetLimits": "administrator",
    "SetPowers": "administrator",
    "SetCommunities": "administrator",
    "SetGrids": "administrator",
    "SetDays": "administrator",
    "SetOfficers": "administrator",
    "SetTeams": "administrator",
    "SetRunCards": "administrator",
    "SetWhistleRules": "administrator",
    "SetTimers": "administrator",
    "SetTiers": "administrator",
    "SetScripts": "administrator",
    "SetRanking": "administrator",
    "SetAlarms": "administrator",
}
"""Roles by command."""

ASKS: dict[str, str] = {
    "AskBoard": _SEES,
    "AskReference": _ALL,
    "AskRules": _ALL,
    "AskCase": _SEES,
    "AskFind": _SEES,
    "AskPicture": f"{_WORKS} {_FIELD} {_SEATS}",
    "AskBeside": f"{_WORKS} {_FIELD} community_seat",
    "AskPlace": f"{_WORKS} grid_member community_seat gateway administrator",
    "AskCandidates": _WORKS,
    "AskTables": "administrator",
    "AskAccounts": _ALL,
    "AskTableHistory": "administrator auditor",
    "AskReveals": "auditor",
    "AskDutyMonth": _STREET,
    "AskOnDuty": _ALL,
    "AskMode": _ALL,
    "AskEmergencies": _STREET,
    "AskEmergency": f"{_WORKS} administrator",
    "AskReportDraft": _WORKS,
    "AskSwitchPreview": _WORKS,
    "AskEvacuation": f"{_WORKS} grid_member administrator",
    "AskReliefMap": f"{_STREET} grid_member",
    "AskHandover": _WORKS,
    "AskHandovers": _STREET,
    "AskNotices": _WORKS,
    "AskPromises": _WORKS,
    "AskReel": _STREET,
    "AskBeats": _STREET,
    "AskPlan": _STREET,
    "AskReview": f"{_WORKS} administrator",
    "AskWhistles": _SEES,
    "AskAssignment": _WORKS,
    "AskOverrules": _WORKS,
    "AskTrial": f"{_WORKS} administrator",
    "AskJoint": _WORKS,
    "AskCallbacks": _WORKS,
    "AskOrders": _SEES,
    "AskAcks": f"{_DESK} {_LEADERS} {_WATCH} {_KEEPERS} system",
    "AskTiers": f"{_STREET} community_seat",
    "AskWhether": _WORKS,
    "AskCharts": _SEES,
}
"""Roles by question."""

CHANGES = _SEES
"""Who may follow the feed."""

_WORDS: dict[str, Any] = {"item": "01-02", "limit": 50, "hours": 12, "days": 30, "lat": 22.9}
_SAMPLES: dict[type[Any], Any] = {
    bool: True,
    int: 1,
    float: 113.4,
    str: NOBODY,
    bytes: b"",
    datetime: datetime(2030, 1, 1, tzinfo=UTC),
    date: date(2030, 1, 1),
}


def roles(text: str) -> frozenset[Role]:
    """The roles of a row."""
    return frozenset(Role(one) for one in text.split())


def made(kind: type[Any], /, **given: Any) -> Any:
    """A well-formed command or question on things that do not exist, where not told."""
    hints, fields = get_type_hints(kind), dict[str, Any]()
    for one in dataclasses.fields(kind):
        if one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING:
            fields[one.name] = _WORDS.get(one.name, sample(hints[one.name]))
    return kind(**fields | {name: one for name, one in given.items() if name in hints})


def sample(hint: Any) -> Any:
    """Some value of a type."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return None if type(None) in inner else sample(inner[0])
    if origin is tuple:
        return ()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return made(hint)
    return _SAMPLES[origin or hint] if (origin or hint) in _SAMPLES else (origin or hint)()


def questions() -> dict[str, type[Any]]:
    """Every question of the services' views by its name."""
    return {
        name: one
        for views in (
            *(v, duty_views, emergency_views, handover_views, relief_views, replay_views),
            *(alarm_views, callback_views, chart_views, joining_views, order_views),
            *(review_views, sending_views, tier_views, trying_views, whistle_views),
        )
        for name, one in vars(views).items()
        if name.startswith("Ask")
    }
