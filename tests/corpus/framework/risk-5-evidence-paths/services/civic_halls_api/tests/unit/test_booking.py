def test_overlap() -> None:
    assert True
