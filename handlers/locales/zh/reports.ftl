# 图表与工作簿上的文字。

reports-span = { $month ->
    [1] { $year }年1月
   *[other] { $year }年1—{ $month }月
}
reports-month = { $month }月
reports-moment = { $year }年{ $month }月{ $day }日 { $clock }
reports-scope = { $scheme } · { $category }
reports-coverage = 已评权重 { $coverage }
reports-as-of = 数据截至 { $moment }
reports-provisional = 初步结果，待核定
reports-invented = 演示数据，非真实数据
reports-full = 满分 { $points } 分
reports-units = 共 { $count } 个单位
reports-comma = 、
reports-dotted = { $first } · { $second }
reports-move-none = 持平

reports-state-no-data = 无数据
reports-state-not-applicable = 不适用
reports-state-missing = 未报

reports-place = 位次
reports-unit = 单位
reports-move = 较上月
reports-score = 得分
reports-scored-weight = 已评权重
reports-own = 本单位
reports-bottom = 末两位
reports-tied = 并列

# 排名图
reports-ranking-title = { $month }月绩效排名
reports-ranking-note-move = ↑↓ 为较上月进退的位数；得分相同，位次并列。
reports-ranking-note-bottom = 斜纹横条为本类别末两位。
reports-ranking-note-unranked = 位次为“—”的单位尚无已评指标。

# 本单位卡片
reports-unit-lead = 绩效成绩单
reports-unit-place = 第 { $place } 位
reports-unit-place-none = 暂无位次
reports-unit-of = 共 { $count } 个单位
reports-unit-up = 较上月 ↑ 进 { $places } 位
reports-unit-down = 较上月 ↓ 退 { $places } 位
reports-unit-same = 较上月持平
reports-unit-rate = 得分率 { $rate }
reports-unit-gap-up = 距前一位
reports-unit-gap-down = 领先后一位
reports-unit-gap-first = 已居首位
reports-unit-gap-last = 居末位
reports-unit-gap-points = { $points } 分
reports-unit-firm = 位次稳定
reports-unit-fragile = 位次未稳
reports-unit-firm-note = “位次稳定”指待报、待核数据按以往幅度变动，位次不变。
reports-unit-fragile-note = “位次未稳”指待报、待核数据按以往幅度变动，位次可能改变。
reports-unit-waiting = 待报、待核数据 { $count } 项
reports-unit-blocks = 各部分得分
reports-unit-trend = 各月得分率与位次
reports-unit-trend-place = 第{ $place }位
reports-unit-gains = 最划算的增分（其他数据不变）
reports-unit-gain = 可争取 { $points } 分
reports-unit-indicators = 各项指标
reports-unit-more = 另有 { $count } 项指标，见工作簿。
reports-unit-value = 累计完成
reports-unit-completion = 完成率
reports-unit-got = 得分 / 满分

# 走势图
reports-trend-rate-title = { $unit }：各月得分率
reports-trend-indicator-title = { $indicator }
reports-trend-indicator-city = 全市
reports-trend-measure = 单位：{ $measure }
reports-trend-plan = 序时计划
reports-trend-last-year = 上年同期
reports-trend-middle = 本类别中位数
reports-trend-value = 本年累计
reports-trend-rate = 得分率
reports-trend-note-gap = 折线中断处该月无数据：{ $months }。
reports-trend-ahead = 超序时计划 { $amount }
reports-trend-behind = 欠序时计划 { $amount }
reports-trend-level = 与序时计划持平
reports-trend-above-middle = 高于中位数 { $amount } 个百分点
reports-trend-below-middle = 低于中位数 { $amount } 个百分点
reports-trend-at-middle = 与中位数持平

# 位次图
reports-places-title = 各月位次变化
reports-places-note-own = 深色粗线为本单位。
reports-places-note-movers = 加粗为较首月进退最多的单位：深蓝实线进位，棕色虚线退位。
reports-places-note-unranked = 折线中断处该月未排名。

# 指标得分热力表
reports-heat-title = 各项指标得分
reports-heat-below = 低于 { $share }%
reports-heat-between = { $low }%—{ $high }%
reports-heat-above = { $share }% 及以上
reports-heat-note = 格内为得分，底色为占该项满分的比例。
reports-heat-note-faint = 粗体为低于满分 60%；“无”为无数据，“未”为未报，“/”为不适用。
reports-heat-full = 满分
reports-heat-no-data = 无
reports-heat-missing = 未

# 完成进度图
reports-progress-title = { $indicator }完成进度
reports-progress-plan = 序时进度 { $plan }
reports-progress-of = { $value } / { $target } { $measure }
reports-progress-note = ▲ 超序时，▼ 欠序时，单位为百分点；斜纹横条为欠序时。
reports-progress-note-cut = 末端带“→”的横条已截短，以数字为准。

# 工作簿
reports-sheet-ranking = 排名
reports-sheet-points = 指标得分
reports-sheet-figures = 数据
reports-sheet-filings = 报送情况
reports-sheet-observations = 观测
reports-sheet-methods = 评分方法
reports-sheet-notes = 说明
reports-book-title = { $span }绩效评估报告
reports-book-page = 第 &P 页，共 &N 页
reports-column-code = 代码
reports-column-category = 类别
reports-column-indicator = 指标
reports-column-indicator-code = 指标代码
reports-column-unit-code = 单位代码
reports-column-measure = 计量单位
reports-column-state = 状态
reports-column-value = 累计完成
reports-column-base = 上年同期
reports-column-growth = 同比增幅（%）
reports-column-target = 年度目标
reports-column-completion = 完成率（%）
reports-column-plan = 序时进度（%）
reports-column-gap = 与序时差（百分点）
reports-column-restated = 已更正
reports-column-disputed = 有异议
reports-column-rate = 得分率（%）
reports-column-coverage = 已评权重（%）
reports-column-move = 较上月进位（+）退位（−）
reports-column-mark = 标注
reports-column-full = 满分
reports-column-reporter = 监测单位
reports-column-due = 应报（项）
reports-column-on-time = 按时（项）
reports-column-late = 逾期（项）
reports-column-missing = 未报（项）
reports-column-late-days = 逾期工作日
reports-column-card = 黄牌 / 红牌
reports-column-reported = 上报
reports-column-verified = 属实
reports-column-refuted = 不属实
reports-column-settled = 已办结
reports-column-overdue = 超期未办结
reports-column-method = 评分方法
reports-column-source = 依据
reports-card-none = 无
reports-card-yellow = 黄牌
reports-card-red = 红牌
reports-state-reported = 已报
reports-yes = 是
reports-note-period = 期间
reports-note-scheme = 考核方案
reports-note-as-of = 数据截至
reports-note-coverage = 已评权重
reports-note-status = 结果性质
reports-note-confirmed = 已冻结
reports-note-versions = 所用数据版本
reports-note-versions-value = 共 { $count } 条，摘要 { $digest }
reports-note-reading = 读表说明
reports-note-reading-points = 百分比列均以百分数填写（65.22 即 65.22%）；“与序时差”以百分点计；“数据”表位次列括号内为该指标在本类别的位次。
reports-note-reading-states = “无数据”为零报告，“不适用”不计入权重，“未报”为应报而未报；三者均不等于 0。
reports-note-reading-coverage = 得分率按已评指标计算，已评权重为已评指标满分占全部满分的比例。
reports-note-remarks = 问题与建议
reports-sheet-burden = 减负账
reports-column-person = 人员
reports-column-messages = 消息
reports-column-taps = 点按
reports-column-acts = 操作合计
reports-column-pushes = 收到推送
reports-column-figures = 报送数据
reports-burden-unit = （单位合计）
