package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The service-linked role of the called service, where AWS says that the service cannot use it (IAM
 * user guide, "Create a service-linked role").
 *
 * @param call the call
 */
record LinkedRole(Refused call) {

  private static final String DELETES = "DeleteServiceLinkedRole";
  private static final String MAKES = "CreateServiceLinkedRole";
  private static final List<String> ROLE = List.of("service-linked role", "service linked role");

  /** Of such a role, what says that it is not there. */
  private static final List<String> MISSING =
      List.of("exist", "unable to assume", "cannot assume", "can't assume", "not found", "missing");

  /** Whether AWS speaks of the role that a change made or deleted: the service's, or by name. */
  boolean is(Change change) {
    boolean linked = change.event().name().equals(DELETES) || change.event().name().equals(MAKES);
    return linked
        && ROLE.stream().anyMatch(message()::contains)
        && change.thing().account().equals(Touches.account(call.caller()))
        && (change.part().equals(call.sampled().event().source())
            || new Named(call).isSaid(change.thing().name()));
  }

  /** The ruling where it was deleted and not made again; else empty. */
  Optional<Ruling> ruling(Change change, Before before, Around around) {
    if (!change.event().name().equals(DELETES)
        || !is(change)
        || MISSING.stream().noneMatch(message()::contains)) {
      return Optional.empty();
    }
    Optional<Change> again = around.near().stream().filter(c -> isMadeAgain(c, change)).findFirst();
    if (again.isPresent()) {
      return Optional.of(
          Ruling.possible(
              words(), "why the role does not count that was made again at " + time(again.get())));
    }
    List<String> why = new ArrayList<>();
    before.words(change.event().time()).ifPresent(why::add);
    why.add(words());
    return Optional.of(
        before.last().isPresent() && before.sure()
            ? Ruling.confirmed(why)
            : new Ruling(
                Certainty.POSSIBLE,
                List.copyOf(why),
                "whether the role was deleted, which is done later: aws iam get-role --role-name "
                    + change.thing().name()));
  }

  private static boolean isMadeAgain(Change later, Change deletion) {
    return later.event().name().equals(MAKES)
        && later.compareTo(deletion) > 0
        && Stream.of(later.thing().name(), later.part())
            .filter(n -> !n.isEmpty())
            .anyMatch(n -> n.equals(deletion.thing().name()) || n.equals(deletion.part()));
  }

  private static String time(Change change) {
    return Event.moment(change.event().time());
  }

  private String words() {
    return "it had the service's role deleted, of which AWS says: "
        + call.event().field("errorMessage");
  }

  private String message() {
    return call.event().field("errorMessage").toLowerCase(Locale.ROOT);
  }
}
