<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
    <context>
        <name>desk</name>
        <message>
            <source> {n} 分</source>
            <translation> {n} min</translation>
        </message>
        <message>
            <source> {n} 分钟到位</source>
            <translation>, there in {n} min</translation>
        </message>
        <message>
            <source> {n} 小时</source>
            <translation> {n} h</translation>
        </message>
        <message>
            <source> · %1 放弃</source>
            <translation> · %1 gives up</translation>
        </message>
        <message>
            <source> · %1/%2 步</source>
            <translation> · step %1 of %2</translation>
        </message>
        <message>
            <source> · 后面还有 %1 件</source>
            <translation> · %1 more wait</translation>
        </message>
        <message>
            <source> · 提问 %1</source>
            <translation> · asked %1</translation>
        </message>
        <message>
            <source> · 来电号码按加密摘要比对，不显示号码</source>
            <translation> · phones are compared as keyed hashes, never shown</translation>
        </message>
        <message>
            <source> 分钟</source>
            <translation> min</translation>
        </message>
        <message>
            <source> 到期 </source>
            <translation> due </translation>
        </message>
        <message>
            <source> 超{n}</source>
            <translation> {n} late</translation>
        </message>
        <message>
            <source> 迟报 {n}</source>
            <translation> late {n}</translation>
        </message>
        <message>
            <source>%1 %2 人</source>
            <translation>%1: %2 people</translation>
        </message>
        <message>
            <source>%1 %2 提出</source>
            <translation>proposed by %1 %2</translation>
        </message>
        <message>
            <source>%1 · 听到了吗？Ctrl+Shift+U 调</source>
            <translation>%1 · Did you hear it? Ctrl+Shift+U changes it</translation>
        </message>
        <message>
            <source>%1 · 此刻立案应于 %2 前办结（%3）</source>
            <translation>%1 · filed now, it is due %2 (%3)</translation>
        </message>
        <message>
            <source>%1 · 第 %2 版 · 主办 %3</source>
            <translation>%1 · version %2 · lead %3</translation>
        </message>
        <message>
            <source>%1 件</source>
            <translation>%1 cases</translation>
        </message>
        <message>
            <source>%1 会写进文字栏；这个动作请配 Ctrl、Alt 或功能键。</source>
            <translation>%1 would be written into text fields; give this action Ctrl, Alt or a function key.</translation>
        </message>
        <message>
            <source>%1 在本机还有未发送的内容：已加密，本人登录后发出或定夺</source>
            <translation>%1 left unsent things at this seat: encrypted, sent or decided after a login of their own</translation>
        </message>
        <message>
            <source>%1 在表单和列表里另有用处，换一个。</source>
            <translation>%1 has its use in forms and lists; choose another.</translation>
        </message>
        <message>
            <source>%1 张</source>
            <translation>%1</translation>
        </message>
        <message>
            <source>%1 是“%2”的键，换一个。</source>
            <translation>%1 is the key of “%2”; choose another.</translation>
        </message>
        <message>
            <source>%1 是“%2”的键：再按一次两者互换，或按别的键</source>
            <translation>%1 is the key of “%2”: press it again and the two change places, or press another</translation>
        </message>
        <message>
            <source>%1 是写字或选数的键，换一个：字母、功能键，或加 Ctrl。</source>
            <translation>%1 writes or picks a number; choose a letter, a function key, or add Ctrl.</translation>
        </message>
        <message>
            <source>%1 是窗口留着的键，换一个。</source>
            <translation>%1 is kept by the window; choose another.</translation>
        </message>
        <message>
            <source>%1 是系统的键，换一个。</source>
            <translation>%1 is the system's; choose another.</translation>
        </message>
        <message>
            <source>%1 是表单里各栏的键，换一个：再加 Ctrl。</source>
            <translation>%1 leads to fields of forms; choose another: add Ctrl.</translation>
        </message>
        <message>
            <source>%1 由%2批准，已清除 %3 人的 %4 项资料；地址和人数保留</source>
            <translation>%1, approved by %2: %4 texts of %3 people are gone; addresses and counts stay</translation>
        </message>
        <message>
            <source>%1 电话批准</source>
            <translation>%1, by telephone</translation>
        </message>
        <message>
            <source>%1 的一次性口令：%2　当面告知；登录一次后必须自己设密码。</source>
            <translation>%1's one-time code: %2 - tell it in person; after one login they must set a password.</translation>
        </message>
        <message>
            <source>%1 的任务(&amp;T)</source>
            <translation>&amp;Task of %1</translation>
        </message>
        <message>
            <source>%1 知道了</source>
            <translation>%1 Got it</translation>
        </message>
        <message>
            <source>%1已上报</source>
            <translation>%1 sent</translation>
        </message>
        <message>
            <source>%1已提出清除（%2），由领导批准：批准后立即清除，不能恢复</source>
            <translation>%1 proposed the purge (%2); a leader approves: then it is gone for good</translation>
        </message>
        <message>
            <source>%1（已改）</source>
            <translation>%1 (changed)</translation>
        </message>
        <message>
            <source>%1（愿望，待服务器核法）</source>
            <translation>%1 (a wish: the server checks the law)</translation>
        </message>
        <message>
            <source>%1（现在不可用）</source>
            <translation>%1 (not now)</translation>
        </message>
        <message>
            <source>%1：%2（Ctrl+U 换人）</source>
            <translation>%1: %2 (Ctrl+U: another person)</translation>
        </message>
        <message>
            <source>%1：已办</source>
            <translation>%1: done</translation>
        </message>
        <message>
            <source>%1：正在核对…</source>
            <translation>%1: checking…</translation>
        </message>
        <message>
            <source>%1；由值班长或管理员提出名单，领导批准后清除</source>
            <translation>%1; the shift lead or an administrator proposes, a leader approves</translation>
        </message>
        <message>
            <source>%2 · %3 撤销 · %1 秒</source>
            <translation>%2 · %3 takes it back · %1 s</translation>
        </message>
        <message numerus="yes">
            <source>%n 个工作分钟</source>
            <translation>
                <numerusform>%n working minute</numerusform>
                <numerusform>%n working minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 个工作小时</source>
            <translation>
                <numerusform>%n working hour</numerusform>
                <numerusform>%n working hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 个工作日</source>
            <translation>
                <numerusform>%n working day</numerusform>
                <numerusform>%n working days</numerusform>
            </translation>
        </message>
        <message>
            <source>0 投亲靠友</source>
            <translation>0 To relatives</translation>
        </message>
        <message>
            <source>1 2 3 或 ↑ ↓ 选择，Enter 确定，Esc 退出</source>
            <translation>1 2 3 or ↑ ↓, Enter; Esc closes</translation>
        </message>
        <message>
            <source>10 秒内撤销自己刚录的出发、到场、谢绝或完成，回到这一步之前。</source>
            <translation>Takes back your own departure, arrival, decline or end within 10 s, as it was before.</translation>
        </message>
        <message>
            <source>10 秒内撤销自己刚才的派遣或并案，单位会得到通知。</source>
            <translation>Takes back your own dispatch or merge within 10 s; the unit is told.</translation>
        </message>
        <message>
            <source>110 公安</source>
            <translation>110 Police</translation>
        </message>
        <message>
            <source>119 消防救援</source>
            <translation>119 Fire and rescue</translation>
        </message>
        <message>
            <source>120 医疗急救</source>
            <translation>120 Ambulance</translation>
        </message>
        <message>
            <source>122 交通事故</source>
            <translation>122 Traffic accidents</translation>
        </message>
        <message>
            <source>14:30，空着为立即</source>
            <translation>14:30, empty for at once</translation>
        </message>
        <message>
            <source>15 位编码是基础或专属网格，17、18 位是微网格；请改类别。</source>
            <translation>15 digits are a basic or unit grid, 17 or 18 a micro-grid; please change the kind.</translation>
        </message>
        <message>
            <source>1–9 选队伍 · A–F 另选的理由 · 空格 勾选，首位带队 · Ctrl+Enter 派遣 · Esc 回队列</source>
            <translation>1–9 team · A–F why another · Space ticks, the first leads · Ctrl+Enter sends · Esc queue</translation>
        </message>
        <message>
            <source>24时</source>
            <translation>24 h</translation>
        </message>
        <message>
            <source>64 位，服务器启动时打印</source>
            <translation>64 digits, printed when the server starts</translation>
        </message>
        <message>
            <source>9 位统计用区划代码，如 440113120</source>
            <translation>9 digits of the statistical division code, such as 440113120</translation>
        </message>
        <message>
            <source>95%占时限</source>
            <translation>p95 of limit</translation>
        </message>
        <message>
            <source>95%（分）</source>
            <translation>p95 (min)</translation>
        </message>
        <message>
            <source>A 写补充说明</source>
            <translation>A add a correction</translation>
        </message>
        <message>
            <source>B 放回名单</source>
            <translation>B Back on list</translation>
        </message>
        <message>
            <source>Ctrl+Alt+E 平急转换</source>
            <translation>Ctrl+Alt+E response levels</translation>
        </message>
        <message>
            <source>Ctrl+Alt+P 停住 · Ctrl+Alt+N 换页 · Ctrl+Alt+F 离开</source>
            <translation>Ctrl+Alt+P holds · Ctrl+Alt+N turns · Ctrl+Alt+F leaves</translation>
        </message>
        <message>
            <source>Ctrl+Del 作废</source>
            <translation>Ctrl+Del drop</translation>
        </message>
        <message>
            <source>Ctrl+Enter 列入 · Esc 放弃；确认前什么都没有写入</source>
            <translation>Ctrl+Enter list · Esc drop; nothing is written before</translation>
        </message>
        <message>
            <source>Ctrl+Enter 签字</source>
            <translation>Ctrl+Enter sign</translation>
        </message>
        <message>
            <source>Ctrl+Enter 选接班人并冻结</source>
            <translation>Ctrl+Enter choose the incoming and freeze</translation>
        </message>
        <message>
            <source>Ctrl+F 查找 · Ctrl+Tab 换表 · Esc 回到队列</source>
            <translation>Ctrl+F find · Ctrl+Tab next table · Esc to the queue</translation>
        </message>
        <message>
            <source>Ctrl+H 交下一班</source>
            <translation>Ctrl+H To next shift</translation>
        </message>
        <message>
            <source>Ctrl+J 转到最要紧的报警，再按一次即知悉</source>
            <translation>Ctrl+J goes to the most pressing alarm; once more acknowledges it</translation>
        </message>
        <message>
            <source>Ctrl+N 登记 · Delete 结束所选 · Ctrl+Tab 换页 · Esc 回队列</source>
            <translation>Ctrl+N write down · Delete end · Ctrl+Tab other page · Esc queue</translation>
        </message>
        <message>
            <source>Ctrl+S 存为新版 · Ctrl+D 演练这一级 · Esc 回到队列</source>
            <translation>Ctrl+S save version · Ctrl+D drill this level · Esc queue</translation>
        </message>
        <message>
            <source>Ctrl+Tab 换页</source>
            <translation>Ctrl+Tab other page</translation>
        </message>
        <message>
            <source>Ctrl+V 粘贴 · 拖入 · Del 去掉</source>
            <translation>Ctrl+V paste · drop · Del remove</translation>
        </message>
        <message>
            <source>E 导出</source>
            <translation>E export</translation>
        </message>
        <message>
            <source>Enter %1 · O 督办 · Q 会商 · Shift+R 重办</source>
            <translation>Enter: %1 · O supervise · Q consult · Shift+R redo</translation>
        </message>
        <message>
            <source>Enter 下一格 · Ctrl+Enter 列入 · Esc 回名单</source>
            <translation>Enter next · Ctrl+Enter add · Esc to the list</translation>
        </message>
        <message>
            <source>Enter 下一格 · Ctrl+Enter 受理 · Ctrl+↑↓ 选旁案 · Ctrl+M 并入 · Esc 返回</source>
            <translation>Enter next · Ctrl+Enter intake · Ctrl+↑↓ case beside · Ctrl+M merge · Esc back</translation>
        </message>
        <message>
            <source>Enter 下一格，Esc 返回</source>
            <translation>Enter next field, Esc back</translation>
        </message>
        <message>
            <source>Enter 下一步 · 空格 看案卷 · U 催 · T 退单 · Z 争议 · G 准退 · R 不准退 · N 协商 · D 指定 · W 撤回 · 1–4 筛选 · Esc 回队列</source>
            <translation>Enter next step · Space case · U urge · T return · Z dispute · G grant · R refuse · N negotiate · D designate · W withdraw · 1–4 filter · Esc queue</translation>
        </message>
        <message>
            <source>Enter 再核对，Esc 放下</source>
            <translation>Enter checks again, Esc leaves</translation>
        </message>
        <message>
            <source>Enter 去案卷 · W 知悉 · 空格 勾选 · Ctrl+A 全勾 · V 音量 · M 静音时段</source>
            <translation>Enter to the case · W acknowledge · Space tick · Ctrl+A tick all · V volume · M quiet hours</translation>
        </message>
        <message>
            <source>Enter 开始回访 · P 看电话 · Esc 回队列</source>
            <translation>Enter begins the call · P telephone · Esc to the queue</translation>
        </message>
        <message>
            <source>Enter 或空格 确认</source>
            <translation>Enter or Space acknowledge</translation>
        </message>
        <message>
            <source>Enter 打开所选（核验、补充说明） · Ctrl+Tab 换页 · Esc 回队列</source>
            <translation>Enter open (check, corrections) · Ctrl+Tab other page · Esc queue</translation>
        </message>
        <message>
            <source>Enter 改所选 · Ctrl+N 新增 · Delete 注销所选 · Ctrl+Tab 换页 · Esc 回队列</source>
            <translation>Enter change · Ctrl+N new · Delete strike off · Ctrl+Tab other page · Esc queue</translation>
        </message>
        <message>
            <source>Enter 看大图 · ＋ − 缩放 · 0 全图 · Ctrl+V 粘贴</source>
            <translation>Enter large · + − zoom · 0 fit · Ctrl+V paste</translation>
        </message>
        <message>
            <source>Enter 空格</source>
            <translation>Enter Space</translation>
        </message>
        <message>
            <source>Enter 答复 · O 再督办 · B 催办 · Esc 回队列</source>
            <translation>Enter answers · O one more · B urges · Esc to the queue</translation>
        </message>
        <message>
            <source>Enter 记录或完成 · 空格 看案卷 · X 取消 · S 存纪要 · Esc 回队列</source>
            <translation>Enter record or finish · Space case · X call off · S save minutes · Esc queue</translation>
        </message>
        <message>
            <source>Enter 逐件办理可办的，Esc 放下</source>
            <translation>Enter does those that can be done, Esc leaves</translation>
        </message>
        <message>
            <source>Esc 回到现在的交接</source>
            <translation>Esc back to now</translation>
        </message>
        <message>
            <source>Esc 回队列</source>
            <translation>Esc queue</translation>
        </message>
        <message>
            <source>Esc 放开</source>
            <translation>Esc unpicks</translation>
        </message>
        <message>
            <source>F 只看未走</source>
            <translation>F Only who is there</translation>
        </message>
        <message>
            <source>J 下一件未确认</source>
            <translation>J next that waits</translation>
        </message>
        <message>
            <source>Q 提问</source>
            <translation>Q ask</translation>
        </message>
        <message>
            <source>R 不愿转移</source>
            <translation>R Refuses</translation>
        </message>
        <message>
            <source>S 存文件 P 打印 R 打印承诺单</source>
            <translation>S save P print R print promises</translation>
        </message>
        <message>
            <source>T 请接班人在本席就座</source>
            <translation>T let the incoming sit down here</translation>
        </message>
        <message>
            <source>Word 文档 (*.docx)</source>
            <translation>Word document (*.docx)</translation>
        </message>
        <message>
            <source>[[case.dispatch]] 派遣：第一支队伍就是建议，Ctrl+Enter 派出；有提醒就写一句理由</source>
            <translation>[[case.dispatch]] dispatches: the first team is the proposal, Ctrl+Enter sends it; a warning wants a reason</translation>
        </message>
        <message>
            <source>[[case.file]] 立案，看一眼等级，Enter：案卷有了编号，时限开始走</source>
            <translation>[[case.file]] files it: look at the level, Enter. The case has a number now and its clock runs</translation>
        </message>
        <message>
            <source>[[go.case]] 到案卷：每一步谁办的、用了多久、下一步是谁的事，都在这里</source>
            <translation>[[go.case]] goes to the case: who did each step, how long it took and whose turn is next</translation>
        </message>
        <message>
            <source>[{article}：]</source>
            <translation>[{article}: ]</translation>
        </message>
        <message>
            <source>[{article}：]出发前要确认执法证件带齐；请勾选“证件已备”。</source>
            <translation>[{article}: ]before departure confirm that the certificates are carried; tick it.</translation>
        </message>
        <message>
            <source>[{article}：]执法不得少于两名持有效证件且在岗的人员，现有 {valid} 名。</source>
            <translation>[{article}: ]enforcement needs two officers or more with valid certificates and on duty, now there are {valid}.</translation>
        </message>
        <message>
            <source>[{article}：]执法全过程记录，要登记执法记录仪编号；请先填写。</source>
            <translation>[{article}: ]enforcement is recorded throughout, the recorder's number is needed; enter it.</translation>
        </message>
        <message>
            <source>[{article}：]查封扣押只能延长一次，已经用过。</source>
            <translation>[{article}: ]a seizure is extended once only, and that is used.</translation>
        </message>
        <message>
            <source>[{article}：]这条法律提示要写明理由（不少于四个字）才能派出。</source>
            <translation>[{article}: ]this warning of the law needs a reason (four characters or more) before dispatch.</translation>
        </message>
        <message>
            <source>[{kind}]申请{approved?获准:未获准}</source>
            <translation>[{kind} ]request {approved?approved:refused}</translation>
        </message>
        <message>
            <source>[{roles}：]这些角色不能由同一个人担任；请去掉一个。</source>
            <translation>[{roles}: ]these roles may not be held by one person; take one away.</translation>
        </message>
        <message>
            <source>[{team}]答复召集{late?（超时）:}</source>
            <translation>[{team}] answered the call{late? (late):}</translation>
        </message>
        <message>
            <source>[{unit}]{minutes?要定时报平安:不再定时报平安}[，每 {minutes} 分钟]</source>
            <translation>[{unit} ]{minutes?is to check in:no longer needs to check in}[, every {minutes} min]</translation>
        </message>
        <message>
            <source>[{unit}]免办[：{reason}]</source>
            <translation>Waived[: {unit}][: {reason}]</translation>
        </message>
        <message>
            <source>[{unit}]关联执法视频[ {video}]{late?，超过 24 小时:}</source>
            <translation>Video linked[ by {unit}][: {video}]{late? (after 24 hours):}</translation>
        </message>
        <message>
            <source>[{unit}]出发[，执法记录仪 {recorder}]</source>
            <translation>Departed[: {unit}][, recorder {recorder}]</translation>
        </message>
        <message>
            <source>[{unit}]到场</source>
            <translation>On scene[: {unit}]</translation>
        </message>
        <message>
            <source>[{unit}]协办完成</source>
            <translation>Co-unit done[: {unit}]</translation>
        </message>
        <message>
            <source>[{unit}]在主办、协办、知会里只能出现一次。</source>
            <translation>[{unit} ]may stand once only among lead, co-units and notified.</translation>
        </message>
        <message>
            <source>[{unit}]报平安</source>
            <translation>[{unit} ]checked in</translation>
        </message>
        <message>
            <source>[{unit}]答复督办{late?（超期）:}</source>
            <translation>[{unit} ]answered the supervision{late? (late):}</translation>
        </message>
        <message>
            <source>[{unit}]签收</source>
            <translation>Signed[ by {unit}]</translation>
        </message>
        <message>
            <source>[{unit}]谢绝协办[：{reason}]</source>
            <translation>Co-unit declined[: {unit}][: {reason}]</translation>
        </message>
        <message>
            <source>[{unit}]超时未动：{watch}</source>
            <translation>[{unit} ]late: {watch}</translation>
        </message>
        <message>
            <source>[{unit}是]指定单位，不能再退单；有争议请报上级协调。</source>
            <translation>[{unit} is the ]appointed unit, it cannot be returned again; take a dispute to the district.</translation>
        </message>
        <message>
            <source>[{unit}的]协办任务还没办完；请先完成或注明免办，再反馈。</source>
            <translation>[{unit}: ]a co-unit's task is not finished; finish or waive it, then give feedback.</translation>
        </message>
        <message>
            <source>[“{item}”]不在职责清单内，要先提请领导准入；危急的不受此限。</source>
            <translation>[“{item}” is ]off the duty list: ask a leader to admit it first; what is urgent needs none.</translation>
        </message>
        <message>
            <source>[“{item}”]在职责清单内或属危急事项，不用准入，可以直接立案。</source>
            <translation>[“{item}” is ]on the duty list or urgent: it needs no admission, file it.</translation>
        </message>
        <message>
            <source>[“{value}”]读不懂；请写成“社会面类×2”，一类最多 9 支。</source>
            <translation>["{value}" ]cannot be read; write "street-surface×2", at most 9 of a kind.</translation>
        </message>
        <message>
            <source>[不同意 Shift+A]</source>
            <translation>[Refuse Shift+A]</translation>
        </message>
        <message>
            <source>[办结 Shift+K]</source>
            <translation>[Close Shift+K]</translation>
        </message>
        <message>
            <source>[同意 A]</source>
            <translation>[Approve A]</translation>
        </message>
        <message>
            <source>[吹哨 Shift+B]</source>
            <translation>[Blow Shift+B]</translation>
        </message>
        <message>
            <source>[已决定移送 Shift+F]</source>
            <translation>[transfer decided Shift+F]</translation>
        </message>
        <message>
            <source>[已报告 Shift+F]</source>
            <translation>[Reported Shift+F]</translation>
        </message>
        <message>
            <source>[延长 Shift+Y]</source>
            <translation>[Extend Shift+Y]</translation>
        </message>
        <message>
            <source>[批准 Ctrl+Shift+W]</source>
            <translation>[Approve Ctrl+Shift+W]</translation>
        </message>
        <message>
            <source>[报平安 Shift+F7]</source>
            <translation>[Check in Shift+F7]</translation>
        </message>
        <message>
            <source>[第 {round} 轮]回访：{outcome}</source>
            <translation>Call-back[ (round {round})]: {outcome}</translation>
        </message>
        <message>
            <source>[答复 Shift+O]</source>
            <translation>[answer Shift+O]</translation>
        </message>
        <message>
            <source>[评分 Shift+M]</source>
            <translation>[Rate Shift+M]</translation>
        </message>
        <message>
            <source>[这一步要由{roles}来办；]请换有此权限的人坐席，或代其录入。</source>
            <translation>[This step is for: {roles}. ]Let somebody with that role take the seat, or enter it on their behalf.</translation>
        </message>
        <message>
            <source>{approved?准入:不予准入}[：{item}]</source>
            <translation>{approved?Admitted:Not admitted}[: {item}]</translation>
        </message>
        <message>
            <source>{article}：检查、查处和强制须有不少于两名持证人员，卡上写少了。</source>
            <translation>{article}: to inspect, enforce or coerce takes two certified officers or more; the card says fewer.</translation>
        </message>
        <message>
            <source>{at} {who} 知悉</source>
            <translation>{at} acknowledged by {who}</translation>
        </message>
        <message>
            <source>{at} 上报，已等 {span}，没人核实或立案</source>
            <translation>Reported {at}, waiting {span}, nobody verified or filed it</translation>
        </message>
        <message>
            <source>{at} 冻结的交接</source>
            <translation>the handover frozen {at}</translation>
        </message>
        <message>
            <source>{at} 前</source>
            <translation>by {at}</translation>
        </message>
        <message>
            <source>{at} 前互评</source>
            <translation>Ratings due {at}</translation>
        </message>
        <message>
            <source>{at} 导出，时间为北京时间；不含个人信息：人员不列姓名，地址略去，位置约到十米。</source>
            <translation>Exported {at}, Beijing time; no personal data: staff are not named, addresses are left out, places are good to ten metres.</translation>
        </message>
        <message>
            <source>{at} 已告知带班领导</source>
            <translation>Duty leader told at {at}</translation>
        </message>
        <message>
            <source>{at} 提请切换，等第二个人确认</source>
            <translation>Switch proposed {at}, waits for a second person</translation>
        </message>
        <message>
            <source>{at} 来了新上报</source>
            <translation>New report at {at}</translation>
        </message>
        <message>
            <source>{at} 编排</source>
            <translation>planned {at}</translation>
        </message>
        <message>
            <source>{at} 起 · 指令 {order}</source>
            <translation>from {at} · order {order}</translation>
        </message>
        <message>
            <source>{at} 起{held}，时限停走</source>
            <translation>{held} since {at}, the clock stands</translation>
        </message>
        <message>
            <source>{bare} 个网格没有网格员，另有 {off} 个网格的网格员都离岗</source>
            <translation>{bare} grids have no grid member; in another {off} all grid members are off duty</translation>
        </message>
        <message>
            <source>{by}提出的切换还没有确认；请先确认、退回或撤回它。</source>
            <translation>The switch proposed by {by} waits for its second person; confirm, refuse or withdraw it first.</translation>
        </message>
        <message>
            <source>{count} 行有问题不收（有问题时不删除任何行）；也可改好后重新导入</source>
            <translation>{count} rows are wrong and not taken (nothing is removed meanwhile); or mend the sheet and import it again</translation>
        </message>
        <message>
            <source>{days}天</source>
            <translation>{days}d</translation>
        </message>
        <message>
            <source>{days}天{hours}时</source>
            <translation>{days}d {hours}h</translation>
        </message>
        <message>
            <source>{day} {hours} 时</source>
            <translation>{day} {hours} h</translation>
        </message>
        <message>
            <source>{day} 不在所选的日期里。</source>
            <translation>{day} is not among the chosen days.</translation>
        </message>
        <message>
            <source>{drill}{kind} {at} 起</source>
            <translation>{drill}{kind} from {at}</translation>
        </message>
        <message>
            <source>{due} 到期</source>
            <translation>due {due}</translation>
        </message>
        <message>
            <source>{first} 至 {last}：{count} 班，{bad} 处不收；确认前什么都没有写入</source>
            <translation>{first} to {last}: {count} duties, {bad} not taken; nothing is written before you confirm</translation>
        </message>
        <message>
            <source>{first} 至 {last}：草稿 {count} 班</source>
            <translation>{first} to {last}: {count} drafted duties</translation>
        </message>
        <message>
            <source>{in_time?按期:超期}结案</source>
            <translation>Closed {in_time?in time:late}</translation>
        </message>
        <message>
            <source>{kind} {n} 队</source>
            <translation>{n} {kind} teams</translation>
        </message>
        <message>
            <source>{kind}应急</source>
            <translation>Emergency: {kind}</translation>
        </message>
        <message>
            <source>{kind}应急自 {since} 起</source>
            <translation>{kind} from {since}</translation>
        </message>
        <message>
            <source>{kind}预案</source>
            <translation>Plan for {kind}</translation>
        </message>
        <message>
            <source>{kind}（应报 {due}，{late}）</source>
            <translation>{kind} (due {due}, {late})</translation>
        </message>
        <message>
            <source>{kind}：{what}</source>
            <translation>{kind}: {what}</translation>
        </message>
        <message>
            <source>{level}在办 {n} 件</source>
            <translation>{level}: {n} open</translation>
        </message>
        <message>
            <source>{level}待{stage} {n} 件</source>
            <translation>{level}: {n} to {stage}</translation>
        </message>
        <message>
            <source>{level}（指令 {order}，{who}确认）{since} 起，持续 {span}。</source>
            <translation>{level} (order {order}, confirmed by {who}) from {since} for {span}.</translation>
        </message>
        <message>
            <source>{level}，立案{age}：{n} 件（按{clock}）</source>
            <translation>{level}, age {age}: {n} ({clock})</translation>
        </message>
        <message>
            <source>{level}：在办 {n} 件，最久的{age}（按{clock}）</source>
            <translation>{level}: {n} open, the oldest {age} ({clock})</translation>
        </message>
        <message>
            <source>{minutes} 分钟内答复</source>
            <translation>answer in {minutes} min</translation>
        </message>
        <message>
            <source>{m}分{s:02d}秒</source>
            <translation>{m}m{s:02d}s</translation>
        </message>
        <message>
            <source>{n:.1f} 公里</source>
            <translation>{n:.1f} km</translation>
        </message>
        <message>
            <source>{n:.1f} 小时前</source>
            <translation>{n:.1f} h ago</translation>
        </message>
        <message>
            <source>{names}还没有用旧案卷试过就要启用：请先按 Ctrl+T 试用，看结果再保存</source>
            <translation>{names}: about to be switched on without a trial; press Ctrl+T, look at the result, then save</translation>
        </message>
        <message>
            <source>{name} {at} 提出</source>
            <translation>proposed by {name} {at}</translation>
        </message>
        <message>
            <source>{name} 上岗</source>
            <translation>{name} on duty</translation>
        </message>
        <message>
            <source>{name} 提出的切换还在等第二人确认</source>
            <translation>The switch that {name} proposed still waits for a second person</translation>
        </message>
        <message>
            <source>{name} 用 {used}</source>
            <translation>{name}: {used}</translation>
        </message>
        <message>
            <source>{name} 用 {used}／限 {limit}</source>
            <translation>{name}: {used} of {limit}</translation>
        </message>
        <message>
            <source>{name} 离岗</source>
            <translation>{name} off duty</translation>
        </message>
        <message>
            <source>{name}不是{word}的；请它协办写 协办={word}</source>
            <translation>{name} does not belong to {word}; to let it help type co={word}</translation>
        </message>
        <message>
            <source>{name}只余 {room} 个位置，选了 {n} 人；请少选几人或换一处</source>
            <translation>{name} has {room} places left for {n} people; take fewer or another place</translation>
        </message>
        <message>
            <source>{name}只能有一个，“{word}”是多的</source>
            <translation>{name} takes only one; “{word}” is one too many</translation>
        </message>
        <message>
            <source>{name}请在表单里填：Ctrl+Enter</source>
            <translation>{name}: fill it in the form, Ctrl+Enter</translation>
        </message>
        <message>
            <source>{name}，{what}：{n} 件</source>
            <translation>{name}, {what}: {n}</translation>
        </message>
        <message>
            <source>{name}：在办 {n} 件，超时 {late}，将到期 {near}，正常 {rest}</source>
            <translation>{name}: {n} open, {late} overdue, {near} near due, {rest} in time</translation>
        </message>
        <message>
            <source>{n} 人</source>
            <translation>{n} people</translation>
        </message>
        <message>
            <source>{n} 件已办</source>
            <translation>{n} done</translation>
        </message>
        <message>
            <source>{n} 件未办（仍选着）</source>
            <translation>{n} not done (still picked)</translation>
        </message>
        <message>
            <source>{n} 件未发送，记为愿望</source>
            <translation>{n} not sent, kept as wishes</translation>
        </message>
        <message>
            <source>{n} 分</source>
            <translation>{n} min</translation>
        </message>
        <message>
            <source>{n} 分钟</source>
            <translation>{n} min</translation>
        </message>
        <message>
            <source>{n} 分钟到位</source>
            <translation>there in {n} min</translation>
        </message>
        <message>
            <source>{n} 分钟到位？Enter 记下</source>
            <translation>there in {n} min? Enter notes it</translation>
        </message>
        <message>
            <source>{n} 天</source>
            <translation>{n} d</translation>
        </message>
        <message>
            <source>{n} 小时</source>
            <translation>{n} h</translation>
        </message>
        <message>
            <source>{n} 秒</source>
            <translation>{n} s</translation>
        </message>
        <message>
            <source>{n} 米</source>
            <translation>{n} m</translation>
        </message>
        <message>
            <source>{n} 队</source>
            <translation>{n} teams</translation>
        </message>
        <message>
            <source>{n}分</source>
            <translation>{n} min</translation>
        </message>
        <message>
            <source>{n}天</source>
            <translation>{n}d</translation>
        </message>
        <message>
            <source>{n}天以上</source>
            <translation>&gt;{n} d</translation>
        </message>
        <message>
            <source>{n}天内</source>
            <translation>≤{n} d</translation>
        </message>
        <message>
            <source>{n}时</source>
            <translation>{n}h</translation>
        </message>
        <message>
            <source>{n}时内</source>
            <translation>≤{n} h</translation>
        </message>
        <message>
            <source>{n}证</source>
            <translation>{n}</translation>
        </message>
        <message>
            <source>{officer}不在岗，不得派出</source>
            <translation>{officer} is not on duty and cannot be sent</translation>
        </message>
        <message>
            <source>{officer}与本案有利害关系，应当回避</source>
            <translation>{officer} has an interest in the case and must be recused</translation>
        </message>
        <message>
            <source>{officer}回避[：{relation}]</source>
            <translation>{officer} recused[: {relation}]</translation>
        </message>
        <message>
            <source>{officer}的执法证已过期，不得参加执法</source>
            <translation>{officer}'s certificate has expired, no part in enforcement</translation>
        </message>
        <message>
            <source>{one}；{other}</source>
            <translation>{one}; {other}</translation>
        </message>
        <message>
            <source>{one}；确认前什么都没有写入</source>
            <translation>{one}; nothing is written before you confirm</translation>
        </message>
        <message>
            <source>{outgoing?交班人:接班人}签字{both?，交接完成:}</source>
            <translation>{outgoing?outgoing:incoming} signed{both?, handover complete:}</translation>
        </message>
        <message>
            <source>{person}在 {at} 被排了两个班；请改后再发布。</source>
            <translation>{person} has two duties at {at}; change that before publishing.</translation>
        </message>
        <message>
            <source>{person}没有这个岗位的角色（{at}）；请换人或请管理员授权。</source>
            <translation>{person} lacks the role of that post ({at}); put somebody else there or ask the administrator.</translation>
        </message>
        <message>
            <source>{person}现在不当班，{roles}的权限随班；当班的是{people}，可请其办理或叫班。</source>
            <translation>{person} is not on shift, and the rights of {roles} follow the shift; on shift: {people}, who can do it or call you in.</translation>
        </message>
        <message>
            <source>{places}等 {n} 处</source>
            <translation>{places} and more, {n} in all</translation>
        </message>
        <message>
            <source>{post}清单</source>
            <translation>Checklist of {post}:</translation>
        </message>
        <message>
            <source>{post}清单顺序调整</source>
            <translation>checklist of {post} reordered</translation>
        </message>
        <message>
            <source>{question?提问:确认接收}{late?（冻结后新增）:}</source>
            <translation>{question?asked:acknowledged}{late? (arrived after freezing):}</translation>
        </message>
        <message>
            <source>{range}：{start} 至 {end}</source>
            <translation>{range}: {start} to {end}</translation>
        </message>
        <message>
            <source>{shifts}，{teams} 个班组轮换；首日第一个班从上面选的班组起，默认接着上月轮</source>
            <translation>{shifts}; {teams} teams in turn; the first shift is worked by the team chosen above, by default where last month ended</translation>
        </message>
        <message>
            <source>{shift} 至 {end}</source>
            <translation>{shift} until {end}</translation>
        </message>
        <message>
            <source>{side}待评</source>
            <translation>{side} to rate</translation>
        </message>
        <message>
            <source>{since} 至 {at}，全部办结 {closed} 件。</source>
            <translation>{since} to {at}: {closed} closed in all.</translation>
        </message>
        <message>
            <source>{since} 至 {until}：</source>
            <translation>{since} to {until}:</translation>
        </message>
        <message>
            <source>{span}工时</source>
            <translation>{span} (work)</translation>
        </message>
        <message>
            <source>{span}（工）</source>
            <translation>{span} w</translation>
        </message>
        <message>
            <source>{state} {marks}
自 {since}</source>
            <translation>{state} {marks}
since {since}</translation>
        </message>
        <message>
            <source>{status}，自 {at}</source>
            <translation>{status} since {at}</translation>
        </message>
        <message>
            <source>{step}限 {due}</source>
            <translation>{step} due {due}</translation>
        </message>
        <message>
            <source>{street} 值班表 {month}</source>
            <translation>{street} duty roster {month}</translation>
        </message>
        <message>
            <source>{subject}{first?设置:更换}密码{once?（一次性口令）:}</source>
            <translation>{subject}: password {first?set:changed}{once? (one-time code):}</translation>
        </message>
        <message>
            <source>{subject}{on_shift?上岗:离岗}</source>
            <translation>{subject} {on_shift?on duty:off duty}</translation>
        </message>
        <message>
            <source>{subject}被停用登录</source>
            <translation>{subject}: login barred</translation>
        </message>
        <message>
            <source>{subject}解除锁定</source>
            <translation>{subject} unlocked</translation>
        </message>
        <message>
            <source>{subject}连错 {failures} 次密码，已锁定</source>
            <translation>{subject}: {failures} wrong passwords in a row, locked</translation>
        </message>
        <message>
            <source>{subject}：{status}</source>
            <translation>{subject}: {status}</translation>
        </message>
        <message>
            <source>{table}：与现有的表完全一样，没有要导入的</source>
            <translation>{table}: the same as the present table, nothing to import</translation>
        </message>
        <message>
            <source>{table}：新增 {added} 行，改动 {changed} 行，删除 {removed} 行</source>
            <translation>{table}: {added} rows added, {changed} changed, {removed} removed</translation>
        </message>
        <message>
            <source>{team}已经答复过。</source>
            <translation>{team} has answered already.</translation>
        </message>
        <message>
            <source>{team}答复：{answer}，用时 {span}</source>
            <translation>{team} answered {answer} after {span}</translation>
        </message>
        <message>
            <source>{team}（{unit}）{kind}，{minutes}到：{why}</source>
            <translation>{team} ({unit}), {kind}, there in {minutes}: {why}</translation>
        </message>
        <message>
            <source>{team}：{status}</source>
            <translation>{team}: {status}</translation>
        </message>
        <message>
            <source>{text}：{left}</source>
            <translation>{text}: {left}</translation>
        </message>
        <message>
            <source>{tier}时限</source>
            <translation>{tier} limit</translation>
        </message>
        <message>
            <source>{tier}时限 {at} 到期</source>
            <translation>{tier} limit ends {at}</translation>
        </message>
        <message>
            <source>{tier}这一级没有人能接这件案卷；请由街道立案派遣。</source>
            <translation>Nobody at the {tier} can take this case; let the street file and dispatch it.</translation>
        </message>
        <message>
            <source>{told} · Esc 取消</source>
            <translation>{told} · Esc for all</translation>
        </message>
        <message>
            <source>{touched} 行已改、未保存，{wrong} 行有问题 · Ctrl+S 保存 · Esc 撤回</source>
            <translation>{touched} rows changed, not saved, {wrong} with problems · Ctrl+S saves · Esc takes back</translation>
        </message>
        <message>
            <source>{unit}不在这次吹哨里；请从名单中选部门。</source>
            <translation>{unit} is not part of this whistle; choose a department from the list.</translation>
        </message>
        <message>
            <source>{unit}已是本案主办，不用再吹哨。</source>
            <translation>{unit} leads this case already; no whistle is needed.</translation>
        </message>
        <message>
            <source>{unit}没有提出争议，不用协商或指定。</source>
            <translation>{unit} disputes nothing; there is nothing to negotiate or designate.</translation>
        </message>
        <message>
            <source>{unit}牵头</source>
            <translation>{unit} leads</translation>
        </message>
        <message>
            <source>{unit}现在是“{state}”，不能做这一步；请按签收、联系、报到、办结的次序来。</source>
            <translation>{unit} is “{state}” now; go on in the order sign, contact, check in, deliver.</translation>
        </message>
        <message>
            <source>{unit}的职责争议还没有解决；请先协商、指定。</source>
            <translation>The dispute with {unit} is not settled; negotiate first, then designate.</translation>
        </message>
        <message>
            <source>{unit}还有任务在办，不能并案；请先撤回或办完。</source>
            <translation>{unit} still has a task at work, so it cannot be merged; recall or finish it first.</translation>
        </message>
        <message>
            <source>{unit}还没有办结（{state}）；请催办，或等它办结。</source>
            <translation>{unit} has not delivered yet ({state}); urge it, or wait.</translation>
        </message>
        <message>
            <source>{unit}退出后没有部门主办；请写明由谁接办。</source>
            <translation>Without {unit} nobody leads; name who takes over.</translation>
        </message>
        <message>
            <source>{unit}（牵头）</source>
            <translation>{unit} (leads)</translation>
        </message>
        <message>
            <source>{value} 支可派队伍都在忙</source>
            <translation>all {value} teams that can go are busy</translation>
        </message>
        <message>
            <source>{value} 支队伍无在岗人员</source>
            <translation>{value} teams have nobody on shift</translation>
        </message>
        <message>
            <source>{value}队，不是处置卡要的</source>
            <translation>{value} team, not what the run card wants</translation>
        </message>
        <message>
            <source>{was}上交{tier}[：{reason}]</source>
            <translation>raised from {was} to {tier}[: {reason}]</translation>
        </message>
        <message>
            <source>{was}交回{tier}</source>
            <translation>given back from {was} to {tier}</translation>
        </message>
        <message>
            <source>{what} {at} 到期</source>
            <translation>{what}: due {at}</translation>
        </message>
        <message>
            <source>{what} {n} 件：{able} 件可办，{not_} 件不可</source>
            <translation>{what}, {n} cases: {able} can be done, {not_} cannot</translation>
        </message>
        <message>
            <source>{what} {n} 件：都可办</source>
            <translation>{what}, {n} cases: all can be done</translation>
        </message>
        <message>
            <source>{what}：全部</source>
            <translation>{what}: all</translation>
        </message>
        <message>
            <source>{what}：半数在 {p50} 内，八成 {p80}，95% {p95}</source>
            <translation>{what}: half within {p50}, 80% {p80}, 95% {p95}</translation>
        </message>
        <message>
            <source>{when} 集合于 {place}</source>
            <translation>{when} at {place}</translation>
        </message>
        <message>
            <source>{when}立案，在办 {n} 件</source>
            <translation>filed {when}, {n} open</translation>
        </message>
        <message>
            <source>{when}：立案 {filed} 件（在办 {open} 件），结案 {closed} 件</source>
            <translation>{when}: {filed} filed ({open} still open), {closed} closed</translation>
        </message>
        <message>
            <source>{where}：{moved}/{listed}。</source>
            <translation>{where}: {moved}/{listed}. </translation>
        </message>
        <message>
            <source>{who} 答应</source>
            <translation>promised by {who}</translation>
        </message>
        <message>
            <source>{who}不属于主办单位，也不在所选队伍；请重新选人。</source>
            <translation>{who} belongs neither to the lead unit nor to the picked team; pick people again.</translation>
        </message>
        <message>
            <source>{who}批准清除个人资料，{n} 人</source>
            <translation>{who} approved the purge of personal data, {n} people</translation>
        </message>
        <message>
            <source>{who}提出切换 {step}，指令 {order}</source>
            <translation>{who} proposed {step}, order {order}</translation>
        </message>
        <message>
            <source>{who}记入复盘报告</source>
            <translation>{who} recorded the review report</translation>
        </message>
        <message>
            <source>{who}：切换 {step} {state}</source>
            <translation>{who}: {step} {state}</translation>
        </message>
        <message>
            <source>{word} 不可派：{name}</source>
            <translation>{word} cannot be sent: {name}</translation>
        </message>
        <message>
            <source>{word} 不止一件：请选一件，或多写几位</source>
            <translation>More than one case ends in {word}: choose one, or type more digits</translation>
        </message>
        <message>
            <source>{word} 都是动作：只能有一个，文字请放在“：”后面</source>
            <translation>{word} are all actions: only one can be done; put text behind “:”</translation>
        </message>
        <message>
            <source>{word} 都是案号：一次一件；是字段请写 字段=值</source>
            <translation>{word} are all cases: one at a time; for a field type field=value</translation>
        </message>
        <message>
            <source>{word}：一次一件</source>
            <translation>{word}: one at a time</translation>
        </message>
        <message>
            <source>{} 前答复</source>
            <translation>reply by {}</translation>
        </message>
        <message>
            <source>± 已改，未保存</source>
            <translation>± changed, not saved</translation>
        </message>
        <message>
            <source>± 改动 {key}：{cells}</source>
            <translation>± change {key}: {cells}</translation>
        </message>
        <message>
            <source>· 现在</source>
            <translation>· now:</translation>
        </message>
        <message>
            <source>·第 {n} 轮</source>
            <translation>, round {n}</translation>
        </message>
        <message>
            <source>× 未派：</source>
            <translation>× Not sent: </translation>
        </message>
        <message>
            <source>‖ {how}，{since} 起时限停走</source>
            <translation>‖ {how} since {since}, the clocks stand</translation>
        </message>
        <message>
            <source>“%1”的案卷现在不能%2</source>
            <translation>A case that is “%1” cannot have this now: %2</translation>
        </message>
        <message>
            <source>“%1”的键已恢复原样</source>
            <translation>The key of “%1” is as delivered</translation>
        </message>
        <message>
            <source>“%1”的键现在是 %2</source>
            <translation>The key of “%1” is now %2</translation>
        </message>
        <message>
            <source>“%1”：请按新的键 · Esc 取消 · Del 恢复原样</source>
            <translation>“%1”: press the new key · Esc cancels · Del as delivered</translation>
        </message>
        <message>
            <source>“{item}”不属小微事项，不能自处理；请立案后派遣。</source>
            <translation>“{item}” is no minor matter and cannot be settled on the spot; file and dispatch it.</translation>
        </message>
        <message>
            <source>“{key}”不能删除，还要用到它；事项请停用，人员请去掉角色，话术请改写。</source>
            <translation>"{key}" cannot be removed, it is still needed; retire an item, take the roles from a person, rewrite a script.</translation>
        </message>
        <message>
            <source>“{key}”刚被他人改动，整张表没有保存；请刷新后再改。</source>
            <translation>Somebody just changed "{key}"; nothing was saved. Refresh, then edit again.</translation>
        </message>
        <message>
            <source>“{key}”有两行；每个编号只能有一行。</source>
            <translation>"{key}" has two rows; each code may have one.</translation>
        </message>
        <message>
            <source>“{key}”的“{cell}”不对：{fault}整张表没有保存。</source>
            <translation>"{cell}" of "{key}" is wrong: {fault} Nothing was saved.</translation>
        </message>
        <message>
            <source>“{kind}”的期限不能延长；法律只许查封扣押延长一次。</source>
            <translation>The time of “{kind}” cannot be extended; the law extends a seizure only, and once.</translation>
        </message>
        <message>
            <source>“{line}”：单位和期限之间要写任务。</source>
            <translation>“{line}”: write the task between unit and date.</translation>
        </message>
        <message>
            <source>“{line}”：最后要有期限，如 10-21 或 10-21 12:00。</source>
            <translation>“{line}”: end with a due date such as 10-21 or 10-21 12:00.</translation>
        </message>
        <message>
            <source>“{line}”：期限已经过了。</source>
            <translation>“{line}”: that date has passed.</translation>
        </message>
        <message>
            <source>“{line}”：没有这一天。</source>
            <translation>“{line}”: there is no such day.</translation>
        </message>
        <message>
            <source>“{line}”：第一个词要是单位的简称。</source>
            <translation>“{line}”: the first word must be a unit's short name.</translation>
        </message>
        <message>
            <source>“{name}”写得太长</source>
            <translation>“{name}” is too long</translation>
        </message>
        <message>
            <source>“{state}”的案卷不能{action}</source>
            <translation>{action}: not for a case that is “{state}”</translation>
        </message>
        <message>
            <source>“{state}”的案卷现在不能{action}</source>
            <translation>{action}: not possible now for a case that is “{state}”</translation>
        </message>
        <message>
            <source>“{text}”可能是{names}；请输入全名，或从下拉名单中选。</source>
            <translation>“{text}” may be {names}; type the whole name or choose from the list.</translation>
        </message>
        <message>
            <source>“{word}”不是{name}</source>
            <translation>“{word}” is not valid for {name}</translation>
        </message>
        <message>
            <source>“{word}”不知是{among}：请写 字段=值</source>
            <translation>“{word}” may be for {among}: type field=value</translation>
        </message>
        <message>
            <source>“{word}”可指 {among}：再写一个字</source>
            <translation>“{word}” may be {among}: type another letter</translation>
        </message>
        <message>
            <source>“{word}”可指 {verbs}：再写一个字</source>
            <translation>“{word}” may be {verbs}: type another letter</translation>
        </message>
        <message>
            <source>“{}”超出 {} 字</source>
            <translation>“{}” is {} characters too long</translation>
        </message>
        <message>
            <source>“待签收、已签收、途中、现场”随任务变化；手工只能设空闲、休息或离岗。</source>
            <translation>“To sign”, “Signed”, “On the way” and “On scene” follow the task and cannot be set; set free, resting or off duty only.</translation>
        </message>
        <message>
            <source>“：”后的理由（{rule}）</source>
            <translation>a reason behind “:” ({rule})</translation>
        </message>
        <message>
            <source>… 还有 {count} 条</source>
            <translation>… {count} more</translation>
        </message>
        <message>
            <source>Ⅰ级响应</source>
            <translation>response Ⅰ</translation>
        </message>
        <message>
            <source>Ⅱ级响应</source>
            <translation>response Ⅱ</translation>
        </message>
        <message>
            <source>Ⅲ级响应</source>
            <translation>response Ⅲ</translation>
        </message>
        <message>
            <source>Ⅳ级响应</source>
            <translation>response Ⅳ</translation>
        </message>
        <message>
            <source>←→ 换栏</source>
            <translation>←→ next part</translation>
        </message>
        <message>
            <source>↑↓ 选 · Enter 修改 · Ctrl+N 新增 · Del 删除 · Ctrl+Enter 保存 · Esc 回名单</source>
            <translation>↑↓ choose · Enter edit · Ctrl+N new · Del remove · Ctrl+Enter save · Esc to the list</translation>
        </message>
        <message>
            <source>↓ ↑ 看案卷</source>
            <translation>↓ ↑ walk the cases</translation>
        </message>
        <message>
            <source>↓ ↑ 看案卷 · Enter 已兑现 · 案卷上 Shift+P 记新承诺 · Ctrl+Tab 换页 · Esc 回队列</source>
            <translation>↓ ↑ walk · Enter kept · Shift+P on a case: new promise · Ctrl+Tab other page · Esc queue</translation>
        </message>
        <message>
            <source>↓ 或 N 下一件</source>
            <translation>↓ or N next</translation>
        </message>
        <message>
            <source>↻ 原为{old}，请再看后勾选</source>
            <translation>↻ It was {old}; look again, then tick</translation>
        </message>
        <message>
            <source>↻ 原无队伍，现可派，请看后勾选</source>
            <translation>↻ A team can go now; look, then tick</translation>
        </message>
        <message>
            <source>↻ 案卷或队伍刚有变动，正在重新编排</source>
            <translation>↻ The case or team has just changed; planning again</translation>
        </message>
        <message>
            <source>⋯ 正在派遣</source>
            <translation>⋯ being sent</translation>
        </message>
        <message>
            <source>┆ 时限</source>
            <translation>┆ limit</translation>
        </message>
        <message>
            <source>■ 已停住</source>
            <translation>■ held</translation>
        </message>
        <message>
            <source>■ 已锁定，到 {until}</source>
            <translation>■ locked until {until}</translation>
        </message>
        <message>
            <source>■ 超时</source>
            <translation>■ Overdue</translation>
        </message>
        <message>
            <source>■ 迟兑现</source>
            <translation>■ kept late</translation>
        </message>
        <message>
            <source>▲ %1 有问题，改好才能保存</source>
            <translation>▲ %1 has a fault; mend it to save</translation>
        </message>
        <message>
            <source>▲ {wrong}；确要发布请写原因</source>
            <translation>▲ {wrong}; write a reason to publish all the same</translation>
        </message>
        <message>
            <source>▲ {wrong}；重复排班和没有角色的不能发布，请先改</source>
            <translation>▲ {wrong}; double bookings and missing roles are never published, change them first</translation>
        </message>
        <message>
            <source>▲ 位置已取，所在网格没有查到；重选位置可再查，也可照常受理</source>
            <translation>▲ Place taken; its grid was not found out: pick the place again to ask once more, or take the report in as it is</translation>
        </message>
        <message>
            <source>▲ 位置已旧（{value} 分前）</source>
            <translation>▲ position is old ({value} min)</translation>
        </message>
        <message>
            <source>▲ 八成</source>
            <translation>▲ 80%</translation>
        </message>
        <message>
            <source>▲ 将到期</source>
            <translation>▲ Due soon</translation>
        </message>
        <message>
            <source>▲ 已到时间，请记录</source>
            <translation>▲ time has come, record it</translation>
        </message>
        <message>
            <source>▲ 无网格员在岗</source>
            <translation>▲ No grid member on duty</translation>
        </message>
        <message>
            <source>▲ 未报</source>
            <translation>▲ not sent</translation>
        </message>
        <message>
            <source>▲ 未答复</source>
            <translation>▲ no answer</translation>
        </message>
        <message>
            <source>▲ 没有此职权</source>
            <translation>▲ no such power</translation>
        </message>
        <message>
            <source>▲ 没有派推荐的 %1：按 A–F 选理由</source>
            <translation>▲ Not the recommended %1: reason by A–F</translation>
        </message>
        <message>
            <source>▲ 派不出：</source>
            <translation>▲ Cannot be sent: </translation>
        </message>
        <message>
            <source>▲ 第 {row} 行不收 · {column}：{why}</source>
            <translation>▲ row {row} is not taken · {column}: {why}</translation>
        </message>
        <message>
            <source>▲ 第 {row} 行不收：{why}</source>
            <translation>▲ row {row} not taken: {why}</translation>
        </message>
        <message>
            <source>▲ 第 {row} 行：{why}</source>
            <translation>▲ row {row}: {why}</translation>
        </message>
        <message>
            <source>▲ 缺{value}</source>
            <translation>▲ lacks {value}</translation>
        </message>
        <message>
            <source>▲ 职责争议，已协商 {n} 次</source>
            <translation>▲ disputed, negotiated {n}×</translation>
        </message>
        <message>
            <source>▲ 要写理由，按 Enter 单独派：</source>
            <translation>▲ Wants a reason, Enter sends it alone: </translation>
        </message>
        <message>
            <source>▲ 证件 {value}，少于处置卡所要</source>
            <translation>▲ certificates {value}, fewer than the run card wants</translation>
        </message>
        <message>
            <source>▲ 请求退单</source>
            <translation>▲ asks to return</translation>
        </message>
        <message>
            <source>▲ 超时 {n} 次</source>
            <translation>▲ late {n}×</translation>
        </message>
        <message>
            <source>▲ 还没有位置：在地图上这一处点右键</source>
            <translation>▲ No place yet: right-click there on the map</translation>
        </message>
        <message>
            <source>▲ 这里不在任何网格内，请核对位置</source>
            <translation>▲ In no grid of the street, check the place</translation>
        </message>
        <message>
            <source>△ 第 {row} 行照收，请再看 · {column}：{why}</source>
            <translation>△ Row {row} is taken, look again · {column}: {why}</translation>
        </message>
        <message>
            <source>▶ 每 20 秒换页</source>
            <translation>▶ turns every 20 s</translation>
        </message>
        <message>
            <source>◆ 口令已用，未设密码</source>
            <translation>◆ code used, no password set</translation>
        </message>
        <message>
            <source>◇ 一次性口令，未用</source>
            <translation>◇ one-time code, not used</translation>
        </message>
        <message>
            <source>○ 下一次 {at} 前</source>
            <translation>○ next by {at}</translation>
        </message>
        <message>
            <source>○ 未签字</source>
            <translation>○ Not signed</translation>
        </message>
        <message>
            <source>○ 未设密码</source>
            <translation>○ no password</translation>
        </message>
        <message>
            <source>◎ {what}超时</source>
            <translation>◎ Late: {what}</translation>
        </message>
        <message>
            <source>◎ 每 {n} 分钟报平安</source>
            <translation>◎ Checks in every {n} min</translation>
        </message>
        <message>
            <source>● 半数</source>
            <translation>● half</translation>
        </message>
        <message>
            <source>● 正常</source>
            <translation>● open</translation>
        </message>
        <message>
            <source>★牵头</source>
            <translation>★Leads</translation>
        </message>
        <message>
            <source>✎ 草稿 · ▲ 有问题 · 休 放假 · 调休班 补班</source>
            <translation>✎ draft · ▲ fault · off: holiday · make-up workday</translation>
        </message>
        <message>
            <source>✓ {at} 签字</source>
            <translation>✓ signed {at}</translation>
        </message>
        <message>
            <source>✓ 已兑现</source>
            <translation>✓ kept</translation>
        </message>
        <message>
            <source>✓ 已兑现 {n} 项</source>
            <translation>✓ {n} kept</translation>
        </message>
        <message>
            <source>✓ 已报 {at}</source>
            <translation>✓ sent {at}</translation>
        </message>
        <message>
            <source>✓ 核验通过：内容未改，签字真实</source>
            <translation>✓ Genuine: content unchanged, signatures real</translation>
        </message>
        <message>
            <source>✓ 没有发现问题</source>
            <translation>✓ no faults found</translation>
        </message>
        <message>
            <source>✕ 取不到图片</source>
            <translation>✕ The picture cannot be fetched</translation>
        </message>
        <message>
            <source>✕ 图片已损坏，无法显示</source>
            <translation>✕ The picture is broken and cannot be shown</translation>
        </message>
        <message>
            <source>✕ 已停用</source>
            <translation>✕ barred</translation>
        </message>
        <message>
            <source>✗ 核验不符：内容或签字被改动过，请报告管理员</source>
            <translation>✗ Not genuine: content or signatures were changed; tell the administrator</translation>
        </message>
        <message>
            <source>　按 Ctrl+↓ 转到这一件</source>
            <translation> Ctrl+↓ goes to it</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>。</source>
            <translation>.</translation>
        </message>
        <message>
            <source>【{}】</source>
            <translation>[{}]</translation>
        </message>
        <message>
            <source>【演练】</source>
            <translation>[DRILL] </translation>
        </message>
        <message>
            <source>【演练】{title}</source>
            <translation>[DRILL] {title}</translation>
        </message>
        <message>
            <source>一、基本情况</source>
            <translation>1. Course</translation>
        </message>
        <message>
            <source>一、班次</source>
            <translation>1. Shift</translation>
        </message>
        <message>
            <source>一、议题</source>
            <translation>1. Matter</translation>
        </message>
        <message>
            <source>一个岗位的清单最多 {most} 条。</source>
            <translation>A post's checklist has at most {most} lines.</translation>
        </message>
        <message>
            <source>一次延期不能超过原时限（{limit}）；请缩短。</source>
            <translation>One extension cannot exceed the first limit ({limit}); make it shorter.</translation>
        </message>
        <message>
            <source>一次性口令 Ctrl+G</source>
            <translation>One-time code Ctrl+G</translation>
        </message>
        <message>
            <source>一次性口令只能发给别人；自己请直接改密码。</source>
            <translation>A one-time code is for somebody else; please change your own password directly.</translation>
        </message>
        <message>
            <source>一次性口令已经用过；请管理员再发一个。</source>
            <translation>The one-time code was used; please ask an administrator for another.</translation>
        </message>
        <message>
            <source>一次最多 {most} 个部门。</source>
            <translation>At most {most} departments at a time.</translation>
        </message>
        <message>
            <source>一次最多 {most} 张图片；请分次添加。</source>
            <translation>{most} pictures at most at once; add them in several steps.</translation>
        </message>
        <message>
            <source>一次最多 {most} 条。</source>
            <translation>At most {most} lines at a time.</translation>
        </message>
        <message>
            <source>一次最多 {most} 行；请分几次做。</source>
            <translation>At most {most} rows at once; do it in several steps.</translation>
        </message>
        <message>
            <source>一次最多核对 {most} 件；请分次核对。</source>
            <translation>At most {most} can be checked at once; please check in parts.</translation>
        </message>
        <message>
            <source>一次最多编排 {most} 件；请先勾选要派的。</source>
            <translation>At most {most} cases are planned at once; tick those to send first.</translation>
        </message>
        <message>
            <source>一次最多试用 {most} 张处置卡；请少选一些。</source>
            <translation>At most {most} run cards are tried at once; choose fewer.</translation>
        </message>
        <message>
            <source>一次最多选 %1 件</source>
            <translation>At most %1 can be picked at once</translation>
        </message>
        <message>
            <source>一次最多选 {most} 处；请改为全街道。</source>
            <translation>At most {most} places; choose the whole street instead.</translation>
        </message>
        <message>
            <source>一步一步带着办完一件事，第一次用时看；再按收起。</source>
            <translation>Leads through one case step by step, for the first time here; once more puts it away.</translation>
        </message>
        <message>
            <source>一步最多 12 张图片</source>
            <translation>12 pictures at most in one step</translation>
        </message>
        <message>
            <source>一般</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>一行一条：这个岗位在这一级要做的事</source>
            <translation>A line each: what this post has to do at this level</translation>
        </message>
        <message>
            <source>一行一项：水务 排查基础 10-21</source>
            <translation>A line each: department, what to do, 10-21</translation>
        </message>
        <message>
            <source>一行办一件事：动作、案号、单位或人，次序不限；Esc 回到原处。</source>
            <translation>One line does one thing: action, case, unit or person, in any order; Esc goes back where you were.</translation>
        </message>
        <message>
            <source>一队之中持证人员在岗最多 {value} 人，检查、查处需 2 人</source>
            <translation>{value} certificates on shift in a team at most, an inspection or penalty wants 2</translation>
        </message>
        <message>
            <source>七、人员、队伍、车辆、记录仪、对讲机、钥匙</source>
            <translation>7. People, teams, vehicles, recorders, radios, keys</translation>
        </message>
        <message>
            <source>七、问题与改进</source>
            <translation>7. Faults and what to mend</translation>
        </message>
        <message>
            <source>三、任务</source>
            <translation>3. Tasks</translation>
        </message>
        <message>
            <source>三、信息上报</source>
            <translation>3. Reports up</translation>
        </message>
        <message>
            <source>三、在办案卷</source>
            <translation>3. Open cases</translation>
        </message>
        <message>
            <source>三次未联系上结案</source>
            <translation>Closed, three times not reached</translation>
        </message>
        <message>
            <source>上一批还在办</source>
            <translation>The last batch is still going</translation>
        </message>
        <message>
            <source>上一批还在派遣</source>
            <translation>The last lot is still being sent</translation>
        </message>
        <message>
            <source>上一条</source>
            <translation>Previous</translation>
        </message>
        <message>
            <source>上一条 ←</source>
            <translation>Previous ←</translation>
        </message>
        <message>
            <source>上交</source>
            <translation>Raised</translation>
        </message>
        <message>
            <source>上交一级</source>
            <translation>Raise a level</translation>
        </message>
        <message>
            <source>上交要写明已经做过什么，至少四个字。</source>
            <translation>Say what was tried, in four characters at least.</translation>
        </message>
        <message>
            <source>上交：从本级往上走的次数——上交、由街道立案、上报区级。</source>
            <translation>Raised: how often a case left this level upwards: raised, filed by the street, sent to the district.</translation>
        </message>
        <message>
            <source>上报</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>上报  Ctrl+Enter</source>
            <translation>Send  Ctrl+Enter</translation>
        </message>
        <message>
            <source>上报 {at}</source>
            <translation>Reported {at}</translation>
        </message>
        <message>
            <source>上报 {}</source>
            <translation>Reported {}</translation>
        </message>
        <message>
            <source>上报[（{source}）]：[{item}][，{place}]</source>
            <translation>Reported[ ({source})][ · {item}][ · {place}]</translation>
        </message>
        <message>
            <source>上报{nil?零报告:报告}{late?（迟报）:}</source>
            <translation>{nil?nil report:report} sent up{late? (late):}</translation>
        </message>
        <message>
            <source>上报人</source>
            <translation>Reporter</translation>
        </message>
        <message>
            <source>上报人(&amp;R)</source>
            <translation>Reporter (&amp;R)</translation>
        </message>
        <message>
            <source>上报内容</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>上报区级</source>
            <translation>To the district</translation>
        </message>
        <message>
            <source>上报区级[：{reason}]</source>
            <translation>Reported to the district[: {reason}]</translation>
        </message>
        <message>
            <source>上报将到时</source>
            <translation>Report due soon</translation>
        </message>
        <message>
            <source>上报要有地点：请填地址、网格编码，或在地图上点选。</source>
            <translation>A report needs a place: enter an address or grid code, or click on the map.</translation>
        </message>
        <message>
            <source>上报要有来电内容或照片，至少一样。</source>
            <translation>A report needs words or a picture, one at least.</translation>
        </message>
        <message>
            <source>上报超时</source>
            <translation>Report late</translation>
        </message>
        <message>
            <source>上报间隔</source>
            <translation>Report every</translation>
        </message>
        <message>
            <source>上报间隔和应答时限要在 1 分钟到 7 天之间。</source>
            <translation>Report rhythm and answer time lie between 1 minute and 7 days.</translation>
        </message>
        <message>
            <source>上报页里。</source>
            <translation>On the page of reports.</translation>
        </message>
        <message>
            <source>上报页里有改过的内容：Ctrl+Enter 到那里报，或在“：”后写</source>
            <translation>The report page holds changed words: Ctrl+Enter to send them there, or write behind the colon</translation>
        </message>
        <message>
            <source>上次交接</source>
            <translation>Last handover</translation>
        </message>
        <message>
            <source>上次意外中断，情况已存：%1，可交给维护的人</source>
            <translation>The last run broke off; what happened is kept in %1, for whoever looks after the program</translation>
        </message>
        <message>
            <source>上次未提交的内容已恢复</source>
            <translation>What was not given last time is back</translation>
        </message>
        <message>
            <source>上班</source>
            <translation>Workday</translation>
        </message>
        <message>
            <source>上级</source>
            <translation>superior</translation>
        </message>
        <message>
            <source>上级交办</source>
            <translation>ordered from above</translation>
        </message>
        <message>
            <source>上级指令编号，如 防指〔2025〕12号</source>
            <translation>The superior's order number</translation>
        </message>
        <message>
            <source>上级指示</source>
            <translation>instruction</translation>
        </message>
        <message>
            <source>上轮</source>
            <translation>Last round</translation>
        </message>
        <message>
            <source>上门、劝导、清理过几次，结果怎样</source>
            <translation>visits, talks, clean-ups: how many, with what result</translation>
        </message>
        <message>
            <source>下一批：%1</source>
            <translation>Next wave: %1</translation>
        </message>
        <message>
            <source>下一条</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>下一条 →</source>
            <translation>Next →</translation>
        </message>
        <message>
            <source>下一步</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>下一步 {step}</source>
            <translation>next: {step}</translation>
        </message>
        <message>
            <source>下一步：</source>
            <translation>Next: </translation>
        </message>
        <message>
            <source>下一级办得了的交回去，附上答复；立案以前才能交回。</source>
            <translation>Gives back what the level below can solve, with an answer; only before it is filed.</translation>
        </message>
        <message>
            <source>下列承诺到交接时尚未兑现，共 {n} 项；接班人自签收起负责兑现或另行告知。</source>
            <translation>The {n} promises below were not kept yet at the handover; from the signature on the incoming person keeps them or tells whom they were made to.</translation>
        </message>
        <message>
            <source>下次启动改用中文</source>
            <translation>Chinese from the next start</translation>
        </message>
        <message>
            <source>下次启动改用英文</source>
            <translation>English from the next start</translation>
        </message>
        <message>
            <source>下次启动时会再问打开什么</source>
            <translation>The next start asks again what to open</translation>
        </message>
        <message>
            <source>下次启动时再问：演示、本街道或服务器。</source>
            <translation>The next start asks: demo street, own street or a server.</translation>
        </message>
        <message>
            <source>下次重新选择</source>
            <translation>Ask again next time</translation>
        </message>
        <message>
            <source>下面是近 12 小时知悉的。</source>
            <translation>Below: acknowledged in the last 12 hours.</translation>
        </message>
        <message>
            <source>不上报</source>
            <translation>none</translation>
        </message>
        <message>
            <source>不予准入</source>
            <translation>Do not admit</translation>
        </message>
        <message>
            <source>不予受理</source>
            <translation>Not accepted</translation>
        </message>
        <message>
            <source>不予受理[：{reason}]</source>
            <translation>Not accepted[: {reason}]</translation>
        </message>
        <message>
            <source>不予受理要告知上报人；请写明告知的话。</source>
            <translation>Whoever reported it is told of a refusal; write what was said.</translation>
        </message>
        <message>
            <source>不再报平安</source>
            <translation>No more check-ins</translation>
        </message>
        <message>
            <source>不再需要</source>
            <translation>No longer needed</translation>
        </message>
        <message>
            <source>不准退出，随即指定由它办理，不能再退。</source>
            <translation>It stays and is designated at once; no return from now on.</translation>
        </message>
        <message>
            <source>不准部门退单</source>
            <translation>Refuse return</translation>
        </message>
        <message>
            <source>不加密的连接只许本机使用；请用 --new-certificate 建立证书后再对外提供。</source>
            <translation>Connections without encryption are for this computer only; make a certificate with --new-certificate before serving others.</translation>
        </message>
        <message>
            <source>不参加编排：</source>
            <translation>Takes no part: </translation>
        </message>
        <message>
            <source>不变</source>
            <translation>Unchanged</translation>
        </message>
        <message>
            <source>不另定</source>
            <translation>as it is</translation>
        </message>
        <message>
            <source>不召集</source>
            <translation>nobody</translation>
        </message>
        <message>
            <source>不可派：</source>
            <translation>Cannot go: </translation>
        </message>
        <message>
            <source>不同意单位的申请，案卷照旧。</source>
            <translation>Refuses the unit's request; the case stays as it is.</translation>
        </message>
        <message>
            <source>不同意申请</source>
            <translation>Refuse request</translation>
        </message>
        <message>
            <source>不同意等着的切换；提出的人用它撤回。</source>
            <translation>Refuses the switch that waits; who proposed it withdraws it so.</translation>
        </message>
        <message>
            <source>不响</source>
            <translation>Silent</translation>
        </message>
        <message>
            <source>不响本席</source>
            <translation>silent here</translation>
        </message>
        <message>
            <source>不响，只列在这里</source>
            <translation>Silent, listed here only</translation>
        </message>
        <message>
            <source>不在受理清单内</source>
            <translation>Not on the list of matters</translation>
        </message>
        <message>
            <source>不在岗</source>
            <translation>not on duty</translation>
        </message>
        <message>
            <source>不在本单位辖区</source>
            <translation>Not in this unit's area</translation>
        </message>
        <message>
            <source>不在本部门辖区</source>
            <translation>Not in our area</translation>
        </message>
        <message>
            <source>不属本单位职责</source>
            <translation>Not this unit's duty</translation>
        </message>
        <message>
            <source>不属本街道管辖</source>
            <translation>Not in this street's area</translation>
        </message>
        <message>
            <source>不属本部门职责</source>
            <translation>Not our duty</translation>
        </message>
        <message>
            <source>不当班</source>
            <translation>off shift</translation>
        </message>
        <message>
            <source>不愿</source>
            <translation>refuse </translation>
        </message>
        <message>
            <source>不愿转移</source>
            <translation>refuses</translation>
        </message>
        <message>
            <source>不批准 Alt+N</source>
            <translation>Refuse Alt+N</translation>
        </message>
        <message>
            <source>不批准吹哨</source>
            <translation>Refuse whistle</translation>
        </message>
        <message>
            <source>不明白“{word}”</source>
            <translation>“{word}” not understood</translation>
        </message>
        <message>
            <source>不明白“{word}”：没有动作，写一个动作如 派、催、签</source>
            <translation>“{word}” not understood: no action; type one, such as dispatch, urge, sign</translation>
        </message>
        <message>
            <source>不是主办单位，折加（分）</source>
            <translation>Not the lead unit, adds (min)</translation>
        </message>
        <message>
            <source>不是本事项的单位</source>
            <translation>not a unit of this matter</translation>
        </message>
        <message>
            <source>不是本人经办的案卷须写明</source>
            <translation>Needed when the case is not your own</translation>
        </message>
        <message>
            <source>不是自己经办的案卷，看电话要写明理由。</source>
            <translation>The case is not yours: say why you need the phone.</translation>
        </message>
        <message>
            <source>不派推荐的 {team} 的理由</source>
            <translation>why the recommended {team} does not go</translation>
        </message>
        <message>
            <source>不派推荐队伍的理由</source>
            <translation>Why not the recommended team</translation>
        </message>
        <message>
            <source>不满意</source>
            <translation>Not satisfied</translation>
        </message>
        <message>
            <source>不满意的，先写明诉求人不满意什么，再按 Ctrl+3</source>
            <translation>First write what the caller is not satisfied with, then press Ctrl+3</translation>
        </message>
        <message>
            <source>不满意：{words}</source>
            <translation>not satisfied: {words}</translation>
        </message>
        <message>
            <source>不符合法定条件</source>
            <translation>Legal conditions are not met</translation>
        </message>
        <message>
            <source>不能停用自己的账号；请由另一位管理员来做。</source>
            <translation>You cannot bar your own account; please let another administrator do it.</translation>
        </message>
        <message>
            <source>不能出动</source>
            <translation>cannot come</translation>
        </message>
        <message>
            <source>不能办的和原因</source>
            <translation>What cannot be done and why</translation>
        </message>
        <message>
            <source>不能漏报：请先报 {due} 那一次。</source>
            <translation>No report is skipped: send the one due {due} first.</translation>
        </message>
        <message>
            <source>不能空着；请填写。</source>
            <translation>It may not be empty; fill it in.</translation>
        </message>
        <message>
            <source>不计入考核</source>
            <translation>not scored</translation>
        </message>
        <message>
            <source>不计时</source>
            <translation>No clock</translation>
        </message>
        <message>
            <source>不通过的原因</source>
            <translation>Why it failed</translation>
        </message>
        <message>
            <source>不限</source>
            <translation>No limit</translation>
        </message>
        <message>
            <source>不限时</source>
            <translation>no limit</translation>
        </message>
        <message>
            <source>与“{key}”同样具体、范围重叠，遇到重叠的案卷按编号在前的一张。</source>
            <translation>As narrow as "{key}" and overlapping: for a case of both the first id counts.</translation>
        </message>
        <message>
            <source>与上一版相同</source>
            <translation>Same as the version before</translation>
        </message>
        <message>
            <source>与上面某行是同一人</source>
            <translation>the same person as in a row above</translation>
        </message>
        <message>
            <source>与实际一致：{same}</source>
            <translation>As it really went: {same}</translation>
        </message>
        <message>
            <source>与服务器的连接断了，是否已办尚不确定；恢复后请先看最新情况。</source>
            <translation>The connection to the server broke; it is not known whether this was done. Look at the case when it is back.</translation>
        </message>
        <message>
            <source>两声</source>
            <translation>Two tones</translation>
        </message>
        <message>
            <source>两次回访不满意：必须会商</source>
            <translation>Two bad call-backs: a consultation is a must</translation>
        </message>
        <message>
            <source>两次回访不满意：必须督办</source>
            <translation>Two bad call-backs: supervision is a must</translation>
        </message>
        <message>
            <source>两次输入的密码不一样，请再输一次</source>
            <translation>The two passwords differ; type it once more</translation>
        </message>
        <message>
            <source>两次输入的新密码不一样，请再输一次</source>
            <translation>The two new passwords differ; enter it once more</translation>
        </message>
        <message>
            <source>严重</source>
            <translation>Grave</translation>
        </message>
        <message>
            <source>个人资料已按名单清除，查不到了。</source>
            <translation>The personal data was purged by an approved list and is gone.</translation>
        </message>
        <message>
            <source>个人资料已清除，不能恢复</source>
            <translation>The personal data is gone for good</translation>
        </message>
        <message>
            <source>中</source>
            <translation>medium</translation>
        </message>
        <message>
            <source>中、大、关、小依次切换。</source>
            <translation>Medium, loud, off, low in turn.</translation>
        </message>
        <message>
            <source>中位用时</source>
            <translation>Median time</translation>
        </message>
        <message>
            <source>中位用时：本级办结的案卷从上报到结案的自然时间。</source>
            <translation>Median time: calendar time from report to closing of what was closed at this level.</translation>
        </message>
        <message>
            <source>中文</source>
            <translation>Chinese</translation>
        </message>
        <message>
            <source>中班</source>
            <translation>Mid</translation>
        </message>
        <message>
            <source>临时换班</source>
            <translation>shift was swapped</translation>
        </message>
        <message>
            <source>为什么由本街道来办</source>
            <translation>why this street should do it</translation>
        </message>
        <message>
            <source>为队列里勾选的（或全部待派遣的）案卷编排队伍，看过再派。</source>
            <translation>Plans teams for the cases picked in the queue, or for all to be sent; looked at, then sent.</translation>
        </message>
        <message>
            <source>主任</source>
            <translation>Director</translation>
        </message>
        <message>
            <source>主办</source>
            <translation>Lead</translation>
        </message>
        <message>
            <source>主办 {units}</source>
            <translation>lead {units}</translation>
        </message>
        <message>
            <source>主办 {}</source>
            <translation>Lead {}</translation>
        </message>
        <message>
            <source>主办(&amp;U)</source>
            <translation>Lead (&amp;U)</translation>
        </message>
        <message>
            <source>主办单位</source>
            <translation>Lead unit</translation>
        </message>
        <message>
            <source>主办单位不能谢绝，只能申请退单；请用退单。</source>
            <translation>The lead unit cannot decline, it can ask to return the case; use Return.</translation>
        </message>
        <message>
            <source>主办单位已一并办理</source>
            <translation>Done by the lead unit</translation>
        </message>
        <message>
            <source>主办单位报告办理结果，附处置后图片；全案处置时限停止。</source>
            <translation>The lead unit reports the result with pictures from after handling; the whole-case clock stops.</translation>
        </message>
        <message>
            <source>主办单位还没有签收，不能反馈；请先签收。</source>
            <translation>The lead unit has not signed, so there is no feedback yet; sign first.</translation>
        </message>
        <message>
            <source>主办应为 {unit}：按 Enter 单独派遣</source>
            <translation>{unit} should lead: Enter sends it alone</translation>
        </message>
        <message>
            <source>之后同样的问题又出现过吗？</source>
            <translation>Has it come up again since?</translation>
        </message>
        <message>
            <source>之后填写的还没有提交：请看一眼，再提交两次即另行办理</source>
            <translation>What was filled in after it was not: look at it, then send twice to give it as a second</translation>
        </message>
        <message>
            <source>乘车</source>
            <translation>by car</translation>
        </message>
        <message>
            <source>九、系统故障、断线、未发送的操作</source>
            <translation>9. System faults, feeds down, actions not sent</translation>
        </message>
        <message>
            <source>乡</source>
            <translation>township</translation>
        </message>
        <message>
            <source>书记</source>
            <translation>Secretary</translation>
        </message>
        <message>
            <source>争议指定</source>
            <translation>Designate</translation>
        </message>
        <message>
            <source>事件</source>
            <translation>Event</translation>
        </message>
        <message>
            <source>事件类别</source>
            <translation>Kind of event</translation>
        </message>
        <message>
            <source>事件队列</source>
            <translation>Event queue</translation>
        </message>
        <message>
            <source>事由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>事项(&amp;I)</source>
            <translation>Item (&amp;I)</translation>
        </message>
        <message>
            <source>事项“{item}”已停用，不再受理新案卷；请从目录中另选。</source>
            <translation>Item "{item}" is retired and takes no new case; choose another from the list.</translation>
        </message>
        <message>
            <source>事项不在职责清单内的，写明理由提请领导准入；危急的不用提请。</source>
            <translation>Put an item that is off the duty list before a leader, with the reason; what is urgent needs none.</translation>
        </message>
        <message>
            <source>事项不在职责清单：先提请准入，领导同意后立案</source>
            <translation>Off the duty list: ask a leader first, then file</translation>
        </message>
        <message>
            <source>事项不在职责清单：等领导准入</source>
            <translation>Off the duty list: waits for a leader</translation>
        </message>
        <message>
            <source>事项列为协办</source>
            <translation>named by the item</translation>
        </message>
        <message>
            <source>事项定性有误</source>
            <translation>The item is wrong</translation>
        </message>
        <message>
            <source>事项时限</source>
            <translation>the item's</translation>
        </message>
        <message>
            <source>事项目录里没有“{item}”；请从目录中选一项。</source>
            <translation>The catalogue has no item “{item}”; pick one from it.</translation>
        </message>
        <message>
            <source>事项码</source>
            <translation>Item code</translation>
        </message>
        <message>
            <source>事项码写成 01-02 或 21-903 的样子。</source>
            <translation>An item code looks like 01-02 or 21-903.</translation>
        </message>
        <message>
            <source>事项表：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]</source>
            <translation>Items {sheet?imported:edited}[, {added} added][, {changed} changed]</translation>
        </message>
        <message>
            <source>二、决定</source>
            <translation>2. Decision</translation>
        </message>
        <message>
            <source>二、本班统计与现状</source>
            <translation>2. Counts of the shift and present state</translation>
        </message>
        <message>
            <source>二、队伍召集</source>
            <translation>2. Teams</translation>
        </message>
        <message>
            <source>五、上报与下次应报</source>
            <translation>5. Reports sent up and next due</translation>
        </message>
        <message>
            <source>五、案件处置</source>
            <translation>5. Cases</translation>
        </message>
        <message>
            <source>交{checker}核查</source>
            <translation>Sent to {checker} to check</translation>
        </message>
        <message>
            <source>交{verifier}核实</source>
            <translation>Sent to {verifier} to verify</translation>
        </message>
        <message>
            <source>交下一班</source>
            <translation>To next shift</translation>
        </message>
        <message>
            <source>交付时限</source>
            <translation>Deliver in</translation>
        </message>
        <message>
            <source>交回</source>
            <translation>Given back</translation>
        </message>
        <message>
            <source>交回下级</source>
            <translation>Give back a level</translation>
        </message>
        <message>
            <source>交回要写明答复，至少四个字。</source>
            <translation>Give an answer, in four characters at least.</translation>
        </message>
        <message>
            <source>交回：从本级往下走的次数——交回下级、区级交回。</source>
            <translation>Given back: how often a case left this level downwards: given back, handed back by the district.</translation>
        </message>
        <message>
            <source>交接</source>
            <translation>Handover</translation>
        </message>
        <message>
            <source>交接事项的回应</source>
            <translation>Handover item answered</translation>
        </message>
        <message>
            <source>交接作废[：{reason}]</source>
            <translation>handover dropped[: {reason}]</translation>
        </message>
        <message>
            <source>交接冻结[，{items} 件][，接班人{incoming}]</source>
            <translation>handover frozen[, {items} items][, incoming {incoming}]</translation>
        </message>
        <message>
            <source>交接提示，写明 {n} 件</source>
            <translation>Handover notice naming {n} cases</translation>
        </message>
        <message>
            <source>交接时间</source>
            <translation>Handed over</translation>
        </message>
        <message>
            <source>交接班</source>
            <translation>Handover</translation>
        </message>
        <message>
            <source>交接班存到文件夹</source>
            <translation>Save the handover to a folder</translation>
        </message>
        <message>
            <source>交接班记录</source>
            <translation>Shift handover record</translation>
        </message>
        <message>
            <source>交接班里。</source>
            <translation>In the handover.</translation>
        </message>
        <message>
            <source>交接由值班长冻结，这里随时可看</source>
            <translation>a shift lead freezes it; look any time</translation>
        </message>
        <message>
            <source>交接的其他内容</source>
            <translation>What else is handed over</translation>
        </message>
        <message>
            <source>交接的案卷</source>
            <translation>Cases handed over</translation>
        </message>
        <message>
            <source>交接草稿、冻结、逐件确认、签字和历次交接。</source>
            <translation>Draft, freezing, item by item, signatures and earlier handovers.</translation>
        </message>
        <message>
            <source>交接记录已双方签字，不能再改；更正请写补充说明。</source>
            <translation>The record is signed by both and never changes; a correction is an addendum.</translation>
        </message>
        <message>
            <source>交接记录现在不能做这一步；请刷新后再看。</source>
            <translation>The record cannot take this step now; refresh and look again.</translation>
        </message>
        <message>
            <source>交接里没有 {word}</source>
            <translation>The handover has no {word}</translation>
        </message>
        <message>
            <source>交接：下一件</source>
            <translation>Handover: next case</translation>
        </message>
        <message>
            <source>交接：下一件未确认</source>
            <translation>Handover: next that waits</translation>
        </message>
        <message>
            <source>交接：作废</source>
            <translation>Handover: drop</translation>
        </message>
        <message>
            <source>交接：冻结、签字</source>
            <translation>Handover: freeze, sign</translation>
        </message>
        <message>
            <source>交接：存成 PDF、Word、网页</source>
            <translation>Handover: save as PDF, Word, web page</translation>
        </message>
        <message>
            <source>交接：打印承诺交接单</source>
            <translation>Handover: print the receipt of promises</translation>
        </message>
        <message>
            <source>交接：打印记录</source>
            <translation>Handover: print the record</translation>
        </message>
        <message>
            <source>交接：提问</source>
            <translation>Handover: ask</translation>
        </message>
        <message>
            <source>交接：确认</source>
            <translation>Handover: acknowledge</translation>
        </message>
        <message>
            <source>交接：补充说明</source>
            <translation>Handover: add a correction</translation>
        </message>
        <message>
            <source>交接：请接班人就座</source>
            <translation>Handover: let the incoming sit down</translation>
        </message>
        <message>
            <source>交接：转到没确认的</source>
            <translation>Handover: go to the missing case</translation>
        </message>
        <message>
            <source>交核实</source>
            <translation>Verification asked</translation>
        </message>
        <message>
            <source>交核查</source>
            <translation>Check asked</translation>
        </message>
        <message>
            <source>交班</source>
            <translation>outgoing</translation>
        </message>
        <message>
            <source>交班人</source>
            <translation>Outgoing</translation>
        </message>
        <message>
            <source>交班人 {name}</source>
            <translation>outgoing {name}</translation>
        </message>
        <message>
            <source>交班提示结束</source>
            <translation>notice over</translation>
        </message>
        <message>
            <source>人员</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>人员(&amp;O)</source>
            <translation>People (&amp;O)</translation>
        </message>
        <message>
            <source>人员(&amp;O)：空格勾选，首位带队</source>
            <translation>&amp;Officers: Space ticks, the first leads</translation>
        </message>
        <message>
            <source>人员、单位、事项、时限、职权、日历、队伍、处置卡、吹哨规则、话术等。</source>
            <translation>People, units, items, limits, powers, calendar, teams, run cards, whistle rules, scripts and more.</translation>
        </message>
        <message>
            <source>人员、队伍、装备</source>
            <translation>People, teams, things</translation>
        </message>
        <message>
            <source>人员上岗、离岗</source>
            <translation>Person on or off shift</translation>
        </message>
        <message>
            <source>人员与规则表</source>
            <translation>People and rules</translation>
        </message>
        <message>
            <source>人员与角色</source>
            <translation>People and roles</translation>
        </message>
        <message>
            <source>人员与角色：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]</source>
            <translation>People and roles {sheet?imported:edited}[, {added} added][, {changed} changed]</translation>
        </message>
        <message>
            <source>人员转移（按社区）</source>
            <translation>Evacuation by community</translation>
        </message>
        <message>
            <source>人员（首位带队）</source>
            <translation>Officers (first leads)</translation>
        </message>
        <message>
            <source>人手、设备不够</source>
            <translation>too few hands or tools</translation>
        </message>
        <message>
            <source>今天</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>今天已记过一次未联系上；请改天再拨（三天各一次）。</source>
            <translation>Not reached is already recorded today; call again another day (three tries on three days).</translation>
        </message>
        <message>
            <source>今日回访</source>
            <translation>Calls today</translation>
        </message>
        <message>
            <source>今日已试 {n}</source>
            <translation>{n} tried today</translation>
        </message>
        <message>
            <source>今日立案</source>
            <translation>Filed today</translation>
        </message>
        <message>
            <source>今日结案</source>
            <translation>Closed today</translation>
        </message>
        <message>
            <source>仍暂缓</source>
            <translation>Still held</translation>
        </message>
        <message>
            <source>从</source>
            <translation>From</translation>
        </message>
        <message>
            <source>从接报到立案中位数 {span}。</source>
            <translation>Report to filing: median {span}. </translation>
        </message>
        <message>
            <source>从接报到结案中位数 {span}，最长 {longest}。</source>
            <translation>Report to closing: median {span}, longest {longest}.</translation>
        </message>
        <message>
            <source>代 {name}</source>
            <translation>for {name}</translation>
        </message>
        <message>
            <source>代=谁（能确认的领导）</source>
            <translation>behalf=NAME (a leader who may confirm)</translation>
        </message>
        <message>
            <source>代{person}录入</source>
            <translation>entered for {person}</translation>
        </message>
        <message>
            <source>代为录入</source>
            <translation>On behalf of</translation>
        </message>
        <message>
            <source>代号</source>
            <translation>Id</translation>
        </message>
        <message>
            <source>代号用小写字母、数字和下划线，字母开头，如 four_teams</source>
            <translation>An id is small letters, digits and _, a letter first, such as four_teams</translation>
        </message>
        <message>
            <source>以后可改：菜单“工作台”→“下次重新选择”，或 ./start --ask</source>
            <translation>To change it later: “Ask again next time” in the desk's menu, or ./start --ask</translation>
        </message>
        <message>
            <source>以往 {n} 件</source>
            <translation>Earlier: {n}</translation>
        </message>
        <message>
            <source>以旧版为底稿</source>
            <translation>Begin from an old version</translation>
        </message>
        <message>
            <source>件</source>
            <translation>cases</translation>
        </message>
        <message>
            <source>件数</source>
            <translation>Cases</translation>
        </message>
        <message>
            <source>任何表单里；写了的内容还在。</source>
            <translation>In any form; what you typed stays.</translation>
        </message>
        <message>
            <source>任务</source>
            <translation>Task</translation>
        </message>
        <message>
            <source>任务未按时签收</source>
            <translation>Task not signed in time</translation>
        </message>
        <message>
            <source>任务现为“{state}”，不能转到“{to}”；请先办完前一步。</source>
            <translation>The task is “{state}” and cannot go to “{to}”; finish the step before first.</translation>
        </message>
        <message>
            <source>任务类别</source>
            <translation>kind of task</translation>
        </message>
        <message>
            <source>任务类型</source>
            <translation>Kind of task</translation>
        </message>
        <message>
            <source>任务类型“{kind}”不能立子卷；须是执法检查、执法查处或行政强制任务。</source>
            <translation>A task of kind “{kind}” has no sub-docket; it takes an inspection, enforcement or coercion task.</translation>
        </message>
        <message>
            <source>任务类型不对</source>
            <translation>Wrong kind of task</translation>
        </message>
        <message>
            <source>企业</source>
            <translation>Firm</translation>
        </message>
        <message>
            <source>企业商铺类</source>
            <translation>Enterprises and shops</translation>
        </message>
        <message>
            <source>休</source>
            <translation>off</translation>
        </message>
        <message>
            <source>休息</source>
            <translation>Resting</translation>
        </message>
        <message>
            <source>休息不足 11 小时</source>
            <translation>less than 11 h of rest</translation>
        </message>
        <message>
            <source>休息中</source>
            <translation>resting</translation>
        </message>
        <message>
            <source>休息短</source>
            <translation>short rest</translation>
        </message>
        <message>
            <source>会商</source>
            <translation>Consult</translation>
        </message>
        <message>
            <source>会商 %1</source>
            <translation>Consultations %1</translation>
        </message>
        <message>
            <source>会商[，{units}参加]</source>
            <translation>Consulted[ with {units}]</translation>
        </message>
        <message>
            <source>会商交给{unit}的任务还没有完成（{due} 到期）。</source>
            <translation>{unit} has not done its task from the consultation (due {due}).</translation>
        </message>
        <message>
            <source>会商交给单位的任务完成了。</source>
            <translation>A unit has done its task from a consultation.</translation>
        </message>
        <message>
            <source>会商任务完成</source>
            <translation>Consultation task done</translation>
        </message>
        <message>
            <source>会商任务完成[：{unit}]{late?（超时）:}</source>
            <translation>Consultation task done[: {unit}]{late? (late):}</translation>
        </message>
        <message>
            <source>会商任务应在 {at} 前办完，已过 {span}</source>
            <translation>Consultation task was due {at}, {span} ago</translation>
        </message>
        <message>
            <source>会商任务待办</source>
            <translation>task out of a consultation</translation>
        </message>
        <message>
            <source>会商任务超时</source>
            <translation>Consultation task overdue</translation>
        </message>
        <message>
            <source>会商单</source>
            <translation>Consultations</translation>
        </message>
        <message>
            <source>会商单里。</source>
            <translation>In the list of consultations.</translation>
        </message>
        <message>
            <source>会商取消[：{reason}]</source>
            <translation>Consultation called off[: {reason}]</translation>
        </message>
        <message>
            <source>会商和任务</source>
            <translation>Consultations and tasks</translation>
        </message>
        <message>
            <source>会商待召开</source>
            <translation>Consultation to be held</translation>
        </message>
        <message>
            <source>会商纪要</source>
            <translation>Minutes of consultation</translation>
        </message>
        <message>
            <source>会商纪要存到文件夹</source>
            <translation>Save minutes to a folder</translation>
        </message>
        <message>
            <source>会商要写明参加单位；请至少选一个。</source>
            <translation>A consultation names its units; pick one at least.</translation>
        </message>
        <message>
            <source>会商：记录决定</source>
            <translation>Consultation: record the decision</translation>
        </message>
        <message>
            <source>会商：记录或完成任务、取消、存纪要</source>
            <translation>Consultation: record or finish a task, call off, save minutes</translation>
        </message>
        <message>
            <source>会派得不一样的案卷：{numbers}</source>
            <translation>Cases it would have changed: {numbers}</translation>
        </message>
        <message>
            <source>会转告上报人</source>
            <translation>the reporter will be told</translation>
        </message>
        <message>
            <source>位置 {value} 分前</source>
            <translation>position {value} min old</translation>
        </message>
        <message>
            <source>位置不明</source>
            <translation>place unknown</translation>
        </message>
        <message>
            <source>位置不明，折加（分）</source>
            <translation>No position, adds (min)</translation>
        </message>
        <message>
            <source>位置多久算旧（分）</source>
            <translation>A position is old after (min)</translation>
        </message>
        <message>
            <source>位置已取，所在网格正在查</source>
            <translation>Place taken; its grid is being looked up</translation>
        </message>
        <message>
            <source>位置已定：网格 %1</source>
            <translation>Placed: grid %1</translation>
        </message>
        <message>
            <source>位置旧，折加（分）</source>
            <translation>Old position, adds (min)</translation>
        </message>
        <message>
            <source>位置未定：选一条建议，或在地图上点右键；不定也能列入，只是图上没有</source>
            <translation>No place yet: take a suggestion or right-click the map; without one it is listed but not on the map</translation>
        </message>
        <message>
            <source>位置：%1（在地图上点右键可改）</source>
            <translation>Place: %1 (right-click the map to change)</translation>
        </message>
        <message>
            <source>位置：在地图上点右键</source>
            <translation>Place: right-click the map</translation>
        </message>
        <message>
            <source>住址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>何时之前</source>
            <translation>By when</translation>
        </message>
        <message>
            <source>何时可用</source>
            <translation>About</translation>
        </message>
        <message>
            <source>余 {n} 队</source>
            <translation>{n} teams left</translation>
        </message>
        <message>
            <source>余 {room}/{capacity}</source>
            <translation>{room}/{capacity} left</translation>
        </message>
        <message>
            <source>作为草稿导入</source>
            <translation>Import as draft</translation>
        </message>
        <message>
            <source>作出承诺[，{by_when} 前]</source>
            <translation>promise made[, by {by_when}]</translation>
        </message>
        <message>
            <source>作废</source>
            <translation>Void</translation>
        </message>
        <message>
            <source>作废[：{reason}]</source>
            <translation>Voided[: {reason}]</translation>
        </message>
        <message>
            <source>作废一份没有人签过的交接，写明理由。</source>
            <translation>Drops a record that nobody has signed, with the reason.</translation>
        </message>
        <message>
            <source>作废交接</source>
            <translation>Drop handover</translation>
        </message>
        <message>
            <source>作废原因</source>
            <translation>Void because</translation>
        </message>
        <message>
            <source>作废待批</source>
            <translation>Void to decide</translation>
        </message>
        <message>
            <source>作废理由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>作废的网格不再启用；请用新编码新增。</source>
            <translation>A void grid is never used again; please add one with a new code.</translation>
        </message>
        <message>
            <source>作废这份交接 Enter</source>
            <translation>Drop this handover Enter</translation>
        </message>
        <message>
            <source>作用</source>
            <translation>Part</translation>
        </message>
        <message>
            <source>例行检查顺延</source>
            <translation>routine inspection is deferred</translation>
        </message>
        <message>
            <source>依据</source>
            <translation>Basis</translation>
        </message>
        <message>
            <source>依法解释后结案：值班长提出，带班领导同意，写明法律依据。</source>
            <translation>Closes with an explanation by law: the shift lead proposes, the duty leader agrees, the legal basis is named.</translation>
        </message>
        <message>
            <source>俗称</source>
            <translation>Spoken name</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>保存 Ctrl+S</source>
            <translation>Save Ctrl+S</translation>
        </message>
        <message>
            <source>保存中</source>
            <translation>saving</translation>
        </message>
        <message>
            <source>保存布局</source>
            <translation>Save the layout</translation>
        </message>
        <message>
            <source>保存期满</source>
            <translation>Storage time is over</translation>
        </message>
        <message>
            <source>保存的布局读不出来，已用原来的布局</source>
            <translation>The kept layout cannot be read; the usual one is used</translation>
        </message>
        <message>
            <source>保存错误报告</source>
            <translation>Save error report</translation>
        </message>
        <message>
            <source>候选队伍</source>
            <translation>Candidate teams</translation>
        </message>
        <message>
            <source>借出</source>
            <translation>out</translation>
        </message>
        <message>
            <source>值班</source>
            <translation>Duty</translation>
        </message>
        <message>
            <source>值班室大屏：地图、灯号、最急的五件、图表轮换；有第二块屏幕就在那里。</source>
            <translation>The duty room's large screen: map, lamps, the five worst, charts in turn; on the second screen if there is one.</translation>
        </message>
        <message>
            <source>值班月表、排班、发布、换班请假、班制、导入导出和打印。</source>
            <translation>The month, planning, publishing, swaps and leave, patterns, sheets and printing.</translation>
        </message>
        <message>
            <source>值班表</source>
            <translation>Duty roster</translation>
        </message>
        <message>
            <source>值班表-{month}</source>
            <translation>roster-{month}</translation>
        </message>
        <message>
            <source>值班表里。</source>
            <translation>In the duty roster.</translation>
        </message>
        <message>
            <source>值班长</source>
            <translation>Shift lead</translation>
        </message>
        <message>
            <source>值班长和管理员要用不同的名字，登录按名字认人；请改一个。</source>
            <translation>Shift lead and administrator want different names, because logging in goes by name; change one.</translation>
        </message>
        <message>
            <source>值班长姓名要有 1 到 {most} 个字；请填真实姓名。</source>
            <translation>The shift lead's name wants 1 to {most} letters; give the real one.</translation>
        </message>
        <message>
            <source>值班：上月、下月</source>
            <translation>Duty: month before, after</translation>
        </message>
        <message>
            <source>值班：下一处问题</source>
            <translation>Duty: next fault</translation>
        </message>
        <message>
            <source>值班：发布、生成草稿、申请</source>
            <translation>Duty: publish, draft, ask</translation>
        </message>
        <message>
            <source>值班：导入、导出、打印</source>
            <translation>Duty: import, export, print</translation>
        </message>
        <message>
            <source>值班：批准、不批准</source>
            <translation>Duty: approve, refuse</translation>
        </message>
        <message>
            <source>值班：撤当日草稿</source>
            <translation>Duty: drop the draft of the day</translation>
        </message>
        <message>
            <source>值班：改人</source>
            <translation>Duty: change people</translation>
        </message>
        <message>
            <source>值班：本周复制到下周</source>
            <translation>Duty: copy the week to the next</translation>
        </message>
        <message>
            <source>值班：清空一格</source>
            <translation>Duty: empty a cell</translation>
        </message>
        <message>
            <source>停</source>
            <translation>paused</translation>
        </message>
        <message>
            <source>停下 Esc</source>
            <translation>Stop Esc</translation>
        </message>
        <message>
            <source>停下了，没有办</source>
            <translation>Stopped, not done</translation>
        </message>
        <message>
            <source>停止</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>停用</source>
            <translation>Retired</translation>
        </message>
        <message>
            <source>停用登录</source>
            <translation>Login barred</translation>
        </message>
        <message>
            <source>停用登录 Ctrl+D</source>
            <translation>Bar Ctrl+D</translation>
        </message>
        <message>
            <source>停计时</source>
            <translation>Clock stands</translation>
        </message>
        <message>
            <source>停走</source>
            <translation>stands</translation>
        </message>
        <message>
            <source>催</source>
            <translation>Urged</translation>
        </message>
        <message>
            <source>催 {n} 次</source>
            <translation>urged {n}×</translation>
        </message>
        <message>
            <source>催主办单位抓紧，记入案卷。</source>
            <translation>Urges the lead unit; it is written into the case.</translation>
        </message>
        <message>
            <source>催办</source>
            <translation>Urge</translation>
        </message>
        <message>
            <source>催办 {}</source>
            <translation>Urged {}</translation>
        </message>
        <message>
            <source>催办[{unit}]</source>
            <translation>Urged[: {unit}]</translation>
        </message>
        <message>
            <source>催办一个部门，记一次。</source>
            <translation>Urge one department; it is counted.</translation>
        </message>
        <message>
            <source>催部门</source>
            <translation>Urge department</translation>
        </message>
        <message>
            <source>先与{unit}协商并记录结果，再由共同上级指定。</source>
            <translation>Negotiate with {unit} and record it first; then the common superior designates.</translation>
        </message>
        <message>
            <source>先保存改动（Ctrl+S）或撤回（Ctrl+R），再演练</source>
            <translation>Save (Ctrl+S) or revert (Ctrl+R) before the drill</translation>
        </message>
        <message>
            <source>先保存改动（Ctrl+S）或撤回（Ctrl+R），再看别的版本</source>
            <translation>Save (Ctrl+S) or revert (Ctrl+R) before another version</translation>
        </message>
        <message>
            <source>先写要交代的话</source>
            <translation>Write the words to hand on first</translation>
        </message>
        <message>
            <source>先把这张卡填好（看“问题”一列），再试用</source>
            <translation>Fill in this card first (see the column of problems), then try it</translation>
        </message>
        <message>
            <source>先把键盘交给一个面板（如 Alt+1 到队列），再移出</source>
            <translation>Give the keyboard to a panel first (Alt+1 is the queue), then pop it out</translation>
        </message>
        <message>
            <source>先按数字键选一个视图</source>
            <translation>Choose a view by its digit first</translation>
        </message>
        <message>
            <source>先用空格勾选，或把光标放在要转移的人上</source>
            <translation>Tick with Space first, or put the mark on who is to move</translation>
        </message>
        <message>
            <source>先行登记保存</source>
            <translation>Evidence preservation</translation>
        </message>
        <message>
            <source>先读取一段，再导出</source>
            <translation>Read a span first, then export it</translation>
        </message>
        <message>
            <source>先选一件有联合执法的案卷</source>
            <translation>Pick a case with a joint task first</translation>
        </message>
        <message>
            <source>先选一件案卷，或写它的末几位</source>
            <translation>Select a case first, or type its last digits</translation>
        </message>
        <message>
            <source>免办协办</source>
            <translation>Waive co-unit</translation>
        </message>
        <message>
            <source>兑现承诺</source>
            <translation>keep promise</translation>
        </message>
        <message>
            <source>全图</source>
            <translation>Fit</translation>
        </message>
        <message>
            <source>全图、原大</source>
            <translation>Fit, full size</translation>
        </message>
        <message>
            <source>全天班</source>
            <translation>Whole day</translation>
        </message>
        <message>
            <source>全案</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>全案 {at} 到期</source>
            <translation>Whole case due {at}</translation>
        </message>
        <message>
            <source>全案将到期</source>
            <translation>Case due soon</translation>
        </message>
        <message>
            <source>全案应在 {at} 前办结，已过 {span}</source>
            <translation>The case was due {at}, {span} ago</translation>
        </message>
        <message>
            <source>全案超时</source>
            <translation>Case late</translation>
        </message>
        <message>
            <source>全街道</source>
            <translation>whole street</translation>
        </message>
        <message>
            <source>全选</source>
            <translation>Select all</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>全部事件</source>
            <translation>All events</translation>
        </message>
        <message>
            <source>全部事项</source>
            <translation>All items</translation>
        </message>
        <message>
            <source>全部恢复 Ctrl+Del</source>
            <translation>All as delivered Ctrl+Del</translation>
        </message>
        <message>
            <source>全部报警：为什么响、响给谁、谁在何时知悉；本席的音量和静音时段。</source>
            <translation>All alarms: why, for whom, acknowledged by whom and when; volume and quiet hours of this seat.</translation>
        </message>
        <message>
            <source>全部按键已恢复原样</source>
            <translation>All keys are as delivered</translation>
        </message>
        <message>
            <source>全部派遣 Ctrl+Shift+Enter</source>
            <translation>Send all Ctrl+Shift+Enter</translation>
        </message>
        <message>
            <source>八、预警、天气、关注点</source>
            <translation>8. Warnings, weather, places to watch</translation>
        </message>
        <message>
            <source>八成占时限</source>
            <translation>p80 of limit</translation>
        </message>
        <message>
            <source>八成（分）</source>
            <translation>p80 (min)</translation>
        </message>
        <message>
            <source>公式不收，请先把它变成文字</source>
            <translation>a formula is not taken; turn it into text first</translation>
        </message>
        <message>
            <source>公钥</source>
            <translation>Public key</translation>
        </message>
        <message>
            <source>六、上级指示</source>
            <translation>6. Superior's instructions</translation>
        </message>
        <message>
            <source>六、暂缓与恢复</source>
            <translation>6. Held and resumed</translation>
        </message>
        <message>
            <source>共 %1 人、%2 项资料</source>
            <translation>%1 people, %2 texts</translation>
        </message>
        <message>
            <source>共 {count} 行 · 回车 编辑 · 新增与改动先留在表里，Ctrl+S 一并保存</source>
            <translation>{count} rows · Enter edits · changes stay here until Ctrl+S saves them together</translation>
        </message>
        <message>
            <source>共 {n} 件</source>
            <translation>{n} in all</translation>
        </message>
        <message>
            <source>共 {n} 件，已确认 {taken} 件；其中冻结后新到 {late} 件</source>
            <translation>{n} in all, {taken} acknowledged; {late} arrived after freezing</translation>
        </message>
        <message>
            <source>共 {n} 项任务，显示最靠前的一项</source>
            <translation>{n} tasks, the furthest is shown</translation>
        </message>
        <message>
            <source>共{n}</source>
            <translation>{n} open</translation>
        </message>
        <message>
            <source>共召集 {called} 队次：出动 {coming}，不能出动 {cannot}，未答复 {silent}。</source>
            <translation>{called} calls to teams: {coming} coming, {cannot} cannot, {silent} without an answer. </translation>
        </message>
        <message>
            <source>共同上级指定由谁办理，从此不能再退。</source>
            <translation>The common superior designates who does it; no return from now on.</translation>
        </message>
        <message>
            <source>共查看 {count} 次；▲ 不是本人经办的案件，当时写了理由，见案件记录</source>
            <translation>{count} reveals in all; ▲ not of own cases: a reason was written then, it stands in the case's record</translation>
        </message>
        <message>
            <source>关注点</source>
            <translation>place to watch</translation>
        </message>
        <message>
            <source>关系</source>
            <translation>Relation</translation>
        </message>
        <message>
            <source>关联录像</source>
            <translation>Link video</translation>
        </message>
        <message>
            <source>关闭键盘所在的面板；面板菜单可再打开。</source>
            <translation>Closes the panel that has the keyboard; the Panels menu opens it again.</translation>
        </message>
        <message>
            <source>关闭面板</source>
            <translation>Close the panel</translation>
        </message>
        <message>
            <source>关，紧急的仍响</source>
            <translation>off, urgent ones still ring</translation>
        </message>
        <message>
            <source>其中在办</source>
            <translation>Of these open</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>其他单位(&amp;X)</source>
            <translation>Other units (&amp;X)</translation>
        </message>
        <message>
            <source>其他可能影响公正的关系</source>
            <translation>Another tie that may affect fairness</translation>
        </message>
        <message>
            <source>其他帮助</source>
            <translation>More help</translation>
        </message>
        <message>
            <source>其他记录（{kind}）</source>
            <translation>Other entry ({kind})</translation>
        </message>
        <message>
            <source>其他部门</source>
            <translation>Other departments</translation>
        </message>
        <message>
            <source>其余菜单</source>
            <translation>More menus</translation>
        </message>
        <message>
            <source>其次 {team} {minutes}</source>
            <translation>next {team} {minutes}</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>Words</translation>
        </message>
        <message>
            <source>内容散列</source>
            <translation>Hash of the content</translation>
        </message>
        <message>
            <source>内容超过服务器上限（{most} 字节）；请精简或缩小图片。</source>
            <translation>More than the server takes ({most} bytes); shorten the text or use smaller pictures.</translation>
        </message>
        <message>
            <source>内涝</source>
            <translation>flood</translation>
        </message>
        <message>
            <source>再写一遍</source>
            <translation>once more</translation>
        </message>
        <message>
            <source>再按一次 Ctrl+Del，全部按键恢复原样</source>
            <translation>Ctrl+Del once more: all keys as delivered</translation>
        </message>
        <message>
            <source>再按一次提交，将按最新状态办理</source>
            <translation>Press once more to do it on the case as it is now</translation>
        </message>
        <message>
            <source>再确认</source>
            <translation>take again</translation>
        </message>
        <message>
            <source>再输一次</source>
            <translation>Once more</translation>
        </message>
        <message>
            <source>再输一遍指令编号</source>
            <translation>type the order number again</translation>
        </message>
        <message>
            <source>写一句交代，Enter 记成交接提示，Esc 放下</source>
            <translation>Write a sentence: Enter makes it a handover notice, Esc leaves</translation>
        </message>
        <message>
            <source>写入 Enter</source>
            <translation>Add Enter</translation>
        </message>
        <message>
            <source>写明要哪些部门来、做什么，提请领导批准；主办单位不变。</source>
            <translation>Say which departments shall come and for what, for a leader's approval; the lead unit stays.</translation>
        </message>
        <message>
            <source>决定</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>决定书文号</source>
            <translation>Decision number</translation>
        </message>
        <message>
            <source>冻结</source>
            <translation>Frozen</translation>
        </message>
        <message>
            <source>冻结 Ctrl+Enter</source>
            <translation>Freeze Ctrl+Enter</translation>
        </message>
        <message>
            <source>冻结交接</source>
            <translation>Freeze handover</translation>
        </message>
        <message>
            <source>冻结交接草稿：接班人和带班领导按值班表，也可写明；“：”后是备注。</source>
            <translation>Freezes the draft: incoming person and duty leader by the roster unless named; remarks behind the colon.</translation>
        </message>
        <message>
            <source>冻结后</source>
            <translation>after freezing</translation>
        </message>
        <message>
            <source>冻结后新到</source>
            <translation>Arrived after freezing</translation>
        </message>
        <message>
            <source>冻结后新增</source>
            <translation>after freezing</translation>
        </message>
        <message>
            <source>冻结得太早</source>
            <translation>frozen too early</translation>
        </message>
        <message>
            <source>冻结时的台账末条 第 {n} 条</source>
            <translation>journal head at freezing: entry {n}</translation>
        </message>
        <message>
            <source>准予退出，改由它提出的单位来办。</source>
            <translation>Let it go; the unit it proposed is called instead.</translation>
        </message>
        <message>
            <source>准予部门退单</source>
            <translation>Grant return</translation>
        </message>
        <message>
            <source>准入</source>
            <translation>Admit</translation>
        </message>
        <message>
            <source>准入审批</source>
            <translation>Decide admission</translation>
        </message>
        <message>
            <source>准入已经提请或已经批准，不用再提。</source>
            <translation>Admission was asked or granted already.</translation>
        </message>
        <message>
            <source>几分钟到位</source>
            <translation>There in minutes</translation>
        </message>
        <message>
            <source>出动</source>
            <translation>coming</translation>
        </message>
        <message>
            <source>出发</source>
            <translation>Depart</translation>
        </message>
        <message>
            <source>出发后到场</source>
            <translation>To arrive once left</translation>
        </message>
        <message>
            <source>出发后未按时到场</source>
            <translation>Left but not arrived in time</translation>
        </message>
        <message>
            <source>出现新情况</source>
            <translation>New facts</translation>
        </message>
        <message>
            <source>分批召集队伍，记下答复；超时未答复的在最前。</source>
            <translation>Call teams in waves and note their answers; who is silent past the time comes first.</translation>
        </message>
        <message>
            <source>分钟</source>
            <translation>minutes</translation>
        </message>
        <message>
            <source>分钟数要在 0 到 {most} 之间。</source>
            <translation>Minutes lie between 0 and {most}.</translation>
        </message>
        <message>
            <source>切换</source>
            <translation>Switch</translation>
        </message>
        <message>
            <source>切换[：{level}]，{state}[，暂缓 {held} 件][，恢复 {resumed} 件]</source>
            <translation>switch [: {level}], {state}[, {held} held][, {resumed} resumed]</translation>
        </message>
        <message>
            <source>切换已确认</source>
            <translation>Switch confirmed</translation>
        </message>
        <message>
            <source>切换待确认</source>
            <translation>Switch to confirm</translation>
        </message>
        <message>
            <source>切换要有上级的指令编号；请填编号。</source>
            <translation>A switch wants the superior's order number; enter it.</translation>
        </message>
        <message>
            <source>列入 Ctrl+N</source>
            <translation>Add Ctrl+N</translation>
        </message>
        <message>
            <source>列入全部 {good} 人</source>
            <translation>List all {good}</translation>
        </message>
        <message>
            <source>列入名单</source>
            <translation>Put on the list</translation>
        </message>
        <message>
            <source>列入转移名单[ {people} 人]</source>
            <translation>listed for evacuation[: {people}]</translation>
        </message>
        <message>
            <source>刚才的已提交。</source>
            <translation>The first was sent. </translation>
        </message>
        <message>
            <source>删除</source>
            <translation>removed</translation>
        </message>
        <message>
            <source>删除 Ctrl+Del</source>
            <translation>Remove Ctrl+Del</translation>
        </message>
        <message>
            <source>到</source>
            <translation>to</translation>
        </message>
        <message>
            <source>到上报页看过再报</source>
            <translation>opens the page: read the draft and send it there</translation>
        </message>
        <message>
            <source>到交接班面板的签字栏；密码只在那里输，不写进命令行。</source>
            <translation>Goes to the signing strip of the handover; a password is typed there only, never into the line.</translation>
        </message>
        <message>
            <source>到会</source>
            <translation>Present</translation>
        </message>
        <message>
            <source>到会单位</source>
            <translation>Units present</translation>
        </message>
        <message>
            <source>到场</source>
            <translation>Arrive</translation>
        </message>
        <message>
            <source>到场 24 小时内要关联执法记录仪视频</source>
            <translation>Link the recorder's video within 24 hours of arrival</translation>
        </message>
        <message>
            <source>到场之后才能查封扣押或登记保存；请先登记到场。</source>
            <translation>Seizure and evidence preservation come after arrival; enter the arrival first.</translation>
        </message>
        <message>
            <source>到场前用时（分）</source>
            <translation>A task before the scene (min)</translation>
        </message>
        <message>
            <source>到场单位</source>
            <translation>Units present</translation>
        </message>
        <message>
            <source>到场合计 {n} 分</source>
            <translation>{n} min to arrive in all</translation>
        </message>
        <message>
            <source>到场后报告</source>
            <translation>Word from the scene</translation>
        </message>
        <message>
            <source>到场后没有音讯</source>
            <translation>No word from the scene</translation>
        </message>
        <message>
            <source>到场超时</source>
            <translation>Arrival late</translation>
        </message>
        <message>
            <source>到日复查</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>到期</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>到期暂定</source>
            <translation>due time provisional</translation>
        </message>
        <message>
            <source>到签字栏：密码在那里输</source>
            <translation>To the signing strip: the password is typed there</translation>
        </message>
        <message>
            <source>到达需</source>
            <translation>Arrives in</translation>
        </message>
        <message>
            <source>制表：＿＿＿＿＿　审核：＿＿＿＿＿　打印于 {at}　第 {page}/{pages} 页</source>
            <translation>Made by: ________   Checked by: ________   Printed {at}   Page {page}/{pages}</translation>
        </message>
        <message>
            <source>刷新 Ctrl+R</source>
            <translation>Refresh Ctrl+R</translation>
        </message>
        <message>
            <source>前面按的队伍数字没有算：请再按数字，或再按一次派现在选中的</source>
            <translation>The team's digit pressed before did not count: press it again, or send once more for the team now chosen</translation>
        </message>
        <message>
            <source>剩</source>
            <translation>left</translation>
        </message>
        <message>
            <source>剩 9分59秒</source>
            <translation>9m59s left</translation>
        </message>
        <message>
            <source>剩 {span}</source>
            <translation>{span} left</translation>
        </message>
        <message>
            <source>剪贴板里没有图片；先复制一张，或写 图=文件。</source>
            <translation>No picture on the clipboard; copy one first, or write picture=FILE.</translation>
        </message>
        <message>
            <source>力量</source>
            <translation>Forces</translation>
        </message>
        <message>
            <source>力量(&amp;G)：空格换 协同、牵头、知会</source>
            <translation>Parts (&amp;G): Space for with, leads, told</translation>
        </message>
        <message>
            <source>劝导、调解无效</source>
            <translation>talks and mediation failed</translation>
        </message>
        <message>
            <source>办到第几件</source>
            <translation>How many are done</translation>
        </message>
        <message>
            <source>办毕</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>办理</source>
            <translation>Step</translation>
        </message>
        <message>
            <source>办理 Enter</source>
            <translation>Do it Enter</translation>
        </message>
        <message>
            <source>办理人</source>
            <translation>Done by</translation>
        </message>
        <message>
            <source>办理情况</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>办理用时</source>
            <translation>Times taken</translation>
        </message>
        <message>
            <source>办理结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>办结</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>办结 Ctrl+F10</source>
            <translation>Deliver Ctrl+F10</translation>
        </message>
        <message>
            <source>办结占比</source>
            <translation>Share</translation>
        </message>
        <message>
            <source>办结占比＝本级办结 ÷ 全部办结。</source>
            <translation>Share = closed at this level ÷ all closed.</translation>
        </message>
        <message>
            <source>办结：期内结案、结案时归本级的案卷；曾上报区级的算区级。演练和导入的不计。</source>
            <translation>Closed: closed in the period while with this level; what was ever with the district counts for the district. Drills and imports are left out.</translation>
        </message>
        <message>
            <source>加一个班组</source>
            <translation>One more team</translation>
        </message>
        <message>
            <source>加图片</source>
            <translation>Add pictures</translation>
        </message>
        <message>
            <source>加图片 Alt+P · 粘贴 Ctrl+V · 也可拖入</source>
            <translation>Add pictures Alt+P · paste Ctrl+V · or drop</translation>
        </message>
        <message>
            <source>动作</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>动作 案号 单位或人 · Tab 补全 · Enter 办 · Ctrl+Enter 表单 · Esc 离开</source>
            <translation>action, case, unit or person · Tab completes · Enter does it · Ctrl+Enter form · Esc leaves</translation>
        </message>
        <message>
            <source>勾选人员和单位</source>
            <translation>Tick people and units</translation>
        </message>
        <message>
            <source>勾选清单</source>
            <translation>Tick the line</translation>
        </message>
        <message>
            <source>区</source>
            <translation>D</translation>
        </message>
        <message>
            <source>区、气象台…</source>
            <translation>district, weather office…</translation>
        </message>
        <message>
            <source>区划</source>
            <translation>district</translation>
        </message>
        <message>
            <source>区级</source>
            <translation>District</translation>
        </message>
        <message>
            <source>区级交回</source>
            <translation>District hands back</translation>
        </message>
        <message>
            <source>区级交回，附上答复；本街道的时限接着走。</source>
            <translation>The district hands the case back with its answer; the street's clock goes on.</translation>
        </message>
        <message>
            <source>区级坐席</source>
            <translation>District seat</translation>
        </message>
        <message>
            <source>十、值班长意见</source>
            <translation>10. Shift lead's remarks</translation>
        </message>
        <message>
            <source>十一、签字与核验</source>
            <translation>11. Signatures and verification</translation>
        </message>
        <message>
            <source>十分钟内要上报，{at} 起提醒</source>
            <translation>Report up due within ten minutes, warned since {at}</translation>
        </message>
        <message>
            <source>半数占时限</source>
            <translation>p50 of limit</translation>
        </message>
        <message>
            <source>半数（分）</source>
            <translation>p50 (min)</translation>
        </message>
        <message>
            <source>协办</source>
            <translation>Co-unit</translation>
        </message>
        <message>
            <source>协办 {units}</source>
            <translation>helping {units}</translation>
        </message>
        <message>
            <source>协办任务不再需要，记下理由。</source>
            <translation>The co-unit's task is no longer needed; the reason is recorded.</translation>
        </message>
        <message>
            <source>协办单位</source>
            <translation>Co-units</translation>
        </message>
        <message>
            <source>协办单位办完自己的部分。</source>
            <translation>The co-unit has done its part.</translation>
        </message>
        <message>
            <source>协办和知会单位</source>
            <translation>Co-units and notified units</translation>
        </message>
        <message>
            <source>协办完成</source>
            <translation>Co-unit done</translation>
        </message>
        <message>
            <source>协办或知会单位按规定理由谢绝任务。</source>
            <translation>A co-unit or notified unit declines the task for a listed reason.</translation>
        </message>
        <message>
            <source>协办谢绝</source>
            <translation>Co-unit declines</translation>
        </message>
        <message>
            <source>协同</source>
            <translation>With</translation>
        </message>
        <message>
            <source>协商结果</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>协调督办</source>
            <translation>Steering and supervision</translation>
        </message>
        <message>
            <source>单人或危险作业定时报平安，过时不报就响铃。</source>
            <translation>Lone or risky work checks in at intervals; a missed check-in rings.</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>单位不能到会</source>
            <translation>Units cannot come</translation>
        </message>
        <message>
            <source>单位在到期前请求延期，至多两次，每次不超过原时限。</source>
            <translation>The unit asks for more time before it is due: twice at most, never more than the first limit.</translation>
        </message>
        <message>
            <source>单位或拼音首字母</source>
            <translation>Unit or pinyin initials</translation>
        </message>
        <message>
            <source>单位答复督办单；有几张的选一张，不选即最早的一张。</source>
            <translation>The unit answers a supervision order; of several pick one, else the oldest is answered.</translation>
        </message>
        <message>
            <source>单位签收任务，签收时限停止，处置开始。</source>
            <translation>The unit signs the task: the sign clock stops, handling begins.</translation>
        </message>
        <message>
            <source>单位网格</source>
            <translation>unit grid</translation>
        </message>
        <message>
            <source>单位表：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]</source>
            <translation>Units {sheet?imported:edited}[, {added} added][, {changed} changed]</translation>
        </message>
        <message>
            <source>单位请求作废本案卷。</source>
            <translation>The unit asks to void this case.</translation>
        </message>
        <message>
            <source>单位请求挂账，写明 30 天内的复查日；批准后时钟停走。</source>
            <translation>The unit asks to suspend and names a review day within 30 days; once approved the clock stops.</translation>
        </message>
        <message>
            <source>单位请求退单并提出应办单位；批准前案卷不变。</source>
            <translation>The unit asks to return the case and names the right unit; nothing changes until approved.</translation>
        </message>
        <message>
            <source>单位负荷</source>
            <translation>Load of units</translation>
        </message>
        <message>
            <source>单位（主办在前）</source>
            <translation>Units (lead first)</translation>
        </message>
        <message>
            <source>单元格是公式</source>
            <translation>a cell is a formula</translation>
        </message>
        <message>
            <source>单元网格</source>
            <translation>Unit grid</translation>
        </message>
        <message>
            <source>单号(&amp;H)</source>
            <translation>Order (&amp;H)</translation>
        </message>
        <message>
            <source>危</source>
            <translation>D</translation>
        </message>
        <message>
            <source>危及安全，不能等</source>
            <translation>danger, it cannot wait</translation>
        </message>
        <message>
            <source>危险点</source>
            <translation>danger point</translation>
        </message>
        <message>
            <source>历时</source>
            <translation>Lasted</translation>
        </message>
        <message>
            <source>历次交接</source>
            <translation>Earlier handovers</translation>
        </message>
        <message>
            <source>历次应急</source>
            <translation>Emergencies so far</translation>
        </message>
        <message>
            <source>原因</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>原密码</source>
            <translation>Old password</translation>
        </message>
        <message>
            <source>原来的键现在是“%1”的：请先改它</source>
            <translation>Its key now belongs to “%1”: change that first</translation>
        </message>
        <message>
            <source>原诉求：{words}</source>
            <translation>First report: {words}</translation>
        </message>
        <message>
            <source>去处</source>
            <translation>where to</translation>
        </message>
        <message>
            <source>去登录</source>
            <translation>Log in</translation>
        </message>
        <message>
            <source>参加单位</source>
            <translation>Units</translation>
        </message>
        <message>
            <source>参加的力量</source>
            <translation>Parts</translation>
        </message>
        <message>
            <source>参数</source>
            <translation>Value of</translation>
        </message>
        <message>
            <source>双方签字以后才能写补充说明；现在请直接确认或提问。</source>
            <translation>An addendum follows both signatures; for now acknowledge or ask.</translation>
        </message>
        <message>
            <source>双方谈妥了吗？</source>
            <translation>Did the two sides come to terms?</translation>
        </message>
        <message>
            <source>反馈</source>
            <translation>Feedback</translation>
        </message>
        <message>
            <source>反馈办结</source>
            <translation>Feedback: done</translation>
        </message>
        <message>
            <source>反馈要附处置后的照片；请先添加。</source>
            <translation>Feedback needs a picture from after handling; add one.</translation>
        </message>
        <message>
            <source>发出督办单，另定答复期限。</source>
            <translation>Issues a supervision order with a time to answer.</translation>
        </message>
        <message>
            <source>发布</source>
            <translation>Publish</translation>
        </message>
        <message>
            <source>发布 Ctrl+Enter</source>
            <translation>Publish Ctrl+Enter</translation>
        </message>
        <message>
            <source>发布原因</source>
            <translation>Reason for publishing</translation>
        </message>
        <message>
            <source>发布排班[，{duties} 班]</source>
            <translation>roster published[, {duties} duties]</translation>
        </message>
        <message>
            <source>发生于</source>
            <translation>Happened at</translation>
        </message>
        <message>
            <source>发生时间不能晚于现在；请改时间。</source>
            <translation>It cannot have happened later than now; change the time.</translation>
        </message>
        <message>
            <source>发生时间太早，不能再代录；请用备注说明。</source>
            <translation>That is too long ago to be entered afterwards; say it in a note.</translation>
        </message>
        <message>
            <source>发生时间早于案卷进入现状态的时间（{since}）；请核对发生时间。</source>
            <translation>That is before the case came into its state ({since}); check the time.</translation>
        </message>
        <message>
            <source>发给案卷编号，时限从此起算；值班长可另定等级。</source>
            <translation>Gives the case its number and starts the time limit; the shift lead may set another level.</translation>
        </message>
        <message>
            <source>取消会商</source>
            <translation>Call off consultation</translation>
        </message>
        <message>
            <source>取消这一级</source>
            <translation>level taken out</translation>
        </message>
        <message>
            <source>受理</source>
            <translation>Intake</translation>
        </message>
        <message>
            <source>受理员</source>
            <translation>Intake officer</translation>
        </message>
        <message>
            <source>受理岗</source>
            <translation>intake</translation>
        </message>
        <message>
            <source>受理并并入所选</source>
            <translation>Intake and merge into picked</translation>
        </message>
        <message>
            <source>受理并立案</source>
            <translation>Intake and file</translation>
        </message>
        <message>
            <source>受理数</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>受理表单里。</source>
            <translation>In the intake form.</translation>
        </message>
        <message>
            <source>受理：下一格</source>
            <translation>Intake: next field</translation>
        </message>
        <message>
            <source>受理：提交</source>
            <translation>Intake: submit</translation>
        </message>
        <message>
            <source>受理：选来源</source>
            <translation>Intake: source</translation>
        </message>
        <message>
            <source>变化与确认</source>
            <translation>Change, taken by</translation>
        </message>
        <message>
            <source>变化：%1</source>
            <translation>Changed: %1</translation>
        </message>
        <message>
            <source>变化：{both}</source>
            <translation>changed: {both}</translation>
        </message>
        <message>
            <source>另 {n} 支队伍</source>
            <translation>{n} more teams</translation>
        </message>
        <message>
            <source>另 {n} 项</source>
            <translation>{n} more</translation>
        </message>
        <message>
            <source>另一个账号：管人员和规则表，不办案</source>
            <translation>another account: keeps people and tables, works on no case</translation>
        </message>
        <message>
            <source>另停走 {span}不计</source>
            <translation>stood {span}, not counted</translation>
        </message>
        <message>
            <source>另在岗：{who}</source>
            <translation>Also on shift: {who}</translation>
        </message>
        <message numerus="yes">
            <source>另有 %n 条</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
        <message>
            <source>另有 {n} 件未编入，按 R 重新编排</source>
            <translation>{n} more not in the plan, R plans again</translation>
        </message>
        <message>
            <source>另选统计 O</source>
            <translation>Other choices O</translation>
        </message>
        <message>
            <source>另选队伍的理由</source>
            <translation>Why another team</translation>
        </message>
        <message>
            <source>另选队伍的理由选了“其他”，要写明（不少于四个字）。</source>
            <translation>The reason “other” for another team wants words (four characters at least).</translation>
        </message>
        <message>
            <source>只列入没有问题的 {good} 人</source>
            <translation>List only the {good} without fault</translation>
        </message>
        <message>
            <source>只剩有提问的：答清以后写第几件</source>
            <translation>Only questioned ones are left: once answered, type the number of the row</translation>
        </message>
        <message>
            <source>只导入没有问题的 %1 行</source>
            <translation>Import only the %1 good rows</translation>
        </message>
        <message>
            <source>只有“{states}”的案卷能{action}，这件是“{state}”</source>
            <translation>{action}: only for a case that is “{states}”; this one is “{state}”</translation>
        </message>
        <message>
            <source>只有“已转移”的人才有安置点。</source>
            <translation>Only somebody who was moved has a shelter.</translation>
        </message>
        <message>
            <source>只有交班人和接班人能签字。</source>
            <translation>Only the outgoing and the incoming person sign.</translation>
        </message>
        <message>
            <source>只有已结案的案卷才能复开。</source>
            <translation>Only a closed case can be reopened.</translation>
        </message>
        <message>
            <source>只有指定的核查员（{person}）能录入结论；要换人请重新交办核查。</source>
            <translation>Only the named checker ({person}) can enter the result; to change, send it to check again.</translation>
        </message>
        <message>
            <source>只有被派核实的人（{person}）能录入核实结果。</source>
            <translation>Only the person asked to verify ({person}) can enter the result.</translation>
        </message>
        <message>
            <source>只能为自己的班申请。</source>
            <translation>Ask for your own duty only.</translation>
        </message>
        <message>
            <source>只能撤销自己刚做的操作；上一步是{person}做的。</source>
            <translation>You can undo only what you did yourself; the last step was by {person}.</translation>
        </message>
        <message>
            <source>只能登记自己网格里的人。</source>
            <translation>Only people of your own grids can be listed.</translation>
        </message>
        <message>
            <source>叫应</source>
            <translation>Team reply</translation>
        </message>
        <message>
            <source>召集</source>
            <translation>Calls</translation>
        </message>
        <message>
            <source>召集  Ctrl+Enter</source>
            <translation>Call  Ctrl+Enter</translation>
        </message>
        <message>
            <source>召集 {n} 队，{m} 队超时未答</source>
            <translation>{n} teams called, {m} silent past their time</translation>
        </message>
        <message>
            <source>召集下一批</source>
            <translation>Call the next wave</translation>
        </message>
        <message>
            <source>召集会商</source>
            <translation>Call consultation</translation>
        </message>
        <message>
            <source>召集会商[，{meets_at}][，{units}]</source>
            <translation>Consultation called[ for {meets_at}][, {units}]</translation>
        </message>
        <message>
            <source>召集批次</source>
            <translation>Waves of teams</translation>
        </message>
        <message>
            <source>召集未答复</source>
            <translation>Team silent</translation>
        </message>
        <message>
            <source>召集的队伍</source>
            <translation>Called teams</translation>
        </message>
        <message>
            <source>召集的队伍应在 {at} 前答复，已过 {span}</source>
            <translation>Called-up team should have answered by {at}, {span} ago</translation>
        </message>
        <message>
            <source>召集第 {n} 批：{teams}</source>
            <translation>Wave {n} called: {teams}</translation>
        </message>
        <message>
            <source>召集队伍</source>
            <translation>Call teams</translation>
        </message>
        <message>
            <source>召集队伍 {called} 支，已答复 {answered} 支。</source>
            <translation>Teams called: {called}, answered: {answered}.</translation>
        </message>
        <message>
            <source>召集队伍[，第 {wave} 批]</source>
            <translation>teams called[, wave {wave}]</translation>
        </message>
        <message>
            <source>召集队伍（按 1–9 定批次，0 不召集）</source>
            <translation>Teams called (1–9 sets the wave, 0 none)</translation>
        </message>
        <message>
            <source>召集页里。</source>
            <translation>On the page of calls.</translation>
        </message>
        <message>
            <source>召集预案的下一批队伍，或写出队伍名。</source>
            <translation>Calls the plan's next wave of teams, or the teams that are named.</translation>
        </message>
        <message>
            <source>可不填</source>
            <translation>optional</translation>
        </message>
        <message>
            <source>可不填；GeoJSON、xlsx 或 csv</source>
            <translation>may stay empty; GeoJSON, xlsx or csv</translation>
        </message>
        <message>
            <source>可不填；退回时写原因</source>
            <translation>optional; the reason of a refusal</translation>
        </message>
        <message>
            <source>可以查看和演练；修改由带班领导、主任或管理员来做</source>
            <translation>You may look and drill; the duty leader, the director or an administrator changes it</translation>
        </message>
        <message>
            <source>可以补全为</source>
            <translation>Completions</translation>
        </message>
        <message>
            <source>可以重办</source>
            <translation>may be redone</translation>
        </message>
        <message>
            <source>可写一句话，Enter 逐件办理，Esc 放下</source>
            <translation>You may write a sentence; Enter does them one by one, Esc leaves</translation>
        </message>
        <message>
            <source>可列入 {good} 人，{bad} 行不收；已在名单上的不会重复列入</source>
            <translation>{good} people can be listed, {bad} rows not; nobody is listed twice</translation>
        </message>
        <message>
            <source>可办</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>可去的人员都应回避（{value} 支）</source>
            <translation>all who could go are recused ({value} teams)</translation>
        </message>
        <message>
            <source>可召集</source>
            <translation>may be called</translation>
        </message>
        <message>
            <source>可填：%1</source>
            <translation>Choices: %1</translation>
        </message>
        <message>
            <source>可容人数</source>
            <translation>Places</translation>
        </message>
        <message>
            <source>可就座的人员</source>
            <translation>People who can sit here</translation>
        </message>
        <message>
            <source>可派 {n}</source>
            <translation>{n} can go</translation>
        </message>
        <message>
            <source>可派队伍都没有{value}</source>
            <translation>no team that can go has {value}</translation>
        </message>
        <message>
            <source>台账末条</source>
            <translation>Journal's newest entry</translation>
        </message>
        <message>
            <source>台风</source>
            <translation>typhoon</translation>
        </message>
        <message>
            <source>各层级办结情况</source>
            <translation>What each tier solved</translation>
        </message>
        <message>
            <source>各岗位在这一级要做的事，逐条勾选。</source>
            <translation>What every post has to do at this level, ticked line by line.</translation>
        </message>
        <message>
            <source>各按事项，缺省 {limit}</source>
            <translation>by item, else {limit}</translation>
        </message>
        <message>
            <source>各段用时</source>
            <translation>Times taken</translation>
        </message>
        <message>
            <source>各部门都办结了：吹哨办结，等双方互评；案卷结案时也会随之办结。</source>
            <translation>All departments delivered: the whistle closes and waits for ratings; a closed case closes it too.</translation>
        </message>
        <message>
            <source>各队伍</source>
            <translation>Teams</translation>
        </message>
        <message>
            <source>合计</source>
            <translation>Total</translation>
        </message>
        <message>
            <source>同一位置的面板</source>
            <translation>Panels in the same place</translation>
        </message>
        <message>
            <source>同一单位只能担任一个角色；请从主办、协办、知会中去掉重复。</source>
            <translation>A unit has one part only; take the double out of lead, co-units and notified.</translation>
        </message>
        <message>
            <source>同一名执法人员选了两次；请去掉重复。</source>
            <translation>The same officer is picked twice; take one away.</translation>
        </message>
        <message>
            <source>同一响应级别写了两次；请删去一个。</source>
            <translation>A response level stands there twice; delete one.</translation>
        </message>
        <message>
            <source>同一地点</source>
            <translation>same place</translation>
        </message>
        <message>
            <source>同一岗位写了两份清单；请合成一份。</source>
            <translation>A post has two checklists; make them one.</translation>
        </message>
        <message>
            <source>同一支队伍写了两次；请去掉一处。</source>
            <translation>The same team is named twice; take one of them out.</translation>
        </message>
        <message>
            <source>同一电话</source>
            <translation>same phone</translation>
        </message>
        <message>
            <source>同一电话、同一地点</source>
            <translation>same phone, same place</translation>
        </message>
        <message>
            <source>同一类队伍只写一次，把数目加在一起。</source>
            <translation>Name each kind of team once, with the whole number.</translation>
        </message>
        <message>
            <source>同一级别里一支队伍只能召集一次。</source>
            <translation>A level calls each team once.</translation>
        </message>
        <message>
            <source>同一编号已经存在，没有重复建立。</source>
            <translation>This number exists already, it was not made twice.</translation>
        </message>
        <message>
            <source>同名的班次有两个；请改一个名字。</source>
            <translation>Two shifts have the same name; change one.</translation>
        </message>
        <message>
            <source>同意单位的申请，即时生效。</source>
            <translation>Approves the unit's request; it takes effect at once.</translation>
        </message>
        <message>
            <source>同意申请</source>
            <translation>Approve request</translation>
        </message>
        <message>
            <source>同类申请正等待决定，不能重复提出；请先批复它。</source>
            <translation>A request of this kind is waiting, it cannot be asked twice; decide that one first.</translation>
        </message>
        <message>
            <source>名单</source>
            <translation>Listed</translation>
        </message>
        <message>
            <source>名单 {all} 人 · {counted}</source>
            <translation>{all} listed · {counted}</translation>
        </message>
        <message>
            <source>名单上的人</source>
            <translation>a person of the list</translation>
        </message>
        <message>
            <source>名单是空的；请至少填一人。</source>
            <translation>The list is empty; enter at least one person.</translation>
        </message>
        <message>
            <source>名单没有读到，请关上再打开</source>
            <translation>The list could not be read: close and open this again</translation>
        </message>
        <message>
            <source>名单还是空的：Ctrl+N 逐人列入，Ctrl+I 导入表格。</source>
            <translation>The list is empty: Ctrl+N adds a person, Ctrl+I imports a sheet.</translation>
        </message>
        <message>
            <source>名单还是空的：请先在转移名单里导入或列入</source>
            <translation>The list is empty: import it or list people first</translation>
        </message>
        <message>
            <source>名单还没有读到，没有列入；读到后再列入一次</source>
            <translation>The list has not been read yet: nobody was listed; list them again once it is here</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>名称、拼音首字母或编码；Backspace 去掉末一处</source>
            <translation>Name, initials or code; Backspace drops the last one</translation>
        </message>
        <message>
            <source>名称或首字母（在办）</source>
            <translation>name or first letters (open cases)</translation>
        </message>
        <message>
            <source>名称里不能有空格、逗号或顿号。</source>
            <translation>A name has no spaces or commas.</translation>
        </message>
        <message>
            <source>名称：{old} → {new}</source>
            <translation>Name: {old} → {new}</translation>
        </message>
        <message>
            <source>向上级报告</source>
            <translation>Report sent up</translation>
        </message>
        <message>
            <source>否</source>
            <translation>No</translation>
        </message>
        <message>
            <source>含草稿 {count} 班，未发布的不生效</source>
            <translation>Holds {count} drafted shifts, which do not bind before they are published</translation>
        </message>
        <message>
            <source>启动码</source>
            <translation>Start code</translation>
        </message>
        <message>
            <source>启用</source>
            <translation>On</translation>
        </message>
        <message>
            <source>吹哨</source>
            <translation>Whistle</translation>
        </message>
        <message>
            <source>吹哨 %1</source>
            <translation>Whistles %1</translation>
        </message>
        <message>
            <source>吹哨[，{units}报到]</source>
            <translation>Whistle blown[ for {units}]</translation>
        </message>
        <message>
            <source>吹哨{approved?获批准:未获批准}{blown?，已吹响:}</source>
            <translation>Whistle {approved?approved:not approved}{blown?, blown:}</translation>
        </message>
        <message>
            <source>吹哨互评</source>
            <translation>Rate</translation>
        </message>
        <message>
            <source>吹哨互评超时</source>
            <translation>Whistle rating overdue</translation>
        </message>
        <message>
            <source>吹哨互评：{by_street?街道评[{unit}]:[{unit}]评街道}[ {score} 分]</source>
            <translation>Rating: {by_street?street rates[ {unit}]:[{unit} ]rates street}[ {score}]</translation>
        </message>
        <message>
            <source>吹哨会商</source>
            <translation>Whistles</translation>
        </message>
        <message>
            <source>吹哨办结</source>
            <translation>Close whistle</translation>
        </message>
        <message>
            <source>吹哨办结[，{rate_due} 前互评]</source>
            <translation>Whistle closed[, ratings due {rate_due}]</translation>
        </message>
        <message>
            <source>吹哨办结以后才能互评。</source>
            <translation>Ratings come once the whistle is closed.</translation>
        </message>
        <message>
            <source>吹哨办结后双方互评：街道评每个部门，每个部门评街道。</source>
            <translation>After the close both sides rate: the street each department, each department the street.</translation>
        </message>
        <message>
            <source>吹哨单</source>
            <translation>Whistles</translation>
        </message>
        <message>
            <source>吹哨单里。</source>
            <translation>In the list of whistles.</translation>
        </message>
        <message>
            <source>吹哨双方应在 {at} 前评完，已过 {span}</source>
            <translation>Whistle ratings were due {at}, {span} ago</translation>
        </message>
        <message>
            <source>吹哨和会商</source>
            <translation>Whistles and consultations</translation>
        </message>
        <message>
            <source>吹哨和部门</source>
            <translation>Whistles and departments</translation>
        </message>
        <message>
            <source>吹哨待互评</source>
            <translation>Whistle: to rate</translation>
        </message>
        <message>
            <source>吹哨待办结</source>
            <translation>Whistle: to deliver</translation>
        </message>
        <message>
            <source>吹哨待报到</source>
            <translation>Whistle: to check in</translation>
        </message>
        <message>
            <source>吹哨待签收</source>
            <translation>Whistle: to sign</translation>
        </message>
        <message>
            <source>吹哨待联系</source>
            <translation>Whistle: to contact</translation>
        </message>
        <message>
            <source>吹哨现在是“{state}”，不能做这一步；请刷新后再看。</source>
            <translation>The whistle is “{state}” now and cannot take this step; refresh and look again.</translation>
        </message>
        <message>
            <source>吹哨现在是“{state}”；吹响以后部门才能办理。</source>
            <translation>The whistle is “{state}”; departments act once it was blown.</translation>
        </message>
        <message>
            <source>吹哨规则</source>
            <translation>Whistle rules</translation>
        </message>
        <message>
            <source>吹哨规则：{sheet?导入:修改}[，改动 {changed}]</source>
            <translation>Whistle rules: {sheet?imported:edited}[, {changed} changed]</translation>
        </message>
        <message>
            <source>吹哨超时[：{units}]，列入督办</source>
            <translation>Whistle overdue[: {units}], listed for supervision</translation>
        </message>
        <message>
            <source>吹哨部门应在 {at} 前走完这一步，已过 {span}</source>
            <translation>Whistled department's step was due {at}, {span} ago</translation>
        </message>
        <message>
            <source>吹哨部门超时</source>
            <translation>Whistle: department late</translation>
        </message>
        <message>
            <source>吹哨：[{unit}]{by_code?凭码:到场}报到{late?（超时）:}</source>
            <translation>Whistle:[ {unit}] checked in {by_code?by code:at the place}{late? (late):}</translation>
        </message>
        <message>
            <source>吹哨：[{unit}]办结{late?（超时）:}</source>
            <translation>Whistle:[ {unit}] delivered{late? (late):}</translation>
        </message>
        <message>
            <source>吹哨：[{unit}]提出职责争议[：{reason}]</source>
            <translation>Whistle:[ {unit}] disputes its competence[: {reason}]</translation>
        </message>
        <message>
            <source>吹哨：[{unit}]申请退单[：{reason}]</source>
            <translation>Whistle:[ {unit}] asks to return[: {reason}]</translation>
        </message>
        <message>
            <source>吹哨：[{unit}]签收{late?（超时）:}</source>
            <translation>Whistle:[ {unit}] signed{late? (late):}</translation>
        </message>
        <message>
            <source>吹哨：[{unit}]联系{late?（超时）:}</source>
            <translation>Whistle:[ {unit}] made contact{late? (late):}</translation>
        </message>
        <message>
            <source>吹哨：[{unit}]退单{approved?获准:未获准，指定办理}</source>
            <translation>Whistle: return of[ {unit}] {approved?granted:refused, designated}</translation>
        </message>
        <message>
            <source>吹哨：下一步</source>
            <translation>Whistle: next step</translation>
        </message>
        <message>
            <source>吹哨：与[{unit}]协商</source>
            <translation>Whistle: negotiated with[ {unit}]</translation>
        </message>
        <message>
            <source>吹哨：争议指定[，由{lead}办理]</source>
            <translation>Whistle: dispute settled[, {lead} designated]</translation>
        </message>
        <message>
            <source>吹哨：催、退单、争议、准退、不准退</source>
            <translation>Whistle: urge, return, dispute, grant, refuse</translation>
        </message>
        <message>
            <source>吹哨：催办[{unit}]</source>
            <translation>Whistle: urged[ {unit}]</translation>
        </message>
        <message>
            <source>吹哨：全部、超时、待批、待评</source>
            <translation>Whistle: all, late, to approve, to rate</translation>
        </message>
        <message>
            <source>吹哨：协商、指定、撤回</source>
            <translation>Whistle: negotiate, designate, withdraw</translation>
        </message>
        <message>
            <source>吹错单位</source>
            <translation>Wrong unit called</translation>
        </message>
        <message>
            <source>告知上报人的话</source>
            <translation>What the reporter is told</translation>
        </message>
        <message>
            <source>周一</source>
            <translation>Mon</translation>
        </message>
        <message>
            <source>周一,周二,周三,周四,周五,周六,周日</source>
            <translation>Mon,Tue,Wed,Thu,Fri,Sat,Sun</translation>
        </message>
        <message>
            <source>周三</source>
            <translation>Wed</translation>
        </message>
        <message>
            <source>周二</source>
            <translation>Tue</translation>
        </message>
        <message>
            <source>周五</source>
            <translation>Fri</translation>
        </message>
        <message>
            <source>周六</source>
            <translation>Sat</translation>
        </message>
        <message>
            <source>周四</source>
            <translation>Thu</translation>
        </message>
        <message>
            <source>周日</source>
            <translation>Sun</translation>
        </message>
        <message>
            <source>命令</source>
            <translation>Command</translation>
        </message>
        <message>
            <source>命令行</source>
            <translation>Command line</translation>
        </message>
        <message>
            <source>命令行的回答</source>
            <translation>Answer of the command line</translation>
        </message>
        <message>
            <source>命令行里。</source>
            <translation>In the command line.</translation>
        </message>
        <message>
            <source>命令行：以前办过的</source>
            <translation>Command line: earlier lines</translation>
        </message>
        <message>
            <source>命令行：打开填好的表单</source>
            <translation>Command line: open the filled form</translation>
        </message>
        <message>
            <source>命令行：补全，没有可补的即打开表单</source>
            <translation>Command line: complete, or open the form</translation>
        </message>
        <message>
            <source>和现在一样，没有要改的。</source>
            <translation>It is the same as now, nothing to change.</translation>
        </message>
        <message>
            <source>和现行的一样，没有要保存的改动</source>
            <translation>The same as the current one, nothing to save</translation>
        </message>
        <message>
            <source>响应级别</source>
            <translation>Response level</translation>
        </message>
        <message>
            <source>响给{who}</source>
            <translation>rings for {who}</translation>
        </message>
        <message>
            <source>响给所有人</source>
            <translation>rings for everybody</translation>
        </message>
        <message>
            <source>哨</source>
            <translation>Whistle</translation>
        </message>
        <message>
            <source>哨待吹</source>
            <translation>Whistle to blow</translation>
        </message>
        <message>
            <source>哨待批</source>
            <translation>Whistle to approve</translation>
        </message>
        <message>
            <source>哨超时</source>
            <translation>Whistle late</translation>
        </message>
        <message>
            <source>哪一行</source>
            <translation>Line</translation>
        </message>
        <message>
            <source>四、人员转移</source>
            <translation>4. Evacuation</translation>
        </message>
        <message>
            <source>四、未结吹哨、督办、申请、回访</source>
            <translation>4. Open whistles, supervisions, requests, call-backs</translation>
        </message>
        <message>
            <source>回到我的布局</source>
            <translation>Back to my layout</translation>
        </message>
        <message>
            <source>回到现在 Esc</source>
            <translation>Back to now Esc</translation>
        </message>
        <message>
            <source>回到自己保存的布局；“恢复布局”则回到原来的。</source>
            <translation>Brings back the layout you saved; “Restore layout” brings the delivered one.</translation>
        </message>
        <message>
            <source>回放</source>
            <translation>Replay</translation>
        </message>
        <message>
            <source>回放 Ctrl+P</source>
            <translation>Replay Ctrl+P</translation>
        </message>
        <message>
            <source>回放 {street} {since} 至 {until}</source>
            <translation>Replay of {street}, {since} to {until}</translation>
        </message>
        <message>
            <source>回放中不能办理：按 Esc 回到现在，或点队列</source>
            <translation>Nothing can be done in the replay: Esc goes back to now, or click the queue</translation>
        </message>
        <message>
            <source>回放什么</source>
            <translation>What to replay</translation>
        </message>
        <message>
            <source>回放的事件</source>
            <translation>Events of the replay</translation>
        </message>
        <message>
            <source>回放的时刻</source>
            <translation>Moment of the replay</translation>
        </message>
        <message>
            <source>回放的时间段不对，最多 {most} 天。</source>
            <translation>The span to replay is wrong; at most {most} days.</translation>
        </message>
        <message>
            <source>回放过去的一段时间或一次应急；实时队列和报警照常。</source>
            <translation>Plays back a past span or an emergency; the live queue and alarms go on.</translation>
        </message>
        <message>
            <source>回放里。</source>
            <translation>In the replay.</translation>
        </message>
        <message>
            <source>回放：上一条、下一条事件</source>
            <translation>Replay: previous, next event</translation>
        </message>
        <message>
            <source>回放：回到现在</source>
            <translation>Replay: back to now</translation>
        </message>
        <message>
            <source>回放：导出网页</source>
            <translation>Replay: export as a page</translation>
        </message>
        <message>
            <source>回放：按编号或文字找事件</source>
            <translation>Replay: find an event by number or words</translation>
        </message>
        <message>
            <source>回放：播放、暂停</source>
            <translation>Replay: play, pause</translation>
        </message>
        <message>
            <source>回放：速度</source>
            <translation>Replay: speed</translation>
        </message>
        <message>
            <source>回访</source>
            <translation>Call-back</translation>
        </message>
        <message>
            <source>回访 %1</source>
            <translation>Call-backs %1</translation>
        </message>
        <message>
            <source>回访不满意后重办，新时限从此起算；另定等级或时限须值班长。</source>
            <translation>Redoes the case after a bad call-back with a new time limit; another level or limit needs the shift lead.</translation>
        </message>
        <message>
            <source>回访和督办单</source>
            <translation>Call-backs and supervision orders</translation>
        </message>
        <message>
            <source>回访基本满意结案</source>
            <translation>Closed, fairly satisfied</translation>
        </message>
        <message>
            <source>回访满意结案</source>
            <translation>Closed, satisfied</translation>
        </message>
        <message>
            <source>回访督办</source>
            <translation>Call-backs</translation>
        </message>
        <message>
            <source>回访结案</source>
            <translation>Closed after call-back</translation>
        </message>
        <message>
            <source>回访联系</source>
            <translation>Call-back</translation>
        </message>
        <message>
            <source>回访话术</source>
            <translation>Call-back scripts</translation>
        </message>
        <message>
            <source>回访话术：{sheet?导入:修改}[，新增 {added}][，改动 {changed}][，删除 {removed}]</source>
            <translation>Call-back scripts: {sheet?imported:edited}[, {added} added][, {changed} changed][, {removed} removed]</translation>
        </message>
        <message>
            <source>回访超时</source>
            <translation>Call-back late</translation>
        </message>
        <message>
            <source>回访问题</source>
            <translation>Questions of the call</translation>
        </message>
        <message>
            <source>回访队列</source>
            <translation>Call-back queue</translation>
        </message>
        <message>
            <source>回访队列里。</source>
            <translation>In the call-back queue.</translation>
        </message>
        <message>
            <source>回访：开始，或办欠着的下一步</source>
            <translation>Call-back: begin, or do what is owed next</translation>
        </message>
        <message>
            <source>回访：满意、基本满意、不满意、未联系上</source>
            <translation>Call-back: satisfied, mostly, not satisfied, not reached</translation>
        </message>
        <message>
            <source>回访：看电话</source>
            <translation>Call-back: see the telephone</translation>
        </message>
        <message>
            <source>回访：督办、会商、重办</source>
            <translation>Call-back: supervise, consult, redo</translation>
        </message>
        <message>
            <source>回访：问题答是、否</source>
            <translation>Call-back: a question's yes, no</translation>
        </message>
        <message>
            <source>回车或直接输入姓名、拼音首字母改人 · Del 清空 · F8 下一处问题 · Esc 返回队列</source>
            <translation>Enter, or type a name or pinyin initials · Del empties · F8 next fault · Esc to the queue</translation>
        </message>
        <message>
            <source>回避</source>
            <translation>Recusal</translation>
        </message>
        <message>
            <source>国务院通知</source>
            <translation>State Council notice</translation>
        </message>
        <message>
            <source>图上 {n} 件，无位置 {m} 件；数字是表中的序号。</source>
            <translation>{n} on the map, {m} without a place; the figure is the number in the table.</translation>
        </message>
        <message>
            <source>图层</source>
            <translation>Layers</translation>
        </message>
        <message>
            <source>图层“{layer}”已显示</source>
            <translation>Layer “{layer}” is shown</translation>
        </message>
        <message>
            <source>图层“{layer}”已隐藏</source>
            <translation>Layer “{layer}” is hidden</translation>
        </message>
        <message>
            <source>图层：{layer}</source>
            <translation>Layer: {layer}</translation>
        </message>
        <message>
            <source>图片</source>
            <translation>Pictures</translation>
        </message>
        <message>
            <source>图片 (*.png *.jpg *.jpeg)</source>
            <translation>Pictures (*.png *.jpg *.jpeg)</translation>
        </message>
        <message>
            <source>图片 (*.png)</source>
            <translation>Picture (*.png)</translation>
        </message>
        <message>
            <source>图片 {n} 张</source>
            <translation>{n} pictures</translation>
        </message>
        <message>
            <source>图片太大或是空的；请换一张或压缩后再添加。</source>
            <translation>The picture is too large or empty; take another, or make it smaller.</translation>
        </message>
        <message>
            <source>图片对比</source>
            <translation>Compare pictures</translation>
        </message>
        <message>
            <source>图片对比里。</source>
            <translation>In the pictures panel.</translation>
        </message>
        <message>
            <source>图片文件读不出来；请看看它还在不在、能不能打开。</source>
            <translation>The picture file cannot be read. See whether it is still there and can be opened.</translation>
        </message>
        <message>
            <source>图片格式不支持；请用 JPEG 或 PNG。</source>
            <translation>This kind of picture is not taken; use JPEG or PNG.</translation>
        </message>
        <message>
            <source>图片没有存好；请重新添加。</source>
            <translation>A picture was not saved; add it again.</translation>
        </message>
        <message>
            <source>图片还在保存，请稍候</source>
            <translation>Pictures are still being saved, wait a moment</translation>
        </message>
        <message>
            <source>图片还在保存，请稍候再受理</source>
            <translation>Pictures are still being saved, wait a moment and take it in then</translation>
        </message>
        <message>
            <source>图表 · {what}</source>
            <translation>Chart · {what}</translation>
        </message>
        <message>
            <source>图表所选</source>
            <translation>Picked in a chart</translation>
        </message>
        <message>
            <source>在位</source>
            <translation>here</translation>
        </message>
        <message>
            <source>在办</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>在办 %1</source>
            <translation>Open %1</translation>
        </message>
        <message>
            <source>在办 {number}</source>
            <translation>On case {number}</translation>
        </message>
        <message>
            <source>在办 {open} 件。</source>
            <translation>{open} open. </translation>
        </message>
        <message>
            <source>在办 {value} 件</source>
            <translation>{value} cases in hand</translation>
        </message>
        <message>
            <source>在办件数</source>
            <translation>Open cases</translation>
        </message>
        <message>
            <source>在办时龄</source>
            <translation>Age of open</translation>
        </message>
        <message>
            <source>在办的吹哨和各部门的下一步，超时的在前；双方评完才下单。</source>
            <translation>Whistles at work and each department's next step, late ones first; listed until both sides have rated.</translation>
        </message>
        <message>
            <source>在办队伍最少等（分）</source>
            <translation>Least wait for a team at work (min)</translation>
        </message>
        <message>
            <source>在地图上回放这次应急（同一文件夹里的 {file}）</source>
            <translation>Replay this emergency on the map ({file} in the same folder)</translation>
        </message>
        <message>
            <source>在岗</source>
            <translation>On duty</translation>
        </message>
        <message>
            <source>在岗 {n} 人</source>
            <translation>{n} on shift</translation>
        </message>
        <message>
            <source>在岗 {on}/{all}</source>
            <translation>On duty {on}/{all}</translation>
        </message>
        <message>
            <source>在岗网格员</source>
            <translation>Grid members on duty</translation>
        </message>
        <message>
            <source>在岗网格员 %1</source>
            <translation>Grid members on duty: %1</translation>
        </message>
        <message>
            <source>在手</source>
            <translation>Open now</translation>
        </message>
        <message>
            <source>在手：现在归本级的未结案卷，待立案的也算。</source>
            <translation>Open now: cases with this level that are not ended, reports waiting to be filed included.</translation>
        </message>
        <message>
            <source>在线坐席</source>
            <translation>Seats</translation>
        </message>
        <message>
            <source>在表中查找</source>
            <translation>Find in the table</translation>
        </message>
        <message>
            <source>在谁手里</source>
            <translation>Held by</translation>
        </message>
        <message>
            <source>在队列或地图上选一件案卷，这里就显示它的经过、下一步和承诺</source>
            <translation>Select a case in the queue or on the map: its story, next step and promises show here</translation>
        </message>
        <message>
            <source>在队列或地图上选一件案卷，这里并排看处置前后的图片</source>
            <translation>Select a case in the queue or on the map to see its pictures before and after side by side</translation>
        </message>
        <message>
            <source>在队列里列出这些案卷</source>
            <translation>List these cases in the queue</translation>
        </message>
        <message>
            <source>地图</source>
            <translation>Map</translation>
        </message>
        <message>
            <source>地图上显示或隐藏；级别变了，图层跟着预案走。</source>
            <translation>Shown or hidden on the map; with another level the layers follow the plan.</translation>
        </message>
        <message>
            <source>地图为主</source>
            <translation>map first</translation>
        </message>
        <message>
            <source>地图留在主窗口；另一块屏幕上的地图用大屏（Ctrl+Alt+F）</source>
            <translation>The map stays in the main window; for a map on another screen use the wall (Ctrl+Alt+F)</translation>
        </message>
        <message>
            <source>地图自动跟随所选案卷 (F)</source>
            <translation>The map follows the picked case by itself (F)</translation>
        </message>
        <message>
            <source>地图跟随</source>
            <translation>Map follows</translation>
        </message>
        <message>
            <source>地图重新自动跟随所选案卷。</source>
            <translation>Lets the map follow the picked case again.</translation>
        </message>
        <message>
            <source>地址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>地址、路名、社区或网格码；也可在地图上点</source>
            <translation>Address, road, grid code; or click the map</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>地点(&amp;A)</source>
            <translation>Place (&amp;A)</translation>
        </message>
        <message>
            <source>地点不在任何网格内；请在地图上点选或填网格编码。</source>
            <translation>The place is in no grid; click on the map or enter a grid code.</translation>
        </message>
        <message>
            <source>地点不在本社区[（在{community}）]；请核对地点，或请那个社区上报。</source>
            <translation>The place is not in this community[ (it is in {community})]; check it, or ask that community to report.</translation>
        </message>
        <message>
            <source>地点不明</source>
            <translation>Place unknown</translation>
        </message>
        <message>
            <source>地点不明，无法核对</source>
            <translation>Place unclear, cannot be verified</translation>
        </message>
        <message>
            <source>地点最多 200 字</source>
            <translation>The place: 200 characters at most</translation>
        </message>
        <message>
            <source>坐席 %1</source>
            <translation>Seat %1</translation>
        </message>
        <message>
            <source>坐席 {seat} 换人</source>
            <translation>Another person at seat {seat}</translation>
        </message>
        <message>
            <source>坐席换人</source>
            <translation>Seat taken</translation>
        </message>
        <message>
            <source>坐席程序版本（{seat}）与服务器（{server}）不同；请升级坐席程序。</source>
            <translation>The seat's version ({seat}) differs from the server's ({server}); update the seat.</translation>
        </message>
        <message>
            <source>基本满意</source>
            <translation>Fairly satisfied</translation>
        </message>
        <message>
            <source>基础网格</source>
            <translation>basic grid</translation>
        </message>
        <message>
            <source>填名称和代码建立；带标准目录、时限、单位、日历，没有虚构的人和案件</source>
            <translation>Founded by name and code: standard catalogue, limits, units and calendar, nobody invented</translation>
        </message>
        <message>
            <source>增加这一级</source>
            <translation>level added</translation>
        </message>
        <message>
            <source>声音</source>
            <translation>Sound</translation>
        </message>
        <message>
            <source>声音“{sound}”，响一次</source>
            <translation>Sound “{sound}”, once</translation>
        </message>
        <message>
            <source>声音“{sound}”，每 {n} 秒一次，直到知悉</source>
            <translation>Sound “{sound}”, every {n} s until acknowledged</translation>
        </message>
        <message>
            <source>处</source>
            <translation>places</translation>
        </message>
        <message>
            <source>处理情况</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>处置</source>
            <translation>Handle</translation>
        </message>
        <message>
            <source>处置中</source>
            <translation>Handling</translation>
        </message>
        <message>
            <source>处置前</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>处置前和处置后的图片</source>
            <translation>Pictures before and after</translation>
        </message>
        <message>
            <source>处置前图片：前后翻看</source>
            <translation>Pictures before: turn over</translation>
        </message>
        <message>
            <source>处置单位</source>
            <translation>Handling unit</translation>
        </message>
        <message>
            <source>处置卡</source>
            <translation>Run cards</translation>
        </message>
        <message>
            <source>处置卡“%1”没有试用过就启用了：Ctrl+T 随时可试</source>
            <translation>The run card "%1" was switched on without a trial: Ctrl+T tries it at any time</translation>
        </message>
        <message>
            <source>处置卡“{card}”的时段或队伍写法有误，不能试用；请先改正。</source>
            <translation>The hours or teams of run card “{card}” cannot be read, so it cannot be tried; correct them first.</translation>
        </message>
        <message>
            <source>处置卡“{name}”：</source>
            <translation>Run card “{name}”: </translation>
        </message>
        <message>
            <source>处置卡所要队伍不足，缺 {value}</source>
            <translation>too few teams for the run card, missing {value}</translation>
        </message>
        <message>
            <source>处置卡：{sheet?导入:修改}[，新增 {added}][，改动 {changed}][，删除 {removed}]</source>
            <translation>Run cards: {sheet?imported:edited}[, {added} added][, {changed} changed][, {removed} removed]</translation>
        </message>
        <message>
            <source>处置后</source>
            <translation>After</translation>
        </message>
        <message>
            <source>处置后图片：前后翻看</source>
            <translation>Pictures after: turn over</translation>
        </message>
        <message>
            <source>处置超时</source>
            <translation>Handling late</translation>
        </message>
        <message>
            <source>备勤</source>
            <translation>on call</translation>
        </message>
        <message>
            <source>备注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>备注（可不填）</source>
            <translation>Remarks (optional)</translation>
        </message>
        <message>
            <source>复制本周</source>
            <translation>Copy week</translation>
        </message>
        <message>
            <source>复开</source>
            <translation>Reopen</translation>
        </message>
        <message>
            <source>复查恢复</source>
            <translation>Review, resume</translation>
        </message>
        <message>
            <source>复查日</source>
            <translation>Review day</translation>
        </message>
        <message>
            <source>复查日 {}</source>
            <translation>Review day {}</translation>
        </message>
        <message>
            <source>复查日期要在明天到 {last} 之间（最长 30 天）。</source>
            <translation>The review day is between tomorrow and {last} (30 days at most).</translation>
        </message>
        <message>
            <source>复盘报告</source>
            <translation>review report</translation>
        </message>
        <message>
            <source>复盘报告已记入，不能再改</source>
            <translation>The review is recorded and does not change any more</translation>
        </message>
        <message>
            <source>复盘记入</source>
            <translation>Review by</translation>
        </message>
        <message>
            <source>外部平台</source>
            <translation>Outside platform</translation>
        </message>
        <message>
            <source>多人一起办：填地址和证书指纹，再登录</source>
            <translation>Many seats on one street: address, fingerprint, login</translation>
        </message>
        <message>
            <source>多案派遣</source>
            <translation>Plan several</translation>
        </message>
        <message>
            <source>多案派遣里。</source>
            <translation>In the plan for several.</translation>
        </message>
        <message>
            <source>多案：勾选、全勾</source>
            <translation>Plan: tick, tick all</translation>
        </message>
        <message>
            <source>多案：单独派这件</source>
            <translation>Plan: send this one alone</translation>
        </message>
        <message>
            <source>多案：另选统计</source>
            <translation>Plan: count of other choices</translation>
        </message>
        <message>
            <source>多案：派全部可派的</source>
            <translation>Plan: send all that can go</translation>
        </message>
        <message>
            <source>多案：派所勾的</source>
            <translation>Plan: send what is ticked</translation>
        </message>
        <message>
            <source>多案：重新编排</source>
            <translation>Plan: plan again</translation>
        </message>
        <message>
            <source>多次联系不上，改由主办承担</source>
            <translation>Cannot be reached, the lead takes it over</translation>
        </message>
        <message>
            <source>夜班</source>
            <translation>Night shift</translation>
        </message>
        <message>
            <source>夜间（22:00–06:00）和法定节假日不得实施强制执行，情况紧急的除外</source>
            <translation>No coercive execution at night (22:00–06:00) or on public holidays, unless urgent</translation>
        </message>
        <message>
            <source>大</source>
            <translation>loud</translation>
        </message>
        <message>
            <source>大型聚集</source>
            <translation>crowd</translation>
        </message>
        <message>
            <source>大字</source>
            <translation>Large</translation>
        </message>
        <message>
            <source>大屏</source>
            <translation>Wall</translation>
        </message>
        <message>
            <source>大屏 · {street}</source>
            <translation>Wall · {street}</translation>
        </message>
        <message>
            <source>大屏停在这一页，再按继续换页。</source>
            <translation>Keeps the wall's page; again lets the pages turn.</translation>
        </message>
        <message>
            <source>大屏马上换到下一页。</source>
            <translation>Turns the wall to its next page at once.</translation>
        </message>
        <message>
            <source>大屏：下一页</source>
            <translation>Wall: next page</translation>
        </message>
        <message>
            <source>大屏：停住、继续</source>
            <translation>Wall: hold, go on</translation>
        </message>
        <message>
            <source>天</source>
            <translation>d</translation>
        </message>
        <message>
            <source>天数要在 1 到 {most} 之间。</source>
            <translation>The days must be from 1 to {most}.</translation>
        </message>
        <message>
            <source>天数超出可查范围；请改小。</source>
            <translation>More days than can be asked for; make the number smaller.</translation>
        </message>
        <message>
            <source>天气</source>
            <translation>weather</translation>
        </message>
        <message>
            <source>天气影响施工或处置</source>
            <translation>Weather hinders works or handling</translation>
        </message>
        <message>
            <source>如 22:00-06:00，空着不设</source>
            <translation>22:00-06:00, empty for none</translation>
        </message>
        <message>
            <source>如：石碁镇</source>
            <translation>such as Shiqi</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>姓名(&amp;N)</source>
            <translation>Name (&amp;N)</translation>
        </message>
        <message>
            <source>姓名、拼音首字母或岗位</source>
            <translation>Name, pinyin initials or role</translation>
        </message>
        <message>
            <source>姓名或密码不对；请重新输入，连错五次会锁定。</source>
            <translation>Name or password is wrong; type them again. Five errors in a row lock the account.</translation>
        </message>
        <message>
            <source>姓名或拼音首字母</source>
            <translation>Name or pinyin initials</translation>
        </message>
        <message>
            <source>姓名或拼音首字母，几个人用“、”分开</source>
            <translation>Name or pinyin initials, several parted by commas</translation>
        </message>
        <message>
            <source>姓名或编号</source>
            <translation>Name or id</translation>
        </message>
        <message>
            <source>姓名是遮住的，不能断定是谁：请按 {rows} 写</source>
            <translation>The name is masked, so who is meant is not certain: write one of {rows}</translation>
        </message>
        <message>
            <source>子卷</source>
            <translation>Sub-docket</translation>
        </message>
        <message>
            <source>子卷 {at} 到期</source>
            <translation>Sub-docket due {at}</translation>
        </message>
        <message>
            <source>子卷办结</source>
            <translation>Close sub-docket</translation>
        </message>
        <message>
            <source>子卷将到期</source>
            <translation>Sub-docket due soon</translation>
        </message>
        <message>
            <source>子卷已报告</source>
            <translation>Sub-docket reported</translation>
        </message>
        <message>
            <source>子卷已报告或决定[：{of}]{late?（超过时限）:}</source>
            <translation>Sub-docket reported or decided[: {of}]{late? (late):}</translation>
        </message>
        <message>
            <source>子卷已经结束，不能再改。</source>
            <translation>The sub-docket is closed and cannot be changed.</translation>
        </message>
        <message>
            <source>子卷延期[，至 {limit_on}]</source>
            <translation>Sub-docket extended[ to {limit_on}]</translation>
        </message>
        <message>
            <source>子卷延长</source>
            <translation>Extend sub-docket</translation>
        </message>
        <message>
            <source>子卷报告</source>
            <translation>Report sub-docket</translation>
        </message>
        <message>
            <source>子卷有了结果，予以办结。</source>
            <translation>The sub-docket has its outcome and is closed.</translation>
        </message>
        <message>
            <source>子卷的法定期限 {at} 已过 {span}</source>
            <translation>Sub-docket's term of law {at} passed {span} ago</translation>
        </message>
        <message>
            <source>子卷的法定期限临近，{at} 起提醒</source>
            <translation>Sub-docket's term of law is near, warned since {at}</translation>
        </message>
        <message>
            <source>子卷结束：{outcome}</source>
            <translation>Sub-docket closed: {outcome}</translation>
        </message>
        <message>
            <source>子卷超时</source>
            <translation>Sub-docket late</translation>
        </message>
        <message>
            <source>字词</source>
            <translation>Words</translation>
        </message>
        <message>
            <source>存为新版</source>
            <translation>Save version</translation>
        </message>
        <message>
            <source>存为新版 Ctrl+S</source>
            <translation>Save version Ctrl+S</translation>
        </message>
        <message>
            <source>存视图</source>
            <translation>Save view</translation>
        </message>
        <message>
            <source>安</source>
            <translation>S</translation>
        </message>
        <message>
            <source>安监</source>
            <translation>Safety</translation>
        </message>
        <message>
            <source>安置点</source>
            <translation>shelter</translation>
        </message>
        <message>
            <source>安置点 Ctrl+P</source>
            <translation>Shelters Ctrl+P</translation>
        </message>
        <message>
            <source>安置点和危险点</source>
            <translation>Shelters and danger points</translation>
        </message>
        <message>
            <source>安置点已满（可容 {capacity} 人）；请选另一处。</source>
            <translation>The shelter is full ({capacity} places); choose another one.</translation>
        </message>
        <message>
            <source>安置点或危险点更新</source>
            <translation>shelter or danger point changed</translation>
        </message>
        <message>
            <source>完成</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>定下会商的时间、单位和议题；开完后在吹哨页记录决定和任务。</source>
            <translation>Set time, units and matter of a consultation; its decision and tasks are recorded on the whistle page afterwards.</translation>
        </message>
        <message>
            <source>定时报平安</source>
            <translation>Check-in timer</translation>
        </message>
        <message>
            <source>实战</source>
            <translation>Real</translation>
        </message>
        <message>
            <source>实报</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>实施行政强制前须报负责人批准；情况紧急当场实施的，24 小时内报告</source>
            <translation>Coercion needs the approval of the person in charge; done urgently on the spot, report it within 24 hours</translation>
        </message>
        <message>
            <source>实际派了别的主办：{units}</source>
            <translation>Another unit led: {units}</translation>
        </message>
        <message>
            <source>审批</source>
            <translation>Decide </translation>
        </message>
        <message>
            <source>审计员</source>
            <translation>Auditor</translation>
        </message>
        <message>
            <source>容量要在 1 到 99999 人之间。</source>
            <translation>Places lie between 1 and 99,999.</translation>
        </message>
        <message>
            <source>宽限几秒</source>
            <translation>Grace (s)</translation>
        </message>
        <message>
            <source>密码</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>密码不能与人员编号相同；请另设。</source>
            <translation>The password must not be the person's id; choose another.</translation>
        </message>
        <message>
            <source>密码和解锁不能代办；请本人或管理员登录后办。</source>
            <translation>Passwords and unlocking cannot be done for somebody else; log in as that person or as administrator.</translation>
        </message>
        <message>
            <source>密码已设置；这个人已登录的坐席要重新登录</source>
            <translation>The password is set; seats where this person is logged in must log in again</translation>
        </message>
        <message>
            <source>密码要 {least} 到 {most} 个字符；请重新设置。</source>
            <translation>A password has {least} to {most} characters; choose another.</translation>
        </message>
        <message>
            <source>密钥 {file} 不是本街道的，查不到以前的来电人；请从备份取回正确的。</source>
            <translation>The key {file} is not this street's, earlier callers are not found; bring the right one back from a backup.</translation>
        </message>
        <message>
            <source>密钥文件 {file} 已损坏，来电号码无法再查；请用备份恢复。</source>
            <translation>The key file {file} is damaged and phones can no longer be looked up; restore it from a backup.</translation>
        </message>
        <message>
            <source>寒潮</source>
            <translation>cold wave</translation>
        </message>
        <message>
            <source>对{unit}的评价已经有了，不能再评。</source>
            <translation>{unit} was rated already and cannot be rated again.</translation>
        </message>
        <message>
            <source>对所选各件说的话</source>
            <translation>Words for the picked cases</translation>
        </message>
        <message>
            <source>对讲机</source>
            <translation>radio</translation>
        </message>
        <message>
            <source>导入</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>导入 Ctrl+I</source>
            <translation>Import Ctrl+I</translation>
        </message>
        <message>
            <source>导入、导出预案</source>
            <translation>Import, export a plan</translation>
        </message>
        <message>
            <source>导入值班表</source>
            <translation>Import roster</translation>
        </message>
        <message>
            <source>导入历史案卷[，编号 {number}][，原主办{unit}]</source>
            <translation>Old case imported[, number {number}][, lead was {unit}]</translation>
        </message>
        <message>
            <source>导入时已结案</source>
            <translation>Closed when imported</translation>
        </message>
        <message>
            <source>导入表格</source>
            <translation>Import a sheet</translation>
        </message>
        <message>
            <source>导入转移名单</source>
            <translation>Import the evacuation list</translation>
        </message>
        <message>
            <source>导入边界[，{areas} 个区域]</source>
            <translation>Boundaries imported[, {areas} areas]</translation>
        </message>
        <message>
            <source>导入预案</source>
            <translation>Import a plan</translation>
        </message>
        <message>
            <source>导入预览</source>
            <translation>What the import would do</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>导出 Ctrl+E</source>
            <translation>Export Ctrl+E</translation>
        </message>
        <message>
            <source>导出值班表</source>
            <translation>Export roster</translation>
        </message>
        <message>
            <source>导出回放网页</source>
            <translation>Export the replay as a page</translation>
        </message>
        <message>
            <source>导出复盘报告</source>
            <translation>Export the review</translation>
        </message>
        <message>
            <source>导出态势</source>
            <translation>Export the charts</translation>
        </message>
        <message>
            <source>导出网页 Ctrl+E</source>
            <translation>Export as a page Ctrl+E</translation>
        </message>
        <message>
            <source>导出表格</source>
            <translation>Export a sheet</translation>
        </message>
        <message>
            <source>导出表格或图片</source>
            <translation>Export a sheet or a picture</translation>
        </message>
        <message>
            <source>导出转移统计</source>
            <translation>Export evacuation counts</translation>
        </message>
        <message>
            <source>导出预案</source>
            <translation>Export the plan</translation>
        </message>
        <message>
            <source>将{n}</source>
            <translation>{n} near</translation>
        </message>
        <message>
            <source>将删除</source>
            <translation>To be removed</translation>
        </message>
        <message>
            <source>将到期</source>
            <translation>Due soon</translation>
        </message>
        <message>
            <source>将到期 %1</source>
            <translation>Due soon %1</translation>
        </message>
        <message>
            <source>小</source>
            <translation>low</translation>
        </message>
        <message>
            <source>小声</source>
            <translation>Soft</translation>
        </message>
        <message>
            <source>小时</source>
            <translation>hours</translation>
        </message>
        <message>
            <source>小时数超出可查范围；请改小。</source>
            <translation>More hours than can be asked for; make the number smaller.</translation>
        </message>
        <message>
            <source>小计</source>
            <translation>Subtotal</translation>
        </message>
        <message>
            <source>小问题不出网格、大问题不出社区、复杂问题不出镇街</source>
            <translation>Small matters stay in the grid, large ones in the community, hard ones in the street</translation>
        </message>
        <message>
            <source>尚有 {n} 次未报。</source>
            <translation>{n} not sent.</translation>
        </message>
        <message>
            <source>尚未召开</source>
            <translation>Not held yet</translation>
        </message>
        <message>
            <source>尚未立案，没有编号</source>
            <translation>Not filed yet, no number</translation>
        </message>
        <message>
            <source>就座</source>
            <translation>Seat</translation>
        </message>
        <message>
            <source>就座人员筛选</source>
            <translation>Filter of people</translation>
        </message>
        <message>
            <source>就座接班 Enter</source>
            <translation>Sit down and receive Enter</translation>
        </message>
        <message>
            <source>层级</source>
            <translation>Tier</translation>
        </message>
        <message>
            <source>层级情况</source>
            <translation>Tiers</translation>
        </message>
        <message>
            <source>层级情况里。</source>
            <translation>In the figures of the tiers.</translation>
        </message>
        <message>
            <source>层级时限</source>
            <translation>Limits of levels</translation>
        </message>
        <message>
            <source>层级时限：{sheet?导入:修改}[，改动 {changed}]</source>
            <translation>Limits of levels: {sheet?imported:edited}[, {changed} changed]</translation>
        </message>
        <message>
            <source>层级超时</source>
            <translation>Tier overdue</translation>
        </message>
        <message>
            <source>层级：选期间</source>
            <translation>Tiers: choose the period</translation>
        </message>
        <message>
            <source>居民诉求</source>
            <translation>Resident's matter</translation>
        </message>
        <message>
            <source>岗位</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>岗位清单</source>
            <translation>Checklists of the posts</translation>
        </message>
        <message>
            <source>岗位清单（一行一条，1–5 换岗位）</source>
            <translation>Checklist by post (a line each, 1–5 changes the post)</translation>
        </message>
        <message>
            <source>巡查</source>
            <translation>Patrol</translation>
        </message>
        <message>
            <source>工作人员到得及时吗？</source>
            <translation>Did help come in time?</translation>
        </message>
        <message>
            <source>工作人员向您解释清楚了吗？</source>
            <translation>Was it explained to you clearly?</translation>
        </message>
        <message>
            <source>工作人员联系过您吗？</source>
            <translation>Did anybody of ours contact you?</translation>
        </message>
        <message>
            <source>工作台</source>
            <translation>Desk</translation>
        </message>
        <message>
            <source>工作小时</source>
            <translation>working hours</translation>
        </message>
        <message>
            <source>工作日</source>
            <translation>working days</translation>
        </message>
        <message>
            <source>工作时间</source>
            <translation>working time</translation>
        </message>
        <message>
            <source>工作状态</source>
            <translation>Mode</translation>
        </message>
        <message>
            <source>工号或姓名</source>
            <translation>Badge number or name</translation>
        </message>
        <message>
            <source>左边的实时队列和报警照常，不受影响。</source>
            <translation>the live queue at the left and its alarms go on untouched.</translation>
        </message>
        <message>
            <source>已 {span}</source>
            <translation>{span} so far</translation>
        </message>
        <message>
            <source>已不在待派遣</source>
            <translation>no longer to be sent</translation>
        </message>
        <message>
            <source>已与服务器屏幕核对，完全一致(&amp;S)</source>
            <translation>Compared with the server's screen: the same (&amp;S)</translation>
        </message>
        <message>
            <source>已与诉求人取得联系，联系时限停止。</source>
            <translation>The complainant has been contacted; the contact clock stops.</translation>
        </message>
        <message>
            <source>已互评</source>
            <translation>Rated</translation>
        </message>
        <message>
            <source>已作决定</source>
            <translation>Decided</translation>
        </message>
        <message>
            <source>已作处理决定</source>
            <translation>Decision made</translation>
        </message>
        <message>
            <source>已作废</source>
            <translation>Voided</translation>
        </message>
        <message>
            <source>已做 %1/%2</source>
            <translation>Done %1/%2</translation>
        </message>
        <message>
            <source>已做过的</source>
            <translation>What was tried</translation>
        </message>
        <message>
            <source>已免办</source>
            <translation>Waived</translation>
        </message>
        <message>
            <source>已全部确认</source>
            <translation>all acknowledged</translation>
        </message>
        <message>
            <source>已冻结</source>
            <translation>frozen</translation>
        </message>
        <message>
            <source>已列入整治计划</source>
            <translation>Already in a works plan</translation>
        </message>
        <message>
            <source>已到 {used}</source>
            <translation>{used} there</translation>
        </message>
        <message>
            <source>已办结</source>
            <translation>Delivered</translation>
        </message>
        <message>
            <source>已办结：{}</source>
            <translation>Closed: {}</translation>
        </message>
        <message>
            <source>已勾 %1，W 一起知悉</source>
            <translation>%1 ticked, W acknowledges them together</translation>
        </message>
        <message>
            <source>已勾 {n}</source>
            <translation>{n} ticked</translation>
        </message>
        <message>
            <source>已勾选</source>
            <translation>ticked</translation>
        </message>
        <message>
            <source>已双方签字，不能再改</source>
            <translation>signed by both, nothing changes any more</translation>
        </message>
        <message>
            <source>已发布</source>
            <translation>published</translation>
        </message>
        <message>
            <source>已发布的是：{who}</source>
            <translation>Published: {who}</translation>
        </message>
        <message>
            <source>已取消</source>
            <translation>Called off</translation>
        </message>
        <message>
            <source>已取消勾选</source>
            <translation>Unticked</translation>
        </message>
        <message>
            <source>已受理；之后改动的内容不在其中</source>
            <translation>Taken in; what was changed since is not part of it</translation>
        </message>
        <message>
            <source>已召开</source>
            <translation>Held</translation>
        </message>
        <message>
            <source>已召集</source>
            <translation>Called</translation>
        </message>
        <message>
            <source>已召集 %1 队</source>
            <translation>%1 teams called</translation>
        </message>
        <message>
            <source>已召集的会商、会商决定和没办完的任务。</source>
            <translation>Consultations called, their decisions and tasks not done yet.</translation>
        </message>
        <message>
            <source>已召集的会商不开了，写明理由。</source>
            <translation>A called consultation will not be held; say why.</translation>
        </message>
        <message>
            <source>已召集过{team}，正在等答复。</source>
            <translation>{team} was called already and has not answered yet.</translation>
        </message>
        <message>
            <source>已同意</source>
            <translation>Approved</translation>
        </message>
        <message>
            <source>已吹哨</source>
            <translation>Blown</translation>
        </message>
        <message>
            <source>已复盘</source>
            <translation>reviewed</translation>
        </message>
        <message>
            <source>已存 {n} 个文件到 {folder}：{file} 等</source>
            <translation>{n} files saved to {folder}: {file} and others</translation>
        </message>
        <message>
            <source>已存为第 %1 版，以后的切换按它；进行中的应急仍按原来的版本</source>
            <translation>Saved as version %1 for switches to come; an emergency under way keeps its version</translation>
        </message>
        <message>
            <source>已存在本机，连接恢复后自动发出</source>
            <translation>Kept on this computer; it is sent when the link is back</translation>
        </message>
        <message>
            <source>已完成</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>已导出 {count} 行到 {file}</source>
            <translation>{count} rows exported to {file}</translation>
        </message>
        <message>
            <source>已导出到 {file}</source>
            <translation>Exported to {file}</translation>
        </message>
        <message>
            <source>已导出回放：{file}（{mega:.1f} MB），断网也能打开，不含个人信息</source>
            <translation>Replay exported: {file} ({mega:.1f} MB); opens without a network, holds no personal data</translation>
        </message>
        <message>
            <source>已导出：%1</source>
            <translation>Exported: %1</translation>
        </message>
        <message>
            <source>已并案</source>
            <translation>Merged</translation>
        </message>
        <message>
            <source>已打印 %1 页到 %2</source>
            <translation>%1 pages printed to %2</translation>
        </message>
        <message>
            <source>已批准待吹</source>
            <translation>Approved</translation>
        </message>
        <message>
            <source>已报</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>已报到</source>
            <translation>Checked in</translation>
        </message>
        <message>
            <source>已报告 {}</source>
            <translation>Reported {}</translation>
        </message>
        <message>
            <source>已指定</source>
            <translation>designated</translation>
        </message>
        <message>
            <source>已按期清除</source>
            <translation>Erased on schedule</translation>
        </message>
        <message>
            <source>已提出演练：%1 %2，编号 %3，等第二人确认</source>
            <translation>Drill proposed: %1 %2, number %3; a second person confirms it</translation>
        </message>
        <message>
            <source>已提出，等第二人确认</source>
            <translation>Proposed; a second person is to confirm</translation>
        </message>
        <message>
            <source>已撤回</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>已改、未保存 · Ctrl+S 存为新版 · Ctrl+R 撤回</source>
            <translation>Changed, not saved · Ctrl+S save version · Ctrl+R revert</translation>
        </message>
        <message>
            <source>已放弃导出，没有留下半个文件</source>
            <translation>The export was given up; no half file is left</translation>
        </message>
        <message>
            <source>已放弃这次查询，可以换个条件再查</source>
            <translation>Given up; ask again in another way</translation>
        </message>
        <message>
            <source>已放弃：%1</source>
            <translation>Given up: %1</translation>
        </message>
        <message>
            <source>已放弃；先写好的 {n} 个文件留在 {folder}</source>
            <translation>Given up; the {n} files that were whole already stay in {folder}</translation>
        </message>
        <message>
            <source>已有一份交接冻结，还没签完</source>
            <translation>A handover is frozen already and not signed by both</translation>
        </message>
        <message>
            <source>已有一方签字，不能作废；请继续签完。</source>
            <translation>One side has signed; the record cannot be dropped, finish it.</translation>
        </message>
        <message>
            <source>已有力量可办</source>
            <translation>somebody is free to do it</translation>
        </message>
        <message>
            <source>已有部门办结，不能撤回；请继续办完。</source>
            <translation>A department has delivered already; it cannot be withdrawn. Finish it.</translation>
        </message>
        <message>
            <source>已添的图片</source>
            <translation>Added pictures</translation>
        </message>
        <message>
            <source>已清除资料</source>
            <translation>data purged</translation>
        </message>
        <message>
            <source>已由%1记入，不能再改；可以导出</source>
            <translation>Recorded by %1, does not change; may be exported</translation>
        </message>
        <message>
            <source>已确认</source>
            <translation>confirmed</translation>
        </message>
        <message>
            <source>已确认 %1/%2</source>
            <translation>acknowledged %1/%2</translation>
        </message>
        <message>
            <source>已离岗</source>
            <translation>off duty</translation>
        </message>
        <message>
            <source>已移交</source>
            <translation>Handed over</translation>
        </message>
        <message>
            <source>已移交 110、119、120 或 122</source>
            <translation>Handed over to 110, 119, 120 or 122</translation>
        </message>
        <message>
            <source>已移送</source>
            <translation>Transferred</translation>
        </message>
        <message>
            <source>已答复 {}</source>
            <translation>answered {}</translation>
        </message>
        <message>
            <source>已签字</source>
            <translation>signed</translation>
        </message>
        <message>
            <source>已签收</source>
            <translation>Signed</translation>
        </message>
        <message>
            <source>已签收 9:59</source>
            <translation>Signed 9:59</translation>
        </message>
        <message>
            <source>已结案</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>已联系</source>
            <translation>In contact</translation>
        </message>
        <message>
            <source>已联系诉求人</source>
            <translation>Complainant contacted</translation>
        </message>
        <message>
            <source>已解除</source>
            <translation>released</translation>
        </message>
        <message>
            <source>已解除锁定</source>
            <translation>Unlocked</translation>
        </message>
        <message>
            <source>已解除，终报未报 · 指令 %1</source>
            <translation>Released, final report not sent · order %1</translation>
        </message>
        <message>
            <source>已记下 %1 的答复</source>
            <translation>Answer of %1 noted</translation>
        </message>
        <message>
            <source>已记入，各席位随即更新；在办案卷的时限不变，以后的步骤按新表</source>
            <translation>Recorded, every seat follows at once; cases under way keep their limits, later steps go by the new tables</translation>
        </message>
        <message>
            <source>已试 {n} 天（{days}）</source>
            <translation>tried {n}× ({days})</translation>
        </message>
        <message>
            <source>已读入，还没有保存：看过后按 Ctrl+S 存为新版</source>
            <translation>Read but not saved: look, then Ctrl+S saves it as a version</translation>
        </message>
        <message>
            <source>已谢绝</source>
            <translation>Declined</translation>
        </message>
        <message>
            <source>已转移</source>
            <translation>moved</translation>
        </message>
        <message>
            <source>已转移 {moved}/{listed}</source>
            <translation>moved {moved}/{listed}</translation>
        </message>
        <message>
            <source>已进入诉讼、仲裁或复议</source>
            <translation>Already in court, arbitration or review</translation>
        </message>
        <message>
            <source>已退出</source>
            <translation>Released</translation>
        </message>
        <message>
            <source>已退回</source>
            <translation>refused</translation>
        </message>
        <message>
            <source>已送打印 {n} 页</source>
            <translation>{n} pages sent to the printer</translation>
        </message>
        <message>
            <source>已选</source>
            <translation>Picked</translation>
        </message>
        <message>
            <source>已选 %1 件</source>
            <translation>%1 picked</translation>
        </message>
        <message>
            <source>已锁屏 · %1</source>
            <translation>Locked · %1</translation>
        </message>
        <message>
            <source>布局</source>
            <translation>Layout</translation>
        </message>
        <message>
            <source>布局已保存；Ctrl+Alt+Shift+L 随时回到它</source>
            <translation>Layout saved; Ctrl+Alt+Shift+L brings it back at any time</translation>
        </message>
        <message>
            <source>带 {things}</source>
            <translation>with {things}</translation>
        </message>
        <message>
            <source>带办一件事</source>
            <translation>Guided case</translation>
        </message>
        <message>
            <source>带班</source>
            <translation>leader</translation>
        </message>
        <message>
            <source>带班领导</source>
            <translation>Duty leader</translation>
        </message>
        <message>
            <source>带班领导按天轮换（一天全程带班）</source>
            <translation>Leaders change by day (one leads the whole day)</translation>
        </message>
        <message>
            <source>帮助</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>平急</source>
            <translation>Emergency</translation>
        </message>
        <message>
            <source>平急转换</source>
            <translation>Response levels</translation>
        </message>
        <message>
            <source>平急转换页里。</source>
            <translation>On the page of switches.</translation>
        </message>
        <message>
            <source>平时</source>
            <translation>Normal times</translation>
        </message>
        <message>
            <source>平时不召集队伍</source>
            <translation>No teams are called in normal times</translation>
        </message>
        <message>
            <source>平时不召集队伍。Ctrl+Alt+E 提出切换，确认后在这里分批召集。</source>
            <translation>Normal working calls no team. Ctrl+Alt+E proposes a switch; once confirmed, waves are called here.</translation>
        </message>
        <message>
            <source>平时没有应急上报。切换确认后，首报、续报、终报在这里起草。</source>
            <translation>Normal working owes no report. Once a switch is confirmed, reports are drafted here.</translation>
        </message>
        <message>
            <source>平时没有应急清单。切换确认后，各岗位要做的事逐条列在这里。</source>
            <translation>Normal working has no checklist. Once a switch is confirmed, what every post has to do is listed here.</translation>
        </message>
        <message>
            <source>平时没有转移名单</source>
            <translation>There is no evacuation list in normal times</translation>
        </message>
        <message>
            <source>平时没有转移名单；切换到应急或演练后在这里列名单。Ctrl+P 管安置点和危险点。</source>
            <translation>No evacuation list in normal times; it is made here in an emergency or a drill. Ctrl+P keeps shelters and danger points.</translation>
        </message>
        <message>
            <source>并入光标处</source>
            <translation>Merge into current</translation>
        </message>
        <message>
            <source>并入另一案卷；已立案的保留编号，按作废计数，来源照样得到答复。</source>
            <translation>Merges into another case; a filed one keeps its number and counts as void, its source is answered all the same.</translation>
        </message>
        <message>
            <source>并入所选</source>
            <translation>Merge into picked</translation>
        </message>
        <message>
            <source>并入案卷</source>
            <translation>Merge into</translation>
        </message>
        <message>
            <source>并案</source>
            <translation>Merge</translation>
        </message>
        <message>
            <source>并案[，并入 {into}]</source>
            <translation>Merged[ into {into}]</translation>
        </message>
        <message>
            <source>并案：光标放在要并入的案卷上，另选要并进去的</source>
            <translation>Merge: put the cursor on the case to merge into and pick the others</translation>
        </message>
        <message>
            <source>并立案</source>
            <translation>and file</translation>
        </message>
        <message>
            <source>序</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>应办单位</source>
            <translation>Right unit</translation>
        </message>
        <message>
            <source>应回避后证件不足</source>
            <translation>too few certificates after recusal</translation>
        </message>
        <message>
            <source>应在 {at} 前上报，已过 {span}</source>
            <translation>Report up was due {at}, {span} ago</translation>
        </message>
        <message>
            <source>应当回避</source>
            <translation>must be recused</translation>
        </message>
        <message>
            <source>应急上报</source>
            <translation>Reports up</translation>
        </message>
        <message>
            <source>应急处置</source>
            <translation>Emergency</translation>
        </message>
        <message>
            <source>应急已按指令解除，转入恢复和复盘。</source>
            <translation>Released by order; recovery and review follow.</translation>
        </message>
        <message>
            <source>应急期间暂缓办理</source>
            <translation>deferred in the emergency</translation>
        </message>
        <message>
            <source>应急期间被暂缓的案卷照常办理，时限从现在接着走。</source>
            <translation>A case that the emergency holds back goes on all the same; its clock goes on from now.</translation>
        </message>
        <message>
            <source>应急期间这件案卷暂缓办理；确需先办，请值班长先解除暂缓。</source>
            <translation>The emergency holds this case back; if it cannot wait the shift lead takes it out first.</translation>
        </message>
        <message>
            <source>应急清单</source>
            <translation>Checklists</translation>
        </message>
        <message>
            <source>应急经过</source>
            <translation>Course of the emergency</translation>
        </message>
        <message>
            <source>应急记录</source>
            <translation>Emergencies</translation>
        </message>
        <message>
            <source>应急记录 Ctrl+2</source>
            <translation>Emergencies Ctrl+2</translation>
        </message>
        <message>
            <source>应急记录页里。</source>
            <translation>On the page of emergencies.</translation>
        </message>
        <message>
            <source>应报</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>应报 {owed} 次，按时 {on_time} 次，迟报 {late} 次，其中零报告 {nil} 次。</source>
            <translation>{owed} reports owed, {on_time} on time, {late} late, {nil} of them nil. </translation>
        </message>
        <message>
            <source>应报和已报</source>
            <translation>Owed and sent</translation>
        </message>
        <message>
            <source>应报的都已上报。</source>
            <translation>All that was owed is sent.</translation>
        </message>
        <message>
            <source>应有不少于两名在岗且执法证有效的人员，现有 {valid} 名（辅助人员不计）</source>
            <translation>Two people or more on duty with valid certificates are needed, now there are {valid} (auxiliaries do not count)</translation>
        </message>
        <message>
            <source>应由其他部门办理</source>
            <translation>Another department's</translation>
        </message>
        <message>
            <source>应答时限</source>
            <translation>Answer within</translation>
        </message>
        <message>
            <source>应答用时中位数 {median}，最长 {longest}。</source>
            <translation>Time to answer: median {median}, longest {longest}. </translation>
        </message>
        <message>
            <source>应转移</source>
            <translation>To move</translation>
        </message>
        <message>
            <source>应转移 {listed} 人，已转移 {moved} 人，不愿转移 {refused} 人。</source>
            <translation>People to move: {listed}, moved: {moved}, refused: {refused}.</translation>
        </message>
        <message>
            <source>应转移 {listed} 人，已转移 {moved} 人，不愿转移 {refused} 人，未转移 {rest} 人。</source>
            <translation>{listed} people to move, {moved} moved, {refused} refused, {rest} not moved. </translation>
        </message>
        <message>
            <source>废?</source>
            <translation>Void?</translation>
        </message>
        <message>
            <source>延?</source>
            <translation>Ext?</translation>
        </message>
        <message>
            <source>延期</source>
            <translation>Extend</translation>
        </message>
        <message>
            <source>延期待批</source>
            <translation>Extension to decide</translation>
        </message>
        <message>
            <source>延期要与原时限用同一种计时，原时限为 {limit}。</source>
            <translation>An extension counts in the clock of the first limit, which is {limit}.</translation>
        </message>
        <message>
            <source>延期要在到期（{due}）之前提出，现已超时。</source>
            <translation>An extension is asked for before the due time ({due}), which is over.</translation>
        </message>
        <message>
            <source>延长</source>
            <translation>Longer by</translation>
        </message>
        <message>
            <source>延长 {}</source>
            <translation>Longer by {}</translation>
        </message>
        <message>
            <source>延长决定书文号</source>
            <translation>Number of the extension decision</translation>
        </message>
        <message>
            <source>建立</source>
            <translation>Found</translation>
        </message>
        <message>
            <source>建立本街道</source>
            <translation>Found an own street</translation>
        </message>
        <message>
            <source>建立街道数据</source>
            <translation>Street's data founded</translation>
        </message>
        <message>
            <source>建议改派的单位不能还是本单位；请另选。</source>
            <translation>The right unit cannot be this one; pick another.</translation>
        </message>
        <message>
            <source>开始</source>
            <translation>Began</translation>
        </message>
        <message>
            <source>归 {who}</source>
            <translation>owner {who}</translation>
        </message>
        <message>
            <source>归属</source>
            <translation>owner</translation>
        </message>
        <message>
            <source>当场交付的清单</source>
            <translation>List handed over on the spot</translation>
        </message>
        <message>
            <source>当场强制</source>
            <translation>On-the-spot coercion</translation>
        </message>
        <message>
            <source>当场强制已向负责人报告（行政强制法 19）；涉嫌犯罪已决定移送，24 小时内移送。</source>
            <translation>Coercion on the spot was reported to the leader (Administrative Coercion Law 19); a suspected crime: its transfer was decided, due within 24 hours.</translation>
        </message>
        <message>
            <source>当时看到：第 %1 版</source>
            <translation>Seen then: version %1</translation>
        </message>
        <message>
            <source>当班</source>
            <translation>on shift</translation>
        </message>
        <message>
            <source>当面</source>
            <translation>In person</translation>
        </message>
        <message>
            <source>录像编号</source>
            <translation>Video number</translation>
        </message>
        <message>
            <source>待互评</source>
            <translation>To be rated</translation>
        </message>
        <message>
            <source>待准入</source>
            <translation>admit?</translation>
        </message>
        <message>
            <source>待出发</source>
            <translation>To leave</translation>
        </message>
        <message>
            <source>待到场</source>
            <translation>to arrive</translation>
        </message>
        <message>
            <source>待回访</source>
            <translation>To call back</translation>
        </message>
        <message>
            <source>待回访 {n}</source>
            <translation>{n} to call back</translation>
        </message>
        <message>
            <source>待回访的按到期排队：看话术、问、勾、记结果；不满意的接着办。</source>
            <translation>Who is to be called back, by due: the lines to ask, answers, the result; what was unsatisfied goes on from here.</translation>
        </message>
        <message>
            <source>待回访的案卷</source>
            <translation>Cases to call back</translation>
        </message>
        <message>
            <source>待审批</source>
            <translation>To be approved</translation>
        </message>
        <message>
            <source>待批</source>
            <translation>To approve</translation>
        </message>
        <message>
            <source>待报</source>
            <translation>To be sent</translation>
        </message>
        <message>
            <source>待报平安</source>
            <translation>To check in</translation>
        </message>
        <message>
            <source>待报情况</source>
            <translation>Word from the scene</translation>
        </message>
        <message>
            <source>待核查</source>
            <translation>To check</translation>
        </message>
        <message>
            <source>待派 {n} 件</source>
            <translation>{n} to send</translation>
        </message>
        <message>
            <source>待派遣</source>
            <translation>To dispatch</translation>
        </message>
        <message>
            <source>待确认</source>
            <translation>to be confirmed</translation>
        </message>
        <message>
            <source>待确认 1</source>
            <translation>1 to confirm</translation>
        </message>
        <message>
            <source>待立案</source>
            <translation>To file</translation>
        </message>
        <message>
            <source>待立案 %1</source>
            <translation>To file %1</translation>
        </message>
        <message>
            <source>待答复 %1，超期 %2</source>
            <translation>%1 to answer, %2 late</translation>
        </message>
        <message>
            <source>待答复 {left}</source>
            <translation>to answer {left}</translation>
        </message>
        <message>
            <source>待答复的督办单</source>
            <translation>Orders without a reply</translation>
        </message>
        <message>
            <source>待答复的督办单，超期的在前；一键答复。</source>
            <translation>Supervision orders without a reply, late ones first; answered by one key.</translation>
        </message>
        <message>
            <source>待签收</source>
            <translation>To sign</translation>
        </message>
        <message>
            <source>待结案</source>
            <translation>To close</translation>
        </message>
        <message>
            <source>待联系</source>
            <translation>to contact</translation>
        </message>
        <message>
            <source>待评</source>
            <translation>To rate</translation>
        </message>
        <message>
            <source>待转移</source>
            <translation>to be moved</translation>
        </message>
        <message>
            <source>待送核查</source>
            <translation>To check</translation>
        </message>
        <message>
            <source>待重办</source>
            <translation>To redo</translation>
        </message>
        <message>
            <source>待重办 {n}</source>
            <translation>{n} to redo</translation>
        </message>
        <message>
            <source>待领导准入</source>
            <translation>waits for a leader's admission</translation>
        </message>
        <message>
            <source>微网格</source>
            <translation>micro-grid</translation>
        </message>
        <message>
            <source>态势</source>
            <translation>Situation</translation>
        </message>
        <message>
            <source>态势图里。</source>
            <translation>In the charts.</translation>
        </message>
        <message>
            <source>态势图里；Esc 取消。</source>
            <translation>In the charts; Esc for all cases.</translation>
        </message>
        <message>
            <source>怎么办、找谁、何时办好</source>
            <translation>what to do, whom to see, by when</translation>
        </message>
        <message>
            <source>急</source>
            <translation>U</translation>
        </message>
        <message>
            <source>急促</source>
            <translation>Hurried</translation>
        </message>
        <message>
            <source>性质</source>
            <translation>Nature</translation>
        </message>
        <message>
            <source>总的来说是满意、基本满意还是不满意？</source>
            <translation>All in all: satisfied, mostly satisfied, or not?</translation>
        </message>
        <message>
            <source>恢复办理</source>
            <translation>Resume</translation>
        </message>
        <message>
            <source>恢复原样 Del</source>
            <translation>As delivered Del</translation>
        </message>
        <message>
            <source>恢复后自动再查，看过再按 Enter</source>
            <translation>it is looked up again by itself; read it, then press Enter again</translation>
        </message>
        <message>
            <source>恢复处置{by_itself?（复查日到，自动恢复）:}</source>
            <translation>Resumed{by_itself? (by itself on its review day):}</translation>
        </message>
        <message>
            <source>恢复布局</source>
            <translation>Restore layout</translation>
        </message>
        <message>
            <source>恢复平时的设置</source>
            <translation>Back to normal settings</translation>
        </message>
        <message>
            <source>恢复计时 {n} 件</source>
            <translation>{n} go on</translation>
        </message>
        <message>
            <source>恶劣天气，暂不能施工</source>
            <translation>Bad weather, no works for now</translation>
        </message>
        <message>
            <source>您反映的问题解决了吗？</source>
            <translation>Is what you reported solved?</translation>
        </message>
        <message>
            <source>您对工作人员的态度和效率满意吗？</source>
            <translation>Were you content with how our people behaved, and how quickly?</translation>
        </message>
        <message>
            <source>您已经签过字，等另一方签。</source>
            <translation>You have signed; the other side is to sign.</translation>
        </message>
        <message>
            <source>您用一次性口令登录；请现在设密码，否则下次进不来</source>
            <translation>You came in by a one-time code; please set a password now, or you cannot come in again</translation>
        </message>
        <message>
            <source>您的角色看不到交接；请由值班长或调度员就座（Ctrl+U）。</source>
            <translation>Your role may not see handovers; let a shift lead or dispatcher sit down (Ctrl+U).</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>Situation</translation>
        </message>
        <message>
            <source>情况变了，请看过再按 Enter</source>
            <translation>This has changed: read it and press Enter again</translation>
        </message>
        <message>
            <source>情况变化，不再需要</source>
            <translation>Things changed, no longer needed</translation>
        </message>
        <message>
            <source>情况复杂，需继续调查</source>
            <translation>Complex, needs more inquiry</translation>
        </message>
        <message>
            <source>我的</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>我的班</source>
            <translation>My duty</translation>
        </message>
        <message>
            <source>我要办的</source>
            <translation>What I wanted</translation>
        </message>
        <message>
            <source>截至</source>
            <translation>As of</translation>
        </message>
        <message>
            <source>截至 {at}</source>
            <translation>as of {at}</translation>
        </message>
        <message>
            <source>所作承诺</source>
            <translation>Promises</translation>
        </message>
        <message>
            <source>所有面板回到原来的位置和大小。</source>
            <translation>All panels go back to their places and sizes.</translation>
        </message>
        <message>
            <source>所选另有 {n} 件不是待派遣，不编排</source>
            <translation>{n} picked cases do not wait for dispatch and are left out</translation>
        </message>
        <message>
            <source>所选案件已办结，不能并入：请按原结果答复，或另行受理</source>
            <translation>The picked case is ended, nothing can be merged into it: answer with its result, or take this in anew</translation>
        </message>
        <message>
            <source>所选案卷处置前后的图片并排放大，两边一起缩放移动。</source>
            <translation>The pictures of the selected case before and after, large and side by side; both zoom and move together.</translation>
        </message>
        <message>
            <source>所选班制里没有班次“{text}”</source>
            <translation>the chosen pattern has no shift “{text}”</translation>
        </message>
        <message>
            <source>所选的一起办</source>
            <translation>Do it to all picked</translation>
        </message>
        <message>
            <source>所需职权</source>
            <translation>Powers wanted</translation>
        </message>
        <message>
            <source>手签：</source>
            <translation>Signed by hand:</translation>
        </message>
        <message>
            <source>打不开数据文件夹：%1</source>
            <translation>The data folder cannot be opened: %1</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>打印值班表（PDF）</source>
            <translation>Print roster (PDF)</translation>
        </message>
        <message>
            <source>打印机不接收；请检查打印机，或按 S 存成文件。</source>
            <translation>The printer takes nothing; look after it, or press S to save files.</translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>打开{action}的表单</source>
            <translation>Open the form: {action}</translation>
        </message>
        <message>
            <source>打开什么？</source>
            <translation>What shall open?</translation>
        </message>
        <message>
            <source>打开受理表单，录入一件新的上报。</source>
            <translation>Opens the intake form for a new report.</translation>
        </message>
        <message>
            <source>打开当前面板的帮助；再按一次或 Esc 返回。</source>
            <translation>Opens the help of this panel; once more or Esc goes back.</translation>
        </message>
        <message>
            <source>打开派遣表单，选定主办单位、队伍和人员。</source>
            <translation>Opens the dispatch form: lead unit, team and people.</translation>
        </message>
        <message>
            <source>打开联合执法方案：几支队伍、一家牵头，各单位分别核法。</source>
            <translation>Opens the joint enforcement plan: several teams, one lead, the law checked for each unit.</translation>
        </message>
        <message>
            <source>打开这个面板，把键盘交给它。</source>
            <translation>Opens this panel and gives it the keyboard.</translation>
        </message>
        <message>
            <source>执法、调解类：满意度只显示，不计入考核</source>
            <translation>Enforcement or mediation: the answer is shown, not scored</translation>
        </message>
        <message>
            <source>执法人员</source>
            <translation>Officers</translation>
        </message>
        <message>
            <source>执法人员上岗、离岗</source>
            <translation>Officer on or off shift</translation>
        </message>
        <message>
            <source>执法人员：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]</source>
            <translation>Officers {sheet?imported:edited}[, {added} added][, {changed} changed]</translation>
        </message>
        <message>
            <source>执法查处</source>
            <translation>Enforcement</translation>
        </message>
        <message>
            <source>执法检查</source>
            <translation>Inspection</translation>
        </message>
        <message>
            <source>执法程序已经开始，不能作废或并案；请依法办到决定或移送。</source>
            <translation>Enforcement has begun, so the case cannot be voided or merged; bring it to a decision or transfer by law.</translation>
        </message>
        <message>
            <source>执法记录仪</source>
            <translation>recorder</translation>
        </message>
        <message>
            <source>执法记录仪 {no}</source>
            <translation>Recorder {no}</translation>
        </message>
        <message>
            <source>执法记录仪视频已超过 24 小时未关联</source>
            <translation>The recorder's video has not been linked for more than 24 hours</translation>
        </message>
        <message>
            <source>执法证</source>
            <translation>Certif.</translation>
        </message>
        <message>
            <source>执法证 {no}，有效至 {day}</source>
            <translation>Certificate {no}, valid to {day}</translation>
        </message>
        <message>
            <source>执法证余 {n} 天</source>
            <translation>certificate: {n} days left</translation>
        </message>
        <message>
            <source>执法证号</source>
            <translation>Certificate no.</translation>
        </message>
        <message>
            <source>执法证号和有效期要么都填，要么都空着。</source>
            <translation>Certificate number and its last day: both or neither.</translation>
        </message>
        <message>
            <source>执法证已带齐</source>
            <translation>Certificates are carried</translation>
        </message>
        <message>
            <source>执法证已过期 {n} 天</source>
            <translation>certificate expired {n} days ago</translation>
        </message>
        <message>
            <source>批准 Alt+Y</source>
            <translation>Approve Alt+Y</translation>
        </message>
        <message>
            <source>批准(&amp;B)</source>
            <translation>Approval (&amp;B)</translation>
        </message>
        <message>
            <source>批准人</source>
            <translation>Approved by</translation>
        </message>
        <message>
            <source>批准人姓名（行政强制法18）</source>
            <translation>Approver's name (Administrative Coercion Law Art. 18)</translation>
        </message>
        <message>
            <source>批准人须是带班领导、街道领导、主任或书记；请重新选择。</source>
            <translation>Approval is by a duty leader, street leader, director or secretary; pick another.</translation>
        </message>
        <message>
            <source>批准吹哨</source>
            <translation>Approve whistle</translation>
        </message>
        <message>
            <source>批准清除 Ctrl+Enter</source>
            <translation>Approve the purge Ctrl+Enter</translation>
        </message>
        <message>
            <source>批准清除应急个人资料[，{people} 人]</source>
            <translation>purge of the emergency's personal data approved[, {people} people]</translation>
        </message>
        <message>
            <source>批次</source>
            <translation>Wave</translation>
        </message>
        <message>
            <source>批语</source>
            <translation>Remark</translation>
        </message>
        <message>
            <source>找到 %1 件</source>
            <translation>%1 found</translation>
        </message>
        <message>
            <source>找到的案卷</source>
            <translation>Cases found</translation>
        </message>
        <message>
            <source>承办</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>承办单位</source>
            <translation>the unit</translation>
        </message>
        <message>
            <source>承诺</source>
            <translation>Promise</translation>
        </message>
        <message>
            <source>承诺交接单</source>
            <translation>Receipt of promises</translation>
        </message>
        <message>
            <source>承诺兑现{late?（超时）:}</source>
            <translation>promise kept{late? (late):}</translation>
        </message>
        <message>
            <source>承诺：</source>
            <translation>Promised: </translation>
        </message>
        <message>
            <source>把光标放在一个人上，再按 V</source>
            <translation>Put the mark on one person, then press V</translation>
        </message>
        <message>
            <source>把所选的（或光标处的）案卷连同一句话记成交接提示。</source>
            <translation>Put the picked cases (or the current one) into a handover notice with a sentence.</translation>
        </message>
        <message>
            <source>把批准了的吹哨吹响：各部门签收、联系、报到、办结的时限起算。</source>
            <translation>Blow an approved whistle: the limits to sign, contact, check in and deliver start.</translation>
        </message>
        <message>
            <source>把现在的布局存为自己的；平时和应急各存各的。</source>
            <translation>Keeps the layout of now as your own; normal working and each emergency layout have one each.</translation>
        </message>
        <message>
            <source>把现在的筛选和排序存成自己的视图。</source>
            <translation>Save the present filter and order as a view of your own.</translation>
        </message>
        <message>
            <source>把现在的筛选和排序存成视图（队列里 Ctrl+S）</source>
            <translation>Save the present filter and order as a view (Ctrl+S in the queue)</translation>
        </message>
        <message>
            <source>把程序错误的报告存进数据文件夹。</source>
            <translation>Saves the report of a program error in the data folder.</translation>
        </message>
        <message>
            <source>把选中案卷的联合执法方案存成 PDF 或网页，可打印带走。</source>
            <translation>Saves the picked case's joint plan as PDF or web page, to be printed and taken along.</translation>
        </message>
        <message>
            <source>把键盘交给地图。</source>
            <translation>Gives the keyboard to the map.</translation>
        </message>
        <message>
            <source>投亲靠友</source>
            <translation>To relatives</translation>
        </message>
        <message>
            <source>报到</source>
            <translation>Check in</translation>
        </message>
        <message>
            <source>报到 Ctrl+F8</source>
            <translation>Check in Ctrl+F8</translation>
        </message>
        <message>
            <source>报到时限</source>
            <translation>Check in within</translation>
        </message>
        <message>
            <source>报到码</source>
            <translation>Check-in code</translation>
        </message>
        <message>
            <source>报到码 {code}</source>
            <translation>Check-in code {code}</translation>
        </message>
        <message>
            <source>报到码不对；请向现场人员要四位报到码。</source>
            <translation>The check-in code is wrong; ask those at the place for the four digits.</translation>
        </message>
        <message>
            <source>报到要有位置或报到码；请填其中一项。</source>
            <translation>A check-in wants a position or the code; give one of them.</translation>
        </message>
        <message>
            <source>报告</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>报告内容</source>
            <translation>Words of the report</translation>
        </message>
        <message>
            <source>报告已保存：%1</source>
            <translation>Report saved: %1</translation>
        </message>
        <message>
            <source>报告是空的；没有情况请按 Ctrl+0 报零报告</source>
            <translation>The report is empty; if nothing happened, Ctrl+0 sends a nil report</translation>
        </message>
        <message>
            <source>报平安</source>
            <translation>Check in</translation>
        </message>
        <message>
            <source>报平安的间隔要在 {least} 到 {most} 分钟之间。</source>
            <translation>The check-in interval must be between {least} and {most} minutes.</translation>
        </message>
        <message>
            <source>报警</source>
            <translation>Alarms</translation>
        </message>
        <message>
            <source>报警 %1</source>
            <translation>Alarms %1</translation>
        </message>
        <message>
            <source>报警 {n}</source>
            <translation>Alarms {n}</translation>
        </message>
        <message>
            <source>报警单</source>
            <translation>Alarms</translation>
        </message>
        <message>
            <source>报警单里。</source>
            <translation>In the list of alarms.</translation>
        </message>
        <message>
            <source>报警规则</source>
            <translation>Alarm rules</translation>
        </message>
        <message>
            <source>报警规则：{sheet?导入:修改}[，改动 {changed}]</source>
            <translation>Alarm rules: {sheet?imported:changed}[, changed {changed}]</translation>
        </message>
        <message>
            <source>报警音量</source>
            <translation>Alarm volume</translation>
        </message>
        <message>
            <source>报警音量：%1</source>
            <translation>Alarm volume: %1</translation>
        </message>
        <message>
            <source>报警：勾选、全勾</source>
            <translation>Alarms: tick, tick all</translation>
        </message>
        <message>
            <source>报警：去案卷、知悉</source>
            <translation>Alarms: to the case, acknowledge</translation>
        </message>
        <message>
            <source>报警：音量、静音时段</source>
            <translation>Alarms: volume, quiet hours</translation>
        </message>
        <message>
            <source>报送</source>
            <translation>Send report</translation>
        </message>
        <message>
            <source>报送人</source>
            <translation>Sent by</translation>
        </message>
        <message>
            <source>报送现在应报的一份：“：”后面写的照写的报；不写文字就到上报页看草稿。</source>
            <translation>Sends the report owed now with the words behind the colon; without words it opens the page with the draft.</translation>
        </message>
        <message>
            <source>拒绝</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>拟定</source>
            <translation>Planned by</translation>
        </message>
        <message>
            <source>拨打</source>
            <translation>Calls</translation>
        </message>
        <message>
            <source>拼音</source>
            <translation>pinyin</translation>
        </message>
        <message>
            <source>持证 {n} 名</source>
            <translation>{n} certificates</translation>
        </message>
        <message>
            <source>持证人员在岗最多 {value} 人，少于处置卡所要</source>
            <translation>{value} certificates on shift at most, fewer than the run card wants</translation>
        </message>
        <message>
            <source>持证人数</source>
            <translation>Certified</translation>
        </message>
        <message>
            <source>持证人数不够卡上所写，折加（分）</source>
            <translation>Fewer certificates than the card wants, adds (min)</translation>
        </message>
        <message>
            <source>持证人数是 0 到 {most} 的整数。</source>
            <translation>Certified officers: a whole number from 0 to {most}.</translation>
        </message>
        <message>
            <source>挂?</source>
            <translation>Susp?</translation>
        </message>
        <message>
            <source>挂账</source>
            <translation>Suspend</translation>
        </message>
        <message>
            <source>挂账上报</source>
            <translation>Held, district</translation>
        </message>
        <message>
            <source>挂账待批</source>
            <translation>Suspension to decide</translation>
        </message>
        <message>
            <source>挂账数</source>
            <translation>Suspended</translation>
        </message>
        <message>
            <source>挂账要写明复查日期；请填一个 30 天内的日期。</source>
            <translation>A suspension names its review day; enter a day within 30 days.</translation>
        </message>
        <message>
            <source>指令 %1</source>
            <translation>order %1</translation>
        </message>
        <message>
            <source>指令 {order}</source>
            <translation>order {order}</translation>
        </message>
        <message>
            <source>指令编号</source>
            <translation>Order no.</translation>
        </message>
        <message>
            <source>指令编号与提出时的“{order}”不一致；请核对后再确认。</source>
            <translation>The order number is not the “{order}” it was proposed with; check it before confirming.</translation>
        </message>
        <message>
            <source>指到一处，说出它的数</source>
            <translation>Point at a place and hear its figure</translation>
        </message>
        <message>
            <source>指定</source>
            <translation>Designate</translation>
        </message>
        <message>
            <source>指纹由服务器启动时打印，请管理员抄给您，或用下面的按钮读取后亲自核对。留空则只信任系统认可的证书。</source>
            <translation>The server prints its fingerprint when it starts: have it given to you, or read it below and compare it yourself. Empty: only a certificate that this system trusts.</translation>
        </message>
        <message>
            <source>按 / 筛选：编号、事项、地点、单位…</source>
            <translation>/ filters: number, item, place, unit…</translation>
        </message>
        <message>
            <source>按{why}</source>
            <translation>Match: {why}</translation>
        </message>
        <message>
            <source>按动作键打开表单；? 看全部按键</source>
            <translation>An action's key opens its form; ? shows all keys</translation>
        </message>
        <message>
            <source>按应急级别暂缓[ {held} 件][，恢复 {resumed} 件]</source>
            <translation>held by the level[: {held}][, {resumed} resumed]</translation>
        </message>
        <message>
            <source>按排班换岗</source>
            <translation>shifts set by the roster</translation>
        </message>
        <message>
            <source>按时</source>
            <translation>in time</translation>
        </message>
        <message>
            <source>按最新情况再办</source>
            <translation>Give again on the present state</translation>
        </message>
        <message>
            <source>按最新情况再办  Enter</source>
            <translation>Give again on the new state  Enter</translation>
        </message>
        <message>
            <source>按楼栋列出要转移的人：勾选、送安置点、不愿转移；导入导出。</source>
            <translation>Who has to go, by building: tick, send to a shelter, refused; import and export.</translation>
        </message>
        <message>
            <source>按用途查看诉求人电话，至多 10 分钟，查看会留记录。</source>
            <translation>Shows the complainant's phone for a stated purpose, for 10 minutes at most; it is recorded.</translation>
        </message>
        <message>
            <source>按直线折算 {value}</source>
            <translation>{value} from the straight line</translation>
        </message>
        <message>
            <source>按社区或网格切换要选至少一处；全街道则不选。</source>
            <translation>A switch by communities or grids wants at least one of them; the whole street wants none.</translation>
        </message>
        <message>
            <source>按编号、电话、地点或文字查找案卷。</source>
            <translation>Finds cases by number, phone, place or words.</translation>
        </message>
        <message>
            <source>按规定理由作废；执法已经开始的不得作废。</source>
            <translation>Voids the case for a listed reason; not once enforcement has begun.</translation>
        </message>
        <message>
            <source>按规定的理由不予受理，并告知上报人。</source>
            <translation>Refuses the report for a listed reason and tells the reporter.</translation>
        </message>
        <message>
            <source>按键</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>按键一览</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>损坏</source>
            <translation>broken</translation>
        </message>
        <message>
            <source>换</source>
            <translation>sit</translation>
        </message>
        <message>
            <source>换 24 小时或 7 天</source>
            <translation>24 hours or 7 days</translation>
        </message>
        <message>
            <source>换 {name} 就座</source>
            <translation>{name} takes this seat</translation>
        </message>
        <message>
            <source>换一个人就座。</source>
            <translation>Let somebody else take this seat.</translation>
        </message>
        <message>
            <source>换了人：管理窗口里没有保存的 %1 行改动已丢弃</source>
            <translation>Somebody else sits here: %1 unsaved lines of the administration window are dropped</translation>
        </message>
        <message>
            <source>换了预案：没有保存的改动已丢弃</source>
            <translation>Another plan: changes that were not saved are gone</translation>
        </message>
        <message>
            <source>换人就座</source>
            <translation>Change person</translation>
        </message>
        <message>
            <source>换图</source>
            <translation>Other chart</translation>
        </message>
        <message>
            <source>换成</source>
            <translation>For</translation>
        </message>
        <message>
            <source>换排序列、反序</source>
            <translation>Next column to sort by, reverse</translation>
        </message>
        <message>
            <source>换班</source>
            <translation>swap</translation>
        </message>
        <message>
            <source>换班或请假{approved?获准:未获准}</source>
            <translation>swap or leave {approved?approved:refused}</translation>
        </message>
        <message>
            <source>换班或请假的批复</source>
            <translation>Swap or leave decided</translation>
        </message>
        <message>
            <source>换班要选对方的班；请假则不选。</source>
            <translation>A swap names the other duty, a leave does not.</translation>
        </message>
        <message>
            <source>换班请假</source>
            <translation>Swaps and leave</translation>
        </message>
        <message>
            <source>换班请假申请</source>
            <translation>Requests</translation>
        </message>
        <message>
            <source>排班</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>排班有 {faults} 处缺岗或休息不足；确要发布请写明原因。</source>
            <translation>The roster has {faults} gaps or short rests; to publish it give the reason.</translation>
        </message>
        <message>
            <source>排班末日</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>排班草稿[，{duties} 班]</source>
            <translation>roster drafted[, {duties} duties]</translation>
        </message>
        <message>
            <source>排班问题</source>
            <translation>Faults</translation>
        </message>
        <message>
            <source>排班首日</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>接手签名</source>
            <translation>Taken by</translation>
        </message>
        <message>
            <source>接报 {received} 件，立案 {filed} 件，办结 {closed} 件；在办紧急 {urgent} 件。</source>
            <translation>Reports {received}, filed {filed}, closed {closed}; urgent open {urgent}.</translation>
        </message>
        <message>
            <source>接报人</source>
            <translation>Taken by</translation>
        </message>
        <message>
            <source>接班</source>
            <translation>incoming</translation>
        </message>
        <message>
            <source>接班人</source>
            <translation>Incoming</translation>
        </message>
        <message>
            <source>接班人 %1</source>
            <translation>Incoming %1</translation>
        </message>
        <message>
            <source>接班人 {name}</source>
            <translation>incoming {name}</translation>
        </message>
        <message>
            <source>接班人 {name} 已就座</source>
            <translation>{name}, who comes, sits here already</translation>
        </message>
        <message>
            <source>接班人对一件提问，答清以前这一件不算确认；问题写在“：”后面。</source>
            <translation>The incoming person asks about a case, which stays open until it is answered; the question stands behind the colon.</translation>
        </message>
        <message>
            <source>接班人应在 {at} 前到，已过 {span}</source>
            <translation>Relief was due {at}, {span} ago</translation>
        </message>
        <message>
            <source>接班人未到</source>
            <translation>Incoming absent</translation>
        </message>
        <message>
            <source>接班人未到，告知带班领导{leader}</source>
            <translation>incoming absent, duty leader {leader} told</translation>
        </message>
        <message>
            <source>接班人确认一件：写第几件或案号末几位；不写就是下一件没确认、没提问的。</source>
            <translation>The incoming person takes a case: its row or last digits; without one the next that is open and not questioned.</translation>
        </message>
        <message>
            <source>接班人要有值班长的角色；请另选。</source>
            <translation>Who takes over must be a shift lead; choose another person.</translation>
        </message>
        <message>
            <source>接班人选错</source>
            <translation>wrong incoming person</translation>
        </message>
        <message>
            <source>接班后面不写别的：密码只在席位面板里输</source>
            <translation>Nothing follows this verb: a password is typed in the seat panel only</translation>
        </message>
        <message>
            <source>接班：{shift} {begin} 起</source>
            <translation>Next: {shift} from {begin}</translation>
        </message>
        <message>
            <source>推荐参数</source>
            <translation>Recommendation</translation>
        </message>
        <message>
            <source>推荐参数：{sheet?导入:修改}[，改动 {changed}]</source>
            <translation>Recommendation: {sheet?imported:edited}[, {changed} changed]</translation>
        </message>
        <message>
            <source>提出</source>
            <translation>Proposed by</translation>
        </message>
        <message>
            <source>提出、批准清除</source>
            <translation>Propose, approve the purge</translation>
        </message>
        <message>
            <source>提出切换</source>
            <translation>Propose</translation>
        </message>
        <message>
            <source>提出切换  Ctrl+Enter</source>
            <translation>Propose  Ctrl+Enter</translation>
        </message>
        <message>
            <source>提出切换：[{level}][，指令 {order}]{drill?（演练）:}</source>
            <translation>switch proposed: [{level}][, order {order}]{drill? (drill):}</translation>
        </message>
        <message>
            <source>提出吹哨</source>
            <translation>Draft whistle</translation>
        </message>
        <message>
            <source>提出吹哨[：{lead}牵头][，{units}]</source>
            <translation>Whistle drafted[: {lead} leads][, {units}]</translation>
        </message>
        <message>
            <source>提出响应级别的切换：升级、降级、解除；由第二人确认后才生效。</source>
            <translation>Proposes another level of response, up, down or out; it holds when a second person has confirmed.</translation>
        </message>
        <message>
            <source>提出实战  Ctrl+R</source>
            <translation>Propose a real one  Ctrl+R</translation>
        </message>
        <message>
            <source>提出或确认切换</source>
            <translation>Propose or confirm a switch</translation>
        </message>
        <message>
            <source>提出或确认响应级别的切换：升级、降级、解除。</source>
            <translation>Propose or confirm a switch of level: up, down, release.</translation>
        </message>
        <message>
            <source>提出清除名单 Ctrl+Enter</source>
            <translation>Propose the purge Ctrl+Enter</translation>
        </message>
        <message>
            <source>提出清除应急个人资料</source>
            <translation>purge of the emergency's personal data proposed</translation>
        </message>
        <message>
            <source>提前照办</source>
            <translation>Taken out by hand</translation>
        </message>
        <message>
            <source>提前照办 {exempted} 件，仍暂缓 {standing} 件；最长暂缓 {span}。</source>
            <translation>{exempted} taken out by hand, {standing} still held; {span} at the longest.</translation>
        </message>
        <message>
            <source>提示</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>提示、装备：登记</source>
            <translation>Notices, things: write down</translation>
        </message>
        <message>
            <source>提示、装备：结束、注销</source>
            <translation>Notices, things: end, strike off</translation>
        </message>
        <message>
            <source>提级</source>
            <translation>Propose level</translation>
        </message>
        <message>
            <source>提请准入</source>
            <translation>Ask admission</translation>
        </message>
        <message>
            <source>提请准入[：{item}不在职责清单]</source>
            <translation>Admission asked[: {item} is off the duty list]</translation>
        </message>
        <message>
            <source>提问</source>
            <translation>Ask at handover</translation>
        </message>
        <message>
            <source>提问 Enter</source>
            <translation>Ask Enter</translation>
        </message>
        <message>
            <source>提问：%1</source>
            <translation>Asked: %1</translation>
        </message>
        <message>
            <source>提问：{words}</source>
            <translation>Question: {words}</translation>
        </message>
        <message>
            <source>撤回  Ctrl+Backspace</source>
            <translation>Withdraw  Ctrl+Backspace</translation>
        </message>
        <message>
            <source>撤回 Ctrl+R</source>
            <translation>Revert Ctrl+R</translation>
        </message>
        <message>
            <source>撤回切换</source>
            <translation>Withdraw level</translation>
        </message>
        <message>
            <source>撤回吹哨</source>
            <translation>Withdraw whistle</translation>
        </message>
        <message>
            <source>撤回吹哨[：{reason}]</source>
            <translation>Whistle withdrawn[: {reason}]</translation>
        </message>
        <message>
            <source>撤回吹哨，各部门退出；有部门办结以后不能撤回。</source>
            <translation>Withdraw the whistle and let the departments go; not once one has delivered.</translation>
        </message>
        <message>
            <source>撤回改动</source>
            <translation>Revert</translation>
        </message>
        <message>
            <source>撤回改派</source>
            <translation>Recall</translation>
        </message>
        <message>
            <source>撤回改派[，原派{unit}][：{reason}]</source>
            <translation>Recalled[ from {unit}][: {reason}]</translation>
        </message>
        <message>
            <source>撤当日草稿</source>
            <translation>Drop day’s draft</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>撤销 Ctrl+Z（{n}秒）</source>
            <translation>Undo Ctrl+Z ({n} s)</translation>
        </message>
        <message>
            <source>撤销{subject}的状态变更</source>
            <translation>Status change of {subject} undone</translation>
        </message>
        <message>
            <source>撤销要在 10 秒之内；现在请用撤回改派或更正。</source>
            <translation>Undo works for 10 seconds; use Recall or Correct now.</translation>
        </message>
        <message>
            <source>撤销这一步</source>
            <translation>Undo this step</translation>
        </message>
        <message>
            <source>撤销队伍状态变更</source>
            <translation>Team status undone</translation>
        </message>
        <message>
            <source>撤销：[{unit}]{undid}</source>
            <translation>Undone: [{unit} ]{undid}</translation>
        </message>
        <message>
            <source>撤销：{undid}[，已告知{told}]</source>
            <translation>Undone: {undid}[, told: {told}]</translation>
        </message>
        <message>
            <source>播放</source>
            <translation>Play</translation>
        </message>
        <message>
            <source>播放 空格</source>
            <translation>Play Space</translation>
        </message>
        <message>
            <source>播放速度，按 1 到 4</source>
            <translation>Speed, keys 1 to 4</translation>
        </message>
        <message>
            <source>收回派遣，未完任务撤回，案卷回到待派遣；计入准确派遣率。</source>
            <translation>Takes the dispatch back: open tasks are withdrawn, the case is again to be dispatched; counts for dispatch accuracy.</translation>
        </message>
        <message>
            <source>收起 Shift+Esc</source>
            <translation>Put away Shift+Esc</translation>
        </message>
        <message>
            <source>收起下方的消息，显示下一条。</source>
            <translation>Puts the message below away and shows the next.</translation>
        </message>
        <message>
            <source>改了什么</source>
            <translation>What changed</translation>
        </message>
        <message>
            <source>改动记录</source>
            <translation>History</translation>
        </message>
        <message>
            <source>改已发布</source>
            <translation>replaces</translation>
        </message>
        <message>
            <source>改期另行召集</source>
            <translation>Put off to another day</translation>
        </message>
        <message>
            <source>改派 {}</source>
            <translation>Reassign to {}</translation>
        </message>
        <message>
            <source>改自己的密码；管理员给别人设密码、解除锁定。</source>
            <translation>Change your own password; an administrator sets anybody’s and unlocks.</translation>
        </message>
        <message>
            <source>改自默认：{cells}</source>
            <translation>Other than our default: {cells}</translation>
        </message>
        <message>
            <source>改键 F2</source>
            <translation>Change F2</translation>
        </message>
        <message>
            <source>放下 Esc</source>
            <translation>Leave Esc</translation>
        </message>
        <message>
            <source>放假</source>
            <translation>Day off</translation>
        </message>
        <message>
            <source>放回名单</source>
            <translation>Back on the list</translation>
        </message>
        <message>
            <source>放大 (+)</source>
            <translation>Zoom in (+)</translation>
        </message>
        <message>
            <source>放大后移动</source>
            <translation>Move when zoomed</translation>
        </message>
        <message>
            <source>放弃</source>
            <translation>Drop</translation>
        </message>
        <message>
            <source>放弃  Del</source>
            <translation>Give up  Del</translation>
        </message>
        <message>
            <source>放弃查询或导出</source>
            <translation>Give up the question or export</translation>
        </message>
        <message>
            <source>放弃的理由</source>
            <translation>Why it is given up</translation>
        </message>
        <message>
            <source>放弃的理由 · Enter 放弃 · Esc 不放弃</source>
            <translation>Why it is given up · Enter gives up · Esc keeps it</translation>
        </message>
        <message>
            <source>故障</source>
            <translation>Fault</translation>
        </message>
        <message>
            <source>散列</source>
            <translation>Hash</translation>
        </message>
        <message>
            <source>散列 {hash}</source>
            <translation>hash {hash}</translation>
        </message>
        <message>
            <source>数值</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>数字城管</source>
            <translation>Digital city</translation>
        </message>
        <message>
            <source>数字＋Enter 几分钟到位 · Enter 出动 · X 不能出动 · 空格 选队伍</source>
            <translation>Digits+Enter: there in minutes · Enter: coming · X: cannot · Space: pick a team</translation>
        </message>
        <message>
            <source>数据 %1 秒前</source>
            <translation>Data %1 s ago</translation>
        </message>
        <message>
            <source>数据 {n} 秒前</source>
            <translation>Data {n} s ago</translation>
        </message>
        <message>
            <source>数据 —</source>
            <translation>Data —</translation>
        </message>
        <message>
            <source>数据 刚刚</source>
            <translation>Data just now</translation>
        </message>
        <message>
            <source>数据库不合要求：需要 PostgreSQL 15 以上、编码 UTF8；请告知管理员。</source>
            <translation>The database does not suit: PostgreSQL 15 or later with encoding UTF8 is needed; tell the administrator.</translation>
        </message>
        <message>
            <source>数据库暂时连不上，是否已办尚不确定；恢复后请先看最新情况。</source>
            <translation>The database cannot be reached at the moment, whether this was done is not certain; once it is back look at the case first.</translation>
        </message>
        <message>
            <source>数据库暂时连不上，现在查不到</source>
            <translation>The database cannot be reached: this cannot be looked up now</translation>
        </message>
        <message>
            <source>数据库正忙，现在查不到</source>
            <translation>The database is busy: this cannot be looked up now</translation>
        </message>
        <message>
            <source>数据库正忙，这一步没有做；请再试一次。</source>
            <translation>The database is busy, this step was not done; try again.</translation>
        </message>
        <message>
            <source>数据库里没有街道 {street}；请核对代码。</source>
            <translation>The database has no street {street}; check the code.</translation>
        </message>
        <message>
            <source>数据截至 %1 · 连接中断</source>
            <translation>Data as of %1 · link lost</translation>
        </message>
        <message>
            <source>数据截至 {at}</source>
            <translation>Data as of {at}</translation>
        </message>
        <message>
            <source>数据文件夹 %1 正由另一个程序使用：%2（进程 %3，主机 %4，自 %5 起）。请先关闭它。</source>
            <translation>The data folder %1 is in use by another program: %2 (process %3, host %4, since %5). Close that one first.</translation>
        </message>
        <message>
            <source>数据文件夹写不进去，这一步没有做；请检查文件夹权限和磁盘。</source>
            <translation>The data folder cannot be written, this step was not done; check the folder's rights and the disk.</translation>
        </message>
        <message>
            <source>数据文件打不开或已损坏（{why}）；请保留原文件，用备份恢复。</source>
            <translation>The data file cannot be opened or is damaged ({why}); keep it as it is and restore from a backup.</translation>
        </message>
        <message>
            <source>数据正由“{program}”（{host}，进程 {pid}，自 {since}）使用；请先关闭它再开。</source>
            <translation>The data are in use by “{program}” ({host}, process {pid}, since {since}); close that one first.</translation>
        </message>
        <message>
            <source>数据由更新的程序版本（{file}）建立，本程序只认到 {program}；请升级程序。</source>
            <translation>The data are of a newer program ({file}), this one knows up to {program}; update the program.</translation>
        </message>
        <message>
            <source>整个界面换一种语言，从下次启动起；再选一次就不换。</source>
            <translation>The whole screen in the other language from the next start; chosen again it stays.</translation>
        </message>
        <message>
            <source>整个窗口换颜色。</source>
            <translation>Changes the colours of the whole window.</translation>
        </message>
        <message>
            <source>文件写不进去（{file}）；请换一个文件夹，或先关闭打开它的程序。</source>
            <translation>The file cannot be written ({file}); choose another folder, or close the program that has it open.</translation>
        </message>
        <message>
            <source>文件读不了</source>
            <translation>The file cannot be read</translation>
        </message>
        <message>
            <source>文件里是%1预案，请先换到%1再导入</source>
            <translation>The file holds a plan for %1; choose %1 first</translation>
        </message>
        <message>
            <source>文字</source>
            <translation>Words</translation>
        </message>
        <message>
            <source>文字写在“：”后面</source>
            <translation>Text stands behind “:”</translation>
        </message>
        <message>
            <source>文字太长</source>
            <translation>text too long</translation>
        </message>
        <message>
            <source>文字太长（{length} 字），最多 {most} 字；请精简。</source>
            <translation>The text is too long ({length} characters), {most} at most; shorten it.</translation>
        </message>
        <message>
            <source>文字里有无法显示的字符；请重新输入。</source>
            <translation>The text has characters that cannot be shown; type it again.</translation>
        </message>
        <message>
            <source>断线时的“%1”没有办，已放弃：%2</source>
            <translation>“%1”, given without a link, was not done and is given up: %2</translation>
        </message>
        <message>
            <source>新上报</source>
            <translation>New report</translation>
        </message>
        <message>
            <source>新上报没人理</source>
            <translation>Report not looked at</translation>
        </message>
        <message>
            <source>新到</source>
            <translation>arrived</translation>
        </message>
        <message>
            <source>新名字，Enter 改名，Esc 不改</source>
            <translation>New name: Enter renames, Esc does not</translation>
        </message>
        <message>
            <source>新增</source>
            <translation>new</translation>
        </message>
        <message>
            <source>新增 Ctrl+N</source>
            <translation>New Ctrl+N</translation>
        </message>
        <message>
            <source>新增：{cells}</source>
            <translation>added: {cells}</translation>
        </message>
        <message>
            <source>新密码</source>
            <translation>New password</translation>
        </message>
        <message>
            <source>新情况</source>
            <translation>New facts</translation>
        </message>
        <message>
            <source>新报</source>
            <translation>New</translation>
        </message>
        <message>
            <source>新班制 Ctrl+N</source>
            <translation>New pattern Ctrl+N</translation>
        </message>
        <message>
            <source>方向键或鼠标指到一处，这里说它的数。</source>
            <translation>Arrows or the mouse point at a place, here stands its figure.</translation>
        </message>
        <message>
            <source>方案</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>方案(&amp;W)：分工、处置、安全</source>
            <translation>Plan (&amp;W): shares, steps, safety</translation>
        </message>
        <message>
            <source>方案存成文件 Shift+F6</source>
            <translation>Save the plan: Shift+F6</translation>
        </message>
        <message>
            <source>方案已存到 {file}</source>
            <translation>Plan saved to {file}</translation>
        </message>
        <message>
            <source>旁边没有可并入的案件</source>
            <translation>There is no case beside to merge into</translation>
        </message>
        <message>
            <source>无</source>
            <translation>none</translation>
        </message>
        <message>
            <source>无人可派</source>
            <translation>Nobody to send</translation>
        </message>
        <message>
            <source>无变化</source>
            <translation>unchanged</translation>
        </message>
        <message>
            <source>无图 · Ctrl+V 粘贴</source>
            <translation>None · Ctrl+V</translation>
        </message>
        <message>
            <source>无图 · 反馈时添加</source>
            <translation>At feedback</translation>
        </message>
        <message>
            <source>无在岗人员</source>
            <translation>nobody on duty</translation>
        </message>
        <message>
            <source>无执法证</source>
            <translation>no certificate</translation>
        </message>
        <message>
            <source>无此执法权限</source>
            <translation>No power to enforce this</translation>
        </message>
        <message>
            <source>无此职权</source>
            <translation>No such powers</translation>
        </message>
        <message>
            <source>无电话</source>
            <translation>no phone</translation>
        </message>
        <message>
            <source>无疑似重复</source>
            <translation>No possible duplicate</translation>
        </message>
        <message>
            <source>无网格员</source>
            <translation>No grid member</translation>
        </message>
        <message>
            <source>无角色</source>
            <translation>no role</translation>
        </message>
        <message>
            <source>无记录仪</source>
            <translation>No recorder</translation>
        </message>
        <message>
            <source>无证</source>
            <translation>None</translation>
        </message>
        <message>
            <source>无需本单位参加</source>
            <translation>This unit is not needed</translation>
        </message>
        <message>
            <source>日历</source>
            <translation>Calendar</translation>
        </message>
        <message>
            <source>日历：{sheet?导入:修改}[，新增 {added}][，改动 {changed}][，删除 {removed}]</source>
            <translation>Calendar {sheet?imported:edited}[, {added} added][, {changed} changed][, {removed} removed]</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>日期[“{value}”]读不懂；请写成 2026-01-01。</source>
            <translation>The date[ "{value}"] cannot be read; write it like 2026-01-01.</translation>
        </message>
        <message>
            <source>日期“{text}”读不懂，请写成 2025-10-01</source>
            <translation>the date “{text}” cannot be read; write 2025-10-01</translation>
        </message>
        <message>
            <source>日期范围不对，最多 {most} 天。</source>
            <translation>The days are wrong; at most {most} of them.</translation>
        </message>
        <message>
            <source>早班</source>
            <translation>Early</translation>
        </message>
        <message>
            <source>时段</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>时段[“{value}”]读不懂；请写成 22:00-06:00，首尾不能相同。</source>
            <translation>The hours[ "{value}"] cannot be read; write 22:00-06:00, with two different ends.</translation>
        </message>
        <message>
            <source>时段读不懂；请写成 22:00-06:00，首尾不能相同。</source>
            <translation>Not understood; write 22:00-06:00, two different times.</translation>
        </message>
        <message>
            <source>时钟停走</source>
            <translation>Clock stopped</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>时间不能晚于现在；请改时间。</source>
            <translation>The time cannot be later than now; change it.</translation>
        </message>
        <message>
            <source>时间写成 09:20 或 07-11 09:20</source>
            <translation>Write the time as 09:20 or 07-11 09:20</translation>
        </message>
        <message>
            <source>时间没有时区，无法确定时刻；请改时间。</source>
            <translation>The time has no time zone, so the moment is unknown; change it.</translation>
        </message>
        <message>
            <source>时间范围</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>时限</source>
            <translation>Time limit</translation>
        </message>
        <message>
            <source>时限 100%</source>
            <translation>limit 100%</translation>
        </message>
        <message>
            <source>时限“{limit}”读不懂；请写成 2wd（工作日）、4wh（工作小时）或 24h。</source>
            <translation>The limit “{limit}” cannot be read; write 2wd (working days), 4wh (working hours) or 24h.</translation>
        </message>
        <message>
            <source>时限表：{sheet?导入:修改}[，改动 {changed}]</source>
            <translation>Limits {sheet?imported:edited}[, {changed} changed]</translation>
        </message>
        <message>
            <source>时龄</source>
            <translation>Age</translation>
        </message>
        <message>
            <source>明天</source>
            <translation>Tomorrow</translation>
        </message>
        <message>
            <source>昨天</source>
            <translation>Yesterday</translation>
        </message>
        <message>
            <source>是</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>是公式算出来的；请改成固定的文字或数字。</source>
            <translation>is reckoned by a formula; please put plain text or a number.</translation>
        </message>
        <message>
            <source>显示</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>显示 {shown}</source>
            <translation>{shown} shown</translation>
        </message>
        <message>
            <source>显示 {shown} / 共 {total}</source>
            <translation>{shown} of {total}</translation>
        </message>
        <message>
            <source>显示至 {}</source>
            <translation>shown until {}</translation>
        </message>
        <message>
            <source>晚班</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>暂停</source>
            <translation>suspended</translation>
        </message>
        <message>
            <source>暂停 {n} 件</source>
            <translation>{n} suspended</translation>
        </message>
        <message>
            <source>暂停 空格</source>
            <translation>Pause Space</translation>
        </message>
        <message>
            <source>暂缓</source>
            <translation>Held</translation>
        </message>
        <message>
            <source>暂缓 %1 件</source>
            <translation>%1 held</translation>
        </message>
        <message>
            <source>暂缓 {n}</source>
            <translation>held {n}</translation>
        </message>
        <message>
            <source>暂缓 {n} 件</source>
            <translation>{n} cases held</translation>
        </message>
        <message>
            <source>暂缓的案卷</source>
            <translation>Cases held</translation>
        </message>
        <message>
            <source>更早的</source>
            <translation>Older</translation>
        </message>
        <message>
            <source>更早的 {n} 条</source>
            <translation>{n} earlier</translation>
        </message>
        <message>
            <source>更正</source>
            <translation>Correct</translation>
        </message>
        <message>
            <source>更正[：事项{item}][，级别{level}][，网格{grid}]</source>
            <translation>Corrected[ · item {item}][ · level {level}][ · grid {grid}]</translation>
        </message>
        <message>
            <source>更正事项、地点或等级；时限从原起点重算，原到期时间留档。</source>
            <translation>Corrects item, place or level; time limits count again from their start, the old due time is kept on file.</translation>
        </message>
        <message>
            <source>最急的五件</source>
            <translation>The five worst</translation>
        </message>
        <message>
            <source>最近 %1 件，还有更多：请多写几个字</source>
            <translation>The latest %1, there are more: type a few more letters</translation>
        </message>
        <message>
            <source>最近 %1 天</source>
            <translation>Last %1 days</translation>
        </message>
        <message>
            <source>最近 1 小时</source>
            <translation>Last hour</translation>
        </message>
        <message>
            <source>最近 4 小时</source>
            <translation>Last 4 hours</translation>
        </message>
        <message>
            <source>最近 {days} 天（{key}）</source>
            <translation>Last {days} days ({key})</translation>
        </message>
        <message>
            <source>最近一次</source>
            <translation>Last</translation>
        </message>
        <message>
            <source>最近没有已签的交接</source>
            <translation>No handover was signed lately</translation>
        </message>
        <message>
            <source>最近的消息</source>
            <translation>Recent messages</translation>
        </message>
        <message>
            <source>最长暂缓</source>
            <translation>Held longest</translation>
        </message>
        <message>
            <source>最长迟报 {span}。</source>
            <translation>Latest by {span}. </translation>
        </message>
        <message>
            <source>月表</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>有 {value} 件并入本案，结果要逐一答复来源</source>
            <translation>{value} cases are merged into this one; answer each source with the result</translation>
        </message>
        <message>
            <source>有{value}</source>
            <translation>has {value}</translation>
        </message>
        <message>
            <source>有一件上报等着立案：[[go.queue]] 到队列，↑↓ 选中状态是“待立案”的一件</source>
            <translation>A report waits to be filed: [[go.queue]] goes to the queue, Up and Down pick one that is not filed yet</translation>
        </message>
        <message>
            <source>有一份交接还没有签完；请先签完或作废它。</source>
            <translation>A handover is under way; sign or drop it first.</translation>
        </message>
        <message>
            <source>有一条补发的内容被拒；请看“未发送”，按现在的情况定夺</source>
            <translation>A command sent late was refused; see “Unsent” and decide by the present state</translation>
        </message>
        <message>
            <source>有争议</source>
            <translation>Disputed</translation>
        </message>
        <message>
            <source>有任务在身：状态随任务（签收、出发、到场、完成）变化</source>
            <translation>On a task: the status follows it (sign, depart, arrive, done)</translation>
        </message>
        <message>
            <source>有几个人叫“{text}”，请改写成人员代号</source>
            <translation>several people are called “{text}”; write the person’s id</translation>
        </message>
        <message>
            <source>有变化</source>
            <translation>changed</translation>
        </message>
        <message>
            <source>有安全隐患，等不得</source>
            <translation>a hazard that cannot wait</translation>
        </message>
        <message>
            <source>有提问</source>
            <translation>asked</translation>
        </message>
        <message>
            <source>有效证件 {value}</source>
            <translation>{value} certified</translation>
        </message>
        <message>
            <source>有效证件不足两名（现有 {value} 名）</source>
            <translation>only {value} valid certificates of two</translation>
        </message>
        <message>
            <source>有此职权</source>
            <translation>has powers</translation>
        </message>
        <message>
            <source>有申请</source>
            <translation>Requests</translation>
        </message>
        <message>
            <source>有直接利害关系</source>
            <translation>Has a direct interest</translation>
        </message>
        <message>
            <source>有缺岗或休息不足时写明原因</source>
            <translation>Reason, where a post is empty or the rest too short</translation>
        </message>
        <message>
            <source>有职权的队伍都在休息（{value} 支）</source>
            <translation>all teams with the power rest ({value})</translation>
        </message>
        <message>
            <source>有职权的队伍都已离岗（{value} 支）</source>
            <translation>all teams with the power are off ({value})</translation>
        </message>
        <message>
            <source>有资料的人</source>
            <translation>People with data</translation>
        </message>
        <message>
            <source>有超期的网格</source>
            <translation>Grid with a late case</translation>
        </message>
        <message>
            <source>服务器</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>服务器出错，这一步没有做成；请再试一次，仍不行请告知管理员。</source>
            <translation>The server failed, this step was not done; try again, and tell the administrator if it fails again.</translation>
        </message>
        <message>
            <source>服务器地址</source>
            <translation>Address of the server</translation>
        </message>
        <message>
            <source>服务器没有这个地址；请升级坐席程序。</source>
            <translation>The server has no such address; update the seat.</translation>
        </message>
        <message>
            <source>服务器磁盘已满或写不进去，这一步没有做；请立即告知管理员。</source>
            <translation>The server's disk is full or cannot be written, this step was not done; tell the administrator at once.</translation>
        </message>
        <message>
            <source>服务器证书与记下的指纹不符，没有连接；请向管理员核对指纹。</source>
            <translation>The server's certificate does not match the fingerprint on record, not connected; ask the administrator for the fingerprint.</translation>
        </message>
        <message>
            <source>期间</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>期间接报 {received} 件（紧急 {urgent} 件），立案 {filed} 件，办结 {closed} 件，</source>
            <translation>{received} reports meanwhile ({urgent} urgent), {filed} filed, {closed} closed, </translation>
        </message>
        <message>
            <source>期限</source>
            <translation>by</translation>
        </message>
        <message>
            <source>期限已过，不能再延长；请依法解除或作出决定。</source>
            <translation>The time is over, it cannot be extended; lift it or decide by law.</translation>
        </message>
        <message>
            <source>未兑现承诺</source>
            <translation>Open promises</translation>
        </message>
        <message>
            <source>未准入</source>
            <translation>not admitted</translation>
        </message>
        <message>
            <source>未到时</source>
            <translation>not due yet</translation>
        </message>
        <message>
            <source>未勾选</source>
            <translation>not ticked</translation>
        </message>
        <message>
            <source>未发</source>
            <translation>unsent</translation>
        </message>
        <message>
            <source>未发送</source>
            <translation>Unsent</translation>
        </message>
        <message>
            <source>未发送 %1</source>
            <translation>Unsent %1</translation>
        </message>
        <message>
            <source>未发送的内容</source>
            <translation>Unsent commands</translation>
        </message>
        <message>
            <source>未发送的操作：{n}</source>
            <translation>Actions not sent: {n}</translation>
        </message>
        <message>
            <source>未发送，没有办；连接恢复后自动发出</source>
            <translation>Not sent, not done; goes out by itself once the link is back</translation>
        </message>
        <message>
            <source>未发送，连接恢复后自动发出；之后改动的内容不在其中</source>
            <translation>Not sent; it goes by itself once the link is back, without what was changed since</translation>
        </message>
        <message>
            <source>未发送：已存在本机，连接恢复后自动发出</source>
            <translation>Not sent: kept on this seat, goes out once the link is back</translation>
        </message>
        <message>
            <source>未同意</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>未存</source>
            <translation>not saved</translation>
        </message>
        <message>
            <source>未定社区</source>
            <translation>Community unknown</translation>
        </message>
        <message>
            <source>未执行</source>
            <translation>Not done</translation>
        </message>
        <message>
            <source>未批准</source>
            <translation>Not approved</translation>
        </message>
        <message>
            <source>未按时报平安</source>
            <translation>Check-in missed</translation>
        </message>
        <message>
            <source>未排</source>
            <translation>empty</translation>
        </message>
        <message>
            <source>未派</source>
            <translation>None</translation>
        </message>
        <message>
            <source>未派单位</source>
            <translation>no unit yet</translation>
        </message>
        <message>
            <source>未留名</source>
            <translation>no name</translation>
        </message>
        <message>
            <source>未确认</source>
            <translation>not taken</translation>
        </message>
        <message>
            <source>未立案</source>
            <translation>not filed</translation>
        </message>
        <message>
            <source>未答复 {left}</source>
            <translation>no answer {left}</translation>
        </message>
        <message>
            <source>未答复 {n}</source>
            <translation>silent {n}</translation>
        </message>
        <message>
            <source>未答复：{teams}。</source>
            <translation>No answer: {teams}. </translation>
        </message>
        <message>
            <source>未签字</source>
            <translation>Not signed</translation>
        </message>
        <message>
            <source>未编号</source>
            <translation>No number</translation>
        </message>
        <message>
            <source>未联系上</source>
            <translation>Not reached</translation>
        </message>
        <message>
            <source>未评价</source>
            <translation>Not rated</translation>
        </message>
        <message>
            <source>未转移</source>
            <translation>Not moved</translation>
        </message>
        <message>
            <source>本人密码</source>
            <translation>Own password</translation>
        </message>
        <message>
            <source>本人批准</source>
            <translation>I approve</translation>
        </message>
        <message>
            <source>本人要求删除</source>
            <translation>Asked for by the person</translation>
        </message>
        <message>
            <source>本周已复制到下一周（草稿），光标已到下一周</source>
            <translation>The week was copied to the next as a draft; the cursor is there</translation>
        </message>
        <message>
            <source>本席不设静音时段。</source>
            <translation>No quiet hours at this seat.</translation>
        </message>
        <message>
            <source>本席有 {n} 条未发送</source>
            <translation>{n} unsent at this seat</translation>
        </message>
        <message>
            <source>本席看不到各层级的情况；街道和社区的席位可以看。</source>
            <translation>This seat may not see the figures of the levels; seats of street and community may.</translation>
        </message>
        <message>
            <source>本席看不到吹哨。</source>
            <translation>This seat does not see whistles.</translation>
        </message>
        <message>
            <source>本席看不到回访；请热线席、受理员或值班长就座（Ctrl+U）。</source>
            <translation>This seat does not see call-backs; let the hotline, intake or the shift lead sit down (Ctrl+U).</translation>
        </message>
        <message>
            <source>本席看不到街道的队伍和执法人员；由谁在办，案卷里写着。</source>
            <translation>This seat does not see the street's teams and officers; each case says who works it.</translation>
        </message>
        <message>
            <source>本月没有您已发布、还没开始的班</source>
            <translation>You have no published duty to come this month</translation>
        </message>
        <message>
            <source>本月没有草稿，不用发布</source>
            <translation>This month has no drafts to publish</translation>
        </message>
        <message>
            <source>本月还没有排班：到“排班”页按班制生成草稿（Ctrl+Tab），或在表格里直接输入姓名，或导入表格</source>
            <translation>This month is not planned: draft it on “Plan” (Ctrl+Tab), type names into the table, or import a sheet</translation>
        </message>
        <message>
            <source>本机暂存的图片已满（{most} MB）；请等连接恢复后再添加。</source>
            <translation>This seat holds as many unsent pictures as it may ({most} MB); add more once the link is back.</translation>
        </message>
        <message>
            <source>本机磁盘存不进去（{why}），这一步没有做；请腾出空间后再试。</source>
            <translation>This seat's disk did not take it ({why}) and nothing was done; make room and try again.</translation>
        </message>
        <message>
            <source>本次已派 {n} 件</source>
            <translation>{n} sent now</translation>
        </message>
        <message>
            <source>本班</source>
            <translation>Shift:</translation>
        </message>
        <message>
            <source>本级办不了的交给上一级：写明理由和已经做过什么。</source>
            <translation>Gives what this level cannot solve to the next one up: the reason and what was tried.</translation>
        </message>
        <message>
            <source>本街道</source>
            <translation>Own street</translation>
        </message>
        <message>
            <source>本街道不再受理</source>
            <translation>The street does not follow it up</translation>
        </message>
        <message>
            <source>本面板的帮助</source>
            <translation>Help of this panel</translation>
        </message>
        <message>
            <source>机动</source>
            <translation>Mobile</translation>
        </message>
        <message>
            <source>条数超出可查范围；请改小。</source>
            <translation>More rows than can be asked for; make the number smaller.</translation>
        </message>
        <message>
            <source>来了新上报</source>
            <translation>New report</translation>
        </message>
        <message>
            <source>来件结案</source>
            <translation>In and out</translation>
        </message>
        <message>
            <source>来源</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>来源(&amp;S)</source>
            <translation>Source (&amp;S)</translation>
        </message>
        <message>
            <source>来源单号</source>
            <translation>Order number of the source</translation>
        </message>
        <message>
            <source>来源编号</source>
            <translation>Source number</translation>
        </message>
        <message>
            <source>来电</source>
            <translation>Telephone</translation>
        </message>
        <message>
            <source>来电(&amp;T)</source>
            <translation>Phone (&amp;T)</translation>
        </message>
        <message>
            <source>来电人姓名</source>
            <translation>Caller's name</translation>
        </message>
        <message>
            <source>来电内容</source>
            <translation>What was said</translation>
        </message>
        <message>
            <source>来电内容最多 2000 字</source>
            <translation>What was said: 2000 characters at most</translation>
        </message>
        <message>
            <source>来电号码</source>
            <translation>Caller's phone</translation>
        </message>
        <message>
            <source>来结</source>
            <translation>Flow</translation>
        </message>
        <message>
            <source>来自</source>
            <translation>Told by</translation>
        </message>
        <message>
            <source>来话</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>查封、扣押等立子卷，登记决定书、清单和记录仪，法定时限起算。</source>
            <translation>Opens a sub-docket for a seizure and the like: decision, list of goods and recorder are entered, and the statutory time starts.</translation>
        </message>
        <message>
            <source>查封扣押</source>
            <translation>Seizure</translation>
        </message>
        <message>
            <source>查封扣押依法延长一次 30 日（行政强制法 25）。</source>
            <translation>Extends a seizure once by 30 days as the law allows (Administrative Coercion Law Art. 25).</translation>
        </message>
        <message>
            <source>查找</source>
            <translation>Find</translation>
        </message>
        <message>
            <source>查找动作和按键；在文字栏里用 Shift+F1。</source>
            <translation>Find actions and keys; in a text field use Shift+F1.</translation>
        </message>
        <message>
            <source>查找动作或按键</source>
            <translation>Find an action or a key</translation>
        </message>
        <message>
            <source>查找帮助</source>
            <translation>Find help</translation>
        </message>
        <message>
            <source>查找帮助：中文或英文 · Enter 打开第一条 · Esc 返回</source>
            <translation>Find help, in Chinese or English · Enter opens the first · Esc goes back</translation>
        </message>
        <message>
            <source>查找案卷</source>
            <translation>Find cases</translation>
        </message>
        <message>
            <source>查找没有成功，请再试</source>
            <translation>The search failed, please try again</translation>
        </message>
        <message>
            <source>查找结果</source>
            <translation>Cases found</translation>
        </message>
        <message>
            <source>查看号码</source>
            <translation>Numbers revealed</translation>
        </message>
        <message>
            <source>查看诉求人电话[：{reason}]</source>
            <translation>Complainant's phone shown[: {reason}]</translation>
        </message>
        <message>
            <source>查看转移人员电话[：{reason}]</source>
            <translation>telephone of a person at risk revealed[: {reason}]</translation>
        </message>
        <message>
            <source>标准</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>核实</source>
            <translation>Verify</translation>
        </message>
        <message>
            <source>核实中</source>
            <translation>Verifying</translation>
        </message>
        <message>
            <source>核实人</source>
            <translation>Verifier</translation>
        </message>
        <message>
            <source>核实人不能是上报人（{person}）；请另派一人（采办分离）。</source>
            <translation>The verifier must not be the reporter ({person}); send somebody else (who collects does not handle).</translation>
        </message>
        <message>
            <source>核实后现场不存在</source>
            <translation>Verified: not found on the spot</translation>
        </message>
        <message>
            <source>核实情况</source>
            <translation>What was found</translation>
        </message>
        <message>
            <source>核实结果</source>
            <translation>Verification result</translation>
        </message>
        <message>
            <source>核实结果：{found?现场属实:现场不存在}</source>
            <translation>Verified: {found?found on the spot:not found}</translation>
        </message>
        <message>
            <source>核实要派网格员；请从网格员中选。</source>
            <translation>Verifying is a grid member's work; pick one.</translation>
        </message>
        <message>
            <source>核实超时</source>
            <translation>Verification late</translation>
        </message>
        <message>
            <source>核查</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>核查 {}</source>
            <translation>Check {}</translation>
        </message>
        <message>
            <source>核查{passed?通过:不通过，返工}</source>
            <translation>Check {passed?passed:failed, rework}</translation>
        </message>
        <message>
            <source>核查不通过</source>
            <translation>Check failed</translation>
        </message>
        <message>
            <source>核查不通过，退回返工，原到期时间不变。</source>
            <translation>The check failed: back to rework, the due time stays as it was.</translation>
        </message>
        <message>
            <source>核查中</source>
            <translation>Checking</translation>
        </message>
        <message>
            <source>核查人</source>
            <translation>Checker</translation>
        </message>
        <message>
            <source>核查员</source>
            <translation>Checker</translation>
        </message>
        <message>
            <source>核查回访</source>
            <translation>Check, call-back</translation>
        </message>
        <message>
            <source>核查情况</source>
            <translation>What was checked</translation>
        </message>
        <message>
            <source>核查结果</source>
            <translation>Check recorded</translation>
        </message>
        <message>
            <source>核查结案</source>
            <translation>Check and close</translation>
        </message>
        <message>
            <source>核查结论已录入，不能再录一次。</source>
            <translation>The result of the check is entered, it cannot be entered again.</translation>
        </message>
        <message>
            <source>核查要交核查员；请从核查员中选。</source>
            <translation>A check is a checker's work; pick a checker.</translation>
        </message>
        <message>
            <source>核查超时</source>
            <translation>Check late</translation>
        </message>
        <message>
            <source>核查通过</source>
            <translation>Check passed</translation>
        </message>
        <message>
            <source>核查通过之后才能结案；请先录入核查结论。</source>
            <translation>A case is closed after a passed check; enter the check's result first.</translation>
        </message>
        <message>
            <source>核查通过后结案销号；未了的子卷继续列出。</source>
            <translation>Closes the case after a passed check; open sub-dockets stay on the list.</translation>
        </message>
        <message>
            <source>核查通过结案</source>
            <translation>Closed after a passed check</translation>
        </message>
        <message>
            <source>核查通过；热线案卷转回访，其余可以结案。</source>
            <translation>The check passed: a hotline case goes on to call-back, others can be closed.</translation>
        </message>
        <message>
            <source>核验</source>
            <translation>Verification</translation>
        </message>
        <message>
            <source>案卷</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>案卷 %1 件</source>
            <translation>%1 cases</translation>
        </message>
        <message>
            <source>案卷 {n} 件</source>
            <translation>{n} cases</translation>
        </message>
        <message>
            <source>案卷不能并入它自己；请另选一件。</source>
            <translation>A case cannot be merged into itself; pick another.</translation>
        </message>
        <message>
            <source>案卷刚有变动，已按最新情况重新核对</source>
            <translation>The case has just changed and was checked again as it is now</translation>
        </message>
        <message>
            <source>案卷刚有变动，现为“%1”。请看一眼，再提交两次即按最新状态办理</source>
            <translation>The case has just changed and is now “%1”. Take a look, then press twice to do it as it is now</translation>
        </message>
        <message>
            <source>案卷刚被他人[（{by}，{at}）]改动，现为“{state}”[，主办{unit}]；请看最新情况后再办。</source>
            <translation>Somebody[ ({by}, {at})] has just changed the case, it is now “{state}”[, lead {unit}]; look at it before you go on.</translation>
        </message>
        <message>
            <source>案卷刚被他人改动；请看最新情况后再办。</source>
            <translation>Somebody has just changed the case; look at it before you go on.</translation>
        </message>
        <message>
            <source>案卷各栏</source>
            <translation>Parts of the case</translation>
        </message>
        <message>
            <source>案卷图片</source>
            <translation>Pictures of the case</translation>
        </message>
        <message>
            <source>案卷图片上。</source>
            <translation>On the case's pictures.</translation>
        </message>
        <message>
            <source>案卷在{tier}这一级，现在不能上交或交回；上交、交回都要在立案之前。</source>
            <translation>The case is with the {tier}; it cannot go up or back now, which is done before filing.</translation>
        </message>
        <message>
            <source>案卷已了，未答复</source>
            <translation>the case ended unanswered</translation>
        </message>
        <message>
            <source>案卷已是“{state}”，不能再做这一步；有新情况请复开或另行上报。</source>
            <translation>The case is “{state}” and cannot take this step; with new facts reopen it or report anew.</translation>
        </message>
        <message>
            <source>案卷已经了结，这项承诺不用再兑现</source>
            <translation>The case has ended; this promise needs no keeping</translation>
        </message>
        <message>
            <source>案卷已结，子卷未结，仍在计时</source>
            <translation>The case is closed, its sub-docket is not; the clock still runs</translation>
        </message>
        <message>
            <source>案卷已被改动，这一步现在不能办：%1</source>
            <translation>The case has been changed and this step is not possible now: %1</translation>
        </message>
        <message>
            <source>案卷没有位置，请用报到码报到。</source>
            <translation>The case has no position; check in by the code.</translation>
        </message>
        <message>
            <source>案卷没有地点，无法算路程</source>
            <translation>the case has no place, so no way can be reckoned</translation>
        </message>
        <message>
            <source>案卷现为“{state}”[（{by}，{at}）]，按流程不能转到“{to}”；请先办完当前环节。</source>
            <translation>The case is “{state}”[ ({by}, {at})] and cannot go to “{to}”; finish the present stage first.</translation>
        </message>
        <message>
            <source>案卷现为“{state}”，办结之前不能清除诉求人信息。</source>
            <translation>The case is “{state}”; the complainant's data cannot be erased before it is closed.</translation>
        </message>
        <message>
            <source>案卷现为“{state}”，要在“处置中”才能做这一步；请先签收或恢复。</source>
            <translation>The case is “{state}”; this step needs “Handling”: sign or resume it first.</translation>
        </message>
        <message>
            <source>案卷现为“{state}”，计时已停；请先恢复，再更正事项或级别。</source>
            <translation>The case is “{state}” and its clock stands; resume it before you correct item or level.</translation>
        </message>
        <message>
            <source>案卷现在归{tier}这一级办，要由这一级的人来办；请与{tier}联系。</source>
            <translation>The {tier} has the case now and must do this itself; please speak to the {tier}.</translation>
        </message>
        <message>
            <source>案卷现在的状态不能做这一步；请看案卷面板里可办的下一步。</source>
            <translation>The case's state does not allow this step; see the next steps in the case panel.</translation>
        </message>
        <message>
            <source>案卷编号或文字</source>
            <translation>Case number or words</translation>
        </message>
        <message>
            <source>案卷编号或文字 /</source>
            <translation>Case number or words /</translation>
        </message>
        <message>
            <source>案卷面板里。</source>
            <translation>In the case panel.</translation>
        </message>
        <message>
            <source>案卷：换栏</source>
            <translation>Case: next part</translation>
        </message>
        <message>
            <source>案卷：逐条看、复制一条</source>
            <translation>Case: line by line, copy one</translation>
        </message>
        <message>
            <source>案号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>案号、尾号、来电号码、网格码、地点或诉求中的字词、首字母</source>
            <translation>Number, phone, grid code, words or first letters</translation>
        </message>
        <message>
            <source>模拟的街道正要送来一件上报，请稍候</source>
            <translation>The simulated street is about to send a report, one moment</translation>
        </message>
        <message>
            <source>欠{what}</source>
            <translation>owes {what}</translation>
        </message>
        <message>
            <source>欠办</source>
            <translation>Owed</translation>
        </message>
        <message>
            <source>次数</source>
            <translation>Times</translation>
        </message>
        <message>
            <source>止</source>
            <translation>ended </translation>
        </message>
        <message>
            <source>正在停止导出…</source>
            <translation>Stopping the export…</translation>
        </message>
        <message>
            <source>正在办理… %1 秒</source>
            <translation>Working… %1 s</translation>
        </message>
        <message>
            <source>正在取图…</source>
            <translation>Fetching picture…</translation>
        </message>
        <message>
            <source>正在处置其他急件</source>
            <translation>Busy with another urgent case</translation>
        </message>
        <message>
            <source>正在导出… %1 秒</source>
            <translation>Exporting… %1 s</translation>
        </message>
        <message>
            <source>正在建立…</source>
            <translation>Founding …</translation>
        </message>
        <message>
            <source>正在提交…</source>
            <translation>Sending…</translation>
        </message>
        <message>
            <source>正在撤销，请等答复</source>
            <translation>Undoing: wait for the answer</translation>
        </message>
        <message>
            <source>正在查…</source>
            <translation>Looking it up…</translation>
        </message>
        <message>
            <source>正在核对密码…</source>
            <translation>Checking the password…</translation>
        </message>
        <message>
            <source>正在派出…</source>
            <translation>Being sent…</translation>
        </message>
        <message>
            <source>正在派遣…</source>
            <translation>Being dispatched…</translation>
        </message>
        <message>
            <source>正在演练，可随时转真</source>
            <translation>in a drill, free for a real case</translation>
        </message>
        <message>
            <source>正在现场或途中的队伍：{teams}。</source>
            <translation>Teams out: {teams}.</translation>
        </message>
        <message>
            <source>正在登录…</source>
            <translation>Logging in…</translation>
        </message>
        <message>
            <source>正在看旧版；Ctrl+S 以它存为新版 · Ctrl+R 回到现行版</source>
            <translation>An old version; Ctrl+S saves it as a new one · Ctrl+R back to the current one</translation>
        </message>
        <message>
            <source>正在统计…</source>
            <translation>Counting…</translation>
        </message>
        <message>
            <source>正在编排…</source>
            <translation>Planning…</translation>
        </message>
        <message>
            <source>正在读取…</source>
            <translation>Reading …</translation>
        </message>
        <message>
            <source>正在读取… %1 秒</source>
            <translation>Reading… %1 s</translation>
        </message>
        <message>
            <source>正在读取名单…</source>
            <translation>Reading the list …</translation>
        </message>
        <message>
            <source>正在读取图片…</source>
            <translation>Reading the picture…</translation>
        </message>
        <message>
            <source>正在逐件办理，Esc 停下</source>
            <translation>Doing them one by one, Esc stops</translation>
        </message>
        <message>
            <source>正常</source>
            <translation>On time</translation>
        </message>
        <message>
            <source>正忙（{value}）</source>
            <translation>busy ({value})</translation>
        </message>
        <message>
            <source>步行</source>
            <translation>on foot</translation>
        </message>
        <message>
            <source>步速（公里/时）</source>
            <translation>Speed on foot (km/h)</translation>
        </message>
        <message>
            <source>步骤表单里。</source>
            <translation>In a step's form.</translation>
        </message>
        <message>
            <source>步骤：提交</source>
            <translation>Step: submit</translation>
        </message>
        <message>
            <source>每 {n} 分钟</source>
            <translation>Every {n} min</translation>
        </message>
        <message>
            <source>每 {span}</source>
            <translation>every {span}</translation>
        </message>
        <message>
            <source>每个级别都要写明由谁确认。</source>
            <translation>Every level wants somebody who confirms it.</translation>
        </message>
        <message>
            <source>每件最多延期两次，已经用完；请按期办结或申请挂账。</source>
            <translation>A case is extended twice at most and both are used; finish in time or ask to suspend.</translation>
        </message>
        <message>
            <source>每班由第几班组上：</source>
            <translation>Which team works each shift:</translation>
        </message>
        <message>
            <source>每缺一件装备，折加（分）</source>
            <translation>Each missing piece of equipment, adds (min)</translation>
        </message>
        <message>
            <source>每隔上报</source>
            <translation>Report every</translation>
        </message>
        <message>
            <source>沉三声</source>
            <translation>Three low tones</translation>
        </message>
        <message>
            <source>没收</source>
            <translation>Confiscated</translation>
        </message>
        <message>
            <source>没有[“{value}”]这个选项；请从列表中选。</source>
            <translation>There is no such choice[ "{value}"]; choose from the list.</translation>
        </message>
        <message>
            <source>没有一件可办：原因在上面；Esc 放下</source>
            <translation>None can be done: see the reasons above; Esc leaves</translation>
        </message>
        <message>
            <source>没有下一批：用空格在下面选队伍，再按 Ctrl+Enter</source>
            <translation>No next wave: pick teams with Space, then Ctrl+Enter</translation>
        </message>
        <message>
            <source>没有不满意的回访，不需要重办。</source>
            <translation>There is no bad call-back, nothing to redo.</translation>
        </message>
        <message>
            <source>没有任何队伍</source>
            <translation>there is no team</translation>
        </message>
        <message>
            <source>没有住址</source>
            <translation>no address</translation>
        </message>
        <message>
            <source>没有冻结的交接：先由交班人冻结</source>
            <translation>No handover is frozen: the outgoing person freezes it first</translation>
        </message>
        <message>
            <source>没有勾选可派的案卷：空格勾选，R 重新编排</source>
            <translation>Nothing ticked that can go: Space ticks, R plans again</translation>
        </message>
        <message>
            <source>没有单位对本事项有{value}职权：可吹哨或移送</source>
            <translation>no unit has the power to {value} here: whistle or transfer</translation>
        </message>
        <message>
            <source>没有发现排班问题</source>
            <translation>No faults found</translation>
        </message>
        <message>
            <source>没有叫“{text}”的人</source>
            <translation>nobody is called “{text}”</translation>
        </message>
        <message>
            <source>没有叫“{text}”的人；请输入姓名或拼音首字母。</source>
            <translation>Nobody is called “{text}”; type a name or pinyin initials.</translation>
        </message>
        <message>
            <source>没有叫“{word}”的字段</source>
            <translation>There is no field “{word}”</translation>
        </message>
        <message>
            <source>没有召集队伍。</source>
            <translation>No teams were called.</translation>
        </message>
        <message>
            <source>没有可代录的人：请先确定由谁办理</source>
            <translation>Nobody to enter this for: first decide who does it</translation>
        </message>
        <message>
            <source>没有可以撤销的操作。</source>
            <translation>There is nothing to undo.</translation>
        </message>
        <message>
            <source>没有可办的</source>
            <translation>Nothing to do</translation>
        </message>
        <message>
            <source>没有响着的报警</source>
            <translation>No alarm is ringing</translation>
        </message>
        <message>
            <source>没有在办案卷。立案、派遣后，各家的在办、将到期和超时列在这里。</source>
            <translation>No case is open. Once filed and sent, each one's open, near due and overdue cases stand here.</translation>
        </message>
        <message>
            <source>没有在办案卷。立案后，按级别和立案以来的时间列在这里。</source>
            <translation>No case is open. Once filed, they stand here by level and time since filing.</translation>
        </message>
        <message>
            <source>没有在办案卷：照样可以冻结和签字，写成零报告。</source>
            <translation>No open case: freeze and sign all the same, as a nil report.</translation>
        </message>
        <message>
            <source>没有在办的吹哨。
在队列里选中处置中的案卷，按 Shift+W 提出吹哨。</source>
            <translation>No whistle at work.
Pick a case in progress in the queue and press Shift+W to draft one.</translation>
        </message>
        <message>
            <source>没有在办的案卷</source>
            <translation>No open case</translation>
        </message>
        <message>
            <source>没有在办的，队列里列不出：%1</source>
            <translation>None of these is open, the queue has nothing to list: %1</translation>
        </message>
        <message>
            <source>没有在岗的队伍</source>
            <translation>No team on duty</translation>
        </message>
        <message>
            <source>没有处置卡要的职权：{value}</source>
            <translation>lacks powers of the run card: {value}</translation>
        </message>
        <message>
            <source>没有姓名</source>
            <translation>no name</translation>
        </message>
        <message>
            <source>没有尾号 {word} 的案卷</source>
            <translation>No case ends in {word}</translation>
        </message>
        <message>
            <source>没有岗位角色</source>
            <translation>lacks the post's role</translation>
        </message>
        <message>
            <source>没有建立</source>
            <translation>Not founded</translation>
        </message>
        <message>
            <source>没有待决定的准入；请先由受理员或值班长提请。</source>
            <translation>No admission waits to be decided; let intake or the shift lead ask first.</translation>
        </message>
        <message>
            <source>没有待回访的案卷。
热线来的案卷核查通过后，会按到期时间排在这里。</source>
            <translation>Nobody waits for a call.
Hotline cases come here by due time once their check has passed.</translation>
        </message>
        <message>
            <source>没有待派遣的案卷；立案后在这里一起编排。队列里按空格可只勾几件。</source>
            <translation>No case to be sent; filed ones are planned here together. Space in the queue picks some only.</translation>
        </message>
        <message>
            <source>没有待知悉的报警</source>
            <translation>No alarm is waiting</translation>
        </message>
        <message>
            <source>没有待答复的督办单。
在队列里选中案卷，按 O 发督办单，另定期限。</source>
            <translation>No supervision order waits for a reply.
Select a case in the queue and press O to give one with a due of its own.</translation>
        </message>
        <message>
            <source>没有情况：现在应报的一份作零报告。</source>
            <translation>Nothing has happened: the report owed now goes as a nil report.</translation>
        </message>
        <message>
            <source>没有执法证</source>
            <translation>No enforcement certificate</translation>
        </message>
        <message>
            <source>没有找到。换一个词，或按 Esc 返回。</source>
            <translation>Nothing found. Try another word, or Esc to go back.</translation>
        </message>
        <message>
            <source>没有找到；已结案的也查过了</source>
            <translation>Nothing found; closed cases were searched too</translation>
        </message>
        <message>
            <source>没有改动：已有同名同样的视图</source>
            <translation>Nothing changed: there is such a view of that name</translation>
        </message>
        <message>
            <source>没有新情况的重复上报，按原结果答复。</source>
            <translation>Reported before with no new facts; answer with the first result.</translation>
        </message>
        <message>
            <source>没有新的案卷动态。</source>
            <translation>Nothing new on cases.</translation>
        </message>
        <message>
            <source>没有暂缓案卷。</source>
            <translation>No case was held.</translation>
        </message>
        <message>
            <source>没有未兑现的承诺。</source>
            <translation>No promise is open.</translation>
        </message>
        <message>
            <source>没有未兑现的承诺。
在队列里选中案卷，按 Shift+P 记下答应了谁、什么时候。</source>
            <translation>No promise is open.
Pick a case in the queue and press Shift+P to write down who was promised what by when.</translation>
        </message>
        <message>
            <source>没有未发送的内容</source>
            <translation>Nothing is unsent</translation>
        </message>
        <message>
            <source>没有未答复的队伍</source>
            <translation>No team owes an answer</translation>
        </message>
        <message>
            <source>没有本事项的队伍可派（{value} 支都不行）</source>
            <translation>no team of this matter can go ({value} cannot)</translation>
        </message>
        <message>
            <source>没有查成</source>
            <translation>could not be looked up</translation>
        </message>
        <message>
            <source>没有核对成</source>
            <translation>not checked</translation>
        </message>
        <message>
            <source>没有案卷因此暂缓或恢复</source>
            <translation>no case is held or goes on by this</translation>
        </message>
        <message>
            <source>没有此职权</source>
            <translation>no powers</translation>
        </message>
        <message>
            <source>没有法定依据</source>
            <translation>No legal basis</translation>
        </message>
        <message>
            <source>没有派推荐的队伍，要选一条理由；派了推荐的，则不用。</source>
            <translation>Another team than the recommended wants a reason; the recommended one wants none.</translation>
        </message>
        <message>
            <source>没有派推荐的队伍：按 A–F 选一条理由；选“其他”要写明（至少 4 字）</source>
            <translation>Another team than the recommended: choose a reason by A–F; “other” wants words (4 characters at least)</translation>
        </message>
        <message>
            <source>没有漏报。</source>
            <translation>None was skipped.</translation>
        </message>
        <message>
            <source>没有符合的旧案卷：请看事项、级别、社区和时段是否写得太窄，或换更长的时间</source>
            <translation>No past case fits: see whether item, level, communities or hours are too narrow, or take a longer time</translation>
        </message>
        <message>
            <source>没有符合筛选的案卷，按 Esc 取消筛选</source>
            <translation>No case fits the filter, Esc clears it</translation>
        </message>
        <message>
            <source>没有等批准的申请</source>
            <translation>No request waits</translation>
        </message>
        <message>
            <source>没有等着确认的切换</source>
            <translation>No switch waits to be confirmed</translation>
        </message>
        <message>
            <source>没有统计成：按 O 再统计</source>
            <translation>Not counted: press O to count again</translation>
        </message>
        <message>
            <source>没有编排成：按 R 再编排</source>
            <translation>No plan came: press R to ask again</translation>
        </message>
        <message>
            <source>没有能确认的人：请 Ctrl+U 让确认人就座</source>
            <translation>Nobody here may confirm: Ctrl+U lets one sit down</translation>
        </message>
        <message>
            <source>没有要交代的提示。
Ctrl+N 登记上级指示、预警、天气、关注点或系统故障。</source>
            <translation>Nothing to pass on.
Ctrl+N writes down an instruction, warning, weather, place to watch or fault.</translation>
        </message>
        <message>
            <source>没有要保存的改动</source>
            <translation>No changes to save</translation>
        </message>
        <message>
            <source>没有要开的会商，也没有没办完的任务。
在队列里选中案卷，按 Shift+Q 召集会商。</source>
            <translation>No consultation to hold and no task left.
Pick a case in the queue and press Shift+Q to call one.</translation>
        </message>
        <message>
            <source>没有要清除的个人资料。</source>
            <translation>There is no personal data to purge.</translation>
        </message>
        <message>
            <source>没有要知悉的报警。
有报警时这里按轻重排列，写明为什么响、响给谁。</source>
            <translation>Nothing to acknowledge.
Alarms stand here by gravity, with why they ring and for whom.</translation>
        </message>
        <message>
            <source>没有角色的人不能在岗；请先给角色。</source>
            <translation>Somebody without a role cannot be on duty; give a role first.</translation>
        </message>
        <message>
            <source>没有转移名单。</source>
            <translation>Nobody was listed for evacuation.</translation>
        </message>
        <message>
            <source>没有这个单位“{unit}”；请从名单中选。</source>
            <translation>There is no unit “{unit}”; pick one from the list.</translation>
        </message>
        <message>
            <source>没有这个吹哨；请从名单中选。</source>
            <translation>There is no such whistle; choose from the list.</translation>
        </message>
        <message>
            <source>没有这个子卷；请刷新案卷后再选。</source>
            <translation>There is no such sub-docket; refresh the case and pick again.</translation>
        </message>
        <message>
            <source>没有这个安置点或危险点；请从名单中选。</source>
            <translation>There is no such shelter or danger point; choose one from the list.</translation>
        </message>
        <message>
            <source>没有这个案卷</source>
            <translation>no such case</translation>
        </message>
        <message>
            <source>没有这个案卷，或者它不属本街道；请按编号重新查找。</source>
            <translation>There is no such case, or it is not this street's; find it by its number.</translation>
        </message>
        <message>
            <source>没有这个班；请刷新后再选。</source>
            <translation>There is no such duty; refresh and choose again.</translation>
        </message>
        <message>
            <source>没有这个社区</source>
            <translation>no such community</translation>
        </message>
        <message>
            <source>没有这个社区或网格；请从名单中选。</source>
            <translation>There is no such community or grid; choose one from the list.</translation>
        </message>
        <message>
            <source>没有这个网格</source>
            <translation>no such grid</translation>
        </message>
        <message>
            <source>没有这个网格“{grid}”；请核对十五位编码或在地图上点选。</source>
            <translation>There is no grid “{grid}”; check its fifteen digits or click on the map.</translation>
        </message>
        <message>
            <source>没有这件物品；请刷新后再选。</source>
            <translation>There is no such thing; refresh and choose again.</translation>
        </message>
        <message>
            <source>没有这份交接记录；请从名单中选。</source>
            <translation>There is no such handover; choose one from the list.</translation>
        </message>
        <message>
            <source>没有这份预案；请从名单中选。</source>
            <translation>There is no such plan; choose one from the list.</translation>
        </message>
        <message>
            <source>没有这名人员“{person}”；请从值班名册中选。</source>
            <translation>There is no person “{person}”; pick one from the duty roster.</translation>
        </message>
        <message>
            <source>没有这名执法人员“{officer}”；请从名册中选。</source>
            <translation>There is no officer “{officer}”; pick one from the roster.</translation>
        </message>
        <message>
            <source>没有这张图片，或者它已按期清除。</source>
            <translation>There is no such picture, or it was erased on schedule.</translation>
        </message>
        <message>
            <source>没有这张督办单；请刷新案卷后再选。</source>
            <translation>There is no such order; look at the case again and choose.</translation>
        </message>
        <message>
            <source>没有这支队伍“{team}”；请从队伍名册中选。</source>
            <translation>There is no team “{team}”; pick one from the roster.</translation>
        </message>
        <message>
            <source>没有这条提示；请刷新后再选。</source>
            <translation>There is no such notice; refresh and choose again.</translation>
        </message>
        <message>
            <source>没有这样的人：可写姓名、拼音首字母（张三写 zs）或岗位 · Esc 返回</source>
            <translation>Nobody like that: a name, its pinyin initials (zs for Zhang San) or a role · Esc back</translation>
        </message>
        <message>
            <source>没有这次会商；请从名单中选。</source>
            <translation>There is no such consultation; choose from the list.</translation>
        </message>
        <message>
            <source>没有这次切换；请刷新后再选。</source>
            <translation>There is no such switch; refresh and choose again.</translation>
        </message>
        <message>
            <source>没有这次召集；请刷新后再选。</source>
            <translation>There is no such call; refresh and choose again.</translation>
        </message>
        <message>
            <source>没有这次应急；请从名单中选。</source>
            <translation>There is no such emergency; choose one from the list.</translation>
        </message>
        <message>
            <source>没有这种桌面布局；请从名单中选。</source>
            <translation>There is no such layout of the desk; choose one from the list.</translation>
        </message>
        <message>
            <source>没有这种班制；请从名单中选。</source>
            <translation>There is no such pattern; choose one from the list.</translation>
        </message>
        <message>
            <source>没有这项任务；请刷新案卷后再选。</source>
            <translation>There is no such task; refresh the case and pick again.</translation>
        </message>
        <message>
            <source>没有这项承诺；请刷新后再选。</source>
            <translation>There is no such promise; refresh and choose again.</translation>
        </message>
        <message>
            <source>没有这项申请；请刷新案卷后再选。</source>
            <translation>There is no such request; refresh the case and pick again.</translation>
        </message>
        <message>
            <source>没有送达，内容仍在：请再按一次 Ctrl+Enter，不会重复受理</source>
            <translation>Not delivered, your words are still here: press Ctrl+Enter once more, it is not taken in twice</translation>
        </message>
        <message>
            <source>没有送达，请再办一次</source>
            <translation>Not delivered, please try again</translation>
        </message>
        <message>
            <source>没有送达，请再派一次</source>
            <translation>Not delivered; send it again</translation>
        </message>
        <message>
            <source>没有送达：请再按一次 Ctrl+Enter</source>
            <translation>Not delivered: press Ctrl+Enter once more</translation>
        </message>
        <message>
            <source>没有队伍位置（{value}）</source>
            <translation>no team has a position ({value})</translation>
        </message>
        <message>
            <source>没有队伍配备“{value}”；派遣时会列为缺口。</source>
            <translation>No team carries "{value}"; a dispatch will name the shortfall.</translation>
        </message>
        <message>
            <source>沿路 {value}</source>
            <translation>{value} by road</translation>
        </message>
        <message>
            <source>法定条件不符（代码 {code}）</source>
            <translation>A legal condition is not met (code {code})</translation>
        </message>
        <message>
            <source>法律不允许这样派遣，见下方红色条目</source>
            <translation>The law does not allow this dispatch, see the red lines below</translation>
        </message>
        <message>
            <source>法律不允许：{rule}</source>
            <translation>The law forbids it: {rule}</translation>
        </message>
        <message>
            <source>法律依据</source>
            <translation>Legal basis</translation>
        </message>
        <message>
            <source>法律要求</source>
            <translation>What the law asks</translation>
        </message>
        <message>
            <source>法规名称与条款</source>
            <translation>Law and article</translation>
        </message>
        <message>
            <source>注意</source>
            <translation>Attention</translation>
        </message>
        <message>
            <source>派</source>
            <translation>sent </translation>
        </message>
        <message>
            <source>派 0231 三中队</source>
            <translation>dispatch 0231 patrol</translation>
        </message>
        <message>
            <source>派一位不是上报人的网格员到现场核实。</source>
            <translation>Sends a grid member other than the reporter to verify on the spot.</translation>
        </message>
        <message>
            <source>派不出 {n}</source>
            <translation>{n} cannot</translation>
        </message>
        <message>
            <source>派出</source>
            <translation>Send</translation>
        </message>
        <message>
            <source>派出到现场的中位数：实际 {sent:.0f} 分，卡上的主办 {card:.0f} 分</source>
            <translation>Median from dispatch to the scene: really {sent:.0f} min, the card's lead {card:.0f} min</translation>
        </message>
        <message>
            <source>派遣</source>
            <translation>Dispatch</translation>
        </message>
        <message>
            <source>派遣{lead}主办[（{kind}）]{designated?，指定办理:}[，队伍{team}][，人员{officers}][，协办{co}][，知会{notify}][，{approved_by}批准][，没有派推荐的{first}：{overruled}]</source>
            <translation>Dispatched, lead {lead}[ ({kind})]{designated?, appointed:}[, team {team}][, people {officers}][, co-units {co}][, notified {notify}][, approved by {approved_by}][, not the recommended {first}: {overruled}]</translation>
        </message>
        <message>
            <source>派遣处置</source>
            <translation>Dispatch and handling</translation>
        </message>
        <message>
            <source>派遣所勾 Ctrl+Enter</source>
            <translation>Send ticked Ctrl+Enter</translation>
        </message>
        <message>
            <source>派遣数</source>
            <translation>Dispatched</translation>
        </message>
        <message>
            <source>派遣方案</source>
            <translation>Plan of teams</translation>
        </message>
        <message>
            <source>派遣由调度员办理</source>
            <translation>Dispatching is the dispatcher's work</translation>
        </message>
        <message>
            <source>派遣表单里。</source>
            <translation>In the dispatch form.</translation>
        </message>
        <message>
            <source>派遣要调度员：[[seat]] 换一位当班的调度员就座</source>
            <translation>Dispatching is the dispatcher's: [[seat]] and a dispatcher on shift</translation>
        </message>
        <message>
            <source>派遣超时</source>
            <translation>Dispatch late</translation>
        </message>
        <message>
            <source>派遣：提交</source>
            <translation>Dispatch: submit</translation>
        </message>
        <message>
            <source>派错单位</source>
            <translation>Wrong unit</translation>
        </message>
        <message>
            <source>派驻</source>
            <translation>Posted</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>浅色，高对比</source>
            <translation>Light, high contrast</translation>
        </message>
        <message>
            <source>测试数据</source>
            <translation>Test data</translation>
        </message>
        <message>
            <source>浏览…</source>
            <translation>Browse …</translation>
        </message>
        <message>
            <source>消息</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>消息栏</source>
            <translation>Message bar</translation>
        </message>
        <message>
            <source>涉及在办 {count} 件：它们已起算的时限不变，新案卷和以后开始的环节按新表</source>
            <translation>{count} open cases are of these: clocks that run keep their limit, new cases and later stages go by the new table</translation>
        </message>
        <message>
            <source>涉嫌犯罪移送</source>
            <translation>Transfer of a suspected crime</translation>
        </message>
        <message>
            <source>涉嫌犯罪：3 日内决定是否移送，决定后 24 小时内移送</source>
            <translation>Suspected crime: decide within 3 days on transfer, transfer within 24 hours of the decision</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>深色，高对比</source>
            <translation>Dark, high contrast</translation>
        </message>
        <message>
            <source>深色／浅色</source>
            <translation>Dark / light</translation>
        </message>
        <message>
            <source>添图片</source>
            <translation>Add pictures</translation>
        </message>
        <message>
            <source>清单</source>
            <translation>Checklist</translation>
        </message>
        <message>
            <source>清单勾选</source>
            <translation>Checklist ticked</translation>
        </message>
        <message>
            <source>清单岗位</source>
            <translation>Post of the checklist</translation>
        </message>
        <message>
            <source>清单每条要有内容，最多 {most} 字。</source>
            <translation>A checklist's line is not empty and has at most {most} characters.</translation>
        </message>
        <message>
            <source>清单第 {number} 条{done?完成:改为未完成}</source>
            <translation>checklist line {number} {done?done:not done after all}</translation>
        </message>
        <message>
            <source>清单里没有这一条；请刷新后再勾。</source>
            <translation>The checklist has no such line; refresh and tick again.</translation>
        </message>
        <message>
            <source>清单页里。</source>
            <translation>On the page of checklists.</translation>
        </message>
        <message>
            <source>清空</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>清除个人信息</source>
            <translation>Erase personal data</translation>
        </message>
        <message>
            <source>清除个人资料</source>
            <translation>Purge</translation>
        </message>
        <message>
            <source>清除个人资料页里。</source>
            <translation>On the page of the purge.</translation>
        </message>
        <message>
            <source>清除名单</source>
            <translation>Purge list</translation>
        </message>
        <message>
            <source>清除名单已提出，等领导批准</source>
            <translation>Purge proposed; a leader approves it</translation>
        </message>
        <message>
            <source>清除名单已经提出，正等领导批准。</source>
            <translation>The purge was proposed and waits for a leader's approval.</translation>
        </message>
        <message>
            <source>清除筛选</source>
            <translation>Clear the filter</translation>
        </message>
        <message>
            <source>清除诉求人信息[，依据：{basis}]</source>
            <translation>Complainant's data erased[, basis: {basis}]</translation>
        </message>
        <message>
            <source>清除诉求人的个人信息，只留哈希；不可恢复。</source>
            <translation>Erases the complainant's personal data; only a hash stays. This cannot be undone.</translation>
        </message>
        <message>
            <source>满了</source>
            <translation>full</translation>
        </message>
        <message>
            <source>满意</source>
            <translation>Satisfied</translation>
        </message>
        <message>
            <source>演示</source>
            <translation>Demo</translation>
        </message>
        <message>
            <source>演示街道</source>
            <translation>Demo street</translation>
        </message>
        <message>
            <source>演练</source>
            <translation>Drill</translation>
        </message>
        <message>
            <source>演练 </source>
            <translation>DRILL </translation>
        </message>
        <message>
            <source>演练 Ctrl+D</source>
            <translation>Drill Ctrl+D</translation>
        </message>
        <message>
            <source>演练 · 不计入统计</source>
            <translation>DRILL · in no figure</translation>
        </message>
        <message>
            <source>演练-%1</source>
            <translation>DRILL-%1</translation>
        </message>
        <message>
            <source>演练上报</source>
            <translation>Drill report</translation>
        </message>
        <message>
            <source>演练上报，不计入统计 · Alt+Y</source>
            <translation>Drill report, in no figure · Alt+Y</translation>
        </message>
        <message>
            <source>演练和真实应急不能混在一起；请先结束现在的这一个。</source>
            <translation>A drill and a real emergency cannot be mixed; end the present one first.</translation>
        </message>
        <message>
            <source>演练期间的受理表单里。</source>
            <translation>In the intake form during a drill.</translation>
        </message>
        <message>
            <source>演练案卷和真实案卷不能并在一起。</source>
            <translation>A drill's case and a real one cannot be merged.</translation>
        </message>
        <message>
            <source>演练这一级</source>
            <translation>Drill this level</translation>
        </message>
        <message>
            <source>火灾</source>
            <translation>fire</translation>
        </message>
        <message>
            <source>灯</source>
            <translation>Lamp</translation>
        </message>
        <message>
            <source>热线坐席</source>
            <translation>Hotline seat</translation>
        </message>
        <message>
            <source>热线转派时间</source>
            <translation>Time of the hotline's transfer</translation>
        </message>
        <message>
            <source>照办</source>
            <translation>goes on</translation>
        </message>
        <message>
            <source>照常办理</source>
            <translation>nothing is held</translation>
        </message>
        <message>
            <source>熟悉情况</source>
            <translation>Knows the place</translation>
        </message>
        <message>
            <source>版本</source>
            <translation>Versions</translation>
        </message>
        <message>
            <source>版本（回车：以它为底稿；右边是它比上一版改了什么）</source>
            <translation>Versions (Enter: begin from it; at the right what it changed)</translation>
        </message>
        <message>
            <source>物品清单</source>
            <translation>List of goods</translation>
        </message>
        <message>
            <source>牵头</source>
            <translation>Leads</translation>
        </message>
        <message>
            <source>牵头单位</source>
            <translation>Lead unit</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>状态带</source>
            <translation>Status band</translation>
        </message>
        <message>
            <source>环节</source>
            <translation>Stage</translation>
        </message>
        <message>
            <source>环节{stage}，全案{case}</source>
            <translation>Stage {stage}, whole case {case}</translation>
        </message>
        <message>
            <source>环节“{stage}” {at} 到期</source>
            <translation>Stage “{stage}” due {at}</translation>
        </message>
        <message>
            <source>环节将到期</source>
            <translation>Stage due soon</translation>
        </message>
        <message>
            <source>环节超时</source>
            <translation>Stage late</translation>
        </message>
        <message>
            <source>现为“{state}”，不在待派遣；请在队列中另选一件</source>
            <translation>Now “{state}”, not to be dispatched; pick another one in the queue</translation>
        </message>
        <message>
            <source>现在就是这个级别，不用切换。</source>
            <translation>This is the present level; there is nothing to switch.</translation>
        </message>
        <message>
            <source>现在报：%1（%2）</source>
            <translation>To send now: %1 (%2)</translation>
        </message>
        <message>
            <source>现在是{level}：这不是提级，降下来请写 降级</source>
            <translation>{level} stands now: this does not raise it; to go down use the verb for lowering</translation>
        </message>
        <message>
            <source>现在是{level}：这不是降级</source>
            <translation>{level} stands now: this does not lower it</translation>
        </message>
        <message>
            <source>现在是平时状态，没有要解除的应急。</source>
            <translation>Working is normal; there is no emergency to release.</translation>
        </message>
        <message>
            <source>现在查不到</source>
            <translation>This cannot be looked up now</translation>
        </message>
        <message>
            <source>现在查不到可派的队伍</source>
            <translation>Teams that may go cannot be looked up now</translation>
        </message>
        <message>
            <source>现在查不到，恢复后自动再查</source>
            <translation>No answer now; it is asked again by itself</translation>
        </message>
        <message>
            <source>现在正处于另一类应急；请先解除它。</source>
            <translation>Another kind of emergency is under way; release it first.</translation>
        </message>
        <message>
            <source>现在没有可派队伍的资料：“{word}”写不了</source>
            <translation>Nothing is known of the teams that may go: “{word}” cannot be taken now</translation>
        </message>
        <message>
            <source>现在没有响应级别可降</source>
            <translation>No response level stands that could be lowered</translation>
        </message>
        <message>
            <source>现在没有应急或演练，没有列入</source>
            <translation>There is no emergency or drill now: nobody was listed</translation>
        </message>
        <message>
            <source>现在没有应报的报告</source>
            <translation>No report is owed now</translation>
        </message>
        <message>
            <source>现在没有应报的报告。</source>
            <translation>No report is owed.</translation>
        </message>
        <message>
            <source>现在没有演练；真实的上报请取消“演练”。</source>
            <translation>No drill is under way; for a real report switch “drill” off.</translation>
        </message>
        <message>
            <source>现在的情况</source>
            <translation>What stands now</translation>
        </message>
        <message>
            <source>现场</source>
            <translation>On scene</translation>
        </message>
        <message>
            <source>现场不存在</source>
            <translation>Not found on the spot</translation>
        </message>
        <message>
            <source>现场处置用时（分）</source>
            <translation>A task on the scene (min)</translation>
        </message>
        <message>
            <source>现场属实</source>
            <translation>Found on the spot</translation>
        </message>
        <message>
            <source>现场情况</source>
            <translation>Scene update</translation>
        </message>
        <message>
            <source>现场情况更新</source>
            <translation>Scene update</translation>
        </message>
        <message>
            <source>现场现在安全了吗？</source>
            <translation>Is the place safe now?</translation>
        </message>
        <message>
            <source>现场联系</source>
            <translation>Contact at the scene</translation>
        </message>
        <message>
            <source>现有</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>班制</source>
            <translation>Shift pattern</translation>
        </message>
        <message>
            <source>班制更新</source>
            <translation>shift pattern changed</translation>
        </message>
        <message>
            <source>班制里没有“{shift}”这个班次。</source>
            <translation>The pattern has no shift “{shift}”.</translation>
        </message>
        <message>
            <source>班次</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>班次“{text}”读不懂；请写成 day 08:00-17:00，过夜的在末尾加 +1。</source>
            <translation>The shift “{text}” cannot be read; write day 08:00-17:00, with +1 at the end if it passes midnight.</translation>
        </message>
        <message>
            <source>班次（每行一个，过夜加 +1）</source>
            <translation>Shifts (one a line, +1 past midnight)</translation>
        </message>
        <message>
            <source>班组人员</source>
            <translation>People of the teams</translation>
        </message>
        <message>
            <source>班组数</source>
            <translation>Teams</translation>
        </message>
        <message>
            <source>班组数要在 1 到 {most} 之间。</source>
            <translation>Teams lie between 1 and {most}.</translation>
        </message>
        <message>
            <source>班组里还没有人；请先填姓名或拼音首字母</source>
            <translation>The teams are empty; type names or pinyin initials first</translation>
        </message>
        <message>
            <source>理由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>理由“{reason}”不在理由表里；请从列表中选。</source>
            <translation>The reason “{reason}” is not in the table; pick one from the list.</translation>
        </message>
        <message>
            <source>理由（至少 4 字，记入日志）</source>
            <translation>Reason (4 characters or more, goes into the journal)</translation>
        </message>
        <message>
            <source>生成于 {at}</source>
            <translation>made {at}</translation>
        </message>
        <message>
            <source>生成草稿 Ctrl+Enter</source>
            <translation>Draft Ctrl+Enter</translation>
        </message>
        <message>
            <source>用旧案卷试一试当前的卡，再启用</source>
            <translation>Try the current card on past cases before it is switched on</translation>
        </message>
        <message>
            <source>用时</source>
            <translation>Took</translation>
        </message>
        <message>
            <source>用途</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>由{who}顶班</source>
            <translation>{who} stands in</translation>
        </message>
        <message>
            <source>由值班长或领导记入；可以导出</source>
            <translation>The shift lead or a leader records it; may be exported</translation>
        </message>
        <message>
            <source>由接班人 %1 逐件确认；按 T 请接班人在本席就座</source>
            <translation>%1, who comes in, acknowledges each case; T lets the incoming sit down here</translation>
        </message>
        <message>
            <source>由接班人 {name} 逐件确认</source>
            <translation>{name}, who comes in, acknowledges each</translation>
        </message>
        <message>
            <source>由本人（%1）确认</source>
            <translation>Confirmed by you (%1)</translation>
        </message>
        <message>
            <source>申请</source>
            <translation>Request</translation>
        </message>
        <message>
            <source>申请 Ctrl+Enter</source>
            <translation>Ask Ctrl+Enter</translation>
        </message>
        <message>
            <source>申请{kind}[：{reason}]</source>
            <translation>Request: {kind}[: {reason}]</translation>
        </message>
        <message>
            <source>申请人不能批准自己的申请；请由另一人决定。</source>
            <translation>Nobody approves their own request; somebody else decides.</translation>
        </message>
        <message>
            <source>申请换班或请假</source>
            <translation>swap or leave asked</translation>
        </message>
        <message>
            <source>申请的批复</source>
            <translation>Request decided</translation>
        </message>
        <message>
            <source>电台</source>
            <translation>Radio</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>电话 {phone}</source>
            <translation>Phone {phone}</translation>
        </message>
        <message>
            <source>电话不像号码：手机 11 位，座机带区号</source>
            <translation>Not a phone number: a mobile has 11 digits, a land line its area code</translation>
        </message>
        <message>
            <source>电话号码应为 3 到 15 位数字；请核对。</source>
            <translation>A phone number has 3 to 15 digits; check it.</translation>
        </message>
        <message>
            <source>电话看不懂</source>
            <translation>phone unreadable</translation>
        </message>
        <message>
            <source>疑</source>
            <translation>C</translation>
        </message>
        <message>
            <source>疑似重复 {how}</source>
            <translation>Possible duplicate {how}</translation>
        </message>
        <message>
            <source>疑似重复 {n} 件</source>
            <translation>Possible duplicates: {n}</translation>
        </message>
        <message>
            <source>疑似重复和以往案件</source>
            <translation>Possible duplicates and earlier cases</translation>
        </message>
        <message>
            <source>疑似重复：{why}</source>
            <translation>Likely duplicates: {why}</translation>
        </message>
        <message>
            <source>疑难</source>
            <translation>Complex</translation>
        </message>
        <message>
            <source>疑难事项</source>
            <translation>Hard case</translation>
        </message>
        <message>
            <source>疫情</source>
            <translation>epidemic</translation>
        </message>
        <message>
            <source>登录</source>
            <translation>Log in</translation>
        </message>
        <message>
            <source>登录密码</source>
            <translation>Login password</translation>
        </message>
        <message>
            <source>登录状态</source>
            <translation>Login</translation>
        </message>
        <message>
            <source>登录的坐席太多；请先退出不用的坐席，或稍后再试。</source>
            <translation>Too many seats are logged in; log out one that is not used, or try later.</translation>
        </message>
        <message>
            <source>登录锁定</source>
            <translation>Login locked</translation>
        </message>
        <message>
            <source>登记 Enter</source>
            <translation>Write down Enter</translation>
        </message>
        <message>
            <source>登记交班提示</source>
            <translation>notice for the next shift</translation>
        </message>
        <message>
            <source>登记人</source>
            <translation>By</translation>
        </message>
        <message>
            <source>登记应当回避的执法人员，此案不再派他（行政处罚法 43）。</source>
            <translation>Records an officer who must be recused and is not sent to this case again (Administrative Penalty Law Art. 43).</translation>
        </message>
        <message>
            <source>登记执法记录仪的录像编号（24 小时内）。</source>
            <translation>Enters the number of the recorder's video (within 24 hours).</translation>
        </message>
        <message>
            <source>登记时间</source>
            <translation>At</translation>
        </message>
        <message>
            <source>白班</source>
            <translation>Day shift</translation>
        </message>
        <message>
            <source>相似 {n:.0f}%</source>
            <translation>{n:.0f}% alike</translation>
        </message>
        <message>
            <source>看</source>
            <translation>look</translation>
        </message>
        <message>
            <source>看到了这件案卷的报警，声音停止。</source>
            <translation>The alarm of this case has been seen; its sound stops.</translation>
        </message>
        <message>
            <source>看哪个单位</source>
            <translation>Which unit</translation>
        </message>
        <message>
            <source>看哪些吹哨</source>
            <translation>Which whistles</translation>
        </message>
        <message>
            <source>看大图、缩放、全图</source>
            <translation>Large, zoom, fit</translation>
        </message>
        <message>
            <source>看姓名电话 10 分钟，用途：{reasons}（Esc 不看；查看会留记录）</source>
            <translation>See name and phone for 10 minutes, for: {reasons} (Esc not to; looking is recorded)</translation>
        </message>
        <message>
            <source>看报警</source>
            <translation>See alarms</translation>
        </message>
        <message>
            <source>看板上没有这件案卷</source>
            <translation>The board has no such case</translation>
        </message>
        <message>
            <source>看电话</source>
            <translation>Show phone</translation>
        </message>
        <message>
            <source>看电话 P</source>
            <translation>Show phone P</translation>
        </message>
        <message>
            <source>看还没有发给服务器的内容，被拒的在这里定夺。</source>
            <translation>See what has not reached the server; decide here about what it refused.</translation>
        </message>
        <message>
            <source>真实上报 · Alt+Y 改为演练</source>
            <translation>Real report · Alt+Y for a drill</translation>
        </message>
        <message>
            <source>督</source>
            <translation>Superv</translation>
        </message>
        <message>
            <source>督办</source>
            <translation>Supervise</translation>
        </message>
        <message>
            <source>督办 {at} 前答复</source>
            <translation>Supervision: answer by {at}</translation>
        </message>
        <message>
            <source>督办 {} 前答复</source>
            <translation>supervised, answer by {}</translation>
        </message>
        <message>
            <source>督办[{unit}][，{due} 前答复]</source>
            <translation>Supervised[ {unit}][, reply by {due}]</translation>
        </message>
        <message>
            <source>督办、申请、回访</source>
            <translation>Supervisions, requests, call-backs</translation>
        </message>
        <message>
            <source>督办单</source>
            <translation>Supervision orders</translation>
        </message>
        <message>
            <source>督办单 %1</source>
            <translation>Orders %1</translation>
        </message>
        <message>
            <source>督办单位</source>
            <translation>To unit</translation>
        </message>
        <message>
            <source>督办单应在 {at} 前答复，已过 {span}</source>
            <translation>Answer to the supervision was due {at}, {span} ago</translation>
        </message>
        <message>
            <source>督办单要发给本案的主办、协办或被吹哨单位，不能发给{unit}。</source>
            <translation>An order goes to the lead, a co-unit or a whistled unit of the case, not to {unit}.</translation>
        </message>
        <message>
            <source>督办单里。</source>
            <translation>In the supervision orders.</translation>
        </message>
        <message>
            <source>督办单：答复、再督办、催办</source>
            <translation>Orders: answer, one more, urge</translation>
        </message>
        <message>
            <source>督办员</source>
            <translation>Supervisor</translation>
        </message>
        <message>
            <source>督办已答复</source>
            <translation>supervision answered</translation>
        </message>
        <message>
            <source>督办期限要晚于现在；请另选时间。</source>
            <translation>The supervision's time must be later than now; pick another.</translation>
        </message>
        <message>
            <source>督办未按时答复</source>
            <translation>Supervision not answered</translation>
        </message>
        <message>
            <source>督办答复</source>
            <translation>Reply to supervision</translation>
        </message>
        <message>
            <source>督办要求</source>
            <translation>What is demanded</translation>
        </message>
        <message>
            <source>知会</source>
            <translation>Notify</translation>
        </message>
        <message>
            <source>知会 {units}</source>
            <translation>told {units}</translation>
        </message>
        <message>
            <source>知会单位</source>
            <translation>Units told</translation>
        </message>
        <message>
            <source>知悉报警</source>
            <translation>Acknowledge alarm</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>Got it</translation>
        </message>
        <message>
            <source>确认</source>
            <translation>Confirm</translation>
        </message>
        <message>
            <source>确认人</source>
            <translation>Confirmed by</translation>
        </message>
        <message>
            <source>确认切换</source>
            <translation>Confirm level</translation>
        </message>
        <message>
            <source>确认切换  Ctrl+Enter</source>
            <translation>Confirm  Ctrl+Enter</translation>
        </message>
        <message>
            <source>确认导入</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>确认警报：{alarm}</source>
            <translation>Alarm acknowledged: {alarm}</translation>
        </message>
        <message>
            <source>确认：%1</source>
            <translation>Confirmed by: %1</translation>
        </message>
        <message>
            <source>磁盘已满，这一步没有做，填写的内容仍在；请腾出空间后再试。</source>
            <translation>The disk is full, this step was not done, what you typed is still here; free some space and try again.</translation>
        </message>
        <message>
            <source>磁盘读写出错，是否已办尚不确定；请先看最新情况，并立即告知管理员。</source>
            <translation>The disk failed, whether it was done is not certain; look at the latest state first, and tell the administrator at once.</translation>
        </message>
        <message>
            <source>示意图</source>
            <translation>Sketch</translation>
        </message>
        <message>
            <source>示意图 · 非测绘</source>
            <translation>Sketch · not a survey</translation>
        </message>
        <message>
            <source>社</source>
            <translation>C</translation>
        </message>
        <message>
            <source>社会面类</source>
            <translation>Public surface</translation>
        </message>
        <message>
            <source>社区</source>
            <translation>Community</translation>
        </message>
        <message>
            <source>社区[“{community}”]不在社区表里；请先添加。</source>
            <translation>There is no community[ "{community}"] in the table; add it first.</translation>
        </message>
        <message>
            <source>社区、住址、待转移、安置点、需要…（按 / 键）</source>
            <translation>Community, address, state, shelter, needs… (press /)</translation>
        </message>
        <message>
            <source>社区不明</source>
            <translation>Community unknown</translation>
        </message>
        <message>
            <source>社区和单位</source>
            <translation>Communities and units</translation>
        </message>
        <message>
            <source>社区和网格不能混在一起：请只写一种</source>
            <translation>Communities and grids cannot be mixed: name one kind</translation>
        </message>
        <message>
            <source>社区坐席</source>
            <translation>Community seat</translation>
        </message>
        <message>
            <source>社区编码是 12 位数字，前 9 位是本街道的 {street}。</source>
            <translation>A community's code has 12 digits, the first 9 are this street's {street}.</translation>
        </message>
        <message>
            <source>社区表：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]</source>
            <translation>Communities {sheet?imported:changed}[, {added} added][, {changed} changed]</translation>
        </message>
        <message>
            <source>社区负荷</source>
            <translation>Load of communities</translation>
        </message>
        <message>
            <source>禁止</source>
            <translation>Forbidden</translation>
        </message>
        <message>
            <source>离岗</source>
            <translation>Off duty</translation>
        </message>
        <message>
            <source>离岗：{who}</source>
            <translation>Off duty: {who}</translation>
        </message>
        <message>
            <source>离开  Esc</source>
            <translation>Leave  Esc</translation>
        </message>
        <message>
            <source>离开表单</source>
            <translation>Leave the form</translation>
        </message>
        <message>
            <source>离现场还有 {metres} 米（{most} 米以内才算到）；请到现场再报，或用报到码。</source>
            <translation>Still {metres} m from the place (within {most} m counts); check in there, or by the code.</translation>
        </message>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>移交</source>
            <translation>Hand over to</translation>
        </message>
        <message>
            <source>移交 {service}，{reject?不再立案:仍由街道跟进}</source>
            <translation>Handed over to {service}, {reject?not filed:the street follows it up}</translation>
        </message>
        <message>
            <source>移交110等</source>
            <translation>Hand over to 110 …</translation>
        </message>
        <message>
            <source>移交对象只能是 110、119、120 或 122，不能是“{service}”。</source>
            <translation>It can be handed over to 110, 119, 120 or 122 only, not to “{service}”.</translation>
        </message>
        <message>
            <source>移交要写明告知了谁；请填接警人或警号。</source>
            <translation>A handover names who was told; enter who took it, or the badge number.</translation>
        </message>
        <message>
            <source>移出面板</source>
            <translation>Pop the panel out</translation>
        </message>
        <message>
            <source>程序出错，已继续运行 · %1 保存报告</source>
            <translation>A program error, the desk runs on · %1 saves a report</translation>
        </message>
        <message>
            <source>程序出错，没有办成；可再试一次</source>
            <translation>A program error, nothing was done; you can try again</translation>
        </message>
        <message>
            <source>程序出错，没有办成；填写的内容还在，可再试一次</source>
            <translation>A program error, it was not done; what you typed is still here, you can try again</translation>
        </message>
        <message>
            <source>程序出错，没有办成；这一行还在，可再按 Enter</source>
            <translation>The program failed and nothing was done; the line is still here, press Enter again</translation>
        </message>
        <message>
            <source>空 = 此刻</source>
            <translation>empty = now</translation>
        </message>
        <message>
            <source>空格</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>空格 勾到会 · Tab 下一项 · Ctrl+Enter 记录 · Esc 放下</source>
            <translation>Space tick · Tab next · Ctrl+Enter record · Esc put away</translation>
        </message>
        <message>
            <source>空格 勾选 · Ctrl+A 全勾 · / 筛选 · 数字和字母见按钮 · V 看电话 · Esc 返回</source>
            <translation>Space tick · Ctrl+A all · / filter · digits and letters as on the buttons · V phone · Esc back</translation>
        </message>
        <message>
            <source>空格 勾选 · Ctrl+A 全勾 · Enter 单独派这件 · Ctrl+Enter 派所勾 · Esc 回队列</source>
            <translation>Space ticks · Ctrl+A all · Enter this one alone · Ctrl+Enter sends the ticked · Esc queue</translation>
        </message>
        <message>
            <source>空格 勾选或取消</source>
            <translation>Space ticks or unticks</translation>
        </message>
        <message>
            <source>空格 换作用 · ←→ 换类型 · Enter 下一栏 · Ctrl+Enter 派出 · Esc 回队列</source>
            <translation>Space role · ←→ kind · Enter next field · Ctrl+Enter send · Esc queue</translation>
        </message>
        <message>
            <source>空格 是/否 · Tab 写话 · P 看电话 · Ctrl+1…4 结果 · Esc 回列表</source>
            <translation>Space yes/no · Tab words · P telephone · Ctrl+1…4 result · Esc to the list</translation>
        </message>
        <message>
            <source>空格停住 · ←→ 换页 · Esc 离开</source>
            <translation>Space holds · ←→ turn · Esc leaves</translation>
        </message>
        <message>
            <source>空白日的班制</source>
            <translation>Pattern of empty days</translation>
        </message>
        <message>
            <source>空闲</source>
            <translation>Free</translation>
        </message>
        <message>
            <source>窗口</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>立即</source>
            <translation>At once</translation>
        </message>
        <message>
            <source>立即告知 110、119、120 或 122，记下接报人。</source>
            <translation>Tells 110, 119, 120 or 122 at once and records who took the call.</translation>
        </message>
        <message>
            <source>立子卷</source>
            <translation>Open sub-docket</translation>
        </message>
        <message>
            <source>立子卷：{of}[，文号 {decision}]</source>
            <translation>Sub-docket opened: {of}[, number {decision}]</translation>
        </message>
        <message>
            <source>立案</source>
            <translation>File</translation>
        </message>
        <message>
            <source>立案[，编号 {number}][，级别{level}]</source>
            <translation>Filed[, number {number}][, level {level}]</translation>
        </message>
        <message>
            <source>立案·在办</source>
            <translation>filed, open</translation>
        </message>
        <message>
            <source>立案·已了</source>
            <translation>filed, ended</translation>
        </message>
        <message>
            <source>立案数</source>
            <translation>Filed</translation>
        </message>
        <message>
            <source>立案由值班长办理</source>
            <translation>Filing is the shift lead's work</translation>
        </message>
        <message>
            <source>立案要值班长：[[seat]] 输入姓名或岗位，选一位当班的值班长，Enter 就座</source>
            <translation>Filing is the shift lead's: [[seat]], type a name or a post, choose a lead on shift, Enter sits down</translation>
        </message>
        <message>
            <source>第 %1 批</source>
            <translation>wave %1</translation>
        </message>
        <message>
            <source>第 %1 步，共 %2 步</source>
            <translation>Step %1 of %2</translation>
        </message>
        <message>
            <source>第 {n} / {m} 页</source>
            <translation>Page {n} / {m}</translation>
        </message>
        <message>
            <source>第 {n} 批</source>
            <translation>wave {n}</translation>
        </message>
        <message>
            <source>第 {n} 批 {teams}</source>
            <translation>wave {n}: {teams}</translation>
        </message>
        <message>
            <source>第 {n} 条</source>
            <translation>Entry {n}</translation>
        </message>
        <message>
            <source>第 {n} 版</source>
            <translation>Version {n}</translation>
        </message>
        <message>
            <source>第 {n} 班组</source>
            <translation>Team {n}</translation>
        </message>
        <message>
            <source>第 {row} 行 · {place} · {name}</source>
            <translation>row {row} · {place} · {name}</translation>
        </message>
        <message>
            <source>第 {} 轮</source>
            <translation>Round {}</translation>
        </message>
        <message>
            <source>第{n}轮</source>
            <translation>Rd {n}</translation>
        </message>
        <message>
            <source>第一次用？五分钟带您办完一件事：[[guide]] 开始（不办也行，几分钟后这一行自己走）</source>
            <translation>New here? Five minutes lead you through one case: [[guide]] begins (or let it be, this line goes by itself)</translation>
        </message>
        <message>
            <source>第一问</source>
            <translation>Question 1</translation>
        </message>
        <message>
            <source>第三问</source>
            <translation>Question 3</translation>
        </message>
        <message>
            <source>第二人确认等着的切换：再写一遍指令编号；代领导录入写 代=姓名。</source>
            <translation>The second person confirms what waits: the order's number once more; behalf=NAME for a leader by telephone.</translation>
        </message>
        <message>
            <source>第二问</source>
            <translation>Question 2</translation>
        </message>
        <message>
            <source>第五问</source>
            <translation>Question 5</translation>
        </message>
        <message>
            <source>第几声起加大</source>
            <translation>Louder from sound no.</translation>
        </message>
        <message>
            <source>第四问</source>
            <translation>Question 4</translation>
        </message>
        <message>
            <source>等</source>
            <translation>wait</translation>
        </message>
        <message>
            <source>等 {n} 处</source>
            <translation> and others, {n} addresses</translation>
        </message>
        <message>
            <source>等他们签收。试试命令行：[[line]] 输入 催 %1，Enter，就催办了</source>
            <translation>Now they have to sign. Try the command line: [[line]], write urge %1, Enter, and they are urged</translation>
        </message>
        <message>
            <source>等区级交回</source>
            <translation>Await district</translation>
        </message>
        <message>
            <source>等待</source>
            <translation>Waits for</translation>
        </message>
        <message>
            <source>等待权属确认</source>
            <translation>Waiting for proof of ownership</translation>
        </message>
        <message>
            <source>等待法定程序</source>
            <translation>Waiting for a legal procedure</translation>
        </message>
        <message>
            <source>等待设备、材料</source>
            <translation>Waiting for equipment, material</translation>
        </message>
        <message>
            <source>等待资金或立项</source>
            <translation>Waiting for money or approval</translation>
        </message>
        <message>
            <source>等批准的申请 {count} 件</source>
            <translation>{count} requests wait for approval</translation>
        </message>
        <message>
            <source>等第二人确认</source>
            <translation>waits for a second person</translation>
        </message>
        <message>
            <source>等答复</source>
            <translation>awaiting answer</translation>
        </message>
        <message>
            <source>等级</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>答复</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>答复期限</source>
            <translation>Answer by</translation>
        </message>
        <message>
            <source>答复督办</source>
            <translation>Answer supervision</translation>
        </message>
        <message>
            <source>答应</source>
            <translation>to</translation>
        </message>
        <message>
            <source>答应 {whom}</source>
            <translation>promised {whom}</translation>
        </message>
        <message>
            <source>答应{who} {at} 前：{words}</source>
            <translation>promised {who} by {at}: {words}</translation>
        </message>
        <message>
            <source>答应了什么</source>
            <translation>What</translation>
        </message>
        <message>
            <source>答应单位的事要选单位，答应别人的不选。</source>
            <translation>A promise to a unit names the unit, any other does not.</translation>
        </message>
        <message>
            <source>答应的事已经办到。</source>
            <translation>What was promised is done.</translation>
        </message>
        <message>
            <source>答应谁</source>
            <translation>Promised to</translation>
        </message>
        <message>
            <source>筛选</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>筛选文字</source>
            <translation>Filter text</translation>
        </message>
        <message>
            <source>筛选转移名单</source>
            <translation>Filter the evacuation list</translation>
        </message>
        <message>
            <source>签</source>
            <translation>signed </translation>
        </message>
        <message>
            <source>签名</source>
            <translation>Signature</translation>
        </message>
        <message>
            <source>签名（Ed25519）</source>
            <translation>Signature (Ed25519)</translation>
        </message>
        <message>
            <source>签字</source>
            <translation>Sign handover</translation>
        </message>
        <message>
            <source>签字 Enter</source>
            <translation>Sign Enter</translation>
        </message>
        <message>
            <source>签字与核验</source>
            <translation>Signatures and check</translation>
        </message>
        <message>
            <source>签字人</source>
            <translation>Signs</translation>
        </message>
        <message>
            <source>签字后面不写别的：密码只在签字栏里输</source>
            <translation>Nothing follows this verb: a password is typed in the signing strip only</translation>
        </message>
        <message>
            <source>签字完成</source>
            <translation>Signed at</translation>
        </message>
        <message>
            <source>签收</source>
            <translation>Sign</translation>
        </message>
        <message>
            <source>签收 Ctrl+F5</source>
            <translation>Sign Ctrl+F5</translation>
        </message>
        <message>
            <source>签收后出发</source>
            <translation>To leave once signed</translation>
        </message>
        <message>
            <source>签收后未按时出发</source>
            <translation>Signed but not left in time</translation>
        </message>
        <message>
            <source>签收时限</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>签收超时</source>
            <translation>Signing late</translation>
        </message>
        <message>
            <source>简</source>
            <translation>S</translation>
        </message>
        <message>
            <source>简易</source>
            <translation>Simple</translation>
        </message>
        <message>
            <source>简称</source>
            <translation>Short name</translation>
        </message>
        <message>
            <source>管理</source>
            <translation>Administration</translation>
        </message>
        <message>
            <source>管理员</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>管理员名称要有 1 到 {most} 个字；请重填。</source>
            <translation>The administrator's name wants 1 to {most} letters; give another.</translation>
        </message>
        <message>
            <source>管理窗口有 %1 行改动没有保存：Ctrl+Shift+A 回去保存；再关一次窗口就丢弃</source>
            <translation>The administration window has %1 unsaved lines: Ctrl+Shift+A goes back to save them; closing the window again drops them</translation>
        </message>
        <message>
            <source>管理窗口有 %1 行改动还没有保存，先留在表里（Ctrl+Shift+A 回去）</source>
            <translation>The administration window has %1 unsaved lines, they stay there (Ctrl+Shift+A goes back)</translation>
        </message>
        <message>
            <source>管理表</source>
            <translation>Tables</translation>
        </message>
        <message>
            <source>类别</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>类别(&amp;S)</source>
            <translation>&amp;Sort</translation>
        </message>
        <message>
            <source>类型</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>类型(&amp;K)</source>
            <translation>Kind (&amp;K)</translation>
        </message>
        <message>
            <source>粘贴的文字太长，只取了开头 %1 字；请精简</source>
            <translation>What was pasted is too long, only the first %1 characters were taken; please shorten it</translation>
        </message>
        <message>
            <source>系统</source>
            <translation>System</translation>
        </message>
        <message>
            <source>系统故障</source>
            <translation>system fault</translation>
        </message>
        <message>
            <source>系统故障、未发送</source>
            <translation>Faults, unsent</translation>
        </message>
        <message>
            <source>系统默认</source>
            <translation>Default</translation>
        </message>
        <message>
            <source>紧凑</source>
            <translation>Compact</translation>
        </message>
        <message>
            <source>紧凑、标准、大字依次切换，每个人各记各的。</source>
            <translation>Compact, normal and large in turn; kept for each person.</translation>
        </message>
        <message>
            <source>紧急</source>
            <translation>Urgent</translation>
        </message>
        <message>
            <source>紧急待派</source>
            <translation>Urgent, to dispatch</translation>
        </message>
        <message>
            <source>紧急案卷 {at} 上报，已等 {span}，还没派出</source>
            <translation>Urgent case, reported {at}, waiting {span}, not sent yet</translation>
        </message>
        <message>
            <source>紧急案卷不得延期；确有困难请上报区级或请求支援。</source>
            <translation>An urgent case cannot be extended; report it to the district or ask for support.</translation>
        </message>
        <message>
            <source>紧急的和法定期限的报警不受静音时段压低；请写“否”。</source>
            <translation>Quiet hours never lower urgent alarms and terms of law; write No.</translation>
        </message>
        <message>
            <source>紧急的和法定期限的报警不能不响；请选一种声音。</source>
            <translation>Urgent alarms and terms of law may not be silent; choose a sound.</translation>
        </message>
        <message>
            <source>紧急的和法定期限的报警最多宽限 {most} 秒。</source>
            <translation>Urgent alarms and terms of law wait at most {most} s.</translation>
        </message>
        <message>
            <source>紧急的和法定期限的报警至少每 {most} 秒响一次，直到有人知悉。</source>
            <translation>Urgent alarms and terms of law ring at least every {most} s until somebody acknowledges.</translation>
        </message>
        <message>
            <source>紧急的和法定期限的报警要响给调度席：空着，或写受理员、调度员、值班长。</source>
            <translation>Urgent alarms and terms of law ring at the desk: leave it empty, or name intake officer, dispatcher or shift lead.</translation>
        </message>
        <message>
            <source>约 {value} 分到</source>
            <translation>there in {value} min</translation>
        </message>
        <message>
            <source>约 {value} 分后空出</source>
            <translation>free in {value} min</translation>
        </message>
        <message>
            <source>级别</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>级别“{level}”没有办结时限；请管理员在时限表中补上。</source>
            <translation>Level “{level}” has no time limit; ask the administrator to add it to the table.</translation>
        </message>
        <message>
            <source>终报</source>
            <translation>final report</translation>
        </message>
        <message>
            <source>经度和纬度要么都有，要么都没有；请在地图上重新点选。</source>
            <translation>Longitude and latitude come together or not at all; click on the map again.</translation>
        </message>
        <message>
            <source>经纬度不对；请在地图上重新点选。</source>
            <translation>Longitude or latitude is wrong; click on the map again.</translation>
        </message>
        <message>
            <source>经纬度看不懂</source>
            <translation>coordinates unreadable</translation>
        </message>
        <message>
            <source>经过</source>
            <translation>Story</translation>
        </message>
        <message>
            <source>经过各步</source>
            <translation>Steps of the case</translation>
        </message>
        <message>
            <source>经过和情况里。</source>
            <translation>In the story and the facts.</translation>
        </message>
        <message>
            <source>结束挂账，剩余时限分毫不差地接着走。</source>
            <translation>Ends the suspension; the time left runs on to the second.</translation>
        </message>
        <message>
            <source>结果</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>结果“{outcome}”不在结果表里；请从列表中选。</source>
            <translation>The outcome “{outcome}” is not in the table; pick one from the list.</translation>
        </message>
        <message>
            <source>结案</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>结案 30 天内有新情况的复开，新时限从此起算。</source>
            <translation>Reopens within 30 days of closing when there are new facts; a new time limit starts.</translation>
        </message>
        <message>
            <source>结案数</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>结案超过 30 天，不能复开；请按新事项上报。</source>
            <translation>Closed more than 30 days ago, it cannot be reopened; report it as a new matter.</translation>
        </message>
        <message>
            <source>绕行系数（无路网时）</source>
            <translation>Detour factor (without roads)</translation>
        </message>
        <message>
            <source>给最近一份已签的交接补充说明；已签的记录本身不能改。</source>
            <translation>Adds a correction to the newest signed handover; the record itself never changes.</translation>
        </message>
        <message>
            <source>给案卷添一条备注，可附图片。</source>
            <translation>Adds a note to the case, with pictures if you like.</translation>
        </message>
        <message>
            <source>给案卷添处置前的图片，配一句说明。</source>
            <translation>Adds pictures from before handling, with a line of words.</translation>
        </message>
        <message>
            <source>给现在的筛选起个名字，Enter 存下，Esc 不存</source>
            <translation>Name the present filter: Enter keeps it, Esc does not</translation>
        </message>
        <message>
            <source>续报</source>
            <translation>follow-up report</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>编号、末几位、地点、内容或首字母</source>
            <translation>Number, place, words or first letters</translation>
        </message>
        <message>
            <source>编号或名称</source>
            <translation>Number or name</translation>
        </message>
        <message>
            <source>编号格式不对，这一步没有做；请重试，仍不行请告知管理员。</source>
            <translation>The number's form is wrong, this step was not done; try again, and tell the administrator if it fails again.</translation>
        </message>
        <message>
            <source>编号用小写字母、数字和短横线，字母开头，最长 36 个字符。</source>
            <translation>A code has small letters, digits and hyphens, begins with a letter and has at most 36 characters.</translation>
        </message>
        <message>
            <source>编排时无队可派，计为（分）</source>
            <translation>Plan: a case without a team counts for (min)</translation>
        </message>
        <message>
            <source>编排时紧急案卷权重（倍）</source>
            <translation>Plan: weight of an urgent case (times)</translation>
        </message>
        <message>
            <source>编排时超期案卷权重（倍）</source>
            <translation>Plan: weight of an overdue case (times)</translation>
        </message>
        <message>
            <source>编码</source>
            <translation>code</translation>
        </message>
        <message>
            <source>编码、名称或拼音首字母</source>
            <translation>Code, name or pinyin initials</translation>
        </message>
        <message>
            <source>编辑预案、演练一级、查历次应急、写复盘报告、清除应急个人资料。</source>
            <translation>Edit plans, drill a level, look up emergencies, write the review, purge their personal data.</translation>
        </message>
        <message>
            <source>缩小 (-)</source>
            <translation>Zoom out (-)</translation>
        </message>
        <message>
            <source>缩放</source>
            <translation>Zoom</translation>
        </message>
        <message>
            <source>缺卡上所需职权，折加（分）</source>
            <translation>A power of the card missing, adds (min)</translation>
        </message>
        <message>
            <source>缺失</source>
            <translation>missing</translation>
        </message>
        <message>
            <source>缺岗</source>
            <translation>gap</translation>
        </message>
        <message>
            <source>网</source>
            <translation>G</translation>
        </message>
        <message>
            <source>网格</source>
            <translation>Grid</translation>
        </message>
        <message>
            <source>网格、社区、街道、区级各办结多少、上交交回多少、在手和超时多少。</source>
            <translation>What grid, community, street and district closed, raised, gave back, have open and overdue.</translation>
        </message>
        <message>
            <source>网格、社区已就地办完的轻微事项：同时立案，由他人核查后结案。</source>
            <translation>A minor matter that grid or community settled on the spot: filed at once, checked by somebody else, then closed.</translation>
        </message>
        <message>
            <source>网格员</source>
            <translation>Grid member</translation>
        </message>
        <message>
            <source>网格在岗情况</source>
            <translation>Grid members by grid</translation>
        </message>
        <message>
            <source>网格太多，只画街道轮廓。</source>
            <translation> Too many grids: the outline of the street alone is drawn.</translation>
        </message>
        <message>
            <source>网格文件</source>
            <translation>Grids</translation>
        </message>
        <message>
            <source>网格编码是 15 位数字（微网格 17 或 18 位），前 12 位是已有的社区。</source>
            <translation>A grid's code has 15 digits (17 or 18 of a micro-grid), the first 12 are a known community.</translation>
        </message>
        <message>
            <source>网格表</source>
            <translation>Grids</translation>
        </message>
        <message>
            <source>网格表：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]</source>
            <translation>Grids {sheet?imported:changed}[, {added} added][, {changed} changed]</translation>
        </message>
        <message>
            <source>网格（{bare} 无人 · {off} 离岗）</source>
            <translation>Grids ({bare} bare · {off} off)</translation>
        </message>
        <message>
            <source>网页 (*.html)</source>
            <translation>Web page (*.html)</translation>
        </message>
        <message>
            <source>群众反映强烈</source>
            <translation>residents press for it</translation>
        </message>
        <message>
            <source>考核</source>
            <translation>Score</translation>
        </message>
        <message>
            <source>职权</source>
            <translation>Powers</translation>
        </message>
        <message>
            <source>职权表未列，折加（分）</source>
            <translation>Not on the power list, adds (min)</translation>
        </message>
        <message>
            <source>职权表：{sheet?导入:修改}[，新增 {added}][，改动 {changed}][，删除 {removed}]</source>
            <translation>Powers {sheet?imported:edited}[, {added} added][, {changed} changed][, {removed} removed]</translation>
        </message>
        <message>
            <source>职责争议</source>
            <translation>Dispute</translation>
        </message>
        <message>
            <source>职责争议，协商不成</source>
            <translation>Disputed duty, no agreement</translation>
        </message>
        <message>
            <source>职责交叉不清</source>
            <translation>Duties overlap</translation>
        </message>
        <message>
            <source>职责清单</source>
            <translation>On duty list</translation>
        </message>
        <message>
            <source>联合值守</source>
            <translation>joint desk</translation>
        </message>
        <message>
            <source>联合执法</source>
            <translation>Joint enforcement</translation>
        </message>
        <message>
            <source>联合执法[：{lead}牵头][（{joint_kind}，{kind}）]{designated?，指定办理:}[，协同{co}][，队伍{team}][，知会{notify}][，{approved_by}批准]</source>
            <translation>Joint enforcement[: {lead} leads][ ({joint_kind}, {kind})]{designated?, designated:}[, with {co}][, teams {team}][, told {notify}][, approved by {approved_by}]</translation>
        </message>
        <message>
            <source>联合执法方案</source>
            <translation>Joint enforcement plan</translation>
        </message>
        <message>
            <source>联合执法方案存成文件</source>
            <translation>Save the joint plan</translation>
        </message>
        <message>
            <source>联合执法方案里。</source>
            <translation>In the joint plan.</translation>
        </message>
        <message>
            <source>联合执法类别</source>
            <translation>Sort of joint task</translation>
        </message>
        <message>
            <source>联合执法要有 {least} 到 {most} 支力量；只派一家请用“派遣”。</source>
            <translation>A joint task needs {least} to {most} parts; use Dispatch to send one unit only.</translation>
        </message>
        <message>
            <source>联合执法：换力量的作用</source>
            <translation>Joint: change a part's role</translation>
        </message>
        <message>
            <source>联合执法：派出</source>
            <translation>Joint: send</translation>
        </message>
        <message>
            <source>联系</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>联系 Ctrl+F6</source>
            <translation>Contact Ctrl+F6</translation>
        </message>
        <message>
            <source>联系情况</source>
            <translation>What was said</translation>
        </message>
        <message>
            <source>联系时限</source>
            <translation>Contact in</translation>
        </message>
        <message>
            <source>联系诉求人</source>
            <translation>Contact complainant</translation>
        </message>
        <message>
            <source>联系超时</source>
            <translation>Contact late</translation>
        </message>
        <message>
            <source>能去的 {value} 支队伍都先给了更急的案卷</source>
            <translation>the {value} teams that can go are given to more pressing cases</translation>
        </message>
        <message>
            <source>自 %1</source>
            <translation>since %1</translation>
        </message>
        <message>
            <source>自处理</source>
            <translation>Self-handled</translation>
        </message>
        <message>
            <source>自处理，立案转核查[，编号 {number}]</source>
            <translation>settled on the spot, filed and sent to check[, number {number}]</translation>
        </message>
        <message>
            <source>自己的布局</source>
            <translation>one's own</translation>
        </message>
        <message>
            <source>自己的视图最多 %1 个，先删去一个</source>
            <translation>You may keep %1 views of your own: delete one first</translation>
        </message>
        <message>
            <source>自然日</source>
            <translation>days</translation>
        </message>
        <message>
            <source>自然时间</source>
            <translation>clock time</translation>
        </message>
        <message>
            <source>自选时段</source>
            <translation>Own span</translation>
        </message>
        <message>
            <source>至少 2 个字，或案号的任何几位数字；已结案的也在内</source>
            <translation>2 characters or more, or any digits of a number; closed cases are searched too</translation>
        </message>
        <message>
            <source>至少要有两支力量，其中一支牵头</source>
            <translation>At least two parts, one of them leading</translation>
        </message>
        <message>
            <source>般</source>
            <translation>N</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>Scope</translation>
        </message>
        <message>
            <source>草稿</source>
            <translation>draft</translation>
        </message>
        <message>
            <source>草稿不用申请，请直接改排班。</source>
            <translation>A draft needs no request; change the roster.</translation>
        </message>
        <message>
            <source>草稿由日志算出，请补上第七部分，再 Ctrl+S 记入</source>
            <translation>A draft from the journal: add part seven, then Ctrl+S records it</translation>
        </message>
        <message>
            <source>草稿由日志算出；解除应急以后才能记入</source>
            <translation>A draft from the journal; it is recorded after release</translation>
        </message>
        <message>
            <source>虚构的石碁镇，模拟器演一天；什么都可以试</source>
            <translation>An invented town with a simulator: everything may be tried</translation>
        </message>
        <message>
            <source>行动不便、需氧气……</source>
            <translation>Cannot walk, needs oxygen …</translation>
        </message>
        <message>
            <source>行政处罚</source>
            <translation>Administrative penalty</translation>
        </message>
        <message>
            <source>行政处罚法43：{officer}已回避本案；请换人。</source>
            <translation>Administrative Penalty Law Art. 43: {officer} is recused from this case; pick somebody else.</translation>
        </message>
        <message>
            <source>行政处罚法{n}</source>
            <translation>Administrative Penalty Law Art. {n}</translation>
        </message>
        <message>
            <source>行政强制</source>
            <translation>Coercion</translation>
        </message>
        <message>
            <source>行政强制法24：查封扣押要当场开列清单；请填写物品清单。</source>
            <translation>Administrative Coercion Law Art. 24: a seizure needs a list of goods made on the spot; enter it.</translation>
        </message>
        <message>
            <source>行政强制法{n}</source>
            <translation>Administrative Coercion Law Art. {n}</translation>
        </message>
        <message>
            <source>行距和字号</source>
            <translation>Density and type</translation>
        </message>
        <message>
            <source>行距：%1</source>
            <translation>Density: %1</translation>
        </message>
        <message>
            <source>街</source>
            <translation>S</translation>
        </message>
        <message>
            <source>街道</source>
            <translation>Street</translation>
        </message>
        <message>
            <source>街道代码</source>
            <translation>Code of the street</translation>
        </message>
        <message>
            <source>街道代码不成立（{why}）；要 9 位，如 440113120。</source>
            <translation>The street's code is none ({why}); 9 digits are wanted, such as 440113120.</translation>
        </message>
        <message>
            <source>街道名称</source>
            <translation>Name of the street</translation>
        </message>
        <message>
            <source>街道名称要有 1 到 {most} 个字；请重填。</source>
            <translation>The street's name wants 1 to {most} letters; give another.</translation>
        </message>
        <message>
            <source>街道已建立：采用 %1 项，隔离 %2 项</source>
            <translation>Founded: %1 accepted, %2 set aside</translation>
        </message>
        <message>
            <source>街道指挥中心</source>
            <translation>Street Command Centre</translation>
        </message>
        <message>
            <source>街道指挥中心 · 登录</source>
            <translation>Street Command Center · Log in</translation>
        </message>
        <message>
            <source>街道没有这类队伍：{crew}；派遣时会列为缺口。</source>
            <translation>The street has no such team: {crew}; a dispatch will name the shortfall.</translation>
        </message>
        <message>
            <source>街道的密钥 {file} 不在了，查不到以前的来电人；请从备份取回，或用 new-key 建立新的。</source>
            <translation>The street's key {file} is gone, earlier callers are not found; bring it back from a backup, or make a new one with new-key.</translation>
        </message>
        <message>
            <source>街道评</source>
            <translation>street</translation>
        </message>
        <message>
            <source>街道领导</source>
            <translation>Street leader</translation>
        </message>
        <message>
            <source>补充 {at}</source>
            <translation>added {at}</translation>
        </message>
        <message>
            <source>补充人</source>
            <translation>By</translation>
        </message>
        <message>
            <source>补充说明</source>
            <translation>addendum</translation>
        </message>
        <message>
            <source>表</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>表头里没有“{missing}”一列；请用导出的表格填写。</source>
            <translation>The header lacks the column "{missing}"; fill in an exported sheet.</translation>
        </message>
        <message>
            <source>表格 (*.xlsx *.csv)</source>
            <translation>Sheets (*.xlsx *.csv)</translation>
        </message>
        <message>
            <source>表格 (*.xlsx)</source>
            <translation>Sheet (*.xlsx)</translation>
        </message>
        <message>
            <source>表格太大（最多 {most}）；请分几次导入。</source>
            <translation>The sheet is too large (at most {most}); import it in parts.</translation>
        </message>
        <message>
            <source>表格里没有数据行；请检查第一张工作表。</source>
            <translation>The sheet has no rows; look at its first page.</translation>
        </message>
        <message>
            <source>表格里的每一行</source>
            <translation>Rows of the sheet</translation>
        </message>
        <message>
            <source>表格里的问题</source>
            <translation>Problems in the sheet</translation>
        </message>
        <message>
            <source>被拒，请定夺</source>
            <translation>refused, please decide</translation>
        </message>
        <message>
            <source>被拒：%1</source>
            <translation>Refused: %1</translation>
        </message>
        <message>
            <source>装备</source>
            <translation>Things</translation>
        </message>
        <message>
            <source>装备合适</source>
            <translation>Right equipment</translation>
        </message>
        <message>
            <source>装备最多 {most} 件，每件名称最多 {length} 个字。</source>
            <translation>At most {most} pieces of equipment, each of at most {length} letters.</translation>
        </message>
        <message>
            <source>装备登记更新</source>
            <translation>kit changed</translation>
        </message>
        <message>
            <source>要写 0 到 {most} 之间的整数。</source>
            <translation>Write a whole number from 0 to {most}.</translation>
        </message>
        <message>
            <source>要写 {least} 到 {most} 之间的数字。</source>
            <translation>Write a number from {least} to {most}.</translation>
        </message>
        <message>
            <source>要写明法律或政策依据；请填写。</source>
            <translation>Name the basis in law or policy.</translation>
        </message>
        <message>
            <source>要填写决定书文号[（{article}）]；请先填写。</source>
            <translation>Enter the number of the decision[ ({article})].</translation>
        </message>
        <message>
            <source>要并入的案卷已是“{state}”；请选一件仍在办的。</source>
            <translation>The case to merge into is “{state}”; pick one that is still open.</translation>
        </message>
        <message>
            <source>要派遣的案卷</source>
            <translation>Case to dispatch</translation>
        </message>
        <message>
            <source>要由另一个人来做；{person}不能自己给自己确认。</source>
            <translation>Another person has to do it; {person} cannot confirm the own step.</translation>
        </message>
        <message>
            <source>要由另一个人来审批；{person}不能批自己提的吹哨。</source>
            <translation>Somebody else must approve; {person} cannot approve their own whistle.</translation>
        </message>
        <message>
            <source>要联合执法的案卷</source>
            <translation>Case for joint enforcement</translation>
        </message>
        <message>
            <source>要部门做什么</source>
            <translation>What the departments shall do</translation>
        </message>
        <message>
            <source>规则不允许这一步（代码 {code}），请把代码告知管理员。</source>
            <translation>A rule does not allow this step (code {code}); tell the administrator the code.</translation>
        </message>
        <message>
            <source>视图</source>
            <translation>View</translation>
        </message>
        <message>
            <source>视图 %1</source>
            <translation>View %1</translation>
        </message>
        <message>
            <source>视图“%1”已删去</source>
            <translation>View “%1” deleted</translation>
        </message>
        <message>
            <source>视图“%1”已存下</source>
            <translation>View “%1” saved</translation>
        </message>
        <message>
            <source>视图“%1”已改名</source>
            <translation>View “%1” renamed</translation>
        </message>
        <message>
            <source>视图没有存：名字是空的</source>
            <translation>View not saved: the name is empty</translation>
        </message>
        <message>
            <source>视图的名字</source>
            <translation>Name of the view</translation>
        </message>
        <message>
            <source>视图：改名、删去、换位置</source>
            <translation>View: rename, delete, move</translation>
        </message>
        <message>
            <source>视频</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>视频发现只是线索，不能直接作为处罚依据，须经审核</source>
            <translation>What a camera saw is a clue, not yet ground for a penalty; it must be reviewed</translation>
        </message>
        <message>
            <source>角色</source>
            <translation>Roles</translation>
        </message>
        <message>
            <source>解释与证据</source>
            <translation>Explanation and evidence</translation>
        </message>
        <message>
            <source>解释结案</source>
            <translation>Explain and close</translation>
        </message>
        <message>
            <source>解释结案[，{leader}同意][，依据：{basis}]</source>
            <translation>Closed by explanation[, {leader} agreed][, basis: {basis}]</translation>
        </message>
        <message>
            <source>解释结案要两个人：值班长与带班领导不能是同一人（{person}）。</source>
            <translation>Closing by explanation takes two people: shift lead and duty leader cannot be the same ({person}).</translation>
        </message>
        <message>
            <source>解释结案要由带班领导同意；请选带班领导。</source>
            <translation>Closing by explanation needs the duty leader's consent; pick the duty leader.</translation>
        </message>
        <message>
            <source>解除</source>
            <translation>Release</translation>
        </message>
        <message>
            <source>解除发还</source>
            <translation>Lifted and given back</translation>
        </message>
        <message>
            <source>解除并发还</source>
            <translation>Lifted and given back</translation>
        </message>
        <message>
            <source>解除应急</source>
            <translation>Release</translation>
        </message>
        <message>
            <source>解除应急以后才能写复盘报告。</source>
            <translation>The review is written after the release.</translation>
        </message>
        <message>
            <source>解除应急以后才能清除个人资料</source>
            <translation>Personal data goes after release only</translation>
        </message>
        <message>
            <source>解除应急以后才能清除个人资料。</source>
            <translation>Personal data is purged after the release.</translation>
        </message>
        <message>
            <source>解除暂缓</source>
            <translation>take out of the hold</translation>
        </message>
        <message>
            <source>解除暂缓，照常办理[：{reason}]</source>
            <translation>taken out of the hold[: {reason}]</translation>
        </message>
        <message>
            <source>解除登录锁定</source>
            <translation>Login unlocked</translation>
        </message>
        <message>
            <source>解除锁定</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>解除锁定 Ctrl+L</source>
            <translation>Unlock Ctrl+L</translation>
        </message>
        <message>
            <source>警示</source>
            <translation>Warning</translation>
        </message>
        <message>
            <source>议定事项</source>
            <translation>What was agreed</translation>
        </message>
        <message>
            <source>议题</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>讯{at}</source>
            <translation>heard {at}</translation>
        </message>
        <message>
            <source>记下与部门协商的结果。</source>
            <translation>Record what came of negotiating with the department.</translation>
        </message>
        <message>
            <source>记下会商到场的单位和议定的事。</source>
            <translation>Records which units consulted and what they agreed.</translation>
        </message>
        <message>
            <source>记下核实人的答复，案卷回到待立案。</source>
            <translation>Records the verifier's answer; the case is again to be filed.</translation>
        </message>
        <message>
            <source>记下现场传回的情况和图片，状态不变。</source>
            <translation>Records words and pictures from the scene; the state stays.</translation>
        </message>
        <message>
            <source>记下答应了谁、什么时候办到；交接班时未兑现的逐件交清。</source>
            <translation>Write down who was promised what by when; what is not kept is handed over item by item.</translation>
        </message>
        <message>
            <source>记下被召集的队伍的答复：几分钟到位，或不能出动。</source>
            <translation>Notes what a called team said: there in so many minutes, or cannot come.</translation>
        </message>
        <message>
            <source>记下诉求人的评价：满意即结案，不满意则重办。</source>
            <translation>Records the complainant's rating: satisfied closes the case, not satisfied means redo.</translation>
        </message>
        <message>
            <source>记下谁到了会、定了什么，任务一行一项：单位、内容、期限。</source>
            <translation>Write down who came and what was decided; tasks a line each: unit, what, until when.</translation>
        </message>
        <message>
            <source>记入复盘报告</source>
            <translation>Record the review</translation>
        </message>
        <message>
            <source>记入复盘报告 Ctrl+S</source>
            <translation>Record the review Ctrl+S</translation>
        </message>
        <message>
            <source>记入时间</source>
            <translation>Recorded at</translation>
        </message>
        <message>
            <source>记录</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>记录仪</source>
            <translation>Recorder</translation>
        </message>
        <message>
            <source>记录仪 {name}</source>
            <translation>recorder {name}</translation>
        </message>
        <message>
            <source>记录仪 {}</source>
            <translation>Recorder {}</translation>
        </message>
        <message>
            <source>记录仪编号</source>
            <translation>Recorder number</translation>
        </message>
        <message>
            <source>记录会商</source>
            <translation>Record consultation</translation>
        </message>
        <message>
            <source>记录协商</source>
            <translation>Record negotiation</translation>
        </message>
        <message>
            <source>记录状态</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>记录编号</source>
            <translation>Record id</translation>
        </message>
        <message>
            <source>设为{status}</source>
            <translation>Set to {status}</translation>
        </message>
        <message>
            <source>设置变化</source>
            <translation>Settings changed</translation>
        </message>
        <message>
            <source>设置密码</source>
            <translation>Password set</translation>
        </message>
        <message>
            <source>设置密码  Enter</source>
            <translation>Set password  Enter</translation>
        </message>
        <message>
            <source>设置密码并登录</source>
            <translation>Set password and log in</translation>
        </message>
        <message>
            <source>证书指纹</source>
            <translation>Fingerprint</translation>
        </message>
        <message>
            <source>证件有效至</source>
            <translation>Valid until</translation>
        </message>
        <message>
            <source>评价时限</source>
            <translation>Rate in</translation>
        </message>
        <message>
            <source>评分</source>
            <translation>Score</translation>
        </message>
        <message>
            <source>评分要在 0 到 {most} 之间。</source>
            <translation>A score lies between 0 and {most}.</translation>
        </message>
        <message>
            <source>诉求(&amp;W)</source>
            <translation>Said (&amp;W)</translation>
        </message>
        <message>
            <source>诉求人</source>
            <translation>Complainant</translation>
        </message>
        <message>
            <source>诉求人不向本席显示</source>
            <translation>the caller is not shown to this seat</translation>
        </message>
        <message>
            <source>诉求人不满意，要先重办（重新定时限、派任务），再反馈。</source>
            <translation>The complainant is not satisfied: redo first (new limit and task), then give feedback.</translation>
        </message>
        <message>
            <source>诉求人不满意：应当重办</source>
            <translation>The complainant is not satisfied: redo the case</translation>
        </message>
        <message>
            <source>诉求人撤回</source>
            <translation>Withdrawn by the complainant</translation>
        </message>
        <message>
            <source>诉求人的话</source>
            <translation>The complainant's words</translation>
        </message>
        <message>
            <source>诉求人的话（不满意须写明）</source>
            <translation>What the caller says (needed when not satisfied)</translation>
        </message>
        <message>
            <source>试用 Ctrl+T</source>
            <translation>Try Ctrl+T</translation>
        </message>
        <message>
            <source>试用“{name}”：最近 {looked} 件案卷，{matched} 件符合，{same} 件本来就这样派</source>
            <translation>Tried "{name}": of the newest {looked} cases {matched} fit, {same} were sent just so</translation>
        </message>
        <message>
            <source>试用“{name}”：派遣过的 {looked} 件案卷，{matched} 件符合，{same} 件本来就这样派</source>
            <translation>Tried "{name}": of {looked} dispatched cases {matched} fit, {same} were sent just so</translation>
        </message>
        <message>
            <source>试用结果</source>
            <translation>What the trial found</translation>
        </message>
        <message>
            <source>话术按事项大类（如 05）或 all 编写，没有[“{group}”]。</source>
            <translation>A script is for a group of items (such as 05) or for all; there is no[ "{group}"].</translation>
        </message>
        <message>
            <source>该单位没有此事项的这类职权；有权单位：{units}。可吹哨或移送</source>
            <translation>This unit has no such powers for the item; units that have: {units}. Whistle or transfer</translation>
        </message>
        <message>
            <source>语言：中文／英文</source>
            <translation>Language: Chinese / English</translation>
        </message>
        <message>
            <source>误立案</source>
            <translation>Filed by mistake</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Words</translation>
        </message>
        <message>
            <source>请一位既非采集人也非办理人的核查员到现场核查。</source>
            <translation>Asks a checker who neither collected nor handled the case to check on the spot.</translation>
        </message>
        <message>
            <source>请与服务器自己屏幕上打印的指纹逐组核对</source>
            <translation>Compare it, group by group, with what the server printed on its own screen</translation>
        </message>
        <message>
            <source>请假</source>
            <translation>leave</translation>
        </message>
        <message>
            <source>请假要写明谁来顶班。</source>
            <translation>A leave names who stands in.</translation>
        </message>
        <message>
            <source>请先在列表里选一件案卷</source>
            <translation>First pick a case in the list</translation>
        </message>
        <message>
            <source>请先在名单中选人。</source>
            <translation>Choose people from the list first.</translation>
        </message>
        <message>
            <source>请先在队列、地图或查找中选一件案卷。</source>
            <translation>First pick a case in the queue, on the map or by Find.</translation>
        </message>
        <message>
            <source>请先在队列中选一件待派遣的案卷</source>
            <translation>First pick a case to dispatch in the queue</translation>
        </message>
        <message>
            <source>请先在队列里选一件案卷</source>
            <translation>Choose a case in the queue first</translation>
        </message>
        <message>
            <source>请先填“{}”</source>
            <translation>Fill in “{}” first</translation>
        </message>
        <message>
            <source>请先登录（登录可能已过期）；再做一次即可。</source>
            <translation>Log in first (your login may have expired); then do it once more.</translation>
        </message>
        <message>
            <source>请先选人</source>
            <translation>Choose a person first</translation>
        </message>
        <message>
            <source>请先选要召集的队伍。</source>
            <translation>Choose the teams to call first.</translation>
        </message>
        <message>
            <source>请先逐组核对指纹，一致再勾选</source>
            <translation>Compare the fingerprint first, group by group, then tick</translation>
        </message>
        <message>
            <source>请再输一遍指令编号</source>
            <translation>Type the order number again</translation>
        </message>
        <message>
            <source>请写会商的决定。</source>
            <translation>Write the decision.</translation>
        </message>
        <message>
            <source>请写方案：谁做什么</source>
            <translation>Write the plan: who does what</translation>
        </message>
        <message>
            <source>请写明原因</source>
            <translation>Please give a reason</translation>
        </message>
        <message>
            <source>请写明放弃的理由（至少 4 字）</source>
            <translation>Say why it is given up (at least 4 characters)</translation>
        </message>
        <message>
            <source>请写明理由（至少 4 字）</source>
            <translation>Give a reason (4 characters or more)</translation>
        </message>
        <message>
            <source>请写集合地点</source>
            <translation>Say where to meet</translation>
        </message>
        <message>
            <source>请填上级的指令编号</source>
            <translation>Fill in the superior's order number</translation>
        </message>
        <message>
            <source>请填写情况说明，不能空着。</source>
            <translation>Say what the matter is, it cannot be empty.</translation>
        </message>
        <message>
            <source>请填写执法记录仪的视频编号。</source>
            <translation>Enter the number of the recorder's video.</translation>
        </message>
        <message>
            <source>请填地点：地址、路名、社区或网格码，或在地图上点</source>
            <translation>Enter the place: address, road, community or grid code, or click on the map</translation>
        </message>
        <message>
            <source>请填姓名。</source>
            <translation>Enter the name.</translation>
        </message>
        <message>
            <source>请填服务器地址</source>
            <translation>An address is wanted</translation>
        </message>
        <message>
            <source>请把上面各项填全</source>
            <translation>Please fill in every field above</translation>
        </message>
        <message>
            <source>请接班人在本席就座；连着服务器时在席位面板里输密码。</source>
            <translation>The incoming person sits down here; at a server the password is typed in the seat panel.</translation>
        </message>
        <message>
            <source>请求作废</source>
            <translation>Ask to void</translation>
        </message>
        <message>
            <source>请求太快，现在查不到</source>
            <translation>Asked too fast: this cannot be looked up now</translation>
        </message>
        <message>
            <source>请求太快，这一步没有做；请过 {seconds} 秒再试。</source>
            <translation>Too many requests, this step was not done; try again in {seconds} s.</translation>
        </message>
        <message>
            <source>请用空格勾出到会的单位。</source>
            <translation>Tick the units that came with Space.</translation>
        </message>
        <message>
            <source>请记下来电内容，或加一张图片</source>
            <translation>Enter what was said, or add a picture</translation>
        </message>
        <message>
            <source>请输入新密码</source>
            <translation>Enter the new password</translation>
        </message>
        <message>
            <source>请选一个理由。</source>
            <translation>Pick a reason.</translation>
        </message>
        <message>
            <source>请选主办单位</source>
            <translation>Pick a lead unit</translation>
        </message>
        <message>
            <source>请选事项：输入编码、名称或拼音首字母</source>
            <translation>Pick an item: type its code, name or pinyin initials</translation>
        </message>
        <message>
            <source>请选择</source>
            <translation>Please choose</translation>
        </message>
        <message>
            <source>请选至少一处社区或网格，或改为全街道</source>
            <translation>Pick one community or grid at least, or the whole street</translation>
        </message>
        <message>
            <source>读取</source>
            <translation>Read</translation>
        </message>
        <message>
            <source>读取中</source>
            <translation>Reading</translation>
        </message>
        <message>
            <source>读取指纹(&amp;R)</source>
            <translation>Read the fingerprint (&amp;R)</translation>
        </message>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>谁做什么、先后、撤离；Shift+Enter 换行</source>
            <translation>Who does what, in which order, way out; Shift+Enter for a new line</translation>
        </message>
        <message>
            <source>谁先坐在这里：兼受理、派遣、值班长</source>
            <translation>who sits here first: intake, dispatcher and shift lead</translation>
        </message>
        <message>
            <source>谁吹哨</source>
            <translation>Blown by</translation>
        </message>
        <message>
            <source>谁批准</source>
            <translation>Approved by</translation>
        </message>
        <message>
            <source>谁答应的</source>
            <translation>Promised by</translation>
        </message>
        <message>
            <source>谁（住址，或住址#第几人）</source>
            <translation>who (address, or address#person)</translation>
        </message>
        <message>
            <source>调休班</source>
            <translation>workday</translation>
        </message>
        <message>
            <source>调度员</source>
            <translation>Dispatcher</translation>
        </message>
        <message>
            <source>调度岗</source>
            <translation>dispatch</translation>
        </message>
        <message>
            <source>责任人</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>账号</source>
            <translation>Accounts</translation>
        </message>
        <message>
            <source>资料（姓名、电话、需求）</source>
            <translation>Texts (name, telephone, needs)</translation>
        </message>
        <message>
            <source>起</source>
            <translation>From</translation>
        </message>
        <message>
            <source>起止</source>
            <translation>From – to</translation>
        </message>
        <message>
            <source>超</source>
            <translation>!</translation>
        </message>
        <message>
            <source>超 2931天</source>
            <translation>2931d late</translation>
        </message>
        <message>
            <source>超 9天23时</source>
            <translation>9d 23h late</translation>
        </message>
        <message>
            <source>超 {n}</source>
            <translation>{n} late</translation>
        </message>
        <message>
            <source>超 {span}</source>
            <translation>{span} late</translation>
        </message>
        <message>
            <source>超{n}</source>
            <translation>{n} late</translation>
        </message>
        <message>
            <source>超出本级权限</source>
            <translation>beyond this level's powers</translation>
        </message>
        <message>
            <source>超出街道处置能力</source>
            <translation>Beyond the street's means</translation>
        </message>
        <message>
            <source>超出街道权限</source>
            <translation>Beyond the street's powers</translation>
        </message>
        <message>
            <source>超出街道能力的上报区级，其间时限另计。</source>
            <translation>Reports what the street cannot do to the district; that time counts apart.</translation>
        </message>
        <message>
            <source>超时</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>超时 %1</source>
            <translation>Late %1</translation>
        </message>
        <message>
            <source>超时应答：{teams}。</source>
            <translation>Answered late: {teams}. </translation>
        </message>
        <message>
            <source>超时未动</source>
            <translation>Timer missed</translation>
        </message>
        <message>
            <source>超时未签收</source>
            <translation>Not signed in time</translation>
        </message>
        <message>
            <source>超时：{steps}</source>
            <translation>late: {steps}</translation>
        </message>
        <message>
            <source>超时：在手中过了本级时限的；街道这一级按全案时限。</source>
            <translation>Late: open ones past this tier's limit; for the street, past the whole case's.</translation>
        </message>
        <message>
            <source>超期</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>超过一秒的查询和导出可以放弃；已交办的事不受影响。</source>
            <translation>Gives up a question or an export that takes longer than a second; what was given to be done is not touched.</translation>
        </message>
        <message>
            <source>超限</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>跟随</source>
            <translation>Auto</translation>
        </message>
        <message>
            <source>跨网格、跨社区</source>
            <translation>across grids or communities</translation>
        </message>
        <message>
            <source>跨街道（镇）事项</source>
            <translation>Concerns several streets (towns)</translation>
        </message>
        <message>
            <source>路段</source>
            <translation>road</translation>
        </message>
        <message>
            <source>路网不通</source>
            <translation>no road joins</translation>
        </message>
        <message>
            <source>车辆</source>
            <translation>Vehicle</translation>
        </message>
        <message>
            <source>车辆 {vehicle}</source>
            <translation>Vehicle {vehicle}</translation>
        </message>
        <message>
            <source>车辆、记录仪</source>
            <translation>Vehicle, recorder</translation>
        </message>
        <message>
            <source>车速（公里/时）</source>
            <translation>Speed by vehicle (km/h)</translation>
        </message>
        <message>
            <source>转到</source>
            <translation>go to</translation>
        </message>
        <message>
            <source>转到一个面板。</source>
            <translation>Go to a panel.</translation>
        </message>
        <message>
            <source>转到最要紧的报警，再按一次即知悉。</source>
            <translation>Goes to the most pressing alarm; once more acknowledges it.</translation>
        </message>
        <message>
            <source>转到：%1</source>
            <translation>Go to: %1</translation>
        </message>
        <message>
            <source>转到：{name}</source>
            <translation>Go to: {name}</translation>
        </message>
        <message>
            <source>转到：地图</source>
            <translation>Go to: Map</translation>
        </message>
        <message>
            <source>转来时间</source>
            <translation>Passed on at</translation>
        </message>
        <message>
            <source>转派(&amp;D)</source>
            <translation>Sent (&amp;D)</translation>
        </message>
        <message>
            <source>转派时间不能在将来</source>
            <translation>The transfer cannot be in the future</translation>
        </message>
        <message>
            <source>转移</source>
            <translation>Evacuation</translation>
        </message>
        <message>
            <source>转移 {moved}/{listed}，拒绝 {refused}</source>
            <translation>moved {moved}/{listed}, {refused} refuse</translation>
        </message>
        <message>
            <source>转移名单</source>
            <translation>evacuation list</translation>
        </message>
        <message>
            <source>转移名单 {listed} 人，已转移 {moved} 人，不愿转移 {refused} 人</source>
            <translation>{listed} people listed, {moved} moved, {refused} refused</translation>
        </message>
        <message>
            <source>转移名单上的人：写住址（整栋）、住址#第几人，和去处或不愿转移。</source>
            <translation>Moves people of the list: an address (the building) or address#person, and where to, or that they refuse.</translation>
        </message>
        <message>
            <source>转移名单的人数</source>
            <translation>People on the evacuation list</translation>
        </message>
        <message>
            <source>转移名单里。</source>
            <translation>In the evacuation list.</translation>
        </message>
        <message>
            <source>转移情况更新[ {people} 人]</source>
            <translation>evacuation told[: {people}]</translation>
        </message>
        <message>
            <source>转移统计</source>
            <translation>Evacuation counts</translation>
        </message>
        <message>
            <source>转移：不愿转移、放回名单</source>
            <translation>Evacuation: refuses, back on the list</translation>
        </message>
        <message>
            <source>转移：列入、导入、导出</source>
            <translation>Evacuation: add, import, export</translation>
        </message>
        <message>
            <source>转移：勾选人或整栋</source>
            <translation>Evacuation: tick a person or a building</translation>
        </message>
        <message>
            <source>转移：勾选全部</source>
            <translation>Evacuation: tick all</translation>
        </message>
        <message>
            <source>转移：投亲靠友</source>
            <translation>Evacuation: to relatives</translation>
        </message>
        <message>
            <source>转移：看姓名电话</source>
            <translation>Evacuation: see name and phone</translation>
        </message>
        <message>
            <source>转移：筛选、只看未走</source>
            <translation>Evacuation: filter, only who is there</translation>
        </message>
        <message>
            <source>转移：送到安置点</source>
            <translation>Evacuation: to a shelter</translation>
        </message>
        <message>
            <source>轮班里的“{text}”不是班次，也不是 off。</source>
            <translation>“{text}” in the rotation is neither a shift nor off.</translation>
        </message>
        <message>
            <source>轮班（第一班组逐日，休为 off；空为依次轮）</source>
            <translation>Cycle (first team, day by day; off; empty: in turn)</translation>
        </message>
        <message>
            <source>轻一声</source>
            <translation>One soft tone</translation>
        </message>
        <message>
            <source>轻重</source>
            <translation>Priority</translation>
        </message>
        <message>
            <source>较新的图片</source>
            <translation>Later pictures</translation>
        </message>
        <message>
            <source>较早的图片</source>
            <translation>Earlier pictures</translation>
        </message>
        <message>
            <source>辅助</source>
            <translation>Aux.</translation>
        </message>
        <message>
            <source>辅助人员（{officer}）不得带队执法</source>
            <translation>Auxiliary ({officer}) may not lead enforcement</translation>
        </message>
        <message>
            <source>辅助人员，不计入、不带队</source>
            <translation>auxiliary, may not lead</translation>
        </message>
        <message>
            <source>辅助人员：不计入执法人数，不得带队</source>
            <translation>Auxiliary: does not count as an enforcement officer and may not lead</translation>
        </message>
        <message>
            <source>输入姓名或拼音首字母 · Enter 就座 · Esc 返回</source>
            <translation>Name or pinyin initials · Enter takes the seat · Esc back</translation>
        </message>
        <message>
            <source>输入密码 · Enter 登录就座 · Esc 返回</source>
            <translation>Type the password · Enter logs in · Esc goes back</translation>
        </message>
        <message>
            <source>输入密码解锁</source>
            <translation>Type the password to unlock</translation>
        </message>
        <message>
            <source>输入的内容存不进磁盘，程序中断会丢失：%1</source>
            <translation>What is typed cannot be saved to disk and would be lost in a crash: %1</translation>
        </message>
        <message>
            <source>过期99天</source>
            <translation>exp. 99d</translation>
        </message>
        <message>
            <source>过期{n}天</source>
            <translation>exp. {n}d</translation>
        </message>
        <message>
            <source>过期{n}月</source>
            <translation>exp. {n}mo</translation>
        </message>
        <message>
            <source>运维员</source>
            <translation>Operator</translation>
        </message>
        <message>
            <source>近 %1 天</source>
            <translation>Last %1 days</translation>
        </message>
        <message>
            <source>近 24 小时</source>
            <translation>Last 24 hours</translation>
        </message>
        <message>
            <source>近 24 小时没有立案，也没有结案。按 T 看 7 天。</source>
            <translation>Nothing was filed or closed in 24 hours. T shows 7 days.</translation>
        </message>
        <message>
            <source>近 30 天没有带推荐的派遣。</source>
            <translation>No dispatch with a recommendation in the last 30 days.</translation>
        </message>
        <message>
            <source>近 30 天：照推荐 {share}（{followed} ÷ 有推荐的 {ranked} 次），另选 {others} 次</source>
            <translation>Last 30 days: as recommended {share} ({followed} ÷ {ranked} with a recommendation), another team {others} times</translation>
        </message>
        <message>
            <source>近 {n} 天</source>
            <translation>Last {n} days</translation>
        </message>
        <message>
            <source>近亲属</source>
            <translation>Close relative</translation>
        </message>
        <message>
            <source>近似</source>
            <translation>alike</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>返工</source>
            <translation>Rework</translation>
        </message>
        <message>
            <source>返工 {}</source>
            <translation>Rework {}</translation>
        </message>
        <message>
            <source>还不能签字：{number} 没有确认（另有 {more} 件）。</source>
            <translation>It cannot be signed yet: {number} is not acknowledged ({more} more).</translation>
        </message>
        <message>
            <source>还在核对，稍候再按 Enter</source>
            <translation>Still checking; press Enter again in a moment</translation>
        </message>
        <message>
            <source>还有 {n} 人</source>
            <translation>{n} still there</translation>
        </message>
        <message>
            <source>还有人安置在这里，不能删除；请先转到别处。</source>
            <translation>People are placed there; move them elsewhere before you delete it.</translation>
        </message>
        <message>
            <source>还欠着必须的步骤[（{what}）]；先办督办、会商，再反馈。</source>
            <translation>Steps that are a must are owed[ ({what})]; supervise or consult first, then give feedback.</translation>
        </message>
        <message>
            <source>还没有保存过布局（Ctrl+Alt+L 保存）</source>
            <translation>No layout has been saved yet (Ctrl+Alt+L saves it)</translation>
        </message>
        <message>
            <source>还没有应急和演练。
在“预案”页选一种预案和级别，按 Ctrl+D 提出一次演练。</source>
            <translation>No emergency and no drill yet.
On the page Plans choose a plan and a level; Ctrl+D proposes a drill.</translation>
        </message>
        <message>
            <source>还没有提出清除名单；请值班长先提出。</source>
            <translation>No purge was proposed; the shift lead proposes it first.</translation>
        </message>
        <message>
            <source>还没有派遣单位，不能提出申请；请先派遣。</source>
            <translation>No unit has been dispatched, so nothing can be requested; dispatch first.</translation>
        </message>
        <message>
            <source>还没有消息：做成的和没有做成的都会留在这里</source>
            <translation>No messages yet: what was done and what was not is kept here</translation>
        </message>
        <message>
            <source>还没有登记车辆、执法记录仪、对讲机和钥匙。
Ctrl+N 登记，交接时逐样清点。</source>
            <translation>No vehicle, recorder, radio or key is written down yet.
Ctrl+N writes one down, to be counted at each handover.</translation>
        </message>
        <message>
            <source>还没有签完的交接。第一次交接签完后在这里留存。</source>
            <translation>No handover is signed yet. The first one will be kept here.</translation>
        </message>
        <message>
            <source>还没有网格边界，地图是空的；案件照样受理，地点写文字或选网格。
增加社区和网格：Ctrl+U 请管理员就座，Ctrl+Shift+A 打开社区表、网格表。
画上边界：关闭窗口后导入 GeoJSON（见 README 的 import boundaries）。</source>
            <translation>No grid is drawn yet, so the map is empty; cases are taken in all the same, by words or by a grid's name.
Communities and grids: Ctrl+U, the administrator sits down, Ctrl+Shift+A opens their tables.
Boundaries: close the window and import GeoJSON (README: import boundaries).</translation>
        </message>
        <message>
            <source>还没有队伍和执法人员，可以只派单位。
增加：Ctrl+U 请管理员就座，Ctrl+Shift+A 打开队伍、执法人员、人员表。</source>
            <translation>There are no teams and officers yet; units can be sent all the same.
To add some: Ctrl+U, the administrator sits down, Ctrl+Shift+A opens teams, officers and people.</translation>
        </message>
        <message>
            <source>还没派</source>
            <translation>not sent yet</translation>
        </message>
        <message>
            <source>还缺：{fields}</source>
            <translation>Missing: {fields}</translation>
        </message>
        <message>
            <source>这一件已确认</source>
            <translation>This case is taken already</translation>
        </message>
        <message>
            <source>这一周还没有排班，没有可复制的</source>
            <translation>This week is not planned: nothing to copy</translation>
        </message>
        <message>
            <source>这一天混有两种班制，单格改不了；请在“排班”页重排这一天</source>
            <translation>This day mixes two patterns, so one cell cannot be changed; plan the day anew on “Plan”</translation>
        </message>
        <message>
            <source>这一层级应在 {at} 前办完或上交，已过 {span}</source>
            <translation>This tier should have solved or raised it by {at}, {span} ago</translation>
        </message>
        <message>
            <source>这一次报告已经上报。</source>
            <translation>This report was sent already.</translation>
        </message>
        <message>
            <source>这一步</source>
            <translation>This step</translation>
        </message>
        <message>
            <source>这一步只对协办、知会任务开放；主办单位办完请用反馈。</source>
            <translation>This step is for co-units and notified units; the lead unit gives feedback instead.</translation>
        </message>
        <message>
            <source>这一步要由承办单位（{unit}）来办；请代该单位的人录入。</source>
            <translation>This step is the handling unit's ({unit}); enter it on behalf of one of its people.</translation>
        </message>
        <message>
            <source>这一版改了什么</source>
            <translation>What this version changed</translation>
        </message>
        <message>
            <source>这一环节应在 {at} 前完成，已过 {span}</source>
            <translation>This stage was due {at}, {span} ago</translation>
        </message>
        <message>
            <source>这一类没有吹哨；按 1 看全部。</source>
            <translation>None of this kind; press 1 to see all.</translation>
        </message>
        <message>
            <source>这一级的预案没有召集批次；用空格选队伍。</source>
            <translation>The plan calls nobody at this level; pick teams with Space.</translation>
        </message>
        <message>
            <source>这一级的预案没有清单；请管理员在预案里添加。</source>
            <translation>The plan has no checklist for this level; an administrator adds it in the plan.</translation>
        </message>
        <message>
            <source>这一行不能删除：事项请停用，人员去掉角色，话术改写</source>
            <translation>This line stays: retire an item, take the roles from a person, rewrite a script</translation>
        </message>
        <message>
            <source>这一行没有下一步；请选一个部门。</source>
            <translation>This row has no next step; pick a department.</translation>
        </message>
        <message>
            <source>这一行的键由面板自己听，不能改。</source>
            <translation>The key of this row is heard by its panel itself and cannot be changed.</translation>
        </message>
        <message>
            <source>这个动作没有文字可填：“{word}”</source>
            <translation>This action takes no text: “{word}”</translation>
        </message>
        <message>
            <source>这个坐席与服务器说不到一起（{why}），这一步没有做；请升级程序后再试。</source>
            <translation>This seat and the server do not understand each other ({why}), this step was not done; update the program and try again.</translation>
        </message>
        <message>
            <source>这个坐席已有人；请先交接。</source>
            <translation>Somebody sits at this seat; hand over first.</translation>
        </message>
        <message>
            <source>这个子卷不需要报告，或者已经报告过了。</source>
            <translation>This sub-docket needs no report, or it has been reported.</translation>
        </message>
        <message>
            <source>这个数据库里有几个街道（{streets}）；请指明打开哪一个。</source>
            <translation>This database holds several streets ({streets}); say which one to open.</translation>
        </message>
        <message>
            <source>这个文件不是能读的表格（.xlsx 或 .csv）；请重新导出后再导入。</source>
            <translation>This file is no sheet that can be read (.xlsx or .csv); please export it anew and import again.</translation>
        </message>
        <message>
            <source>这个文件不是预案，或已损坏；请选从“预案”页导出的文件。</source>
            <translation>This file is no plan, or damaged; choose one exported from the page Plans.</translation>
        </message>
        <message>
            <source>这个班已有申请在等批准。</source>
            <translation>A request for this duty waits for a decision.</translation>
        </message>
        <message>
            <source>这个班已经开始，不能再换。</source>
            <translation>This duty has begun and cannot be changed.</translation>
        </message>
        <message>
            <source>这个程序版本不认识这一步；请管理员升级。</source>
            <translation>This version of the program does not know this step; ask the administrator to update.</translation>
        </message>
        <message>
            <source>这个程序版本不认识这个问题；请管理员升级。</source>
            <translation>This version of the program does not know this question; ask the administrator to update.</translation>
        </message>
        <message>
            <source>这个网格编码已停用，不再使用；请改用现行网格。</source>
            <translation>This grid code is no longer used; take the present grid.</translation>
        </message>
        <message>
            <source>这个街道的数据已迁到 PostgreSQL；请用“--server”连接服务器。</source>
            <translation>This street’s data has moved to PostgreSQL; connect to its server with “--server”.</translation>
        </message>
        <message>
            <source>这个视图里有的条件已经不在了，其余的照用</source>
            <translation>Part of this view is gone; the rest was applied</translation>
        </message>
        <message>
            <source>这个账号已停用；请找管理员。</source>
            <translation>This account is barred; please see an administrator.</translation>
        </message>
        <message>
            <source>这个键读不出来，换一个。</source>
            <translation>This key cannot be read; choose another.</translation>
        </message>
        <message>
            <source>这些人都已在转移名单上。</source>
            <translation>All of them are on the evacuation list already.</translation>
        </message>
        <message>
            <source>这些天没有立案，也没有结案。F2 受理第一件。</source>
            <translation>Nothing was filed or closed in these days. F2 takes the first report.</translation>
        </message>
        <message>
            <source>这些天没有要发布的草稿。</source>
            <translation>These days have no draft to publish.</translation>
        </message>
        <message>
            <source>这件不能一起派：见第二行；按 Enter 单独派遣</source>
            <translation>This one cannot go with the rest: see its second line; Enter sends it alone</translation>
        </message>
        <message>
            <source>这件事办到这里，往后队伍会反馈。? 列出全部的键，[[manual]] 看所在面板的帮助；[[guide]] 收起</source>
            <translation>That is it for this case; the team will feed back. ? lists all keys, [[manual]] is the help of a panel; [[guide]] puts this away</translation>
        </message>
        <message>
            <source>这件案卷已有一个吹哨在办；请先办完或撤回它。</source>
            <translation>This case has a whistle at work; finish or withdraw it first.</translation>
        </message>
        <message>
            <source>这件案卷已经暂缓。</source>
            <translation>This case is held already.</translation>
        </message>
        <message>
            <source>这件案卷没有被暂缓，照常办理即可。</source>
            <translation>This case is not held; go on with it.</translation>
        </message>
        <message>
            <source>这件案卷现在看不到</source>
            <translation>This case cannot be seen now</translation>
        </message>
        <message>
            <source>这件没有待答复的督办。</source>
            <translation>This case has no supervision to answer.</translation>
        </message>
        <message>
            <source>这件没有诉求人，不需要联系登记。</source>
            <translation>This case has no complainant, no contact to record.</translation>
        </message>
        <message>
            <source>这件还没有读到，图片没有收；请稍候再添</source>
            <translation>This case is not read yet, the picture was not taken; add it again in a moment</translation>
        </message>
        <message>
            <source>这份内容是为前一次写的；请核对，或按 Ctrl+R 重新起草</source>
            <translation>This was written for the report before; check it, or Ctrl+R drafts anew</translation>
        </message>
        <message>
            <source>这份预案刚被他人改过；Ctrl+R 看新版</source>
            <translation>Somebody else has just changed this plan; Ctrl+R shows it</translation>
        </message>
        <message>
            <source>这台电脑存不下你的布局：%1</source>
            <translation>This computer cannot keep your layout: %1</translation>
        </message>
        <message>
            <source>这台电脑存不下你的设置：%1</source>
            <translation>This computer could not keep your settings: %1</translation>
        </message>
        <message>
            <source>这台电脑存不下语言：%1</source>
            <translation>This computer cannot keep the language: %1</translation>
        </message>
        <message>
            <source>这台电脑没有打印机；请按 S 存成文件，到别处打印。</source>
            <translation>This computer has no printer; press S to save files and print them elsewhere.</translation>
        </message>
        <message>
            <source>这张表的键不能改：谁来都要找得到它。</source>
            <translation>The keys of this list cannot be changed: everybody must find it.</translation>
        </message>
        <message>
            <source>这支力量的任务</source>
            <translation>This part's task</translation>
        </message>
        <message>
            <source>这是单机：没有登录，账号和密码只在服务器上用。
谁能做什么由“人员与角色”决定，按 Ctrl+U 换人。
要多席位登录，请用 serve 启动服务器，再在坐席上打开本页。</source>
            <translation>This desk stands alone: nobody logs in, accounts and passwords are for a server.
Who may do what is in “People and roles”; Ctrl+U changes the person.
For many seats start a server with serve, then open this page at a seat.</translation>
        </message>
        <message>
            <source>这是自带的视图，只能换位置；Ctrl+S 另存自己的</source>
            <translation>This view comes with the desk and can only be moved; Ctrl+S saves one of your own</translation>
        </message>
        <message>
            <source>这条提示已经结束。</source>
            <translation>This notice is over already.</translation>
        </message>
        <message>
            <source>这样就没有管理员了；请先把管理员交给另一个人。</source>
            <translation>This would leave no administrator; give the role to somebody else first.</translation>
        </message>
        <message>
            <source>这次会商{state}，不能再改。</source>
            <translation>This consultation is {state} and cannot be changed.</translation>
        </message>
        <message>
            <source>这次切换已有结论，不能再定。</source>
            <translation>This switch was decided already.</translation>
        </message>
        <message>
            <source>这次应急已经结束，不能再做这一步。</source>
            <translation>This emergency is over; this step is no longer possible.</translation>
        </message>
        <message>
            <source>这次应急没有登记个人资料，不用清除</source>
            <translation>No personal data was gathered; nothing to purge</translation>
        </message>
        <message>
            <source>这段时间有太多记录（最多 {most} 条）；请选短一些。</source>
            <translation>Too much happened in this span (at most {most} entries); choose a shorter one.</translation>
        </message>
        <message>
            <source>这段时间没有人查看过来电号码</source>
            <translation>Nobody revealed a caller's number in this period</translation>
        </message>
        <message>
            <source>这段时间没有签收、到场或结案。按 T 换 24 小时或 7 天。</source>
            <translation>Nothing was signed, reached or closed in this time. T changes 24 hours and 7 days.</translation>
        </message>
        <message>
            <source>这里不是安置点；请选一处安置点。</source>
            <translation>This is no shelter; choose one.</translation>
        </message>
        <message>
            <source>这里已有街道 {street}；请换一个空文件夹。</source>
            <translation>There is a street here already ({street}); take an empty folder.</translation>
        </message>
        <message>
            <source>这里的人都已是这样</source>
            <translation>They all stand so already</translation>
        </message>
        <message>
            <source>这里的人都已转移</source>
            <translation>Everybody here has gone</translation>
        </message>
        <message>
            <source>这项任务已经完成。</source>
            <translation>This task is done already.</translation>
        </message>
        <message>
            <source>这项任务现为“{state}”，队伍不在外面，不用报平安。</source>
            <translation>This task is “{state}”: the team is not out and need not check in.</translation>
        </message>
        <message>
            <source>这项承诺已经兑现。</source>
            <translation>This promise was kept already.</translation>
        </message>
        <message>
            <source>这项申请已有决定，不能再批一次。</source>
            <translation>This request has been decided, it cannot be decided again.</translation>
        </message>
        <message>
            <source>进行中</source>
            <translation>under way</translation>
        </message>
        <message>
            <source>连不上服务器；请检查网络和地址，或问管理员服务器是否在运行。</source>
            <translation>The server cannot be reached; check the network and the address, or ask the administrator whether it runs.</translation>
        </message>
        <message>
            <source>连接中断时不能办这一步；请等连接恢复后再办。</source>
            <translation>This step is not possible while the connection is down; do it when it is back.</translation>
        </message>
        <message>
            <source>连接中断，复盘报告没有写出；请等连接恢复再导出</source>
            <translation>No link: the review report was not written; export it again once the link is back</translation>
        </message>
        <message>
            <source>连接中断，本机没有这一项的资料；请等连接恢复</source>
            <translation>Link lost and this seat does not hold that; wait until the link is back</translation>
        </message>
        <message>
            <source>连接中断，现在查不到</source>
            <translation>Link lost: this cannot be looked up now</translation>
        </message>
        <message>
            <source>连接中断：只记为愿望，见“未发送”</source>
            <translation>No link: kept as a wish only, see “Unsent”</translation>
        </message>
        <message>
            <source>连接中断：本机没有这件的最新经过，只有看板上的内容</source>
            <translation>Link lost: this seat has no recent story of this case, only its line of the board</translation>
        </message>
        <message>
            <source>连接中断：派遣只记为愿望，恢复后由服务器核法，通过才算派遣</source>
            <translation>Link lost: a dispatch is kept as a wish; the server checks the law once the link is back</translation>
        </message>
        <message>
            <source>连接已恢复，已补齐到第 %1 条</source>
            <translation>Link is back; caught up to entry %1</translation>
        </message>
        <message>
            <source>连接服务器</source>
            <translation>A server</translation>
        </message>
        <message>
            <source>连错五次，已锁定到 {until}；请等候或请管理员解锁。</source>
            <translation>Five errors in a row: locked until {until}; wait, or ask the administrator to unlock it.</translation>
        </message>
        <message>
            <source>迟</source>
            <translation>late</translation>
        </message>
        <message>
            <source>迟 {span}</source>
            <translation>{span} late</translation>
        </message>
        <message>
            <source>迟报</source>
            <translation>late</translation>
        </message>
        <message>
            <source>退?</source>
            <translation>Ret?</translation>
        </message>
        <message>
            <source>退单</source>
            <translation>Return</translation>
        </message>
        <message>
            <source>退单 {}</source>
            <translation>Returned {}</translation>
        </message>
        <message>
            <source>退单待批</source>
            <translation>Return to decide</translation>
        </message>
        <message>
            <source>退单要写明建议改派的单位；请选一个。</source>
            <translation>A return names the right unit; pick one.</translation>
        </message>
        <message>
            <source>退单要在签收之前提出；案卷现为“{state}”。</source>
            <translation>A return is asked for before signing; the case is “{state}”.</translation>
        </message>
        <message>
            <source>退单要在签收时限（{due}）之前提出，现已超时；请签收办理。</source>
            <translation>A return is asked for within the sign limit ({due}), which is over; sign and handle it.</translation>
        </message>
        <message>
            <source>退单要在联系时限（{due}）之前提出；请改提争议。</source>
            <translation>A return is asked before contact is due ({due}); dispute it instead.</translation>
        </message>
        <message>
            <source>退回  Ctrl+Backspace</source>
            <translation>Refuse  Ctrl+Backspace</translation>
        </message>
        <message>
            <source>退回切换</source>
            <translation>Refuse level</translation>
        </message>
        <message>
            <source>退回或撤回切换</source>
            <translation>Refuse or withdraw a switch</translation>
        </message>
        <message>
            <source>送核查</source>
            <translation>Send to check</translation>
        </message>
        <message>
            <source>选一段时间或一次应急，按“读取”。队列、地图、力量和转移人数照当时播放；</source>
            <translation>Choose a span or an emergency and press Read. Queue, map, roster and evacuation are shown as they were; </translation>
        </message>
        <message>
            <source>选中一件案卷。</source>
            <translation>Select a case.</translation>
        </message>
        <message>
            <source>选中这件案卷</source>
            <translation>Select this case</translation>
        </message>
        <message>
            <source>选了几件时：先看哪件不能办、为什么，Enter 才办。</source>
            <translation>With cases picked: see which cannot be done and why; Enter does it.</translation>
        </message>
        <message>
            <source>选几件</source>
            <translation>Pick several</translation>
        </message>
        <message>
            <source>选取</source>
            <translation>Places</translation>
        </message>
        <message>
            <source>选取社区或网格</source>
            <translation>Pick communities or grids</translation>
        </message>
        <message>
            <source>选图 Alt+P</source>
            <translation>Pick Alt+P</translation>
        </message>
        <message>
            <source>选择图片</source>
            <translation>Pick pictures</translation>
        </message>
        <message>
            <source>选择坐在本席的人。</source>
            <translation>Picks who sits at this seat.</translation>
        </message>
        <message>
            <source>选旁边的案件</source>
            <translation>Case beside</translation>
        </message>
        <message>
            <source>选视图</source>
            <translation>Choose a view</translation>
        </message>
        <message>
            <source>选队伍</source>
            <translation>Pick a team</translation>
        </message>
        <message>
            <source>逐件确认由接班人（{person}）来做。</source>
            <translation>The incoming person ({person}) acknowledges the items.</translation>
        </message>
        <message>
            <source>途中</source>
            <translation>On the way</translation>
        </message>
        <message>
            <source>通知单位</source>
            <translation>Units called</translation>
        </message>
        <message>
            <source>部分社区</source>
            <translation>some communities</translation>
        </message>
        <message>
            <source>部分网格</source>
            <translation>some grids</translation>
        </message>
        <message>
            <source>部门</source>
            <translation>Department</translation>
        </message>
        <message>
            <source>部门到场报到：填现场人员给的四位报到码。</source>
            <translation>The department checks in at the place: enter the four digits told there.</translation>
        </message>
        <message>
            <source>部门办结</source>
            <translation>Department delivers</translation>
        </message>
        <message>
            <source>部门办结自己的部分。</source>
            <translation>The department has done its part.</translation>
        </message>
        <message>
            <source>部门已与吹哨方联系。</source>
            <translation>The department got in touch with who blew.</translation>
        </message>
        <message>
            <source>部门报到</source>
            <translation>Department checks in</translation>
        </message>
        <message>
            <source>部门签收</source>
            <translation>Department signs</translation>
        </message>
        <message>
            <source>部门签收吹哨。</source>
            <translation>The department signs the whistle.</translation>
        </message>
        <message>
            <source>部门联系</source>
            <translation>Department contacts</translation>
        </message>
        <message>
            <source>部门认为不归自己管：先协商，协商不成由共同上级指定。</source>
            <translation>The department denies its competence: negotiate first, then the common superior designates.</translation>
        </message>
        <message>
            <source>部门评</source>
            <translation>unit</translation>
        </message>
        <message>
            <source>部门请求退出并提出应办单位，联系到期之前可提；不准即指定。</source>
            <translation>The department asks to be let go and names who should do it, before contact is due; refused, it is designated.</translation>
        </message>
        <message>
            <source>部门退单</source>
            <translation>Department returns</translation>
        </message>
        <message>
            <source>都已确认</source>
            <translation>All are taken</translation>
        </message>
        <message>
            <source>采办分离：上报人（{person}）不能处置同一件；请换人签收或反馈。</source>
            <translation>Who collects does not handle: the reporter ({person}) cannot handle the same case; let somebody else sign or give feedback.</translation>
        </message>
        <message>
            <source>采办分离：上报人（{person}）不能核查同一件；请另选核查员。</source>
            <translation>Who collects does not handle: the reporter ({person}) cannot check the same case; pick another checker.</translation>
        </message>
        <message>
            <source>采办分离：处置人（{person}）不能核查自己的处置；请另选核查员。</source>
            <translation>Who handles does not check: {person} cannot check their own work; pick another checker.</translation>
        </message>
        <message>
            <source>采办分离：自处理的案卷不能由上报人自己结案；请值班长结案。</source>
            <translation>Who collects does not handle: a self-handled case cannot be closed by its reporter; ask the shift lead to close it.</translation>
        </message>
        <message>
            <source>重办</source>
            <translation>Redo</translation>
        </message>
        <message>
            <source>重办[，第 {round} 轮][，时限 {limit}][，协办{co}]</source>
            <translation>Redone[, round {round}][, limit {limit}][, co-units {co}]</translation>
        </message>
        <message>
            <source>重复</source>
            <translation>double</translation>
        </message>
        <message>
            <source>重复上报且无新情况</source>
            <translation>Reported before, no new facts</translation>
        </message>
        <message>
            <source>重复排班</source>
            <translation>double booking</translation>
        </message>
        <message>
            <source>重复案件</source>
            <translation>Duplicate case</translation>
        </message>
        <message>
            <source>重复立案</source>
            <translation>Filed twice</translation>
        </message>
        <message>
            <source>重新编排 R</source>
            <translation>Plan again R</translation>
        </message>
        <message>
            <source>重新起草</source>
            <translation>Draft anew</translation>
        </message>
        <message>
            <source>重新起草  Ctrl+R</source>
            <translation>Draft anew  Ctrl+R</translation>
        </message>
        <message>
            <source>重新起草 Ctrl+R</source>
            <translation>Draft anew Ctrl+R</translation>
        </message>
        <message>
            <source>钟</source>
            <translation>Clock</translation>
        </message>
        <message>
            <source>钥匙</source>
            <translation>key</translation>
        </message>
        <message>
            <source>键盘所在的面板移到自己的窗口（有第二块屏幕就移过去）；再按移回。</source>
            <translation>Gives the panel that has the keyboard a window of its own, on the second screen if there is one; again puts it back.</translation>
        </message>
        <message>
            <source>镇</source>
            <translation>town</translation>
        </message>
        <message>
            <source>问什么</source>
            <translation>Question</translation>
        </message>
        <message>
            <source>问题</source>
            <translation>Problem</translation>
        </message>
        <message>
            <source>问题已解决</source>
            <translation>Solved already</translation>
        </message>
        <message>
            <source>间隔</source>
            <translation>Interval</translation>
        </message>
        <message>
            <source>队伍</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>队伍(&amp;G)：按到场分钟排序，★ 为推荐</source>
            <translation>Teams (&amp;G): by minutes to arrive, ★ recommended</translation>
        </message>
        <message>
            <source>队伍{team}不属于{unit}；请选本单位的队伍。</source>
            <translation>Team {team} is not of {unit}; pick one of this unit's teams.</translation>
        </message>
        <message>
            <source>队伍{team}已离岗；请另选在岗的队伍。</source>
            <translation>Team {team} is off duty; pick a team on duty.</translation>
        </message>
        <message>
            <source>队伍{team}有任务在身，状态随任务变化；请在案卷里办签收、到场或完成。</source>
            <translation>Team {team} is on a task and its status follows it; use sign, arrive or done in the case.</translation>
        </message>
        <message>
            <source>队伍、人员</source>
            <translation>Team, person</translation>
        </message>
        <message>
            <source>队伍与人员</source>
            <translation>Teams and people</translation>
        </message>
        <message>
            <source>队伍位置都已旧（{value}）</source>
            <translation>all positions are old ({value})</translation>
        </message>
        <message>
            <source>队伍出发；执法任务须带执法证并登记执法记录仪。</source>
            <translation>The team departs; enforcement needs certificates and a recorder number.</translation>
        </message>
        <message>
            <source>队伍到达现场，到场时限停止。</source>
            <translation>The team is on scene; the arrival clock stops.</translation>
        </message>
        <message>
            <source>队伍另有急事</source>
            <translation>The team has something urgent</translation>
        </message>
        <message>
            <source>队伍定批次</source>
            <translation>Wave of a team</translation>
        </message>
        <message>
            <source>队伍应在 {at} 前报平安，已过 {span}</source>
            <translation>Team should have checked in by {at}, {span} ago</translation>
        </message>
        <message>
            <source>队伍应在 {at} 前进到下一步，已过 {span}</source>
            <translation>Team's next step was due {at}, {span} ago</translation>
        </message>
        <message>
            <source>队伍当时的位置不留存，出动的画在案发处。</source>
            <translation> Where teams were is not kept: those on a task are drawn at their case.</translation>
        </message>
        <message>
            <source>队伍数</source>
            <translation>Crews</translation>
        </message>
        <message>
            <source>队伍未按时进到下一步</source>
            <translation>Team late with its next step</translation>
        </message>
        <message>
            <source>队伍来话，一切正常；这项任务的计时重新开始。</source>
            <translation>Word from the crew: all is well; this task's timers start anew.</translation>
        </message>
        <message>
            <source>队伍状态变更</source>
            <translation>Team status set</translation>
        </message>
        <message>
            <source>队伍类别不符，折加（分）</source>
            <translation>Another kind of team, adds (min)</translation>
        </message>
        <message>
            <source>队伍表：{sheet?导入:修改}[，新增 {added}][，改动 {changed}]</source>
            <translation>Teams {sheet?imported:edited}[, {added} added][, {changed} changed]</translation>
        </message>
        <message>
            <source>队伍计时</source>
            <translation>Crew timers</translation>
        </message>
        <message>
            <source>队伍计时：{sheet?导入:修改}[，改动 {changed}]</source>
            <translation>Crew timers: {sheet?imported:edited}[, {changed} changed]</translation>
        </message>
        <message>
            <source>队伍请缨</source>
            <translation>Crew asks for it</translation>
        </message>
        <message>
            <source>队伍（预案没有下一批）</source>
            <translation>team (the plan has no next wave)</translation>
        </message>
        <message>
            <source>队列</source>
            <translation>Queue</translation>
        </message>
        <message>
            <source>队列为主</source>
            <translation>queue first</translation>
        </message>
        <message>
            <source>队列列出 {n} 件 · {what} · Esc 取消</source>
            <translation>The queue lists {n} · {what} · Esc for all</translation>
        </message>
        <message>
            <source>队列已清空：没有未结案卷，也没有待立案的上报。%1 录入新的上报</source>
            <translation>The queue is empty: no open case and no report waiting. %1 takes in a new report</translation>
        </message>
        <message>
            <source>队列按第 %1 个视图筛选，再按取消；在队列里只按数字。</source>
            <translation>Filter the queue by view %1; press again to clear. In the queue press the digit alone.</translation>
        </message>
        <message>
            <source>队列还没有载入，请稍候</source>
            <translation>The queue is not loaded yet; one moment</translation>
        </message>
        <message>
            <source>队列里按数字键，别处按 Ctrl+Alt+数字；Alt+←→ 换位置，Alt+R 改名，Alt+Del 删去</source>
            <translation>In the queue press its digit, elsewhere Ctrl+Alt+digit; Alt+←→ moves it, Alt+R renames it, Alt+Del deletes it</translation>
        </message>
        <message>
            <source>队列里，选了视图时。</source>
            <translation>In the queue, while a view is chosen.</translation>
        </message>
        <message>
            <source>队列里；Esc 清除筛选。</source>
            <translation>In the queue; Esc clears the filter.</translation>
        </message>
        <message>
            <source>队列里；也可按住 Ctrl、Shift 点选。</source>
            <translation>In the queue; or click with Ctrl or Shift held.</translation>
        </message>
        <message>
            <source>队列里；再按一次取消。</source>
            <translation>In the queue; press again to clear.</translation>
        </message>
        <message>
            <source>队列里；视图也存下排序。</source>
            <translation>In the queue; a view keeps the order too.</translation>
        </message>
        <message>
            <source>队长</source>
            <translation>Team leader</translation>
        </message>
        <message>
            <source>附一：时间线</source>
            <translation>Annex 1: timeline</translation>
        </message>
        <message>
            <source>附二：记录</source>
            <translation>Annex 2: record</translation>
        </message>
        <message>
            <source>附图：在办案卷分布</source>
            <translation>Annex: map of the open cases</translation>
        </message>
        <message>
            <source>附：更正与补充</source>
            <translation>Annex: corrections and additions</translation>
        </message>
        <message>
            <source>限 {at}</source>
            <translation>due {at}</translation>
        </message>
        <message>
            <source>限 {} 前，余 {} 天</source>
            <translation>by {}, {} days left</translation>
        </message>
        <message>
            <source>限时应答</source>
            <translation>Answer within</translation>
        </message>
        <message>
            <source>限期</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>限期写成 12:00 或 10-16 12:00</source>
            <translation>Write the time as 12:00 or 10-16 12:00</translation>
        </message>
        <message>
            <source>限社区</source>
            <translation>Communities</translation>
        </message>
        <message>
            <source>随手拍</source>
            <translation>Snapshot</translation>
        </message>
        <message>
            <source>随时</source>
            <translation>any time</translation>
        </message>
        <message>
            <source>随程序提供</source>
            <translation>Comes with the program</translation>
        </message>
        <message>
            <source>随级别恢复</source>
            <translation>Resumed by level</translation>
        </message>
        <message>
            <source>隔几秒再响</source>
            <translation>Repeats after (s)</translation>
        </message>
        <message>
            <source>集合地点</source>
            <translation>Meeting place</translation>
        </message>
        <message>
            <source>集合地点(&amp;L)</source>
            <translation>Place (&amp;L)</translation>
        </message>
        <message>
            <source>集合时间</source>
            <translation>Meeting time</translation>
        </message>
        <message>
            <source>集合时间(&amp;M)</source>
            <translation>&amp;Meets at</translation>
        </message>
        <message>
            <source>集合时间请写成 14:30</source>
            <translation>Write the meeting time like 14:30</translation>
        </message>
        <message>
            <source>零报告</source>
            <translation>Nil report</translation>
        </message>
        <message>
            <source>零报告 </source>
            <translation>nil </translation>
        </message>
        <message>
            <source>零报告  Ctrl+0</source>
            <translation>Nil report  Ctrl+0</translation>
        </message>
        <message>
            <source>零报告，没有文字。</source>
            <translation>Nil report, no words.</translation>
        </message>
        <message>
            <source>零报告：本班无事</source>
            <translation>Nil report: nothing happened in this shift</translation>
        </message>
        <message>
            <source>需多部门协调</source>
            <translation>Needs several departments</translation>
        </message>
        <message>
            <source>需第三方配合</source>
            <translation>Needs a third party</translation>
        </message>
        <message>
            <source>需要</source>
            <translation>Needs</translation>
        </message>
        <message>
            <source>静音时段</source>
            <translation>Quiet hours</translation>
        </message>
        <message>
            <source>静音时段压低</source>
            <translation>Lowered in quiet hours</translation>
        </message>
        <message>
            <source>静音时段只压低次要的报警；紧急的照响。</source>
            <translation>Quiet hours lower lesser alarms only; urgent ones ring as ever.</translation>
        </message>
        <message>
            <source>静音时段已存在本席。</source>
            <translation>Quiet hours kept for this seat.</translation>
        </message>
        <message>
            <source>静音时段里</source>
            <translation>In quiet hours</translation>
        </message>
        <message>
            <source>非主办单位</source>
            <translation>not the lead unit</translation>
        </message>
        <message>
            <source>非本人经办</source>
            <translation>Not own cases</translation>
        </message>
        <message>
            <source>非紧急事项暂停</source>
            <translation>what is not urgent is suspended</translation>
        </message>
        <message>
            <source>面板</source>
            <translation>Panels</translation>
        </message>
        <message>
            <source>顶班人</source>
            <translation>Stands in</translation>
        </message>
        <message>
            <source>顺延</source>
            <translation>deferred</translation>
        </message>
        <message>
            <source>顺延 {deferred} 件，暂停 {suspended} 件；随级别恢复 {resumed} 件，</source>
            <translation>{deferred} deferred, {suspended} suspended; {resumed} resumed by level, </translation>
        </message>
        <message>
            <source>顺延 {n} 件</source>
            <translation>{n} deferred</translation>
        </message>
        <message>
            <source>顺路</source>
            <translation>On the way</translation>
        </message>
        <message>
            <source>须报告：{}</source>
            <translation>Report by: {}</translation>
        </message>
        <message>
            <source>须移送：{}</source>
            <translation>transfer by {}</translation>
        </message>
        <message>
            <source>须说明理由</source>
            <translation>Needs a reason</translation>
        </message>
        <message>
            <source>预填</source>
            <translation>Prefilled</translation>
        </message>
        <message>
            <source>预案</source>
            <translation>Plans</translation>
        </message>
        <message>
            <source>预案 (*.json)</source>
            <translation>Plan (*.json)</translation>
        </message>
        <message>
            <source>预案 Ctrl+1</source>
            <translation>Plans Ctrl+1</translation>
        </message>
        <message>
            <source>预案下一批</source>
            <translation>the plan's next wave</translation>
        </message>
        <message>
            <source>预案刚被他人改成第 {version} 版；请看新版后再改。</source>
            <translation>Somebody made version {version} of the plan meanwhile; look at it before you change it.</translation>
        </message>
        <message>
            <source>预案名称</source>
            <translation>Name of the plan</translation>
        </message>
        <message>
            <source>预案名称（可不填）</source>
            <translation>Name of the plan (optional)</translation>
        </message>
        <message>
            <source>预案和应急记录</source>
            <translation>Plans and emergencies</translation>
        </message>
        <message>
            <source>预案已导出：%1</source>
            <translation>Plan exported: %1</translation>
        </message>
        <message>
            <source>预案或复盘报告有改动没有保存：Ctrl+Shift+Y 回去保存；再关一次窗口就丢弃</source>
            <translation>A plan or review was changed and not saved: Ctrl+Shift+Y goes back; closing again drops it</translation>
        </message>
        <message>
            <source>预案更新[，第 {version} 版]</source>
            <translation>plan changed[, version {version}]</translation>
        </message>
        <message>
            <source>预案有这一级</source>
            <translation>The plan has this level</translation>
        </message>
        <message>
            <source>预案没有岗位清单。</source>
            <translation>The plan has no checklists.</translation>
        </message>
        <message>
            <source>预案的队伍都已召集；还要召集的用空格选。</source>
            <translation>All of the plan's teams are called; pick more with Space.</translation>
        </message>
        <message>
            <source>预案种类</source>
            <translation>Kind of plan</translation>
        </message>
        <message>
            <source>预案至少要有一个响应级别。</source>
            <translation>A plan wants at least one response level.</translation>
        </message>
        <message>
            <source>预案读不懂；请在预案编辑里重新保存。</source>
            <translation>The plan cannot be read; save it anew in the plan editor.</translation>
        </message>
        <message>
            <source>预案里没有这个响应级别；请先在预案中补上。</source>
            <translation>The plan has no such response level; add it to the plan first.</translation>
        </message>
        <message>
            <source>预案页里。</source>
            <translation>On the page of plans.</translation>
        </message>
        <message>
            <source>预警</source>
            <translation>warning</translation>
        </message>
        <message>
            <source>预警、天气、关注点</source>
            <translation>Warnings, weather, places to watch</translation>
        </message>
        <message>
            <source>领导</source>
            <translation>leader</translation>
        </message>
        <message>
            <source>领导不予准入：不予受理并告知上报人；已立案的作废</source>
            <translation>Not admitted: refuse it and tell the reporter; void what is filed</translation>
        </message>
        <message>
            <source>领导不同意办理清单外的事项；随后不予受理，并告知上报人。</source>
            <translation>A leader does not let it in; then it is refused and the reporter told.</translation>
        </message>
        <message>
            <source>领导不批准吹哨，写明理由。</source>
            <translation>A leader refuses the whistle, with the reason.</translation>
        </message>
        <message>
            <source>领导同意由本街道办理清单外的事项，随后可以立案。</source>
            <translation>A leader lets the street do what is off its list; then it can be filed.</translation>
        </message>
        <message>
            <source>领导批准吹哨，随即吹响，各部门的时限从这时起算。</source>
            <translation>A leader approves and it is blown at once: the departments' limits start now.</translation>
        </message>
        <message>
            <source>领导指定</source>
            <translation>Ordered by a leader</translation>
        </message>
        <message>
            <source>首报、续报、终报：看草稿、修改、上报，或报零报告。</source>
            <translation>First, follow-up and final reports: read the draft, edit and send it, or send a nil report.</translation>
        </message>
        <message>
            <source>首报（书面）</source>
            <translation>first report (in writing)</translation>
        </message>
        <message>
            <source>首报（电话）</source>
            <translation>first report (telephone)</translation>
        </message>
        <message>
            <source>首次启动码不对或已用过；请看服务器窗口里打印的启动码。</source>
            <translation>The first-start code is wrong or used; see the code printed in the server's window.</translation>
        </message>
        <message>
            <source>首次启用（用启动码）(&amp;F)</source>
            <translation>First use (with the start code) (&amp;F)</translation>
        </message>
        <message>
            <source>首次签字设密码，8 位起</source>
            <translation>first: set one, 8 or more</translation>
        </message>
        <message>
            <source>首班班组</source>
            <translation>Team that begins</translation>
        </message>
        <message>
            <source>首班由</source>
            <translation>begins</translation>
        </message>
        <message>
            <source>高对比</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>高对比和通常的颜色之间切换；深色、浅色各有一种。</source>
            <translation>Between high contrast and the usual colours; dark and light have one each.</translation>
        </message>
        <message>
            <source>默认</source>
            <translation>Default</translation>
        </message>
        <message>
            <source>（</source>
            <translation> (</translation>
        </message>
        <message>
            <source>（%1 件没有显示）</source>
            <translation> (%1 not shown)</translation>
        </message>
        <message>
            <source>（{} 录入）</source>
            <translation> (entered {})</translation>
        </message>
        <message>
            <source>（不在班）</source>
            <translation> (off shift)</translation>
        </message>
        <message>
            <source>（内容已清除）</source>
            <translation>(words purged)</translation>
        </message>
        <message>
            <source>（姓名和电话不入日志）</source>
            <translation> (names and telephones are not in the journal)</translation>
        </message>
        <message>
            <source>（工作人员）</source>
            <translation>(staff)</translation>
        </message>
        <message>
            <source>（已不在表中的班）</source>
            <translation>(a duty that is gone)</translation>
        </message>
        <message>
            <source>（已清除）</source>
            <translation>(erased)</translation>
        </message>
        <message>
            <source>（年历暂定）</source>
            <translation> (calendar provisional)</translation>
        </message>
        <message>
            <source>（指令 {order}）</source>
            <translation> (order {order})</translation>
        </message>
        <message>
            <source>（无人）</source>
            <translation>(nobody)</translation>
        </message>
        <message>
            <source>（无角色）</source>
            <translation>(no role)</translation>
        </message>
        <message>
            <source>（无）</source>
            <translation>(none)</translation>
        </message>
        <message>
            <source>（未定）</source>
            <translation>(open)</translation>
        </message>
        <message>
            <source>（没有音响设备，报警时顶栏闪动）</source>
            <translation> (no sound device: the band flashes)</translation>
        </message>
        <message>
            <source>（演练）</source>
            <translation> (drill)</translation>
        </message>
        <message>
            <source>（现行）</source>
            <translation> (current)</translation>
        </message>
        <message>
            <source>（空）</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <source>（网格 %1）</source>
            <translation> (grid %1)</translation>
        </message>
        <message>
            <source>（请填写：做得好的、没做到的、谁在何时之前改）</source>
            <translation>(To be written: what went well, what did not, who mends it by when)</translation>
        </message>
        <message>
            <source>（超时）</source>
            <translation> (late)</translation>
        </message>
        <message>
            <source>）</source>
            <translation>)</translation>
        </message>
        <message>
            <source>＋</source>
            <translation>+</translation>
        </message>
        <message>
            <source>＋ − 缩放 · 0 全图 · 1 原大 · ←→↑↓ 移动 · PgUp PgDn 处置前翻看 · Shift+PgUp PgDn 处置后翻看 · Esc 离开</source>
            <translation>+ − zoom · 0 fit · 1 full size · ←→↑↓ move · PgUp PgDn walk before · Shift+PgUp PgDn walk after · Esc leaves</translation>
        </message>
        <message>
            <source>＋ 新增 {key}：{cells}</source>
            <translation>+ add {key}: {cells}</translation>
        </message>
        <message>
            <source>＋ 新行，未保存</source>
            <translation>+ new, not saved</translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
        <message>
            <source>，{day} 再拨</source>
            <translation>, call again {day}</translation>
        </message>
        <message>
            <source>，{until} 解除</source>
            <translation>, released {until}</translation>
        </message>
        <message>
            <source>，▲ 缺 {n} 队</source>
            <translation>, ▲ {n} missing</translation>
        </message>
        <message>
            <source>，其中不愿 {n}</source>
            <translation>, {n} of them refuse</translation>
        </message>
        <message>
            <source>，历时 {span}。</source>
            <translation>, {span}.</translation>
        </message>
        <message>
            <source>，该年调休表未导入，暂定</source>
            <translation>; that year's holidays are not imported, provisional</translation>
        </message>
        <message>
            <source>－ 删除 {key}</source>
            <translation>- remove {key}</translation>
        </message>
        <message>
            <source>：</source>
            <translation>: </translation>
        </message>
        <message>
            <source>：内容</source>
            <translation>: words</translation>
        </message>
        <message>
            <source>：提问</source>
            <translation>: the question</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message>
            <source>；{n} 件，不限时</source>
            <translation>; {n} cases, no limit</translation>
        </message>
        <message>
            <source>；但这个键在别处另有用：%1</source>
            <translation>; but the key has another use elsewhere: %1</translation>
        </message>
        <message>
            <source>；地图回放在同一文件夹：%1</source>
            <translation>; the replay on the map is in the same folder: %1</translation>
        </message>
        <message>
            <source>；时限 {limit}，{n} 件中 {late} 件超限</source>
            <translation>; limit {limit}, {late} of {n} late</translation>
        </message>
        <message>
            <source>；本街道没有的队伍和班制已去掉：%1</source>
            <translation>; teams and patterns this street does not have were left out: %1</translation>
        </message>
        <message>
            <source>；现有 {n} 件</source>
            <translation>; now {n}</translation>
        </message>
        <message>
            <source>＝</source>
            <translation>=</translation>
        </message>
        <message>
            <source>？ 还没有签字，无可核验</source>
            <translation>? Nobody has signed yet</translation>
        </message>
    </context>
    <context>
        <name>Case</name>
        <message>
            <source>出发</source>
            <translation>left </translation>
        </message>
        <message>
            <source>到场</source>
            <translation>on scene </translation>
        </message>
    </context>
    <context>
        <name>Charts</name>
        <message>
            <source>到场</source>
            <translation>arrive</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>在办</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>将到期</source>
            <translation>near due</translation>
        </message>
        <message>
            <source>未定社区</source>
            <translation>no community</translation>
        </message>
        <message>
            <source>未派</source>
            <translation>not sent</translation>
        </message>
        <message>
            <source>止</source>
            <translation>To</translation>
        </message>
        <message>
            <source>正常</source>
            <translation>in time</translation>
        </message>
        <message>
            <source>用时</source>
            <translation>Times</translation>
        </message>
        <message>
            <source>社区</source>
            <translation>Community</translation>
        </message>
        <message>
            <source>立案</source>
            <translation>filed</translation>
        </message>
        <message>
            <source>签收</source>
            <translation>sign</translation>
        </message>
        <message>
            <source>结案</source>
            <translation>closed</translation>
        </message>
        <message>
            <source>起</source>
            <translation>From</translation>
        </message>
        <message>
            <source>超时</source>
            <translation>overdue</translation>
        </message>
    </context>
    <context>
        <name>CrewTable</name>
        <message>
            <source>全选</source>
            <translation>Select all</translation>
        </message>
    </context>
    <context>
        <name>DeskWindow</name>
        <message>
            <source>按键</source>
            <translation>Keys</translation>
        </message>
    </context>
    <context>
        <name>Looks</name>
        <message>
            <source>同一位置的面板</source>
            <translation>Panels in the same place</translation>
        </message>
        <message>
            <source>大字</source>
            <translation>Large</translation>
        </message>
        <message>
            <source>标准</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>浅色，高对比</source>
            <translation>Light, high contrast</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>深色，高对比</source>
            <translation>Dark, high contrast</translation>
        </message>
        <message>
            <source>紧凑</source>
            <translation>Compact</translation>
        </message>
        <message>
            <source>行距：%1</source>
            <translation>Density: %1</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>紧凑、标准、大字依次切换，每个人各记各的。</source>
            <translation>Compact, normal and large in turn; kept for each person.</translation>
        </message>
        <message>
            <source>行距和字号</source>
            <translation>Density and type</translation>
        </message>
        <message>
            <source>高对比</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>高对比和通常的颜色之间切换；深色、浅色各有一种。</source>
            <translation>Between high contrast and the usual colours; dark and light have one each.</translation>
        </message>
    </context>
    <context>
        <name>PicturePair</name>
        <message>
            <source>处置前和处置后的图片</source>
            <translation>Pictures before and after</translation>
        </message>
    </context>
    <context>
        <name>QueueBar</name>
        <message>
            <source>来源</source>
            <translation>From</translation>
        </message>
        <message>
            <source>清除筛选</source>
            <translation>Clear the filter</translation>
        </message>
        <message>
            <source>社区</source>
            <translation>Comm.</translation>
        </message>
    </context>
    <context>
        <name>QueueModel</name>
        <message>
            <source>主办</source>
            <translation>Lead</translation>
        </message>
        <message>
            <source>时限</source>
            <translation>Time left</translation>
        </message>
        <message>
            <source>灯</source>
            <translation>●●</translation>
        </message>
    </context>
    <context>
        <name>RosterPanel</name>
        <message>
            <source>队伍</source>
            <translation>Teams</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>不予受理</source>
            <translation>Refuse intake</translation>
        </message>
        <message>
            <source>主办</source>
            <translation>Lead</translation>
        </message>
        <message>
            <source>协办</source>
            <translation>Co-units</translation>
        </message>
        <message>
            <source>召集</source>
            <translation>Call out</translation>
        </message>
        <message>
            <source>接班</source>
            <translation>Take over</translation>
        </message>
        <message>
            <source>确认</source>
            <translation>Take case</translation>
        </message>
        <message>
            <source>自处理</source>
            <translation>Self-handle</translation>
        </message>
        <message>
            <source>补充说明</source>
            <translation>Add correction</translation>
        </message>
        <message>
            <source>转移</source>
            <translation>Evacuate</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message>
            <source>上报区级</source>
            <translation>At district</translation>
        </message>
        <message>
            <source>会商</source>
            <translation>Consultation</translation>
        </message>
        <message>
            <source>到场</source>
            <translation>Arrive</translation>
        </message>
        <message>
            <source>区级交回</source>
            <translation>Handed back by the district</translation>
        </message>
        <message>
            <source>复开</source>
            <translation>Reopened</translation>
        </message>
        <message>
            <source>子卷</source>
            <translation>Sub</translation>
        </message>
        <message>
            <source>导入</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>延期</source>
            <translation>Extension</translation>
        </message>
        <message>
            <source>待到场</source>
            <translation>arrive</translation>
        </message>
        <message>
            <source>待联系</source>
            <translation>contact</translation>
        </message>
        <message>
            <source>挂账</source>
            <translation>Suspension</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>Revoked</translation>
        </message>
        <message>
            <source>督办</source>
            <translation>Supervision</translation>
        </message>
        <message>
            <source>解释结案</source>
            <translation>Closed by explanation</translation>
        </message>
    </context>
</TS>
