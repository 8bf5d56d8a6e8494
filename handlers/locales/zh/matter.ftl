# What a unit is led through step by step (整改 and its like): card, list, reminders, each deed.
help-rectifications = 整改事项：办到哪一步、等谁处理，红黄牌，今年检查清单
help-issue-rectification = 向一个单位下达整改
errand-issue-rectification = 下达整改
errand-answer-matter = 办理事项
menu-rectifications = 🛠 整改
button-matter = 🔎 查看{ $name }
button-look = 🔎 查看
button-go-on = 下一步 ▶
button-issue = 🛠 下达整改
button-matters = { $course ->
        [instruction] ✒️ 全部批示
        [finding] 🔍 全部检查发现
   *[rectification] 🛠 全部整改
    }
matter-name = { $course ->
        [instruction] 批示{ $number }
        [finding] 检查发现{ $number }
   *[rectification] 整改{ $number }
    }
matter-card = 🛠 <b>{ $name }　{ $unit }</b>　{ $state }{ $due }
    { $title }
    { $details }{ $files ->
        [0] { "" }
       *[other] { "" }
        📎 材料 { $files } 份
    }

    { $events }
matter-state = { $state ->
        [finding-filed] 待被检查单位说明
        [finding-answered] 待认定
        [finding-confirmed] 已认定
        [finding-dropped] 不予认定
        [finding-retracted] 检查人已撤回
        [instruction-given] 待签收
        [instruction-working] 办理中
        [instruction-back] 退回，继续办理
        [instruction-reported] 已报办结，待领导审定
        [instruction-accepted] 已办结
        [instruction-turned] 已转为整改
        [instruction-withdrawn] 已撤回
        [rectification-issued] 待签收
        [rectification-acknowledged] 待报整改方案
        [rectification-in_progress] 整改中
        [rectification-returned] 核查退回，继续整改
        [rectification-asked] 已申请销号，待核查
        [rectification-checking] 核查中
        [rectification-closed] 已销号，待回头看
        [rectification-recheck] 待回头看
        [rectification-rechecking] 回头看中
        [rectification-held] 回头看合格，办结
       *[rectification-withdrawn] 已撤回
    }
matter-due = { "" }
    { $late ->
        [1] 🔴 已逾期，应于{ $due }前由
        [2] ⏳ 申请延期待答复，原应于{ $due }前由
       *[other] ⏳ { $due }前由
    }{ $side ->
        [unit] 被考核单位
        [addressee] 承办方
        [owner] 交办人
        [office] 市绩效办
        [independent] 市绩效办（下达人以外的人）
       *[checker] 指定的核查人
    }办理{ $alone ->
        [1] （目前联系不上，请市绩效办跟进）
       *[other] { "" }
    }
matter-next = { "" }
    🔁 { $at }回头看
matter-until = （{ $late ->
        [1] 🔴 已逾期
        [2] 延期待答复
       *[other] { $due }前
    }）
matter-by = （{ $name }）
matter-said = ：{ $text }
matter-event = • { $at }　{ $side ->
        [unit] 被考核单位
        [addressee] 承办方
        [owner] 交办人
        [office] 市绩效办
        [independent] 核查人
        [checker] 核查人
       *[clock] 系统
    }{ $who } { $kind ->
        [open] 下达
        [answer] 作出说明
        [silence] 逾期未说明，转认定
        [confirm] 认定
        [change] 改变扣分后认定
        [drop] 不予认定
        [retract] 撤回
        [report] 报告办结
        [accept] 审定办结
        [put_off] 延期
        [turn] 转为整改
        [sign] 签收
        [plan] 报整改方案
        [progress] 报进展
        [ask] 申请销号
        [replan] 要求重报方案
        [assign] 指定核查人
        [close] 核查合格，销号
        [send_back] 退回
        [look] 提前回头看
        [hold] 回头看合格
        [reopen] 回头看发现反弹，重新整改
        [withdraw] 撤回
        [unchecked] 核查逾期，交回市绩效办
        [look_due] 到期回头看
        [overdue] 🔴 逾期
        [press] 追问
        [respite_asked] 申请延期
        [respite_granted] 同意延期
        [respite_shortened] 同意延期，改短
        [respite_refused] 不同意延期
        [respite_withdrawn] 撤回延期申请
       *[carried] 带入年度检查清单
    }{ $said }
