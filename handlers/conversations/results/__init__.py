"""Looking at results: places, a card, why, what if, how it came."""
