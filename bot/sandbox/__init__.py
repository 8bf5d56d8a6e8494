"""Telegram in memory: a Bot API-compatible world with one door for tests and one over HTTP."""
