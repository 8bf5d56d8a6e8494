# Special inspections by units, findings with levels and cases, the report as files.
finding-choice = { $code } { $name }{ $level } { $points }
finding-cost = { $code } { $name }{ $level } { $each } × { $cases } = { $points } 分
finding-decided = { "" }
    认定：{ $cost }
finding-fewer = ➖ 少 1 项
finding-more = ➕ 多 1 项
finding-cases-wrong = “{ $text }”不是件数。请输入 1 到 { $most } 的整数。
finding-own-inspection = { $name }由您参加的检查发现，须由别人认定。
finding-change-confirm = { $card }

    <b>认定为：{ $cost }</b>
    点按钮改件数，或直接输入件数；也可以换一项。
finding-other-item = 🔁 换一项或不扣分
finding-change-yes = ✅ 这样认定
inspection-who = <b>由谁检查？（已选 { $count }）</b>
    { $names }
    输入姓名或单位名称，一次一个。单位由其联络员记录。检查人不能认定自己的发现。
inspection-name-unclear = { $count ->
        [0] 没有“{ $text }”这个人或单位。请输入全名。
       *[other] 叫“{ $text }”的有 { $count } 个，请写全名，或先在人员中区分。
    }
button-reinforce = ➕ 增派检查人
errand-reinforce-inspection = 增派检查人
errand-change-finding = 改变认定
inspection-reinforce = <b>{ $theme }：增派谁？</b>
    现在：{ $names }
    输入姓名或单位名称。
inspection-reinforced = ✅ <b>“{ $theme }”检查人已增派</b>
    现在：{ $names }
todo-inspection-alone = 🔍 专项监察“{ $theme }”的检查人都联系不上，请增派
act-inspection-reinforced = 增派检查人
inspection-report = 📄 <b>专项监察报告：{ $theme }（认定 { $count } 项）</b>
    { $count ->
        [0] 没有认定的问题。
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        另有 { $more } 项，见文件。
    }
inspection-preview = <b>监察报告预览：{ $theme }（认定 { $count } 项）</b>
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        另有 { $more } 项，见文件。
    }
    { $left ->
        [0] 发布后：绩效委收到全文，领导收到分管单位的部分，被检查单位只收到本单位的部分；各附公文格式的报告。
       *[other] 还有 { $left } 项没有认定，认定后才能发布。
    }
inspection-file = 📄 专项监察报告：{ $theme }
button-inspection-letter = 📄 报告（docx）
button-inspection-tables = 📊 明细（xlsx）
inspection-letter-title = 关于{ $theme }专项监察情况的报告
inspection-letter-preview = （预览稿，未发布）
inspection-letter-to = { $part ->
        [unit] { $to }：
        [leader] 分管领导：
       *[whole] 市绩效管理委员会：
    }
inspection-letter-opening = { $since }至{ $until }，{ $by }{ $part ->
        [unit] 对你单位开展了“{ $theme }”专项监察。
       *[other] 对{ $units }等 { $count } 个单位开展了“{ $theme }”专项监察。
    }现将有关情况报告如下。
inspection-letter-came-to = { $part ->
        [whole] 共记录问题 { $filed } 项，经被检查单位说明、另行指定人员认定，认定 { $confirmed } 项，不予认定 { $dropped } 项，
       *[other] 经说明和认定，认定问题 { $confirmed } 项，
    }按台账计 { $points } 分（未计封顶）。
inspection-letter-findings = 认定的问题
inspection-letter-units = 各单位情况
inspection-letter-asked = 整改要求
inspection-letter-duty = { $part ->
        [unit] 请对照上表所列整改事项，在完成时限前整改到位并申请销号，附整改后的照片或文件。
       *[other] 认定的问题均已下达整改，由下达人以外的人核查销号，三个月后回头看；反复发生的列入下一年度检查清单。
    }
inspection-letter-notes = 说明
inspection-letter-none = 没有认定的问题。
inspection-note-decided = 每项问题先由被检查单位说明，再由检查人以外的人认定；逾期未说明的，直接转认定。
inspection-note-points = 扣分为认定的等次与件数相乘，尚未计入封顶；公示期满后进入台账。
inspection-note-right = 整改进展截至 { $moment }。
inspection-sheet-findings = 认定的问题
inspection-sheet-units = 各单位情况
inspection-column-number = 编号
inspection-column-unit = 单位
inspection-column-kind = 类别与程度
inspection-column-finding = 发现的问题
inspection-column-answer = 单位说明
inspection-column-cost = 扣分项目
inspection-column-points = 扣分
inspection-column-right = 整改
inspection-column-count = 认定项数
inspection-column-grave = 严重
inspection-column-serious = 较重
inspection-column-minor = 轻微
inspection-kind = { $category }（{ $severity ->
        [minor] 轻微
        [serious] 较重
       *[grave] 严重
    }）
inspection-level = （{ $level }）
inspection-cost = { $code } { $item }{ $level } × { $cases }
inspection-right = 整改{ $number }：{ $state }，{ $finish } 前
inspection-for-you = 🔍 <b>请您参加专项监察：{ $theme }</b>
    单位：{ $units }
    { $until }止。发现问题随时记录，先由被检查单位说明，再由别人认定。
