def test_a_body_that_ends_early_is_read_again(client, server):
    """Wanted: the whole body, by a second request."""
    try:
        call(client)
    except (BotoCoreError, HTTPClientError, OSError) as error:
        pytest.fail(f"the body ends early and the code gives up: {error}")
    assert server.requests == len(SCRIPT) + 1
