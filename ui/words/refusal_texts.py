"""One sentence for every code of Refusal: the rule, then what to do."""

from __future__ import annotations

from ui.words.answer_texts import ANSWER_REFUSALS
from ui.words.joint_texts import JOINT_REFUSALS
from ui.words.link_texts import LINK
from ui.words.sending_texts import SENDING_REFUSALS
from ui.words.shift_texts import SHIFT_REFUSALS
from ui.words.table_texts import TABLE_REFUSALS
from ui.words.tier_texts import TIER_REFUSALS
from ui.words.whistle_texts import WHISTLE_REFUSALS

_LIFE = {
    "no_case": "请先在队列、地图或查找中选一件案卷。",
    "not_now": "案卷现在的状态不能做这一步；请看案卷面板里可办的下一步。",
    "before_state": "发生时间早于案卷进入现状态的时间（{since}）；请核对发生时间。",
    "nothing_changed": "和现在一样，没有要改的。",
    "case_move": "案卷现为“{state}”[（{by}，{at}）]，按流程不能转到“{to}”；请先办完当前环节。",
    "task_move": "任务现为“{state}”，不能转到“{to}”；请先办完前一步。",
    "case_ended": "案卷已是“{state}”，不能再做这一步；有新情况请复开或另行上报。",
    "case_not_closed": "只有已结案的案卷才能复开。",
    "not_in_progress": "案卷现为“{state}”，要在“处置中”才能做这一步；请先签收或恢复。",
    "no_such_case": "没有这个案卷，或者它不属本街道；请按编号重新查找。",
    "no_such_task": "没有这项任务；请刷新案卷后再选。",
    "no_such_request": "没有这项申请；请刷新案卷后再选。",
    "no_such_docket": "没有这个子卷；请刷新案卷后再选。",
    "no_such_picture": "没有这张图片，或者它已按期清除。",
    "no_such_item": "事项目录里没有“{item}”；请从目录中选一项。",
    "no_such_unit": "没有这个单位“{unit}”；请从名单中选。",
    "no_such_team": "没有这支队伍“{team}”；请从队伍名册中选。",
    "no_such_officer": "没有这名执法人员“{officer}”；请从名册中选。",
    "no_such_person": "没有这名人员“{person}”；请从值班名册中选。",
    "no_such_grid": "没有这个网格“{grid}”；请核对十五位编码或在地图上点选。",
    "no_such_service": "移交对象只能是 110、119、120 或 122，不能是“{service}”。",
    "stale": "案卷刚被他人[（{by}，{at}）]改动，现为“{state}”[，主办{unit}]；请看最新情况后再办。",
    "stale_version": "案卷刚被他人改动；请看最新情况后再办。",
    "no_limit": "级别“{level}”没有办结时限；请管理员在时限表中补上。",
    "limit_unreadable": "时限“{limit}”读不懂；请写成 2wd（工作日）、4wh（工作小时）或 24h。",
    "clock_stands_still": "案卷现为“{state}”，计时已停；请先恢复，再更正事项或级别。",
}

