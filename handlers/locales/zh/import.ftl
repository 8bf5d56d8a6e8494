# 导入城市数据：先试算，后写入。
import-sum = { $kind ->
    [unit] 单位
    [observation_category] 观测类别
    [answer_template] 答复模板
    [point] 观测点
    [day] 日历
    [scheme] 考核方案
    [indicator] 指标
    [target] 目标
    [ledger_item] 加减分项目
    [observation_rule] 观测计分规则
    [person] 人员
    [role] 角色
   *[figure] 数据
}：新增 { $added }，变更 { $changed }，不变 { $unchanged }，移除 { $removed }
import-added = 　＋ { $subject }（{ $file } 第{ $line }行）
import-changed = 　△ { $subject }：{ $column } 由“{ $old }”改为“{ $new }”（{ $file } 第{ $line }行）
import-removed = 　－ { $subject }：新方案中已无此项
import-ignored = 未读取的表：{ $names }
import-refused = 未接收 { $count } 处：
import-nothing-to-do = 与现有数据一致，无需写入。
import-dry-run = 以上为试算结果，尚未写入。确认后请加 --apply 执行。
import-done = 已写入 { $count } 项。
import-no-such-path = 找不到“{ $path }”。
import-not-allowed = 只有市绩效办可以导入城市数据。
import-fault-file = 　✗ { $file } { $value }：{ $why }
import-fault-line = 　✗ { $file } 第{ $line }行 { $value }：{ $why }
import-fault-cell = 　✗ { $file } 第{ $line }行 { $column }“{ $value }”：{ $why }

import-fault-encoding = 文件编码无法识别，请存为 UTF-8 或 GB18030。
import-fault-workbook = 无法打开，请确认是 Excel 工作簿（xlsx、xls）。
import-fault-nothing = 里面没有可导入的表。
import-fault-toml = 这一行不符合 TOML 格式。
import-fault-empty = 表是空的，连表头也没有。
import-fault-column-unknown = 没有这一列{ $known ->
    [none] 。
   *[other] 。可用的列：{ $known }。
}
import-fault-column-missing = 缺少这一列，整张表未读取。
import-fault-overlong = 这一行的单元格多于表头。
import-fault-blank = 此处必填。
import-fault-number = 应为数字。
import-fault-reach = 数字超出范围：绝对值须小于 10 的 20 次方，小数不超过 30 位。
import-fault-whole = 应为整数。
import-fault-date = 应为日期，例如 2013-09-05。
import-fault-month = 应为月份，例如 2013-09。
import-fault-value = 内容无法识别。
import-fault-choice = 只能是其中之一：{ $choices }。
import-fault-gt = 应大于 { $limit }。
import-fault-ge = 不得小于 { $limit }。
import-fault-lt = 应小于 { $limit }。
import-fault-le = 不得大于 { $limit }。
import-fault-twice = 与第{ $first }行重复。
import-fault-unit-unknown = 没有这个单位。
import-fault-unit-ambiguous = 可能是几个单位：{ $units }。请改用单位代码。
import-fault-unit-frozen = 本年度已有数据，类别、考核对象类型和难度系数不再变更（现为“{ $old }”）。
import-fault-unit-elsewhere = { $unit }不是“{ $scheme }”的考核对象。
import-fault-scheme-broken = 方案中有错误，整个方案暂不写入；请改正后重新导入。
import-fault-scheme-unread = 方案读不出来，同一文件夹里的各表都未处理。
import-fault-scheme-frozen = 本年度已有数据，方案已锁定（现为“{ $old }”）。
import-fault-indicator-named = 表中（至第 { $last } 行）没有这个指标，但仍有{ $what ->
        [extension] 延期申请
        [deadline_move] 截止变更
        [dispute] 异议
        [restatement] 重述
        [evidence] 佐证
        [question] 核对提问
        [check_setting] 核对规则设置
        [freeze] 冻结或重新开放
        [proposal] 目标商定
        [retarget] 目标调整
        [season_proposal] 测算计划
        [filing] 报送
        [reading] 数据
       *[other] 其他记录
    } { $count } 条用到它，不能去掉。请把这一行补回再导入；今后不再考核的，在下一年度的方案中去掉。
import-fault-no-scheme = 方案未能写入，这张表未处理。
import-fault-indicator-unknown = “{ $scheme }”中没有这个指标。
import-fault-not-meant = “{ $indicator }”不考核{ $unit }。
import-fault-point-unknown = 没有这个观测点。
import-fault-not-due = 该指标这个月份没有数据要报，或不在方案年度内。
import-fault-figure-there = 已有核定的数据（{ $old }），请通过更正程序修改。
import-fault-figure-waiting = 监测单位报送的数据正在审核。
import-fault-month-locked = 这个月已经冻结。
import-fault-future = 报送日期还没有到。
