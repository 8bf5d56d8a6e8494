# Observations: reporting, verifying, the unit's answer, and whether it is really fixed.
help-observe = 随手报：看到的问题，文字、照片、语音、位置都行，一分钟报完
help-observations = 看观测事项办到了哪一步
menu-observe = 👁 观测上报
menu-observations = 📂 观测事项
errand-observe = 观测上报
errand-verify = 核实观测
errand-refute = 认定观测不属实
errand-answer-observation = 答复观测事项
errand-confirm-fixed = 回看是否解决
help-verify = 核实观测事项，转被观测单位办理
help-refute = 认定观测事项不属实，须写明理由
help-answer-observation = 代表本单位答复观测事项
help-confirm-fixed = 回看单位的答复，确认是否真正解决
help-observation = 看一件观测事项的经过
button-observation = 🔎 查看详情
button-observations = 📂 观测事项
button-verify = ✅ 核实
button-refute = 🚫 不属实
button-answer-observation = 💬 答复
button-fixed = ✅ 已解决
button-not-fixed = ❌ 未解决
button-map = 📍 在地图上看
observation-state = { $state ->
    [filed] 待核实
    [verified] 已核实，待市绩效办转办
    [dispatched] 已核实，待单位答复
    [partly] 部分解决，待单位继续办理
    [not_fixed] 观察员反映未解决，待单位再次答复
    [transferring] 单位申请改转，待市绩效办决定
    [unit_contests] 单位对核实有异议，待另一位复核
    [observer_contests] 观察员对“不属实”有异议，待另一位复核
    [closure_contested] 观察员不同意办结，待另一位复核
    [answered] 单位称已处理，待观察员回看
    [declined] 单位办结（未解决），待观察员表态
    [refuted] 经核实不属实，不计入考核
    [fixed] 观察员确认已解决
    [revisit] 回访中：待观察员看是否仍然解决
    [stuck] 多次退回仍未解决，待市绩效办决定
    [withdrawn] 观察员已撤回
    [dismissed] 不属实，已了结，不计入考核
    [lasting] 回访确认：仍然解决
    [resolved] 观察员确认已解决，已了结
    [unconfirmed] 单位称已处理，观察员未确认，已了结（不算已解决）
   *[closed] 已办结，未解决
}
observation-words = “{ $text }”
observation-no-words = （没有文字）
# --- reporting
observe-point = 您在哪个观测点？
observe-unit = 看到的是哪个单位的问题？点选，或直接输入单位名称、简称。
observe-unit-found = 找到 { $count } 个单位，请选一个，或换个名称再找。
observe-unit-unknown = 没有找到“{ $text }”，请换个名称，或在下面点选。
observe-category = <b>{ $unit }</b>　属于哪一类？
observe-content = <b>{ $unit } · { $category }</b>
    { $gathered }

    { $ready ->
        [1] 还可以继续补充；完成后点下面的按钮提交。
       *[other] 请发送文字、照片、语音或位置，先后不限，照片可以一次发多张。至少要有文字、照片或语音中的一样。
    }
observe-received = { $what ->
        [photo] ✓ 照片 { $count } 张
        [voice] ✓ 语音 { $count } 条
        [document] ✓ 文件 { $count } 份
       *[place] ✓ 位置 { $count } 处
    }
observe-received-text = ✓ 文字：{ $text }
observe-words-kept = 这段文字已记下。请再选择单位。
observe-submit = 📤 提交
observe-no-documents = 文件名可能透露身份，这里不收文件。请以图片形式发送照片。
observe-too-many-files = 最多 { $most } 个附件，多出的没有收下。
observe-too-long = 文字最多 { $most } 字，超出的部分没有收下。
observe-words-too-long = 文字最多 { $most } 字，请缩短后再发。
observe-alike = <b>{ $unit } · { $category }</b>：附近或近期已有 { $count } 件类似的观测，还没有办完。
    { $lines }

    如果说的是同一件事，请附议：您发的内容会并入那一件，以后的每一步也会告诉您。
observe-alike-line = { $number }. { $at }　{ $state }
    　{ $text }
observe-anyway = 📤 仍要提交
observe-another = 👁 再报一件
observe-receipt = ✅ 已受理，编号 <b>{ $receipt }</b>
    { $unit } · { $category }

    下一步：市绩效办在{ $due }前核实，结果会告诉您。核实后转单位办理，您的姓名和观测点不会告诉单位。{ $placed ->
        [1] 您发的位置会给单位，以便找到问题。
       *[other] { "" }
    }
    核实以前可以在详情里撤回。
