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
inspection-report = 📄 <b>Special inspection: { $theme } (findings upheld: { $count })</b>
    { $count ->
        [0] Nothing was upheld.
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        { $more } more are in the file.
    }
inspection-preview = <b>Preview of the report: { $theme } (findings upheld: { $count })</b>
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        { $more } more are in the file.
    }
    { $left ->
        [0] Once released, the committee gets the whole, leaders the part about their units, and each unit its own part alone; each with a letter.
       *[other] { $left } are not decided yet; it can be released once they are.
    }
inspection-file = 📄 Report of the special inspection: { $theme }
button-inspection-letter = 📄 Report (docx)
button-inspection-tables = 📊 Details (xlsx)
inspection-letter-title = Report on the special inspection “{ $theme }”
inspection-letter-preview = (Preview, not released)
inspection-letter-to = { $part ->
        [unit] To { $to }:
        [leader] To the leader in charge:
       *[whole] To the performance committee:
    }
inspection-letter-opening = { $part ->
        [unit] From { $since } to { $until }, { $by } carried out the special inspection “{ $theme }” at your unit.
       *[other] From { $since } to { $until }, { $by } carried out the special inspection “{ $theme }” at { $count } units: { $units }.
    } This is what it came to.
inspection-letter-came-to = { $part ->
        [whole] { $filed } findings were filed. After the units had answered and others had decided, { $confirmed } were upheld and { $dropped } were not,
       *[other] After the answers and the decisions, { $confirmed } findings were upheld,
    } { $points } points by the ledger, before any cap.
inspection-letter-findings = What was upheld
inspection-letter-units = By unit
inspection-letter-asked = What is asked for
inspection-letter-duty = { $part ->
        [unit] Please put right what the table above lists by its last day and ask for it to be closed, with a photo or a file.
       *[other] Each of these has to be put right; somebody other than whoever issued it checks, and it is looked at again after three months. What comes back is on next year’s check list.
    }
inspection-letter-notes = Notes
inspection-letter-none = Nothing was upheld.
inspection-note-decided = The unit answers first, then somebody who did not inspect decides; where it does not answer in time it is decided without.
inspection-note-points = Points are those of the level times the number of cases, before any cap; they enter the ledger after public notice.
inspection-note-right = What is put right is shown as it stood { $moment }.
inspection-sheet-findings = What was upheld
inspection-sheet-units = By unit
inspection-column-number = No.
inspection-column-unit = Unit
inspection-column-kind = Kind
inspection-column-finding = What was found
inspection-column-answer = What the unit said
inspection-column-cost = Ledger item
inspection-column-points = Points
inspection-column-right = Put right
inspection-column-count = Upheld
inspection-column-grave = Grave
inspection-column-serious = Serious
inspection-column-minor = Minor
inspection-kind = { $category } ({ $severity ->
        [minor] minor
        [serious] serious
       *[grave] grave
    })
inspection-level = { " " }({ $level })
inspection-cost = { $code } { $item }{ $level } × { $cases }
inspection-right = Rectification { $number }: { $state }, by { $finish }
inspection-for-you = 🔍 <b>You are to inspect: { $theme }</b>
    Units: { $units }
    Until { $until }. File what you find as you go; the unit answers first, and somebody else decides.
