# 运行分析：报送、评定；未严格采集数据的认定。
help-analysis = 报送本单位的月度运行分析（文字或文件）
help-analyses = 各监测单位的运行分析：报送情况、内容和评定
errand-analysis = 报送运行分析
errand-rate-in-words = 评定运行分析
errand-answer-careless = 认定未严格采集数据
todo-analysis = 📰 { $unit }{ $period }运行分析，{ $due }截止{ $late ->
        [1] （已过）
       *[other] { "" }
    }
todo-analyses = 📰 { $count } 篇运行分析待评定
todo-careless = 🧐 { $unit }{ $span }更正差错 { $errors } 笔，请认定是否未严格采集数据
analysis-none = 没有待写的运行分析。
analysis-choose = <b>有 { $count } 篇运行分析待报送，写哪一篇？</b>
analysis-of = { $period } { $unit }（{ $scheme }）
analysis-ask = <b>{ $unit }{ $period }运行分析</b>
    { $scheme }，{ $due }截止{ $late ->
        [1] （已过，将记为迟报）
       *[other] { "" }
    }{ $version ->
        [1] { "" }
       *[other] 。这是第 { $version } 稿；报送时间仍以第一稿为准
    }

    请直接发送文字，或发来文件（Word、PDF、图片都可以）。要写到四点：
    • 亮点
    • 特点
    • 存在的问题
    • 下阶段措施或建议
    观点要与报送的数据相符，不与上月雷同。
analysis-too-short = 分析至少要有 { $least } 个字，或发来文件。
analysis-too-long = 一篇分析最多 { $most } 个字，这一段没有收下；长文请发文件。
analysis-no-such-file = 分析请发文字、文档或图片。
analysis-words = { "" }
    <blockquote>{ $said }</blockquote>{ $more ->
        [0] { "" }
       *[other] { "" }
        …还有 { $more } 个字
    }
analysis-file = { "" }
    📄 { $name }
analysis-look = <b>请过目：{ $unit }{ $period }运行分析</b>{ $words }{ $file }{ $alike ->
        [0] { "" }
       *[other] { "" }
        ❓有 { $alike }% 的文字与上月的分析相同，请确认不是上月的稿子。
    }

    再发文字是接着写，再发文件是换文件。
analysis-hand-in = ✅ 报送
analysis-anew = ✏️ 重写
analysis-done = ✅ <b>已报送：{ $unit }{ $period }运行分析</b>{ $version ->
        [1] { "" }
       *[other] （第 { $version } 稿）
    }
    { $at }收到，{ $days ->
        [0] 按时（{ $due }截止）
       *[other] 迟报 { $days } 个工作日（{ $due }截止）
    }。评定后会告诉您。
