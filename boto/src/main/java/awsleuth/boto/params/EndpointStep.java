package awsleuth.boto.params;

import awsleuth.aws.Operation;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.ClientOutcome;
import awsleuth.boto.endpoint.EndpointOutcome;
import awsleuth.boto.endpoint.Endpoints;
import awsleuth.boto.python.PyValue.Str;

/** Asks the endpoint rules, which botocore does before it validates parameters. */
record EndpointStep(Endpoints endpoints, ClientOutcome client) {

  /** The endpoint; sets what botocore sets in this step. */
  EndpointOutcome.Endpoint run(Operation operation, CallParams params) throws Refusal {
    return switch (client) {
      case ClientOutcome.Refused refused -> throw new Refusal(refused.raised());
      case ClientOutcome.Made(Client made) -> run(made, operation, params);
    };
  }

  private EndpointOutcome.Endpoint run(Client made, Operation operation, CallParams params)
      throws Refusal {
    return switch (endpoints.resolve(made, operation.name(), params.dict())) {
      case EndpointOutcome.Refused refused -> throw new Refusal(refused.raised());
      case EndpointOutcome.Endpoint endpoint -> {
        if (endpoint.parameters().get("AccountId") instanceof Str(String account)) {
          params.put("AccountId", account);
        }
        yield endpoint;
      }
    };
  }
}
