# The demonstration.
demo-ready = The demonstration is ready; open it in a browser: { $url }
    The city, its people and its figures are invented. Ctrl-C ends it.
demo-failed = ✗ Act { $number } “{ $title }” did not have its effect: { $why }
demo-played = ✓ All { $count } acts played; { $files } files saved in { $folder }
