

@pytest.mark.parametrize("what", STAY_ALLOWED)
def test_what_stays_allowed(what, tmp_path):
    allowed, report = is_decided("allowed", STAY_ALLOWED[what], tmp_path)
    assert allowed, report