matter-do = { $deed ->
        [sign] ✍️ 签收
        [answer] 💬 作出说明
        [confirm] ✅ 按建议认定
        [change] ✏️ 改变扣分
        [drop] ✖️ 不予认定
        [retract] ↩️ 撤回
        [report] 📤 报告办结
        [accept] ✅ 同意办结
        [press] ❓ 追问
        [put_off] 🗓 延期
        [turn] 🛠 转为整改
        [plan] 📝 报整改方案
        [progress] 📈 报进展
        [ask] 📤 申请销号
        [replan] ↩️ 要求重报方案
        [assign] 👁 指定观察员核查
        [close] ✅ 核查合格，销号
        [send_back] ↩️ 退回
        [look] 🔁 现在回头看
        [hold] ✅ 回头看合格
        [reopen] 🔁 反弹，重新整改
       *[withdraw] ✖️ 撤回
    }
matter-done-toast = { $deed ->
        [sign] 已签收
        [accept] 已同意办结
       *[look] 已转入回头看
    }
matter-files-button = 📎 材料（{ $count }）
matter-file = { $name }材料 { $number }/{ $of }（{ $side ->
        [unit] 被考核单位
        [addressee] 承办方
        [owner] 交办人
        [office] 市绩效办
       *[checker] 核查人
    }）
matter-no-files = 没有可查看的材料
matter-spoken = 🎤（语音，见附件）
matter-gone = 没有这个事项，或您无权查看。发 待办 看等您处理的事。
matter-moved-on = { $name }现在是“{ $state }”，这一步已经办过或不再适用，没有重复记录。
matter-not-yours = { $name }的这一步不由您办理。
matter-not-the-issuer = { $name }由您下达，核查须由另一个人做。请指定观察员，或请另一位同事核查。
matter-needs-words = 请写一两句说明再提交。
matter-needs-file = 申请销号要附整改后的照片或文件，请发来再提交。
matter-no-checker = 这位观察员不能核查此事项。请重新选择。
matter-card-moved = { $name }有新进展，见下方新的卡片。
matter-reminder = ⏰ <b>{ $late ->
        [1] { $name }已逾期
       *[other] { $name }今天到期
    }：{ $unit } { $state }</b>
    { $title }
    期限{ $due }{ $alone ->
        [1] 。应办理的一方目前联系不上，请市绩效办跟进。
       *[other] 。
    }
matter-reminder-over = ✅ { $name }已有新进展，不必再办。
todo-matter = 🛠 { $name } { $unit } { $state }{ $due }　{ $title }
answer-matter = { $card }

    <b>{ $deed ->
        [answer] 请写情况说明，可附照片或文件。
        [drop] 请写不予认定的理由。
        [retract] 请写撤回的理由。
        [press] 请写要追问什么，或发一条语音。对方的时限不变。
        [report] 请写办理结果，可附照片或文件。
        [plan] 请发整改方案：原因、措施、责任人、完成时间。
        [progress] 请写进展，可附照片或文件。
        [ask] 请写整改结果，并附整改后的照片或文件。
        [replan] 请写方案哪里需要改。
        [close] 请写核查情况：看了什么、是否整改到位。
        [send_back] 请写退回理由：哪里还没有到位。
        [hold] 请写回头看情况。
        [reopen] 请写反弹情况。
       *[withdraw] 请写撤回理由。
    }</b>
    { $gathered }{ $ready ->
        [1] { "" }
        可以继续补充，或点“提交”。
       *[other] { $file ->
            [1] { "" }
            文字和附件都要有，才能提交。
           *[other] { "" }
        }
    }
