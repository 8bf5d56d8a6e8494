# 目标：已调整的标注，目标商定、目标调整与序时计划。
target-adjusted = 目标已调整（{ $since }，{ $document }）
target-marked = { $said }　{ $mark }
target-adjusted-list = { $said }
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 项目标已调整
    }
target-adjusted-line = { $code } 目标已调整（{ $since }，{ $document }）
reports-adjusted = 目标已调整（{ $year }年{ $month }月，{ $document }）
reports-adjusted-of = * { $name }：{ $adjusted }
reports-column-adjusted = 目标调整
import-fault-target-agreed = 该目标已商定或已调整，不能用导入改动；如需调整，请发送“目标调整”。

# 入口
menu-targets = 🎯 目标
button-targets = 🎯 目标
help-targets = 目标：商定、调整、序时计划
help-propose-targets = 向单位提出年度目标（可粘贴整列整表）
help-adjust-target = 提请年中目标调整（两人审批）
errand-propose-targets = 提出目标
errand-answer-target = 答复目标
errand-adjust-target = 目标调整
errand-decline-retarget = 不同意目标调整
button-propose-targets = ✍️ 提出目标
button-adjust-target = 🔧 目标调整
button-retargets = 📄 调整记录
target-button-talks = 💬 商定情况
target-button-unit = 📋 本单位目标
targets = <b>目标</b>
    { $role ->
        [office] 由绩效办或监测单位提出，单位无异议即生效；有不同意见可来回商定，最后由绩效办裁定。
        [reporter] 您可以就本单位监测的指标向被考核单位提出目标，单位无异议即生效。
        [contact] 向本单位提出的目标都在这里：可逐项答复，也可一次确认其余全部。
        [leader] 年中目标调整须两人审批；等您审批的在待办里。
       *[reader] 年中目标调整须两人审批，调整前的月份仍按原目标。
    }{ $mine ->
        [0] { "" }
       *[other] { "" }
        待本单位答复：{ $mine } 项
    }{ $countered ->
        [0] { "" }
       *[other] { "" }
        单位有不同意见，待回应：{ $countered } 项
    }{ $overdue ->
        [0] { "" }
       *[other] { "" }
        单位逾期未答复，可裁定：{ $overdue } 项
    }{ $adjust ->
        [0] { "" }
       *[other] { "" }
        已商定，待提请目标调整：{ $adjust } 项
    }{ $retargets ->
        [0] { "" }
       *[other] { "" }
        待审批的目标调整：{ $retargets } 件
    }{ $plans ->
        [0] { "" }
       *[other] { "" }
        待确认的序时计划：{ $plans } 项
    }
goal-not-a-number = 目标须是一个数
target-page-before = ◀ 上一页
target-page-after = 下一页 ▶
target-year-frozen = { $year }年各月均已冻结，本年度的目标不能再变动。
target-nothing-read = 没有读出目标。每行写一个单位和目标，例：<code>金港 65</code>，可再写上年基数：<code>金港 65 上年 50</code>。
target-indicator-unknown = 没有认出“{ $text }”。请点一项指标，或发送它的代码、名称。
target-indicator-not-yours = 这项指标不由您提出目标。
target-nothing-to-propose = 没有由您提出目标的指标。

# 待办
todo-target-answer = 🎯 { $unit }：{ $count } 项目标待答复（{ $until }前）
todo-target-countered = 🎯 { $unit }对 { $code } { $indicator } 的目标有不同意见（{ $until }前回应）
todo-target-overdue = 🎯 { $count } 项目标逾期未答复，可裁定
todo-target-adjust = 🔧 { $code } { $unit }已商定目标 { $goal }，待提请目标调整
todo-retarget = 🔧 待审批（{ $due } 前）：{ $headline }

