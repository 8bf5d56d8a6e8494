# Evidence: attached while filing or until the month is frozen; who sees it, and how.
evidence-photo-name = photo
evidence-attach = 📎 Evidence ({ $count })
evidence-attach-required = 📎 Attach evidence (required)
evidence-asked = <b>📎 Evidence ({ $count })</b>
    { $count ->
        [0] There is no evidence yet.
       *[other] { $lines }
    }

    Send a photo, a file (20 MB at most each), or paste an address (beginning with http). If the last one proves the figure of one unit only, tap the unit or send its name; what proves the whole column needs nothing more.{ $required }
evidence-line = { $number }. { $kind ->
        [photo] 🖼
        [link] 🔗
       *[document] 📄
    } { $name } ({ $code ->
        [all] everything filed now
       *[other] { $code }
    }, { $unit ->
        [all] the whole column
       *[other] { $unit }
    })
evidence-for = It is for { $code }
evidence-for-all = It is for everything filed now
evidence-whole-column = It is for the whole column
evidence-drop = 🗑 Take out “{ $name }”
evidence-done = 👀 Done, look and file
evidence-taken = 📎 “{ $name }” has been taken.
evidence-dropped = “{ $name }” has been taken out.
evidence-there-already = “{ $name }” is attached already.
evidence-most-reached = { $most } pieces of evidence are the most; this one was not taken.
evidence-no-voice = A voice message cannot be evidence; please send a photo, a file or an address.
evidence-no-link = This address cannot be taken: please send a whole one that begins with http:// or https://, has no name and password in it, and at most { $most } characters.
evidence-how = Evidence is asked for here: please send a photo or a file, or paste an address.
evidence-photo-or-ask = A photo can be sent as evidence at any time; to send a file as evidence, tap “📎 Evidence” first.
evidence-too-large = “{ $name }” has { $size } MB, more than { $most } MB, and was not taken. Please compress or split it, or photograph the page that matters.
evidence-not-this-kind = “{ $name }” is not a kind of file that can be evidence, and was not taken. These can: pictures, PDF, OFD, Word, WPS, Excel, CSV, TXT, PPT, ZIP.
evidence-lacking = { "" }

    📎 These can only be filed with evidence:
    { $lines }
evidence-lacking-line = • { $code } { $indicator }: evidence is missing for { $units ->
        [one] 1 unit
       *[other] { $units } units
    } ({ $names }); one piece for the whole column is enough: tap “📎 Attach evidence”, or just send a photo
evidence-required = “{ $indicator }” can only be filed with evidence; it is missing for: { $names }. Please send a photo, or tap “📎 Attach evidence” to send a file or an address.
evidence-too-many = “{ $indicator }” can have { $most } pieces of evidence at most; no more was taken.
evidence-nothing-filed = “{ $indicator }” has not been filed for { $period }; please file it first, evidence can be attached on the way.
evidence-none = There is no evidence for “{ $indicator }” in { $period } that you may see.
help-evidence = Look at the evidence of filed figures
help-attach-evidence = Attach evidence to figures already filed (until the freeze)
errand-attach-evidence = attaching evidence
menu-evidence = 📎 Evidence
evidence-list = <b>📎 Evidence: { $period } ({ $count })</b>
    { $count ->
        [0] There is no evidence of this month that you may see.
       *[other] { $lines }
    }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more indicators; send “/evidence CODE” to see one.
    }
evidence-list-line = • { $code } { $indicator }: { $count }
evidence-open = { $code } ({ $count })
evidence-month-before = ◀ The month before
evidence-add = 📎 Attach more
evidence-all-of-month = 📎 All of the month
evidence-look = 📎 Evidence ({ $count })
evidence-shown = <b>📎 { $code } { $indicator }, { $period }: evidence ({ $count })</b>
    { $lines }
evidence-withdrawn-line = ✖️ { $name } (taken back { $at }; the record stays)
evidence-caption = { $name }
    { $code } { $indicator }, { $unit ->
        [all] the whole column
       *[other] { $unit }
    }, { $period }
    Attached by { $by }, { $at }; receipt { $receipt }
evidence-which-column = { $count ->
        [0] You have filed nothing for { $period } yet. Evidence can be attached while filing.
       *[other] <b>Evidence for which indicator? ({ $period })</b>
    }
evidence-send = <b>📎 { $code } { $indicator }, { $period }</b>
    { $count ->
        [0] There is no evidence yet.
       *[other] { $lines }
    }

    Send photos, files (20 MB at most each), or paste an address; each is attached at once. { $unit ->
        [all] The next one is for the whole column; if it proves the figure of one unit only, tap the unit first.
       *[other] The next one is for { $unit }.
    } More can be added until the freeze; what you sent yourself can be taken back until the release.
evidence-enough = ✅ That is all
evidence-over = ✅ { $code } { $indicator }, { $period }: { $count } pieces of evidence. The reviewer and the performance office can see them; what is attached to one unit can be seen by that unit, too, once its figure is released.
evidence-mend = 📎 Add or take back
evidence-withdraw = 🗑 Take back { $number }
evidence-withdraw-sure = <b>Take back “{ $name }”?</b>
    It will prove nothing any more and the reviewer will not see it; the record stays, and it can be attached again.
evidence-withdraw-yes = 🗑 Take it back
evidence-withdraw-no = Keep it
evidence-withdrawn = “{ $name }” has been taken back.
evidence-gone = This evidence is not there, or not for you to see.
evidence-not-yours = “{ $name }” was attached by somebody else; only they (or their deputy or successor) can take it back.
evidence-withdrawn-already = “{ $name }” has been taken back already.
evidence-released = “{ $name }” was released together with “{ $indicator }” and cannot be taken back by itself. If the figure is wrong, correct it: the correction brings its own evidence, and this one stays with the old figure.
evidence-correct = ✏️ Correct the figure
evidence-needed = “{ $indicator }” is under review and needs evidence; without “{ $name }” there would be none. Please attach the right one first, then take this one back.
act-evidence-withdrawn = evidence taken back
