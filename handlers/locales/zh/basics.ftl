# Days, moments and periods, as every other message shows them.
day = { $month }月{ $day }日（{ $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}）
moment = { $month }月{ $day }日（{ $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}）{ $clock }
period = { $year }年{ $month }月
verbatim = { $text }
