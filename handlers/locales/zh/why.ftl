# 得分说明：每条依据一句话，数字取自计分本身。
why-completion = 完成率：{ $value } ÷ 目标 { $target } ＝ { $rate }%。得分 ＝ { $points } × { $value } ÷ { $target }，{ $cap ->
    [none] 不封顶
   *[other] 最高计 { $cap }%
}，得 { $score } 分。
why-completion-down = 越低越好：目标 { $target } ÷ 完成 { $value }。得分 ＝ { $points } × { $target } ÷ { $value }，{ $cap ->
    [none] 不封顶
   *[other] 最高计 { $cap }%
}，得 { $score } 分。
why-attain = 实现程度：{ $value } ÷ 目标值 { $target } ＝ { $rate }%，满分为限。得分 ＝ { $points } × { $value } ÷ { $target }，得 { $score } 分。
why-attain-rev = 逆向指标实现程度：目标值 { $target } ÷ { $value }，满分为限。得分 ＝ { $points } × { $target } ÷ { $value }，得 { $score } 分。
why-binary-met = 达到目标得满分：完成 { $value }，目标 { $target }，得 { $score } 分。
why-binary-not-met = 未达目标不得分：完成 { $value }，目标 { $target }，得 { $score } 分。
why-step-above = 完成 { $value }，高出目标 { $target } 计 { $distance } 个百分点，按 { $steps } 点计，每点加 { $plus_per_pp } 分，最多加 { $plus_cap } 分。得分 ＝ { $points } ＋ 加分 ＝ { $score } 分。
why-step-below = 完成 { $value }，与目标 { $target } 相差 { $distance } 个百分点，按 { $steps } 点计，每点扣 { $minus_per_pp } 分，扣完为止。得分 ＝ { $points } － 扣分 ＝ { $score } 分。
why-under-floor = 完成 { $value }，目标 { $target }，完成率 { $rate }% 未超过最低线 { $floor }%，不得分（满分 { $points }，得 { $score } 分）。
why-base80 = 完成 { $value }，目标 { $target }，相差 { $distance } 个百分点。达到目标计 { $start } 分，每个百分点增减 { $per_pp } 分，得 { $score } 分（满分 { $points }，{ $cap ->
    [none] 不封顶
   *[other] 最高计 { $cap }%
}）。
why-progress = 序时进度：完成 { $value } ÷ 年度目标 { $target } ＝ { $rate }%，本期计划进度 { $planned_pct }%（{ $planned }）。得分 ＝ { $points } × { $value } ÷ { $planned }，{ $cap ->
    [none] 不封顶
   *[other] 最高计 { $cap }%
}，得 { $score } 分。
why-path = 由上年 { $base } 向目标 { $target } 推进，本期计划达到 { $planned }，实际 { $value }。得分 ＝ { $points } ×（{ $value } － { $base }）÷（{ $planned } － { $base }），{ $cap ->
    [none] 不封顶
   *[other] 最高计 { $cap }%
}，得 { $score } 分。
why-path-level = 目标 { $target } 不高于上年 { $base }，按保持计划水平 { $planned } 计分，实际 { $value }，得 { $score } 分（满分 { $points }）。
why-reduction = 下降率完成：实际下降 { $value }，要求下降 { $target }，完成 { $rate }%。得分 ＝ { $points } × { $value } ÷ { $target }，{ $cap ->
    [none] 不封顶
   *[other] 最高计 { $cap }%
}，得 { $score } 分。
why-growth = 同比增幅 { $growth }（本期 { $value }，上年同期 { $base }）；同类最高 { $best }、最低 { $worst }。功效系数 ＝ { $start } ＋ { $span } ×（{ $growth } － { $worst }）÷（{ $best } － { $worst }）＝ { $mark }；得分 ＝ { $points } × { $mark }% ＝ { $score } 分。
why-growth-all-alike = 可比单位不足三家或增幅相同，增幅无从比较，计满分 { $score } 分（满分 { $points }）。
why-growth-target = 增幅 { $growth }，目标增幅 { $asked }。得分 ＝ { $points } × { $growth } ÷ { $asked }，{ $cap ->
    [none] 不封顶
   *[other] 最高计 { $cap }%
}，得 { $score } 分。
why-growth-city = 增幅 { $growth }，全市 { $city }。以 { $start } 分起，每高（低）1 个百分点增（减）{ $per_pp } 分，得 { $score } 分（满分 { $points }）。
why-progressive = 增幅 { $growth }，同类平均 { $mean }，相差 { $above } 个百分点。基本分 { $points }，分档累进增减 { $extra } 分，得 { $score } 分。
why-contribution = 增量 { $increment }，占全部增量 { $total } 的 { $part }%；计划应占 { $planned_part }%。得分 ＝ { $points } × { $part } ÷ { $planned_part }，{ $cap ->
    [none] 不封顶
   *[other] 最高计 { $cap }%
}，得 { $score } 分。
why-contribution-none = 增量 { $increment }，没有增长，对全部增量 { $total } 没有贡献（{ $part }%），得 { $score } 分（满分 { $points }）。
why-contribution-unplanned = 没有安排增量计划，实际增量 { $increment }，占全部增量 { $total } 的 { $part }%，得 { $score } 分（满分 { $points }）。
why-contribution-by-growth = 全部增量不为正，贡献率没有意义，改按增幅计分。
why-efficacy = 功效系数 ＝ { $start } ＋ { $span } ×（{ $value } － { $worst }）÷（{ $best } － { $worst }）＝ { $mark }（满意值 { $best }，不允许值 { $worst }）；得分 ＝ { $points } × { $mark }% ＝ { $score } 分。
why-no-logarithm = 满意值 { $best } 与不允许值 { $worst } 须为正数才能取对数，本项无法计分。
why-tier = { $value } 在 { $low } 与 { $high } 两档之间：基础分 { $start } ＋ 调整分 { $way } ＝ { $score } 分（满分 { $points }）。
why-tier-outside = { $value } 在各档之外，按系数 { $coef } 计，得 { $score } 分（满分 { $points }）。
why-all-alike = 各单位数值相同或没有可比单位，计满分 { $score } 分（满分 { $points }，本单位 { $value }）。
why-rank-step = 数值 { $value }，在 { $count } 家中列第 { $place } 位，每降一位少 { $step }%。得 { $score } 分（满分 { $points }）。
why-rank-linear = 数值 { $value }，在 { $count } 家中列第 { $place } 位，第一位 { $most } 分、末位 { $least } 分，均匀递减，得 { $score } 分。
why-rank-table = 数值 { $value }，在 { $count } 家中列第 { $place } 位，按名次分值表得 { $score } 分。
why-percentile = 数值 { $value }，在 { $count } 家中优于 { $behind } 家。得分 ＝ { $points } × { $behind } ÷（{ $count } － 1）＝ { $score } 分。
why-best-ratio = 以最优值 { $best } 为满分，本单位 { $value }，按比例得 { $score } 分（满分 { $points }）。
why-reverse = 逆向指标：实际 { $value }，控制值 { $target }。不超得满分，超出按 2 － 实际 ÷ 控制值 折算，得 { $score } 分（满分 { $points }）。
why-step-rev = 实际 { $value }，控制值 { $target }，超出 { $over }，每超 1 扣 { $each } 分，扣完为止，得 { $score } 分（满分 { $points }）。
why-zero = 发生 { $value } 起，每起扣满分的 { $each }%，扣完为止，得 { $score } 分（满分 { $points }）。
why-interval-inside = { $value } 在适度区间 { $lower } 至 { $upper } 之内，得满分 { $score } 分。
why-interval = { $value } 在适度区间 { $lower } 至 { $upper } 之外，离区间越远得分越低，到 { $min_tol } 或 { $max_tol } 为零，得 { $score } 分（满分 { $points }）。
why-per-case = 计 { $value } 件，每件扣 { $each } 分，共扣 { $cost } 分，得 { $score } 分（满分 { $points }）。
why-case-bonus = 计 { $value } 件，每件加 { $each } 分，最高 { $points } 分，得 { $score } 分。
why-threshold = 实际 { $value }，标准 { $mark }，相差 { $short }，扣 { $cost } 分，得 { $score } 分（满分 { $points }）。
why-mean-deduct = 实际 { $value }，同类平均 { $mark }，低于平均 { $short }，扣 { $cost } 分，得 { $score } 分（满分 { $points }）。
why-power = 实际 { $value }，距起算值 { $distance }，按幂函数计分，得 { $score } 分（满分 { $points }）。
why-rating = 评定 { $value } 分（{ $full } 分制）。得分 ＝ { $points } × { $mark } ÷ { $full } ＝ { $score } 分。
why-satisfaction = 社会评议指数 { $value }（满分 { $full }）。得分 ＝ { $points } × { $mark } ÷ { $full } ＝ { $score } 分。
why-leader-rating = 领导评价指数 { $value }（满分 { $full }）。得分 ＝ { $points } × { $mark } ÷ { $full } ＝ { $score } 分。
why-deduct = 起评 { $full } 分，累计扣 { $value } 分，余 { $mark } 分。得分 ＝ { $points } × { $mark } ÷ { $full } ＝ { $score } 分。
why-mix = 多种方法加权合计 { $score } 分（满分 { $points }）：
why-mix-partly = 有的方法本期无法计分，其权重并入其余方法（已计 { $shares }%），合计 { $score } 分（满分 { $points }）：
why-mix-unanswered = 各种方法本期均无法计分（满分 { $points }），不计入已评权重：
why-difficulty = 乘以难度系数 { $coefficient }，得 { $score } 分：
why-exempt = { $by } 高于同类平均 { $above } 以上，按规定免予扣分，得满分。

