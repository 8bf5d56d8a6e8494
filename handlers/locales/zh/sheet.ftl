# 读取文件时的说明：为什么打不开、哪一格没有读入、怎样改。
sheet-empty = 文件里没有内容。请填好、保存后再发。
sheet-too-big = 文件超过 { $most } MB，Telegram 不让机器人下载。请只保留需要报送的表，另存后再发。
sheet-encrypted = 文件设了打开密码，读不了。请取消密码（文件→信息→保护工作簿），保存后再发。
sheet-macros = 文件带有宏，为安全起见不打开。请另存为“Excel 工作簿（.xlsx）”再发。
sheet-links = 文件引用了其他文件的数据（外部链接），为安全起见不打开。请在“数据→编辑链接”中断开链接，或把表复制、按“值”粘贴到新工作簿后再发。
sheet-bomb = 文件解压后异常庞大或结构可疑，没有打开。请把表复制到新工作簿，另存后再发。
sheet-broken = 文件已损坏，或不是完整的工作簿，打不开。请在电脑上确认能打开，另存为 xlsx 后再发。
sheet-too-many = 表太大（超过 { $rows } 行或列数过多），没有读取。请只保留需要报送的行列，另存后再发。
sheet-other-kind = { $kind ->
    [pdf] 这是 PDF，不是表格。请发原来的 Excel 文件（xlsx、xls、ods）或 csv。
    [picture] 这是图片，不是表格。请发原来的 Excel 文件（xlsx、xls、ods）或 csv。
    [archive] 这是压缩包，不是表格。请解压后把里面的 Excel 文件发来。
    [program] 这是程序，不是表格，没有打开。请发 Excel 文件（xlsx、xls、ods）或 csv。
    [page] 这其实是网页文件（扩展名虽是 Excel）。请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”后再发。
    [document] 这是文档或幻灯片，不是表格。请发 Excel 文件（xlsx、xls、ods）或 csv。
    [xlsb] 这是二进制工作簿（xlsb）。请另存为“Excel 工作簿（.xlsx）”后再发。
   *[other] 认不出这是什么文件。请发 Excel 文件（xlsx、xls、ods）或 csv。
}
sheet-not-fetched = 暂时没能从 Telegram 取到文件，请再发一次。
sheet-given-up = 文件太复杂，读了很久也没有读完。请把需要的表复制到新工作簿，另存后再发。
sheet-formula = { $cell } 是公式，但文件里没有存下结果。请用 Excel 打开并保存一次，或把它改成数值再发。
sheet-shared = 这个数合并在几行里，看不出各单位各是多少，请取消合并，逐行填写。
sheet-date = “{ $text }”是日期。如果本来是数字（Excel 会把 9-1 变成日期），请把单元格改成数值重填。
sheet-garbled = 这里有乱码，请另存为 UTF-8 编码的 csv，或直接发 xlsx。
sheet-ellipsis = “{ $text }”通常表示不足本表最小单位，不知道是多少：请填数字，没有发生请填“无数据”或 0。
sheet-two-indicators = 这一列的表头同时写了几个指标（{ $codes }），请一列只写一个。
sheet-head-unclear = 表头“{ $head }”除指标名外还写了别的，不能确定是不是这个指标的本期数，该列没有读入。如果是，请把表头改成指标名称再发。
sheet-two-names = 这一行写了两个不同的单位，请只保留一个。
sheet-only-one-month = 表中只有“{ $name }”的当月数，请加上 1 月起的累计数。
sheet-other-months = 表中“{ $name }”没有 { $period }这一期的数，请核对月份。
sheet-blank-broken = 填报表的结构被改动，认不出哪一列是数。请重新下载填报表，把数复制进去再发。
sheet-blank-line = 这一行的指标编号或单位编号被改动，不知道是谁的数。请对照填报表恢复编号。
sheet-blank-no-value = 只填了上年同期或同比，没有填本期数。
sheet-no-units = 没有认出任何考核单位，整张表没有读入。请在每一行（或每一列）写上单位名称或代码，或者用填报表。
sheet-line = 第 { $line } 行
sheet-cell = 第 { $line } 行 { $spot }
sheet-remark = ↳ { $where }：{ $note }
sheet-more-remarks = ↳ 另有 { $count } 处换算。
sheet-left-out = ↳ 有 { $count } 列与您的指标无关，没有读：{ $heads }
