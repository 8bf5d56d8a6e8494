# The office's desk.
help-office = 绩效办工作台：迟报、待审、异常、冻结、发布
help-late = 看谁迟报、漏报
help-odd = 看本月异常数据及说明
help-undelivered = 看没有送达的消息
help-audit = 看最近的操作记录，核验链条
help-invite = 邀请一个人加入
help-people = 人员：加入情况、失联、撤销、代理
help-revoke = 撤销一个人的全部权限
help-deputy = 指定代理人
errand-invite = 邀请
errand-revoke = 撤销人员
errand-deputy = 指定代理
menu-office = 🏛 绩效办工作台
menu-audit = 🧾 操作记录
button-office = 🏛 工作台
office = <b>绩效办工作台：{ $period }</b>
    应报 { $due }：按时 { $on_time }，迟报 { $late }，漏报 { $missing }，未到期 { $open }
    待审核 { $waiting }，异常数值 { $odd }
    待发消息 { $queued }，去向不明 { $unknown }，未送达 { $failed }
    冻结时间：{ $freeze }
office-late = ⏰ 迟报漏报（{ $count }）
office-review = 🔍 待审核（{ $count }）
office-odd = ❗异常（{ $count }）
office-undelivered = 📭 未送达（{ $count }）
office-freeze = ❄️ 冻结
office-release = 📣 预览与发布
office-reopen = 🔓 重新开放
office-observations = 👁 观测
office-invite = 📨 邀请
office-people = 👥 人员
office-audit = 🧾 操作记录
office-late-list = <b>迟报与漏报：{ $period }（{ $count } 项）</b>
    { $count ->
        [0] 没有迟报和漏报。
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 项
    }
office-late-line = { $state ->
        [missing] 🔴 未报
       *[late] 🟡 迟报 { $days } 个工作日
    } { $monitor }：{ $code } { $indicator }，{ $due }截止
office-review-list = <b>待审核：{ $period }（{ $count } 项）</b>
    { $count ->
        [0] 没有待审核的数据。
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 项
    }
office-review-line = • { $monitor }：{ $indicator }，{ $at }报送
office-odd-list = <b>异常数值：{ $period }（{ $count } 个）</b>
    { $count ->
        [0] 没有异常数值。
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 个
    }
office-odd-line = • { $unit } { $indicator } <b>{ $answer }</b>
    { $kinds }
    说明：{ $reason }
office-undelivered-list = <b>未送达的消息（{ $count }）</b>
    { $count ->
        [0] 全部送达。
       *[other] { $lines }
    }
    “去向不明”指发送时中断，对方可能已收到；确有必要再点编号补发。
office-undelivered-line = { $number }. { $name }：{ $first }（{ $state ->
        [unknown] 去向不明
       *[failed] 未送达
    }，{ $at }）
office-send-again = ↻ { $number }
office-sent-again = ✅ 已安排补发。
office-settled-already = 这条已处理。
office-set-aside-list = <b>出错留存的消息（{ $count }）</b>
    { $lines }
office-set-aside-line = • { $reference }　{ $at }　{ $error }
audit = <b>最近操作</b>　{ $whole ->
        [1] ✅ 记录链完整
       *[other] ⛔ 记录链在第 { $broken } 条断开，请立即核查
    }
    { $lines }
audit-line = • { $at } { $who } { $act } { $subject }
todo-access = 🙋 { $count } 人申请加入
todo-unknown = 📭 { $count } 条消息去向不明
todo-set-aside = ⚠️ { $count } 条消息处理出错
todo-release = 📣 { $period }已冻结，待预览发布
access-list = <b>申请加入（{ $count }）</b>
    { $lines }