# 提出目标
target-ask-scheme = <b>为哪个方案提出目标？</b>（{ $count } 个）
target-ask-indicator = <b>哪项指标？</b>（{ $count } 项）
    点一项；或直接粘贴表格：表头写指标名称或代码，每行一个单位。
target-look = 👀 查看已填（{ $count }）
target-ask-lines = <b>{ $code } { $indicator }（{ $measure }）</b>
    请发送目标，每行一个单位，例：<code>金港 65</code>；可再写上年基数：<code>金港 65 上年 50</code>。也可粘贴整列。
    现有目标：
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 个单位
    }
target-held-line = • { $unit }　{ $goal }（上年 { $base }）
target-held-none = 没有单位有目标。
target-look-lines = <b>请核对：{ $count } 项目标，{ $units } 个单位</b>
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 项
    }

    发送后各单位只看到自己的，{ $days } 个工作日内答复。可继续粘贴补充或更正。
target-look-line = • { $code } { $unit }　{ $old } → <b>{ $new }</b>{ $measure }（上年 { $base }）
target-look-empty = 还没有填任何目标。
target-line-dropped = ⚠️ { $reason }这一项没有列入。
target-send = 📨 发送给单位（{ $count } 项）
target-more = ➕ 继续填其他指标
target-sent = ✅ <b>已提出 { $count } 项目标</b>
    请单位在 { $until }前答复；答复后您会收到消息。{ $unheard }
target-sent-unheard = { "" }
    ⚠️ 这些单位没有可联系的联络员，请另行告知：{ $units }
proposal-nothing = 没有要提出的目标。
proposal-not-yours = 《{ $indicator }》的目标由绩效办或它的监测单位提出。
proposal-open-already = { $unit }的《{ $indicator }》目标正在商定，不能重复提出。
proposal-same = { $unit }的《{ $indicator }》现行目标就是这个数。
proposal-gone = 没有找到这项目标商定，可能不属于您的单位。
proposal-contact-only = 目标由本单位联络员答复。
proposal-not-your-side = 这项目标由另一方提出，须由它回应。
proposal-office-decides = 目标最后由绩效办裁定。
proposal-unit-has-time = 单位的答复时间到 { $until }为止，还不能裁定。
proposal-ended = 这项目标的商定已经结束，没有重复生效。
proposal-moved-on = 这项目标刚有新的意见，请看最新情况再答复。
proposal-nothing-left = 没有待答复的目标了。
proposal-without-reason = 请写明理由。
proposal-counter-same = 这就是对方提出的目标；如无异议，请点“无异议”。
proposal-again-same = 这就是单位提出的目标；如同意，请点“接受单位意见”。

# 商定
proposal-line = { $state ->
        [proposed] 🕓
        [countered] 💬
        [agreed] ✅
        [decided] ⚖️
       *[withdrawn] ✖️
    } { $unit }　{ $code } { $indicator }：<b>{ $goal }</b>{ $measure }{ $known ->
        [1] （上年 { $base }，{ $growth }）
       *[other] { "" }
    }{ $round ->
        [0] { "" }
        [1] { "" }
       *[other] （第 { $round } 轮）
    }
proposal-more = …另有 { $count } 项
proposals-none = 没有待答复的目标。
proposal-reason = 理由：{ $reason }
proposal-event-reason = 　理由：{ $reason }
proposals-for-you = <b>{ $unit }：{ $count } 项目标请您答复</b>
    { $lines }
    { $name } 提出，请在 { $until }前答复：无异议，或提出不同意见并说明理由。
proposal-button-answer = 📋 查看并答复
proposal-button-look = 🔍 查看
proposal-countered-to-you = <b>单位对目标有不同意见</b>
    { $line }（原提 { $proposed }）
    { $name }：{ $reason }
    请在 { $until }前回应：接受、再提，或由绩效办裁定。
proposals-ended = <b>{ $count } 项目标有了结果</b>（{ $name }）
    { $lines }
    { $reason }
