# What the process itself says while it receives and sends.
delivery-repeated = <b>[Sent again]</b> This may have reached you before; nothing needs doing twice.
delivery-file-gone = ⚠️ Telegram no longer has this file and no copy of it was kept; please ask whoever sent it.
delivery-unreachable = <b>Messages do not reach { $name }</b>
    Telegram says: { $why }
    Broadcasts to this person have been stopped. Please get in touch, or name somebody else.
delivery-destination-lost = <b>Nothing can be published to { $title }</b>
    Telegram says: { $why }
    Please check the bot's rights in that group or channel.
intake-set-aside = Sorry, that message could not be dealt with. It has been kept as it came, under <code>{ $reference }</code>.
    Please send it again later; if it still fails, give the office this number.
