package awsleuth.trail.incident;

import awsleuth.trail.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An index of a table that was deleted, by itself or with its table that was made anew (DynamoDB
 * API reference, UpdateTable).
 *
 * @param call the call
 * @param before the calls that succeeded
 */
record GoneIndex(Refused call, Before before) {

  /** What DynamoDB says. */
  private static final String NONE = "does not have the specified index";

  /** The ruling of a change of the table; empty where it took no index, or AWS says otherwise. */
  Optional<Ruling> ruling(Change change) {
    boolean said = message().toLowerCase(Locale.ROOT).contains(NONE);
    if (!said || !change.thing().kind().equals("table")) {
      return Optional.empty();
    }
    return switch (change.event().name()) {
      case "UpdateTable" ->
          isNamed(change.part()) ? Optional.of(deleted(change)) : Optional.empty();
      case "CreateTable" -> Optional.of(made());
      default -> Optional.empty();
    };
  }

  private boolean isNamed(String index) {
    return !index.isEmpty()
        && (call.event().field("requestParameters.indexName").equals(index)
            || new Named(call).isSaid(index));
  }

  private Ruling deleted(Change change) {
    String why = "it deleted the index `" + change.part() + "`, and AWS says: " + message();
    long time = change.event().time();
    boolean later = before.last().filter(s -> s.event().time() > time).isPresent();
    if (later || before.last().isEmpty() || !before.sure()) {
      return Ruling.possible(
          why,
          later
              ? "why the call still succeeded after it"
              : before.last().isPresent() ? Before.UNSURE : "whether the call succeeded before");
    }
    List<String> all = new ArrayList<>();
    before.words(time).ifPresent(all::add);
    all.add(why);
    return Ruling.confirmed(all);
  }

  private Ruling made() {
    return Ruling.possible(
        "it made the table, of which AWS says: " + message(),
        "whether it was made with that index");
  }

  private String message() {
    return call.event().field("errorMessage");
  }
}
