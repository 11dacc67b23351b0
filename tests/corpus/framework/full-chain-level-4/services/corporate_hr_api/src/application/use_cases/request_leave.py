"""Request leave."""

from datetime import date


# Implements: FR-001
class RequestLeave:
    def __init__(self, data, events) -> None:
        self.data = data
        self.events = events

    async def execute(self, employee: str, first: date, last: date) -> dict:
        stored = await self.data.create_request(employee, first, last)
        await self.events.publish("leave.requested", stored)
        return stored
