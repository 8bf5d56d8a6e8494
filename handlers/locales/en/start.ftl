# Arriving, the list, help, language, access.
help-start = The menu
help-todo = My list: what waits for you, most urgent first
help-help = What you can do here
help-lang = 中文 / English
help-hours = Set your quiet hours
help-cancel = Leave what you are in the middle of
start = <b>Hello, { $name }</b>
    { $roles }

    { $waiting ->
        [0] Nothing waits for you.
        [one] One thing waits for you:
        { $first }
       *[other] { $waiting } things wait for you; the most urgent:
        { $first }
    }
todo-none = —
todo-empty = ✅ Your list is empty.
todo = <b>My list ({ $count })</b>
    { $lines }{ $more ->
        [0] { "" }
       *[other] { "" }
        … and { $more } more
    }
todo-line = { $number }. { $item }
todo-open = { $number }
todo-draft = ⏸ unfinished: { $errand } ({ $at })
todo-file = { $late ->
        [1] 🔴 overdue:
       *[other] ✍️ file
    } { $code } { $indicator } ({ $period }), due { $due }
todo-review = 🔍 review { $indicator } ({ $period }), filed { $at }
unknown = I did not understand “{ $text }”. Tap a button below, or send /help.
unknown-file = Thank you, but no step needs a file now. Observers, please tap “Observe” first.
stranger = <b>Performance management bot</b>
    This serves the city government and is entered by invitation. Open the link or scan the code the performance office gave you; without one, you can ask.
help-stranger = This serves the city government’s performance management. Open the invitation the office sent you, or ask to join.
button-ask-access = 🙋 Ask to join
access-asked = The performance office has been told. You will hear once it is decided.
access-asked-before = Your request is with the performance office; please wait.
access-wanted = 🙋 <b>Asks to join: { $name }</b>
    Note: { $said }
access-invite = 📨 Invite
access-decline-button = Decline
already-in = You have joined already
invitation-redeemed = ✅ Welcome, { $name }. Your invitation is in force.
invitation-used = This invitation has been used and cannot be used again.
invitation-expired = This invitation has expired; please ask the performance office for a new one.
invitation-revoked = This invitation was taken back.
invitation-unknown = There is no such invitation; please check the link.
help = <b>{ $name }, here you can:</b>
    { $lines }

    Tap a theme to read what each does, with examples. /cancel leaves the current step at any time, /todo shows your list.
help-line = • /{ $command } (<b>{ $word }</b>) – { $what }
help-line-word = • <b>{ $word }</b> – { $what }
help-line-command = • /{ $command } – { $what }
lang-ask = Please choose a language.
lang-name-zh = 中文
lang-name-en = English
lang-set = ✅ English from now on.
nothing-to-cancel = You are not in the middle of anything.
cancelled = Left; nothing was recorded.
hours-ask = Pushes only come on working days from 8:30 to 18:00. You can add quiet hours of your own, for example: <code>/hours 12:00-13:30</code>
    Now: { $quiet }
hours-lunch = 12:00–13:30
hours-late = 17:00–9:00
hours-off = No quiet hours
hours-set = ✅ Quiet hours: { $quiet }
hours-unreadable = These hours could not be read. Write: /hours 12:00-13:30
channel-offered = 📢 The bot was added to “{ $title }”. Use it for publishing?
button-channel-use = ✅ Publish there
invitation-taken = This account already belongs to somebody else here; the invitation was not used. Please open the link from your own account.

# Help by theme.
help-theme = <b>❓ { $theme ->
     [figures] Figures and review
     [places] Scores and places
     [hearing] Checking and disputes
     [watching] Observations and rectification
     [goals] Targets and plans
     [month] The office
     [people] People and handover
     [own] Yourself
    *[other] Others
}</b>
    { $lines }
help-theme-line = <b>{ $theme ->
     [figures] Figures and review
     [places] Scores and places
     [hearing] Checking and disputes
     [watching] Observations and rectification
     [goals] Targets and plans
     [month] The office
     [people] People and handover
     [own] Yourself
    *[other] Others
}</b>: { $words }
help-of-figures = Figures and review
help-of-places = Scores and places
help-of-hearing = Checking and disputes
help-of-watching = Observations and rectification
help-of-goals = Targets and plans
help-of-month = The office
help-of-people = People and handover
help-of-own = Yourself
help-of-other = Others
