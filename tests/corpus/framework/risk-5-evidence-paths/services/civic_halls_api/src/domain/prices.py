"""Prices."""

HOUR = 18
EVENING = 60