observe-empty = 还没有内容。请至少发送文字、照片或语音中的一样。
observe-not-yours = 只有观察员可以上报观测。
observe-not-your-point = 这不是您的观测点，请重新上报。
observe-unit-gone = 这个单位目前不在被考核单位之列，请重新选择。
observation-gone = 没有这件观测事项，或者您不能查看。
# --- verifying
verify-findings = <b>核实 { $receipt }</b>　{ $unit } · { $category }
    观察员的文字：{ $said }

    { $speaks ->
        [1] 文字和照片会转给单位，语音、姓名和观测点不会。请写明核实到的情况（一并转给单位），或直接转办。
       *[other] 这件观测没有文字，语音不会转给单位。请写明核实到的情况，转给单位办理。
    }{ $voices ->
        [0] { "" }
       *[other] 声音能让人听出是谁，所以不转；请把语音里的要点用文字写出来。
    }
verify-at-once = ✅ 情况属实，直接转办
verify-needs-findings = 这件观测没有文字，请写明核实到的情况后再转办。
verify-done = ✅ { $receipt } 已核实，{ $state ->
        [dispatched] 已转{ $unit }办理{ $due }。单位于工作日上午 9:00 统一收到通知。
       *[other] 由市绩效办转{ $unit }办理{ $due }。
    }
refute-reason = <b>认定不属实 { $receipt }</b>　{ $unit } · { $category }
    观察员的文字：{ $said }

    { $contested ->
        [1] 单位对核实有异议，由您复核，结果为最终结果。请写明理由，会告诉观察员和单位。
       *[other] 请写明理由，会告诉观察员。单位不会知道有这件观测。
    }
refute-done = 已认定 { $receipt } 不属实，理由已告诉观察员。这件观测不计入考核。
# --- the unit's answer
answer-observation-content = <b>答复 { $receipt }</b>　{ $category }{ $due }
    { $gathered }

    { $ready ->
        [1] 还可以补充文字、照片或文件。写完后请点明是哪一种答复：
       *[other] 请写明处理情况，可附照片或文件。
    }
answer-observation-submit = ✅ 我单位已办完
answer-observation-done = 📤 { $receipt } 的答复已转告观察员。{ $deed ->
        [answered] 这是单位的答复，还不等于已解决；观察员回看后，结果会告诉您。
        [partly_answered] 剩下的请继续办理，期限不变{ $due }。
       *[other] 这是办结，不是解决；观察员可以同意，也可以提出异议，由另一位核实人复核。
    }
# --- fixed or not
confirm-fixed = <b>{ $receipt }　{ $unit }</b>
    您看到问题确已解决？可以补充一句后发送，或直接确认。
confirm-fixed-yes = ✅ 确认已解决
confirm-not-fixed = <b>{ $receipt }　{ $unit }</b>
    您看到问题还没有解决？可以写明还差什么后发送，或直接确认。写下的话会转给单位，请勿写姓名。
confirm-fixed-no = ❌ 确认未解决
confirm-fixed-done = { $deed ->
        [fixed] ✅ 已记录：{ $receipt } 由您确认已解决。单位在工作日上午 9:00 统一收到通知，看不出您何时确认。谢谢您！{ $state ->
            [fixed] 过几周再请您看一眼是否仍然解决。
           *[other] { "" }
        }
        [partly_fixed] 已记录：{ $receipt } 只解决了一部分，{ $state ->
            [stuck] 已多次退回，交市绩效办决定{ $due }。
           *[other] 已退回单位继续办理{ $due }。
        }
       *[other] 已记录：{ $receipt } 未解决，{ $state ->
            [stuck] 已多次退回，交市绩效办决定{ $due }。
           *[other] 已退回单位，单位须再次答复{ $due }，市绩效办也已知悉。
        }
    }
# --- one and many
observation = <b>{ $receipt }　{ $category }</b>
    被观测单位：{ $unit }
    状态：{ $state }{ $due }
    上报：{ $at }{ $point }
    内容：{ $said }
    { $answers }
    { $events }
    { $beside }
