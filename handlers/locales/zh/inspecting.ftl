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
