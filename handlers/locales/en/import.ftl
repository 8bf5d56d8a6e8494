# Importing a city: a dry run first, then the deed.
import-sum = { $kind ->
    [unit] Units
    [observation_category] Categories of observations
    [answer_template] Ready answers
    [point] Observation points
    [day] Calendar days
    [scheme] Schemes
    [indicator] Indicators
    [target] Targets
    [ledger_item] Bonus and deduction items
    [observation_rule] Rules for observations
    [person] People
    [role] Roles
   *[figure] Figures
}: { $added } added, { $changed } changed, { $unchanged } unchanged, { $removed } removed
import-added = {"  "}+ { $subject } ({ $file }, line { $line })
import-changed = {"  "}~ { $subject }: { $column } from “{ $old }” to “{ $new }” ({ $file }, line { $line })
import-removed = {"  "}- { $subject }: no longer in the new scheme
import-ignored = Tables not read: { $names }
import-refused = Refused in { $count } { $count ->
    [one] place
   *[other] places
}:
import-nothing-to-do = Everything is there already; nothing to write.
import-dry-run = This was a dry run; nothing has been written. Add --apply to do it.
import-done = { $count } { $count ->
    [one] line
   *[other] lines
} written.
import-no-such-path = There is no “{ $path }”.
import-not-allowed = Only the performance office may import city data.
import-fault-file = {"  "}✗ { $file } { $value }: { $why }
import-fault-line = {"  "}✗ { $file }, line { $line }, { $value }: { $why }
import-fault-cell = {"  "}✗ { $file }, line { $line }, { $column } “{ $value }”: { $why }

import-fault-encoding = The encoding cannot be read; save the file as UTF-8 or GB18030.
import-fault-workbook = The file cannot be opened as an Excel workbook (xlsx, xls).
import-fault-nothing = There is no table in it to import.
import-fault-toml = This line is not valid TOML.
import-fault-empty = The table is empty, without even a header.
import-fault-column-unknown = There is no such column{ $known ->
    [none] .
   *[other] . Known columns: { $known }.
}
import-fault-column-missing = This column is missing; the whole table was left out.
import-fault-overlong = The line has more cells than the header.
import-fault-blank = This must be filled in.
import-fault-number = This should be a number.
import-fault-reach = This number is out of reach: it must be less than 10^20 in size and have at most 30 decimals.
import-fault-whole = This should be a whole number.
import-fault-date = This should be a date such as 2013-09-05.
import-fault-month = This should be a month such as 2013-09.
import-fault-value = This cannot be understood.
import-fault-choice = This must be one of { $choices }.
import-fault-gt = This must be greater than { $limit }.
import-fault-ge = This must not be less than { $limit }.
import-fault-lt = This must be less than { $limit }.
import-fault-le = This must not be greater than { $limit }.
import-fault-twice = The same as line { $first }.
import-fault-unit-unknown = There is no such unit.
import-fault-unit-ambiguous = This may be any of { $units }. Write the unit's code.
import-fault-unit-frozen = The year already has figures; category, track and difficulty stay (now “{ $old }”).
import-fault-unit-elsewhere = { $unit } is not assessed under “{ $scheme }”.
import-fault-scheme-broken = The scheme has mistakes and was left out as a whole; correct them and import again.
import-fault-scheme-unread = The scheme cannot be read, so the tables beside it were left out.
import-fault-scheme-frozen = The year already has figures, so the scheme is locked (now “{ $old }”).
import-fault-indicator-named = the table (up to line { $last }) no longer has this indicator, but it is still named by { $what ->
        [extension] requests for more time
        [deadline_move] moved deadlines
        [dispute] disputes
        [restatement] restatements
        [evidence] evidence
        [question] questions about figures
        [check_setting] settings of checks
        [freeze] freezes or reopenings
        [proposal] targets under discussion
        [retarget] adjustments of targets
        [season_proposal] proposed seasonal plans
        [filing] filings
        [reading] figures
       *[other] other records
    } ({ $count }), so it cannot go. Please put its line back and import again; if it is to be assessed no longer, leave it out of next year’s scheme.
import-fault-no-scheme = The scheme could not be written, so this table was left out.
import-fault-indicator-unknown = “{ $scheme }” has no such indicator.
import-fault-not-meant = “{ $indicator }” does not apply to { $unit }.
import-fault-point-unknown = There is no such observation point.
import-fault-not-due = The indicator has no figure for this month, or the month is not in the scheme's year.
import-fault-figure-there = A released figure is there already ({ $old }); ask for a correction instead.
import-fault-figure-waiting = The monitoring unit's own figure is under review.
import-fault-month-locked = This month is frozen.
import-fault-future = This filing date has not come yet.
