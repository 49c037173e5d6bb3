"""What accounts, the server and the link to it refuse: the rule, then what to do."""

from __future__ import annotations

LINK: dict[str, str] = {
    "not_on_behalf": "密码和解锁不能代办；请本人或管理员登录后办。",
    "password_length": "密码要 {least} 到 {most} 个字符；请重新设置。",
    "password_is_name": "密码不能与人员编号相同；请另设。",
    "login_wrong": "姓名或密码不对；请重新输入，连错五次会锁定。",
    "login_barred": "这个账号已停用；请找管理员。",
    "login_code_used": "一次性口令已经用过；请管理员再发一个。",
    "once_for_others": "一次性口令只能发给别人；自己请直接改密码。",
    "not_oneself": "不能停用自己的账号；请由另一位管理员来做。",
    "login_locked": "连错五次，已锁定到 {until}；请等候或请管理员解锁。",
    "login_needed": "请先登录（登录可能已过期）；再做一次即可。",
    "first_code_wrong": "首次启动码不对或已用过；请看服务器窗口里打印的启动码。",
    "too_many_sessions": "登录的坐席太多；请先退出不用的坐席，或稍后再试。",
    "too_fast": "请求太快，这一步没有做；请过 {seconds} 秒再试。",
    "too_large": "内容超过服务器上限（{most} 字节）；请精简或缩小图片。",
    "wire": "这个坐席与服务器说不到一起（{why}），这一步没有做；请升级程序后再试。",
    "protocol": "坐席程序版本（{seat}）与服务器（{server}）不同；请升级坐席程序。",
    "plain_http": "不加密的连接只许本机使用；请用 --new-certificate 建立证书后再对外提供。",
    "pin_wrong": "服务器证书与记下的指纹不符，没有连接；请向管理员核对指纹。",
    "no_link": "与服务器的连接断了，是否已办尚不确定；恢复后请先看最新情况。",
    "database_away": "数据库暂时连不上，是否已办尚不确定；恢复后请先看最新情况。",
    "no_server": "连不上服务器；请检查网络和地址，或问管理员服务器是否在运行。",
    "not_offline": "连接中断时不能办这一步；请等连接恢复后再办。",
    "unsent_full": "本机暂存的图片已满（{most} MB）；请等连接恢复后再添加。",
    "seat_disk": "本机磁盘存不进去（{why}），这一步没有做；请腾出空间后再试。",
    "disk_full": "服务器磁盘已满或写不进去，这一步没有做；请立即告知管理员。",
    "disk_fault": "磁盘读写出错，是否已办尚不确定；请先看最新情况，并立即告知管理员。",
    "server_fault": "服务器出错，这一步没有做成；请再试一次，仍不行请告知管理员。",
    "not_found": "服务器没有这个地址；请升级坐席程序。",
}
"""Templates by code; {fields} are the Refusal's values."""
