# 月度发布：领导推送、本单位卡片、公开通报、快报。
push-button-rank = 🏆 完整排名
push-button-why = ❔ 为什么
push-button-unit = 📇 { $unit }
push-button-own-card = 📇 本单位卡片
push-button-chart = 🖼 { $category }
chain = { $first }；{ $then }
push = { $lines }
push-headline = <b>{ $period }{ $category }绩效：{ $unit }居首，{ $score } 分</b>
push-headline-empty = <b>{ $period }{ $category }绩效：尚无可排名的数据</b>
push-scope = { $category } · { $span } · 已评权重 { $coverage }% · 数据截至 { $as_of }
push-own = 分管：{ $units }
push-own-unit = { $unit }第{ $place }位 { $score }
push-own-unit-up = { $unit }第{ $place }位 { $score } ↑{ $places }
push-own-unit-down = { $unit }第{ $place }位 { $score } ↓{ $places }
push-top = 前三位：{ $units }
push-bottom = 末两位：{ $units }
push-stood = { $place }. { $unit } { $score }
push-nobody = —
push-movers = 较上月：进位最多 { $rose }；退位最多 { $fell }
push-rose = 较上月：进位最多 { $rose }
push-fell = 较上月：退位最多 { $fell }
push-moved = { $unit } { $places } 位
push-weakest = 全市短板（得分率）：{ $indicators }
push-weak = { $code } { $indicator } { $rate }%
push-categories = <b>{ $period }市级机关绩效：{ $count } 类分别排名</b>
push-category = • { $category }：{ $units }
push-workbook = { $period }绩效评估工作簿：{ $scheme }

bulletin = <b>{ $period }{ $category }绩效比拼</b>
    前列：{ $units }
    { $of ->
        [0] { "" }
       *[other] { $of } 项关键绩效指标中，{ $ahead } 项达到或超过序时进度。
    }
    图为前 { $shown } 位。{ $span }累计，已评权重 { $coverage }%，数据截至 { $as_of }{ $invented ->
        [1] 。演示数据，非真实数据
       *[other] { "" }
    }

express = <b>快报（初步）：{ $period }{ $category }绩效，{ $units }</b>
    { $span }，已评权重 { $coverage }%，数据截至 { $as_of }
    仅含已审核数据，以月底核定为准，请勿转发。

help-release-month = 预览并发布一个月的绩效结果，例：发布 2013-09
menu-release-month = 📣 发布
release-plan = <b>📣 { $period }发布预览</b>（方案码 <code>{ $code }</code>）
    { $schemes }

    <b>发送对象</b>
    领导和绩效委：{ $leaders }/{ $leaders_all } 人（图、文字、工作簿）
    被考核单位：{ $units } 个单位，{ $contacts }/{ $contacts_all } 人（本单位卡片）
    公布渠道：{ $channels } 个（不含末两位）
    { $alone }

    <b>末两位</b>（已先行告知，不对外公布）
    { $bottom }

    <b>有异议的数据</b>（报表中注明）
    { $disputed }

    <b>领导将看到</b>
    { $text }

    确认后立即发送，不能撤回。数据或对象如有变化，方案码随之失效。
release-confirm = ✅ 确认发布
release-scheme = • { $scheme }：已评权重 { $coverage }%，待审核未计入 { $waiting } 项，未报 { $missing } 项{ $missing ->
        [0] { "" }
       *[other] （{ $missing_codes }）
    }
release-all-reached = 各单位均有联络员可通知。
release-units-alone = ⚠️ { $count } 个单位没有可通知的联络员：
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        …另有 { $more } 个
    }
release-unit = • { $unit }
release-bottom = { $lines }
release-bottom-line = • { $category }：{ $unit }
release-no-bottom = 本月没有。
release-done = ✅ { $period }已发布：领导和绩效委 { $leaders } 人，被考核单位联络员 { $contacts } 人，公布渠道 { $channels } 个。{ $alone ->
        [0] { "" }
       *[other] { "" }
        ⚠️ { $alone } 个单位没有可通知的联络员，请另行告知。
    }
release-already = { $period }已于 { $since } 发布。
release-not-frozen = { $scheme }（{ $period }）尚未冻结，或有指标正在重新开放，不能发布。
release-plan-moved = ⚠️ { $period }的数据或发送对象已变化，刚才的方案码已失效。以下是最新预览，请重新核对。
office-workbook = { $period }绩效评估工作簿（市绩效办存档，含减负账，勿外传）：{ $scheme }
