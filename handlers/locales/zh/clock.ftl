# 提醒、黄牌、红牌、冻结、重新开放、末两位预警。
clock-button-file = ✏️ 填报 { $code }
clock-button-heard = 👌 已知晓
clock-button-snooze = ⏰ 明天再提醒
clock-button-release = 📣 预览与发布
clock-button-reopen = 🔓 重新开放指标
clock-button-month = ❄️ 冻结情况
lines-more = …另有 { $count } 项
indicator-named = • { $code } { $indicator }

digest = <b>🔔 待报送 { $count } 项，最早 { $first_due } 截止</b>
    { $lines }{ $blank ->
        [0] { "" }
       *[other] { "" }
        📄 附填报表：填好黄色一栏，把文件发回即可。
    }
digest-line = • { $code } { $indicator }（{ $period }）：{ $due }截止
digest-line-soon = • ❗{ $code } { $indicator }（{ $period }）：<b>{ $due }截止</b>
digest-line-overdue = • 🔴 { $code } { $indicator }（{ $period }）：{ $due }已截止，请尽快补报
reminder-heard = 已记录：已知晓
reminder-snoozed = ⏰ { $at } 再提醒您一次。
reminder-left = { $count ->
    [0] ✅ 这条提醒中的数据已全部报送。
   *[other] <b>尚待报送 { $count } 项</b>
    { $lines }
}
reminder-gone = 找不到这条提醒。请从 /todo 查看待报送的数据。

yellow-card = <b>🟨 黄牌：{ $count } 项数据今日截止，尚未报送</b>
    { $lines }
    请尽快补报。逾期记入监测单位报送情况，被考核单位不因此扣分。
red-card = <b>🟥 红牌：{ $count } 项数据逾期两个工作日，仍未报送</b>
    { $lines }
    已告知贵单位审核人和市绩效办，请立即补报。
red-card-superior = <b>🟥 红牌：{ $unit }有 { $count } 项数据逾期两个工作日，仍未报送</b>
    { $lines }
    请督促联络员立即补报。逾期记入监测单位报送情况。
card-line = • { $code } { $indicator }（{ $period }）：{ $due }截止
yellow-list = <b>🟨 今日截止未报：{ $units } 个监测单位、{ $count } 项</b>
    { $lines }
red-list = <b>🟥 逾期两个工作日未报：{ $units } 个监测单位、{ $count } 项</b>
    { $lines }
card-unit-line = • { $unit }（{ $count } 项）：{ $codes }
card-unit-line-alone = • ⚠️ { $unit }（{ $count } 项）：{ $codes }。无联络员可通知，请另行联系

month-frozen = <b>❄️ { $period }数据已冻结，可预览发布</b>
    { $lines }
month-frozen-line = • { $scheme }：已评权重 { $coverage }%，待审核 { $waiting } 项未计入，未报 { $missing } 项，数据摘要 <code>{ $digest }</code>
frozen-unreviewed = <b>❄️ { $period }已冻结：{ $count } 项数据尚未审核，本月不计入</b>
    { $lines }
    如需计入，请与市绩效办联系，重新开放后审核。
month-reopened = <b>🔓 { $code } { $indicator }（{ $period }）已重新开放，至 { $until }</b>
    原因：{ $reason }
month-without-scheme = { $period }没有考核方案。
month-unknown = 没有认出月份“{ $text }”。请写成 2013-09。
month-none = 无
month-indicator = • { $code } { $indicator }（{ $unit }）
month-indicators = { $lines }{ $more ->
    [0] { "" }
   *[other] { "" }
    …另有 { $more } 项
}
month-state-open = • { $scheme }：未冻结，已评权重 { $coverage }%，待审核 { $waiting } 项，未报 { $missing } 项
month-state-frozen = • { $scheme }：{ $since } 已冻结，已评权重 { $coverage }%，待审核 { $waiting } 项，未报 { $missing } 项
office-only = 只有市绩效办可以办理这一项。

help-freeze-month = 预览并冻结一个月的数据，例：冻结 2013-09
menu-freeze-month = ❄️ 冻结
freeze-month = <b>❄️ { $period }数据冻结</b>
    { $lines }
    按日程于 { $planned } 自动冻结。冻结后不再接受报送和审核，未审核的数据不计入。

    待审核：
    { $waiting }

    未报：
    { $missing }

    { $disputed }
freeze-now = ❄️ 立即冻结
freeze-done = ✅ { $period }已冻结（{ $count } 个方案），结果和数据摘要已存档。
freeze-too-early = { $period }尚未结束，不能冻结。
freeze-already = { $period }已于 { $since } 冻结。如需更正，请重新开放相应指标。

