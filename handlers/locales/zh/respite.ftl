# More time for a matter (延期): asked for, granted, shortened, refused.
errand-ask-respite = 申请延期
errand-answer-respite = 答复延期申请
respite-ask = 🗓 申请延期
respite-look = 🗓 看延期申请
respite-answer = 🗓 答复延期申请
respite-grant = ✅ 同意到 { $day }
respite-shorten = ✏️ 改短
respite-refuse = ✖️ 不同意
respite-withdraw = ↩️ 撤回申请
respite-day = { $day }{ $weekend ->
        [1] ，调休上班
       *[0] { "" }
    }
respite-until = <b>{ $name }：申请延到哪天？</b>
    现在的完成时限：{ $old }
    点日期，或输入如 <code>12月31日</code>。一次最多延 { $months } 个月。
respite-why = <b>{ $name }：{ $old } → { $until }，原因是？</b>
    点一个，或写一句（{ $most } 字以内）。
respite-why-procedure = 审批、招标等程序未完成
respite-why-weather = 天气影响施工
respite-why-others = 需其他单位配合
respite-why-larger = 问题比原来估计的大
respite-why-long = 原因有 { $length } 字，请控制在 { $most } 字以内。
respite-needs-reason = 请写明理由。
respite-not-later = { $until }不晚于原时限 { $old }，请另选一天。
respite-too-far = { $until }太远：一次最多延 { $months } 个月，即到 { $latest }。
respite-not-shorter = { $until }不早于申请的 { $wanted }，请另选一天，或直接同意。
respite-not-between = { $until }不行：须晚于原时限 { $old }、早于申请的 { $wanted }。
respite-waits = { $name }已有一份延期申请在等答复，没有重复申请。
respite-no-more = { $name }已延期 { $most } 次，到了上限，不能再申请。确有困难请联系下达的人。
respite-not-yours = { $name }的延期由下达的人或市绩效办答复。
respite-answered = { $name }的这份延期申请已经有了答复，没有重复办理。
respite-card = 🗓 <b>{ $unit }申请延期：{ $name }</b>
    { $title }
    原时限：{ $old }
    申请到：{ $wanted }
    理由：{ $reason }
    此前已延期 { $times } 次，上限 { $most } 次

    { $outcome }
respite-is-open = ⏳ 等下达的人或市绩效办答复
respite-outcome = { $outcome ->
        [granted] ✅ <b>同意</b>：{ $old } → { $until }
        [shortened] ✏️ <b>改为</b>：{ $old } → { $until }
        [refused] ✖️ <b>不同意</b>：仍为 { $old }
        [withdrawn] ↩️ 申请单位已撤回
       *[lapsed] ✔️ 事项已有新进展，不必再答复
    }{ $reason }
respite-because = 。理由：{ $reason }
respite-asked = <b>延期申请已提交，等答复。</b>答复前按时提出的申请不算逾期。

    { $card }
respite-told = 🗓 <b>{ $name }延期申请的答复</b>
    { $title }
    申请到：{ $wanted }
    { $outcome }
respite-again = ⏰ <b>这份延期申请还没有答复：</b>
    { $card }
respite-line = 🗓 { $outcome ->
        [granted] 已延期：{ $old } → { $until }
        [shortened] 已延期（改短）：{ $old } → { $until }
        [refused] 未同意延到 { $until }，仍为 { $old }
        [withdrawn] 撤回了延到 { $until } 的申请
        [lapsed] 延到 { $until } 的申请已不需答复
       *[open] 申请延期：{ $old } → { $until }，等答复
    }{ $reason }
respite-said = ：{ $reason }
respite-shorter = { $card }

    <b>改到哪天？</b>点日期，或输入一天。
respite-why-not = { $card }

    <b>不同意的理由是？</b>点一个，或写一句（{ $most } 字以内）。
respite-no-time = 原时限足够，请抓紧办理
respite-no-repeat = 已多次延期
respite-no-urgent = 事项紧急，不宜延期
respite-limit = <b>{ $course ->
        [instruction] 每件批示
       *[rectification] 每件整改
    }最多延期 { $most } 次</b>
    点一个数改。已经同意的不受影响。
respite-limit-button = ⚙️ 延期上限（{ $most } 次）
respite-limit-set = 已改为 { $most } 次
respite-times = { $times } 次
todo-respite = 🗓 { $unit } 申请延期：{ $name } { $old } → { $wanted }{ $due }　{ $title }
act-respite-asked = 申请延期
act-respite-granted = 同意延期
act-respite-shortened = 延期改短
act-respite-refused = 不同意延期
act-respite-withdrawn = 撤回延期申请
act-respite-limit = 设定延期上限
