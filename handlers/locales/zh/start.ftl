# Arriving, the list, help, language, access.
help-start = 主菜单
help-todo = 待办：等您处理的事，最急的在前
help-help = 您在这里能做什么
help-lang = 中文 / English
help-hours = 设置免打扰时段
help-cancel = 放弃正在办的事
start = <b>{ $name }，您好</b>
    { $roles }

    { $waiting ->
        [0] 目前没有等您处理的事。
       *[other] 有 { $waiting } 件事等您处理，最急的：
        { $first }
    }
todo-none = —
todo-empty = ✅ 待办已清空。
todo = <b>待办（{ $count }）</b>
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 件
    }
todo-line = { $number }. { $item }
todo-open = { $number }
todo-draft = ⏸ 未完成：{ $errand }（{ $at }）
todo-file = { $late ->
        [1] 🔴 已过期
       *[other] ✍️ 填报
    } { $code } { $indicator }（{ $period }），{ $due }截止
todo-review = 🔍 审核 { $indicator }（{ $period }），{ $at }报送
unknown = 没有明白“{ $text }”。可以点下面的按钮，或发送 /help。
unknown-file = 收到了附件，但现在没有需要附件的步骤。观察员请先点“观测”。
stranger = <b>绩效管理机器人</b>
    这里为市政府绩效管理服务，须凭邀请加入。请打开市绩效办发给您的邀请链接或扫描二维码；没有邀请，可以申请。
help-stranger = 这里为市政府绩效管理服务。请打开市绩效办发给您的邀请链接；没有邀请，可以申请加入。
button-ask-access = 🙋 申请加入
access-asked = 已转告市绩效办。批准后您会收到消息。
access-asked-before = 您的申请已在市绩效办，请等待处理。
access-wanted = 🙋 <b>申请加入：{ $name }</b>
    留言：{ $said }
access-invite = 📨 邀请
access-decline-button = 拒绝
already-in = 您已经加入
invitation-redeemed = ✅ 欢迎，{ $name }。邀请已生效。
invitation-used = 这个邀请已被使用过，不能再次使用。
invitation-expired = 这个邀请已过期，请向市绩效办索取新的邀请。
invitation-revoked = 这个邀请已被撤回。
invitation-unknown = 没有这个邀请，请核对链接。
help = <b>{ $name }，您可以：</b>
    { $lines }

    发送其中的词就能办；点一个主题看说明和例子。任何时候 /cancel 放弃当前步骤，/todo 看待办。
help-line = • <b>{ $word }</b> /{ $command }　{ $what }
help-line-word = • <b>{ $word }</b>　{ $what }
help-line-command = • /{ $command }　{ $what }
lang-ask = 请选择语言。
lang-name-zh = 中文
lang-name-en = English
lang-set = ✅ 以后用中文。
nothing-to-cancel = 目前没有正在办的事。
cancelled = 已放弃，没有记录任何内容。
hours-ask = 推送只在工作日 8:30–18:00 发送。您还可以另设免打扰时段，例如发送：<code>勿扰 12:00-13:30</code>
    当前：{ $quiet }
hours-lunch = 12:00–13:30
hours-late = 17:00–次日9:00
hours-off = 取消免打扰
hours-set = ✅ 免打扰时段：{ $quiet }
hours-unreadable = 没有读懂时段。请写成：勿扰 12:00-13:30
channel-offered = 📢 机器人已加入“{ $title }”。是否用作公布渠道？
button-channel-use = ✅ 用作公布渠道
invitation-taken = 这个账号已是另一位成员，邀请没有使用。请用本人的账号打开链接。

# Help by theme.
help-theme = <b>❓ { $theme ->
     [figures] 报数与审核
     [places] 成绩与名次
     [hearing] 核对与异议
     [watching] 观测与整改
     [goals] 目标与计划
     [month] 市绩效办
     [people] 人员与交接
     [own] 个人
    *[other] 其他
}</b>
    { $lines }
help-theme-line = <b>{ $theme ->
     [figures] 报数与审核
     [places] 成绩与名次
     [hearing] 核对与异议
     [watching] 观测与整改
     [goals] 目标与计划
     [month] 市绩效办
     [people] 人员与交接
     [own] 个人
    *[other] 其他
}</b>：{ $words }
help-of-figures = 报数与审核
help-of-places = 成绩与名次
help-of-hearing = 核对与异议
help-of-watching = 观测与整改
help-of-goals = 目标与计划
help-of-month = 市绩效办
help-of-people = 人员与交接
help-of-own = 个人
help-of-other = 其他
