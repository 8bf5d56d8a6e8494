# Filing on behalf: the office files for a unit that has not.
help-file-for = File for a monitoring unit that has not; a second person releases
errand-file-for = filing on behalf
errand-object-behalf = objecting to a filing on behalf
menu-file-for = 📝 File on behalf
behalf-for = <b>{ $period }: for which unit do you file?</b>
    { $count ->
        [0] Every unit has filed this month.
       *[other] { $count } units have something open (🔴 overdue). Tap one, or send its name.
    }
behalf-unit = { $late ->
        [1] 🔴
       *[other] ⬜
    } { $unit } ({ $count })
behalf-unit-unknown = “{ $text }” is not a unit with something to file for { $period }; please choose below.
behalf-why = <b>Why do you file for { $unit }?</b>
    Tap a reason or write one. It is shown with the figures to that unit, the reviewer and the assessed units; the unit’s own record still says not reported.
behalf-why-phone = The unit telephoned its figures
behalf-why-paper = The unit sent its figures on paper
behalf-why-silent = No answer to several reminders; from published figures
behalf-why-empty = Please say why you file for the unit.
behalf-heading = 📝 On behalf of { $unit } ({ $why })
    { "" }
behalf-next = 📝 Go on filing on behalf
behalf-label = { "" }
    📝 On behalf (代报): { $by } of the performance office, { $why }
behalf-figure-line = { $line }{ $mark }
behalf-told = 📝 <b>The office filed “{ $indicator }” for you ({ $period })</b>
    { $unit } had not filed, so { $by } did: { $why }
    Until the freeze you can file yourself, which replaces it, or object.
behalf-review-asked = 🔍 <b>To review, filed on behalf: { $unit }, { $indicator }</b>
    { $period }, filed by { $by }: { $why }
behalf-file-own = ✍️ File it ourselves
behalf-object = ✋ Object
behalf-replaced = ✍️ { $unit } has filed “{ $indicator }” itself ({ $period }, { $by }), which replaces what you filed for it.
behalf-objected = ✋ <b>{ $unit } objects to a filing on its behalf: { $indicator }</b> ({ $period })
    { $by }: { $said }
behalf-objection-line = ✋ The unit objects: { $by }: { $said } ({ $at })
behalf-object-ask = <b>What is wrong with “{ $indicator }” ({ $period }) as filed for you?</b>{ $label }
    Write one line, or tap one.
behalf-object-figure = The figure is not the one we have
behalf-object-own = We shall file it ourselves
behalf-object-empty = Please say what is wrong.
behalf-object-done = ✅ Recorded: “{ $indicator }”. The office and the reviewers have it.
behalf-not-yours = Only the performance office files on behalf of a unit.
behalf-other-unit = “{ $indicator }” is not this unit’s to monitor and cannot be filed along with it.
behalf-filed-already = The unit has filed “{ $indicator }” ({ $period }) itself; nothing needs to be filed for it.
behalf-gone = There is no such filing on behalf of your unit.
behalf-over = What was filed for “{ $indicator }” has been replaced or sent back; no objection is needed.
act-behalf-objected = objected to a filing on behalf
