"""HTTP client of the PostgreSQL data service; the only way to the data."""

import httpx

from src.domain.entities.loan import Loan


class PostgresClient:
    def __init__(self, base_url: str) -> None:
        self.http = httpx.AsyncClient(base_url=base_url, timeout=5.0)

    async def get_user(self, user_id: str) -> dict:
        return (await self.http.get(f"/users/{user_id}")).raise_for_status().json()

    async def find_user(self, email: str) -> list:
        return (await self.http.get("/users", params={"email": email})).json()

    async def create_user(self, body: dict) -> dict:
        return (await self.http.post("/users", json=body)).raise_for_status().json()

    async def count_active_loans(self, user_id: str) -> int:
        return (await self.http.get(f"/users/{user_id}/active-loans")).json()["count"]

    async def create_loan(self, loan: Loan) -> dict:
        body = {"id": loan.id, "borrower_id": loan.borrower_id, "months": loan.months}
        body["amount"] = str(loan.amount)
        return (await self.http.post("/loans", json=body)).raise_for_status().json()

    async def list_loans(self, query: dict) -> dict:
        return (await self.http.get("/loans", params=query)).json()
