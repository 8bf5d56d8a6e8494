"""Filing, checking, proving and reviewing the figures of a month."""
