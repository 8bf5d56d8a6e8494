# Instructions (批示): under what they are given, what was seen there, by when.
button-instruct-unit = ✒️ 批示 { $unit }
instruct-monitor = 📊 填报此指标的 { $unit }
instruction-month = { " " }{ $period }
instruction-under = { "" }
    批在：{ $kind ->
        [unit] 单位卡片
        [place] 进位差距
        [change] 升降原因
        [trend] 走势
        [why] 得分说明
        [history] 数据版本
        [if] 测算
        [alert] 末两位预警
        [reporting] 报送情况
        [record] 报送记录
        [ledger] 加减分台账
        [rank] 排名
        [express] 快报
        [feedback] 观测评议反馈报告
        [month] 月度通报
        [reports] 报送情况
        [matter] 整改等事项
        [entry] 台账条目
        [inspection] 专项监察
        [retarget] 目标调整
       *[observation] 观测
    } { $what }{ $number }{ $month }
sight-unit = 👁 当时（{ $at }）：{ $unit } { $period }第 { $place } 名（共 { $of }），{ $score } 分（满分 { $full }，已评权重 { $coverage }%）
sight-figure = 👁 当时（{ $at }）：{ $unit } { $code } { $indicator } { $period } { $answer ->
        [value] { $value } { $measure }
        [no_data] 无数据
        [not_applicable] 不适用
       *[missing] 未报
    }，得 { $got } / { $full } 分
sight-reporting = 👁 当时（{ $at }）：{ $unit } { $period }已报 { $came }/{ $asked }，迟报 { $late }，未报 { $missing }
due-in-days = { $days } 个工作日 · { $day }{ $weekend ->
        [1] ，调休上班
       *[0] { "" }
    }
due-month-end = { $later ->
        [1] 下月底
       *[0] 本月底
    } · { $day }{ $weekend ->
        [1] ，调休上班
       *[0] { "" }
    }
due-day-off = { $day }不上班，按下一个工作日 { $until } 算。
instruct-confirm = <b>批示给 { $to }</b>
    { $gathered }
    时限：{ $finish }{ $about }
    { $seen }

    确认下达？下达后，办理情况就显示在这条消息里。
