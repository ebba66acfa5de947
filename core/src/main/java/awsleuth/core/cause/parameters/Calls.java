package awsleuth.core.cause.parameters;

import awsleuth.boto.call.GivenCall;
import awsleuth.core.cause.Again;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.ParameterErrors;
import awsleuth.core.fact.RefusedValue;
import java.util.List;
import java.util.Optional;

/** What the parameter causes share. */
final class Calls {

  private Calls() {}

  /** The call again, without the values that were refused. */
  static Verification rerun(Facts facts, String expect) {
    return Again.of(facts, expect, ParameterErrors.in(facts).corrected());
  }

  /** The name among the allowed ones that is nearest to an unknown parameter. */
  static Optional<String> nearest(Facts facts, ParameterErrors.Entry unknown) {
    List<String> allowed = List.of(unknown.detail().split(", "));
    return facts.catalog().nearest(unknown.parameter(), allowed, 1).stream().findFirst();
  }

  /** What a line of the report says, without the value that it may show. */
  static String said(ParameterErrors.Entry entry) {
    return switch (entry.kind()) {
      case UNKNOWN -> "the report names `" + entry.parameter() + "`";
      case TYPE -> "valid types of `" + entry.parameter() + "`: " + entry.detail();
      case MISSING, RANGE, NAME, OTHER -> entry.line();
    };
  }

  /** The expression that the program gives for a parameter; a placeholder where it is unknown. */
  static String variable(Facts facts, String parameter) {
    return facts
        .written()
        .flatMap(
            w -> w.call().unread().stream().filter(u -> u.name().equals(parameter)).findFirst())
        .map(GivenCall.Unread::written)
        .filter(Expressions::isPlain)
        .orElse("<resource>");
  }

  /**
   * Whether a parameter is one of the call's own that it does not need; where the operation is not
   * known, one that no operation of the service needs.
   */
  static boolean mayBeLeftOut(Facts facts, String parameter) {
    String operation = facts.call().operation();
    boolean required =
        facts.catalog().service(facts.call().service()).stream()
            .flatMap(s ->
                (operation.isEmpty() ? s.operationNames() : List.of(operation))
                    .stream().flatMap(o -> s.input(o).stream()))
            .anyMatch(input -> input.requiredMembers().contains(parameter));
    return !required && parameter.indexOf('.') < 0 && parameter.indexOf('[') < 0;
  }

  /** {@code client.put_object(Key=…)} with what is to be given. */
  static String call(Facts facts, String arguments) {
    String operation = facts.call().operation();
    String name = Literal.name(facts.catalog().methodName(operation), "<operation>");
    return "client." + name + "(" + arguments + ")";
  }

  /** The call with a value that the service takes. */
  static Fix bounded(Facts facts, RefusedValue refused) {
    String name = Literal.name(refused.parameter(), "<parameter>");
    return Fix.codeEdit(
        "give `" + name + "` a value " + refused.bounds(),
        call(facts, name + "=<value " + refused.bounds() + ">"));
  }

  /** Likewise for a whole path, such as {@code Tagging.TagSet}. */
  static String argument(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? argument("", path) : argument(path.substring(0, dot), path.substring(dot + 1));
  }

  /**
   * {@code Tagging={"TagSet": <value>}}: the argument that gives a parameter its value at a place
   * such as {@code Tagging} or {@code Items[0].Key}; an empty place is the request itself.
   */
  static String argument(String place, String parameter) {
    if (place.isEmpty()) {
      return Literal.name(parameter, "<parameter>") + "=<value>";
    }
    String value = "{" + Literal.python(parameter) + ": <value>}";
    List<String> steps = List.of(place.split("\\.", -1));
    for (int i = steps.size() - 1; i >= 0; i--) {
      String step = steps.get(i);
      int index = step.indexOf('[');
      value = index < 0 ? value : "[" + value + "]";
      String name = index < 0 ? step : step.substring(0, index);
      value =
          i == 0
              ? Literal.name(name, "<parameter>") + "=" + value
              : "{" + Literal.python(name) + ": " + value + "}";
    }
    return value;
  }

  static boolean isChecksum(Facts facts) {
    return facts.code("XAmzContentSHA256Mismatch", "MissingContentLength", "MissingContentMD5")
        || (facts.code(
                "NotImplemented",
                "InvalidArgument",
                "SignatureDoesNotMatch",
                "BadDigest",
                "InvalidRequest",
                "MalformedTrailerError",
                "AccessDenied",
                "BadRequest",
                "501")
            && facts.call().service().equals("s3")
            && (facts.seen(ParametersClue.CHECKSUM) || facts.seen(ParametersClue.HEADER)));
  }

  static boolean isPolicy(Facts facts) {
    return facts.code(
        "MalformedPolicyDocument",
        "MalformedPolicyDocumentException",
        "MalformedPolicy",
        "InvalidPolicyDocument",
        "PolicyNotValidException",
        "InvalidPolicy",
        "InvalidPolicyException",
        "PackedPolicyTooLarge");
  }
}
