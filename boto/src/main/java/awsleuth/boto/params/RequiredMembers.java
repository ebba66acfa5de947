package awsleuth.boto.params;

import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts in what a structure requires and is not given, to be filled in.
 *
 * @param service the boto3 client
 * @param unread the call's own parameters that are given with values that are not known; an empty
 *     name where others may be
 */
record RequiredMembers(
    String service, Set<String> unread, Placeholders placeholders, List<Advice> advice) {

  private static final Map<String, List<String>> ONE_OF =
      Map.of("sns.Publish", List.of("TopicArn", "TargetArn", "PhoneNumber"));

  /** Completes a structure. */
  void complete(
      Map<PyValue, PyValue> given, Shape.Structure shape, Shapes.Known known, Place place) {
    for (String name : shape.requiredMembers()) {
      Shape.Member member = known.members().get(name);
      if (member == null || given.containsKey(new Str(name))) {
        continue;
      }
      Place at = new Place.Member(place, name);
      Optional<PyValue.Int> quantity =
          Wrapping.quantity(name, given.getOrDefault(new Str(Wrapping.ITEMS), new PyValue.None()));
      if (quantity.isPresent()) {
        String text = "it counts `" + Wrapping.ITEMS + "`";
        advice.add(new Advice(at, Advice.Kind.CHANGED, text));
        given.put(new Str(name), quantity.get());
      } else if (!(place instanceof Place.Root) || !isGiven(member)) {
        given.put(new Str(name), placeholders.of(member.shape(), name, at));
      }
    }
  }

  /**
   * Puts in the first of those parameters of which the service wants one, where the last that was
   * given was {@code None} and is left out.
   *
   * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
   */
  void oneOf(String operation, Dict given, Dict corrected) {
    List<String> names = ONE_OF.getOrDefault(service + "." + operation, List.of());
    boolean none = names.stream().noneMatch(n -> corrected.has(n) || unread.contains(n));
    if (none && !unread.contains("")) {
      names.stream()
          .filter(given::has)
          .findFirst()
          .ifPresent(name -> {
            Place at = new Place.Member(new Place.Root(), name);
            String text = "one of " + String.join(", ", names) + " is wanted";
            advice.add(new Advice(at, Advice.Kind.MEANT, text));
            corrected.entries().put(new Str(name), placeholders.text(name, at));
          });
    }
  }

  /** Whether one of the call's own parameters comes from botocore, or with an unknown value. */
  private boolean isGiven(Shape.Member member) {
    String name = member.name();
    return member.idempotencyToken()
        || unread.contains(name)
        || unread.contains("")
        || (service.equals("glacier") && name.equals("accountId"));
  }
}
