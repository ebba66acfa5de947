package awsleuth.core.cause.parameters;

import awsleuth.aws.Shape;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/** What the parameter causes share. */
final class Calls {

  private Calls() {}

  static Verification rerun(Facts facts, String expect) {
    return new Verification.Rerun(facts.reproduction(), expect);
  }

  /** The name among the allowed ones that is nearest to an unknown parameter. */
  static Optional<String> nearest(Facts facts, ParameterErrors.Entry unknown) {
    List<String> allowed = List.of(unknown.detail().split(", "));
    return facts.catalog().nearest(unknown.parameter(), allowed, 1).stream().findFirst();
  }

  /** Whether the newest model known has an input member of this name for the operation. */
  static boolean isNewer(Facts facts, String parameter) {
    return facts
        .catalog()
        .service(facts.call().service())
        .flatMap(s -> s.operation(facts.call().operation()).flatMap(o -> s.shape(o.input())))
        .filter(
            shape -> shape instanceof Shape.Structure input && input.member(parameter).isPresent())
        .isPresent();
  }

  /** {@code client.put_object(Key=…)} with what is to be given. */
  static String call(Facts facts, String arguments) {
    String operation = facts.call().operation();
    String name = operation.isEmpty() ? "<operation>" : snake(operation);
    return "client." + name + "(" + arguments + ")";
  }

  private static String snake(String operation) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < operation.length(); i++) {
      char c = operation.charAt(i);
      boolean up = Character.isUpperCase(c);
      boolean afterLower = i > 0 && !Character.isUpperCase(operation.charAt(i - 1));
      boolean beforeLower =
          i > 0 && i + 1 < operation.length() && Character.isLowerCase(operation.charAt(i + 1));
      out.append(up && i > 0 && (afterLower || beforeLower) ? "_" : "")
          .append(Character.toLowerCase(c));
    }
    return out.toString();
  }

  static boolean isChecksum(Facts facts) {
    return facts.code("XAmzContentSHA256Mismatch", "MissingContentLength")
        || (facts.code(
                "NotImplemented",
                "InvalidArgument",
                "SignatureDoesNotMatch",
                "BadDigest",
                "InvalidRequest",
                "MalformedTrailerError",
                "AccessDenied",
                "501")
            && facts.call().service().equals("s3")
            && facts.seen(ParametersClue.CHECKSUM));
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
