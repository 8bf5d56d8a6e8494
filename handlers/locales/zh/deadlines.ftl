# 截止、锁定、延期、到期重新锁定。
due-extended = { $due }（已延期）
due-shifted = { $due }（因系统故障顺延）

lock-frozen = 🔒 { $period }已锁定，《{ $indicator }》不能再改
    规则：每月25日（遇休息日顺延）冻结；本月已于 { $since } 冻结。
    需要补报、更正或审核，请点“申请延期”，市绩效办同意后重新开放。
lock-frozen-by-hand = 🔒 { $period }已锁定，《{ $indicator }》不能再改
    规则：市绩效办可提前冻结；本月已于 { $since } 由市绩效办冻结。
    需要补报、更正或审核，请点“申请延期”，市绩效办同意后重新开放。
lock-over = 🔒 《{ $indicator }》（{ $period }）已重新锁定
    规则：重新开放或延期到期即锁定；本项开放至 { $since }，已到期。
    仍需补报、更正或审核，请再点“申请延期”。
locked-again = <b>🔒 { $code } { $indicator }（{ $period }）已重新锁定</b>
    { $unit }，开放至 { $until }，已到期。{ $state }
locked-again-released = 数据已报送并审核通过。
locked-again-unreviewed = 数据已报送，但未及审核，不计入。
locked-again-nothing = 到期未报送。

button-extend = ⏳ 申请延期
menu-extend = ⏳ 申请延期
help-extend = 申请延期：点选日期和原因，两步发给市绩效办
errand-extend = 申请延期
extend-which = { $count ->
        [0] <b>{ $period }没有未报的指标</b>
        要为已锁定的指标申请，请发送指标代码。
       *[other] <b>为{ $period }的哪一项申请延期？</b>
        请点选，或发送指标代码。
    }
extend-pick = { $code } { $name }
extend-not-one = “{ $text }”在您单位本月的指标中找到 { $count } 项，请发送准确的代码。
extend-until = <b>{ $code } { $indicator }（{ $period }）延期到哪一天？</b>
    现在的截止：{ $due }
    现在的锁定：{ $freeze }
    点选一天，或发送日期，例：10月15日。最晚 { $latest }。延期均到当天 17:30。
extend-day = { $day }
extend-not-a-day = 没有认出日期“{ $text }”。请写成 10月15日 或 10-15。
extend-day-off = { $day } 不上班，顺延到 { $until }。
extend-not-later = { $until } 不晚于现在的截止（{ $due }），或者已经过去。请选以后的日期。
extend-too-far = { $until } 太远，最晚可以延到 { $latest }。
extend-why = <b>{ $code } { $indicator }延到 { $until }，原因是？</b>
    请点选，或发送文字（{ $most } 字以内）。选定后即发给市绩效办。
extend-reason-source = 上级或来源数据未出
extend-reason-checking = 数据需要核实
extend-reason-away = 经办人员不在岗
extend-reason-system = 业务系统故障
extend-why-long = 原因有 { $length } 字，请控制在 { $most } 字以内。
extend-without-reason = 请写明原因。
extend-not-yours = 《{ $indicator }》不是您单位报送的，不能为它申请或答复延期。
extend-open-already = { $code } { $indicator }（{ $period }）已有一份延期申请在等答复。
extend-filed-already = { $code } { $indicator }（{ $period }）已经报送，冻结前可以直接重新填报，不需要延期。

extension-card = <b>{ $state }</b>
    { $unit } { $code } { $indicator }（{ $period }）
    原截止 { $due }，申请延至 { $wanted }
    原因：{ $reason }（{ $asker }）
    最近一次：{ $by }，{ $at }
extension-state-asked = ⏳ 申请延至 { $until }，等市绩效办答复
extension-state-countered = ↔️ 市绩效办提出延至 { $until }，等监测单位答复
extension-state-agreed = ✅ 已同意延至 { $until }
extension-state-accepted = ✅ 双方商定延至 { $until }
extension-state-declined = ❌ 不同意延期：{ $reason }
extension-state-refused = ↩️ 监测单位未接受改期，截止不变
extension-state-withdrawn = ↩️ 延期申请已撤回
extension-state-filed = ✅ 数据已按时报送，申请了结
extension-ask = { $card }{ $before ->
        [0] { "" }
       *[other] { "" }
        这一项此前已申请过 { $before } 次。
    }
extension-offer = { $card }
    请点“接受”或“不接受”。不接受则截止不变。
extension-granted = <b>✅ { $code } { $indicator }（{ $period }）延期至 { $until }</b>
    原截止 { $due }；锁定 { $locked }。提醒、黄牌、红牌均按新的截止。
extension-stays = { $card }
    截止不变，请按原截止报送；也可以换个日期再申请。
extension-agree = ✅ 同意
extension-change = ↔️ 改为…
extension-decline = ❌ 不同意
extension-accept = ✅ 接受 { $until }
extension-refuse = ❌ 不接受
extension-withdraw = ↩️ 撤回申请
extension-open = 👀 看这份申请
extension-open-code = 👀 { $code }
extension-gone = 找不到这份延期申请。
extension-own = 自己提出的申请要由别人答复。
extension-changed = 这份申请已有新的答复，请看现在的情况。
extension-over = 这份申请已经了结，请看现在的情况。
extension-hint-granted = ✅ 已延期，各方已收到通知
extension-hint-refused = 已答复：不接受，截止不变
extension-hint-withdrawn = 已撤回
extension-whole = { $card }

    经过：
    { $story }{ $open ->
        [1] { "" }

            { $nobody ->
                [1] ⚠️ 现在没有能答复的绩效办人员，请另行联系。
               *[other] 答复之前，原截止照旧；不答复不算同意。
            }
       *[other] { "" }
    }
