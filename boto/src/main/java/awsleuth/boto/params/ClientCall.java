package awsleuth.boto.params;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.Raised;
import awsleuth.boto.endpoint.ClientOutcome;
import awsleuth.boto.endpoint.EndpointOutcome;
import awsleuth.boto.endpoint.Endpoints;
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

  /** What a call comes to before anything is sent. */
  public sealed interface Outcome {}

  /**
   * It is sent.
   *
   * @param params those that are sent: botocore changes some
   */
  public record Sent(EndpointOutcome.Endpoint endpoint, Dict params) implements Outcome {}

  /** botocore raises. */
  public record Refused(Raised raised) implements Outcome {}

  /**
   * Calls of a client of that service.
   *
   * @param client what making the client gave
   * @param today from where a text of a date takes what it leaves out
   */
  public ClientCall(Endpoints endpoints, ClientOutcome client, Service service, LocalDate today) {
    this.service = service;
    this.validator = new ParamValidator(service, today);
    this.endpoint = new EndpointStep(endpoints, client);
  }

  /** The exception that the call ends in before anything is sent; empty if it is sent. */
  public Optional<Raised> refusal(Operation operation, Dict given) {
    return switch (outcome(operation, given)) {
      case Sent _ -> Optional.empty();
      case Refused(Raised raised) -> Optional.of(raised);
    };
  }

  /** What a call comes to. */
  public Outcome outcome(Operation operation, Dict given) {
    try {
      CallParams params = new CallParams(given);
      return new Sent(run(operation, params), params.dict());
    } catch (Refusal refusal) {
      return new Refused(refusal.raised());
    }
  }

  private EndpointOutcome.Endpoint run(Operation operation, CallParams params) throws Refusal {
    new Handlers(service, operation).run(params);
    EndpointOutcome.Endpoint found = endpoint.run(operation, params);
    Optional<Shape.Structure> input = service.input(operation.name());
    if (input.isPresent()) {
      validate(params, input.get());
      new RequestChecks(service, operation).run(params);
    }
    return found;
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