proposals-due = <b>{ $count } 项目标即将到期</b>
    { $lines }
    请在 { $until }前答复。
proposals-over = <b>{ $count } 项目标的答复时间已到（{ $until }）</b>
    { $lines }
    尚未答复的仍可答复；绩效办可以裁定。
target-talk-unit = <b>{ $unit }：{ $count } 项目标，{ $waiting } 项待答复</b>
    已定 { $ended } 项，有不同意见 { $countered } 项。
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 项
    }
proposal-button-rest = { $others ->
        [0] ✅ { $count } 项全部无异议
       *[other] ✅ 其余 { $count } 项全部无异议
    }
proposal-agree-rest = <b>{ $unit }：{ $of } 项，{ $count } 项无异议？</b>
    有不同意见的 { $countered } 项不受影响。确认后这 { $count } 项目标即按提出的数确定。
proposal-button-sure = ✅ 确认 { $count } 项无异议
proposal-button-back = ↩️ 再看看
proposals-agreed = ✅ 已确认 { $count } 项无异议。{ $adjust ->
        [0] { "" }
       *[other] 其中 { $adjust } 项已有现行目标，须经目标调整审批后生效。
    }
proposal-shown = <b>{ $unit }　{ $code } { $indicator }（{ $measure }）</b>
    现行目标 { $held }，上年 { $held_base }{ $moved ->
        [1] ；提出的上年基数 { $base }
       *[other] { "" }
    }。第 { $rounds } 轮
    { $lines }

    { $state ->
        [proposed] { $over ->
            [1] ⏰ 单位答复时间已于 { $until }截止，仍可答复；绩效办可以裁定。
           *[other] 🕓 待单位在 { $until }前答复。
        }
        [countered] { $over ->
            [1] ⏰ 回应时间已于 { $until }截止，绩效办可以裁定。
           *[other] 💬 单位有不同意见，待 { $until }前回应。
        }
        [agreed] ✅ 双方一致，{ $adjust ->
            [0] 已生效。
           *[other] 因已有现行目标，须经目标调整审批后生效。
        }
        [decided] ⚖️ 绩效办已裁定，{ $adjust ->
            [0] 已生效。
           *[other] 因已有现行目标，须经目标调整审批后生效。
        }
       *[withdrawn] ✖️ 已撤回。
    }
proposal-event-proposed = • { $at } { $name } 提出 <b>{ $goal }</b>{ $reason }
proposal-event-countered = • { $at } { $name }（单位）意见 <b>{ $goal }</b>{ $reason }
proposal-event-agreed = • { $at } { $name } 同意 <b>{ $goal }</b>
proposal-event-decided = • { $at } { $name }（绩效办）裁定 <b>{ $goal }</b>{ $reason }
proposal-event-withdrawn = • { $at } { $name } 撤回
proposal-button-agree = ✅ 无异议
proposal-button-counter = 💬 不同意见
proposal-button-accept = ✅ 接受单位意见
proposal-button-again = ✍️ 再提
proposal-button-decide = ⚖️ 裁定
proposal-button-withdraw = ✖️ 撤回
proposal-agreed-hint = 已确定。
proposal-withdrawn-hint = 已撤回。
target-talks = <b>目标商定：{ $count } 项未定</b>
    单位有不同意见 { $countered } 项，逾期未答复 { $overdue } 项。
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 项
    }
answer-target-ask-counter = <b>{ $unit }　{ $code } { $indicator }</b>
    提出的目标是 { $goal }{ $measure }（上年 { $base }）。本单位认为应是多少？请发送数值。
answer-target-ask-again = <b>{ $unit }　{ $code } { $indicator }</b>
    单位意见是 { $goal }{ $measure }（上年 { $base }）。再提多少？请发送数值。
answer-target-ask-decide = <b>裁定：{ $unit }　{ $code } { $indicator }</b>
    最后一次说的是 { $goal }{ $measure }（上年 { $base }）。裁定为多少？点一个，或发送数值。
