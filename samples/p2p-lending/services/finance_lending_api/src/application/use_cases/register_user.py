"""Register a user and start the identity check."""

from src.infrastructure.events.publisher import EventPublisher
from src.infrastructure.http_clients.postgres_client import PostgresClient


# Implements: FR-001
class RegisterUser:
    def __init__(self, data: PostgresClient, events: EventPublisher) -> None:
        self.data = data
        self.events = events

    async def execute(self, email: str, country: str) -> dict:
        if await self.data.find_user(email):
            raise ValueError("email is already registered")
        user = await self.data.create_user(
            {"email": email, "country": country, "kyc_status": "pending"}
        )
        await self.events.publish("user.registered", user)
        return user
