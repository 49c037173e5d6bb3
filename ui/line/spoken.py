"""What people type, Chinese and English: words of the grammar, none of which is shown."""

from __future__ import annotations

import re

SURNAMES: dict[str, str] = {
    **dict.fromkeys("单召沈莘折石盛", "s"),
    **dict.fromkeys("曾查翟祭臧", "z"),
    **dict.fromkeys("仇曲覃", "q"),
    **dict.fromkeys("解冼洗冼相郇", "x"),
    **dict.fromkeys("员乐尉於", "y"),
    **dict.fromkeys("种谌车", "c"),
    **dict.fromkeys("朴逄繁", "p"),
    **dict.fromkeys("秘薄柏", "b"),
    **dict.fromkeys("缪牟宓万", "m"),
    **dict.fromkeys("区欧", "o"),
    **dict.fromkeys("盖过", "g"),
    "黑": "h",
    "那": "n",
    "隗": "k",
    "任": "r",
}
"""How a character is read as a surname, where a dictionary may read it otherwise."""
DOUBLE = {"尉迟": "yc", "万俟": "mq", "长孙": "zs", "单于": "cy", "澹台": "tt", "令狐": "lh"}

BLANKS = frozenset(" \t　，,、；;")
QUOTES = {"“": "”", '"': '"', "「": "」", "‘": "’"}
COLONS = frozenset("：:")
EQUALS = frozenset("=＝")
AT = frozenset("@＠")
TIME = re.compile(r"(.?\D)?\d{1,2}[:：]\d\d(?!\d)")
"""A colon of a time of day, seen from three characters before it."""

UNITS = {
    **dict.fromkeys(("wd", "工作日", "个工作日"), "wd"),
    **dict.fromkeys(("wh", "工作小时", "个工作小时", "工时"), "wh"),
    **dict.fromkeys(("h", "小时", "个小时", "hour", "hours"), "h"),
    **dict.fromkeys(("min", "分钟", "分", "minute", "minutes"), "min"),
    **dict.fromkeys(("d", "天", "日", "自然日", "day", "days"), "d"),
}
DAYS = {
    "今天": 0,
    "今日": 0,
    "今晚": 0,
    "明天": 1,
    "明日": 1,
    "明早": 1,
    "后天": 2,
    "大后天": 3,
    "today": 0,
    "tomorrow": 1,
}
YES = frozenset({"是", "对", "有", "属实", "yes", "y", "1", "true", "on", "√"})
NO = frozenset({"否", "不", "不是", "没有", "不属实", "不存在", "no", "n", "0", "false", "off"})
LIMIT = re.compile(r"(\d{1,3})([a-z]+|[\u4e00-\u9fff]+)")
DAY = re.compile(r"(?:(\d{4})[-/年.])?(\d{1,2})[-/月](\d{1,2})日?")
CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})|(\d{1,2})(?:点|时)(半|\d{1,2}分?)?")
AFTER = re.compile(r"(\d{1,3})(个?小时|分钟|天|h|min|d)后?")

SHORT: dict[str, tuple[str, ...]] = {
    "report.new": ("报", "上报", "r"),
    "case.file": ("立", "l"),
    "case.verify": ("核",),
    "case.merge": ("并", "b"),
    "case.refuse": ("拒",),
    "case.hand_over": ("移交",),
    "case.dispatch": ("派", "p"),
    "task.sign": ("签", "q"),
    "task.depart": ("发",),
    "task.arrive": ("到", "d"),
    "case.feedback": ("馈", "f"),
    "case.update": ("情况",),
    "case.contact": ("联系",),
    "case.recall": ("撤", "撤回", "改派"),
    "case.urge": ("催", "c"),
    "case.supervise": ("督",),
    "case.consult": ("会",),
    "case.correct": ("改",),
    "case.resume": ("恢复",),
    "case.escalate": ("升",),
    "case.check": ("查",),
    "case.close": ("结", "j"),
    "case.callback": ("访",),
    "case.void": ("废",),
    "case.reopen": ("开",),
    "case.note": ("注", "n"),
    "promise.make": ("诺",),
    "whistle.draft": ("吹", "w"),
    "request.approve": ("同意", "准"),
    "request.refuse": ("不同意",),
}
"""What people say for an action; first letters of every text are there besides."""
SAID = frozenset(one for names in SHORT.values() for one in names)
GLUED = re.compile(r"([\u4e00-\u9fff]{1,3})(\d[\d-]+)")
"""A verb and the digits of a case without a blank between them."""

