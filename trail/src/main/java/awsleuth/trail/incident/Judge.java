package awsleuth.trail.incident;

import awsleuth.core.written.PolicyWrite;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.StatementChange;
import awsleuth.trail.change.Topic;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Decides how sure it is that a change is why a call fails. */
final class Judge {

  /** Until a change of IAM holds everywhere, in milliseconds. */
  static final long HOLDS_WITHIN = PolicyWrite.HOLDS_WITHIN.toMillis();

  private final Refused call;
  private final Before before;
  private final List<Sampled> successes;
  private final History history;
  private final Documents documents;
  private final Around around;
  private final Said said;
  private final Undone undone;
  private final Unrefusing unrefusing;
  private final Beside beside;
  private final OtherWay way;

  /** What each change was found to say, since pairs of them are compared. */
  private final IdentityHashMap<Change, Verdict> known = new IdentityHashMap<>();

  /**
   * Of a call.
   *
   * @param successes the calls of the same operation and principal that succeeded
   * @param way whether calls come another way
   * @param around the changes that have to do with it
   * @param touches what the call has to do with
   */
  Judge(
      Refused call,
      Before before,
      List<Sampled> successes,
      OtherWay way,
      History history,
      Around around,
      Touches touches) {
    this.successes = successes;
    this.beside = touches.beside();
    this.way = way;
    this.call = call;
    this.before = before;
    this.history = history;
    this.documents = new Documents(call, history, touches.boundaries());
    this.around = around;
    this.undone = new Undone(call.time(), around.near(), this::known);
    this.unrefusing = new Unrefusing(call, history);
    this.said = new Said(call, history);
  }

  Suspect judge(Change change, Touch touch) {
    Optional<Change> former = former(change);
    Before seen = before(change, former);
    Ruling judged =
        undone.of(
            change,
            stillWorked(change, former, seen).of(() -> ruling(change, touch, former, seen)));
    Ruling ruling = new Organisation(call).of(change, judged, history);
    return new Suspect(
        change,
        touch,
        ruling.certainty(),
        ruling.why(),
        ruling.missing(),
        List.of(),
        former,
        ruling.blind());
  }

  /** The successes that tell of a change: of a policy's, those that it says the same of. */
  private Before before(Change change, Optional<Change> former) {
    return switch (change.topic()) {
      case IDENTITY, MANAGED, TRUST, BOUNDARY, RESOURCE, ENDPOINT, ORGANISATION ->
          before.and(o -> documents.areAlike(o.resource(), change, former));
      case KEY_STATE -> before;
      case OWNER, ACCESS_KEY, GRANT, SETTING, TAGS, NETWORK, QUOTA -> before.and(_ -> true);
    };
  }

  /** The same with the statements that changed: told of few, since documents are compared. */
  Suspect whole(Suspect s) {
    List<StatementChange> statements = documents.statements(s.change(), s.former());
    return new Suspect(
        s.change(),
        s.touch(),
        s.certainty(),
        s.why(),
        s.missing(),
        statements,
        s.former(),
        s.blind());
  }

  /**
   * What was undone while calls went on failing.
   *
   * @param later the changes between the first failure and the last that have to do with the call
   * @param last when the last failure was at least, in milliseconds since 1970 UTC
   */
  RolledBack rolledBack(List<Change> later, long last) {
    return new RolledBack(new Undone(last, later, this::known));
  }

  private Verdict known(Change change) {
    return known.computeIfAbsent(change, this::since);
  }

  /** What was before; a policy that is attached was not there before. */
  private Optional<Change> former(Change change) {
    boolean attached = change.topic() == Topic.ORGANISATION && change.document().isEmpty();
    return attached || change.attaches() ? Optional.empty() : history.former(change);
  }

  /** Of allows, what was before may have told resources apart, where it is not known. */
  private StillWorked stillWorked(Change change, Optional<Change> former, Before seen) {
    boolean known = former.isPresent() || change.topic().type().isEmpty() || said.isExplicit();
    return new StillWorked(change, seen, known ? seen : before);
  }

  private Ruling ruling(Change change, Touch touch, Optional<Change> former, Before seen) {
    if (change.isUnread()) {
      return said.unread(change, touch);
    }
    Optional<Ruling> moved = way.ruling(change).filter(_ -> isToldByWay(change, former));
    if (moved.isPresent()) {
      return own(change, touch, former, seen).orElse(moved.get());
    }
    Optional<Ruling> other =
        unrefusing
            .ruling(change)
            .or(() -> new Moved(call, seen, history).ruling(change))
            .or(() -> new LeftOrganisation(call).ruling(change));
    if (other.isPresent()) {
      return other.get();
    }
    if (!change.holds()) {
      return Ruling.ruledOut("it changed a version of a policy that does not hold");
    }
    if (change.topic() == Topic.BOUNDARY && change.removes()) {
      return touch == Touch.PRINCIPAL
          ? Ruling.ruledOut("it took a boundary away, which can only allow more")
          : Ruling.remote("it took the boundary of what is called away");
    }
    if (change.topic() == Topic.TRUST && touch == Touch.RESOURCE && !States.isDenial(call)) {
      return new GivenRole(call, history).ruling(change, former);
    }
    return switch (change.topic()) {
      case KEY_STATE -> States.key(change, isLatest(change), call, seen);
      case ACCESS_KEY -> States.accessKey(change, call, seen);
      case IDENTITY, MANAGED, TRUST, BOUNDARY, RESOURCE, ENDPOINT, ORGANISATION ->
          new ThroughKms(call, documents, history)
              .ruling(change, former)
              .or(() -> new Membership(call, seen, history, beside).ruling(change))
              .or(() -> new LetIn(call, seen, history, beside).ruling(change, touch, former))
              .or(() ->
                  new Detached(call, seen, history).ruling(change, only(change, seen).holds()))
              .orElseGet(() -> ofPolicy(change, touch, former, seen));
      case OWNER, GRANT, SETTING, TAGS, QUOTA ->
          new NoPolicy(call, before, seen, successes, history, around, beside)
              .ruling(change, touch);
      case NETWORK -> Ruling.ruledOut("networks refuse no calls of AWS");
    };
  }

