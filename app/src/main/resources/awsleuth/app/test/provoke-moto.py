@pytest.fixture
def client(nothing_of_this_machine):
    """A client of moto, with what the diagnosed call met."""
    with mock_aws():
        client = boto3.Session().client(SERVICE)
@@SCENE@@        yield client


def test_the_failure_is_reproduced(client):
    with pytest.raises(ClientError) as raised:
        getattr(client, METHOD)(**PARAMETERS)
    assert raised.value.response["Error"]["Code"] in CODES