_INTAKE = {
    "place_half": "经度和纬度要么都有，要么都没有；请在地图上重新点选。",
    "place_off_world": "经纬度不对；请在地图上重新点选。",
    "grid_void": "这个网格编码已停用，不再使用；请改用现行网格。",
    "phone_unreadable": "电话号码应为 3 到 15 位数字；请核对。",
    "text_too_long": "文字太长（{length} 字），最多 {most} 字；请精简。",
    "text_unreadable": "文字里有无法显示的字符；请重新输入。",
    "too_many_tries": "一次最多核对 {most} 件；请分次核对。",
    "too_many_pictures": "一次最多 {most} 张图片；请分次添加。",
    "task_running": "{unit}还有任务在办，不能并案；请先撤回或办完。",
    "not_a_grid_member": "核实要派网格员；请从网格员中选。",
    "place_missing": "上报要有地点：请填地址、网格编码，或在地图上点选。",
    "place_unknown": "地点不在任何网格内；请在地图上点选或填网格编码。",
    "words_missing": "请填写情况说明，不能空着。",
    "words_or_picture": "上报要有来电内容或照片，至少一样。",
    "evidence_missing": "上报要有来电内容或照片，至少一样。",
    "verifier_is_reporter": "核实人不能是上报人（{person}）；请另派一人（采办分离）。",
    "not_the_verifier": "只有被派核实的人（{person}）能录入核实结果。",
    "told_missing": "移交要写明告知了谁；请填接警人或警号。",
    "reporter_untold": "不予受理要告知上报人；请写明告知的话。",
    "merge_into_itself": "案卷不能并入它自己；请另选一件。",
    "merge_into_ended": "要并入的案卷已是“{state}”；请选一件仍在办的。",
    "not_minor": "“{item}”不属小微事项，不能自处理；请立案后派遣。",
    "collector_handles": "采办分离：上报人（{person}）不能处置同一件；请换人签收或反馈。",
    "collector_checks": "采办分离：上报人（{person}）不能核查同一件；请另选核查员。",
    "handler_checks": "采办分离：处置人（{person}）不能核查自己的处置；请另选核查员。",
    "collector_closes": "采办分离：自处理的案卷不能由上报人自己结案；请值班长结案。",
    "repeated": "没有新情况的重复上报，按原结果答复。",
}

_WORK = {
    "not_dispatched": "还没有派遣单位，不能提出申请；请先派遣。",
    "not_your_unit": "这一步要由承办单位（{unit}）来办；请代该单位的人录入。",
    "lead_asks_return": "主办单位不能谢绝，只能申请退单；请用退单。",
    "lead_gives_feedback": "这一步只对协办、知会任务开放；主办单位办完请用反馈。",
    "officer_named_twice": "同一名执法人员选了两次；请去掉重复。",
    "officer_of_other_unit": "{who}不属于主办单位，也不在所选队伍；请重新选人。",
    "not_an_approver": "批准人须是带班领导、街道领导、主任或书记；请重新选择。",
    "warning_reason": "[{article}：]这条法律提示要写明理由（不少于四个字）才能派出。",
    "not_on_scene": "到场之后才能查封扣押或登记保存；请先登记到场。",
    "units_missing": "会商要写明参加单位；请至少选一个。",
    "team_has_task": "队伍{team}有任务在身，状态随任务变化；请在案卷里办签收、到场或完成。",
    "status_follows_task": "“待签收、已签收、途中、现场”随任务变化；手工只能设空闲、休息或离岗。",
    "unit_named_twice": "同一单位只能担任一个角色；请从主办、协办、知会中去掉重复。",
    "designated_unit": "[{unit}是]指定单位，不能再退单；有争议请报上级协调。",
    "return_only_dispatched": "退单要在签收之前提出；案卷现为“{state}”。",
    "return_after_sign_limit": "退单要在签收时限（{due}）之前提出，现已超时；请签收办理。",
    "proposed_unit_missing": "退单要写明建议改派的单位；请选一个。",
    "proposed_unit_same": "建议改派的单位不能还是本单位；请另选。",
    "never_extend_urgent": "紧急案卷不得延期；确有困难请上报区级或请求支援。",
    "extended_twice": "每件最多延期两次，已经用完；请按期办结或申请挂账。",
    "extend_before_due": "延期要在到期（{due}）之前提出，现已超时。",
    "extension_clock": "延期要与原时限用同一种计时，原时限为 {limit}。",
    "extension_too_long": "一次延期不能超过原时限（{limit}）；请缩短。",
    "review_date_missing": "挂账要写明复查日期；请填一个 30 天内的日期。",
    "review_date_range": "复查日期要在明天到 {last} 之间（最长 30 天）。",
    "request_decided": "这项申请已有决定，不能再批一次。",
    "request_pending": "同类申请正等待决定，不能重复提出；请先批复它。",
    "own_request": "申请人不能批准自己的申请；请由另一人决定。",
    "certificates_not_ready": "[{article}：]出发前要确认执法证件带齐；请勾选“证件已备”。",
    "recorder_missing": "[{article}：]执法全过程记录，要登记执法记录仪编号；请先填写。",
    "lead_not_signed": "主办单位还没有签收，不能反馈；请先签收。",
    "co_task_open": "[{unit}的]协办任务还没办完；请先完成或注明免办，再反馈。",
    "after_picture_missing": "反馈要附处置后的照片；请先添加。",
    "still_owed": "还欠着必须的步骤[（{what}）]；先办督办、会商，再反馈。",
    "redo_first": "诉求人不满意，要先重办（重新定时限、派任务），再反馈。",
    "no_redo_wanted": "没有不满意的回访，不需要重办。",
    "no_complainant": "这件没有诉求人，不需要联系登记。",
    "not_supervised": "这件没有待答复的督办。",
    "due_in_past": "督办期限要晚于现在；请另选时间。",
    "team_of_other_unit": "队伍{team}不属于{unit}；请选本单位的队伍。",
    "team_off": "队伍{team}已离岗；请另选在岗的队伍。",
    "reason_missing": "请选一个理由。",
    "reason_unknown": "理由“{reason}”不在理由表里；请从列表中选。",
}

