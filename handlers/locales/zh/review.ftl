# Reviewing and releasing.
help-review = 审核本单位联络员报送的数据
menu-review = 🔍 审核
button-review = 🔍 去审核
button-review-more = 🔍 继续审核
button-mend = ✏️ 修改后重报
button-own-card = 📇 本单位卡片
button-card = 📇 单位卡片
button-ranking = 🏆 排名
review-asked = 🔍 <b>待审核：{ $indicator }</b>
    { $period }，{ $reporter } 已报送。
review-nothing = 没有待审核的数据。
review-no-longer = 这一项已处理或不再待审
review-gone = 找不到这项待审核的数据，可能已处理。
review-already = 《{ $indicator }》已经处理过，没有重复生效。
review-own = 《{ $indicator }》是您自己填报的，须由另一位审核人审核。
review-not-yours = 《{ $indicator }》不由您审核。
review-column = <b>待审核（共 { $waiting } 项）：{ $period }</b>
    { $reporter } { $at }{ $way ->
        [pasted] 粘贴报送
        [steps] 逐个填报
        [workbook] 填报表
        [imported] 导入
       *[list] 填报
    }{ $behalf }{ $objected ->
        [0] { "" }
       *[other] { "" }
        { $objections }
    }

    { $table }
review-release = ✅ 通过
review-return = ↩️ 退回
review-release-plain = ✅ 通过全部无异常的（{ $count }）
review-next = ▶ 下一项（还有 { $count }）
review-released = ✅ 已通过 { $count } 项，已计入排名，被考核单位已收到自己的数：
    { $lines }
released-line = • { $indicator }（{ $period }）
review-ask-reason = 退回《{ $indicator }》（{ $period }）：请写明原因，或点一个。
review-reason-check = 数值异常，请与原始报表核对
review-reason-unit = 计量单位可能有误
review-reason-base = 上年同期数有误
review-returned = ↩️ 已退回《{ $indicator }》（{ $period }）：{ $reason }
    填报人已收到，重新报送后会再通知您。
returned-to-you = ↩️ <b>被退回：{ $indicator }</b>（{ $period }）
    { $reviewer }：{ $reason }
released-for-you = ✅ { $reviewer } 已审核通过 { $count } 项：
    { $lines }
your-figures = 📊 <b>您的数据：{ $unit } { $period }（{ $count } 项）</b>
    { $lines }

    请在{ $until }前核对。没有问题点“确认无误”；数不对点“有异议”。这些数已计入排名。
review-asked-many = 🔍 <b>待审核：{ $count } 项</b>
    { $lines }
review-asked-line = • { $code } { $indicator }：{ $period }，{ $reporter } 已报送
review-asked-one = { $code }
review-asked-anew = 🔍 待审核清单已更新，见下方新消息。
review-all-done = ✅ 这里列出的都已审核。