answer-matter-submit = 📤 提交
answer-matter-done = { $deed ->
        [press] ✅ <b>{ $name }：已追问</b>
        [report] ✅ <b>{ $name }：已报告办结</b>
        [answer] ✅ <b>{ $name }：说明已提交</b>
        [drop] ✅ <b>{ $name }：不予认定</b>
        [retract] ✅ <b>{ $name }：已撤回</b>
        [plan] ✅ <b>{ $name }：方案已报送</b>
        [progress] ✅ <b>{ $name }：进展已报送</b>
        [ask] ✅ <b>{ $name }：已申请销号</b>
        [replan] ✅ <b>{ $name }：已要求重报方案</b>
        [close] ✅ <b>{ $name }：已销号</b>
        [send_back] ✅ <b>{ $name }：已退回</b>
        [hold] ✅ <b>{ $name }：已办结</b>
        [reopen] ✅ <b>{ $name }：已重新整改</b>
       *[withdraw] ✅ <b>{ $name }：已撤回</b>
    }
    现在：{ $state }
assign-checker = <b>{ $name }：由哪位观察员核查？</b>
    { $count ->
        [0] 没有可以核查此事项的观察员（不能是该单位的人，也不能是下达人）。请另一位市绩效办或绩效委员会的同事核查。
       *[other] 观察员的姓名不会告诉被考核单位。
    }
matters = <b>{ $course ->
        [finding] 检查发现
        [instruction] 批示
       *[rectification] 整改
    }：{ $scope ->
        [late] 逾期
        [carried] 今年检查清单
        [closed] 已办结
       *[open] 在办
    }（{ $count }）</b>{ $waiting ->
        [0] { "" }
       *[other] 　等您办理 { $waiting } 件
    }
    { $count ->
        [0] { $scope ->
            [late] 没有逾期的。
            [carried] 没有往年带入的整改。
            [closed] 还没有办结的。
           *[open] 没有在办的。
        }
       *[other] { $lines }
    }{ $pages ->
        [1] { "" }
       *[other] { "" }
        第 { $page }/{ $pages } 页
    }
matters-scope = { $scope ->
        [late] 🔴 逾期
        [carried] 📌 今年检查清单
        [closed] ✅ 已办结
       *[open] ⏳ 在办
    }
matter-line = { $mark ->
        [red] 🔴
        [yellow] 🟡
       *[none] •
    } { $name }{ $repeats ->
        [1] { "" } 🔁
       *[0] { "" }
    } <b>{ $unit }</b> { $title }
    　{ $state }{ $due }
# --- instructions
help-instructions = 领导批示：办到哪一步，逾期的在前
help-instruct = 作一条批示：写一句或说一句，选承办单位和时限
errand-instruct = 作批示
menu-instructions = ✒️ 批示
button-instruct = ✒️ 批示
instruction-about = 承办：{ $to }　时限：{ $finish }{ $about }
instruction-desk = { $unit }（联络员）
instruction-look = 📊 看批示所指
instruct-words = <b>批示{ $unit }</b>
    写一句（{ $most } 字以内），或发一条语音。
instruct-for = ：{ $unit }
instruct-to = <b>交给谁？</b>
    { $gathered }{ $spoken ->
        [1] { "" }
        再输入一句文字，会与语音一并转给对方。
       *[0] { "" }
    }
instruct-desk = 🏢 { $unit }
instruct-leader = 👤 分管领导 { $name }
instruct-other = 🔎 另选单位
instruct-to-leader = { $name }（{ $unit }分管领导）
instruct-unit = <b>批给哪个单位？</b>
    { $found ->
        [0] 点按钮，或输入单位名称。
       *[other] 找到 { $found } 个，请选择。
    }
instruct-unit-unknown = 没有找到您可以批示的单位“{ $text }”。请输入单位名称或简称。
instruct-nobody = 这位领导已不分管该单位，请重新选择。
instruct-not-yours = 批示由绩效委员会和分管领导作出；您不分管这个单位。
instruct-due = <b>{ $to }：什么时候办结？</b>
    点按钮，或输入日期如 <code>12月31日</code>。
instruct-yes = ✅ 下达
put-off = <b>{ $name }：延期到哪天？</b>
    原时限{ $finish }
put-off-not-later = { $day }不晚于原时限，请另选一天。
instruction-turned = 已转为整改{ $number }
instructions-of-month = ✒️ <b>还有 { $count } 件批示没有办结</b>
    { $lines }