observation-point = 　观测点：{ $point }
observation-due = （{ $who ->
        [verifier] 待核实
        [office] 待市绩效办
        [unit] 待单位
       *[observer] 待观察员
    }{ $due }）{ $late ->
        [1] 🔴 超期
       *[other] { "" }
    }
observation-event = { $event ->
        [verified] ✅ { $at } 市绩效办核实属实
        [refuted] 🚫 { $at } 经核实不属实
        [withdrawn] ↩️ { $at } 观察员撤回
        [dispatched] 📨 { $at } 转{ $unit }办理
        [answered] 💬 { $at } 单位答复
        [partly_answered] ◐ { $at } 单位：部分解决，继续办理
        [declined] ⛔ { $at } 单位办结，未解决
        [transfer_asked] ↪️ { $at } 单位申请改转
        [transfer_refused] ✋ { $at } 不同意改转
        [unit_contested] ⚖️ { $at } 单位对核实有异议
        [observer_contested] ⚖️ { $at } 观察员有异议
        [closure_contested] ⚖️ { $at } 观察员不同意办结
        [sustained] ⚖️ { $at } 复核：维持
        [fixed] ✅ { $at } 观察员确认已解决
        [partly_fixed] ◐ { $at } 观察员：部分解决，退回单位
        [accepted] 👌 { $at } 观察员同意了结
        [still_fixed] ✅ { $at } 回访：仍然解决
        [reopened] 🔁 { $at } 问题又出现，退回单位
        [ordered] ↩️ { $at } 责成单位继续办理
        [ended] ⏹ { $at } 市绩效办了结
        [joined] 🙋 { $at } 有人附议
        [lapsed] ⏳ { $at } 期限已过，自动了结
        [asked_again] 🔁 { $at } 开始回访
       *[not_fixed] ↩️ { $at } 观察员反映未解决，退回单位
    }{ $said }
observation-event-said = ：{ $text }
observation-file = { $receipt }　{ $side ->
        [unit] 单位的附件
       *[observer] 观测附件
    } { $number }/{ $of }{ $hidden ->
        [1] 　（已隐藏，只有市绩效办看得到）
       *[other] { "" }
    }
observations = <b>{ $filter ->
        [filed] 待核实的观测
        [with_unit] 待单位答复的观测
        [with_observer] 待观察员回看的观测
        [with_office] 待市绩效办决定的观测
        [overdue] 超过期限的观测
        [starred] 关注的观测
        [closed] 已了结的观测
       *[all] 观测事项
    }：{ $count } 件</b>{ $overdue ->
        [0] { "" }
       *[other] 　🔴 超期 { $overdue } 件
    }{ $pages ->
        [1] { "" }
       *[other] 　第 { $page }/{ $pages } 页
    }

    { $lines }
observations-none = { $filter ->
        [filed] 没有待核实的观测。
        [with_unit] 没有待单位答复的观测。
        [with_observer] 没有待观察员回看的观测。
        [with_office] 没有待市绩效办决定的观测。
        [overdue] 没有超过期限的观测。
        [starred] 没有关注的观测。
        [closed] 没有已了结的观测。
       *[all] 目前没有观测事项。
    }
observations-line = { $late ->
        [1] 🔴
       *[other] •
    } { $receipt }　{ $unit } · { $category }
    　{ $state }，{ $at }上报{ $joined ->
        [0] { "" }
       *[other] ，附议 { $joined } 人
    }
observations-filter = { $filter ->
        [filed] 待核实
        [with_unit] 待单位
        [with_observer] 待观察员
        [with_office] 待决定
        [overdue] 🔴 超期
        [starred] ⭐ 关注
        [closed] 已了结
       *[all] 未了结
    }
observations-previous = ◀ 上一页
observations-next = 下一页 ▶
# --- the list of what waits
in-both = { $zh }{ $en ->
   *[other] { "" }
}
observe-question = <b>{ $unit }</b>
    { $question }

    { $choices ->
        [0] 直接输入即可，也可以跳过。
       *[other] 点选，或直接输入；也可以跳过。
    }
observe-questions-over = 这一类现在没有要问的了，请点“跳过”继续。
observe-skip = ⏭ 跳过
observe-received-answer = ✓ { $question }：{ $answer }
observe-join = 🙋 附议第 { $number } 件
observe-joined = 🙋 已附议 <b>{ $receipt }</b>
    现在：{ $state }

    您发的内容已并入这一件，以后的每一步都会告诉您。您的姓名和观测点不会告诉单位。
