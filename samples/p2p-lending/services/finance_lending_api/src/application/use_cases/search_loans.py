"""Search the loan marketplace."""

from src.infrastructure.http_clients.postgres_client import PostgresClient

PAGE_SIZE = 20


# Implements: FR-003
class SearchLoans:
    def __init__(self, data: PostgresClient) -> None:
        self.data = data

    async def execute(self, filters: dict, page: int = 1) -> dict:
        if page < 1:
            raise ValueError("pages start at 1")
        query = {key: value for key, value in filters.items() if value is not None}
        query.update(limit=PAGE_SIZE, offset=(page - 1) * PAGE_SIZE)
        return await self.data.list_loans(query)
