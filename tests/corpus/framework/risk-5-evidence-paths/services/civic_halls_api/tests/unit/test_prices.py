from civic import prices


def test_evening() -> None:
    assert prices.EVENING == 60
