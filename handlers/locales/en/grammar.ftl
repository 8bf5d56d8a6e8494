# What was read and what was not: where the doubt lies and how to settle it.
grammar-empty = Nothing is filled in here. Write “nil” if there is no data and “n/a” if it does not apply.
grammar-too-long = This is longer than { $most } characters; please give one figure at a time.
grammar-not-a-number = I cannot read “{ $text }” as a number. Please give a number such as 12.5, or “nil”, “n/a” or “unchanged”.
grammar-comma = The comma in “{ $text }” can be read in two ways: write thousands as 1,234 and decimals with a point, as 1.5.
grammar-two-numbers = There is more than one number in “{ $text }”. Please give one; write last year's as “last year 1.98” and a growth as “up 8.2%”.
grammar-spaced = “{ $text }” may be one number or a figure with last year's. Please write “412 (380)” or “412 last year 380”, or leave out the blank.
grammar-scientific = “{ $text }” is in scientific notation and may have lost digits; please write the number out.
grammar-sheet-error = “{ $text }” is an error mark of the spreadsheet; please check the sheet and fill it in again.
grammar-leading-zero = “{ $text }” begins with 0 and looks like a code; please check it.
grammar-too-many-digits = There are more than { $most } significant digits; please check, or use a larger unit of measure.
grammar-approximate = “{ $text }” is not an exact figure; please give the exact one.
grammar-one-month = “{ $text }” is the figure of one month; please give the running total since January.
grammar-percent-for-amount = This indicator is measured in “{ $measure }”, so a percentage does not fit; put a growth after the figure, as in “412 up 12.5%”.
grammar-wrong-measure = “{ $typed }” cannot be converted into this indicator's unit of measure, “{ $wanted }”; please check it.
grammar-inexact = “{ $typed }” cannot be converted into “{ $wanted }” exactly; please give the figure in “{ $wanted }”.
grammar-change-for-amount = This is a change, not the figure itself. Please give the figure ({ $measure }); the change may follow it, as in “412 up 12.5%”.
grammar-double-sign = “{ $text }” has two signs; please use one way of writing it, “-3” or “down 3”.
grammar-same-as-last-year = Does this mean the same as in the same period of last year? Please give the number; for the same as last month write “unchanged”.
grammar-growth-percent = The growth “{ $text }” does not say what it counts; please add % or pp.
grammar-bracket = It is not clear what the brackets in “{ $text }” mean: write last year's figure as “last year 1.20” and a growth with %.
grammar-no-figure = There is no current figure in “{ $text }”; please give it first, then last year's.
grammar-dash-or-minus = The dash after the name may be a separator or a minus: write a negative number after a colon, as in “: -3.2”, and leave the dash out otherwise.
grammar-part-of-year = “{ $text }” does not run from January; please give the running total since January.
grammar-no-such-month = “{ $text }” is not a month; please check it.
grammar-indicator-shared = “{ $name }” is the name of several indicators ({ $codes }); please give the code.
grammar-no-indicator = It does not say which indicator this is; please begin with its code or name, as in “K09 9月”.
grammar-unit-shared = “{ $said }” may mean { $names }; please say which one.
grammar-unknown-unit = { $near ->
    [none] There is no unit called “{ $said }”; please check the name.
   *[other] There is no unit called “{ $said }”. Did you mean { $near }? Please check and send it again.
}
grammar-said-twice = The same unit is given twice with different figures (see line { $line }, “{ $text }”); please keep one of them.
grammar-column-count = This line should have { $due } figures and has { $found }; please check each column and write “nil” where there is no data.
grammar-unknown-column = The head of column { $number } does not say which indicator it is, so the column was not read.
grammar-two-columns = Two columns hold the current figure of “{ $name }”; please keep one, or head the other “last year” or “growth”.
grammar-item-unclear = I cannot tell which item “{ $text }” belongs to; please write “number=figure”, as in 3=412.
grammar-no-such-item = There is no item { $text } in the list of { $last }; please check the number.
grammar-item-twice = Item { $number } is given twice with different figures; please keep one of them.
grammar-all-and-some = “{ $text }” overlaps with what was answered before; for the other items write “rest …”, and only once.
grammar-rest-unclear = Because “{ $text }” could not be read, the remaining items were left open; please correct it first.
grammar-note-converted = { $typed } is taken as { $value } { $measure }.
grammar-note-change = Taken as { $value } (a fall is negative, unless the indicator itself measures a fall).
grammar-note-bracket = Brackets mean a negative number: taken as { $value }.
