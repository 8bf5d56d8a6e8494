# Reviewing and releasing.
help-review = Review what your unit’s reporter filed
menu-review = 🔍 Review
button-review = 🔍 Review it
button-review-more = 🔍 Go on reviewing
button-mend = ✏️ Mend and file again
button-own-card = 📇 My unit’s card
button-card = 📇 Card
button-ranking = 🏆 Ranking
review-asked = 🔍 <b>To review: { $indicator }</b>
    { $period }, filed by { $reporter }.
review-nothing = Nothing waits for your review.
review-no-longer = This has been dealt with, or no longer waits
review-gone = This column cannot be found; it may have been dealt with.
review-already = “{ $indicator }” has been dealt with already; nothing happened twice.
review-own = You filed “{ $indicator }” yourself; another reviewer must look at it.
review-not-yours = “{ $indicator }” is not yours to review.
review-column = <b>To review ({ $waiting } in all): { $period }</b>
    { $reporter }, { $at }, { $way ->
        [pasted] pasted
        [steps] one by one
        [workbook] by workbook
        [imported] imported
       *[list] by list
    }{ $behalf }{ $objected ->
        [0] { "" }
       *[other] { "" }
        { $objections }
    }

    { $table }
review-release = ✅ Release
review-return = ↩️ Send back
review-release-plain = ✅ Release all without questions ({ $count })
review-next = ▶ Next ({ $count } more)
review-released = ✅ { $count } released; they count in the ranking and the assessed units have their own figures:
    { $lines }
released-line = • { $indicator } ({ $period })
review-ask-reason = Sending back “{ $indicator }” ({ $period }): please write why, or tap a reason.
review-reason-check = Looks odd; please check against the source
review-reason-unit = The unit of measure may be wrong
review-reason-base = Last year’s figure is wrong
review-returned = ↩️ Sent back: “{ $indicator }” ({ $period }): { $reason }
    The reporter has it; you will hear when it is filed again.
returned-to-you = ↩️ <b>Sent back: { $indicator }</b> ({ $period })
    { $reviewer }: { $reason }
released-for-you = ✅ { $reviewer } released { $count }:
    { $lines }
your-figures = 📊 <b>Your figures: { $unit }, { $period } ({ $count })</b>
    { $lines }

    Please check them by { $until }: confirm that they are right, or dispute one. They count in the ranking.
review-asked-many = 🔍 <b>To review: { $count } columns</b>
    { $lines }
review-asked-line = • { $code } { $indicator }: { $period }, filed by { $reporter }
review-asked-one = { $code }
review-asked-anew = 🔍 The list of what waits for your review is in a newer message below.
review-all-done = ✅ Everything listed here has been reviewed.