observe-join-over = { $receipt } 是您自己上报的，或者已经了结，不能附议。可以另报一件。
observe-joined-before = 您已附议过 { $receipt }，这次没有改变任何内容。
observe-banned = 您在{ $until }以前不能上报观测。原因：{ $reason }。如有不同意见，请联系市绩效办。
observe-daily-most = 今天已上报 { $most } 件，达到每人每天的上限。其余的请明天再报，或附议已有的观测。
observe-said-before = 一样的内容您已报过，编号 { $receipt }。可在“观测事项”里看它办到哪一步；如有新情况，请写明后再报。
verify-elsewhere = ↪️ 转其他单位
dispatch-unit = <b>{ $receipt }</b>　转给哪个单位？点选，或直接输入单位名称。
dispatch-own = { $unit }（原单位）
dispatch-elsewhere = { $receipt } 正是这个单位办不了的，请选择其他单位；要退回原单位，请用“不同意改转”。
answer-observation-partly = ◐ 部分解决，继续办理
answer-observation-decline = ⛔ 办结，无法解决
confirm-partly-fixed = <b>{ $receipt }　{ $unit }</b>
    解决了一部分？请写明还差什么。写下的话会转给单位，请勿写姓名。
button-partly-fixed = ◐ 部分解决
button-observation-deed = { $deed ->
    [withdrawn] ↩️ 撤回
    [dispatched] 📨 转办
    [partly_answered] ◐ 部分解决
    [declined] ⛔ 办结，无法解决
    [transfer_asked] ↪️ 申请改转
    [transfer_refused] ✋ 不同意改转
    [unit_contested] ⚖️ 对核实有异议
    [observer_contested] ⚖️ 我有异议
    [closure_contested] ⚖️ 不同意办结
    [sustained] ⚖️ 维持
    [accepted] 👌 同意
    [still_fixed] ✅ 仍然解决
    [reopened] 🔁 问题又出现了
    [ordered] ↩️ 责成继续办理
   *[ended] ⏹ 了结
}
errand-observation-deed = 办理观测事项
help-observation-deed = 观测事项的撤回、改转、异议、复核、回访
observation-deed-do = ✅ 确认
observation-deed-ask = <b>{ $receipt }　{ $unit } · { $category }</b>
    现在：{ $state }
    { $deed ->
        [withdrawn] 撤回后这件观测就此了结，单位不会知道。可以补充一句，或直接确认。
        [dispatched] 转给{ $unit }办理，期限从现在起重新计算。最近的说明：{ $last }
        [transfer_asked] 请写明为什么不归本单位、应归哪个单位。由市绩效办决定；还可申请 { $left } 次，决定期间期限照算。
        [transfer_refused] 不同意改转，退回原单位，期限不变。最近的说明：{ $last }
        [unit_contested] 对核实结果的异议只能提一次，由另一位核实人复核，结果为最终结果。
        [observer_contested] 异议只能提一次，由另一位核实人复核，结果为最终结果。
        [closure_contested] 您认为应当解决而没有解决？异议只能提一次，由另一位核实人复核。
        [sustained] 由您复核，维持原来的认定，结果为最终结果。最近的说明：{ $last }
        [accepted] 同意后这件观测就此了结，不算已解决。
        [still_fixed] 回访：问题仍然解决着？可以补充一句，或直接确认。
        [reopened] 问题又出现了？只能重新提出一次，会退回单位继续办理。写下的话会转给单位，请勿写姓名。
        [ordered] 责成单位继续办理，期限从现在起重新计算。最近的说明：{ $last }
       *[other] 由市绩效办了结，不算已解决，观察员和单位都会知道理由。最近的说明：{ $last }
    }
    { $needs ->
        [1] 请写明理由。
       *[other] { "" }
    }
observation-deed-done = { $deed ->
        [withdrawn] 已撤回 { $receipt }，就此了结。
        [dispatched] 📨 { $receipt } 已转{ $unit }办理{ $due }。
        [transfer_asked] ↪️ 已申请改转 { $receipt }，由市绩效办决定，结果会告诉您。
        [transfer_refused] { $receipt } 不改转，已退回{ $unit }{ $due }。
        [accepted] { $receipt } 就此了结：{ $state }。
        [still_fixed] ✅ { $receipt }：仍然解决，谢谢您！
        [reopened] 🔁 { $receipt } 已退回单位继续办理{ $due }。
       *[other] ⚖️ { $receipt }：{ $state }{ $due }。
    }
