"""吹哨 and 会商 in words: what was refused, what happened, which reasons may be chosen."""

from __future__ import annotations

from enum import StrEnum

from commandcenter.domain.consultation import ConsultationState
from commandcenter.domain.whistle import PartState, WhistleKind, WhistleState

WHISTLE_WORDS: dict[type[StrEnum], dict[str, str]] = {
    WhistleKind: {
        "resident": "居民诉求",
        "joint": "联合执法",
        "emergency": "应急处置",
        "hard": "疑难事项",
    },
    WhistleState: {
        "draft": "待审批",
        "approved": "已批准待吹",
        "blown": "已吹哨",
        "closed": "待互评",
        "rated": "已互评",
        "refused": "未批准",
        "withdrawn": "已撤回",
    },
    PartState: {
        "called": "待签收",
        "signed": "已签收",
        "contacted": "已联系",
        "checked_in": "已报到",
        "delivered": "已办结",
        "disputed": "有争议",
        "released": "已退出",
    },
    ConsultationState: {"called": "已召集", "held": "已召开", "off": "已取消"},
}

WHISTLE_REFUSALS = {
    "own_whistle": "要由另一个人来审批；{person}不能批自己提的吹哨。",
    "whistle_move": "吹哨现在是“{state}”，不能做这一步；请刷新后再看。",
    "whistle_step": "{unit}现在是“{state}”，不能做这一步；请按签收、联系、报到、办结的次序来。",
    "whistle_disputed": "{unit}的职责争议还没有解决；请先协商、指定。",
    "whistle_not_disputed": "{unit}没有提出争议，不用协商或指定。",
    "negotiate_first": "先与{unit}协商并记录结果，再由共同上级指定。",
    "return_after_contact": "退单要在联系时限（{due}）之前提出；请改提争议。",
    "unit_leads_already": "{unit}已是本案主办，不用再吹哨。",
    "too_many_units": "一次最多 {most} 个部门。",
    "whistle_under_way": "这件案卷已有一个吹哨在办；请先办完或撤回它。",
    "no_such_whistle": "没有这个吹哨；请从名单中选。",
    "no_such_department": "{unit}不在这次吹哨里；请从名单中选部门。",
    "whistle_not_blown": "吹哨现在是“{state}”；吹响以后部门才能办理。",
    "whistle_not_closed": "吹哨办结以后才能互评。",
    "whistle_delivered": "已有部门办结，不能撤回；请继续办完。",
    "whistle_parts_open": "{unit}还没有办结（{state}）；请催办，或等它办结。",
    "check_in_code": "报到码不对；请向现场人员要四位报到码。",
    "check_in_how": "报到要有位置或报到码；请填其中一项。",
    "check_in_by_code": "案卷没有位置，请用报到码报到。",
    "not_at_place": "离现场还有 {metres} 米（{most} 米以内才算到）；请到现场再报，或用报到码。",
    "department_needed": "{unit}退出后没有部门主办；请写明由谁接办。",
    "rated_before": "对{unit}的评价已经有了，不能再评。",
    "score_range": "评分要在 0 到 {most} 之间。",
    "consultation_over": "这次会商{state}，不能再改。",
    "no_such_consultation": "没有这次会商；请从名单中选。",
    "consult_task_open": "会商交给{unit}的任务还没有完成（{due} 到期）。",
    "task_done_before": "这项任务已经完成。",
    "too_many_lines": "一次最多 {most} 条。",
}
"""Templates of refusals by code; {fields} are the Refusal's values."""

WHISTLE_STORIES = {
    "whistle_drafted": "提出吹哨[：{lead}牵头][，{units}]",
    "whistle_decided": "吹哨{approved?获批准:未获批准}{blown?，已吹响:}",
    "whistle_blown": "吹哨[，{units}报到]",
    "whistle_withdrawn": "撤回吹哨[：{reason}]",
    "whistle_closed": "吹哨办结[，{rate_due} 前互评]",
    "whistle_signed": "吹哨：[{unit}]签收{late?（超时）:}",
    "whistle_contacted": "吹哨：[{unit}]联系{late?（超时）:}",
    "whistle_checked_in": "吹哨：[{unit}]{by_code?凭码:到场}报到{late?（超时）:}",
    "whistle_delivered": "吹哨：[{unit}]办结{late?（超时）:}",
    "whistle_return_asked": "吹哨：[{unit}]申请退单[：{reason}]",
    "whistle_return_decided": "吹哨：[{unit}]退单{approved?获准:未获准，指定办理}",
    "whistle_disputed": "吹哨：[{unit}]提出职责争议[：{reason}]",
    "whistle_negotiated": "吹哨：与[{unit}]协商",
    "whistle_designated": "吹哨：争议指定[，由{lead}办理]",
    "whistle_urged": "吹哨：催办[{unit}]",
    "whistle_rated": "吹哨互评：{by_street?街道评[{unit}]:[{unit}]评街道}[ {score} 分]",
    "whistle_late": "吹哨超时[：{units}]，列入督办",
    "consultation_called": "召集会商[，{meets_at}][，{units}]",
    "consultation_off": "会商取消[：{reason}]",
    "consult_task_done": "会商任务完成[：{unit}]{late?（超时）:}",
}
"""Templates of the story by kind of entry."""

WHISTLE_REASONS = {
    "WithdrawWhistle": {
        "solved": "问题已解决",
        "mistake": "吹错单位",
        "not_needed": "不再需要",
        "other": "其他",
    },
    "ReturnWhistle": {
        "not_our_duty": "不属本部门职责",
        "other_unit": "应由其他部门办理",
        "no_basis": "没有法定依据",
        "other": "其他",
    },
    "DisputeWhistle": {
        "duty_unclear": "职责交叉不清",
        "not_our_duty": "不属本部门职责",
        "not_our_area": "不在本部门辖区",
        "other": "其他",
    },
    "CallOffConsultation": {
        "solved": "问题已解决",
        "postponed": "改期另行召集",
        "units_absent": "单位不能到会",
        "other": "其他",
    },
}

STEP_NAMES = {
    PartState.SIGNED: "签收",
    PartState.CONTACTED: "联系",
    PartState.CHECKED_IN: "报到",
    PartState.DELIVERED: "办结",
}

TASK_FAULTS = {
    "unit_unknown": "“{line}”：第一个词要是单位的简称。",
    "day_missing": "“{line}”：最后要有期限，如 10-21 或 10-21 12:00。",
    "words_missing": "“{line}”：单位和期限之间要写任务。",
    "day_wrong": "“{line}”：没有这一天。",
    "day_past": "“{line}”：期限已经过了。",
}
"""Why a typed task of a consultation was not understood."""