answer-target-as-proposed = 按提出的 { $goal }
answer-target-as-unit = 按单位的 { $goal }
answer-target-ask-reason = 请写明理由（不超过 { $most } 字），对方会看到。
answer-target-reason-long = 理由有 { $length } 字，请压缩到 { $most } 字以内。
answer-target-confirm = <b>{ $unit }　{ $code } { $indicator }：{ $old } → { $new }{ $measure }</b>
    理由：{ $reason }
    { $verb ->
        [decide] 确认后即为裁定，双方会收到通知。
       *[other] 确认后发给对方；也可直接发送文字，更正理由。
    }
answer-target-send = ✅ 确认
answer-target-done-counter = ✅ 意见已送出。
answer-target-done-again = ✅ 已再次提出。
answer-target-done-decide = ⚖️ 已裁定。

# 目标调整
retarget-office-only = 目标调整由绩效办提请。
retarget-gone = 没有找到这件目标调整，可能与您无关。
retarget-nothing = 没有要调整的目标。
retarget-unit-not-asked = 《{ $indicator }》不考核 { $unit }。
retarget-no-target = { $unit }在《{ $indicator }》上还没有目标，请用“提出目标”与单位商定。
retarget-same = { $unit }的《{ $indicator }》现行目标就是这个数。
retarget-waits-already = { $unit }的《{ $indicator }》已有一件目标调整待审批。
retarget-month-frozen = 不能从 { $period }起调整：该月已冻结或不在本年度，最早从 { $earliest }起。此前各月仍按原目标。
retarget-too-late = 本年度目标调整已于 { $last }截止；之后只能凭绩效委的文件调整。
retarget-document-unreadable = “{ $text }”不像文号。请写文号，例：<code>张绩委〔2013〕12号</code>。
retarget-settled = 这件目标调整已经办结，没有重复生效。
retarget-own = 您提请的调整须由另外两人审批。
retarget-approved-by-you = 您已审批同意，没有重复生效。
retarget-not-yours = 这件目标调整不由您审批。
retarget-withdraw-own = 只有提请人可以撤回。
retarget-basis-changed = { $unit }的目标在提请后已有变动，请退回重新提请。
retarget-decline-without-reason = 请写明不同意的理由。
retarget-reason-policy = 政策变化
retarget-reason-force_majeure = 不可抗力
retarget-reason-basis = 口径调整
retarget-reason-division = 区划调整
retarget-headline = { $code } { $indicator }（{ $measure }）自 { $since }起调整
    { $reason }，{ $document }{ $committee ->
        [1] （绩效委文件）
       *[other] { "" }
    }
retarget-line = • { $unit }　{ $old } → <b>{ $new }</b>
retarget-more = …另有 { $count } 个单位
retarget-ask-indicator = <b>调整哪项指标的目标？</b>（{ $count } 项）
    点一项，或发送代码、名称。
retarget-ask-lines = <b>{ $code } { $indicator }（{ $measure }）</b>
    { $since }起的现行目标：
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 个单位
    }
    请发送新目标，每行一个单位，例：<code>金港 58</code>。
retarget-ask-reason = <b>{ $code } { $indicator }（{ $measure }）</b>
    { $lines }
    为什么调整？
retarget-ask-document = 依据的文号？例：<code>张绩委〔2013〕12号</code>{ $late ->
        [1] { "" }
        ⏰ 本年度目标调整已于 { $last }截止，须是绩效委的文件。
       *[other] { "" }
        （本年度 { $last }后只能凭绩效委文件调整）
    }
retarget-ask-month = 从哪个月起执行？最早 { $earliest }；此前各月仍按原目标。
target-month = { $period }
retarget-confirm = <b>请核对：{ $code } { $indicator }（{ $measure }）</b>
    { $lines }
    { $reason }，{ $document }
    自 { $since }起执行，此前各月仍按原目标。须由另外两人审批后生效。{ $late ->
        [1] { "" }
        ⏰ 已过 { $last }，提交即表明所附为绩效委文件。
       *[other] { "" }
    }
