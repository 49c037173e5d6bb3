"""回访, 督办, 准入 in words: what was refused, what happened, what must not be forgotten."""

from __future__ import annotations

from ui.words.names import code, listed

ANSWER_REFUSALS = {
    "not_on_duty_list": "[“{item}”]不在职责清单内，要先提请领导准入；危急的不受此限。",
    "on_duty_list": "[“{item}”]在职责清单内或属危急事项，不用准入，可以直接立案。",
    "admission_asked": "准入已经提请或已经批准，不用再提。",
    "admission_not_asked": "没有待决定的准入；请先由受理员或值班长提请。",
    "order_unit": "督办单要发给本案的主办、协办或被吹哨单位，不能发给{unit}。",
    "no_such_order": "没有这张督办单；请刷新案卷后再选。",
}
ANSWER_STORIES = {
    "admission_asked": "提请准入[：{item}不在职责清单]",
    "admission_decided": "{approved?准入:不予准入}[：{item}]",
}
ANSWER_REMINDERS = {
    "admission_wanted": "事项不在职责清单：先提请准入，领导同意后立案",
    "admission_asked": "事项不在职责清单：等领导准入",
    "admission_refused": "领导不予准入：不予受理并告知上报人；已立案的作废",
}


def owed(what: tuple[str, ...]) -> str:
    """督办、会商; "" for nothing."""
    return listed(code("owed", one) for one in what)
