"""A quarter's report on observations, previewed, remarked on, released."""
