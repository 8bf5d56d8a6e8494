# Observations: reporting, verifying, the unit's answer, and whether it is really fixed.
help-observe = 随手报：看到的问题，文字、照片、语音、位置都行，一分钟报完
help-observations = 看观测事项办到了哪一步
menu-observe = 👁 观测上报
menu-observations = 📂 观测事项
errand-observe = 观测上报
errand-verify = 核实观测
errand-refute = 认定观测不属实
errand-answer-observation = 答复观测事项
errand-confirm-fixed = 回看是否解决
help-verify = 核实观测事项，转被观测单位办理
help-refute = 认定观测事项不属实，须写明理由
help-answer-observation = 代表本单位答复观测事项
help-confirm-fixed = 回看单位的答复，确认是否真正解决
help-observation = 看一件观测事项的经过
button-observation = 🔎 查看详情
button-observations = 📂 观测事项
button-verify = ✅ 核实
button-refute = 🚫 不属实
button-answer-observation = 💬 答复
button-fixed = ✅ 已解决
button-not-fixed = ❌ 未解决
button-map = 📍 在地图上看
observation-category = { $code ->
    [sanitation] 环境卫生
    [service_desk] 窗口服务
    [works] 工程项目
    [illegal_building] 违法建设
    [hazard] 安全隐患
    [conduct] 作风效能
   *[other] 其他
}
observation-state = { $state ->
    [filed] 待核实
    [verified] 已核实，待单位答复
    [refuted] 经核实不属实，不计入考核
    [answered] 单位称已处理，待观察员回看
    [fixed] 观察员确认已解决
   *[not_fixed] 观察员反映未解决，待单位再次答复
}
observation-words = “{ $text }”
observation-no-words = （没有文字）
# --- reporting
observe-point = 您在哪个观测点？
observe-unit = 看到的是哪个单位的问题？点选，或直接输入单位名称、简称。
observe-unit-found = 找到 { $count } 个单位，请选一个，或换个名称再找。
observe-unit-unknown = 没有找到“{ $text }”，请换个名称，或在下面点选。
observe-category = <b>{ $unit }</b>　属于哪一类？
observe-content = <b>{ $unit } · { $category }</b>
    { $gathered }

    { $ready ->
        [1] 还可以继续补充；完成后点下面的按钮提交。
       *[other] 请发送文字、照片、语音或位置，先后不限，照片可以一次发多张。至少要有文字、照片或语音中的一样。
    }
observe-received = { $what ->
        [photo] ✓ 照片 { $count } 张
        [voice] ✓ 语音 { $count } 条
        [document] ✓ 文件 { $count } 份
       *[place] ✓ 位置 { $count } 处
    }
observe-received-text = ✓ 文字：{ $text }
observe-words-kept = 这段文字已记下。请再选择单位。
observe-submit = 📤 提交
observe-no-documents = 文件名可能透露身份，这里不收文件。请以图片形式发送照片。
observe-too-many-files = 最多 { $most } 个附件，多出的没有收下。
observe-too-long = 文字最多 { $most } 字，超出的部分没有收下。
observe-words-too-long = 文字最多 { $most } 字，请缩短后再发。
observe-alike = <b>{ $unit } · { $category }</b>：14 天内已有 { $count } 件类似的观测。
    { $lines }

    已有类似的，仍要提交吗？如果说的是同一件事，不必重复上报。
observe-alike-line = • { $at }　{ $state }
    　{ $text }
observe-anyway = 📤 仍要提交
observe-another = 👁 再报一件
observe-receipt = ✅ 已受理，编号 <b>{ $receipt }</b>
    { $unit } · { $category }

    下一步：市绩效办在{ $due }前核实，结果会告诉您。核实后转单位办理，您的姓名和观测点不会告诉单位。
observe-empty = 还没有内容。请至少发送文字、照片或语音中的一样。
observe-not-yours = 只有观察员可以上报观测。
observe-not-your-point = 这不是您的观测点，请重新上报。
observe-unit-gone = 这个单位目前不在被考核单位之列，请重新选择。
observation-gone = 没有这件观测事项，或者您不能查看。
# --- verifying
observation-new = 👁 <b>新的观测 { $receipt }</b>
    { $unit } · { $category }
    请在{ $due }前核实。
verify-findings = <b>核实 { $receipt }</b>　{ $unit } · { $category }
    观察员的文字：{ $said }

    { $speaks ->
        [1] 文字和照片会转给单位，语音、姓名和观测点不会。请写明核实到的情况（一并转给单位），或直接转办。
       *[other] 这件观测没有文字，语音不会转给单位。请写明核实到的情况，转给单位办理。
    }
verify-at-once = ✅ 情况属实，直接转办
verify-needs-findings = 这件观测没有文字，请写明核实到的情况后再转办。
verify-done = ✅ { $receipt } 已核实，已转{ $unit }办理，答复期限{ $due }。
verify-not-yours = 您不能核实这件观测：核实由市绩效办进行，本人上报的和涉及本单位的都须回避。
observation-decided = { $receipt } 已有人核实或认定，这次没有改变任何内容。
observation-verified = ✅ <b>{ $receipt } 已核实</b>
    您反映的{ $unit }的问题情况属实，已转单位办理，单位须在{ $due }前答复。答复后请您回看是否真正解决。
refute-reason = <b>认定不属实 { $receipt }</b>　{ $unit } · { $category }
    观察员的文字：{ $said }

    请写明理由，会告诉观察员。单位不会知道有这件观测。