retarget-send = 📨 提交审批
retarget-send-committee = 📨 是绩效委文件，提交审批
retarget-sent = ✅ 已提交审批。两人同意后生效，您会收到通知。
retarget-asked = <b>请审批目标调整</b>
    { $headline }
    { $lines }
    { $name } 提请，须两人同意，请于 { $due } 前审批。
retarget-due = ⏰ <b>目标调整{ $late ->
        [1] 审批已逾期
       *[other] 今天请审批
    }</b>（截止 { $due }）
    { $headline }
    已有 { $count } 人同意，须两人；无人答复不生效。
retarget-late = 🕓 <b>您提请的目标调整逾期未批</b>（截止 { $due }）
    { $headline }
    已有 { $count } 人同意，须两人。已再次提醒审批人。
retarget-stands = { $headline }
    { $state ->
        [open] ✅ 您已同意（已有 { $count } 人，须两人）。
        [in_force] ✅ 两人同意，已生效。
        [declined] ✖️ 未获同意，仍按原目标。
       *[withdrawn] ✖️ 已撤回，仍按原目标。
    }
retarget-button-look = 🔍 查看
retarget-button-why = ❔ 看得分
retarget-button-approve = ✅ 同意
retarget-button-decline = ✖️ 不同意
retarget-button-withdraw = ✖️ 撤回
retarget-in-force = <b>目标已调整</b>
    { $headline }
    { $lines }
    { $since }以前各月仍按原目标。
retarget-declined = <b>目标调整未获同意</b>
    { $headline }
    { $name }：{ $reason }
retarget-shown = <b>目标调整</b>
    { $headline }
    { $lines }
    { $name } { $at }提请
    { $approvals }

    { $state ->
        [open] 🕓 待审批（已有 { $count } 人同意，须两人），{ $due } 前。
        [in_force] ✅ 已生效。
        [declined] ✖️ 未获同意，仍按原目标。
       *[withdrawn] ✖️ 已撤回，仍按原目标。
    }
retarget-no-approval = 还没有人审批。
retarget-event-approved = • { $at } { $name } 同意
retarget-event-declined = • { $at } { $name } 不同意：{ $said }
retarget-event-withdrawn = • { $at } { $name } 撤回
retarget-now-in-force = ✅ 两人同意，自 { $since }起生效。
retarget-approved-first = ✅ 已同意，还须 { $left } 人。
retarget-taken-back = 已撤回。
retarget-ask-decline = { $headline }
    请写明不同意的理由，提请人会看到。
retargets = <b>目标调整：最近 { $count } 件</b>
    { $lines }
retargets-line = { $number }. { $headline }，{ $count } 个单位，{ $state ->
        [open] 🕓 已有 { $approvals } 人同意
        [in_force] ✅ 已生效
        [declined] ✖️ 未获同意
       *[withdrawn] ✖️ 已撤回
    }

# 序时计划
help-seasons = 用往年数据测算序时计划
errand-season-comment = 对序时计划提意见
button-seasons = 📈 序时计划
todo-season = 📈 待确认序时计划：{ $code } { $indicator }
seasons = <b>序时计划</b>（{ $count } 项累计指标）
    按往年各月累计占全年的比重测算，至少要有一个完整年度的数据。点代码查看。
    { $lines }
seasons-none = 没有可测算的累计指标。
seasons-line = • { $code } { $indicator }　{ $years ->
        [0] 往年数据不足一年
       *[other] 有 { $years } 个完整年度
    }，{ $plan ->
        [season] 现按序时计划
       *[linear] 现按月均
    }{ $waits ->
        [1] ，🕓 待确认
       *[other] { "" }
    }
