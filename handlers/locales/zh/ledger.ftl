# The ledger of bonus, deduction and veto: entries, their steps, and who hears of them.
errand-answer-entry = 台账事项的答复
button-ledger-entry = 📒 查看该项
button-ledger = 📒 加减分台账
button-notice = 📢 公示栏
ledger-level = { $level ->
    [second] （第二等次）
   *[other] （{ $level }）
}
ledger-worth = { $points } 分
ledger-worth-veto = 一票否决，至 { $until }
ledger-head = 台账{ $number }　{ $unit } { $code } { $item }：{ $worth }
ledger-line = • <b>{ $head }</b>
    　{ $state }{ $due }
ledger-due = { $awaited ->
    [1] ，{ $due }前
   *[other] ，至 { $due }
}{ $late ->
    [1] （已逾期）
   *[other] { "" }
}
ledger-state = { $state ->
    [hearing] 待被扣分单位陈述
    [to_check] 待核验单位核验
    [unchecked] 核验逾期，待市绩效办核验
    [returned] 已退回，待补正
    [checked] 已核验，待市绩效办审核认定
    [notice] 公示中
    [objected] 有异议，待市绩效办裁定
    [in_force] 已生效
    [refused] 不予认定
    [withdrawn] 已撤回
    [lapsed] 逾期未补正，已失效
    [revoking] 已生效，提出撤销，待市绩效办另一人审批
   *[revoked] 已撤销
}
ledger-card = 📒 <b>{ $head }</b>
    <b>{ $state }</b>{ $due }
    事实：{ $fact }
    文号：{ $document }　数量：{ $cases } { $per }{ $level }
    核验单位：{ $verifier }　佐证：{ $files } 件{ $reversed }

    { $events }
ledger-reversed = { "" }
    撤销文号：{ $document }，{ $fact }
ledger-event = • { $at } { $kind ->
    [open] { $who } 提出
    [run_out] { $state ->
        [in_force] 公示期满，生效
        [to_check] 逾期未陈述，转核验
        [unchecked] 逾期未核验，转市绩效办
       *[other] 逾期未补正，失效
    }
    [answer] { $unit }陈述
    [check] { $who } 核验属实
    [send_back] { $who } 退回
    [resubmit] { $who } 补正后再报
    [withdraw] { $who } 撤回
    [recognise] { $who } 审核认定，开始公示
    [refuse] { $who } 不予认定
    [object] { $unit }提出异议
    [uphold] { $who } 裁定异议成立
    [dismiss] { $who } 裁定异议不成立
    [propose_revoke] { $who } 提出撤销
    [keep] { $who } 不同意撤销
    [take_back] { $who } 收回撤销提议
   *[revoke] { $who } 同意撤销
}{ $said }
ledger-step = { $kind ->
    [open] 新提出
    [run_out] { $state ->
        [in_force] 公示期满，自今日起生效
        [to_check] 逾期未陈述，转核验
        [unchecked] 核验单位逾期未核验，转市绩效办
       *[other] 逾期未补正，已失效
    }
    [answer] { $unit }作了陈述
    [check] 核验属实
    [send_back] 退回
    [resubmit] 补正后再报
    [withdraw] 撤回
    [recognise] 审核认定，开始公示
    [refuse] 不予认定
    [object] { $unit }提出异议
    [uphold] 异议成立，不予认定
    [dismiss] 异议不成立
    [propose_revoke] 提出撤销，另一人同意前照常计分
    [keep] 不予撤销，照常计分
    [take_back] 撤销提议已收回，照常计分
   *[revoke] 撤销，自今日起不再计分
}{ $said }
ledger-news = { $yours ->
    [1] 📒 <b>请办理：{ $head }</b>
   *[other] 📒 <b>{ $head }</b>
}
    { $step }
    { $state }{ $due }
    事实：{ $fact }　文号：{ $document }{ $effect }
ledger-notice = 📢 <b>公示：{ $head }</b>
    事实：{ $fact }
    文号：{ $document }　核验单位：{ $verifier }
    公示至 { $until }，期满无异议即生效。有异议请由本单位联络员在此期间向我发送“公示”，点该项的“提异议”。
ledger-reminder = ⏰ <b>{ $head }</b>
    { $state }{ $due }