observation-needs-words = 请写明理由。
observation-not-yours = { $receipt } 的这一步不归您办。
observation-moved-on = { $receipt } 已有变化，这次没有改变任何内容。现在：{ $state }。
observation-used-up = { $receipt }：{ $deed ->
        [transfer_asked] 改转申请已达 2 次上限，请办理并答复。
       *[other] 这一步只能做一次，已经做过，结果为最终结果。
    }
observation-until = ，期限{ $due }
observation-went-elsewhere = ↪️ { $receipt } 已改转其他单位，不再由本单位办理。
observation-progress = { $then }
observation-to-joined = 🙋 您附议的观测有进展
    { $then }
observation-assigned-to-you = 👁 <b>{ $receipt } 请您核实</b>
    { $unit } · { $category }{ $due }
observation-to-office = { $event ->
        [filed] 👁 <b>新的观测 { $receipt }</b>
        [withdrawn] ↩️ <b>{ $receipt } 已由观察员撤回</b>
        [transfer_asked] ↪️ <b>{ $receipt } 单位申请改转</b>
        [unit_contested] ⚖️ <b>{ $receipt } 单位对核实有异议，请您复核</b>
        [observer_contested] ⚖️ <b>{ $receipt } 观察员对“不属实”有异议，请您复核</b>
        [closure_contested] ⚖️ <b>{ $receipt } 观察员不同意办结，请您复核</b>
        [partly_fixed] ◐ <b>{ $receipt } 观察员：只解决了一部分</b>
        [reopened] 🔁 <b>{ $receipt } 回访：问题又出现了</b>
       *[other] ↩️ <b>{ $receipt } 观察员反映未解决</b>
    }
    { $unit } · { $category }{ $joined ->
        [0] { "" }
       *[other] 　附议 { $joined } 人
    }
    说明：{ $said }
    { $state ->
        [filed] 请核实{ $due }
        [stuck] 已多次退回，请市绩效办决定{ $due }
        [transferring] 请决定是否改转{ $due }
        [withdrawn] 不必再核实
        [not_fixed] 已退回单位{ $due }
        [partly] 已退回单位继续办理{ $due }
       *[other] 请复核{ $due }
    }
observation-to-unit = { $event ->
        [dispatched] 📨 <b>观测事项 { $receipt }</b>　{ $unit } · { $category }
            观测内容：{ $seen }
            核实情况：{ $findings }

            请答复处理情况{ $due }。
        [transfer_refused] ✋ <b>{ $receipt } 不改转，仍由{ $unit }办理</b>
            市绩效办说：{ $said }
            请答复处理情况，期限不变{ $due }。
        [sustained] ⚖️ <b>{ $receipt } 复核：维持原来的认定</b>
            理由：{ $said }
            { $state ->
                [dispatched] 请答复处理情况{ $due }。
               *[other] 按办结（未解决）了结。
            }
        [refuted] ⚖️ <b>{ $receipt } 复核：不属实，已了结</b>
            理由：{ $said }
            不计入考核，不必再办理。
        [closure_contested] ⚖️ <b>{ $receipt } 观察员不同意办结</b>
            理由：{ $said }
            由另一位核实人复核，结果会告诉您。
        [fixed] ✅ <b>{ $receipt }　观察员确认已解决</b>
            单位：{ $unit }
            观察员说：{ $said }
        [partly_fixed] ◐ <b>{ $receipt }　观察员：只解决了一部分</b>
            单位：{ $unit }
            观察员说：{ $said }
            { $state ->
                [stuck] 已多次退回，由市绩效办决定。
               *[other] 请继续办理并答复{ $due }。
            }
        [not_fixed] ↩️ <b>{ $receipt }　观察员反映未解决</b>
            单位：{ $unit }
            观察员说：{ $said }
            { $state ->
                [stuck] 已多次退回，由市绩效办决定。
               *[other] 请继续处理并再次答复{ $due }。
            }
        [reopened] 🔁 <b>{ $receipt }　问题又出现了</b>
            单位：{ $unit }
            观察员说：{ $said }
            请继续处理并答复{ $due }。
        [ordered] ↩️ <b>{ $receipt }　责成继续办理</b>
            理由：{ $said }
            请办理并答复{ $due }。
        [still_fixed] ✅ <b>{ $receipt }　回访：仍然解决</b>
            观察员说：{ $said }
        [accepted] <b>{ $receipt }　观察员同意办结</b>
            这件观测已办结，未解决。
       *[other] <b>{ $receipt }　已了结</b>
            { $state ->
                [resolved] 观察员确认过已解决，回访没有新的反映。
                [unconfirmed] 观察员没有回看，按单位的答复了结，不算已解决。
                [closed] 已办结，未解决。
                [dismissed] 不属实，不计入考核。
                [revisit] 正在回访。
               *[other] { "" }
            }
            说明：{ $said }
    }