act-instruction-given = 作出批示
act-instruction-overdue = 批示逾期
act-instruction-sign = 签收批示
act-instruction-progress = 报批示进展
act-instruction-press = 追问批示
act-instruction-report = 报告批示办结
act-instruction-accept = 批示办结
act-instruction-send_back = 批示退回
act-instruction-put_off = 批示延期
act-instruction-turn = 批示转整改
act-instruction-withdraw = 撤回批示
# --- special inspections
help-inspections = 专项监察：检查哪些单位、发现了什么、怎样认定
errand-open-inspection = 开展专项监察
errand-file-finding = 记录检查发现
menu-inspections = 🔍 专项监察
menu-findings = 🔍 检查发现
button-open-inspection = ➕ 开展专项监察
button-file-finding = 📝 记录问题
button-report-inspection = 📄 监察报告
inspections = <b>专项监察（{ $count }）</b>
    { $count ->
        [0] 没有您能查看的专项监察。对本单位的检查发现见下。
       *[other] 点主题查看。
    }
inspection = <b>专项监察：{ $theme }</b>　{ $state ->
        [open] 进行中，{ $until }止
       *[reported] 已通报
    }
    单位：{ $units }
    检查人：{ $inspectors }
    发现 { $count } 项
    { $lines }
inspection-theme = <b>专项监察查什么？</b>
    请输入主题，如 <code>扬尘整治专项监察</code>。
inspection-units = <b>查哪些单位？（已选 { $count }）</b>
    { $units }
    点类别全选，或输入单位名称，一次一个。
inspection-all = { $category }（全部）
inspection-unit-unclear = { $count ->
        [0] 没有找到“{ $text }”。请输入单位名称或简称。
       *[other] “{ $text }”对应 { $count } 个单位，请写全名。
    }
inspection-me = 👤 我自己
inspection-until = <b>查到哪天为止？</b>
    点按钮，或输入日期。
inspection-confirm = <b>专项监察：{ $theme }</b>
    单位 { $count } 个：{ $units }
    检查人：{ $names }
    { $until }止

    确认开展？
inspection-yes = ✅ 开展
inspection-opened = ✅ <b>专项监察“{ $theme }”已开展</b>
    检查人的待办里已有此事。
inspection-gone = 没有这次专项监察，或您无权查看。
inspection-over = 专项监察“{ $theme }”已到期或已通报，不能再记录。
inspection-not-inspector = 只有这次专项监察的检查人能记录问题。
inspection-not-this-unit = { $unit } 不在这次专项监察之内，或您是该单位的人。
inspection-not-whole = 主题、单位和检查人都要有。
inspection-undecided = 还有 { $count } 项没有认定（如{ $name }），认定后才能通报。
inspection-release = 📣 发布
inspection-released = ✅ <b>“{ $theme }”监察报告已发布</b>
finding-line = • { $name } <b>{ $unit }</b> { $category }（{ $severity ->
        [minor] 轻微
        [serious] 较重
       *[grave] 严重
    }）：{ $title }　{ $state }
finding-about = 专项监察“{ $theme }”　{ $category }（{ $severity ->
        [minor] 轻微
        [serious] 较重
       *[grave] 严重
    }）　建议扣分：{ $item }{ $decided }
finding-unit = <b>{ $theme }：哪个单位？</b>
finding-words = <b>{ $unit }：发现了什么？</b>
    请写清事实（{ $most } 字以内），附照片或文件。
    { $gathered }
finding-how-bad = <b>程度？</b>
finding-severity = { $severity ->
        [minor] 轻微
        [serious] 较重
       *[grave] 严重
    }
finding-item = <b>建议按哪一项扣分？</b>
    由市绩效办认定后才进入台账。
finding-no-points = 不扣分
finding-confirm = <b>{ $unit } · { $category }（{ $severity ->
        [minor] 轻微
        [serious] 较重
       *[grave] 严重
    }）</b>
    { $gathered }
    建议扣分：{ $item }

    提交后先由该单位说明，再由市绩效办认定。
