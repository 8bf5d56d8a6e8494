# Checking one's figures, disputing one, and the course of a dispute.
help-check = 核对本单位的数据：确认无误，或提出异议（两个工作日内）
help-dispute-figure = 对本单位的一项数据提出异议
help-disputes = 看异议办到了哪一步、等谁处理
errand-dispute-figure = 提出异议
errand-answer-dispute = 答复异议
errand-correct-figure = 更正数据
menu-check = 📊 核对数据
menu-disputes = ⚖️ 异议
button-confirm = ✅ 确认无误
button-dispute-figure = ⚖️ 有异议
button-check = 📊 核对数据
button-dispute = ⚖️ 查看异议
button-dispute-number = ⚖️ 异议{ $number }
button-disputes = ⚖️ 全部异议
# --- checking
check = <b>核对数据：{ $unit } { $period }{ $waiting ->
        [0] 　没有待核对的
       *[other] 　待核对 { $waiting } 项
    }</b>
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 项
    }

    { $waiting ->
        [0] 已确认或核对期已过的，不必再处理。
       *[other] 请在{ $due }前确认无误，或点指标代码提出异议。逾期未答复，视为无异议。
    }
check-line = • { $code } { $indicator }：<b>{ $answer }</b>　{ $standing }
check-is-right = ✅ 已确认
check-until = ⏳ { $until }前核对
check-time-over = 核对期已过
check-disputed = ⚖️ 异议{ $number }：{ $state }
check-dispute-one = ⚖️ { $code } 有异议
check-confirmed = ✅ 已确认 { $unit } { $period }的 { $count } 项数据无误。谢谢。
check-none = { $unit } { $period }还没有审核通过的数据，暂不需要核对。审核通过后会推送给您。
check-no-unit = 您不是被考核单位的联络员，没有要核对的数据。
check-not-yours = { $unit } 的数据由该单位联络员核对。
check-over = { $unit } { $period }的核对期已于{ $until }结束，视为无异议。如确有错误，请联系监测单位或市绩效办，由其按程序更正。
check-nothing-left = { $unit } { $period }没有待确认的数据，没有重复记录。
todo-check = 📊 核对 { $unit } { $period }数据 { $count } 项，{ $due }前
# --- disputing
dispute-which = <b>对哪一项有异议？　{ $unit } { $period }</b>
    { $lines }

    请点指标代码，或输入指标名称。
dispute-which-line = • { $code } { $indicator }：{ $answer }（{ $until }前）
dispute-which-unclear = { $count ->
        [0] 没有找到“{ $text }”，请点下面的代码。
       *[other] “{ $text }”对应 { $count } 项，请点下面的代码。
    }
dispute-wanted = <b>{ $unit }　{ $code } { $indicator }：{ $answer }</b>
    { $period }　{ $until }前可提出异议

    您认为应是多少（{ $measure }）？直接输入；说不准就点按钮。
dispute-unsure = 说不准，只写理由
dispute-wanted-same = 这与现在的数据相同。请输入您认为正确的数。
dispute-wanted-unclear = 请输入具体的数，或点“说不准”。
dispute-reason = <b>{ $unit }　{ $code } { $indicator }：{ $answer } → { $wanted }</b>
    { $period }
    { $gathered }

    { $ready ->
        [1] 还可以补充文字、照片或文件；完成后点“提交异议”。
       *[other] 请写明理由（最多 { $most } 字），可附照片或文件。
    }
dispute-wants-no-figure = 未写明
dispute-submit = 📤 提交异议
dispute-too-long = 最多 { $most } 字，这段没有收下，请缩短后再发。
dispute-files-full = 最多 { $most } 个附件，这个没有收下。
dispute-raised = ⚖️ <b>异议{ $number }已提交，{ $monitor }在{ $due }前答复</b>
    答复后会通知您；过期不答复，自动转市绩效办裁定。
