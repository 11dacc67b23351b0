"""Approve or refuse a request."""

ALLOWED = {"approved", "refused"}


# Implements: FR-002
class DecideLeave:
    def __init__(self, data) -> None:
        self.data = data

    async def execute(self, request_id: str, decision: str, reason: str) -> dict:
        if decision not in ALLOWED:
            raise ValueError(decision)
        return await self.data.decide(request_id, decision, reason)
