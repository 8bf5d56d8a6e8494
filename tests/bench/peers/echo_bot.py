"""The least a bot can do on python-telegram-bot: stock polling, stock transport, one answer.

python tests/bench/peers/echo_bot.py BASE_URL TOKEN
"""

import sys

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("好", callback_data="go")]])


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say it back, with a button under it."""
    if update.message is not None:
        await update.message.reply_text(f"收到 {update.message.text}", reply_markup=KEYBOARD)


async def tapped(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer the tap, and change the message the button stands on."""
    if update.callback_query is not None:
        await update.callback_query.answer()
        await update.callback_query.edit_message_text(f"好 {update.update_id}")


def main() -> None:
    """Poll until terminated."""
    builder = Application.builder().token(sys.argv[2]).base_url(sys.argv[1]).concurrent_updates(8)
    application = builder.connection_pool_size(8).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.add_handler(CallbackQueryHandler(tapped))
    application.run_polling()


if __name__ == "__main__":
    main()
