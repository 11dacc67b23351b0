"""Create a loan request."""

from decimal import Decimal
from uuid import uuid4

from src.domain.entities.loan import Loan
from src.infrastructure.events.publisher import EventPublisher
from src.infrastructure.http_clients.postgres_client import PostgresClient


# Implements: FR-002
class CreateLoan:
    def __init__(self, data: PostgresClient, events: EventPublisher) -> None:
        self.data = data
        self.events = events

    async def execute(self, borrower_id: str, amount: Decimal, months: int) -> dict:
        borrower = await self.data.get_user(borrower_id)
        if borrower["kyc_status"] != "approved":
            raise ValueError("identity check is not finished")
        rate = Decimal(borrower["offered_rate"])
        loan = Loan(str(uuid4()), borrower_id, amount, months, rate)
        loan.check(await self.data.count_active_loans(borrower_id))
        stored = await self.data.create_loan(loan)
        await self.events.publish("loan.created", stored)
        return stored
