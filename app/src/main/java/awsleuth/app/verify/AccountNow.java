package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.Verified.State;
import awsleuth.aws.AwsCatalog;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.python.PyValue;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.call.CallResult;
import awsleuth.collect.live.Gathering;
import awsleuth.collect.live.LiveQuestions;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.permissions.RefusedRequest;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.fact.Facts;
import awsleuth.core.read.Readers;
import awsleuth.iam.Decision;
import awsleuth.iam.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What AWS says now of a refused request: who asks, and what the policies come to. */
final class AccountNow {

  /** What few may read. */
  private static final Set<Gathering.About> MAY_BE_OPEN =
      Set.of(
          Gathering.About.ORGANIZATION,
          Gathering.About.MANAGEMENT_ACCOUNT,
          Gathering.About.OWNERS_ORGANIZATION);

  private final AwsCatalog catalog;
  private final AwsCalls calls;
  private final Map<String, Gathering> gathered = new HashMap<>();
  private final Map<String, String> untold = new HashMap<>();
  private final Consumer<String> told;
  private @Nullable String caller;
  private String unasked = "";

  /**
   * Nothing asked yet.
   *
   * @param told gets what is asked next, in words
   */
  AccountNow(AwsCatalog catalog, AwsCalls calls, Consumer<String> told) {
    this.catalog = catalog;
    this.calls = calls;
    this.told = told;
  }

  /** The IAM actions that it takes to read the policies which decide a failure. */
  List<String> permissions(ToldFailure failure) {
    return failure.causes().stream().anyMatch(AccountNow::isOfPermissions)
        ? facts(failure, List.of())
            .map(f -> LiveQuestions.ofPolicies(f, catalog, Optional.empty()).permissions())
            .orElse(List.of())
        : List.of();
  }

  private static boolean isOfPermissions(ToldCause cause) {
    return cause.id().startsWith("permissions/");
  }

  /**
   * Why a call made now tells nothing of a failure: it is another's that was refused. Empty where
   * it tells.
   */
  Optional<String> otherCaller(ToldFailure failure, ToldCause cause) {
    if (!isOfPermissions(cause)) {
      return Optional.empty();
    }
    return facts(failure, List.of())
        .flatMap(RefusedRequest::of)
        .filter(r -> !r.principal().isEmpty() && !r.isOf(caller()))
        .map(r ->
            caller().isEmpty()
                ? "as whom AWS would be asked is not known: " + unasked
                : "asked as " + caller() + ", not as the refused " + r.principal());
  }

  /** Who asks, by ARN; empty where that is not known. */
  Optional<String> known() {
    return Optional.of(caller()).filter(c -> !c.isEmpty());
  }

  private String caller() {
    String known = caller;
    if (known == null) {
      PyValue.Dict none = new PyValue.Dict(new LinkedHashMap<>());
      known =
          switch (calls.call(ClientArguments.of("sts"), "GetCallerIdentity", none)) {
            case CallResult.Answered answered -> answered.document().textAt("Arn");
            case CallResult.Refused refused ->
                unasked("GetCallerIdentity gives " + refused.statusAndCode());
            case CallResult.NotSent(String why, var _) -> unasked(why);
            case CallResult.Unreachable(String why, var _, var _) -> unasked(why);
          };
      caller = known;
    }
    return known;
  }

  private String unasked(String why) {
    unasked = why;
    return "";
  }

  /**
   * What the policies of the account come to now; empty where they do not tell, unknown where more
   * policies may decide than AWS showed.
   */
  Optional<Verified> decided(ToldFailure failure, ToldCause cause) {
    Optional<Facts> refused = isOfPermissions(cause) ? facts(failure, List.of()) : Optional.empty();
    Optional<Concern> concern =
        refused.flatMap(f ->
            RefusedRequest.of(f).flatMap(r -> Concerns.of(cause.id(), r, RefusedRequest.told(f))));
    if (concern.isEmpty()) {
      return Optional.empty();
    }
    Gathering gathering =
        gathered.computeIfAbsent(
            Retold.text(failure),
            _ -> LiveQuestions.ofPolicies(refused.get(), catalog, known()).ask(calls, told));
    if (!tells(gathering, concern.get())) {
      untold.put(cause.id() + " " + Retold.text(failure), unread(gathering));
      return Optional.empty();
    }
    return facts(failure, evidence(gathering))
        .flatMap(RefusedRequest::decision)
        .map(d -> verified(d, concern.get(), gathering, failure, cause));
  }

  /** What was not read, so that AWS tells nothing of a cause; empty where it was not for that. */
  Optional<String> untold(ToldFailure failure, ToldCause cause) {
    return Optional.ofNullable(untold.get(cause.id() + " " + Retold.text(failure)))
        .filter(words -> !words.isEmpty());
  }

  /**
   * Whether all was read that the cause is about, and of the rest all but the policies of
   * organizations, which few may read.
   */
  private static boolean tells(Gathering gathering, Concern concern) {
    return concern.needs().map(gathering::knows).orElse(true)
        && gathering.unknown().stream().allMatch(u -> MAY_BE_OPEN.contains(u.about()));
  }

  /** What was not read, in words; empty where all was. */
  private static String unread(Gathering gathering) {
    return gathering.unknown().stream()
        .filter(u -> u.about() != Gathering.About.MANAGEMENT_ACCOUNT) // it allows no less
        .map(Gathering.Unknown::line)
        .collect(Collectors.joining("; "));
  }

  private static Verified verified(
      Decision decision,
      Concern concern,
      Gathering gathering,
      ToldFailure failure,
      ToldCause cause) {
    return decision.result() == Result.ALLOWED
        ? allowed(unread(gathering), concern, cause)
        : new LayerNow(decision, concern).of(cause, failure.code());
  }

  /**
   * Where it is known what refused, what was not read is not about that cause, and is told of; a
   * cause that leaves it open what did may be about just that, or about policies that are never
   * read.
   */
  private static Verified allowed(String unread, Concern concern, ToldCause cause) {
    String words = "the account's policies allow it now";
    if (concern.isOfAnyPolicy()) {
      String others = unread.isEmpty() ? "" : "; " + unread;
      return new Verified(
          cause.id(),
          State.UNKNOWN,
          words + "; not known: the policies of a session and of a VPC endpoint" + others,
          cause.command());
    }
    if (unread.isEmpty()) {
      return new Verified(cause.id(), State.RULED_OUT, words, "");
    }
    String asFar = words + " as far as they were read; not known: " + unread;
    return cause.isConfirmed() && !(concern instanceof Concern.Whole)
        ? new Verified(cause.id(), State.RULED_OUT, asFar, "")
        : new Verified(cause.id(), State.UNKNOWN, asFar, cause.command());
  }

  private List<Evidence> evidence(Gathering gathering) {
    List<Evidence> all = new ArrayList<>();
    gathering
        .files()
        .forEach((name, text) ->
            all.addAll(Readers.read(new Artifact("live/" + name, Kind.ANY, text), catalog)));
    return all;
  }

  private Optional<Facts> facts(ToldFailure failure, List<Evidence> more) {
    List<Evidence> all = new ArrayList<>(more);
    all.addAll(
        Readers.read(new Artifact(Asked.FAILURE, Kind.TRACEBACK, Retold.text(failure)), catalog));
    return new Diagnoser(catalog).primary(all);
  }
}