_LAW = {
    "two_certificates": "[{article}：]执法不得少于两名持有效证件且在岗的人员，现有 {valid} 名。",
    "enforcement_began": "执法程序已经开始，不能作废或并案；请依法办到决定或移送。",
    "recused": "行政处罚法43：{officer}已回避本案；请换人。",
}

_END = {
    "not_a_checker": "核查要交核查员；请从核查员中选。",
    "not_a_duty_leader": "解释结案要由带班领导同意；请选带班领导。",
    "undo_other_person": "只能撤销自己刚做的操作；上一步是{person}做的。",
    "already_checked": "核查结论已录入，不能再录一次。",
    "not_the_checker": "只有指定的核查员（{person}）能录入结论；要换人请重新交办核查。",
    "check_first": "核查通过之后才能结案；请先录入核查结论。",
    "tried_today": "今天已记过一次未联系上；请改天再拨（三天各一次）。",
    "outcome_unknown": "结果“{outcome}”不在结果表里；请从列表中选。",
    "same_person": "解释结案要两个人：值班长与带班领导不能是同一人（{person}）。",
    "basis_missing": "要写明法律或政策依据；请填写。",
    "reopen_too_late": "结案超过 30 天，不能复开；请按新事项上报。",
    "undo_too_late": "撤销要在 10 秒之内；现在请用撤回改派或更正。",
    "undo_nothing": "没有可以撤销的操作。",
}

_DOCKET = {
    "docket_needs_certified": "任务类型“{kind}”不能立子卷；须是执法检查、执法查处或行政强制任务。",
    "docket_closed": "子卷已经结束，不能再改。",
    "docket_not_reportable": "这个子卷不需要报告，或者已经报告过了。",
    "docket_no_extension": "“{kind}”的期限不能延长；法律只许查封扣押延长一次。",
    "docket_extended_once": "[{article}：]查封扣押只能延长一次，已经用过。",
    "docket_past_limit": "期限已过，不能再延长；请依法解除或作出决定。",
    "decision_missing": "要填写决定书文号[（{article}）]；请先填写。",
    "goods_missing": "行政强制法24：查封扣押要当场开列清单；请填写物品清单。",
    "video_missing": "请填写执法记录仪的视频编号。",
}

