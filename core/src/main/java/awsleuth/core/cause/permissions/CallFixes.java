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
import java.util.SortedMap;
import java.util.TreeMap;

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
        SortedMap<String, String> values = new TreeMap<>();
        p.context().forEach((key, label) -> values.put(key, exact(label).orElse("")));
        Fix fix = Fix.codeEdit(p.title(), String.join(", ", arguments));
        fixes.add(ProvenCall.of(facts, fix, values));
      }
    }
    return List.copyOf(fixes);
  }

  /** {@code ServerSideEncryption="aws:kms"}; empty where the key is no parameter of the call. */
  private static Optional<String> argument(Facts facts, String key, String label) {
    Optional<Service> service =
        key.regionMatches(true, 0, "s3:", 0, 3)
            ? facts.catalog().service(facts.call().service())
            : Optional.empty();
    return service.flatMap(s ->
        exact(label)
            .flatMap(value ->
                member(s, facts.call().operation(), key.substring(3))
                    .map(name -> name + "=" + literal(s, facts, name, value))));
  }

  /** The value that a label has; empty where it has a pattern, which no call sends as it is. */
  private static Optional<String> exact(String label) {
    boolean quoted = label.length() > 2 && label.startsWith("`") && label.endsWith("`");
    String value = quoted ? label.substring(1, label.length() - 1) : "";
    return value.isEmpty() || value.contains("*") || value.contains("?")
        ? Optional.empty()
        : Optional.of(value);
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
