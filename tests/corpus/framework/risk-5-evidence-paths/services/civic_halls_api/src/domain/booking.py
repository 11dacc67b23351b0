"""Bookings."""

class Booking:
    def cancel(self) -> None:
        self.cancelled = True
