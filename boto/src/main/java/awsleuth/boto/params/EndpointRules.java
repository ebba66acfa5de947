package awsleuth.boto.params;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue.Dict;
import java.util.Optional;

/**
 * What the endpoint rules of a service say of the parameters of a call, which botocore asks before
 * it validates them.
 */
@FunctionalInterface
public interface EndpointRules {

  /** The exception that they end in; empty if they give an endpoint. */
  Optional<Raised> refusal(Service service, Operation operation, Dict params);
}