ledger-file = 台账{ $number } 佐证{ $at }
ledger-do = { $deed ->
    [answer] 🗣 陈述
    [check] ✅ 核验属实
    [send_back] ↩️ 退回
    [resubmit] 📤 补正再报
    [withdraw] 撤回
    [recognise] ✅ 认定并公示
    [refuse] ✖ 不予认定
    [object] ✋ 提异议
    [uphold] 异议成立
    [dismiss] 异议不成立
    [propose_revoke] 🚫 提出撤销
    [keep] 不予撤销
    [take_back] ↩️ 收回撤销提议
   *[revoke] ✅ 同意撤销
}
ledger-done = { $deed ->
    [answer] ✅ 台账{ $number }：陈述已提交，转核验单位核验。
    [check] ✅ 台账{ $number }：已核验，转市绩效办审核认定。
    [send_back] ↩️ 台账{ $number }：已退回。
    [resubmit] ✅ 台账{ $number }：已补正，转核验单位核验。
    [withdraw] ✅ 台账{ $number }：已撤回，不再计分。
    [recognise] ✅ 台账{ $number }：已认定，开始公示。
    [refuse] ✖ 台账{ $number }：不予认定，已告知各方。
    [object] ✅ 台账{ $number }：异议已提交，由市绩效办裁定。
    [uphold] ✅ 台账{ $number }：异议成立，不予认定。
    [dismiss] ✅ 台账{ $number }：异议不成立，公示期满即生效。
    [propose_revoke] ✅ 台账{ $number }：已提出撤销，待市绩效办另一人审批；同意前照常计分。
    [keep] ✅ 台账{ $number }：不予撤销，照常计分；提出人和该单位已被告知。
    [take_back] ✅ 台账{ $number }：撤销提议已收回，照常计分。
   *[revoke] ✅ 台账{ $number }：已撤销，自今日起不再计分，该单位已被告知。
}
ledger-withdraw-sure = 确定撤回台账{ $number }吗？撤回后不再办理；同一事项可重新申报。
ledger-withdraw-yes = 确定撤回
ledger-submit = 📤 提交
answer-entry-document = { $card }

    提出撤销：依据的文号是什么？（最多 { $most } 字）例：张绩办〔2013〕12号
answer-entry = { $card }

    { $gathered }
    { $ready ->
        [1] 可以继续补充，或点“提交”。
       *[other] { $deed ->
            [answer] 请写明贵单位的意见（最多 { $most } 字）。
            [resubmit] 请写明补正的内容（最多 { $most } 字）。
            [send_back] 请写明退回的理由（最多 { $most } 字）。
            [refuse] 请写明不予认定的理由（最多 { $most } 字）。
            [object] 请写明异议的理由（最多 { $most } 字）。
            [uphold] 请写明异议成立的理由（最多 { $most } 字）。
            [dismiss] 请写明异议不成立的理由（最多 { $most } 字）。
            [keep] 请写明不予撤销的理由（最多 { $most } 字）。
           *[other] 请写明撤销的理由（最多 { $most } 字）。撤销须市绩效办另一人同意。
        }
    }{ $files ->
        [1] { "" } 可附照片、语音或文件。
       *[other] { "" }
    }