SENDING = {
    "unit": ("主办", "单位", "lead", "unit"),
    "team": ("队伍", "team"),
    "kind": ("类型", "任务", "kind"),
    "officer": ("人员", "officers"),
    "co": ("协办", "co"),
    "notify": ("知会", "notify"),
    "approver": ("批准", "批准人", "approver"),
    "overrule": ("另派", "不派推荐", "overrule"),
    "reason": ("理由", "reason"),
}
"""What stands before = in a dispatch, by what it is."""

REPORTING = {
    "item": ("事项", "item"),
    "place": ("地点", "place"),
    "source": ("来源", "source"),
    "words": ("内容", "诉求", "words"),
    "phone": ("电话", "来电", "phone"),
    "name": ("姓名", "来电人", "name"),
    "number": ("工单", "编号", "number"),
    "hotline": ("转来", "时间", "hotline"),
    "grid": ("网格", "grid"),
    "reporter": ("上报人", "reporter"),
}
"""What stands before = in a report, by what it is."""
PICTURE = ("图", "图片", "picture", "pic")
"""The picture on the clipboard; before = a file's."""
PERSON = ("behalf", "代")
CHANNEL = ("channel", "来自")
HAPPENED = ("at", "发生于")
"""What stands before = ."""
PARTS = "· ,，、（）()"

"""What separates the words of a choice's label."""

LOOK, GO, SIT = ("看", "选", "k"), ("转", "去", "go"), ("换", "sit")
"""What people say for the line's own verbs."""
MANY = frozenset("、，,")
"""What joins several values of one field."""
NEGATIONS = ("不", "没", "未")
LATER = "后"
HALF = "半"
MINUTE = "分"
DAY_UNITS = frozenset({"天", "d"})
BREAKS = ' ·，,、；;：:=“”"'
"""What may not stand in a word."""

ORDER = {one: "order_no" for one in ("依据", "指令", "文号", "指令号", "order")}
RELEASING = "解除应急"
"""The verb that says the level too."""
FALLING = "降级"
"""The verb that only goes down."""
STREET: dict[str, tuple[str, ...]] = {
    "mode.propose": (FALLING, "切换", RELEASING),
    "mode.confirm": ("确认级别",),
    "mode.refuse": ("撤回切换",),
    "mode.reply": ("应召",),
    "handover.freeze": ("冻结",),
    "handover.confirm": ("确认交接",),
    "handover.addendum": ("补充",),
}
"""What people say for a deed without a case besides its name."""
INCOMING = "接班人"
"""A field's name that begins as 接班 does."""
LEVELS = {
    **dict.fromkeys("1一ⅰ", "i"),
    **dict.fromkeys("2二ⅱ", "ii"),
    **dict.fromkeys("3三ⅲ", "iii"),
    **dict.fromkeys("4四ⅳ", "iv"),
}
LEVEL = re.compile(r"([一二三四1-4])级(?:响应)?|(iv|i{1,3}|[ⅰⅱⅲⅳ])(?:级响应|级)?", re.I)
"""How a level is typed besides its name; a bare digit is none, for the panel's keys count anew."""
MINUTES = re.compile(r"(\d{1,3})(?:分钟|分|min)?")
NUMBER = re.compile("[0-9]+|[〇零一二三四五六七八九十百]+")
"""A number in an address or a name, which is meant whole."""
ROW = re.compile(r"(.+?)[#＃](\d{0,3})")
"""The person of that number in a building."""
TO = ("到", "去处", "to")
"""What stands before = of where people are moved."""
SOMEBODY = "某"
"""罗某, 罗某某: a surname alone."""
TASK = ("任务", "task")
"""What stands before = of a consultation's task."""
