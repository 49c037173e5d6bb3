"""The table of actions: complete, without clashes, and each makes its command."""

from __future__ import annotations

import dataclasses
import inspect

import pytest
from PySide6.QtGui import QKeySequence

import commandcenter.services.desk  # noqa: F401  (it registers the handlers)
from commandcenter.domain import commands
from commandcenter.domain.case import CaseState
from commandcenter.domain.commands import CaseCommand, CorrectCase, DispatchCase, SignTask
from commandcenter.domain.docket import DocketKind
from commandcenter.domain.limits import Level
from commandcenter.domain.roles import DESK_ROLES, Role
from commandcenter.services.doing import HANDLERS
from tests.ui.casefakes import a_view
from ui.actions import ACTIONS, GROUPS, RESERVED, FieldKind, by_name, group_label
from ui.icons import GLYPHS

BASES = {"CaseCommand", "TaskCommand", "DocketCommand", "WhistleCommand", "PartCommand"}


@pytest.fixture
def view():
    return a_view()


def life_cycle() -> set[type]:
    found = {
        kind
        for name, kind in inspect.getmembers(commands, inspect.isclass)
        if issubclass(kind, CaseCommand) and name not in BASES
    }
    return found | {commands.ReportCase}


def test_every_command_on_a_case_has_a_row_and_a_key() -> None:
    listed = {action.command for action in ACTIONS if action.keys}
    assert life_cycle() <= listed


def test_no_key_is_given_twice_and_none_is_unreadable() -> None:
    keys = [QKeySequence(key).toString() for action in ACTIONS for key in action.keys]
    assert all(keys)
    assert len(keys) == len(set(keys))
    assert not set(keys) & {QKeySequence(key).toString() for key in RESERVED}


def test_names_texts_groups_and_icons_are_whole() -> None:
    assert len({action.name for action in ACTIONS}) == len(ACTIONS)
    for action in ACTIONS:
        assert action.label and action.sentence.endswith("。"), action.name
        assert action.icon in GLYPHS, action.icon
        assert group_label(action.group)
    assert {action.group for action in ACTIONS} == set(GROUPS)


def test_every_field_fills_an_attribute_of_its_command() -> None:
    for action in ACTIONS:
        if action.command is None:
            continue
        known = {one.name for one in dataclasses.fields(action.command)}
        assert {one.name for one in action.fields} <= known, action.name
        assert set(action.extra) <= known, action.name


@pytest.mark.parametrize("action", ACTIONS, ids=lambda one: one.name)
def test_a_choice_has_options_and_what_the_command_needs_is_asked(action) -> None:
    needed = {
        one.name
        for one in dataclasses.fields(action.command)
        if one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
    }
    asked = {one.name for one in action.fields} | set(action.extra) | {"case", "seen"}
    if action.panel == "step":
        assert needed <= asked
    for one in action.fields:
        picks = one.kind in (FieldKind.CHOICE, FieldKind.MANY)
        assert picks == (one.options is not None), one.name


@pytest.mark.parametrize("action", ACTIONS, ids=lambda one: one.name)
def test_the_table_and_the_desk_agree_on_who_may(action) -> None:
    wanted = HANDLERS[action.command].roles - {Role.SYSTEM}
    assert not action.by or action.by == wanted
    assert action.by or wanted == frozenset(Role) - {Role.SYSTEM}
    if not wanted & DESK_ROLES:
        assert action.behalf is not None or Role.ADMINISTRATOR in wanted


def test_steps_of_people_without_a_terminal_can_be_entered_for_them() -> None:
    desk = {Role.INTAKE_OFFICER, Role.DISPATCHER, Role.SHIFT_LEAD, Role.DUTY_LEADER}
    away = {Role.UNIT, Role.TEAM_LEADER, Role.GRID_MEMBER, Role.CHECKER, Role.HOTLINE_SEAT}
    for action in ACTIONS:
        if action.by and not action.by & desk and action.by & away:
            assert action.behalf is not None, action.name


def test_the_command_carries_the_case_and_version_that_were_seen(view) -> None:
    made = by_name("task.sign").make(view, {"task": view.tasks[0].id})
    assert isinstance(made, SignTask)
    assert (made.case, made.seen, made.task) == (view.case.id, view.case.version, "task-1")
    assert by_name("case.dispatch").command is DispatchCase


def test_codes_become_the_enums_of_the_command_and_empty_fields_stay_out(view) -> None:
    values = {"kind": "seizure", "decision": " 决定书 1 号 ", "goods": "汽油", "recorder": ""}
    made = by_name("docket.open").make(view, values)
    assert made.kind is DocketKind.SEIZURE
    assert made.decision == "决定书 1 号"
    assert made.recorder is None


def test_a_correction_names_only_what_is_new(view) -> None:
    values = {"item": view.case.item, "level": "general", "place": view.case.place, "grid": ""}
    made = by_name("case.correct").make(view, values)
    assert isinstance(made, CorrectCase)
    assert made.level is Level.GENERAL
    assert (made.item, made.place, made.grid) == (None, None, None)


def test_what_the_desk_forbids_says_why(view) -> None:
    lead = frozenset({Role.SHIFT_LEAD})
    assert by_name("task.sign").when(view, frozenset({Role.DISPATCHER}))
    assert by_name("task.sign").why_not(view, frozenset({Role.AUDITOR})) == "role"
    assert by_name("case.close").why_not(view, lead) == "check_first"
    alone = dataclasses.replace(view, tasks=view.tasks[:1])
    assert by_name("task.arrive").why_not(alone, lead) == "not_now"
    assert by_name("case.note").why_not(None, lead) == "no_case"
    assert by_name("report.new").when(None, lead)
    assert view.case.state is CaseState.DISPATCHED