analysis-not-yours = 只有本单位的填报人和审核人可以报送分析。
analysis-too-early = { $period }还没有结束，{ $since }起可以报送分析。
analysis-is-rated = { $period }的分析已经评定，不能再改。
analysis-gone = 没有这篇运行分析。
analysis-write = ✍️ 报送分析
analysis-write-again = ✏️ 换一稿
analysis-open = 📰 查看分析
analyses = <b>{ $period }运行分析：已报 { $came }/{ $count } 篇</b>
    { $count ->
        [0] 本月没有要求报送分析的单位。
       *[other] 迟报 { $late }，逾期未报 { $missing }，待评定 { $unrated }

        { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 篇
    }
analyses-line = • { $unit }：{ $standing }
analyses-all = 📰 全部分析
analysis-standing = { $state ->
        [on_time] ✅ { $at }报送
        [late] 🟡 { $at }报送，迟报 { $days } 个工作日
        [missing] 🔴 未报，逾期 { $days } 个工作日（{ $due }截止）
       *[open] ⚪ 未报，{ $due }截止
    }{ $level ->
        [excellent] ，优秀
        [good] ，良好
        [fair] ，一般
        [poor] ，较差
       *[none] { "" }
    }
reporting-analyses = { "" }
    运行分析：{ $lines }
analysis-not-there = <b>{ $unit }{ $period }运行分析：还没有报送</b>
    { $due }截止。
analysis-file-of = { $unit }{ $period }运行分析
analysis-card = <b>{ $unit }{ $period }运行分析</b>
    { $standing }
    { $by }，{ $at }{ $version ->
        [1] { "" }
       *[other] ，第 { $version } 稿
    }{ $words }{ $file }{ $alike ->
        [0] { "" }
       *[other] { "" }
        ❓有 { $alike }% 的文字与上月的分析相同。
    }
    { $ratings }
analysis-rating = 评定：<b>{ $level ->
        [excellent] 优秀
        [good] 良好
        [fair] 一般
       *[poor] 较差
    }</b>：{ $reason }（{ $by }，{ $at }）
analysis-rate-excellent = 🟢 优秀（{ $points } 分）：四点俱全，观点与数据相符
analysis-rate-good = 🔵 良好（{ $points } 分）：四点俱全，分析还可深入
analysis-rate-fair = 🟡 一般（{ $points } 分）：缺少问题分析或措施建议
analysis-rate-poor = 🔴 较差（{ $points } 分）：与上月雷同，或观点与数据不符
analysis-reason-excellent = 四点俱全，观点与数据相符
analysis-reason-good = 四点俱全，分析还可深入
analysis-reason-fair = 缺少问题分析或措施建议
analysis-reason-poor = 与上月雷同，或观点与数据不符
analysis-rate-words = ✏️ 另写理由
analysis-level-excellent = 🟢 优秀
analysis-level-good = 🔵 良好
analysis-level-fair = 🟡 一般
analysis-level-poor = 🔴 较差
analysis-ask-reason = <b>{ $unit }{ $period }运行分析：请写评定理由</b>
    一两句话即可，该单位会看到。
analysis-ask-level = <b>{ $unit }{ $period }运行分析：评为哪一等？</b>
    理由：{ $reason }
analysis-rated = 已评定，已告知该单位。
analysis-rated-shown = <b>{ $unit }{ $period }运行分析：已评定</b>
    { $ratings }
    已告知该单位。
analysis-rated-in-words = <b>{ $unit }{ $period }运行分析：已评为{ $level ->
        [excellent] 优秀
        [good] 良好
        [fair] 一般
       *[poor] 较差
    }</b>
    理由：{ $reason }
    已告知该单位。
analysis-rated-for-you = 📰 <b>{ $unit }{ $period }运行分析评为{ $level ->
        [excellent] 优秀
        [good] 良好
        [fair] 一般
       *[poor] 较差
    }</b>
    理由：{ $reason }（{ $by }）
analysis-not-yours-to-rate = 评定由绩效办作出，本单位的人和写这篇分析的人不能评。
analysis-reason-empty = 请写明理由。
analysis-moved = 这篇分析刚有变动，请重新打开再评定。
careless-asked = 🧐 <b>{ $unit }{ $span }更正差错 { $errors } 笔，请认定</b>
    方案规定：一季度内差错达到这个数，由绩效办认定是否“未严格按要求采集数据”。
careless-open = 🧐 查看并认定
careless = <b>{ $unit }{ $span }：更正差错 { $errors } 笔</b>
    { $lines }

    { $outcome ->
        [found] 已认定：未严格按要求采集数据。理由：{ $reason }（{ $by }）
        [dropped] 不予认定。理由：{ $reason }（{ $by }）
       *[open] 差错笔数由规则统计，是否属于未严格采集数据由人认定。
    }
careless-found = ⚠️ 认定
careless-dropped = 👌 不认定
careless-ask-reason = <b>{ $unit }：{ $outcome ->
        [found] 认定未严格采集数据
       *[dropped] 不予认定
    }，请写明理由</b>
    点一个，或直接写。
careless-reason-repeated = 同类差错多次发生，未按要求核对
careless-reason-unchecked = 报送前未经审核
careless-reason-explained = 更正原因已作说明，属正常修订
careless-reason-source = 源头数据修订，非本单位原因
careless-done = <b>{ $unit }：{ $outcome ->
        [found] 已认定未严格采集数据，已告知该单位
       *[dropped] 已记为不予认定
    }</b>
    理由：{ $reason }
careless-found-for-you = ⚠️ <b>{ $unit }{ $span }：认定为未严格按要求采集数据</b>
    本季更正差错 { $errors } 笔。理由：{ $reason }（{ $by }）
careless-decided = 已经认定过了。
careless-gone = 没有这一项。
careless-lines = { "" }
    { $lines }
careless-line = 🧐 { $span }更正差错 { $errors } 笔：{ $outcome ->
        [found] 认定为未严格采集数据，{ $reason }（{ $by }）
        [dropped] 不予认定，{ $reason }（{ $by }）
       *[open] 待绩效办认定
    }
why-record-analysis-timeliness = 分析及时性：累计迟报 { $days } 个工作日，每日扣 { $each } 分，满 { $zero_at } 日不得分，得 { $score } 分（满分 { $points }）。
why-record-analysis-late = ・{ $period }运行分析迟报 { $count } 个工作日
why-record-analysis-missing = ・{ $period }运行分析未报，逾期 { $count } 个工作日
why-record-analysis-quality = 分析质量：{ $count } 篇的平均，得 { $score } 分（满分 { $points }）。
why-record-analysis-open = 分析质量：还没有评定，暂不计分（{ $score }/{ $points }）。
why-record-analysis-rated = ・{ $period }运行分析：{ $level ->
        [excellent] 优秀
        [good] 良好
        [fair] 一般
        [poor] 较差
       *[none] 未报
    }，{ $score } 分
why-record-analysis-unrated = ・{ $period }运行分析：待评定
act-analysis-handed-in = 报送运行分析
act-analysis-rated = 评定运行分析
act-careless-asked = 提请认定未严格采集数据
act-careless-answered = 认定是否未严格采集数据
