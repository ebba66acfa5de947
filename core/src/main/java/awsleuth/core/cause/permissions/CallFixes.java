package awsleuth.core.cause.permissions;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.iam.repair.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parameters of the call under which the policies given would allow it. */
final class CallFixes {

  private CallFixes() {}

  /** Such calls, each decided; none where a key that must change is no parameter. */
  static List<Fix> of(Facts facts) {
    List<Fix> fixes = new ArrayList<>();
    for (Proposal p : Simulated.of(facts).map(Simulated::calls).orElse(List.of())) {
      List<String> arguments = new ArrayList<>();
      p.context().forEach((key, label) -> argument(facts, key, label).ifPresent(arguments::add));
      if (arguments.size() == p.context().size() && fixes.isEmpty()) {
        fixes.add(Fix.codeEdit(p.title(), String.join(", ", arguments)));
      }
    }
    return List.copyOf(fixes);
  }

  /** {@code ServerSideEncryption="aws:kms"}; empty where the key is no parameter of the call. */
  private static Optional<String> argument(Facts facts, String key, String label) {
    boolean exact = label.length() > 2 && label.startsWith("`") && label.endsWith("`");
    if (!exact || !key.regionMatches(true, 0, "s3:", 0, 3)) {
      return Optional.empty();
    }
    String value = label.substring(1, label.length() - 1);
    if (value.contains("*") || value.contains("?")) {
      return Optional.empty(); // a pattern, which no call is to send as it is
    }
    return facts
        .catalog()
        .service(facts.call().service())
        .flatMap(service ->
            member(service, facts.call().operation(), key.substring(3))
                .map(name -> name + "=" + literal(service, facts, name, value)));
  }

  /** A value as Python writes it: a number where the parameter is one. */
  static String literal(Service service, Facts facts, String member, String value) {
    boolean number =
        !value.isEmpty()
            && value.chars().allMatch(c -> c >= '0' && c <= '9')
            && service
                .input(facts.call().operation())
                .flatMap(i -> i.member(member))
                .flatMap(m -> service.shape(m.shape()))
                .filter(s -> s instanceof Shape.Scalar k && k.type().equals("integer"))
                .isPresent();
    return number ? value : Literal.python(value);
  }

  /** The member that has that name or is sent as a header or query parameter of it. */
  static Optional<String> member(Service service, String operation, String name) {
    return service.input(operation).stream()
        .flatMap(input -> input.members().stream())
        .filter(m -> m.locationName().equalsIgnoreCase(name) || m.name().equals(name))
        .map(Shape.Member::name)
        .findFirst();
  }
}
