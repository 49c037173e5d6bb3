"""What stands in the intake form as a value that a disk can keep, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from commandcenter.domain.commands import ReportCase
from ui.panels.choose import SuggestField
from ui.panels.intake_form import SOURCES, IntakeForm
from ui.panels.intake_search import Searches

LINES = ("phone", "name", "number", "hotline")


def kept(form: IntakeForm, sent: ReportCase | None) -> dict[str, Any]:
    """The form's text and choices; {} when nothing was typed.

    `sent` is the report that was given and not yet confirmed: given again it is the same one.
    """
    typed = form.item.text or form.reporter.text or form.pictures.count
    if form.draft().blank and not typed:
        return {}
    state: dict[str, Any] = {name: getattr(form, name).text() for name in LINES}
    state["source"], state["words"] = form.source.key, form.words.toPlainText()
    for name in ("reporter", "item", "place"):
        field = getattr(form, name)
        state[name] = [field.choice.key if field.choice else "", field.line.text()]
    state["at"] = [form.lon, form.lat, form.grid]
    state["pictures"] = form.pictures.kept()
    state["drill"] = form.drill.isChecked()
    state["sent"] = [sent.id, sent.case] if sent else []
    return state


def restore(form: IntakeForm, searches: Searches, state: Mapping[str, Any]) -> None:
    """Put it back, without telling of a choice as by hand."""
    if state["source"] in {one.value for one in SOURCES}:
        form.source.set_key(state["source"])
    for name in LINES:
        getattr(form, name).setText(state[name])
    form.words.setPlainText(state["words"])
    _choose(form.item, searches.items, state["item"])
    _choose(form.reporter, searches.people, state["reporter"])
    form.place.line.setText(state["place"][1])
    form.set_place(*state["at"])
    form.drill.setChecked(bool(state.get("drill")))
    form.pictures.restore(state.get("pictures", ()))


def same(made: ReportCase, ids: list[str]) -> ReportCase:
    """The report as the one that was given before the desk was killed."""
    return replace(made, id=ids[0], case=ids[1]) if ids else made


def _choose(field: SuggestField, search: Any, kept: list[str]) -> None:
    key, text = kept
    wanted = text.split(" ")[0] if key and text.startswith(key) else text
    choice = next((one for one in search(wanted) if one.key == key), None) if key else None
    field.line.setText(text)
    if choice is not None:
        field.blockSignals(True)
        field.take(choice)
        field.blockSignals(False)
