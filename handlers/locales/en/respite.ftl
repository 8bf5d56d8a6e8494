# More time for a matter: asked for, granted, shortened, refused.
errand-ask-respite = ask for more time
errand-answer-respite = answer a request for more time
respite-ask = 🗓 Ask for more time
respite-look = 🗓 See the request for time
respite-answer = 🗓 Answer the request for time
respite-grant = ✅ Grant until { $day }
respite-shorten = ✏️ A shorter day
respite-refuse = ✖️ Refuse
respite-withdraw = ↩️ Take it back
respite-day = { $day }{ $weekend ->
        [1] , a make-up working day
       *[0] { "" }
    }
respite-until = <b>{ $name }: until when do you need?</b>
    It is to be finished by { $old }
    Tap a day, or type one such as <code>31 Dec</code>. At most { $months } months at a time.
respite-why = <b>{ $name }: { $old } → { $until }, because?</b>
    Tap one, or write a line (up to { $most } characters).
respite-why-procedure = An approval or tender is not finished
respite-why-weather = The weather holds up the works
respite-why-others = Other units have to help
respite-why-larger = The problem is larger than thought
respite-why-long = The reason has { $length } characters; please keep to { $most }.
respite-needs-reason = Please give the reason.
respite-not-later = { $until } is not later than { $old }; please choose another day.
respite-too-far = { $until } is too far: { $months } months at a time at most, which is { $latest }.
respite-not-shorter = { $until } is not before { $wanted }, which was asked for; choose another day, or grant it.
respite-not-between = { $until } will not do: it has to be after { $old } and before { $wanted }.
respite-waits = A request for more time for { $name } waits already; nothing was asked twice.
respite-no-more = { $name } has been given more time as often as it may be ({ $most }). If it cannot be done, speak to whoever issued it.
respite-not-yours = Whoever issued { $name }, or the office, answers this.
respite-answered = This request for { $name } has its answer already; nothing was done twice.
respite-card = 🗓 <b>{ $unit } asks for more time: { $name }</b>
    { $title }
    Due so far: { $old }
    Asked for: { $wanted }
    Because: { $reason }
    Given more time before: { $times } of at most { $most }

    { $outcome }
respite-is-open = ⏳ Waits for whoever issued it, or the office
respite-outcome = { $outcome ->
        [granted] ✅ <b>Granted</b>: { $old } → { $until }
        [shortened] ✏️ <b>A shorter day</b>: { $old } → { $until }
        [refused] ✖️ <b>Refused</b>: it stays { $old }
        [withdrawn] ↩️ Taken back by whoever asked
       *[lapsed] ✔️ No answer is needed any more
    }{ $reason }
respite-because = . Because: { $reason }
respite-asked = <b>Asked; now it waits for the answer.</b> What was asked for in time is not late meanwhile.

    { $card }
respite-told = 🗓 <b>The answer about more time for { $name }</b>
    { $title }
    Asked for: { $wanted }
    { $outcome }
respite-again = ⏰ <b>This request for more time still waits:</b>
    { $card }
respite-line = 🗓 { $outcome ->
        [granted] More time: { $old } → { $until }
        [shortened] More time, shorter than asked: { $old } → { $until }
        [refused] Not extended to { $until }; it stays { $old }
        [withdrawn] The request for { $until } was taken back
        [lapsed] The request for { $until } needs no answer any more
       *[open] More time asked for: { $old } → { $until }, waits for an answer
    }{ $reason }
respite-said = : { $reason }
respite-shorter = { $card }

    <b>Until when instead?</b> Tap a day, or type one.
respite-why-not = { $card }

    <b>Why not?</b> Tap one, or write a line (up to { $most } characters).
respite-no-time = The time given is enough
respite-no-repeat = It was extended several times
respite-no-urgent = It is too urgent to wait
respite-limit = <b>{ $course ->
        [instruction] An instruction
       *[rectification] A rectification
    } may be given more time { $most } times</b>
    Tap a number to change it. What was granted stays.
respite-limit-button = ⚙️ More time: at most { $most } times
respite-limit-set = Now { $most } times
respite-times = { $times } times
todo-respite = 🗓 { $unit } asks for more time: { $name } { $old } → { $wanted }{ $due } · { $title }
act-respite-asked = more time asked for
act-respite-granted = more time granted
act-respite-shortened = more time, shortened
act-respite-refused = more time refused
act-respite-withdrawn = request for more time taken back
act-respite-limit = how often more time is given
