package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tags that a call sends and that an Allow does not let it send as they are. */
final class SentTags {

  private static final String TAG = "aws:requesttag/";

  private SentTags() {}

  /** The tag in the letters that are wanted, or no tags but those; empty for other conditions. */
  static Optional<Fix> fix(Facts facts, Unmet unmet) {
    String key = unmet.key().toLowerCase(Locale.ROOT);
    String operator = unmet.condition().operator();
    Optional<String> sent = unmet.actual().flatMap(ContextValue::value);
    List<String> wanted = unmet.condition().wanted();
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    if (key.startsWith(TAG) && operator.equals("StringEquals")) {
      List<String> alike = wanted.stream().filter(sent.get()::equalsIgnoreCase).toList();
      return alike.size() == 1
          ? TagArgument.of(facts, unmet.key().substring(TAG.length()), alike.getFirst())
              .map(tags -> Fix.codeEdit("send the tag in the letters that the policy wants", tags))
              .map(f -> ProvenCall.of(facts, f, unmet.key(), alike.getFirst()))
          : Optional.empty();
    }
    List<String> others = new ArrayList<>(List.of(sent.get().split(", ", 50)));
    others.removeAll(wanted);
    return key.equals("aws:tagkeys")
            && operator.equals("ForAllValues:StringEquals")
            && !others.isEmpty()
        ? Optional.of(
            Fix.codeEdit(
                "leave out the tags that " + unmet.match().name() + " does not let it send",
                "Tags=<those of the call without "
                    + others.stream().map(Literal::python).collect(Collectors.joining(", "))
                    + ">"))
        : Optional.empty();
  }
}
