def test_the_retries_are_not_multiplied(client, server):
    """Wanted: no more requests than botocore makes of one call; the error comes through."""
    with pytest.raises(ClientError):
        call(client)
    assert server.requests <= @@MOST@@, (
        f"{server.requests} requests were made where botocore by itself makes @@MOST@@"
    )