  /** Whether the success that came another way tells of a change: not of one of other objects. */
  private boolean isToldByWay(Change change, Optional<Change> former) {
    return change.topic().type().isEmpty()
        || change.topic() == Topic.ENDPOINT
        || before
            .elsewhere()
            .filter(s -> Before.isOnOther(s, call))
            .filter(s -> !documents.areAlike(Before.resource(s, call), change, former))
            .isEmpty();
  }

  private Ruling ofPolicy(Change change, Touch touch, Optional<Change> former, Before seen) {
    return said.agrees(change, touch)
        ? policy(change, touch, former, seen)
        : said.otherType(change);
  }

  /** What the policy of the call's own endpoint says comes first, where it may be why. */
  private Optional<Ruling> own(Change change, Touch touch, Optional<Change> former, Before seen) {
    boolean own =
        change.topic() == Topic.ENDPOINT
            && change.thing().name().equals(call.endpoint())
            && said.agrees(change, touch);
    return own
        ? Optional.of(policy(change, touch, former, seen))
            .filter(r -> r.certainty().compareTo(Certainty.POSSIBLE) <= 0)
        : Optional.empty();
  }

  /** Whether nothing else changed the state of the same thing between it and the call. */
  private boolean isLatest(Change change) {
    return around
        .since(from(before))
        .filter(c -> documents.layer(c) == change.topic())
        .filter(c -> c.thing().equals(change.thing()))
        .reduce((earlier, later) -> later)
        .filter(change::equals)
        .isPresent();
  }

  private Ruling policy(Change change, Touch touch, Optional<Change> former, Before seen) {
    Request request = call.request().orElse(null);
    Optional<PolicyType> type = documents.type(change);
    if (request == null || type.isEmpty()) {
      return new NotAbout(call, call.denial().action(), documents, history)
          .ruling(change, former)
          .orElseGet(() -> Ruling.possible("it changed " + touch.words(), call.untold()));
    }
    PolicyType as = type.get();
    Layer layer = Documents.layer(change, as);
    Decided after = documents.after(change, as, layer, request);
    Decided old =
        former.map(f -> Decided.of(as, layer, history.document(f), request)).orElse(Decided.OPEN);
    boolean same =
        seen.request(request, call)
            .filter(r -> documents.after(change, as, layer, r).verdict() == after.verdict())
            .isPresent();
    Ruling ruling =
        new PolicyRuling(call, seen, change, touch, layer, after, old, former, same)
            .ruling(only(change, seen));
    boolean lacks = layer == Layer.IDENTITY && after.verdict() == Verdict.SILENT;
    return lacks
        ? new Added(around, beside)
            .ruling(change, seen, from(seen))
            .orElseGet(() -> beside.of(change, ruling, call, history))
        : ruling;
  }

  /** What a change's document says of the call, of a role that it gives to a service likewise. */
  private Verdict since(Change change) {
    if (change.topic() == Topic.SETTING || change.topic() == Topic.OWNER) {
      return new Stated(call).verdict(change);
    }
    if (change.topic() == Topic.TRUST && !States.isDenial(call)) {
      return new GivenRole(call, history).verdict(change);
    }
    Optional<Change> written = change.isAttachment() ? history.former(change) : Optional.of(change);
    return written
        .flatMap(w -> call.request().flatMap(r -> documents.type(w).map(t -> verdict(w, t, r))))
        .orElse(Verdict.OPEN);
  }

  private Verdict verdict(Change change, PolicyType type, Request request) {
    return documents.after(change, type, Documents.layer(change, type), request).verdict();
  }

  /**
   * Whether no other change between the last success and the first failure could be of the same
   * layer: then AWS's word on the layer is a word on this change.
   */
  private Around.Only only(Change change, Before seen) {
    Topic layer = documents.layer(change);
    return around.only(
        change, c -> documents.layer(c) == layer && !unrefusing.is(c), from(seen), call.time());
  }

  /** From the last success on, or moments before it. */
  private static long from(Before seen) {
    return seen.last().map(s -> s.event().time() - HOLDS_WITHIN).orElse(Long.MIN_VALUE);
  }
}
