# Checks: what is asked while filing and how it is answered; how the office tunes the rules.
file-right-checked = ✅ It is right: checked against the source
file-right-revised = ✅ It is right: last month was revised
file-right-project = ✅ It is right: a large project came at once
file-mend-it = ✏️ Mend it
file-ask-reason-whole = <b>{ $code } { $indicator } (the whole column)</b>{ $left ->
        [1] { "" }
       *[other] { " " }({ $left } to explain)
    }
    { $questions }

    If it is right, tap a reason or write one; if not, tap “Mend it”, or just send “unit figure”.
file-whole-line = ❗{ $question }{ $reason }
file-reason-needed = The figure of { $unit } for “{ $indicator }” is far from earlier ones and has no reason yet, so nothing was filed. On the page where you look it over, tap “Explain”: give the reason, or mend it.
file-reason-needed-whole = Something about the column “{ $indicator }” as a whole has no reason yet, so nothing was filed. On the page where you look it over, tap “Explain”: give the reason, or mend it.
scheme-part-unknown = The part “{ $name }” of the indicator { $code } does not exist, is the indicator itself, or is measured in another way.
scheme-accepted-range = The accepted range of the indicator { $code } begins at { $lowest }, above its end { $highest }.
odd-share-moved = · share of the city moved
odd-parts-differ = · parts and whole differ
odd-units-missing = · units missing
act-evidence-attached = evidence attached
act-evidence-opened = evidence opened
act-check-tuned = check tuned
