# 观测评议反馈报告：按季度，对话、公文、工作簿和热力图共用。
quarter = { $year }年第{ $number ->
        [1] 一
        [2] 二
        [3] 三
       *[4] 四
    }季度
# --- 找到它
menu-feedback = 📊 观测评议
help-feedback = 观测评议反馈报告：按季度，对话、公文、工作簿、热力图
help-feedback-heat = 观测热力图：单位 × 类别，超期未答复占属实的比例
button-feedback = 📊 季度反馈
button-feedback-heat = 🌡 热力图
button-feedback-letter = 📄 公文
button-feedback-tables = 📗 工作簿
button-feedback-remark = ✏️ 评议意见
button-feedback-least = 🔢 最小样本 { $least }
button-feedback-release = 📤 预览无误，发布
button-feedback-list = 🗂 观测清单
todo-feedback = 📊 { $quarter }观测评议反馈报告待预览发布
feedback-waiting = <b>📊 { $quarter }已结束，观测评议反馈报告待预览发布</b>
    受理 { $received } 件，核实属实 { $verified } 件。请先预览，可补充评议意见，再发布给市领导、分管领导和被观测单位。
# --- 对话里的报告
feedback = { $lines }
feedback-headline = <b>📊 { $quarter }观测评议{ $title }：{ $scope ->
        [unit] 转办 { $received } 件
       *[other] 受理 { $received } 件，属实 { $verified } 件
    }，超期未答复 { $overdue } 件</b>
feedback-title-of = （{ $title }）
feedback-scope = { $status ->
        [preview] 预览，尚未发布
        [running] 本季尚未结束，阶段数据
       *[released] 已发布
    } · { $units } 个单位 · 截至{ $until }
feedback-nothing = <b>📊 { $quarter }观测评议：没有观测记录</b>
feedback-received = { $scope ->
        [unit] 转本单位 { $received } 件（上季 { $before }）
       *[other] 受理 { $received } 件（上季 { $before }）：核实属实 { $verified }，不属实 { $refuted }
    }
feedback-contested = 异议 { $contested } 件；复核维持 { $upheld }，推翻 { $overturned }
feedback-answered = 按期答复率 { $rate }，上季 { $before }；按期 { $in_time }，逾期答复 { $late }，超期未答复 { $overdue }
feedback-stands = 属实 { $count } 件现状：观察员确认解决 { $confirmed }，单位称已处理 { $said }，办结未解决 { $closed }，超期未答复 { $overdue }，期限内 { $running }，其他环节 { $elsewhere }
feedback-fixed = 确认解决率 { $rate }，上季 { $before }；超期未答复的在分母内
feedback-days = 用时中位数：答复 { $answer }；到确认解决 { $fix }
feedback-moves = 申请改转 { $transfers } 次；回访 { $revisits } 件，仍解决 { $lasting }，又出现 { $again }
feedback-late-elsewhere = 另有 { $count } 件在核实、转办、复核环节超过期限，是市绩效办的事，不算单位超期
feedback-rate = { $pct }%（{ $part }/{ $whole }）
feedback-too-few = { $count ->
        [0] 尚无
       *[other] 样本不足
    }（n={ $count }）
feedback-median = { $days } 个工作日（n={ $count }）
feedback-by-category = <b>按类别</b>
feedback-by-unit = <b>按单位</b>（共 { $count } 个{ $shown ->
        [0] { "" }
       *[other] ，列超期最多的 { $shown } 个，其余见工作簿
    }）
feedback-part-line = • { $name }：属实 { $verified }，超期 { $overdue }；按期答复 { $rate }
feedback-longest = <b>最久未结</b>
feedback-open-line = { $late ->
        [1] 🔴
       *[other] •
    } { $receipt }　{ $unit } · { $category }：{ $days } 个工作日
feedback-again = <b>反复出现</b>
feedback-again-line = • { $unit } · { $category }：本季属实 { $now }，上季 { $before }{ $again ->
        [0] { "" }
       *[other] ，解决后又出现 { $again }
    }
feedback-more = … 另有 { $count } 项，见工作簿
feedback-scored = <b>计入考核</b>：{ $begun } 件，{ $points } 分（未计封顶）；不再计入 { $ended } 件
feedback-scored-none = <b>计入考核</b>：没有
feedback-remark = <b>评议意见</b>　{ $said }
feedback-remark-none = 评议意见：未填写（可不填）
feedback-note-least = 少于 { $least } 件的不列比率。
feedback-changed = <b>发布后的变化</b>（已发布的数字不变）：{ $lines }
feedback-change = { $change ->
        [refuted] 认定不属实
        [confirmed] 观察员确认解决
        [said] 单位称已处理
        [closed] 办结未解决
        [again] 退回单位继续办理
       *[other] 进入其他环节
    } { $count } 件
