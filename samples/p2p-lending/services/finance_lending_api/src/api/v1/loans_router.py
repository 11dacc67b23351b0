"""Loan endpoints."""

from decimal import Decimal

from fastapi import APIRouter, Depends, HTTPException, status
from pydantic import BaseModel

from src.application.use_cases.create_loan import CreateLoan
from src.core.dependencies import create_loan_use_case, current_user_id

router = APIRouter(prefix="/api/v1/loans", tags=["loans"])


class LoanBody(BaseModel):
    amount: Decimal
    months: int


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_loan(
    body: LoanBody,
    user_id: str = Depends(current_user_id),
    use_case: CreateLoan = Depends(create_loan_use_case),
) -> dict:
    try:
        return await use_case.execute(user_id, body.amount, body.months)
    except ValueError as error:
        raise HTTPException(status_code=422, detail=str(error)) from error
