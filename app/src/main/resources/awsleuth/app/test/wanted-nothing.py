def test_that_is_an_answer_and_no_error(client):
    """Wanted: None, since @@MEANING@@."""
    try:
        answer = call(client)
    except ClientError as error:
        pytest.fail(f"botocore's error comes through: {error}")
    assert answer is None


def test_another_error_is_not_swallowed():
    def refuse(**_):
        raise ClientError({"Error": {"Code": "InternalFailure", "Message": "another"}}, METHOD)

    client = boto3.client(SERVICE, region_name=REGION)
    client.meta.events.register_first("before-call", refuse)
    assert "InternalFailure" in str(raised_by(client))
