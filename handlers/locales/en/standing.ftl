# Ranking, cards, reasons.
help-rank = See the ranking, e.g. /rank 执法 2013-08, or /rank @2013-10-20 (as known then)
help-unit = See a unit’s card: score, place, weak spots, picture
help-why = See why a score is what it is, e.g. /why 金港 K09
menu-rank = 🏆 Ranking
menu-unit = 📇 Unit card
menu-why = ❔ Why
rank-no-scheme = There is no scheme for that year yet.
rank-not-yet-released = That month is not released yet; you can see it once it is.
asked-unknown = “{ $text }” was not recognised. You can name a month (2013-08), a category (执法), a unit (金港) or a moment (@2013-10-20).
rank = <b>Ranking { $category }, { $span }</b>
    { $scheme }, out of { $full }, { $coverage }% of the points scored{ $invented ->
        [1] , invented data
       *[other] { "" }
    }
    { $ranked ->
        [0] Nothing can be ranked for this month yet.
       *[other] { $lines }
    }{ $ledger }

    { $past ->
        [1] As known on { $at }
       *[other] As of { $at }; interim, the final account decides
    }
rank-line = { $own ->
        [1] ▶{ " " }
       *[other] { "" }
    }{ $place }{ $tied ->
        [1] =
       *[other] { "" }
    } <b>{ $unit }</b> { $score } { $move ->
        [up] ↑{ $moved }
        [down] ↓{ $moved }
        [new] new
       *[same] –
    } ({ $coverage }% scored){ $bottom ->
        [1] { " " }⚠️ bottom two
       *[other] { "" }
    }{ $ledger }{ $gap }{ $since }
rank-gap = , { $gap } to the next place
rank-since = , now { $score }, place { $place }
rank-previous = ◀ Month before
rank-next = Month after ▶
rank-chart-button = 🖼 Picture
rank-chart-caption = Ranking { $category }, { $span }
unit-ask = Which unit? Tap one, or send: <code>/unit 金港</code>
unit-which = Several units fit; please choose:
unit-not-yours = The card of { $unit } is for the unit itself, its leaders and the performance office.
card-empty = { $unit }: nothing can be scored for { $span } yet.
button-why = ❔ Why
button-why-all = ❔ All points
why-unit = <b>{ $unit }: { $score } of { $full }</b>
    { $span }, rate { $rate }%, { $coverage }% scored{ $waiting ->
        [0] { "" }
       *[other] , { $waiting } not scored yet
    }
    { $blocks }

    <blockquote expandable>{ $lines }</blockquote>{ $adjusted ->
        [0] { "" }
       *[other] { "" }
        Bonus { $bonus }, deduction { $deduction }
        { $ledger }
    }
    What the indicators bring adds up to the total.
    Tap a code to see how it was computed:
why-block = • { $block }: { $got } of { $scored } (full { $full })
why-line-lost = { $code } { $indicator } { $got }/{ $full }: brings { $brings }, { $lost } short{ $disputed }
why-line-full = { $code } { $indicator } { $got }/{ $full }: brings { $brings }{ $disputed }
why-not-applicable = { $unit }: { $code } { $indicator } does not apply; its points are shared out within the block.
why-indicator = <b>{ $unit }, { $code } { $indicator }: { $got } of { $full }</b>{ $disputed }
    { $span }
    { $facts }{ $needed }

    { $source }
    Rule: <code>{ $method }</code>
why-source = Source: { $monitor }, filed by { $reporter } { $filed }, released by { $reviewer } { $released }{ $versions ->
        [one] { "" }
       *[other] , { $versions } versions
    }{ $behalf }
why-no-figure = Source: { $monitor } has not filed this period yet.