access-line = • { $name }：{ $said }（{ $at }）
access-invite-one = 📨 邀请 { $name }
access-declined = 已拒绝
channel-used = ✅ “{ $title }”已用作公布渠道。
invite-name = 邀请谁？请发送姓名。
invite-role = <b>{ $name }</b> 的角色是？
role-name-reporter = 监测单位联络员
role-name-reviewer = 审核人
role-name-contact = 被考核单位联络员
role-name-observer = 观察员
role-name-leader = 市领导
role-name-committee = 绩效委成员
role-name-office = 市绩效办
role-name-auditor = 审计（只读）
invite-place = { $kind ->
        [observer] 在哪个观测点？
       *[other] 属于哪个单位？请点选，或发送单位名称。
    }
invite-place-unknown = 没有认出“{ $text }”，或有几个相符。
invite-check = 邀请 <b>{ $name }</b>：{ $role }？
invite-send = ✅ 生成邀请
invite-link = 📨 <b>{ $name } 的邀请</b>，{ $until }前有效，只能使用一次。请把下面的链接或二维码发给本人：
    { $url }
invite-picture = { $name } 的邀请二维码，{ $until }前有效
people = <b>人员：{ $count } 人，已加入 { $joined }，未加入 { $absent }</b>
    { $lost ->
        [0] 没有失联人员。
       *[other] 失联 { $lost } 人：
        { $unreachable }
    }
    查人：发送 <code>人员 姓名或单位</code>
people-line = • { $name } { $title }
people-found = “{ $text }”：{ $count } 人
people-pick = { $name } { $title }
people-absent-button = 🕗 未加入（{ $count }）
people-deputy-button = 🤝 指定代理
people-absent = <b>未加入（{ $count }）</b>，第 { $since }–{ $until } 个。点一个可生成邀请。
page-before = ◀ 前一页
page-after = 后一页 ▶
person = <b>{ $name }</b>　{ $title }
    { $held ->
        [0] 没有角色
       *[other] { $roles }
    }{ $follows }
    { $state ->
        [absent] 未加入
        [lost] 失联（已屏蔽或停用机器人）
       *[joined] 已加入
    }
person-invite = 📨 生成新邀请
person-revoke = 🚫 撤销
person-deputy = 🤝 代理
person-ask = 撤销谁？请发送姓名。
person-not-one = “{ $text }”找到 { $count } 人，请发送完整姓名。
revoke-sure = 撤销 <b>{ $name }</b>（{ $title }）的全部权限？其待发消息立即停止，原有记录保留。
revoke-go = 🚫 确认撤销
revoke-done = 已撤销 { $name }，停止待发消息 { $stopped } 条{ $must_arrive ->
        [0] 。
       *[other] ，其中 { $must_arrive } 条原须送达。
    }
    { $gaps }
deputy-for = 为谁指定代理人？请发送姓名。
deputy-who = 由谁代理 <b>{ $name }</b>？请发送代理人的姓名。
deputy-days = 代理多久？
deputy-days-button = { $count } 天
deputy-named = ✅ { $deputy } 代理 { $name }，至 { $until }。
act-column-filed = 报送
act-column-released = 审核通过
act-column-returned = 退回
act-chat-joined = 恢复联系
act-chat-left = 屏蔽了机器人
act-quiet-hours-chosen = 设置免打扰
act-city-imported = 导入城市数据
act-message-sent-again = 补发消息
act-access-declined = 拒绝加入申请
act-channel-used = 启用公布渠道
act-invited = 邀请
act-invitation-redeemed = 使用邀请加入
act-person-left = 撤销人员
act-deputy-named = 指定代理
odd-out-of-range = · 超出合理范围
odd-unit-slip = · 计量单位或小数点
odd-monthly-figure = · 疑为当月数
odd-fell = · 累计数下降
odd-outlier = · 偏离以往节奏
odd-growth-differs = · 增幅与计算不符
odd-year-on-year = · 同比变动过大
odd-far-ahead = · 完成进度过快
odd-base-changed = · 上年同期数有变
odd-negative-base = · 上年同期为负
odd-zero-base = · 基数为零
odd-same-digits = · 末位数字重复
odd-all-exactly-met = · 全部恰好完成
odd-total-differs = · 合计不符
odd-never-nil = · 以往都有数，本期无数据