feedback-unchanged = 发布以来没有变化。
feedback-plan = 发布后送达：市领导、分管领导和绩效委员会 { $leaders } 人，市绩效办 { $office } 人，{ $units } 个单位的联络员 { $contacts } 人。单位只收到本单位的部分，不含评议意见和任何观察员信息。
feedback-plan-alone = ⚠️ 这些单位没有能收到消息的联络员：{ $units }
feedback-previous = ◀️ { $quarter }
feedback-next = { $quarter } ▶️
# --- 意见、样本、发布
errand-feedback-remark = 填写评议意见
feedback-remark-ask = <b>✏️ { $quarter }评议意见</b>
    请发送一条消息，写入报告（最多 { $most } 字）。送市领导、分管领导和市绩效办，不送被观测单位；请勿写观察员姓名。
    { $now }
feedback-remark-now = 目前是：{ $said }
feedback-remark-clear = 🗑 不要评议意见
feedback-remark-names = 评议意见里出现了观察员“{ $name }”的名字，没有保存。请改写后再发。
feedback-remark-too-long = 评议意见最多 { $most } 字，这条有 { $count } 字，没有保存。
feedback-remark-kept = 评议意见已记下。
feedback-released-already = { $quarter }的报告已于{ $since }发布，不能再改。点“📊 季度反馈”查看已发布的报告。
feedback-not-over = { $quarter }要到{ $until }才结束，结束后才能发布。
feedback-empty = { $quarter }没有观测记录，没有可发布的报告。
feedback-plan-moved = 数字或收件人在预览后有变化，没有发布。请看新的预览。
feedback-least-ask = <b>🔢 最小样本：{ $least } 件</b>
    少于这个数的单位和类别不列比率，只写“样本不足”。默认 { $usual } 件。已发布的报告不变。
feedback-least-choice = { $least } 件
feedback-least-beyond = 最小样本须在 { $lowest } 到 { $highest } 件之间。
feedback-released-now = <b>📤 { $quarter }观测评议反馈报告已发布</b>
    市领导等 { $leaders } 人、市绩效办 { $office } 人、{ $units } 个单位的联络员 { $contacts } 人将收到。
feedback-unknown = 没有“{ $text }”这个季度。请写成“2013Q3”的样子。
feedback-not-yours = 这份报告只给市绩效办、市领导、审计和被观测单位看。
feedback-nothing-yet = { $quarter }到目前还没有您可以看的观测。
feedback-none-released = { $quarter }的报告还没有发布。
feedback-nothing-of-yours = { $quarter }的报告里没有您分管或所在单位的观测。
feedback-file = 📎 { $quarter }观测评议反馈报告{ $title }
feedback-heat-caption = 🌡 { $quarter }观测评议热力图{ $title }：单位 × 类别，超期未答复占属实的比例
act-feedback-released = 发布季度观测评议反馈报告
act-feedback-remark = 填写观测评议意见
act-feedback-least-set = 调整观测报告的最小样本
# --- 公文和工作簿
feedback-letter-title = { $quarter }观测评议反馈报告
feedback-letter-to = { $scope ->
    [unit] { $title }：
    [leader] 各分管领导：
   *[other] 市领导：
}
feedback-letter-opening = { $scope ->
    [unit] 现将{ $quarter }转你单位办理的观测事项情况反馈如下。数据截至{ $until }。
   *[other] 现将{ $quarter }观测评议情况反馈如下。数据截至{ $until }，涉及 { $units } 个单位。
}
feedback-letter-preview = （预览稿，尚未发布）
feedback-letter-section = { $number ->
        [1] 一
        [2] 二
        [3] 三
        [4] 四
        [5] 五
        [6] 六
       *[7] 七
    }、{ $title }
