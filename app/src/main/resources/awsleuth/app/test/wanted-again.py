def test_the_call_is_made_again(client, monkeypatch):
    """Wanted: the state passes, so the code waits and tries again."""
    waited = []
    monkeypatch.setattr(time, "sleep", waited.append)
    try:
        call(client)
    except ClientError as error:
        pytest.fail(f"the code gives up at the first refusal: {error}")
    assert waited, "the code does not wait before it tries again"