# 没有得分或由规则代填
why-no-target = 没有设定目标，本项暂不计分。
why-no-base = 没有上年同期数，不计算增幅。
why-zero-base = 上年同期为零，不计算增幅（本期 { $value }，增加 { $rise }）。
why-negative-base = 上年同期为负（{ $base }），增幅不参与比较（本期 { $value }，增加 { $rise }）。
why-not-yet-due = 本项尚未到报送期，暂不计分，不计入已评权重。
why-no-data = 监测单位已报“无数据”：本期没有发生，不计入已评权重。
why-not-for-unit = 本项不适用于该单位，其分值在同板块内按比例折算。
why-missing = 本期未报送，暂不计分，不计入已评权重。
why-missing-zero = 应报未报，按规定计零分（满分 { $points }）。
why-missing-last = 本期未报送，按规定沿用 { $of } 的数据：
why-missing-mean = 本期未报送，按规定取同类 { $count } 家的平均水平，得 { $score } 分（满分 { $points }）。
why-no-case-mean = 本期没有发生，按规定取同类 { $count } 家的平均水平，得 { $score } 分（满分 { $points }）。
why-mean-of-nobody = 同类单位均无数据，没有平均水平可取，不计入已评权重。
why-waived = 经批准免予考核，其分值在同板块内按比例折算。
why-left-out = 试算时不计此项。

