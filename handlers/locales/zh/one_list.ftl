# The month as one numbered list over several indicators.
file-list = 📋 一张清单报 { $count } 项（共 { $cells } 个数）
file-list-all = { $behalf }<b>{ $period }填报清单：共 { $count } 个数</b>

    { $tables }

    一条消息按编号回复即可：<code>1=3.21 2=2.05 3 无 其余不变</code>
    没写到的编号不算已报；提交前会再给您核对一遍。
file-list-table = <b>{ $code } { $indicator }（{ $measure }）</b>{ $due }截止
    { $lines }
workbook-the-same = 还有 { $count } 项同样如此：{ $names }{ $more ->
        [0] 。
       *[other] 等。
    }
