# Why a score is what it is: one sentence a fact, the numbers those of the computation itself.
why-completion = Completion: { $value } ÷ target { $target } = { $rate }%. Score = { $points } × { $value } ÷ { $target }, { $cap ->
    [none] without a cap
   *[other] counted up to { $cap }%
}: { $score } points.
why-completion-down = Less is better: target { $target } ÷ figure { $value }. Score = { $points } × { $target } ÷ { $value }, { $cap ->
    [none] without a cap
   *[other] counted up to { $cap }%
}: { $score } points.
why-attain = Attainment: { $value } ÷ goal { $target } = { $rate }%, at most full. Score = { $points } × { $value } ÷ { $target }: { $score } points.
why-attain-rev = Attainment where less is better: goal { $target } ÷ { $value }, at most full. Score = { $points } × { $target } ÷ { $value }: { $score } points.
why-binary-met = Full points at the target: figure { $value }, target { $target }: { $score } points.
why-binary-not-met = No points short of the target: figure { $value }, target { $target }: { $score } points.
why-step-above = { $value } is { $distance } percentage points above the target { $target }; { $steps } count, { $plus_per_pp } each, at most { $plus_cap } more. Score = { $points } and the extra: { $score } points.
why-step-below = { $value } is { $distance } percentage points from the target { $target }; { $steps } count, { $minus_per_pp } off each, down to nothing. Score = { $points } less the deduction: { $score } points.
why-under-floor = { $value } of the target { $target } is a completion of { $rate }%, not above the floor of { $floor }%: { $score } of { $points } points.
why-base80 = { $value } is { $distance } percentage points from the target { $target }. The target is worth { $start } points, each point { $per_pp } more or less: { $score } of { $points } points, { $cap ->
    [none] without a cap
   *[other] counted up to { $cap }%
}.
why-progress = Progress: { $value } ÷ the year's target { $target } = { $rate }%; planned by now { $planned_pct }% ({ $planned }). Score = { $points } × { $value } ÷ { $planned }, { $cap ->
    [none] without a cap
   *[other] counted up to { $cap }%
}: { $score } points.
why-path = On the way from last year's { $base } to the target { $target }, { $planned } is planned by now and { $value } reached. Score = { $points } × ({ $value } − { $base }) ÷ ({ $planned } − { $base }), { $cap ->
    [none] without a cap
   *[other] counted up to { $cap }%
}: { $score } points.
why-path-level = The target { $target } asks for no rise over last year's { $base }, so keeping the planned level { $planned } is scored; figure { $value }: { $score } of { $points } points.
why-reduction = Reduction: { $value } achieved, { $target } asked for, { $rate }% done. Score = { $points } × { $value } ÷ { $target }, { $cap ->
    [none] without a cap
   *[other] counted up to { $cap }%
}: { $score } points.
why-growth = Growth { $growth } (now { $value }, a year ago { $base }); best of the peers { $best }, worst { $worst }. Mark = { $start } + { $span } × ({ $growth } − { $worst }) ÷ ({ $best } − { $worst }) = { $mark }; score = { $points } × { $mark }% = { $score } points.
why-growth-all-alike = Fewer than three units to compare, or all grew alike: full points, { $score } of { $points }.
why-growth-target = Growth { $growth }, asked for { $asked }. Score = { $points } × { $growth } ÷ { $asked }, { $cap ->
    [none] without a cap
   *[other] counted up to { $cap }%
}: { $score } points.
why-growth-city = Growth { $growth }, the city's { $city }. { $start } points at the city's growth, { $per_pp } more or less per percentage point: { $score } of { $points } points.
why-progressive = Growth { $growth }, the peers' mean { $mean }, { $above } percentage points apart. { $points } points at the mean, { $extra } by tiers: { $score } points.
why-contribution = An increment of { $increment } is { $part }% of the whole { $total }; { $planned_part }% was planned. Score = { $points } × { $part } ÷ { $planned_part }, { $cap ->
    [none] without a cap
   *[other] counted up to { $cap }%
}: { $score } points.
why-contribution-none = An increment of { $increment } adds nothing to the whole { $total } ({ $part }%): { $score } of { $points } points.
why-contribution-unplanned = No increment was planned; { $increment } was added, { $part }% of the whole { $total }: { $score } of { $points } points.
why-contribution-by-growth = The whole increment is not above zero, so a contribution means nothing; growth is scored instead.
why-efficacy = Mark = { $start } + { $span } × ({ $value } − { $worst }) ÷ ({ $best } − { $worst }) = { $mark } (best { $best }, worst { $worst }); score = { $points } × { $mark }% = { $score } points.
why-no-logarithm = Logarithms need bounds above zero; best { $best } and worst { $worst } leave nothing to score.
why-tier = { $value } lies between the tiers { $low } and { $high }: base { $start } + adjustment { $way } = { $score } of { $points } points.
why-tier-outside = { $value } lies outside the tiers; coefficient { $coef }: { $score } of { $points } points.
why-all-alike = All units are alike, or there is none to compare with: full points, { $score } of { $points } (own figure { $value }).
why-rank-step = { $value } is place { $place } of { $count }, { $step }% less a place: { $score } of { $points } points.
why-rank-linear = { $value } is place { $place } of { $count }; { $most } points for the first, { $least } for the last, evenly between: { $score } points.
why-rank-table = { $value } is place { $place } of { $count }; the table of places gives { $score } points.
why-percentile = { $value } is better than { $behind } of { $count } units. Score = { $points } × { $behind } ÷ ({ $count } − 1) = { $score } points.
why-best-ratio = The best, { $best }, has full points; { $value } in proportion: { $score } of { $points } points.
why-reverse = Less is better: { $value } against a limit of { $target }. Full at or under the limit, 2 − figure ÷ limit of it above: { $score } of { $points } points.
why-step-rev = { $value } against a limit of { $target }: { $over } over, { $each } points off each, down to nothing: { $score } of { $points } points.
why-zero = { $value } cases, { $each }% of the points off each, down to nothing: { $score } of { $points } points.
why-interval-inside = { $value } lies inside { $lower } to { $upper }: full points, { $score }.
why-interval = { $value } lies outside { $lower } to { $upper }; points fall evenly to nothing at { $min_tol } and { $max_tol }: { $score } of { $points } points.
why-per-case = { $value } cases, { $each } points off each, { $cost } in all: { $score } of { $points } points.
why-case-bonus = { $value } cases, { $each } points each, at most { $points }: { $score } points.
why-threshold = { $value } against a mark of { $mark }: { $short } short, { $cost } points off: { $score } of { $points } points.
why-mean-deduct = { $value } against the peers' mean { $mark }: { $short } short, { $cost } points off: { $score } of { $points } points.
why-power = { $value } is { $distance } from where points begin; the power scale gives { $score } of { $points } points.
why-rating = Marked { $value } out of { $full }. Score = { $points } × { $mark } ÷ { $full } = { $score } points.
why-satisfaction = Public rating { $value } out of { $full }. Score = { $points } × { $mark } ÷ { $full } = { $score } points.
why-leader-rating = Leaders' rating { $value } out of { $full }. Score = { $points } × { $mark } ÷ { $full } = { $score } points.
why-deduct = From { $full }, { $value } deducted in all, { $mark } left. Score = { $points } × { $mark } ÷ { $full } = { $score } points.
why-mix = Several methods together: { $score } of { $points } points:
why-mix-partly = Some methods have no answer this time; the others share their weight ({ $shares }% answered): { $score } of { $points } points:
why-mix-unanswered = None of the methods has an answer this time (full points { $points }); not counted as scored:
why-difficulty = Times the coefficient of difficulty { $coefficient }: { $score } points:
why-exempt = More than { $above } above the peers' mean in { $by }: exempt from deduction, full points.