ledger-no-files-here = 这一步不收附件，只写文字。
ledger-gone = 找不到这件台账，或者它还没有公示、不在您的查看范围。
ledger-moved-on = 台账{ $number }已有新进展（{ $state }），这个按钮不再有效，没有重复生效。
ledger-not-yours = 台账{ $number }的这一步不归您办。
ledger-second-person = 台账{ $number }的这一步须由另一人办：提出、核验和认定不能是同一人。
ledger-notice-over = 台账{ $number }的公示已于 { $until }结束，不再受理异议；如有新的依据，请联系市绩效办按文号撤销。
ledger-objected-before = 贵单位已对台账{ $number }提过异议，请等市绩效办裁定。
ledger-needs-words = 理由要写明。
ledger-revoke-needs-document = 撤销须写明文号和理由。
ledger-propose-not-yours = { $code } 只能由市绩效办或该项的核验单位提出，且不得为本单位。
ledger-claim-not-yours = 只有 { $unit }的联络员可以为 { $unit }申报。
ledger-item-unknown = 没有找到可用的加减分项目“{ $text }”。
ledger-needs-evidence = 请附佐证材料（{ $evidence }）。
ledger-needs-fact = 请写明事实。
ledger-level-unknown = 该项目没有“{ $text }”这个等次。
ledger-cases-wrong = 数量“{ $text }”不对，应大于 0 且不超过 { $most }。
ledger-veto-needs-document = 一票否决须有文号。
ledger-veto-needs-term = 一票否决须写明截止日期，且在今天之后。
ledger-entered-before = 同一事实的同一项目已报过（台账{ $number }），不重复计分。
todo-ledger = 📒 { $head }：{ $state }
act-ledger-claim = 申报加分
act-ledger-propose = 提出扣分、加分或一票否决
act-ledger-answer = 被扣分单位陈述
act-ledger-check = 核验台账事项
act-ledger-send-back = 退回台账事项
act-ledger-resubmit = 补正台账事项
act-ledger-withdraw = 撤回台账事项
act-ledger-recognise = 审核认定并公示
act-ledger-refuse = 不予认定
act-ledger-object = 对公示提异议
act-ledger-uphold = 裁定异议成立
act-ledger-dismiss = 裁定异议不成立
act-ledger-propose-revoke = 提出撤销台账事项
act-ledger-revoke = 同意撤销台账事项
act-ledger-keep = 不予撤销台账事项
act-ledger-take-back = 收回撤销提议
act-ledger-run-out = 台账期限届满
ledger-unit-not-yours = { $unit }的台账不在您的查看范围；公示中的事项见公示栏。
ledger-number = 📒 { $number }
ledger-list = { $scope ->
    [notice] 📢 <b>公示栏：{ $count } 项</b>
    [open] 📒 <b>办理中的台账事项：{ $count } 项{ $waiting ->
        [0] { "" }
       *[other] ，{ $waiting } 项等您办理
    }</b>
   *[unit] 📒 <b>{ $unit }加减分台账：{ $count } 项{ $waiting ->
        [0] { "" }
       *[other] ，{ $waiting } 项等您办理
    }</b>
}
    { $above }
    { $lines }{ $pages ->
        [1] { "" }
       *[other] { "" }
        第 { $page }／{ $pages } 页
    }
ledger-list-none = 没有。
ledger-balance = 加分 { $bonus }（封顶 { $bonus_cap }），扣分 { $deduction }（封顶 { $deduction_cap }）{ $vetoes ->
    [0] { "" }
   *[other] ；一票否决 { $vetoes } 项，取消评优资格，不影响得分
}
ledger-balanced = <b>{ $balance }</b>
    已生效：
    { $lines }
    全部事项：
ledger-effects-none = 没有已生效的事项。
ledger-effects-more = ……另有 { $count } 项
ledger-effect = • { $code } { $item }：<b>{ $counted } 分</b>{ $limited }
    　{ $fact }{ $document }，{ $since }起生效（台账{ $number }）
ledger-effect-veto = • ⛔ { $code } { $item }：一票否决至 { $until }{ $document }（台账{ $number }）
ledger-limited = { $limit ->
    [fact] （原 { $points } 分，同一事实取最高，不重复计）
    [item] （原 { $points } 分，该项封顶 { $cap }）
   *[total] （原 { $points } 分，已到总封顶）
}
ledger-document = （{ $document }）
ledger-fact-observed = 观测 { $receipt } 核查属实
help-ledger = 看加减分台账：每一项的进度、效力和封顶
help-notice = 看公示中的加减分事项，可提异议
ledger-item-line = • <b>{ $code }</b> { $item }{ $kind ->
    [bonus] ：+{ $points }／{ $per }
    [deduction] ：-{ $points }／{ $per }
   *[other] ：一票否决
}{ $capped ->
    [1] ，封顶 { $cap }
   *[other] { "" }
}（{ $verifier }核验{ $computed ->
    [1] ，可由数据测算
   *[other] { "" }
}）
import-fault-item-used = 该项目已有申报、扣分或计分规则在用，不再变更（现为“{ $old }”）。
import-fault-item-year = 不知道属于哪一年度，请加一列 year。
import-fault-item-points = 加分、扣分项目须写明每件的分值。
import-fault-item-sign = 加分项目的分值不能为负。
import-fault-veto-points = 一票否决不计分，分值应为空或 0。
import-fault-item-levels = 等次写法不对，例：省级:5|国家级:10。
import-fault-rule-item = 没有这个扣分项目，或它不适用于这类单位。
import-fault-rule-there = 该规则已定（现为“{ $old }”），不再变更；请另写一行，用较后的 since 日期。
import-fault-rule-settled = 规则不能追溯到已冻结的月份（冻结至 { $until }），请用之后的日期。
help-claim = 为本单位申报加分：选项目、写事实和文号、附佐证
help-deduct = 提出扣分或一票否决，先听被扣分单位陈述
errand-claim = 申报加分
errand-deduct = 提出扣分
button-claim = ➕ 申报加分
button-deduct = ➖ 提出扣分
ledger-claim-contacts-only = 只有被考核单位的联络员可以申报加分。
ledger-no-items = { $unit }今年没有可用的加减分项目；请市绩效办导入项目表。
ledger-no-item-of-yours = 对{ $unit }没有归您提出的项目：只有市绩效办和该项的核验单位可以提出，且不得为本单位。
claim-unit = { $way ->
    [claim] <b>为哪个单位申报加分？</b>
   *[deduct] <b>对哪个单位提出扣分？</b>
    点选，或写单位名称（机关也可以）。
}
claim-unit-unclear = “{ $text }”不能确定是哪个单位，请写全称或代码。
claim-item = { $way ->
    [claim] <b>{ $unit }申报加分：哪一项？</b>
   *[deduct] <b>对{ $unit }提出：哪一项？</b>
}
    { $lines }
    点代码，或写项目名称。