# 考核方案为何不能计算
method-unknown = 没有名为“{ $name }”的计分方法。
method-unreadable = 计分方法“{ $text }”无法识别。
method-share-missing = 组合方法中“{ $text }”没有写明占比。
method-shares-sum = “{ $text }”各方法占比合计 { $sum }%，应为 100%。
method-parameter-unknown = 方法 { $method } 没有参数“{ $name }”。
method-parameter-missing = 方法 { $method } 缺少参数“{ $name }”。
method-parameter-unreadable = 方法 { $name } 的参数“{ $text }”无法识别，应写成 名称=值。
method-parameter-value = 参数 { $name } 不能是“{ $value }”。
method-tiers-differ = 各档标准值（{ $values }）与系数（{ $coefs }）个数应相同，且不少于两档。
scheme-code-twice = 代码 { $code } 重复。
scheme-parent-unknown = 板块 { $code } 的上级板块“{ $parent }”不存在。
scheme-group-circle = 板块 { $code } 的上级关系首尾相接。
scheme-group-unknown = 指标 { $code } 所属板块“{ $group }”不存在。
scheme-unit-unknown = 指标 { $code } 指向的单位或类别“{ $name }”不存在。
scheme-indicator-unknown = 指标 { $code } 引用的指标“{ $name }”不存在。
scheme-tie-unknown = 同分时比较的“{ $name }”既不是板块，也不是指标。
scheme-points-negative = { $code } 的分值不能为负。
scheme-full-points = 满分应大于零，现为 { $points }。
scheme-sum = 各板块分值合计 { $sum }，与满分 { $points } 不符。
scheme-block-sum = 板块 { $code } 对单位 { $unit } 的分值合计 { $sum }，应为 { $points }。

# 监测单位的报送记录。
why-record = 合计 { $score } 分（满分 { $points }）：
why-record-timeliness = 及时性：累计迟报 { $days } 个工作日，每日扣 { $each } 分，满 { $zero_at } 日不得分，得 { $score } 分（满分 { $points }）。
why-record-late = ・{ $indicator }（{ $period }）迟报 { $count } 个工作日
why-record-accuracy = 准确性：扣 { $cost } 分，扣完为止，得 { $score } 分（满分 { $points }）。
why-record-odd = ・{ $indicator }（{ $period }）{ $count } 个异常数未作说明，扣 { $cost } 分
why-record-error = ・{ $indicator }（{ $period }）审核通过后更正 { $count } 个数，扣 { $cost } 分
why-record-published-error = ・{ $indicator }（{ $period }）发布后更正 { $count } 个数，扣 { $cost } 分
why-record-completeness = 完整性：扣 { $cost } 分，扣完为止，得 { $score } 分（满分 { $points }）。
why-record-missing = ・{ $indicator }（{ $period }）漏报 { $count } 项，扣 { $cost } 分
