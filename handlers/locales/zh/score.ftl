# jixiao score 命令行
score-reading = 正在读取 { $path } …
score-scoring = 正在计算 { $period }，共 { $count } 项指标 …
score-column = [{ $number }/{ $count }] { $indicator }
score-title = { $scheme } · { $period }
score-all-units = 全部单位
score-column-place = 名次
score-column-unit = 单位
score-column-score = 得分
score-column-rate = 得分率
score-column-coverage = 已评权重
score-column-bonus = 加分
score-column-deduction = 扣分
score-column-gap = 距上一位
score-why-title = { $unit }：得分 { $score }，第 { $place } 位
score-why-line = { $code } { $name }：{ $score }/{ $full }
score-no-such-unit = 没有代码为“{ $unit }”的单位。
score-fault = { $file }{ $line ->
    [0] {""}
   *[other] {" "}第 { $line } 行
}，列 { $column }，值 { $value }：{ $reason }
score-refused = 共 { $count } 处错误，未计算。
folder-not-there = 没有这个文件夹或文件。
folder-file-missing = 缺少这张表。
folder-indicator-unknown = 指标表中没有这个代码。
folder-unit-unknown = 单位表中没有这个代码。
folder-twice = 同一期、同一指标、同一单位出现两次，且未用 filed_on 区分先后。
folder-more-faults = 错误过多，其余不再列出。
folder-no-figures = 没有任何一期的数据。
