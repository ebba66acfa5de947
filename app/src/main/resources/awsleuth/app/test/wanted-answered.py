def test_the_call_outlasts_the_failures(client, server):
    """Wanted: an answer, after as many failures as the diagnosed call met."""
    try:
        call(client)
    except (ClientError, BotoCoreError) as error:
        pytest.fail(f"the call gives up after {server.requests} request(s): {error}")
    assert server.requests == len(SCRIPT) + 1