observation-to-observer = { $event ->
        [withdrawn] ↩️ <b>{ $receipt } 已撤回</b>
            单位：{ $unit } · { $category }
        [verified] ✅ <b>{ $receipt } 已核实</b>
            反映的{ $unit }的问题情况属实（{ $category }），即转单位办理。
        [refuted] <b>{ $receipt } 经核实不属实</b>
            单位：{ $unit } · { $category }
            理由：{ $said }
            { $state ->
                [refuted] 不转单位，不计入考核。如有不同意见，可以提一次异议，由另一位核实人复核{ $due }。
               *[other] 这是复核的最终结果，不计入考核。
            }
        [dispatched] ✅ <b>{ $receipt } 已核实，转{ $unit }办理</b>
            情况属实（{ $category }），单位须答复{ $due }。答复后请您回看是否真正解决。
        [answered] 💬 <b>{ $receipt }　{ $unit }已答复</b>
            单位说：{ $said }{ $files ->
                [0] { "" }
               *[other] （附件 { $files } 个，见详情）
            }

            这是单位的说法。请您回看：问题真正解决了吗？{ $category }{ $due }
        [partly_answered] ◐ <b>{ $receipt }　{ $unit }：解决了一部分</b>
            单位说：{ $said }
            单位会继续办理（{ $category }）{ $due }。
        [declined] ⛔ <b>{ $receipt }　{ $unit }办结，没有解决</b>
            单位说：{ $said }
            办结不等于解决（{ $category }）。您可以同意，也可以提一次异议，由另一位核实人复核{ $due }。
        [transfer_asked] ↪️ <b>{ $receipt }　{ $unit }申请改转</b>
            单位说：{ $said }
            由市绩效办决定（{ $category }）{ $due }。
        [transfer_refused] ✋ <b>{ $receipt }　不改转，仍由{ $unit }办理</b>
            市绩效办说：{ $said }
            { $category }{ $due }
        [unit_contested] ⚖️ <b>{ $receipt }　{ $unit }对核实有异议</b>
            单位说：{ $said }
            由另一位核实人复核，结果会告诉您（{ $category }）{ $due }。
        [observer_contested] ⚖️ <b>{ $receipt }　已提出异议</b>
            { $unit } · { $category }，由另一位核实人复核{ $due }。
        [closure_contested] ⚖️ <b>{ $receipt }　已对办结提出异议</b>
            { $unit } · { $category }，由另一位核实人复核{ $due }。
        [sustained] ⚖️ <b>{ $receipt }　复核：维持原来的认定</b>
            { $unit } · { $category }
            理由：{ $said }
            { $state ->
                [dispatched] 情况属实，单位须答复{ $due }。
                [dismissed] 不属实，就此了结，不计入考核。
               *[other] 已办结，未解决。
            }
        [fixed] ✅ <b>{ $receipt }　观察员确认已解决</b>
            { $unit } · { $category }
        [partly_fixed] ◐ <b>{ $receipt }　观察员：只解决了一部分</b>
            { $unit } · { $category }{ $due }
        [not_fixed] ↩️ <b>{ $receipt }　观察员反映未解决</b>
            { $unit } · { $category }{ $due }
        [accepted] <b>{ $receipt }　已了结，不算已解决</b>
            { $unit } · { $category }
        [still_fixed] ✅ <b>{ $receipt }　回访：仍然解决</b>
            { $unit } · { $category }
        [reopened] 🔁 <b>{ $receipt }　问题又出现，已退回单位</b>
            { $unit } · { $category }{ $due }
        [ordered] ↩️ <b>{ $receipt }　责成{ $unit }继续办理</b>
            理由：{ $said }
            单位须答复（{ $category }）{ $due }。
        [asked_again] 🔁 <b>{ $receipt }　回访：仍然解决吗？</b>
            { $unit } · { $category }
            几周前您确认已解决。请再看一眼：仍然解决，还是问题又出现了{ $due }？
       *[other] <b>{ $receipt }　已了结</b>
            { $unit } · { $category }
            { $state ->
                [resolved] 您确认过已解决，回访期内没有新的反映。
                [unconfirmed] 您没有回看，按单位的答复了结，不算已解决。
                [dismissed] 不属实，没有异议，不计入考核。
               *[other] 已办结，未解决。
            }
            说明：{ $said }
    }
