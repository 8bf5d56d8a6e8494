# The month's release: leaders' push, units' own cards, public bulletin, express ranking.
push-button-rank = 🏆 Whole ranking
push-button-why = ❔ Why
push-button-unit = 📇 { $unit }
push-button-own-card = 📇 Our card
push-button-chart = 🖼 { $category }
chain = { $first }; { $then }
push = { $lines }
push-headline = <b>{ $period }, { $category }: { $unit } leads with { $score } points</b>
push-headline-empty = <b>{ $period }, { $category }: nothing to rank yet</b>
push-scope = { $category } · { $span } · { $coverage }% of the weight scored · figures up to { $as_of }
push-own = Yours: { $units }
push-own-unit = { $unit } place { $place }, { $score }
push-own-unit-up = { $unit } place { $place }, { $score }, ↑{ $places }
push-own-unit-down = { $unit } place { $place }, { $score }, ↓{ $places }
push-top = First three: { $units }
push-bottom = Last two: { $units }
push-stood = { $place }. { $unit } { $score }
push-nobody = —
push-movers = Since last month: up most { $rose }; down most { $fell }
push-rose = Since last month: up most { $rose }
push-fell = Since last month: down most { $fell }
push-moved = { $unit } by { $places }
push-weakest = Weakest city-wide (share of points): { $indicators }
push-weak = { $code } { $indicator } { $rate }%
push-categories = <b>{ $period }, agencies: ranked in { $count } categories</b>
push-category = • { $category }: { $units }
push-workbook = Workbook of { $period }: { $scheme }

bulletin = <b>{ $period }: performance of { $category }</b>
    Leading: { $units }
    { $of ->
        [0] { "" }
       *[other] Of { $of } key indicators, { $ahead } are up to plan or ahead of it.
    }
    The picture shows the first { $shown }. { $span }, { $coverage }% of the weight scored, figures up to { $as_of }{ $invented ->
        [1] . Demonstration data, not real
       *[other] { "" }
    }

express = <b>Express ranking (provisional): { $period }, { $category }: { $units }</b>
    { $span }, { $coverage }% of the weight scored, figures up to { $as_of }
    Reviewed figures only; the month's final result may differ. Please do not forward.

help-release-month = Look at a month's release and send it, for example: /release 2013-09
menu-release-month = 📣 Release
release-plan = <b>📣 Release of { $period }: preview</b> (plan <code>{ $code }</code>)
    { $schemes }

    <b>It goes to</b>
    Leaders and committee: { $leaders } of { $leaders_all } (chart, text, workbook)
    Assessed units: { $units } units, { $contacts } of { $contacts_all } contacts (their own card)
    Public channels: { $channels } (without the last two)
    { $alone }

    <b>Last two</b> (told beforehand, never published)
    { $bottom }

    <b>Disputed figures</b> (marked in the reports)
    { $disputed }

    <b>What leaders will read</b>
    { $text }

    It is sent as soon as you confirm and cannot be taken back. If figures or recipients change, this plan is void.
release-confirm = ✅ Release
release-scheme = • { $scheme }: { $coverage }% of the weight scored, { $waiting } not reviewed and not counted, { $missing } not filed{ $missing ->
        [0] { "" }
       *[other] { " " }({ $missing_codes })
    }
release-all-reached = Every unit has a contact who can be reached.
release-units-alone = ⚠️ Units without a contact who can be reached: { $count }
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more
    }
release-unit = • { $unit }
release-bottom = { $lines }
release-bottom-line = • { $category }: { $unit }
release-no-bottom = None this month.
release-done = ✅ { $period } is released: to { $leaders } leaders and committee members, { $contacts } contacts of assessed units, { $channels } public channels.{ $alone ->
        [0] { "" }
       *[other] { "" }
        ⚠️ { $alone } units have no contact who can be reached; please tell them by other means.
    }
release-already = { $period } was released on { $since }.
release-not-frozen = { $scheme } ({ $period }) is not frozen, or an indicator is reopened, so it cannot be released.
release-plan-moved = ⚠️ Figures or recipients of { $period } have changed; the plan you saw is void. Here is the new one; please check it again.
office-workbook = Workbook of { $period } for the office alone, with the burden by person: { $scheme }
