# 人员进出：交接、离任、空岗。
help-handover = 把工作交接给接任的人
errand-handover = 交接
help-gaps = 空岗：没有填报人、审核人或联络员的
handover-whose = 要交接谁的工作？请发送姓名（已离任的也可以），或点下面的按钮。
handover-mine = 🤝 我自己的工作
handover-to = { $own ->
    [1] <b>交接：您的工作交给谁？</b>
   *[other] <b>交接：{ $name }的工作交给谁？</b>
    }{ $left ->
        [1] { "" }
        { $name }已离任；离任时没有办完的事和当时的角色会一并移交。
       *[other] { "" }
    }{ $waits }
    请点一位同事，或发送姓名；还没有加入的人，发送姓名后用邀请交接。
handover-waits = { "" }
    ⏳ 已约定交接给 { $name }，等其打开邀请。另选一人，原邀请即作废。
handover-withdraw = ↩️ 撤回给 { $name } 的邀请
handover-withdrawn = 已撤回交接邀请，一切照旧。
handover-newcomer = 📨 邀请新人 { $name }
handover-nobody = 这里还没有叫“{ $name }”的人。如是新人，请点“邀请新人”。
handover-check = <b>请核对：{ $name } → { $heir }</b>
    角色：
    { $roles }
    随之移交：
    { $moved }
    { $waits }
    历史记录仍在原经办人名下。{ $comes ->
        [1] { "" }
        { $heir } 打开一次性邀请时即时交接，此前一切照旧。
       *[other] { "" }
        确认后立即生效。
    }{ $own ->
        [1] { "" }
        交接后您不再收到任何消息。
       *[other] { "" }
        { $name } 此后不再收到任何消息。
    }
handover-go = ✅ 确认交接
handover-invite = ✅ 邀请接任人
handover-promised = ✅ { $heir } 打开下面的邀请后，即接手 { $name } 的工作。此前一切照旧。
handover-last-word = ✅ <b>已交接给 { $heir }</b>
    { $name }，您经手的记录都保留在您名下。谢谢您的工作，此后不再向您发送消息。
handover-farewell = <b>您的工作已交接给 { $heir }</b>
    { $name }，您经手的记录都保留在您名下。谢谢您的工作，此后不再向您发送消息。
handover-done = ✅ <b>{ $name } → { $heir }：已交接</b>
    { $moved }
handover-to-you = 🤝 <b>{ $name } 的工作交接给您了</b>
    { $roles }
    一并移交：
    { $moved }
handover-told = 🤝 <b>已交接：{ $name } → { $heir }</b>
    { $roles }
    { $moved }
    { $gaps }
handover-taken-up = 🤝 您接手了 { $name } 的工作：
    { $moved }
handover-already = { $name } 的工作已交接给 { $heir }，没有重复生效。
handover-self = 不能交接给本人，请另选一位。
handover-not-joined = { $name } 还没有加入，请用邀请交接。
belonging-roles = • 角色 { $count } 个
belonging-deputyships = • 代理关系 { $count } 项
belonging-drafts = • 未办完的事 { $count } 件（在 待办 中继续）
belonging-messages = • 待发的重要消息 { $count } 条
belonging-verifications = • 待核实的观测 { $count } 件
belonging-extensions = • 未结的延期申请 { $count } 件
belonging-disputes = • 未结的异议 { $count } 件
belonging-restatements = • 未结的重述 { $count } 件
belonging-proposals = • 未商定的目标 { $count } 项
belonging-retargets = • 待审批的目标调整 { $count } 件
handover-waits-open = 接任人的待办将有（{ $count } 件）：
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 件。
    }
belonging-none = • 没有未办完的事
left-to = 您的工作已于{ $at }交接给 { $heir }，请联系接任人。这里不再为您办理业务。
left-alone = 您的角色已于{ $at }结束，这里不再为您办理业务。如有疑问，请联系市绩效办。
person-gone-told = 🚪 <b>已离任：{ $name }</b>（{ $by } 办理）
    { $roles }
    停止待发消息 { $stopped } 条{ $must_arrive ->
        [0] 。
       *[other] ，其中 { $must_arrive } 条原须送达，点下面查看。
    }
    { $gaps }
gaps-none = ✅ 没有空岗。
gaps-now = ⚠️ 现在无人的岗位（{ $count }）：
    { $lines }
gap-reporter = • { $unit }：没有填报人，{ $count } 项指标无人报
gap-reviewer = • { $unit }：没有另一位审核人，{ $count } 项指标无人审
gap-contact = • { $unit }：没有被考核单位联络员
gap-invite = 📨 邀请{ $unit }{ $role }
gap-handover = 🤝 交接给接任人
gaps = <b>空岗（{ $count }）</b>
    { $count ->
        [0] 每个岗位都有人。
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 个
    }