dispute-needs-reason = 请写明理由。
dispute-no-figure = { $code } { $period }没有可核对的数据。
dispute-nothing-told = { $unit } 最近没有新审核通过的数据，没有可提出异议的。
dispute-all-raised = { $unit } { $period }的数据都已提出过异议，可在“异议”中查看进展。
dispute-again = { $code } 已提出过异议（异议{ $number }：{ $state }），同一个数不再受理第二次。
dispute-figure-moved = { $code } { $period }的数据刚刚换了新版本，请按新的数重新核对。
dispute-gone = 找不到这件异议。
dispute-not-yours = 异议{ $number }的这一步不由您办理。
dispute-own-answer = 异议{ $number }是您代表监测单位答复的，须由市绩效办另一位成员裁定。
dispute-moved-on = 异议{ $number }已有新进展（{ $state }），这个按钮不再有效，没有重复生效。
# --- the card
dispute-card = ⚖️ <b>异议{ $number }　{ $unit } { $code } { $indicator }</b>
    <b>{ $state }</b>{ $due }
    { $period }　监测单位：{ $monitor }
    现数：{ $figure }　单位认为：{ $wanted }
    理由：{ $reason }{ $files ->
        [0] { "" }
       *[other] （附件 { $files } 个）
    }

    { $events }
dispute-state = { $state ->
    [raised] 待监测单位答复
    [correcting] 待监测单位报送更正
    [filed] 更正已报送，待审核
    [restating] 更正待市绩效办批准
    [maintained] 监测单位维持原数，待单位表态
    [escalated] 待市绩效办裁定
    [corrected] 已更正
    [replaced] 数据已由新版本替代
    [accepted] 单位接受原数
    [lapsed] 单位逾期未表态，视为接受
    [upheld] 市绩效办维持原数
   *[withdrawn] 单位已撤回
}
dispute-due = { $late ->
        [1] ，已逾期（{ $due }）
       *[other] ，{ $due }前
    }{ $alone ->
        [1] 。该方暂无可联系的人，市绩效办督办
       *[other] { "" }
    }
dispute-event = • { $at } { $kind ->
    [raise] { $who } 提出异议
    [file] { $who } 报送更正
    [send_back] { $who } 退回更正
    [restate] { $who } 同意更正，月份已冻结，报市绩效办批准
    [decline] { $who } 不批准更正
    [maintain] { $who } 维持原数
    [accept] { $who } 接受原数
    [escalate] { $who } 提请市绩效办裁定
    [uphold] { $who } 裁定维持原数
    [order] { $who } 要求监测单位更正
    [withdraw] { $who } 撤回异议
    [corrected] 新数已生效
    [replaced] 该数已由新版本替代
    [to_office] 逾期无人处理，转市绩效办
   *[lapse] 逾期未表态，视为接受
}{ $said }
dispute-said = ：{ $text }
dispute-file = ⚖️ 异议{ $number } 附件 { $at }
dispute-card-moved = ⚖️ 异议{ $number }有新进展，见下面的新消息。
dispute-mark = { " " }⚖️有异议（{ $number }）
dispute-do-file = ✏️ 更正
dispute-do-accept = ✅ 接受原数
dispute-do = { $deed ->
    [maintain] ↩️ 维持原数
    [escalate] 📨 提请市绩效办
    [uphold] ↩️ 维持原数
   *[order] ✏️ 要求更正
}
dispute-do-withdraw = 撤回异议
dispute-withdraw-sure = 撤回异议{ $number }？撤回后，同一个数不能再次提出异议。
dispute-withdraw-yes = 撤回
dispute-line = • <b>{ $number }</b> { $unit } { $code } { $indicator }（{ $period }）
    　{ $state }{ $due }
disputes = <b>{ $closed ->
        [1] 已办结的异议（{ $count }）
       *[other] 未办结的异议（{ $count }）{ $waiting ->
            [0] { "" }
           *[other] ，等您处理 { $waiting } 件
        }
    }</b>
    { $lines }{ $pages ->
        [1] { "" }
       *[other] { "" }
        第 { $page }/{ $pages } 页
    }
