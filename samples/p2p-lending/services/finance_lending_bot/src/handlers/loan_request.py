"""Dialogue that collects amount and term of a loan request."""

from aiogram import Router, types
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

router = Router()


class LoanForm(StatesGroup):
    amount = State()
    months = State()


# Implements: UI-002
@router.message(LoanForm.amount)
async def take_amount(message: types.Message, state: FSMContext) -> None:
    if not message.text.isdigit():
        await message.answer("Please send a whole number, for example 1500.")
        return
    await state.update_data(amount=int(message.text))
    await state.set_state(LoanForm.months)
    await message.answer("For how many months?")
