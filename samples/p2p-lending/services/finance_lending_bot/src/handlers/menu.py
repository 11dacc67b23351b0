"""Main menu of the bot."""

from aiogram import Router, types
from aiogram.filters import CommandStart

router = Router()
BUTTONS = ["My loans", "Request a loan", "Marketplace", "Credit score"]


# Implements: UI-001
@router.message(CommandStart())
async def start(message: types.Message) -> None:
    rows = [[types.KeyboardButton(text=text)] for text in BUTTONS]
    markup = types.ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True)
    await message.answer("What would you like to do?", reply_markup=markup)
