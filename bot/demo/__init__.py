"""The demonstration: an invented city, a Telegram on this machine, and a month played through."""
