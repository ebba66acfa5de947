"""Microseconds that botocore's validator takes for each call of calls.jsonl, one "id microseconds ok" a line."""
import json
import sys
import timeit

import botocore.loaders
import botocore.model
import botocore.validate

loader = botocore.loaders.create_loader()
for line in open(sys.argv[1]):
    call = json.loads(line)
    model = botocore.model.ServiceModel(loader.load_service_model(call['service'], 'service-2'))
    shape = model.operation_model(call['operation']).input_shape
    params, validator = call['params'], botocore.validate.ParamValidator()
    timer = timeit.Timer(lambda: validator.validate(params, shape))
    number, _ = timer.autorange()
    best = min(timer.repeat(5, number)) / number
    print(call['id'], best * 1e6, not validator.validate(params, shape).has_errors())
