package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides requests before and after a change. */
final class Proving {

  private static final int MOST_PLACES = 3;
  private static final long LONGEST = 200_000;

  private final PolicySet set;
  private final Decision denied;
  private final List<Proof.Witness> witnesses;
  private final Beside beside;

  /**
   * @param set the policies before any change
   * @param denied the decision before any change
   * @param beside what else is known
   */
  Proving(PolicySet set, Authorizer before, Decision denied, Beside beside) {
    this.beside = beside;
    this.set = set;
    this.denied = denied;
    this.witnesses =
        beside.witnesses().stream()
            .filter(w -> before.decide(w.request()) == Result.ALLOWED)
            .toList();
  }

  /**
   * The proof of a change of policies.
   *
   * @param beside the neighbouring requests as they were decided
   * @param context what the context must be for the request to be allowed, in words by key
   */
  Proof of(PolicySet changed, Widened beside, Map<String, String> context) {
    Authorizer after = Authorizer.of(changed);
    List<Proof.Line> lines = new ArrayList<>();
    lines.add(
        new Proof.Line(
            Proof.Part.REQUEST, "the request", 1, List.of(Proof.Asked.of(denied.request()))));
    witnessed(after, lines);
    ofOthers(changed, lines);
    lines.addAll(beside.lines());
    return proof(changed, denied.request(), lines, context, false);
  }

  /**
   * The proof of a change of the call, which leaves all policies as they are.
   *
   * @param changed the request then
   * @param with what it has then, in words
   * @param context what else the context must be for it to be allowed, in words by key
   */
  Proof ofCall(Request changed, String with, Map<String, String> context) {
    Proof.Line line =
        new Proof.Line(
            Proof.Part.REQUEST, "the request with " + with, 1, List.of(Proof.Asked.of(changed)));
    return proof(set, changed, List.of(line), context, true);
  }

  private Proof proof(
      PolicySet after,
      Request request,
      List<Proof.Line> lines,
      Map<String, String> context,
      boolean ofCall) {
    List<String> open =
        context.entrySet().stream().map(e -> "`" + e.getKey() + "` is " + e.getValue()).toList();
    Proof proof =
        new Proof(
            deniedBy(), List.copyOf(lines), open, beside.supposes(), documents(after), ofCall);
    return SameLevel.of(after, request).map(proof::onlyWhere).orElse(proof);
  }

  private void witnessed(Authorizer after, List<Proof.Line> lines) {
    List<Proof.Witness> kept = new ArrayList<>();
    List<Proof.Witness> lost = new ArrayList<>();
    for (Proof.Witness w : witnesses) {
      (after.decide(w.request()) == Result.ALLOWED ? kept : lost).add(w);
    }
    add(Proof.Part.STILL_ALLOWED, kept, true, lines);
    add(Proof.Part.LOST, lost, true, lines);
  }

  private void ofOthers(PolicySet changed, List<Proof.Line> lines) {
    AllowedToOthers others = new AllowedToOthers(set, changed, denied.request(), beside.holders());
    List<Proof.Witness> kept = new ArrayList<>();
    List<Proof.Witness> lost = new ArrayList<>();
    for (Proof.Witness w : beside.ofOthers()) {
      others.stillAllowed(w.request()).ifPresent(still -> (still ? kept : lost).add(w));
    }
    add(Proof.Part.STILL_ALLOWED, kept, false, lines);
    add(Proof.Part.LOST, lost, false, lines);
  }

  private static void add(
      Proof.Part part, List<Proof.Witness> places, boolean alone, List<Proof.Line> lines) {
    if (!places.isEmpty()) {
      int more = places.size() - MOST_PLACES;
      List<Proof.Witness> some = places.stream().limit(MOST_PLACES).toList();
      String named = some.stream().map(Proof.Witness::place).collect(Collectors.joining(", "));
      String what = named + (more > 0 ? " and " + more + " more" : "");
      List<Proof.Asked> examples =
          alone ? some.stream().map(w -> Proof.Asked.of(w.request())).toList() : List.of();
      lines.add(new Proof.Line(part, what, places.size(), examples));
    }
  }

  /** The policies by their places in both sets; one that is new comes behind the others. */
  private List<Proof.Document> documents(PolicySet changed) {
    List<Proof.Document> documents = new ArrayList<>();
    List<Policy> old = set.all();
    List<Policy> now = changed.all();
    List<String> levels = levels(changed);
    for (int i = 0; i < now.size(); i++) {
      Policy after = now.get(i);
      boolean fresh = i >= old.size();
      documents.add(
          new Proof.Document(
              after.type(),
              fresh ? "new policy" : after.name(),
              i < levels.size() ? levels.get(i) : "",
              fresh ? "" : old.get(i).own(),
              after.own()));
    }
    long length = documents.stream().mapToLong(d -> d.before().length() + d.after().length()).sum();
    return length > LONGEST ? List.of() : List.copyOf(documents);
  }

  /** The levels of an organization's policies, which are the first of a set. */
  private static List<String> levels(PolicySet set) {
    return Stream.concat(set.rcps().stream(), set.scps().stream())
        .flatMap(level -> level.policies().stream().map(_ -> named(level)))
        .toList();
  }

  private static String named(PolicySet.Level level) {
    return level.id().equals(PolicySet.Level.UNTOLD) ? "" : level.id();
  }

  private List<Proof.Denier> deniedBy() {
    List<Proof.Denier> deniers = new ArrayList<>();
    for (Blocker blocker : denied.blockers()) {
      if (blocker.denying().isEmpty()) {
        deniers.add(silent(blocker));
      }
      blocker.denying().forEach(s -> deniers.add(denier(s, "denies it")));
    }
    return List.copyOf(deniers);
  }

  /** A layer that does not allow, by the statement that comes nearest to it. */
  private Proof.Denier silent(Blocker blocker) {
    String article = "aeiou".indexOf(blocker.layer().words().charAt(0)) >= 0 ? "an " : "a ";
    return blocker.explicit()
        ? new Proof.Denier("S3 Block Public Access denies it", "", Optional.empty())
        : Repairs.report(denied, blocker)
            .nearest()
            .map(s -> denier(s, "does not allow it"))
            .orElseGet(() ->
                new Proof.Denier(
                    "it is not allowed by " + article + blocker.layer().words(),
                    "",
                    Optional.empty()));
  }

  private static Proof.Denier denier(StatementReport s, String verb) {
    String sid = s.statement().sid();
    return new Proof.Denier(
        (sid.isEmpty() ? "the statement " : "Sid `" + sid + "` ") + verb,
        s.policy().name(),
        Optional.of(s.statement().at().line()));
  }
}
