# 读取填报内容时的说明和疑问：说清哪里读不准、怎样改。
grammar-empty = 这里没有填写内容。没有数据请填“无数据”，不适用请填“不适用”。
grammar-too-long = 内容过长（超过 { $most } 个字），一次请只填一个数据。
grammar-not-a-number = “{ $text }”读不成数字，请填数字（如 12.5），或填“无数据”“不适用”“不变”。
grammar-comma = “{ $text }”中的逗号有歧义：千位分隔请写成 1,234，小数请用小数点，如 1.5。
grammar-two-numbers = “{ $text }”中不止一个数，请只填一个；上年同期数请写成“上年1.98”，增幅请写成“增长8.2%”。
grammar-spaced = “{ $text }”可能是一个数，也可能是本期数和上年同期数，请写成“412（380）”“412 上年380”或不留空格。
grammar-scientific = “{ $text }”是科学记数法，可能已丢失位数，请填写完整数字。
grammar-sheet-error = “{ $text }”是表格的出错标记，请核对原表后重填。
grammar-leading-zero = “{ $text }”以 0 开头，像是编号，请核对。
grammar-too-many-digits = 有效数字超过 { $most } 位，请核对，或换用较大的计量单位。
grammar-approximate = “{ $text }”不是确数，请填写准确数字。
grammar-one-month = “{ $text }”是当月数，请填写 1 月起的累计数。
grammar-percent-for-amount = 该指标的计量单位是“{ $measure }”，不能填百分比；如为增幅，请写在数据之后，如“412 增长12.5%”。
grammar-wrong-measure = “{ $typed }”不能换算成该指标的计量单位“{ $wanted }”，请核对。
grammar-inexact = “{ $typed }”换算成“{ $wanted }”除不尽，请直接按“{ $wanted }”填写。
grammar-change-for-amount = 这里填的是增减变化；请填写数据本身（{ $measure }），增减可写在后面，如“412 增长12.5%”。
grammar-double-sign = “{ $text }”中正负号重复，请只用一种写法，如“-3”或“下降3”。
grammar-same-as-last-year = “持平”是指与上年同期相同吗？请直接填写数字；与上月相同请填“不变”。
grammar-growth-percent = 增幅“{ $text }”没有写明单位，请加上 % 或“个百分点”。
grammar-bracket = “{ $text }”括号内的含义不清：上年同期数请写“上年1.20”，增幅请带 %。
grammar-no-figure = “{ $text }”中没有本期数，请先填本期数，再填上年同期数。
grammar-dash-or-minus = 名称后的横线可能是分隔符，也可能是负号：负数请写成“：-3.2”或“负3.2”，正数请去掉横线。
grammar-part-of-year = “{ $text }”不是从 1 月起的累计期，请填写 1 月起的累计数。
grammar-no-such-month = “{ $text }”不是有效的月份，请核对。
grammar-indicator-shared = “{ $name }”对应多个指标（{ $codes }），请写明指标编号。
grammar-no-indicator = 没有写明是哪个指标，请在第一行写上指标编号或名称，如“K09 9月”。
grammar-unit-shared = “{ $said }”可能指 { $names }，请写明是哪一个。
grammar-unknown-unit = { $near ->
    [none] 没有找到名为“{ $said }”的单位，请核对名称。
   *[other] 没有找到名为“{ $said }”的单位，是否指 { $near }？请核对后重填。
}
grammar-said-twice = 同一单位填了两次且数据不同（另见第 { $line } 行“{ $text }”），请只保留一个。
grammar-column-count = 此行应有 { $due } 个数据，实有 { $found } 个，请逐列核对；没有数据的请填“无”。
grammar-unknown-column = 第 { $number } 列的表头看不出是哪个指标，该列未读取。
grammar-two-columns = 表中有两列都是“{ $name }”的本期数，请保留一列，或在表头注明“上年同期”“增幅”。
grammar-item-unclear = “{ $text }”看不出是第几项，请写成“序号=数据”，如 3=412。
grammar-no-such-item = 清单中没有第 { $text } 项（共 { $last } 项），请核对序号。
grammar-item-twice = 第 { $number } 项填了两次且数据不同，请只保留一个。
grammar-all-and-some = “{ $text }”与前面的填报重复：其他各项请写“其余……”，且只写一次。
grammar-rest-unclear = 因“{ $text }”尚未读清，“其余”各项暂未填入，请先改正该处。
grammar-note-converted = { $typed } 按 { $value } { $measure } 计。
grammar-note-change = 按 { $value } 计（下降记为负数；指标本身为下降率的，下降记为正数）。
grammar-note-bracket = 括号表示负数，按 { $value } 计。
