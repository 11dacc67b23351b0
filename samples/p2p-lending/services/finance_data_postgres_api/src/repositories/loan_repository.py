"""Loan table access; no business rules here."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from src.models import LoanRow


class LoanRepository:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def add(self, row: LoanRow) -> LoanRow:
        self.session.add(row)
        await self.session.flush()
        return row

    async def active_count(self, borrower_id: str) -> int:
        query = select(func.count()).where(
            LoanRow.borrower_id == borrower_id, LoanRow.status == "active"
        )
        return await self.session.scalar(query)
