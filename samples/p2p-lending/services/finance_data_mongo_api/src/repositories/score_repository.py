"""Credit score history, one document per computed score."""

from datetime import UTC, datetime


class ScoreRepository:
    def __init__(self, collection) -> None:
        self.collection = collection

    async def append(self, user_id: str, value: int) -> None:
        entry = {"user_id": user_id, "score": value, "at": datetime.now(UTC)}
        await self.collection.insert_one(entry)

    async def history(self, user_id: str) -> list:
        cursor = self.collection.find({"user_id": user_id}).sort("at", -1)
        return await cursor.to_list(length=100)
