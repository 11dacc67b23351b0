"""Compute the credit score of a borrower."""

WEIGHTS = {"history": 0.5, "ratio": 0.3, "age": 0.2}


# Implements: FR-005
def score(factors: dict) -> int:
    missing = WEIGHTS.keys() - factors.keys()
    if missing:
        raise ValueError(f"missing factors: {sorted(missing)}")
    total = sum(factors[name] * weight for name, weight in WEIGHTS.items())
    return round(300 + 550 * total)


class CreditScoreWorker:
    def __init__(self, data, scores) -> None:
        self.data = data
        self.scores = scores

    async def handle(self, event: dict) -> None:
        factors = await self.data.get_factors(event["user_id"])
        value = score(factors)
        await self.scores.append(event["user_id"], value)
        await self.data.set_score(event["user_id"], value)