claim-item-unclear = “{ $text }”对应 { $count } 个项目，请点代码。
claim-which-level = { $item }
    哪一等次？
claim-level = { $level ->
    [full] 按标准
    [second] 第二等次（减半）
   *[other] { $level }
} { $points } 分
claim-cases = { $item }
    数量是多少（单位：{ $per }）？点选或写数字。
claim-fact = { $item }
    请写明{ $unit }的事实：何时、何事、由谁认定（最多 { $most } 字）。
claim-document = 依据的文号是什么？（最多 { $most } 字）例：苏政发〔2013〕5号{ $veto ->
    [1] { "" }
        一票否决须有文号。
   *[other] { "" }
        同一文号的事实只计一次，取最高。
}
claim-no-document = 没有文号
claim-until = 一票否决到哪一天为止（含当天）？例：2013-12-31
claim-until-day = { $day }
claim-files = 请发佐证：{ $evidence }。
    已收 { $count } 件，最多 { $most } 件；照片、文件都可以。{ $needed ->
    [1] { $count ->
        [0] 至少要有一件。
       *[other] { "" }
    }
   *[other] { "" } 没有也可以。
}
claim-next = 下一步 ▶
claim-earlier = 📒 查看台账{ $number }
claim-earlier-line = ⚠️ 同一事实已有台账{ $number }，只计最高的一项。
claim-preview = <b>{ $unit } { $code } { $item }</b>
    { $kind ->
        [veto] 一票否决：取消评优资格，不影响得分
       *[other] { $cases } { $per }{ $level }：<b>{ $points } 分</b>
    }{ $counts }
    事实：{ $fact }
    文号：{ $document }　佐证：{ $files } 件
    核验单位：{ $verifier }
    { $earlier }
claim-confirm = { $way ->
    [claim] 请核对后提交：
   *[deduct] 请核对后提交，先由被扣分单位陈述：
}
    { $preview }
claim-done = { $way ->
    [claim] ✅ 台账{ $number }已申报，等{ $verifier }核验；每一步都会告诉您。
   *[deduct] ✅ 台账{ $number }已提出，等{ $unit }陈述；每一步都会告诉您。
}
card-ledger = { $said }
    📒 加减分 { $net } 分{ $sum }
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        ……另有 { $more } 项，见“台账”
    }
card-ledger-line = • { $code } { $item }　{ $limit ->
    [none] { $counted }
    [fact] 0（同一事实取最高）
    [item] { $counted }（原 { $points }，封顶 { $cap }）
    [total] { $counted }（原 { $points }，已到总封顶）
   *[veto] ⛔ 一票否决至 { $until }
}
ledger-effect-if = 如认定生效（按{ $period }测算）：
    { $unit } { $before } → <b>{ $after } 分</b>，第 { $place } → <b>第 { $place_after } 位</b>
    { $others }
ledger-effect-veto-if = 一票否决不影响得分和名次，只取消评优资格。
ledger-effect-unknown = { $unit }目前没有成绩，暂不能测算。
ledger-effect-nobody = 其他单位名次不变。
ledger-effect-other = • { $unit }：第 { $place } → 第 { $place_after } 位
ledger-capped-if = 封顶后实得 { $counted } 分（原 { $points } 分）。
ledger-look = { $card }

    { $effect }
observation-effect-back = 📒 <b>观测 { $receipt } 已认定不属实，扣分收回</b>
    { $unit } { $code } { $item }：此前扣 { $points } 分，自 { $since }起不再计。
ledger-event-public = • { $at } { $step }