observation-reminder = ⏰ <b>{ $receipt }　{ $unit }</b>：{ $state }
    { $late ->
        [1] 期限{ $due }已过，请尽快办理。
       *[other] 期限{ $due }，请办理。
    }{ $alone ->
        [1] 应办的一方目前没有联系得上的人，请市绩效办处理。
       *[other] { "" }
    }
observation-answer = { $question }：{ $answer }
observation-beside = 附议：{ $joined } 人{ $has_assigned ->
        [1] 　核实人：{ $assigned }
       *[other] { "" }
    }{ $hidden ->
        [0] { "" }
       *[other] 　已隐藏 { $hidden } 处
    }{ $alone ->
        [1] 　⚠️ 应办的一方没有联系得上的人
       *[other] { "" }
    }
todo-observation = { $alone ->
        [1] ⚠️ { $receipt }（{ $unit }）应办的一方没有联系得上的人：{ $state ->
            [dispatched] 待单位答复
            [partly] 待单位继续办理
            [not_fixed] 待单位再次答复
            [answered] 待观察员回看
            [declined] 待观察员表态
            [refuted] 待观察员表态
            [revisit] 待观察员回访
           *[other] 没有可以核实的人
        }
       *[other] { $state ->
            [filed] 👁 核实观测 { $receipt }（{ $unit }）
            [verified] 📨 转办观测 { $receipt }（{ $unit }）
            [dispatched] 💬 答复观测 { $receipt }（{ $unit }）
            [partly] 💬 继续办理观测 { $receipt }（{ $unit }）
            [not_fixed] 💬 再次答复观测 { $receipt }（{ $unit }）
            [transferring] ↪️ 决定是否改转 { $receipt }（{ $unit }）
            [unit_contests] ⚖️ 复核 { $receipt }：{ $unit }对核实有异议
            [observer_contests] ⚖️ 复核 { $receipt }（{ $unit }）：观察员有异议
            [closure_contested] ⚖️ 复核 { $receipt }（{ $unit }）：观察员不同意办结
            [answered] 🔁 回看 { $receipt }：{ $unit }称已处理，是否真正解决
            [declined] ⛔ { $receipt }：{ $unit }办结但没有解决，同意还是异议
            [refuted] 🚫 { $receipt }（{ $unit }）经核实不属实，同意还是异议
            [revisit] 🔁 回访 { $receipt }（{ $unit }）：仍然解决吗
           *[stuck] ⏹ { $receipt }（{ $unit }）多次退回仍未解决，请决定
        }
    }{ $due }
act-observation-filed = 随手报
act-observation-joined = 附议观测
act-observation-assigned = 指定核实人
act-observation-verified = 核实观测：属实
act-observation-refuted = 核实观测：不属实
act-observation-withdrawn = 撤回观测
act-observation-dispatched = 转办观测
act-observation-answered = 答复观测
act-observation-partly_answered = 答复观测：部分解决
act-observation-declined = 办结观测，未解决
act-observation-transfer_asked = 申请改转观测
act-observation-transfer_refused = 不同意改转
act-observation-unit_contested = 单位对核实提出异议
act-observation-observer_contested = 观察员对不属实提出异议
act-observation-closure_contested = 观察员对办结提出异议
act-observation-sustained = 复核：维持
act-observation-fixed = 确认观测已解决
act-observation-partly_fixed = 反映观测部分解决
act-observation-not_fixed = 反映观测未解决
act-observation-accepted = 观察员同意了结
act-observation-still_fixed = 回访：仍然解决
act-observation-reopened = 回访：问题又出现
act-observation-ordered = 责成继续办理
act-observation-ended = 市绩效办了结观测
act-observation-lapsed = 观测期满了结
act-observation-asked_again = 开始回访
