# Special inspections by units, findings with levels and cases, the report as files.
finding-choice = { $code } { $name }{ $level } { $points }
finding-cost = { $code } { $name }{ $level } { $each } × { $cases } = { $points } points
finding-decided = { "" }
    Decided: { $cost }
finding-fewer = ➖ One case fewer
finding-more = ➕ One case more
finding-cases-wrong = “{ $text }” is no number of cases. Type a whole number from 1 to { $most }.
finding-own-inspection = You inspect there yourself: { $name } is for somebody else to decide.
finding-change-confirm = { $card }

    <b>To be decided: { $cost }</b>
    Tap to change the number of cases, or type it; or take another item.
finding-other-item = 🔁 Another item, or none
finding-change-yes = ✅ Decide so
inspection-who = <b>Who inspects? ({ $count } chosen)</b>
    { $names }
    Type the name of a person or a unit, one at a time. For a unit its contacts file what is found. Nobody decides about their own findings.
inspection-name-unclear = { $count ->
        [0] There is no person or unit “{ $text }”. Type the whole name.
       *[other] “{ $text }” fits { $count }; type the whole name, or tell them apart under people first.
    }
button-reinforce = ➕ Add inspectors
errand-reinforce-inspection = add inspectors
errand-change-finding = decide otherwise
inspection-reinforce = <b>{ $theme }: who is to inspect as well?</b>
    Now: { $names }
    Type the name of a person or a unit.
inspection-reinforced = ✅ <b>“{ $theme }”: inspectors were added</b>
    Now: { $names }
todo-inspection-alone = 🔍 Nobody who inspects “{ $theme }” can be reached: add somebody
act-inspection-reinforced = inspectors added