refute-needs-reason = 请写明不属实的理由。
refute-done = 已认定 { $receipt } 不属实，理由已告诉观察员。这件观测不计入考核。
observation-refuted = <b>{ $receipt } 经核实不属实</b>
    单位：{ $unit }
    理由：{ $reason }
    这件观测就此了结，不转单位，不计入考核。
# --- the unit's answer
observation-handed-over = 📨 <b>观测事项 { $receipt }</b>　{ $unit } · { $category }
    观测内容：{ $said }
    核实情况：{ $findings }

    请在{ $due }前答复处理情况。
answer-observation-content = <b>答复 { $receipt }</b>　{ $category }
    期限：{ $due }
    { $gathered }

    { $ready ->
        [1] 还可以补充文字、照片或文件；完成后点下面的按钮提交。
       *[other] 请写明处理情况，可附照片或文件。
    }
answer-observation-submit = 📤 提交答复
answer-observation-empty = 请先写明处理情况，再提交答复。
answer-observation-not-yours = 只有被观测单位的联络员可以答复。
answer-observation-done = 📤 { $receipt } 的答复已转告观察员。这是单位的答复，还不等于已解决；观察员回看后，结果会告诉您。
observation-not-with-unit = { $receipt } 目前不在等待单位答复，这次没有改变任何内容。
observation-answered = 💬 <b>{ $receipt }　{ $unit }已答复</b>
    单位说：{ $said }{ $files ->
        [0] { "" }
       *[other] （附件 { $files } 个，见详情）
    }

    这是单位的说法。请您回看：问题真正解决了吗？
# --- fixed or not
confirm-fixed = <b>{ $receipt }　{ $unit }</b>
    您看到问题确已解决？可以补充一句后发送，或直接确认。
confirm-fixed-yes = ✅ 确认已解决
confirm-not-fixed = <b>{ $receipt }　{ $unit }</b>
    您看到问题还没有解决？可以写明还差什么后发送，或直接确认。写下的话会转给单位，请勿写姓名。
confirm-fixed-no = ❌ 确认未解决
confirm-fixed-done = ✅ 已记录：{ $receipt } 由您确认已解决，已告知单位。谢谢您！
confirm-not-fixed-done = 已记录：{ $receipt } 未解决，已退回单位，单位须在{ $due }前再次答复，市绩效办也已知悉。
observation-not-answered = { $receipt } 目前不在等待您回看，这次没有改变任何内容。
observation-fixed = ✅ <b>{ $receipt }　观察员确认已解决</b>
    单位：{ $unit }
    观察员说：{ $said }
observation-back-to-unit = ↩️ <b>{ $receipt }　观察员反映未解决</b>
    单位：{ $unit }
    观察员说：{ $said }
    请继续处理，并在{ $due }前再次答复。
observation-not-fixed = ↩️ <b>{ $receipt }　观察员反映未解决</b>
    单位：{ $unit }
    观察员说：{ $said }
    单位已答复过，现已退回，须在{ $due }前再次答复。
# --- one and many
observation = <b>{ $receipt }　{ $category }</b>
    被观测单位：{ $unit }
    状态：{ $state }{ $due }
    上报：{ $at }{ $point }
    内容：{ $said }

    { $events }
observation-point = 　观测点：{ $point }
observation-due = （{ $who ->
        [office] 市绩效办须在{ $due }前核实
       *[unit] 单位须在{ $due }前答复
    }）
observation-event = { $event ->
        [verified] ✅ { $at } 市绩效办核实属实，转单位办理
        [refuted] 🚫 { $at } 经核实不属实
        [answered] 💬 { $at } 单位答复
        [fixed] ✅ { $at } 观察员确认已解决
       *[not_fixed] ↩️ { $at } 观察员反映未解决，退回单位
    }{ $said }
observation-event-said = ：{ $text }
observation-file = { $receipt }　{ $side ->
        [unit] 单位的附件
       *[observer] 观测附件
    } { $number }/{ $of }
observations = <b>{ $filter ->
        [filed] 待核实的观测
        [with_unit] 待单位答复的观测
        [answered] 待观察员回看的观测
        [overdue] 超过期限的观测
       *[all] 观测事项
    }：{ $count } 件</b>{ $overdue ->
        [0] { "" }
       *[other] 　🔴 超期 { $overdue } 件
    }{ $pages ->
        [1] { "" }
       *[other] 　第 { $page }/{ $pages } 页
    }

    { $lines }
observations-none = { $filter ->
        [filed] 没有待核实的观测。
        [with_unit] 没有待单位答复的观测。
        [answered] 没有待观察员回看的观测。
        [overdue] 没有超过期限的观测。
       *[all] 目前没有观测事项。
    }
observations-line = { $late ->
        [1] 🔴
       *[other] •
    } { $receipt }　{ $unit } · { $category }
    　{ $state }，{ $at }上报
observations-filter = { $filter ->
        [filed] 待核实
        [with_unit] 待单位答复
        [answered] 待回看
        [overdue] 🔴 超期
       *[all] 全部
    }
observations-previous = ◀ 上一页
observations-next = 下一页 ▶
# --- the list of what waits
todo-verify-observation = 👁 核实观测 { $receipt }（{ $unit }），{ $due }截止
todo-answer-observation = 💬 答复观测 { $receipt }（{ $unit }），{ $due }截止
todo-confirm-fixed = 🔁 回看 { $receipt }：{ $unit }称已处理，是否真正解决
act-observation-filed = 随手报
act-observation-verified = 核实观测：属实
act-observation-refuted = 核实观测：不属实
act-observation-answered = 答复观测
act-observation-fixed = 确认观测已解决
act-observation-not_fixed = 反映观测未解决
