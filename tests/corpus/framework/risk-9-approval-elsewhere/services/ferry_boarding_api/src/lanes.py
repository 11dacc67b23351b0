def assign_lane(length: float) -> int:
    return 1 if length < 5 else 2