finding-yes = ✅ 提交
finding-done = ✅ <b>{ $name }已提交</b>，{ $unit }在{ $due }前说明。
finding-change = <b>{ $name }：改按哪一项扣分？</b>
todo-inspect = 🔍 专项监察“{ $theme }”：记录发现的问题，{ $until }止
todo-inspection-report = 📄 专项监察“{ $theme }”已到期，请通报
belonging-inspections = • 进行中的专项监察 { $count } 次
act-inspection-opened = 开展专项监察
act-inspection-reported = 发布监察报告
act-finding-filed = 记录检查发现
act-finding-answer = 对检查发现作说明
act-finding-silence = 逾期未说明
act-finding-confirm = 认定检查发现
act-finding-change = 改变扣分后认定
act-finding-drop = 不予认定
act-finding-retract = 撤回检查发现
# --- rectifications
rectification-category = { $category ->
        [indicator] 指标短板
        [sanitation] 环境卫生
        [service_desk] 窗口服务
        [works] 工程项目
        [illegal_building] 违法建设
        [hazard] 安全隐患
        [conduct] 作风效能
       *[other] 其他
    }
rectification-of = { " " }{ $code } { $name }
rectification-about = { $category ->
        [indicator] 指标短板
        [sanitation] 环境卫生
        [service_desk] 窗口服务
        [works] 工程项目
        [illegal_building] 违法建设
        [hazard] 安全隐患
        [conduct] 作风效能
       *[other] 其他
    }{ $indicator }　来源：{ $source ->
        [finding] 专项监察
        [instruction] 领导批示
        [observation] 观测
        [indicator] 指标得分
       *[office] 市绩效办
    }　完成时限：{ $finish }
rectification-repeats = 🔁 反复问题：与整改{ $number }同一类
rectification-carried = 📌 { $year }年下达，列入今年检查清单
rectification-mark = { $card ->
        [red] 🔴 红牌：逾期较久或再次逾期
       *[yellow] 🟡 黄牌：已逾期
    }
matter-late = 🟡 <b>{ $unit } { $name }逾期：{ $state }</b>
    { $title }
    应于{ $due }前办理。
rectification-office-only = 整改由市绩效办下达，且不能由该单位的人下达。
rectification-finish-past = 完成时限已过，请另选一天。
rectification-there = 同一来源已下达整改{ $number }，没有重复下达。
rectification-not-verified = 这条观测还没有核实，或已核为不属实，不能据此下达整改。
issue-unit = <b>下达整改：哪个单位？</b>
    { $found ->
        [0] 点区镇，或输入单位名称。
       *[other] 找到 { $found } 个单位，请选择。
    }
issue-unit-unknown = 没有找到“{ $text }”。请输入单位名称或简称。
issue-category = <b>{ $unit }：整改哪一类问题？</b>
issue-words = <b>{ $unit } · { $category }：要整改什么？</b>
    请写清问题和要求（{ $most } 字以内），可附照片或文件。
    { $gathered }
issue-too-long = 最多 { $most } 字，超出的没有收下。
issue-term = <b>{ $unit }：什么时候整改到位？</b>
    点日期，或输入如 <code>12月31日</code>。
issue-day = { $day }
issue-not-a-day = 没有看懂“{ $text }”是哪一天。请输入如 12月31日。
issue-day-wrong = { $day }不行：须在今天之后、两年以内。
issue-confirm = <b>下达给 { $unit }：{ $category }</b>
    { $gathered }
    完成时限：{ $finish }
    两个工作日内签收，十个工作日内报方案，每月报进展。

    确认下达吗？
issue-yes = ✅ 下达
issue-done = ✅ <b>整改{ $number }已下达给 { $unit }</b>，应于{ $due }前签收。
act-rectification-issued = 下达整改
act-rectification-overdue = 整改逾期
act-rectification-sign = 签收整改
act-rectification-plan = 报整改方案
act-rectification-progress = 报整改进展
act-rectification-ask = 申请销号
act-rectification-replan = 要求重报方案
act-rectification-assign = 指定核查人
act-rectification-close = 销号
act-rectification-send_back = 核查退回
act-rectification-look = 提前回头看
act-rectification-hold = 回头看合格
act-rectification-reopen = 回头看重新整改
act-rectification-withdraw = 撤回整改
act-rectification-unchecked = 核查逾期
act-rectification-look_due = 到期回头看
belonging-matters = • 未结的整改等事项 { $count } 件
belonging-checks = • 待核查的整改 { $count } 件
