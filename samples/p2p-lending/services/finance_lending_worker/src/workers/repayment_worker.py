"""Collect monthly repayments and book them once."""

from decimal import Decimal


# Implements: FR-004
class RepaymentWorker:
    def __init__(self, data, stripe, seen) -> None:
        self.data = data
        self.stripe = stripe
        self.seen = seen

    async def collect(self, loan: dict) -> str:
        amount = Decimal(loan["monthly_payment"])
        key = f"{loan['id']}:{loan['next_due']}"
        intent = await self.stripe.charge(loan["borrower_id"], amount, key)
        return intent["id"]

    async def book(self, event: dict) -> bool:
        if not await self.seen.add(event["id"]):
            return False
        await self.data.book_payment(event["id"])
        return True