_ROOM = {
    "exists": "同一编号已经存在，没有重复建立。",
    "limit_range": "条数超出可查范围；请改小。",
    "hours_range": "小时数超出可查范围；请改小。",
    "days_range": "天数超出可查范围；请改小。",
    "no_right": "[这一步要由{roles}来办；]请换有此权限的人坐席，或代其录入。",
    "bad_id": "编号格式不对，这一步没有做；请重试，仍不行请告知管理员。",
    "in_future": "时间不能晚于现在；请改时间。",
    "bad_time": "时间没有时区，无法确定时刻；请改时间。",
    "too_long_ago": "发生时间太早，不能再代录；请用备注说明。",
    "case_still_open": "案卷现为“{state}”，办结之前不能清除诉求人信息。",
    "schema_newer": "数据由更新的程序版本（{file}）建立，本程序只认到 {program}；请升级程序。",
    "database_unfit": "数据库不合要求：需要 PostgreSQL 15 以上、编码 UTF8；请告知管理员。",
    "street_wanted": "这个数据库里有几个街道（{streets}）；请指明打开哪一个。",
    "no_such_street": "数据库里没有街道 {street}；请核对代码。",
    "role": "[这一步要由{roles}来办；]请换有此权限的人坐席，或代其录入。",
    "happened_in_future": "发生时间不能晚于现在；请改时间。",
    "seat_taken": "这个坐席已有人；请先交接。",
    "reveal_words": "不是自己经办的案卷，看电话要写明理由。",
    "picture_not_kept": "图片没有存好；请重新添加。",
    "picture_size": "图片太大或是空的；请换一张或压缩后再添加。",
    "picture_kind": "图片格式不支持；请用 JPEG 或 PNG。",
    "unknown_command": "这个程序版本不认识这一步；请管理员升级。",
    "unknown_query": "这个程序版本不认识这个问题；请管理员升级。",
    "data_held": "数据正由“{program}”（{host}，进程 {pid}，自 {since}）使用；请先关闭它再开。",
    "disk_full": "磁盘已满，这一步没有做，填写的内容仍在；请腾出空间后再试。",
    "disk_readonly": "数据文件夹写不进去，这一步没有做；请检查文件夹权限和磁盘。",
    "data_unreadable": "数据文件打不开或已损坏（{why}）；请保留原文件，用备份恢复。",
    "key_damaged": "密钥文件 {file} 已损坏，来电号码无法再查；请用备份恢复。",
    "street_key_lost": "街道的密钥 {file} 不在了，查不到以前的来电人；"
    "请从备份取回，或用 new-key 建立新的。",
    "street_key_other": "密钥 {file} 不是本街道的，查不到以前的来电人；请从备份取回正确的。",
    "street_moved": "这个街道的数据已迁到 PostgreSQL；请用“--server”连接服务器。",
    "busy": "数据库正忙，这一步没有做；请再试一次。",
}

_FOUNDING = {
    "street_name_wrong": "街道名称要有 1 到 {most} 个字；请重填。",
    "street_code_wrong": "街道代码不成立（{why}）；要 9 位，如 440113120。",
    "lead_wrong": "值班长姓名要有 1 到 {most} 个字；请填真实姓名。",
    "administrator_wrong": "管理员名称要有 1 到 {most} 个字；请重填。",
    "names_same": "值班长和管理员要用不同的名字，登录按名字认人；请改一个。",
    "street_there": "这里已有街道 {street}；请换一个空文件夹。",
}

REFUSALS: dict[str, str] = {
    **_FOUNDING,
    **_LIFE,
    **_INTAKE,
    **_WORK,
    **_LAW,
    **_END,
    **_DOCKET,
    **_ROOM,
    **LINK,
    **ANSWER_REFUSALS,
    **SHIFT_REFUSALS,
    **WHISTLE_REFUSALS,
    **TIER_REFUSALS,
    **JOINT_REFUSALS,
    **SENDING_REFUSALS,
    **TABLE_REFUSALS,
}
"""Templates by code; {fields} are the Refusal's values."""

FINDINGS: dict[str, str] = {
    "two_certificates": "应有不少于两名在岗且执法证有效的人员，现有 {valid} 名（辅助人员不计）",
    "auxiliary_leads": "辅助人员（{officer}）不得带队执法",
    "certificate_expired": "{officer}的执法证已过期，不得参加执法",
    "officer_off_shift": "{officer}不在岗，不得派出",
    "no_power": "该单位没有此事项的这类职权；有权单位：{units}。可吹哨或移送",
    "recused": "{officer}与本案有利害关系，应当回避",
    "night_or_holiday": "夜间（22:00–06:00）和法定节假日不得实施强制执行，情况紧急的除外",
    "coercion_unapproved": "实施行政强制前须报负责人批准；情况紧急当场实施的，24 小时内报告",
    "camera_clue": "视频发现只是线索，不能直接作为处罚依据，须经审核",
}
"""What each finding of the law says; also read for refusals named law_ and the finding."""