feedback-letter-overall = 总体情况
feedback-letter-received = { $scope ->
    [unit] 本季转你单位 { $received } 件（上季 { $before } 件），单位提出异议后认定不属实 { $overturned } 件。
   *[other] 本季受理观测 { $received } 件（上季 { $before } 件），核实属实 { $verified } 件，不属实 { $refuted } 件。提出异议 { $contested } 件；复核后维持 { $upheld } 件，推翻 { $overturned } 件。
}
feedback-letter-answered = 应答复 { $due } 件次：按期答复 { $in_time } 件次，逾期答复 { $late } 件次，超期未答复 { $overdue } 件，按期答复率{ $rate }；上季{ $before }。
feedback-letter-stands = 属实的 { $count } 件中，观察员确认解决 { $confirmed } 件，单位称已处理而观察员尚未确认 { $said } 件，办结未解决 { $closed } 件，超期未答复 { $overdue } 件，期限内办理 { $running } 件，在其他环节 { $elsewhere } 件。确认解决率{ $rate }；上季{ $before }。
feedback-letter-days = 用时中位数：答复{ $answer }，到观察员确认解决{ $fix }。申请改转 { $transfers } 次；回访 { $revisits } 件，仍然解决 { $lasting } 件，问题又出现 { $again } 件。
feedback-letter-by-category = 分类别情况
feedback-letter-by-unit = 分单位情况
feedback-letter-longest = 最久未结事项
feedback-letter-again = 反复出现的问题
feedback-letter-scored = 计入考核情况
feedback-letter-remark = 评议意见
feedback-letter-notes = 说明
feedback-letter-none = 无。
feedback-letter-more = 另有 { $count } 项，见工作簿。
feedback-letter-scored-line = 本季因观测新计入 { $begun } 件，合计 { $points } 分（未计封顶）；因认定不属实或确认解决而不再计入 { $ended } 件。
feedback-letter-note-rate = 1. 按期答复率的分母包括超期仍未答复的事项；确认解决率的分母包括确认解决、单位称已处理、办结未解决和超期未答复的事项。
feedback-letter-note-least = 2. 分母不足 { $least } 件的不列比率，以“样本不足”表示，不作比较。
feedback-letter-note-closed = 3. “单位称已处理”“办结”都不等于已解决，是否解决以观察员确认为准。
feedback-letter-note-days = 4. 用时按工作日计，自单位收到之日起。
feedback-letter-note-whole = 5. “受理、属实、不属实、异议”为本季发生数；“现状”为季末的状态。
feedback-until-day = { $year }年{ $month }月{ $day }日
feedback-table-verdicts = 受理与核实
feedback-table-answers = 答复
feedback-table-stands = 办理结果
feedback-column-category = 类别
feedback-column-unit = 单位
feedback-column-unit-code = 单位代码
feedback-column-received = { $scope ->
    [unit] 转办
   *[other] 受理
}
feedback-column-verified = 属实
feedback-column-refuted = 不属实
feedback-column-contested = 异议
feedback-column-upheld = 维持
feedback-column-overturned = 推翻
feedback-column-transfers = 申请改转
feedback-column-revisits = 回访
feedback-column-again = 又出现
feedback-column-due = 应答复
feedback-column-in-time = 按期
feedback-column-late = 逾期答复
feedback-column-overdue = 超期未答复
feedback-column-answer-rate = 按期答复率
feedback-column-before = 上季
feedback-column-days = 用时中位
feedback-column-confirmed = 确认解决
feedback-column-said = 称已处理
feedback-column-closed = 办结未解决
feedback-column-running = 期限内
feedback-column-elsewhere = 其他环节
feedback-column-fixed-rate = 确认解决率
feedback-column-receipt = 编号
feedback-column-day = 转办日期
feedback-column-since = 单位收到
feedback-column-open-days = 已历工作日
feedback-column-state = 状态
feedback-column-late-mark = 超期
feedback-column-now = 本季属实
feedback-column-then = 上季属实
feedback-column-begun = 新计入
feedback-column-points = 分值（未计封顶）
feedback-column-ended = 不再计入
feedback-column-what = 项目
feedback-column-this = 本季
feedback-total = 合计
feedback-yes = 是
feedback-unit-told = 是否已转单位
feedback-sheet-overview = 总体
feedback-sheet-categories = 分类别
feedback-sheet-units = 分单位
feedback-sheet-longest = 最久未结
feedback-sheet-again = 反复出现
feedback-sheet-scored = 计入考核
feedback-sheet-lines = 观测清单
feedback-sheet-notes = 说明
feedback-short-rate = { $pct }%
    n={ $count }
feedback-short-few = { $count ->
        [0] 尚无
       *[other] 样本不足
    }
    n={ $count }
feedback-short-days = { $days }
    n={ $count }
# --- 热力图
feedback-heat-title = { $quarter }观测评议热力图
feedback-heat-lead = 超期未答复／属实
feedback-heat-of = 单位：{ $title }
feedback-heat-shown = 列 { $shown } 个单位
feedback-heat-hidden = 另有 { $count } 个单位未列出，超期未答复更少；合计含全部单位。
feedback-heat-total = 合计
feedback-heat-zero = 无超期
feedback-heat-below = 低于{ $share }%
feedback-heat-above = { $share }%及以上
feedback-heat-between = { $low }%—{ $high }%
feedback-heat-few = 不足 { $least } 件
feedback-heat-note-cell = 每格为“超期未答复／属实（n）”，超期未答复的在分母内；“·”为没有属实的观测。
feedback-heat-note-few = 斜纹格的 n 少于 { $least }，不作比较。
feedback-heat-note-order = 按超期未答复的件数从多到少排列。
