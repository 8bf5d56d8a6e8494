# Observations, what came later: the whole course, the office's desk, the quarterly report.
came-unread = { $kind ->
    [video_note] 圆形视频（视频留言）这里收不了。请拍成照片，或用文字、语音说明。
    [video] 视频这里收不了。请截取其中一张作为照片发送，或用文字、语音说明。
    [audio] 音频文件这里收不了。请用语音消息或文字说明。
   *[sticker] 贴纸这里收不了。请用文字说明。
}
audit-observer = 观察员
# --- the office's desk
menu-observing = 🗂 观测台
help-observing = 观测台：待核实、待答复、超期、指定核实人、批量催办、热力图、季度反馈
help-observing-limits = 观测限制：每人每天的上限、暂停某人上报
button-observing = 🗂 观测台
observing = <b>🗂 观测台：未了结 { $open } 件</b>
    待核实或复核 { $verify }　待单位 { $unit }　待观察员 { $observer }　待市绩效办 { $office }　待回访 { $fixed }
    🔴 超期 { $overdue }　已了结 { $closed }
observing-list = { $filter ->
        [filed] 待核实
        [with_unit] 待单位
        [with_observer] 待观察员
        [with_office] 待决定
        [overdue] 🔴 超期
       *[starred] ⭐ 关注
    } { $count }
observing-bulk = ☑️ 批量办理
button-verifiers = ⚖️ 核实人
button-observing-limits = 🛡 限制
button-star = { $on ->
    [1] ⭐ 取消关注
   *[other] ☆ 关注
}
star-done = { $on ->
    [1] 已关注
   *[other] 已取消关注
}
button-hide = 🙈 隐藏
button-assign = 👤 指定核实人
button-remind = ⏰ 催办
assign-whom = <b>{ $receipt }</b>　{ $count ->
        [0] 没有可以核实的人：涉及本单位、本人上报或附议、已经认定过的都须回避。请先邀请一位。
       *[other] 指定谁核实？涉及本单位、本人上报或附议、已经认定过的都须回避，不在其中。
    }
assign-in-turn = 🔄 按轮次
assign-done = 已指定{ $name }核实
assign-has-part = 不能指定：{ $receipt } 与此人有关联，须回避。
assign-already = { $receipt } 已指定{ $name }核实，这次没有改变任何内容。
remind-done = 已催办
remind-nobody = 今天已催办过，或没有可以催办的人
verifiers = <b>⚖️ 核实人</b>　首次认定、被提异议并已复核、其中被推翻
    { $lines }
verifiers-line = • { $name }：认定 { $verdicts } 件，复核 { $contested } 件，推翻 { $overturned } 件
verifiers-none = 还没有认定过。
bulk = <b>☑️ 已选 { $count } 件</b>
    { $lines }
bulk-line = { $on ->
        [1] ☑️
       *[other] ☐
    } { $receipt }　{ $unit }：{ $state }
bulk-pick = { $on ->
    [1] ☑️ { $receipt }
   *[other] ☐ { $receipt }
}
bulk-all = 全选
bulk-none = 全不选
bulk-remind = ⏰ 催办
bulk-assign = 👤 指定核实人
bulk-none-picked = 请先选几件。
bulk-who = 由谁核实这 { $count } 件？
    { $receipts }
bulk-done = { $deed ->
        [assign] 已指定核实人：{ $count } 件。
       *[other] 已催办：{ $count } 件。
    }{ $left ->
        [0] { "" }
       *[other] 未办 { $left } 件（不在待核实、须回避，或今天已催办过）：{ $receipts }
    }
errand-bulk = 批量办理观测
help-bulk = 批量指定核实人、催办
errand-hide = 隐藏观测内容
help-hide = 隐藏或恢复观测里的文字、照片、位置
hide-what = <b>{ $receipt }</b>　隐藏（或恢复）哪一部分？隐藏后只有市绩效办看得到，不删除，经过留存，看过的人会收到通知。
    { $lines }
hide-line = • { $at } { $deed ->
        [hide] 隐藏
       *[show] 恢复
    }{ $what ->
        [said] 观测文字
        [place] 位置
        [file] 附件
       *[event] 一段说明
    }：{ $reason }
hide-part = { $on ->
        [1] 👁 恢复
       *[other] 🙈 隐藏
    } { $part }
hide-part-name = { $kind ->
    [said] 文字：{ $text }
    [place] 位置
    [file] 附件 { $text }
   *[event] 说明：{ $text }
}
hide-reason = <b>{ $receipt }</b>　{ $deed ->
        [hide] 隐藏
       *[show] 恢复
    }：{ $part }
    请写明原因，会告诉看过的人。
hide-needs-reason = 请写明原因。
hide-so-already = { $receipt } 的这一部分已经是这样，没有改变任何内容。
hide-done = { $deed ->
        [hide] 🙈 { $receipt } 的这一部分已隐藏。
       *[show] 👁 { $receipt } 的这一部分已恢复。
    }已通知看过的 { $count } 人。
hide-told = { $deed ->
        [hide] 🙈 市绩效办隐藏了 { $receipt } 的
       *[show] 👁 市绩效办恢复了 { $receipt } 的
    }{ $what ->
        [said] 观测文字
        [place] 位置
        [file] 一个附件
       *[event] 一段说明
    }。原因：{ $reason }{ $deed ->
        [hide] 。您看过这一部分，请勿转发。
       *[show] 。
    }
act-observation-part-hidden = 隐藏观测内容
act-observation-part-shown = 恢复观测内容
act-observations-reminded = 批量催办观测
act-observing-limit-set = 调整观测上限
act-observer-banned = 暂停观察员上报
act-observer-ban-lifted = 恢复观察员上报
observing-limits = <b>🛡 观测限制</b>
    每人每天最多上报 { $most } 件。暂停上报的：{ $count } 人
    { $lines }
observing-banned-line = • { $name }，至{ $until }：{ $reason }
limit-most = 每天 { $most } 件
limit-beyond = 上限须在 { $lowest } 到 { $highest } 件之间。
limit-so-already = 上限已经是每天 { $most } 件。
button-ban = ⛔ 暂停某人上报
button-lift = ✅ 恢复{ $name }
errand-ban-observer = 暂停观察员上报
help-ban-observer = 暂停一位观察员上报，须有原因和期限
ban-who = 暂停谁上报？共 { $count } 位观察员，列出 { $shown } 位；可输入姓名查找。
ban-for = 暂停{ $name }多少天？点选，或输入天数。
ban-days = { $days } 天
ban-beyond = 请给出 1 到 { $most } 之间的天数。
ban-reason = 暂停{ $name }上报 { $days } 天。请写明原因，会告诉本人。
ban-needs-reason = 请写明原因。
ban-done = ⛔ 已暂停{ $name }上报，至{ $until }，已告诉本人。已上报的照常办理。
ban-no-observer = 没有这位观察员。
ban-over-already = 此人目前可以上报，没有改变任何内容。
observer-ban-told = ⛔ 市绩效办暂停您上报观测，至{ $until }。
    原因：{ $reason }
    已上报的照常办理，进展照常告诉您。如有不同意见，请联系市绩效办。
observer-ban-lifted-told = ✅ 您又可以上报观测了。
