package awsleuth.boto.params;

import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
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

  /** Whether one of the call's own parameters comes from botocore, or with an unknown value. */
  private boolean isGiven(Shape.Member member) {
    String name = member.name();
    return member.idempotencyToken()
        || unread.contains(name)
        || unread.contains("")
        || (service.equals("glacier") && name.equals("accountId"));
  }
}
