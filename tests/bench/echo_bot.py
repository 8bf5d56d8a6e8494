"""The least a bot can do on python-telegram-bot: stock polling, stock transport, one answer.

python tests/bench/echo_bot.py BASE_URL TOKEN
"""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say it back."""
    if update.message is not None:
        await update.message.reply_text(f"收到 {update.message.text}")


def main() -> None:
    """Poll until terminated."""
    builder = Application.builder().token(sys.argv[2]).base_url(sys.argv[1]).concurrent_updates(8)
    application = builder.connection_pool_size(8).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