help-reopen = 重新开放已冻结月份的一项指标
menu-reopen = 🔓 重新开放
errand-reopen = 重新开放指标
reopen-which = 重新开放{ $period }的哪一项指标？请发送指标代码或名称。{ $count ->
    [0] { "" }
   *[other] { "" }
    下面是未报的指标：
}
reopen-pick = { $code }
reopen-not-one = “{ $text }”找到 { $count } 项指标，请发送准确的代码。
reopen-why = 重新开放 <b>{ $code } { $indicator }</b>（{ $period }）的原因？请发送文字（{ $most } 字以内），将记入操作记录并告知监测单位。
reopen-why-long = 原因有 { $length } 字，请控制在 { $most } 字以内。
reopen-without-reason = 请写明原因。
reopen-until = 开放到哪一天？到期当日 17:30 自动重新锁定。
reopen-until-button = { $end }
reopen-end-over = { $until } 已过，请选择以后的日期。
reopen-confirm = <b>重新开放 { $code } { $indicator }（{ $period }）</b>
    至 { $until }
    原因：{ $reason }
reopen-go = 🔓 确认开放
reopen-done = ✅ { $code } { $indicator }（{ $period }）已重新开放，至 { $until }。联络员和审核人已收到通知。
reopen-already-open = { $indicator }（{ $period }）目前未锁定，无需重新开放。

alert-heard = <b>⚠️ { $unit }{ $period }绩效位列{ $category }末两位</b>
    { $facts }
    失分最多的指标：
    { $lines }
    目前仅告知贵单位。您可在 { $until } 前说明情况（200 字以内），届时连同您的说明报分管市领导和市绩效办。
alert-facts-firm = 第 { $place }/{ $of } 位，{ $score } 分，距离开末两位 { $gap } 分；位次稳定
alert-facts-fragile = 第 { $place }/{ $of } 位，{ $score } 分，距离开末两位 { $gap } 分；位次未稳（{ $waiting } 项数据未报或未审核）
alert-weakest = • { $code } { $indicator }：{ $got }/{ $full } 分，数据 { $figure }
alert-button-wrong = 数据有误
alert-button-filed = 已补报
alert-button-statement = 说明
alert-button-card = 📇 { $unit }
alert-kind-wrong = 数据有误
alert-kind-filed = 已补报
alert-kind-statement = 说明
alert-unheard = ⚠️ { $unit }位列{ $period }末两位，但没有联络员可通知。请以其他方式告知该单位：可在 { $until } 前说明情况，由您记录；届时报分管市领导。
alert-in-charge = <b>⚠️ { $period }{ $category }绩效末两位：{ $count } 个单位</b>
    { $units }

    仅供领导掌握情况，尚未公布。
alert-unit = { "" }
    <b>{ $unit }</b>
    { $facts }
    { $lines }
    { $reply }
alert-no-reply = 单位回复：未在时限内回复。
alert-reply-wrong = 单位回复（{ $at }，数据有误）：“{ $text }”
alert-reply-filed = 单位回复（{ $at }，已补报）：“{ $text }”
alert-reply-statement = 单位回复（{ $at }，说明）：“{ $text }”
alert-gone = 找不到这条预警。
alert-not-yours = 只有该单位的联络员可以回复。
alert-too-late = 回复时限（{ $until }）已过，情况已报分管市领导和市绩效办。
alert-answer-empty = 请写明情况。
alert-answer-long = 回复有 { $length } 字，请控制在 { $most } 字以内。
errand-answer-alert = 回复末两位预警
answer-alert-ask = <b>{ $unit }（{ $period }）：{ $kind }</b>
    { $facts }
    { $lines }
    请发送要说明的情况，{ $most } 字以内。{ $until } 前可以修改，之后原文报分管市领导和市绩效办。
answer-alert-confirm = <b>{ $kind }</b>
    “{ $text }”

    确认后原文附在预警中。要修改，请直接重新发送。
answer-alert-send = ✅ 确认
answer-alert-again = ✏️ 重新回复
answer-alert-done = ✅ 已记录。{ $until } 连同您的回复报分管市领导和市绩效办；在此之前可以重新回复，以最后一次为准。

clock-failed = <b>⚠️ 定时事项未能完成：{ $what }</b>
    { $at }，{ $problem }
    其他事项不受影响。请核查后手工办理。
act-period-frozen = 冻结
act-period-reopened = 重新开放
act-period-released = 发布
act-alert-answered = 回复预警
act-alert-sent = 报送预警
act-reminder-heard = 已知晓提醒
act-clock-failed = 定时事项失败
