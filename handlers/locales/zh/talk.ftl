# What every conversation shares.
nothing = { "" }
said-together = { $notes }

    { $then }
button-todo = 📋 待办
button-menu = 🏠 主菜单
button-help = ❓ 帮助
button-back = ◀ 上一步
button-cancel = ✖ 取消
button-outdated = 此按钮已失效，已显示最新状态
errand-parked = ⏸ “{ $errand }”已暂存，随时可在 待办 中继续。
errand-cancelled = 已取消：{ $errand }。没有记录任何内容。
errand-over = 这件事已经办完或已取消。
errand-retired = 系统更新后，这一步的内容已变化，请从 待办 重新开始。原先未提交的内容没有记录。
errand-expired = “{ $errand }”七天没有动静，已自动关闭，没有记录任何内容。
errand-file = 填报
errand-return = 退回
not-expected-here = 这一步不需要这样的内容，请按下面的提示继续。
command-unknown = 没有这个命令。
bug-apology = 抱歉，系统出错，这条消息没有生效。编号 { $reference } 已记录，绩效办会查看；请稍后再试一次。
private-only = 请在私聊中办理，这里不处理业务。
edits-do-not-count = 修改已发送的消息不会改变记录。要更正，请重新发送。
stranger-refused = 您还没有加入，无法办理。
not-for-your-role = 您的角色不办理这一项。发送 /help 查看您可以做的事。
unit-unknown = 找不到单位“{ $text }”。
indicator-unknown = 找不到指标“{ $text }”。
reminder-cleared = ✅ 已全部报送，这条提醒不再需要处理。
figure-none = —
figure = { $value }{ $measure }
figure-bare = { $value }
answer-no-data = 无数据
answer-not-applicable = 不适用
figure-line = { $code } { $indicator }：<b>{ $answer }</b>{ $growth }
growth-stated = （可比价增幅 { $pct }%）
growth-computed = （同比 { $change }）
span = { $month ->
    [1] { $year }年1月
   *[other] { $year }年1—{ $month }月
}
role = { $kind ->
    [reporter] { $where } 联络员（填报）
    [reviewer] { $where } 审核人
    [contact] { $where } 被考核单位联络员
    [administrator] { $where } 单位管理员
    [observer] { $where } 观察员
    [leader] 分管领导（{ $where }）
    [city-leader] 市领导
    [committee] 绩效委成员
    [office] 市绩效办
   *[auditor] 审计（只读）
}{ $lent ->
    [1] ，代理
   *[other] { "" }
}
change-pct = { $pct }%
change-pp = { $pp } 个百分点
errand-continued = ▶ 接着上次没办完的“{ $errand }”。要重新开始，先点“取消”。