season-gone = 没有找到这项序时计划。
season-not-yours = 序时计划由绩效办或监测单位提出。
season-not-cumulative = 《{ $indicator }》不是逐月累计的数，没有序时计划。
season-open-already = 《{ $indicator }》已有一项序时计划待确认。
season-no-full-year = 《{ $indicator }》往年数据不足一个完整年度，不能测算。可先导入往年各月的数。
season-same = 测算结果与《{ $indicator }》现行序时计划相同。
season-settled = 这项序时计划已经办结，没有重复生效。
season-comment-empty = 请写明意见。
season-month-frozen = 不能从 { $period }起执行：该月已冻结或不在本年度，最早从 { $earliest }起。
season-office-confirms = 序时计划由绩效办确认。
season-computed = <b>{ $code } { $indicator }：按 { $count } 个完整年度测算</b>（{ $years }，{ $units } 个单位）
    各月累计占全年 %（括号内为现行，— 为按月均）：
    { $lines }
season-month = { $month }月 <b>{ $share }</b>（{ $now }）
season-pair = { $first }　{ $second }
season-button-propose = 📨 提请确认
season-button-look = 🔍 查看
season-button-confirm = ✅ 确认，自{ $period }起执行
season-button-drop = ✖️ 不采用
season-button-comment = 💬 提意见
season-proposed-note = ✅ 已发给监测单位和绩效办。
season-confirmed-note = ✅ 已确认，自 { $since }起执行；此前各月不变。
season-dropped-note = 已不采用，仍按现行计划。
season-shown = <b>{ $code } { $indicator } 序时计划</b>（{ $count } 个完整年度：{ $years }）
    { $name } { $at }提出，{ $state ->
        [open] 🕓 待绩效办确认
        [confirmed] ✅ 自 { $since }起执行
       *[dropped] ✖️ 未采用
    }
    { $state ->
        [open] 如现在执行，{ $period }得分将变为：
       *[other] { "" }
    }
    { $moves }
    { $comments }
season-move = • { $unit }　{ $before } → { $after }{ $place_after ->
        [0] { "" }
       *[other] （第 { $place_before } → { $place_after } 位）
    }
season-moves-more = …另有 { $count } 个单位
season-moves-nobody = • 没有单位的得分或位次变化
season-comment = 💬 { $said }
season-for-you = <b>序时计划待确认：{ $code } { $indicator }</b>
    { $name } 按 { $count } 个完整年度（{ $years }）的数据测算，由绩效办确认后执行。
season-commented-to-you = <b>序时计划有意见：{ $code } { $indicator }</b>
    { $name }：{ $said }
season-confirmed-to-you = <b>序时计划已确认：{ $code } { $indicator }</b>
    自 { $since }起执行，此前各月不变。
season-ask-comment = 对 { $code } { $indicator } 的序时计划有什么意见？请直接发送，绩效办会看到。
season-comment-sent = ✅ 已送绩效办。
reports-season-title = { $indicator }：序时计划
reports-season-lead = 各月累计占全年目标的比重
reports-season-rests = 按 { $count } 个完整年度（{ $years }）各月累计占全年的比重测算。
reports-season-note = 虚线为现行计划；没有序时计划的按月均。
reports-season-proposed = 测算
reports-season-current = 现行

# 操作记录
act-season-proposed = 提出序时计划
act-season-commented = 对序时计划提意见
act-season-confirmed = 确认序时计划
act-season-dropped = 不采用序时计划
act-target-proposed = 提出目标
act-target-countered = 单位对目标有不同意见
act-target-agreed = 目标商定
act-target-decided = 目标裁定
act-target-withdrawn = 撤回目标建议
act-retarget-proposed = 提请目标调整
act-retarget-approved = 审批同意目标调整
act-retarget-in-force = 目标调整生效
act-retarget-declined = 不同意目标调整
act-retarget-withdrawn = 撤回目标调整
