package awsleuth.app.verify;

import static awsleuth.app.input.JsonMembers.dict;
import static awsleuth.app.input.JsonMembers.dicts;
import static awsleuth.app.input.JsonMembers.number;
import static awsleuth.app.input.JsonMembers.text;
import static awsleuth.app.input.JsonMembers.texts;

import awsleuth.app.input.ToldDiagnosis;
import awsleuth.app.input.ToldDiagnosis.ToldProof;
import awsleuth.app.verify.ProofNow.Shown;
import awsleuth.boto.python.PyValue;
import awsleuth.iam.Authorizer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.repair.Proof;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The requests that a proof recorded, decided by other policies than those that it was made with.
 *
 * @param proof the record
 * @param set the policies as they are now
 * @param made the requests of the caller that succeeded, as the files have them
 */
record RecordedRequests(ToldProof proof, PolicySet set, List<Proof.Witness> made) {

  private static final String ALLOWED = "allowed";
  private static final Redecided NOTHING_KNOWN = new Redecided(Result.UNKNOWN, List.of());

  /** What they come to. */
  ProofNow decided() {
    Optional<String> gone = gone();
    if (gone.isPresent()) {
      return ProofNow.of(Shown.OPEN, "cannot be run again, " + gone.get() + " is not at hand");
    }
    Authorizer now = Authorizer.of(set);
    List<String> tooMuch = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    List<String> open = new ArrayList<>();
    List<String> keptOut = new ArrayList<>();
    List<String> partly = new ArrayList<>();
    Optional<RecordedPolicies> recorded = RecordedPolicies.of(proof);
    StillAllowed still = StillAllowed.of(made, recorded, set);
    SortedSet<String> keys = new TreeSet<>();
    Result wanted = Result.UNKNOWN;
    for (PyValue.Dict line : dicts(proof.document().get("requests"))) {
      Redecided again = result(line, now);
      Result result = again.result;
      String what = text(line, "what");
      boolean before = text(line, "before").equals(ALLOWED);
      boolean after = text(line, "after").equals(ALLOWED);
      if (!before && after && ToldDiagnosis.isRefused(line)) {
        wanted = result;
        keys.addAll(again.keys);
      } else if (before == after
          && result == Result.UNKNOWN
          && (!before || still.lost().isEmpty())) {
        (before ? open : keptOut).add(what);
        keys.addAll(again.keys);
      } else if (!before && !after && result == Result.ALLOWED) {
        tooMuch.add(what);
      } else if (before && after) {
        if (!still.lost().isEmpty() || result != Result.ALLOWED) {
          lost.add(still.lost().isEmpty() ? what : still.lostPlaces());
        } else if (!still.open().isEmpty()) {
          open.add(still.open().size() + " of " + still.count() + " requests of the past");
          keys.addAll(still.keys());
        }
        partly(line, still).ifPresent(partly::add);
      }
    }
    boolean denied = wanted == Result.EXPLICIT_DENY || wanted == Result.IMPLICIT_DENY;
    if (!denied && tooMuch.isEmpty() && lost.isEmpty() && proof.holds() && !keys.isEmpty()) {
      return ProofNow.of(
          Shown.UNCERTAIN,
          "does not hold for certain any more: what the files come to depends on `"
              + String.join("`, `", keys)
              + "`, which the diagnosis does not tell");
    }
    return switch (wanted) {
      case EXPLICIT_DENY, IMPLICIT_DENY ->
          ProofNow.of(Shown.NOT_DONE, "is not in the files, which deny the request");
      case UNKNOWN ->
          tooMuch.isEmpty() && lost.isEmpty()
              ? ProofNow.of(Shown.OPEN, "cannot be run again, the decision is open")
              : more(tooMuch, lost, false);
      case ALLOWED -> allowed(recorded, tooMuch, lost, open, keptOut, partly);
    };
  }

  /** How many of a line's requests were decided again; empty where all were. */
  private static Optional<String> partly(PyValue.Dict line, StillAllowed still) {
    int count = number(line, "count").orElse(0);
    int again = Math.max(still.count(), dicts(line.get("examples")).size());
    return again < count ? Optional.of(again + " of " + count) : Optional.empty();
  }