# No score, or one that a rule put in
why-no-target = No target has been set; not scored for now.
why-no-base = There is no figure of a year ago, so no growth.
why-zero-base = The figure of a year ago is zero, so there is no growth (now { $value }, { $rise } more).
why-negative-base = The figure of a year ago is negative ({ $base }), so growth is not compared (now { $value }, { $rise } more).
why-not-yet-due = Not yet due; not scored for now, and not counted as scored.
why-no-data = A nil report: nothing arose in the period; not counted as scored.
why-not-for-unit = Does not apply to the unit; its points are shared out within the block.
why-missing = Not filed for this period; not scored for now, and not counted as scored.
why-missing-zero = Due and not filed: zero by the rules (full points { $points }).
why-missing-last = Not filed for this period; the rules take the figure of { $of }:
why-missing-mean = Not filed for this period; the rules take the mean of { $count } peers: { $score } of { $points } points.
why-no-case-mean = Nothing arose in the period; the rules take the mean of { $count } peers: { $score } of { $points } points.
why-mean-of-nobody = No peer has a figure, so there is no mean to take; not counted as scored.
why-waived = Excused by decision; its points are shared out within the block.
why-left-out = Left out of this trial.

# Why a scheme cannot be computed
method-unknown = There is no scoring method called “{ $name }”.
method-unreadable = The scoring method “{ $text }” cannot be read.
method-share-missing = “{ $text }” in a mix of methods does not say its share.
method-shares-sum = The shares in “{ $text }” add up to { $sum }%, not 100%.
method-parameter-unknown = The method { $method } has no parameter “{ $name }”.
method-parameter-missing = The method { $method } needs the parameter “{ $name }”.
method-parameter-unreadable = “{ $text }” of the method { $name } cannot be read; write name=value.
method-parameter-value = The parameter { $name } cannot be “{ $value }”.
method-tiers-differ = The tiers' values ({ $values }) and coefficients ({ $coefs }) must be equally many, at least two.
scheme-code-twice = The code { $code } is used twice.
scheme-parent-unknown = The block { $code } lies in “{ $parent }”, which does not exist.
scheme-group-circle = The block { $code } lies inside itself.
scheme-group-unknown = The indicator { $code } lies in the block “{ $group }”, which does not exist.
scheme-unit-unknown = The indicator { $code } names the unit or category “{ $name }”, which does not exist.
scheme-indicator-unknown = The indicator { $code } refers to “{ $name }”, which does not exist.
scheme-tie-unknown = “{ $name }”, which is to part ties, is neither a block nor an indicator.
scheme-points-negative = The points of { $code } cannot be negative.
scheme-full-points = The full points must be above zero, not { $points }.
scheme-sum = The blocks add up to { $sum } points, not the full { $points }.
scheme-block-sum = The block { $code } adds up to { $sum } points for the unit { $unit }, not { $points }.

# The record of a monitoring unit.
why-record = { $score } points in all (of { $points }):
why-record-timeliness = Timeliness: { $days } working days late in all, { $each } a day, nothing from { $zero_at } days on: { $score } of { $points } points.
why-record-late = · { $indicator } ({ $period }): { $count } working days late
why-record-accuracy = Accuracy: { $cost } taken off, down to nothing: { $score } of { $points } points.
why-record-odd = · { $indicator } ({ $period }): { $count } odd figures without a reason, { $cost } off
why-record-error = · { $indicator } ({ $period }): { $count } figures corrected after their release, { $cost } off
why-record-published-error = · { $indicator } ({ $period }): { $count } figures corrected after publication, { $cost } off
why-record-completeness = Completeness: { $cost } taken off, down to nothing: { $score } of { $points } points.
why-record-missing = · { $indicator } ({ $period }): { $count } figure missing, { $cost } off
