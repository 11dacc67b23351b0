def test_dry():
    pass