  /**
   * What the files come to that allow the request.
   *
   * @param keptOut what had to stay denied and has no example that is decided again
   */
  private ProofNow allowed(
      Optional<RecordedPolicies> recorded,
      List<String> tooMuch,
      List<String> lost,
      List<String> open,
      List<String> keptOut,
      List<String> partly) {
    if (tooMuch.isEmpty()) {
      Beyond beyond = recorded.map(r -> Beyond.of(r, set)).orElse(Beyond.UNDECIDED);
      tooMuch.addAll(beyond.allowed());
      if (!beyond.open().isEmpty()) {
        open.addAll(keptOut);
        open.addAll(beyond.open());
      }
    }
    if (!tooMuch.isEmpty() || !lost.isEmpty()) {
      return more(tooMuch, lost, proof.dependsOn().isEmpty());
    }
    if (!partly.isEmpty()) {
      return uncertain(
          "holds for "
              + String.join(", ", partly)
              + " requests of the past; the others are not at hand"
              + listed("; not decided again: ", open));
    }
    if (!open.isEmpty()) {
      return uncertain("holds as far as it can be decided" + listed("; not decided: ", open));
    }
    return proof.dependsOn().isEmpty()
        ? new ProofNow(Shown.DONE, true, "holds for the files as they are")
        : ProofNow.of(
            Shown.DEPENDS,
            "holds for the files as they are only where "
                + String.join(" and ", proof.dependsOn()));
  }

  private ProofNow uncertain(String words) {
    return new ProofNow(Shown.UNCERTAIN, proof.dependsOn().isEmpty(), words);
  }

  private static ProofNow more(List<String> tooMuch, List<String> lost, boolean isAllowed) {
    return new ProofNow(
        Shown.TOO_MUCH,
        isAllowed,
        "does not hold for the files as they are"
            + listed("; allowed now, and not to be: ", tooMuch)
            + listed("; not allowed any more: ", lost));
  }

  private static String listed(String before, List<String> what) {
    return what.isEmpty() ? "" : before + String.join(", ", what);
  }

  /**
   * What requests come to.
   *
   * @param keys those that are not known and that it depends on; none where it is known
   */
  private record Redecided(Result result, List<String> keys) {}

  /**
   * What the examples of a line come to: allowed where any is that had to stay denied, denied where
   * any is that had to stay allowed; unknown where there are none, or nothing is known of one.
   */
  private static Redecided result(PyValue.Dict line, Authorizer now) {
    List<Redecided> all =
        dicts(line.get("examples")).stream()
            .map(e -> request(e).map(r -> decided(r, now)).orElse(NOTHING_KNOWN))
            .toList();
    boolean allows = text(line, "after").equals(ALLOWED);
    return all.stream()
        .filter(r -> r.result != Result.UNKNOWN && (r.result == Result.ALLOWED) != allows)
        .findFirst()
        .or(() -> all.stream().filter(r -> r.result == Result.UNKNOWN).findFirst())
        .or(() -> all.stream().findFirst())
        .orElse(NOTHING_KNOWN);
  }

  private static Redecided decided(Request request, Authorizer now) {
    Result result = now.decide(request);
    return result == Result.UNKNOWN
        ? new Redecided(
            result,
            now.explain(request).dependencies().stream().flatMap(d -> d.keys().stream()).toList())
        : new Redecided(result, List.of());
  }

  private static Optional<Request> request(PyValue.Dict example) {
    Map<String, ContextValue> context = new HashMap<>();
    dict(example, "context")
        .entries()
        .forEach((key, value) -> {
          if (key instanceof PyValue.Str(String name)) {
            context.put(
                name,
                value instanceof PyValue.Str(String one)
                    ? ContextValue.Present.of(one)
                    : ContextValue.Present.of(texts(value)));
          }
        });
    texts(example.get("absent")).forEach(key -> context.put(key, ContextValue.ABSENT));
    boolean complete = example.get("complete") instanceof PyValue.Bool(boolean is) && is;
    return Principal.parse(text(example, "principal"))
        .map(principal ->
            new Request(
                principal,
                text(example, "action"),
                text(example, "resource"),
                text(example, "resource_account"),
                new Context(
                    Map.copyOf(context), complete ? ContextValue.ABSENT : ContextValue.UNKNOWN)));
  }

  /** A policy of the record that the files do not have any more; empty where there is none. */
  private Optional<String> gone() {
    List<String> names = set.all().stream().map(Policy::name).toList();
    return dicts(proof.document().get("policies")).stream()
        .filter(p -> !text(p, "before").isEmpty())
        .map(p -> text(p, "name"))
        .filter(name -> !names.contains(name))
        .findFirst();
  }
}
