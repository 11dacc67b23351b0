"""Loan aggregate of the lending domain."""

from dataclasses import dataclass
from decimal import Decimal

MIN_AMOUNT = Decimal("100")
MAX_AMOUNT = Decimal("50000")
MAX_MONTHS = 60
MAX_ACTIVE_LOANS = 3


@dataclass(frozen=True)
class Loan:
    """A loan request as the borrower sees it."""

    id: str
    borrower_id: str
    amount: Decimal
    months: int
    yearly_rate: Decimal

    # Implements: FR-002
    def check(self, active_loans: int) -> None:
        if active_loans >= MAX_ACTIVE_LOANS:
            raise ValueError("too many active loans")
        if not MIN_AMOUNT <= self.amount <= MAX_AMOUNT:
            raise ValueError("amount outside the allowed range")
        if not 1 <= self.months <= MAX_MONTHS:
            raise ValueError("term outside the allowed range")

    def monthly_payment(self) -> Decimal:
        rate = self.yearly_rate / 12
        factor = (1 + rate) ** self.months
        payment = self.amount * rate * factor / (factor - 1)
        return payment.quantize(Decimal("0.01"))
