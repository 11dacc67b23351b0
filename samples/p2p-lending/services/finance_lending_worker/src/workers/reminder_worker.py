"""Announce repayments three days before they are due."""

from datetime import date, timedelta

LEAD = timedelta(days=3)


# Implements: FR-006
class ReminderWorker:
    def __init__(self, data, events) -> None:
        self.data = data
        self.events = events

    async def run(self, today: date) -> int:
        due = await self.data.payments_due(today + LEAD)
        for payment in due:
            await self.events.publish("payment.due", payment)
        return len(due)