extension-story-line = • { $at } { $by } { $kind ->
        [asked] 申请延至 { $until }
        [countered] 提出改为 { $until }
        [agreed] 同意延至 { $until }
        [accepted] 接受延至 { $until }
        [declined] 不同意
        [refused] 不接受
        [withdrawn] 撤回
       *[filed] 报送了数据
    }
extend-answer-until = { $card }

    <b>改为哪一天？</b>请点选，或发送日期，例：10月15日。
extend-answer-why = { $card }

    <b>不同意的原因？</b>请点选，或发送文字（{ $most } 字以内）。
extend-no-needed = 本月汇总急需，不能再等
extend-no-enough = 现有时间足够
extend-no-often = 延期过于频繁
errand-extend-answer = 答复延期申请
help-extensions = 看延期申请和答复
extensions = <b>延期申请：{ $count } 份等答复</b>
    { $total ->
        [0] 还没有延期申请。
       *[other] { $lines }
    }
extensions-line = • { $unit } { $code } { $indicator }（{ $period }）
    { $state }
extensions-button = 📋 全部申请
extensions-wait = <b>⏳ { $count } 份延期申请等您答复</b>
    { $lines }
    不答复不算同意，原截止照旧。
extension-waits-office = { $unit } { $code } { $indicator }（{ $period }）申请延至 { $until }，已等 { $days } 个工作日
extension-waits-unit = { $unit } { $code } { $indicator }（{ $period }）：市绩效办提出延至 { $until }，已等 { $days } 个工作日

reminder-moved = ⏳ 截止已变更，原来的提醒不再有效
    { $lines }
reminder-moved-partly = { $moved }
    <b>仍待报送：</b>
    { $lines }

act-deadline-moved = 截止变更
act-locked-again = 重新锁定
act-extension-asked = 申请延期
act-extension-countered = 延期改期
act-extension-agreed = 同意延期
act-extension-accepted = 接受改期
act-extension-declined = 不同意延期
act-extension-refused = 不接受改期
act-extension-withdrawn = 撤回延期申请
act-extension-filed = 报送了结延期申请

outage-shifted = <b>⚙️ 因系统故障，{ $count } 项数据的截止顺延</b>
    系统于 { $since } 至 { $until } 无法使用，占用了截止当天的工作时间，按规则顺延：
    { $lines }
    提醒、黄牌、红牌均按新的截止；各处的日期都会注明。
outage-line = • { $code } { $indicator }（{ $period }）：{ $to }截止
outage-freeze-line = • ❄️ { $period }冻结：{ $to }
act-outage-noted = 系统故障
act-freeze-moved = 冻结顺延

office-reporting = 📊 报送情况
office-extensions = ⏳ 延期申请
menu-reporting = 📊 报送情况
help-reporting = 各监测单位报送情况：应报、按时、迟报、漏报
help-record = 监测单位报送记录：月度、季度得分和依据
reporting = <b>报送情况：{ $period }，已报 { $came }/{ $asked } 项（{ $count } 个单位）</b>
    应报 { $due }：按时 { $on_time }（{ $on_time_pct }%），迟报 { $late }（{ $late_pct }%），漏报 { $missing }（{ $missing_pct }%）；未到期 { $open }
    { $lines }
reporting-line = • { $unit } { $came }/{ $asked }：按时 { $on_time }，迟报 { $late }，漏报 { $missing }，未到期 { $open }
reporting-open = { $unit }
reporting-before = ◀️ 上一页
reporting-after = 下一页 ▶️
reporting-month-before = ◀️ { $period }
reporting-month-after = { $period } ▶️
reporting-unit = <b>{ $unit }：{ $period }，已报 { $came }/{ $asked } 项</b>
    应报 { $due }：按时 { $on_time }（{ $on_time_pct }%），迟报 { $late }（{ $late_pct }%），漏报 { $missing }（{ $missing_pct }%）；未到期 { $open }{ $written }
    { $asked ->
        [0] 本月没有应报的指标。
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 项
    }
reporting-figure-in = { $state ->
        [late] 🟡 迟报 { $days } 个工作日
       *[on_time] ✅
    } { $code } { $indicator }：{ $at }报送，{ $due }截止
reporting-figure-out = { $state ->
        [missing] 🔴 逾期 { $days } 个工作日
       *[open] ⚪
    } { $code } { $indicator }：未报，{ $due }截止
reporting-all = 📊 全部单位
reporting-not-yours = 只能查看本单位的报送情况。
record-month = 📝 本月记录
record-quarter = 📝 本季记录
record-figures = 📋 逐项情况
record-which = 请写明单位，例：报送记录 财政局
record-span-month = { $period }
record-span-quarter = { $year }年第{ $quarter }季度
record = <b>{ $unit }报送记录：{ $span }</b>
    { $count ->
        [0] 该单位没有报送任务。
       *[other] { $parts }
    }{ $careless }
    只计监测单位，不影响被考核单位得分。
record-scheme = { $scheme }：<b>{ $score }/{ $full } 分</b>
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 条
    }
