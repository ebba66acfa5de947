@pytest.fixture
def client():
    """A client whose next call fails as the diagnosed one did."""
    client = boto3.client(SERVICE, region_name=REGION)
    with Stubber(client) as stub:
        stub.add_client_error(
            METHOD,
            CODES[0],
            MESSAGE,
            @@STATUS@@,
            expected_params=@@EXPECTED@@,
            response_meta={"RequestId": @@REQUEST_ID@@},
        )
@@THEN@@        yield client


def test_the_failure_is_reproduced(client):
    with pytest.raises(ClientError) as raised:
        getattr(client, METHOD)(**PARAMETERS)
    assert raised.value.response["Error"]["Code"] in CODES

