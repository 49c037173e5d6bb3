"""What the command line says: plain sentences in Chinese and English, by code."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "data_held": (
        "数据文件夹正在使用：{program}（进程 {pid}，主机 {host}，自 {since}）。请先关闭它。",
        "the data folder is in use by {program} (process {pid} on {host} since {since}); "
        "close it first",
    ),
    "no_data": ("这里没有数据：{path}", "there is no data here: {path}"),
    "bad_database": ("数据文件读不出来：{why}", "the data file cannot be read: {why}"),
    "schema_newer": (
        "数据文件来自更新的程序版本（{file}），请升级程序。",
        "the data file is of a later program ({file}); use that one",
    ),
    "disk_full": (
        "磁盘已满，没有写入；请腾出空间再试（{why}）。",
        "the disk is full, nothing was written; make room and try again ({why})",
    ),
    "disk_fault": (
        "磁盘读写出错，是否已写入尚不确定；请检查磁盘后再看（{why}）。",
        "the disk failed, whether it was written is not known; look at the disk, then at what "
        "stands ({why})",
    ),
    "disk_readonly": (
        "数据文件夹写不进去；请检查权限和磁盘（{why}）。",
        "the data folder cannot be written; look at its rights and its disk ({why})",
    ),
    "key_damaged": (
        "密钥文件已损坏（{file}）；请用备份恢复。",
        "the key is damaged ({file}); restore it from a backup",
    ),
    "street_key_lost": (
        "街道的密钥不在了：{file}。没有它查不到以前的来电人。请从备份取回；"
        "确实没有备份，就用 new-key 建立新的。",
        "the street's key is gone: {file}; without it earlier callers are not found. Bring it "
        "back from a backup; where none has it, make a new one: new-key",
    ),
    "street_key_other": (
        "密钥不是本街道的：{file}。请从备份取回；确实没有备份，就移走它，用 new-key 建立新的。",
        "the key is not this street's: {file}. Bring the right one back from a backup; where none "
        "has it, put this one elsewhere and make a new one: new-key",
    ),
    "new_key": (
        "新密钥已建立：{path}；{count} 个来电号码已按新密钥登记。请马上备份；"
        "用 PostgreSQL 的，把它复制给每台服务器。",
        "a new key is in {path}; {count} callers' numbers are found by it. Back up now; "
        "with PostgreSQL copy it to every server",
    ),
    "due": (
        "{kind}：{count} 份已到期，最早 {since}",
        "{kind}: {count} past their time, the oldest since {since}",
    ),
    "due_next": (
        "不会自动清除：由管理员逐案清除来电人信息，清除记入台账。",
        "nothing goes by itself: the administrator purges case by case, and the journal tells it",
    ),
    "none_due": ("没有到期的信息。", "nothing is past its time"),
    "database_unfit": (
        "数据库不合用：版本 {version}，需 {least} 以上，编码 {encoding}。",
        "the database does not do: version {version}, wanted is {least} or later in {encoding}",
    ),
    "exists": ("已经存在，不覆盖：{path}", "it is there already and is not overwritten: {path}"),
    "inside_data": (
        "备份不能放在数据文件夹里：{path}",
        "a backup does not belong into the data folder: {path}",
    ),
    "not_written": (
        "没有做成，什么也没有留下：{why}",
        "it could not be done, and nothing is left of it: {why}",
    ),
    "no_backup": ("这里没有备份：{path}", "there is no backup here: {path}"),
    "no_street": ("数据文件里没有街道。", "the data file has no street in it"),
    "manifest_bad": (
        "备份清单被改动或损坏，不予恢复。",
        "the backup's manifest was changed or is damaged; it is not restored",
    ),
    "file_missing": ("缺少文件：{file}", "a file is missing: {file}"),
    "file_changed": ("文件被改动或损坏：{file}", "a file was changed or is damaged: {file}"),
    "file_unknown": ("多出的文件：{file}", "a file that the backup does not name: {file}"),
    "backup_bad": ("数据与台账对不上（{why}）。", "the data does not hold ({why})"),
    "head_unknown": (
        "台账第 {seq} 条不是给出的那一条：末尾被截去，或是另一份台账；不予恢复。",
        "entry {seq} is not the one that was given: the end was cut off, or it is another "
        "journal; it is not restored",
    ),
    "backed_up": (
        "已备份并核对：{path}；台账末条 {seq} {hash}，照片 {pictures} 张。",
        "copied and verified: {path}; head of the journal {seq} {hash}, {pictures} pictures",
    ),
    "backup_secret": (
        "注意：备份含群众信息和密钥（street.key），只有本人可读，请妥善保管。",
        "mind: it holds personal data and the secret key (street.key); only you can read it, "
        "keep it so",
    ),
    "pictures_lost": (
        "数据文件夹里丢失或损坏照片 {count} 张，首先是 {first}；其余已备份。",
        "{count} pictures are lost or damaged in the data folder, the first is {first}; "
        "all else is in the backup",
    ),
    "data_wanted": (
        "恢复到哪里？请给出 --data，或用 --drill 演练。",
        "where to? give --data, or --drill to try it",
    ),
    "restored": (
        "已恢复并核对：{path}；备份时间 {at}，台账末条 {seq} {hash}；请重新登录。",
        "restored and verified: {path}; backup of {at}, head of the journal {seq} {hash}; "
        "everybody signs in again",
    ),
    "drilled": (
        "演练完成，未留痕迹：备份时间 {at}，台账 {seq} 条，数据 {rows} 行，照片 {pictures} 张。",
        "drill done, nothing of it stays: backup of {at}, {seq} entries, {rows} rows, "
        "{pictures} pictures",
    ),
    "street_moved": (
        "这里的街道已迁往 PostgreSQL，不再写入；如果迁移曾中断，请加 --again。",
        "this street has moved to PostgreSQL; where the move was cut, do it with --again",
    ),
    "street_there": (
        "目标数据库里已有该街道：{street}",
        "the target has this street already: {street}",
    ),
    "street_wanted": (
        "数据库里不止一个街道，请用 --street 指定：{streets}",
        "there is not one street in the database, name it with --street: {streets}",
    ),
    "no_such_street": ("没有这个街道：{street}", "there is no such street: {street}"),
    "schema_other": (
        "数据库的版本（{file}）与程序（{program}）不同；请先用新程序启动一次。",
        "the database is of another version ({file}) than the program ({program}); "
        "start the new program on it first",
    ),
    "schema_old": (
        "数据库的版本（{file}）比程序（{program}）旧，这个账号不能升级；"
        "请用所有者账号执行 upgrade。",
        "the database is of an older version ({file}) than the program ({program}), and this role "
        "may not raise it; its owner does so with upgrade",
    ),
    "upgraded": (
        "数据库已是版本 {program}。",
        "the database is of version {program} now",
    ),
    "rows_bad": (
        "数据与台账重放不一致：{count} 处，首先是 {first}；没有迁移。",
        "the rows are not what the journal tells: {count} places, the first is {first}; "
        "nothing was moved",
    ),
    "move_failed": (
        "没有迁移，目标数据库未变：{why}",
        "nothing was moved, the target is as it was: {why}",
    ),
    "moved": (
        "街道 {street} 已迁移并核对：{rows} 行，台账末条 {seq} {hash}。",
        "street {street} moved and verified: {rows} rows, head of the journal {seq} {hash}",
    ),
    "not_granted": (
        "已完成，但没能给账号 {role} 授权：{why}",
        "it is done, but the role {role} could not be given its rights: {why}",
    ),
    "move_next": (
        "照片和密钥留在原文件夹；今后请带 --database 启动，原数据文件不再写入。",
        "pictures and key stay in the folder; from now on start with --database, "
        "the old file takes nothing more",
    ),
    "move_left": (
        "原数据文件里仍有群众信息：数据库的备份演练通过后，请清空 {path}（truncate -s 0），"
        "删除旁边的 -wal、-shm；留着空文件，免得误开成新的街道。",
        "the old file still holds personal data: once a backup of the database was drilled, empty "
        "{path} (truncate -s 0) and remove the -wal and -shm beside it; an empty one lets nobody "
        "found another street there",
    ),
    "other_refusal": ("规则不允许：{code}", "a rule says no: {code}"),
    "system": ("系统不允许：{why}", "the system says no: {why}"),
    "stopped": (
        "已停止；已写入的保留，再次运行会接着做。",
        "stopped; what was written stays, and running it again goes on",
    ),
    "good": (
        "台账完整：{entries} 条记录，首尾相连。",
        "the journal holds: {entries} entries, each joined to the one before",
    ),
    "bad": (
        "台账不完整：第 {first} 条有问题（{why}）。",
        "the journal does not hold: entry {first} is the first bad one ({why})",
    ),
    "rows_agree": ("数据与台账重放一致。", "the rows are what the journal tells"),
    "rows_differ": (
        "数据与台账重放不一致：{count} 处，首先是 {first}",
        "the rows are not what the journal tells: {count} places, the first is {first}",
    ),
    "head": ("台账末条：{seq} {hash}", "head of the journal: {seq} {hash}"),
    "bad_mapping": ("对照表有误：{fault}", "the mapping cannot be used: {fault}"),
    "unreadable": ("文件读不了：{why}。{detail}", "the file cannot be read: {why}. {detail}"),
    "cases_done": (
        "读入 {rows} 行 = 新案件 {cases} + 已有 {known} + 隔离 {quarantined}",
        "{rows} rows read = {cases} cases + {known} known + {quarantined} quarantined",
    ),
    "reason": ("{count} 行：{why}", "{count} rows: {why}"),
    "clock": (
        "时钟规则：{all} 件可比，{share:.2f} % 相差不超过 5 分钟",
        "clock: {all} due times compared, {share:.2f} % within 5 minutes",
    ),
    "flags": (
        "是否按期：{all} 件可比，{differ} 件与记录不符",
        "in time: {all} flags compared, {differ} differ",
    ),
    "batch": ("批次 {batch}", "batch {batch}"),
    "boundaries_done": (
        "读入 {read} 个区域 = 采用 {accepted}（其中更新 {changed}）+ 隔离 {refused}",
        "{read} areas read = {accepted} accepted ({changed} of them written) + {refused} set aside",
    ),
    "area_refused": (
        "第 {place} 个“{name}”：{why}",
        'number {place} "{name}": {why}',
    ),
    "not_demo": (
        "模拟只在演示街道运行；这里是 {street}。",
        "the simulator plays the demo street only; this is {street}",
    ),
    "played": (
        "写入 {events} 条记录；规则拒绝 {refused} 次；重复 {doubled} 次。",
        "{events} entries made, {refused} refused by a rule, {doubled} repeats",
    ),
    "caught_up": (
        "已到现在，未满 {wanted} 条；加 --ahead 可继续往后。",
        "the present was reached before {wanted} entries; --ahead goes on beyond it",
    ),
    "founded": (
        "已建立 {name}（{street}），数据在 {path}；没有虚构的人员、队伍和案件。",
        "{name} ({street}) is founded in {path}, with nobody and nothing invented",
    ),
    "founded_next": (
        "账号：{lead}（值班长，兼派遣、受理）和 {administrator}（管理员）。",
        "accounts: {lead} (shift lead, dispatcher, intake) and {administrator} (administrator)",
    ),
    "ground_done": (
        "社区网格：采用 {accepted}，隔离 {refused}",
        "ground: {accepted} accepted, {refused} set aside",
    ),
    "demo_founded": (
        "注意：文件夹 {path} 是空的，已建立演示街道（人员和案情均为虚构）。"
        "要建立本街道，请换一个空文件夹，先运行 found --data DIR --name 名称 --code 代码。",
        "mind: {path} was empty, so the demo street was founded in it, people and all invented; "
        "for an own street take an empty folder and run found --data DIR --name NAME --code CODE",
    ),
    "street_name_wrong": (
        "街道名称要有 1 到 {most} 个字。",
        "the street's name wants 1 to {most} letters",
    ),
    "lead_wrong": (
        "值班长姓名要有 1 到 {most} 个字。",
        "the lead's name wants 1 to {most} letters",
    ),
    "administrator_wrong": (
        "管理员姓名要有 1 到 {most} 个字。",
        "the administrator's name wants 1 to {most} letters",
    ),
    "names_same": (
        "值班长和管理员要用不同的名字：登录按名字认人。",
        "lead and administrator want different names: logging in goes by name",
    ),
    "street_code_wrong": (
        "街道代码不成立：{why}（要 9 位，如 440113120）。",
        "the street's code is none: {why} (9 digits, such as 440113120)",
    ),
    "serving": ("服务已开：{url}（Ctrl+C 停止）", "serving at {url} (Ctrl+C stops)"),
    "pin": ("证书指纹：{pin}", "fingerprint of the certificate: {pin}"),
    "first_code": (
        "还没有人设过密码。首次启动码（只能用一次）：{code}",
        "nobody has a password yet; the first administrator's code, good once: {code}",
    ),
    "plain_http": (
        "不加密的连接只许本机使用；请加 --new-certificate。",
        "plain HTTP is for this machine only; add --new-certificate",
    ),
    "period": ("模拟时段 {begun} 至 {ended}", "played from {begun} to {ended}"),
}

WHY: Mapping[str, tuple[str, str]] = {
    "name": ("来电人姓名", "callers' names"),
    "phone": ("来电号码", "callers' numbers"),
    "words": ("来电内容", "callers' words"),
    "note": ("经办记录", "notes"),
    "reason": ("理由", "reasons"),
    "goods": ("扣押物品", "goods seized"),
    "picture": ("照片", "pictures"),
    "quarantine": ("隔离的原始行", "raw rows set aside"),
    "missing": ("缺一条", "one is missing"),
    "no_file": ("文件不存在或打不开", "there is none, or it cannot be opened"),
    "changed": ("内容被改动或次序不对", "it was changed or moved"),
    "tail_cut": ("末尾被截去", "the end was cut off"),
    "head_unknown": (
        "不是给出的那一条：末尾被截去，或是另一份台账",
        "it is not the one that was given: the end was cut off, or it is another journal",
    ),
    "head_missing": ("末条标记丢失", "the mark of the last entry is gone"),
    "head": ("末条与清单不符", "its head is not the manifest's"),
    "counts": ("行数与清单不符", "its rows are not as many as the manifest says"),
    "pictures": ("照片与清单不符", "its pictures are not those of the manifest"),
    "database": ("数据库文件损坏", "the database file is damaged"),
    "columns": ("列数不对", "wrong number of columns"),
    "encoding": ("编码不对", "wrong encoding"),
    "control": ("含控制字符", "control characters"),
    "formula": ("疑似公式", "looks like a formula"),
    "too_long": ("文字过长", "text too long"),
    "quote": ("引号未闭合", "a quotation mark never closes"),
    "no_id": ("没有编号", "no id"),
    "bad_id": ("编号无法识别", "an id that is none"),
    "doubled_id": ("编号重复", "the id came before in this file"),
    "time": ("时间不成立", "an impossible time"),
    "future": ("时间在将来", "a time to come"),
    "closed_before_opened": ("结案早于受理", "closed before it was opened"),
    "status": ("状态与时间不符", "status unknown, or at odds with the times"),
    "flag": ("按期标记无法识别", "an in-time flag that is unknown"),
    "item": ("事项无法对应", "an item without a match"),
    "number": ("坐标不是数字", "a coordinate that is no number"),
    "place_half": ("坐标只有一半", "half a coordinate"),
    "place_off_world": ("坐标不在地球上", "a point outside the world"),
    "empty": ("空文件", "an empty file"),
    "utf16": ("UTF-16 编码，请转为 UTF-8", "it is UTF-16; make it UTF-8"),
    "header": ("表头缺列或重名", "a column of the mapping is not in the header, or twice"),
    "too_large": ("文件过大", "too large"),
    "not_json": ("不是 JSON", "not JSON"),
    "not_geojson": ("不是 GeoJSON 要素集", "not a GeoJSON feature collection"),
    "too_many": ("要素过多", "too many features"),
    "datum": ("坐标系已偏移（GCJ-02/BD-09）", "a shifted datum (GCJ-02, BD-09)"),
    "crs": ("投影坐标，需经纬度", "projected; degrees are wanted"),
    "geometry": ("没有图形", "no geometry"),
    "type": ("不是面", "not a polygon"),
    "coordinates": ("坐标写法不对", "malformed coordinates"),
    "few_points": ("点太少", "too few points"),
    "not_closed": ("环未闭合", "a ring that does not close"),
    "outside_world": ("坐标不在地球上", "a point outside the world"),
    "self_intersection": ("环自相交", "a ring that crosses itself"),
    "no_area": ("没有面积", "no area"),
    "invalid": ("图形不成立", "an invalid shape"),
    "no_code": ("没有代码", "no code"),
    "bad_code": ("代码不成立", "a code that is none"),
    "not_digits": ("不是数字", "not digits"),
    "length": ("位数不对", "wrong number of digits"),
    "district_range": ("前六位不是区县代码", "the first six are no district"),
    "street_range": ("街道号不在 001–399", "the street's number is not 001-399"),
    "community_range": ("社区号不在编码范围", "the community's number is out of range"),
    "grid_zero": ("网格号为 000", "the grid's number is 000"),
    "other_street": ("不属于本街道", "of another street"),
    "other_community": ("网格不属于该社区", "a grid of another community"),
    "no_name": ("没有名称", "no name"),
    "name_differs": ("社区名称前后不一", "the community had another name before"),
    "sheet": ("表格打不开或过大", "a sheet that does not open, or too large"),
    "double_code": ("代码重复", "the code came before in this file"),
    "grid_void": ("网格已作废", "the grid is void"),
}


def say(sentence: str, /, **values: object) -> str:
    """A sentence in both languages; a value that is a pair has a word for each."""
    parts = []
    for place, text in enumerate(SENTENCES[sentence]):
        words = {k: v[place] if isinstance(v, tuple) else v for k, v in values.items()}
        parts.append(text.format(**words).strip())
    return " / ".join(parts)


def why(code: str | None) -> tuple[str, str]:
    """A reason's words in both languages; a code without words as it is."""
    return WHY.get(code or "?", (str(code), str(code)))
