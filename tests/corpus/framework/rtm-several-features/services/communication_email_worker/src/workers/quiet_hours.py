"""Hours without mail."""


def is_quiet(hour: int, first: int = 22, last: int = 7) -> bool:
    return hour >= first or hour < last


def local_hour(utc_hour: int, offset: int) -> int:
    return (utc_hour + offset) % 24
