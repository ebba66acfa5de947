

@pytest.mark.parametrize("what", STAY_DENIED)
def test_what_stays_denied(what, tmp_path):
    denied, report = is_decided("denied", STAY_DENIED[what], tmp_path)
    assert denied, report
