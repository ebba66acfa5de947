def test_the_client_waits_for_the_answer(client, server):
    """Wanted: one request, answered however long the service takes."""
    try:
        call(client)
    except (ClientError, BotoCoreError) as error:
        pytest.fail(f"the client gives up before the answer: {error}")
    assert server.requests == 1
