def as_raised():
    """The exception as botocore raised it, with the message of the diagnosis."""
    kind = getattr(botocore.exceptions, CODES[0], BotoCoreError)
    error = kind.__new__(kind)
    Exception.__init__(error, MESSAGE)
    error.kwargs = {}
    return error


@pytest.fixture
def client():
    """A client whose calls end as the diagnosed one did, before anything is sent."""
    client = boto3.client(SERVICE, region_name=REGION)

    def fail(**_):
        raise as_raised()

    client.meta.events.register_first("before-call", fail)
    return client


def test_the_failure_is_reproduced(client):
    with pytest.raises(type(as_raised())) as raised:
        getattr(client, METHOD)(**PARAMETERS)
    assert str(raised.value) == MESSAGE

