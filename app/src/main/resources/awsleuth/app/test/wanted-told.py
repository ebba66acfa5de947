def test_the_caller_is_told_what_failed(client):
    """Wanted: an error of the program's own that names the fault, raised from botocore's."""
    error = raised_by(client)
    assert not isinstance(error, (ClientError, BotoCoreError)), (
        "botocore's own error comes through and nobody is told what to do: " + str(error)
    )
    assert CODES[0] in str(error), "the error does not name the fault"
    assert isinstance(error.__cause__, (ClientError, BotoCoreError)), (
        "botocore's error, which has the request id, is lost: raise … from error"
    )