disputes-none = { $closed ->
    [1] 没有已办结的异议。
   *[other] 没有未办结的异议。
}
disputes-scope = { $scope ->
    [closed] 🗂 已办结
   *[open] ⚖️ 未办结
}
todo-dispute = ⚖️ 异议{ $number } { $unit } { $code } { $indicator }：{ $state }
dispute-reminder = ⏰ <b>{ $late ->
        [1] 异议{ $number }已逾期
       *[other] 异议{ $number }今天到期
    }：{ $unit } { $code } { $indicator }</b>
    { $period }　{ $state }，{ $due }{ $late ->
        [1] 已到
       *[other] 前
    }。{ $alone ->
        [1] 该方暂无可联系的人，请代为督促或补充人员。
       *[other] { "" }
    }
dispute-reminder-over = ✅ 异议{ $number }已有进展，这条提醒不再需要处理。
# --- answering
answer-dispute = { $card }

    { $deed ->
        [maintain] <b>维持原数</b>：请写明理由（最多 { $most } 字），单位会看到。
        [escalate] <b>提请市绩效办裁定</b>：请写明为什么不接受（最多 { $most } 字）。只能提请一次。
        [uphold] <b>裁定维持原数</b>：请写明理由（最多 { $most } 字），双方都会看到，异议办结。
       *[order] <b>要求监测单位更正</b>：请写明理由（最多 { $most } 字），双方都会看到。
    }
answer-dispute-done = { $deed ->
    [maintain] ✅ 异议{ $number }：已维持原数，单位会收到您的理由，两个工作日内表态。
    [escalate] 📨 异议{ $number }：已提请市绩效办裁定，三个工作日内答复。
    [uphold] ✅ 异议{ $number }：已裁定维持原数，双方会收到。
   *[order] ✅ 异议{ $number }：已要求监测单位更正，双方会收到。
}
correct-figure-value = { $card }

    <b>更正</b>：请输入新的数（{ $measure }），可同时写上年同期，如“48.9 上年 41.2”。
correct-figure-wanted = 采用单位认为的数：{ $wanted }
correct-figure-look = <b>{ $unit }　{ $code } { $indicator }：{ $old } → { $new }</b>
    { $period }
    依据：{ $restated ->
        [1] 重述{ $number }
       *[other] 异议{ $number }
    }，{ $reason }

    报送后由审核人审核，通过后生效。要改，直接输入新的数。
correct-figure-file = 📤 报送更正
correct-figure-same = { $code } 与现在的数相同。如果原数无误，请点“维持原数”并写明理由。
correct-figure-same-here = 这与现在的数相同。如果原数无误，请取消后点“维持原数”。
correct-figure-done = ✅ 更正已报送，待审核人审核。通过后{ $restated ->
        [1] 重述{ $number }报市绩效办批准。
       *[other] 异议{ $number }自动办结，单位会收到新数。
    }
history-disputed = { "" }
    ⚖️ 异议{ $number }：{ $state }
review-for-correction = { $restated ->
        [1] 📝 重述{ $number }的更正
       *[other] ⚖️ 异议{ $number }的更正
    }：{ $unit } { $old } → { $new }
    理由：{ $reason }
# --- beside the month
month-disputed = 有异议（{ $count }）：
    { $lines }
month-disputed-line = • ⚖️{ $number } { $unit } { $code } { $indicator }：{ $state }
month-disputed-none = 没有未办结的异议。
office-disputes = ⚖️ 异议（{ $count }）
act-figures-confirmed = 单位确认数据无误
act-dispute-raise = 提出异议
act-dispute-file = 报送异议的更正
act-dispute-send-back = 退回异议的更正
act-dispute-restate = 同意更正，报市绩效办批准
act-dispute-decline = 不批准异议的更正
act-dispute-maintain = 维持有异议的原数
act-dispute-accept = 接受原数
act-dispute-escalate = 异议提请市绩效办裁定
act-dispute-uphold = 裁定维持原数
act-dispute-order = 要求监测单位更正
act-dispute-withdraw = 撤回异议
act-dispute-corrected = 异议办结：已更正
act-dispute-replaced = 异议办结：数据已替代
act-dispute-to-office = 异议逾期转市绩效办
act-dispute-lapse = 异议逾期，视为接受
