"""Dates of doses."""


def second_dose(first, vaccine):
    return first + vaccine.gap
