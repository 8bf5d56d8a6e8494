"""A quarter's report on what observations came to."""
