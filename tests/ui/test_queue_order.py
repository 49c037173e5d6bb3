"""In which order the queue stands: by time left, what is urgent and has none left above all."""

from dataclasses import replace

from commandcenter.domain.case import CaseState
from commandcenter.domain.limits import Level
from tests.ui.queuefakes import NOW, Steps, board, inbox, line, shown
from ui.models.queue import QueueModel
from ui.models.queue_cells import Column


def test_what_is_urgent_and_overdue_stands_above_old_ordinary_reports() -> None:
    clock = Steps()
    model = QueueModel({}, clock.now, seconds=lambda: clock.seconds)
    model.load(
        board(
            *(inbox(f"waits {n}", 60 * n) for n in range(1, 9)),
            line("ordinary", -600),
            replace(line("urgent late", -5), level=Level.URGENT),
            replace(line("urgent soon", 1), level=Level.URGENT),
            replace(inbox("urgent report", 2), level=Level.URGENT),
            replace(
                line("docket", None, state=CaseState.CLOSED), level=Level.URGENT, docket_due=NOW
            ),
        )
    )
    assert shown(model)[:3] == ["urgent late", "urgent report", "ordinary"]
    assert shown(model)[-2:] == ["docket", "urgent soon"]
    clock.seconds = 61
    model.tick(0, 0)
    assert shown(model)[:3] == ["urgent late", "urgent report", "urgent soon"]
    assert shown(model)[-1] == "docket"
    model.sort(Column.NUMBER)
    model.sort(Column.LEFT)
    assert shown(model)[:3] == ["urgent late", "urgent report", "urgent soon"]
