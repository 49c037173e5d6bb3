"""A case as it may be shown once the time of what was revealed is over, whoever answered for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from commandcenter.services.masking import mask_numbers, mask_phone
from commandcenter.services.views import CaseView


def closed(view: CaseView, now: datetime) -> CaseView:
    """The view with the caller's number and those in its words masked again after `open_until`.

    The Desk does the same; a seat's memory (commandcenter/held.py) answers with what it had.
    `now` is aware UTC.
    """
    caller = view.complainant
    if caller is None or caller.open_until is None or now < caller.open_until:
        return view
    return replace(
        view,
        words=mask_numbers(view.words),
        complainant=replace(
            caller, phone=mask_phone(caller.phone), revealed=False, open_until=None
        ),
        story=tuple(replace(one, words=mask_numbers(one.words)) for one in view.story),
    )
