# Words on pictures and in workbooks.

reports-span = { $month ->
    [1] January
    [2] January–February
    [3] January–March
    [4] January–April
    [5] January–May
    [6] January–June
    [7] January–July
    [8] January–August
    [9] January–September
    [10] January–October
    [11] January–November
   *[12] January–December
} { $year }
reports-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
reports-moment = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }, { $clock }
reports-scope = { $scheme } | { $category }
reports-coverage = { $coverage } of weight scored
reports-as-of = Data as of { $moment }
reports-provisional = Provisional, before the freeze
reports-invented = Demo: invented data
reports-full = { $points } points in all
reports-units = { $count ->
    [one] { $count } unit
   *[other] { $count } units
}
reports-comma = { ", " }
reports-dotted = { $first } | { $second }
reports-move-none = same

reports-state-no-data = no data
reports-state-not-applicable = n/a
reports-state-missing = missing

reports-place = Place
reports-unit = Unit
reports-move = Change
reports-score = Points
reports-scored-weight = Scored
reports-own = own unit
reports-bottom = bottom two
reports-tied = tied

# The ranking
reports-ranking-title = Performance ranking, { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
reports-ranking-note-move = ↑↓ places gained or lost since the month before; equal points share a place.
reports-ranking-note-bottom = Hatched bars: the bottom two of this category.
reports-ranking-note-unranked = Units with "—" for a place have no scored indicator yet.

# A unit's own card
reports-unit-lead = Performance card
reports-unit-place = Place { $place }
reports-unit-place-none = No place yet
reports-unit-of = of { $count }
reports-unit-up = ↑ { $places ->
    [one] { $places } place
   *[other] { $places } places
} up on the month
reports-unit-down = ↓ { $places ->
    [one] { $places } place
   *[other] { $places } places
} down on the month
reports-unit-same = same place as last month
reports-unit-rate = Score rate { $rate }
reports-unit-gap-up = To the unit ahead
reports-unit-gap-down = Lead over the unit behind
reports-unit-gap-first = First
reports-unit-gap-last = Last
reports-unit-gap-points = { $points } pts
reports-unit-firm = place firm
reports-unit-fragile = place not firm
reports-unit-firm-note = "Place firm": figures still to come, within their usual range, will not change it.
reports-unit-fragile-note = "Place not firm": figures still to come, within their usual range, may change it.
reports-unit-waiting = { $count ->
    [one] { $count } figure not in or not yet checked
   *[other] { $count } figures not in or not yet checked
}
reports-unit-blocks = Points by part
reports-unit-trend = Score rate and place by month
reports-unit-trend-place = no. { $place }
reports-unit-gains = Best gains if nothing else changes
reports-unit-gain = up to { $points } pts
reports-unit-indicators = Indicators
reports-unit-more = { $count ->
    [one] { $count } more indicator is in the workbook.
   *[other] { $count } more indicators are in the workbook.
}
reports-unit-value = Year to date
reports-unit-completion = Of target
reports-unit-got = Points / full

# Trends
reports-trend-rate-title = { $unit }: score rate by month
reports-trend-indicator-title = { $indicator }
reports-trend-indicator-city = whole city
reports-trend-measure = in { $measure }
reports-trend-plan = Plan line
reports-trend-last-year = Last year
reports-trend-middle = Median of category
reports-trend-value = Year to date
reports-trend-rate = Score rate
reports-trend-note-gap = The line breaks where there is no figure: { $months }.
reports-trend-ahead = { $amount } ahead of plan
reports-trend-behind = { $amount } behind plan
reports-trend-level = level with plan
reports-trend-above-middle = { $amount } percentage points above the median
reports-trend-below-middle = { $amount } percentage points below the median
reports-trend-at-middle = at the median

# Places by month
reports-places-title = Places month by month
reports-places-note-own = Heavy dark line: own unit.
reports-places-note-movers = Heavy lines: the largest moves since the first month. Solid blue gained places, dashed brown lost them.
reports-places-note-unranked = A line breaks where the unit had no place that month.

# The heat table
reports-heat-title = Points by indicator
reports-heat-below = under { $share }%
reports-heat-between = { $low }–{ $high }%
reports-heat-above = { $share }% or more
reports-heat-note = In each cell the points, behind them their share of the indicator's full points.
reports-heat-note-faint = Bold: under 60%. "nil": no data; "miss": missing; "/": not applicable.
reports-heat-full = Full
reports-heat-no-data = nil
reports-heat-missing = miss

# Progress against plan
reports-progress-title = { $indicator }: progress
reports-progress-plan = Plan line { $plan }
reports-progress-of = { $value } / { $target } { $measure }
reports-progress-note = ▲ ahead of the plan line, ▼ behind it, in percentage points; hatched bars are behind.
reports-progress-note-cut = Bars ending in "→" are cut short; go by the number.

# The workbook
reports-sheet-ranking = Ranking
reports-sheet-points = Points
reports-sheet-figures = Figures
reports-sheet-filings = Filing
reports-sheet-observations = Observations
reports-sheet-methods = Methods
reports-sheet-notes = Notes
reports-book-title = Performance report, { $span }
reports-book-page = Page &P of &N
reports-column-code = Code
reports-column-category = Category
reports-column-indicator = Indicator
reports-column-indicator-code = Indicator code
reports-column-unit-code = Unit code
reports-column-measure = Unit of measure
reports-column-state = State
reports-column-value = Year to date
reports-column-base = Same months last year
reports-column-growth = Growth (%)
reports-column-target = Year's target
reports-column-completion = Of target (%)
reports-column-plan = Plan line (%)
reports-column-gap = To plan (pp)
reports-column-restated = Corrected
reports-column-disputed = Disputed
reports-column-rate = Score rate (%)
reports-column-coverage = Weight scored (%)
reports-column-move = Places gained (+) or lost (−)
reports-column-mark = Marks
reports-column-full = Full points
reports-column-reporter = Monitoring unit
reports-column-due = Due
reports-column-on-time = On time
reports-column-late = Late
reports-column-missing = Missing
reports-column-late-days = Working days late
reports-column-card = Yellow or red card
reports-column-reported = Reported
reports-column-verified = Verified
reports-column-refuted = Refuted
reports-column-settled = Settled
reports-column-overdue = Overdue
reports-column-method = Method
reports-column-source = Source
reports-card-none = none
reports-card-yellow = yellow card
reports-card-red = red card
reports-state-reported = reported
reports-yes = yes
reports-note-period = Period
reports-note-scheme = Scheme
reports-note-as-of = Data as of
reports-note-coverage = Weight scored
reports-note-status = Status
reports-note-confirmed = Frozen
reports-note-versions = Versions of figures used
reports-note-versions-value = { $count } in all, digest { $digest }
reports-note-reading = How to read the sheets
reports-note-reading-points = Percentages are written as per cent (65.22 is 65.22%); "To plan" is in percentage points; the place in brackets on the sheet Figures is the indicator's place within the category.
reports-note-reading-states = "No data" is a nil report, "n/a" takes no weight, "missing" was due and did not come; none of them is 0.
reports-note-reading-coverage = The score rate is over the indicators scored; weight scored is the share of the full points those indicators hold.
reports-note-remarks = Problems and advice
reports-sheet-burden = Burden
reports-column-person = Person
reports-column-messages = Messages
reports-column-taps = Taps
reports-column-acts = Acts in all
reports-column-pushes = Pushes received
reports-column-figures = Figures filed
reports-burden-unit = (the unit in all)
