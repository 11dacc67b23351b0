"""Turn payment.due events into reminder cards."""


# Implements: UI-003
async def send_card(bot, event: dict) -> None:
    text = f"Repayment of {event['amount']} EUR is due on {event['due_date']}."
    link = {"text": "Pay now", "url": event["pay_url"]}
    await bot.send_message(event["chat_id"], text, buttons=[link])
