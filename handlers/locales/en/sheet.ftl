# Reading files: why one is not opened, which cell was not read, and what to do.
sheet-empty = There is nothing in the file. Please fill it in, save it and send it again.
sheet-too-big = The file is larger than { $most } MB, which Telegram does not let a bot download. Keep only the sheet to be filed, save it under another name and send that.
sheet-encrypted = The file has a password and cannot be read. Take the password off (File → Info → Protect workbook), save it and send it again.
sheet-macros = The file holds macros and is not opened, for safety. Save it as “Excel workbook (.xlsx)” and send that.
sheet-links = The file takes figures from other files (external links) and is not opened, for safety. Break the links under Data → Edit links, or paste the table as values into a new workbook, and send that.
sheet-bomb = The file unpacks to an enormous size or is built in a suspicious way; it was not opened. Copy the table into a new workbook and send that.
sheet-broken = The file is damaged or not a whole workbook and cannot be opened. Check that it opens on your computer, save it as xlsx and send that.
sheet-too-many = The table is too large (more than { $rows } rows, or too many columns) and was not read. Keep only what is to be filed and send that.
sheet-other-kind = { $kind ->
    [pdf] This is a PDF, not a table. Please send the Excel file itself (xlsx, xls, ods) or csv.
    [picture] This is a picture, not a table. Please send the Excel file itself (xlsx, xls, ods) or csv.
    [archive] This is an archive, not a table. Unpack it and send the Excel file inside.
    [program] This is a program, not a table; it was not opened. Please send an Excel file (xlsx, xls, ods) or csv.
    [page] This is a web page with the name of an Excel file. Open it in Excel, save it as “Excel workbook (.xlsx)” and send that.
    [document] This is a document or slides, not a table. Please send an Excel file (xlsx, xls, ods) or csv.
    [xlsb] This is a binary workbook (xlsb). Save it as “Excel workbook (.xlsx)” and send that.
   *[other] It is not clear what this file is. Please send an Excel file (xlsx, xls, ods) or csv.
}
sheet-not-fetched = The file could not be had from Telegram just now; please send it again.
sheet-given-up = The file is too complicated; reading it took too long. Copy the table into a new workbook and send that.
sheet-formula = { $cell } is a formula whose result is not stored in the file. Open it in Excel and save it once, or type the figure instead.
sheet-shared = This figure is merged over several lines, so it is not clear whose it is. Please unmerge it and fill in each line.
sheet-date = “{ $text }” is a date. If it was meant as a number (Excel turns 9-1 into a date), make the cell a number and type it again.
sheet-garbled = The characters here are garbled. Save the csv as UTF-8, or send the xlsx itself.
sheet-ellipsis = “{ $text }” usually means less than the smallest unit of the table, so the figure is not known: please type a number, or “no data” or 0 where nothing happened.
sheet-two-indicators = The head of this column names several indicators ({ $codes }); please one a column.
sheet-head-unclear = The head “{ $head }” says more than the indicator’s name, so the column may hold something else and was not read. If it is the figure itself, use the plain name and send it again.
sheet-two-names = This line names two different units; please keep one.
sheet-only-one-month = The table has only the single month of “{ $name }”; please add the total since January.
sheet-other-months = The table has no figure of “{ $name }” for { $period }; please check the month.
sheet-blank-broken = The workbook was rebuilt, and it is not clear which column holds the figures. Get a new one, copy the figures in and send that.
sheet-blank-line = The indicator’s or unit’s code in this line was changed, so it is not clear whose figure it is. Please restore the codes.
sheet-blank-no-value = Only last year’s figure or the growth is filled in, not the figure itself.
sheet-no-units = No assessed unit was recognised, so nothing of the table was read. Put a unit’s name or code in each line (or column), or use our workbook.
sheet-line = Line { $line }
sheet-cell = Line { $line } { $spot }
sheet-remark = ↳ { $where }: { $note }
sheet-more-remarks = ↳ { $count } more were converted.
sheet-left-out = ↳ { $count } { $count ->
        [one] column has
       *[other] columns have
    } nothing to do with your indicators and were not read: { $heads }
