package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Denial;
import awsleuth.trail.change.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Buckets that nobody but their account gets into any more by what is public, and that take nothing
 * public any more (S3 user guide, "Blocking public access to your Amazon S3 storage").
 *
 * @param call the call
 * @param before the calls that succeeded
 */
record PublicBlock(Refused call, Before before) {

  /** What is refused with a public policy ("PublicAccessBlockConfiguration", S3 API reference). */
  private static final Set<String> PUTS_POLICY = Set.of("PutBucketPolicy", "PutAccessPointPolicy");

  /** The ruling of a change; empty where it blocks nothing that the call may depend on. */
  Optional<Ruling> ruling(Change change) {
    if (!States.isDenial(call)) {
      return Optional.empty();
    }
    if (isWithoutWhatIsNamed(change)) {
      return Optional.of(
          Ruling.ruledOut(
              "with it `" + call.denial().setting() + "`, which AWS names, is switched off"));
    }
    return takesNoMore(change).or(() -> letsNobodyIn(change));
  }

  private boolean isWithoutWhatIsNamed(Change change) {
    boolean list = isNamed("BlockPublicAcls") && !change.status().contains(Change.REFUSES_LIST);
    boolean policy =
        isNamed("BlockPublicPolicy") && !change.status().contains(Change.REFUSES_POLICY);
    return change.event().name().endsWith("PublicAccessBlock") && (list || policy);
  }

  private Optional<Ruling> letsNobodyIn(Change change) {
    if (!change.status().contains(Change.NO_PUBLIC_POLICY) || isOwn(change)) {
      return Optional.empty();
    }
    String why = "it lets nobody of outside in by a public policy any more";
    boolean lists = change.status().contains(Change.NO_PUBLIC_LIST);
    boolean sure = isAnonymous() && lists && before.sure();
    return Optional.of(
        sure
            ? before
                .words(change.event().time())
                .map(s ->
                    Ruling.confirmed(
                        List.of(s + ", without credentials", why + ", nor by an access list")))
                .orElse(open(why))
            : open(why));
  }

  private static Ruling open(String why) {
    return Ruling.possible(why, "whether it was a public policy that let the caller in");
  }

  /** Of a call that makes something public, the setting that S3 refuses it for. */
  private Optional<Ruling> takesNoMore(Change change) {
    boolean list =
        change.status().contains(Change.REFUSES_LIST)
            && AccessList.of(call.event()).isPublic()
            && isLeftOpenFor("BlockPublicAcls");
    boolean policy =
        change.status().contains(Change.REFUSES_POLICY)
            && PUTS_POLICY.contains(call.sampled().event().name())
            && isLeftOpenFor("BlockPublicPolicy");
    if ((list || policy) && isOfAnother(change)) {
      return Optional.of(
          Ruling.ruledOut("it holds for the buckets of its account, and the bucket is of another"));
    }
    return list
        ? Optional.of(ofList(change))
        : policy ? Optional.of(ofPolicy(change)) : Optional.empty();
  }

  /** Whether it is a setting of an account, and the bucket is surely of another. */
  private boolean isOfAnother(Change change) {
    return isOfAccount(change)
        && !call.owner().isEmpty()
        && !call.owner().equals(change.thing().account());
  }

  private static boolean isOfAccount(Change change) {
    return change.thing().kind().equals("account");
  }

  /** Whether AWS names that setting, or nothing at all, as what refused. */
  private boolean isLeftOpenFor(String setting) {
    return isNamed(setting)
        || (call.denial().setting().isEmpty() && call.denial().kind() == Denial.Kind.UNKNOWN);
  }

  private boolean isNamed(String setting) {
    return call.denial().setting().contains(setting);
  }

  private Ruling ofList(Change change) {
    List<String> why = new ArrayList<>();
    before.words(change.event().time()).ifPresent(why::add);
    why.add("since then S3 refuses what makes an object or bucket public by an access list");
    why.add("the call sets the access list `" + AccessList.of(call.event()).words() + "`");
    boolean same = wasLike(e -> AccessList.of(e).equals(AccessList.of(call.event())));
    if (!isNamed("BlockPublicAcls")) {
      return possible(
          why,
          same
              ? "what refused the call: AWS's message does not name it"
              : "what refused the call, and whether a call with such a list succeeded before");
    }
    return named(change, why, same, "list");
  }

  /** Where AWS names the setting, it has said that the policy would make the bucket public. */
  private Ruling ofPolicy(Change change) {
    List<String> why = new ArrayList<>();
    before.words(change.event().time()).ifPresent(why::add);
    why.add("since then S3 refuses policies that make the bucket public");
    if (!isNamed("BlockPublicPolicy")) {
      return possible(why, "whether the policy of the call would make it public");
    }
    why.add("AWS says that the policy of the call would");
    return named(change, why, wasLike(e -> asked(e).equals(asked(call.event()))), "policy");
  }

  /** Certain where the same worked before, so that no other setting refused it then. */
  private Ruling named(Change change, List<String> why, boolean same, String what) {
    if (same && isOfAccount(change) && call.owner().isEmpty()) {
      return possible(why, "whose the bucket is: no event tells its account");
    }
    return same
        ? Ruling.confirmed(why)
        : possible(
            why,
            "whether a call with such a " + what + " succeeded before: no such success is known");
  }

  private static Ruling possible(List<String> why, String missing) {
    return new Ruling(Certainty.POSSIBLE, List.copyOf(why), missing);
  }

  private boolean wasLike(Predicate<TrailEvent> like) {
    return before.last().flatMap(Sampled::whole).filter(like).isPresent();
  }

  private static Map<String, String> asked(TrailEvent event) {
    Map<String, String> all = new HashMap<>(event.fields());
    all.keySet().removeIf(path -> !path.startsWith("requestParameters."));
    return all;
  }

  private boolean isAnonymous() {
    return call.sampled().event().principal().equalsIgnoreCase("anonymous");
  }

  private boolean isOwn(Change change) {
    return Touches.account(call.sampled().event().principal()).equals(change.event().account());
  }
}