button-taken-back = 📭 收回的消息（{ $count }）
taken-back = <b>{ $name } 离任时收回的消息（{ $count }）</b>
    { $lines }

    这些消息原须送达，现在没有收件人。必要时请转告相关人员，或把工作交接给接任人。
taken-back-line = • { $first }
staff-not-yours = 您只能办理本单位填报人、审核人、联络员的进出；其他人员由市绩效办办理。
staff-not-yourself = 不能改变自己的角色，请由市绩效办办理。
staff-roles-clash = 这些角色不能由同一个人担任（审计与市绩效办，观察员与被观测单位）。
staff-last-of-office = 这是市绩效办最后一位成员，请先交接或邀请他人。
role-name-administrator = 单位管理员
act-handed-over = 交接
act-handover-withdrawn = 撤回交接邀请
act-role-given = 增加角色
act-role-taken = 取消角色
deputy-told = 🤝 <b>{ $deputy } 代理 { $name }</b>，至 { $until }
    期满自动终止；双方都会收到推送。
deputy-no-end = 另行通知
deputy-ended-told = 🤝 { $deputy } 对 { $name } 的代理已由 { $by } 提前终止。
deputy-overlaps = { $name } 在这段时间已由 { $deputy } 代理（至 { $until }）。一次只能有一位代理，请先终止原来的。
deputy-chain-away = { $name } 在这段时间自己也由 { $deputy } 代理（至 { $until }），不能再代理别人，请另选一位。
deputy-chain-lends-on = { $deputy } 正代理 { $name }（至 { $until }），代来的工作不能再转托。请先终止那一项，或另作安排。
deputy-over-already = 这项代理已经结束。
button-deputies = 🤝 代理情况
help-deputies = 看现在谁代理谁，提前终止
deputies = <b>代理情况（{ $count }）</b>
    { $count ->
        [0] 现在没有代理。
       *[other] { $lines }
    }
deputies-line = { $number }. { $deputy } 代理 { $name }，{ $from } 至 { $until }
deputies-end = ⏹ 终止 { $number }
deputies-ended = ✅ 已终止：{ $deputy } 代理 { $name }。
act-deputy-ended = 终止代理
menu-handover = 🤝 交接
menu-gaps = 🪑 空岗
menu-people = 👥 本单位人员
person-follows = { "" }
    ⏳ 加入后接手 { $name } 的工作
person-handover = 🔁 交接
person-role-take = ➖ { $role }
person-role-give = ➕ { $role }
role-given = ✅ 已增加角色
role-taken = ✅ 已取消角色
people-of-unit = <b>{ $units }：{ $count } 人</b>
    { $lines }

    点姓名办理：邀请、角色、交接、撤销。
people-of-unit-line = • { $name } { $title }　{ $state ->
        [absent] 🕗 未加入
        [lost] 📭 失联
       *[joined] ✅ 可送达
    }
button-staff = 🧾 人员变动
help-staff = 人员变动，可撤销
staff = <b>人员变动（{ $count }）</b>
    { $count ->
        [0] 还没有变动。
       *[other] { $lines }
    }
staff-line = { $number }. { $at } { $by }：{ $kind ->
        [left] 撤销 { $name }
        [handed-over] { $name } 交接给 { $heir }
        [invited] 邀请 { $name }（{ $role }）
        [role-given] 给 { $name } 增加 { $role }
       *[role-taken] 取消 { $name } 的 { $role }
    }{ $where }{ $undone ->
        [1] ，已撤销此项
       *[other] { "" }
    }
staff-line-where = （{ $unit }管理员）
staff-undo = ↩️ 还原 { $number }
staff-undone = ✅ 已还原：{ $name }
staff-undone-already = 这一项已经还原过。
staff-too-late = 之后又有新的变动，不能直接还原。请从 人员 中办理。
act-staff-undone = 还原人员变动
staff-undone-told = ↩️ { $by } 还原了一项人员变动：{ $name }。
button-invitations = 📑 邀请名册
help-invitations = 全部邀请的名册（工作簿）
invitations-register = 📑 邀请名册：{ $count } 份，截至 { $at }。链接本身不保存，如需重发请从 人员 中生成新邀请。
register-title = 邀请名册
register-name = 姓名
register-position = 职务
register-roles = 角色
register-by = 邀请人
register-created = 发出时间
register-expires = 有效期至
register-used = 使用时间
register-state = 状态
register-how = { $state ->
    [used] 已使用
    [expired] 已过期
    [revoked] 已撤回
   *[open] 待使用
}
staff-not-managed = 人员进出由市绩效办或单位管理员办理。
