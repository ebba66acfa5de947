package awsleuth.collect.doctor;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Shape;
import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.call.CallResult;
import awsleuth.collect.call.ReadOnly;
import awsleuth.collect.probe.Findings;
import awsleuth.collect.probe.Result;
import awsleuth.collect.wire.Deadline;
import awsleuth.core.evidence.ProbeResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call of an operation that reads and wants no parameters.
 *
 * @param question what is examined
 * @param call the call
 */
record CallStep(Question question, ProbeResult.Call call) {

  /** The line of botocore that looks for the result, without which its exception tells nothing. */
  private static final String NO_RESULT =
      """
        File "botocore/parsers.py", line 640, in _find_result_wrapped_shape
          return mapping[element_name]
      KeyError: 'GetCallerIdentityResult'\
      """;

  /** Why it is not made; empty where it may be. */
  Optional<String> refusal() {
    AwsCatalog catalog = question.catalog();
    Operation operation =
        catalog.service(call.service()).flatMap(s -> s.operation(call.operation())).orElse(null);
    if (operation == null) {
      return Optional.of("there is no such operation");
    }
    if (!ReadOnly.allows(catalog, call.service(), operation)) {
      return Optional.of("not called: only what surely reads, and no secrets, is");
    }
    return required().isEmpty()
        ? Optional.empty()
        : Optional.of("not called: it wants " + String.join(", ", required()));
  }

  /** The parameters that it wants. */
  List<String> required() {
    return question
        .catalog()
        .service(call.service())
        .flatMap(s -> s.input(call.operation()))
        .map(Shape.Structure::requiredMembers)
        .orElse(List.of());
  }

  /** Makes it. */
  CallResult make(AwsCalls calls) {
    return calls.call(
        question.client(call.service()), call.operation(), new Dict(new LinkedHashMap<>()));
  }

  /**
   * What came of it, where the way to the service is free.
   *
   * @param deadline until when all may wait
   */
  Result result(CallResult made, Deadline deadline) {
    return switch (made) {
      case CallResult.Answered answered -> answered(answered);
      case CallResult.Refused refused ->
          new Result.Finding(
              words(refused),
              Map.of("status", String.valueOf(refused.status()), "request_id", refused.requestId()),
              Raising.text(call.operation(), refused.code(), refused.message()));
      case CallResult.NotSent(String why, Optional<Raised> raised) ->
          raised
              .<Result>map(r -> new Result.Finding(Raising.words(r), Map.of(), Raising.text(r)))
              .orElseGet(() -> new Result.Unknown(why));
      case CallResult.Unreachable unreachable -> unreachable(unreachable, deadline);
    };
  }

  private static String words(CallResult.Refused refused) {
    String message = refused.message().isEmpty() ? "" : ": " + refused.message();
    return refused.statusAndCode() + message;
  }

  private Result answered(CallResult.Answered answered) {
    if (!call.operation().equals("GetCallerIdentity")) {
      return new Result.Ok(call.operation() + " is answered");
    }
    String arn = answered.document().textAt("Arn");
    return arn.isEmpty()
        ? new Result.Finding("what answers is not STS", Map.of(), NO_RESULT)
        : new Result.Ok(arn, Map.of("arn", arn, "account", answered.document().textAt("Account")));
  }

  private Result unreachable(CallResult.Unreachable unreachable, Deadline deadline) {
    return unreachable
        .fault()
        .map(f ->
            Findings.of(
                f,
                deadline.waited(unreachable.patience()),
                f.words(),
                Map.of(),
                f.raised(call.endpoint(), "")))
        .orElse(
            new Result.Finding(
                unreachable.why(),
                Map.of(),
                Raising.text(Raised.unreadable("syntax error: line 1, column 0"))));
  }
}
