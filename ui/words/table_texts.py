"""The administrator's tables in words: titles, columns, codes, what is wrong with a cell."""

from __future__ import annotations

from commandcenter.domain.tables import Table

TITLES = {
    Table.PEOPLE: "人员与角色",
    Table.UNITS: "单位",
    Table.ITEMS: "事项",
    Table.LIMITS: "时限",
    Table.POWERS: "职权",
    Table.DAYS: "日历",
    Table.OFFICERS: "执法人员",
    Table.TEAMS: "队伍",
    Table.COMMUNITIES: "社区",
    Table.GRIDS: "网格表",
}
"""The title of each tab, and of its sheet."""

COLUMNS = {
    "id": "编号",
    "code": "事项码",
    "name": "名称",
    "short": "简称",
    "phone": "电话",
    "roles": "角色",
    "unit": "单位",
    "units": "单位（主办在前）",
    "grids": "网格",
    "on_shift": "在岗",
    "kind": "类别",
    "level": "级别",
    "limit": "时限",
    "void": "停用",
    "stage": "环节",
    "item": "事项",
    "default": "默认",
    "day": "日期",
    "origin": "来源",
    "team": "队伍",
    "auxiliary": "辅助",
    "certificate": "执法证号",
    "valid_until": "证件有效至",
    "recorder": "记录仪",
    "vehicle": "车辆",
    "spoken": "俗称",
    "void_reason": "作废原因",
}
"""The title of each column; in no table do two columns have the same."""

TABLE_CODES: dict[str, dict[str, str]] = {
    "day_kind": {"off": "放假", "work": "上班"},
    "day_origin": {"library": "预填", "notice": "国务院通知"},
    "truth": {"1": "是", "0": "否"},
}
"""Codes that only these tables have."""

TABLE_REFUSALS = {
    "item_void": "事项“{item}”已停用，不再受理新案卷；请从目录中另选。",
    "too_many_lines": "一次最多 {most} 行；请分几次做。",
    "line_doubled": "“{key}”有两行；每个编号只能有一行。",
    "line_changed": "“{key}”刚被他人改动，整张表没有保存；请刷新后再改。",
    "line_stays": "“{key}”不能删除，案卷还要用它；事项请停用，人员请去掉角色。",
    "line_wrong": "“{key}”的“{cell}”不对：{fault}整张表没有保存。",
    "last_administrator": "这样就没有管理员了；请先把管理员交给另一个人。",
    "cell_missing": "不能空着；请填写。",
    "choice_unknown": "没有[“{value}”]这个选项；请从列表中选。",
    "id_format": "编号用小写字母、数字和短横线，字母开头，最长 36 个字符。",
    "item_code_format": "事项码写成 01-02 或 21-903 的样子。",
    "name_with_space": "名称里不能有空格、逗号或顿号。",
    "community_code_format": "社区编码是 12 位数字，前 9 位是本街道的 {street}。",
    "grid_code_format": "网格编码是 15 位数字（微网格 17 或 18 位），前 12 位是已有的社区。",
    "grid_kind_length": "15 位编码是基础或专属网格，17、18 位是微网格；请改类别。",
    "grid_stays_void": "作废的网格不再启用；请用新编码新增。",
    "day_unreadable": "日期[“{value}”]读不懂；请写成 2026-01-01。",
    "roles_apart": "[{roles}：]这些角色不能由同一个人担任；请去掉一个。",
    "shift_without_role": "没有角色的人不能在岗；请先给角色。",
    "certificate_and_day": "执法证号和有效期要么都填，要么都空着。",
    "cell_formula": "是公式算出来的；请改成固定的文字或数字。",
    "sheet_unreadable": "这个文件不是能读的表格（.xlsx 或 .csv）；请重新导出后再导入。",
    "sheet_too_large": "表格太大（最多 {most}）；请分几次导入。",
    "sheet_headers": "表头里没有“{missing}”一列；请用导出的表格填写。",
    "sheet_empty": "表格里没有数据行；请检查第一张工作表。",
    "sheet_unwritable": "文件写不进去（{file}）；请换一个文件夹，或先关闭打开它的程序。",
}
"""Refusals and faults of cells."""

TABLE_STORIES = {
    "people_set": "人员与角色：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]",
    "units_set": "单位表：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]",
    "items_set": "事项表：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]",
    "limits_set": "时限表：{sheet?导入:修改}[，改动 {changed}]",
    "powers_set": "职权表：{sheet?导入:修改}[，新增 {added}][，改动 {changed}][，删除 {removed}]",
    "days_set": "日历：{sheet?导入:修改}[，新增 {added}][，改动 {changed}][，删除 {removed}]",
    "officers_set": "执法人员：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]",
    "teams_set": "队伍表：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]",
    "communities_set": "社区表：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]",
    "grids_set": "网格表：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]",
}
"""Entries of changed tables."""
