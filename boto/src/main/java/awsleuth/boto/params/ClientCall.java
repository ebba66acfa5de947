package awsleuth.boto.params;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue.Dict;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a call of a client does before anything is sent: handlers change and refuse parameters,
 * endpoint rules decide, the rest is validated, the request is made.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/client.py">{@code
 *     _make_api_call}</a>
 */
public final class ClientCall {

  private final Service service;
  private final ParamValidator validator;
  private final EndpointStep endpoint;

  /**
   * Calls of a client of that service in us-east-1, with nothing configured.
   *
   * @param today from where a text of a date takes what it leaves out
   */
  public ClientCall(AwsCatalog catalog, Service service, LocalDate today) {
    this.service = service;
    this.validator = new ParamValidator(service, today);
    this.endpoint = new EndpointStep(catalog, service);
  }

  /** The exception that the call ends in before anything is sent; empty if it is sent. */
  public Optional<Raised> refusal(Operation operation, Dict given) {
    try {
      run(operation, new CallParams(given));
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.raised());
    }
  }

  private void run(Operation operation, CallParams params) throws Refusal {
    new Handlers(service, operation).run(params);
    endpoint.run(operation, params);
    Optional<Shape.Structure> input = service.input(operation.name());
    if (input.isPresent()) {
      validate(params, input.get());
      new RequestChecks(service, operation).run(params);
    }
  }

  private void validate(CallParams params, Shape.Structure input) throws Refusal {
    Validation validation = validator.validate(params.dict(), input);
    if (validation.leak().isPresent()) {
      throw new Refusal(validation.leak().get());
    }
    if (!validation.ok()) {
      throw Refusal.report(validation.report());
    }
  }
}
