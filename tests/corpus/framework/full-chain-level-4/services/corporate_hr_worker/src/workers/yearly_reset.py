"""Carry remaining days over to the next year."""


# Implements: FR-004
class YearlyReset:
    def __init__(self, data, rules) -> None:
        self.data = data
        self.rules = rules
