package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Denial;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.StatementChange;
import awsleuth.trail.change.Topic;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides how sure it is that a change is why a call fails. */
final class Judge {

  /**
   * Until a change of IAM holds everywhere ("usually within seconds", IAM user guide, "Troubleshoot
   * IAM").
   */
  static final long HOLDS_WITHIN = 300_000;

  private final Refused call;
  private final Before before;
  private final History history;
  private final Map<Topic, List<Change>> recent = new EnumMap<>(Topic.class);
  private final Set<String> boundaries = new HashSet<>();
  private final Undone undone;
  private final Beside beside;
  private final OtherWay way;

  /**
   * Of a call.
   *
   * @param way whether calls come another way
   * @param touching all changes that have to do with it, in the order of time
   * @param beside the policies that the caller has
   */
  Judge(
      Refused call,
      Before before,
      OtherWay way,
      History history,
      List<Change> touching,
      Beside beside) {
    this.beside = beside;
    this.way = way;
    this.call = call;
    this.before = before;
    this.history = history;
    this.undone = new Undone(call.time(), touching, this::since);
    long from = before.last().map(s -> s.event().time() - HOLDS_WITHIN).orElse(Long.MIN_VALUE);
    for (Change c : touching) {
      if (c.topic() == Topic.BOUNDARY) {
        boundaries.add(c.part());
      }
      if (c.event().time() >= from && c.event().time() <= call.time()) {
        recent.computeIfAbsent(layer(c), k -> new ArrayList<>(1)).add(c);
      }
    }
  }

  /** The topic that stands for all of one layer. */
  private static Topic layer(Change change) {
    return change.topic() == Topic.MANAGED ? Topic.IDENTITY : change.topic();
  }

  Suspect judge(Change change, Touch touch) {
    Optional<Change> former = former(change);
    Ruling ruling = undone.of(change, capped(change, ruling(change, touch, former)));
    return new Suspect(
        change, touch, ruling.certainty(), ruling.why(), ruling.missing(), List.of(), former);
  }

  /** The same with the statements that changed: told of few, since documents are compared. */
  Suspect whole(Suspect s) {
    List<StatementChange> statements =
        s.former()
            .filter(f -> !history.document(s.change()).isEmpty())
            .flatMap(f -> type(s.change()).map(t -> between(t, f, s.change())))
            .orElse(List.of());
    return new Suspect(
        s.change(), s.touch(), s.certainty(), s.why(), s.missing(), statements, s.former());
  }

  private List<StatementChange> between(PolicyType type, Change before, Change after) {
    return StatementChange.between(type, history.document(before), history.document(after));
  }

  /** What was before; a policy of the organization that is attached was not there before. */
  private Optional<Change> former(Change change) {
    boolean attached = change.topic() == Topic.ORGANISATION && change.document().isEmpty();
    return attached ? Optional.empty() : history.former(change);
  }

  /** Where a call that may be the same succeeded later, nothing is certain. */
  private Ruling capped(Change change, Ruling ruling) {
    boolean later =
        before
            .last()
            .filter(s -> s.event().time() > change.event().time() + HOLDS_WITHIN)
            .isPresent();
    return later && ruling.certainty() == Certainty.CONFIRMED
        ? new Ruling(Certainty.POSSIBLE, ruling.why(), Before.UNSURE)
        : ruling;
  }

  private Ruling ruling(Change change, Touch touch, Optional<Change> former) {
    Optional<Sampled> later =
        before.last().filter(s -> s.event().time() > change.event().time() + HOLDS_WITHIN);
    if (later.isPresent() && before.sure()) {
      return Ruling.ruledOut(
          "the same call still succeeded at " + Event.moment(later.get().event().time()));
    }
    if (change.isUnread()) {
      return Ruling.possible(
          "it changed " + touch.words(), "what it wrote: its record is too large to be read whole");
    }
    Optional<Ruling> moved = way.ruling(change);
    if (moved.isPresent()) {
      return own(change, touch, former).orElse(moved.get());
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
      return given(change, former);
    }
    return switch (change.topic()) {
      case KEY_STATE -> States.key(change, isLatest(change), call, before);
      case ACCESS_KEY -> States.accessKey(change, call, before);
      case IDENTITY, MANAGED, TRUST, BOUNDARY, RESOURCE, ENDPOINT, ORGANISATION ->
          new LetIn(call, before, history, beside)
              .ruling(change, touch, former)
              .orElseGet(() -> ofPolicy(change, touch, former));
      case OWNER, GRANT, SETTING, TAGS, QUOTA -> other(change, touch);
      case NETWORK -> Ruling.ruledOut("networks refuse no calls of AWS");
    };
  }

  private Ruling ofPolicy(Change change, Touch touch, Optional<Change> former) {
    return agrees(change, touch)
        ? policy(change, touch, former)
        : Ruling.ruledOut("AWS says that another type of policy decided: " + said());
  }

  /** What the policy of the call's own endpoint says comes first, where it may be why. */
  private Optional<Ruling> own(Change change, Touch touch, Optional<Change> former) {
    boolean own =
        change.topic() == Topic.ENDPOINT
            && change.thing().name().equals(call.endpoint())
            && agrees(change, touch);
    return own
        ? Optional.of(policy(change, touch, former))
            .filter(r -> r.certainty().compareTo(Certainty.POSSIBLE) <= 0)
        : Optional.empty();
  }

  /** Whether nothing else changed the state of the same thing between it and the call. */
  private boolean isLatest(Change change) {
    return recent.getOrDefault(change.topic(), List.of()).stream()
        .filter(c -> c.thing().equals(change.thing()))
        .reduce((earlier, later) -> later)
        .filter(change::equals)
        .isPresent();
  }

  /** Of a role that a call gives to a service: the trust policy has to name the service. */
  private Ruling given(Change change, Optional<Change> former) {
    String service = call.sampled().event().source();
    String after = history.document(change);
    boolean did = former.filter(f -> history.document(f).contains(service)).isPresent();
    if (did && !after.isEmpty() && !after.contains(service)) {
      return Ruling.confirmed(
          List.of(
              "it does not let `" + service + "` assume the role that the call gives to it",
              "before, it did"));
    }
    // Some services assume roles by another name than that of their events: ecs-tasks, not ecs.
    return Ruling.possible(
        "it changed the trust policy of the role that the call gives to `" + service + "`",
        "whether the policy lets the service assume the role");
  }

  /** What is no policy may be why where it took something away, or is what AWS speaks of. */
  private Ruling other(Change change, Touch touch) {
    Optional<Ruling> known =
        new Gone(call, before)
            .ruling(change, touch)
            .or(() -> new PublicBlock(call, before).ruling(change))
            .or(() -> tags(change, touch));
    if (known.isPresent()) {
      return known.get();
    }
    String code = call.sampled().event().code();
    boolean takes = change.topic() == Topic.OWNER || change.topic() == Topic.GRANT;
    boolean gone = takes && change.removes() && States.isDenial(call);
    boolean limit =
        (change.topic() == Topic.QUOTA && Throttling.isLimit(code))
            || (change.topic() == Topic.SETTING && CodeFamily.of(code) == CodeFamily.CAPACITY);
    boolean told = change.topic() == Topic.SETTING && !call.denial().setting().isEmpty();
    return gone || limit || told
        ? Ruling.possible(
            "it changed " + touch.words(), "whether the call depended on what was before")
        : Ruling.remote("it changed " + touch.words() + ", but no policy that could be decided on");
  }

  private Optional<Ruling> tags(Change change, Touch touch) {
    return change.topic() == Topic.TAGS
        ? new Tags(call, history, beside).ruling(change, touch)
        : Optional.empty();
  }

  /** Whether AWS's sentence leaves open or says that such a policy decided. */
  private boolean agrees(Change change, Touch touch) {
    Denial denial = call.denial();
    boolean bound = touch == Touch.PRINCIPAL && isBoundary(change);
    return switch (denial.policyType()) {
      case UNKNOWN -> States.isDenial(call);
      case IDENTITY -> change.topic() == Topic.IDENTITY || change.topic() == Topic.MANAGED;
      case RESOURCE -> change.topic() == Topic.RESOURCE || change.topic() == Topic.TRUST;
      case TRUST -> change.topic() == Topic.TRUST;
      case BOUNDARY -> change.topic() == Topic.BOUNDARY || bound;
      case SCP -> change.topic() == Topic.ORGANISATION && isTold(change) && !isOfResources(change);
      case RCP -> change.topic() == Topic.ORGANISATION && isTold(change);
      case VPC_ENDPOINT -> change.topic() == Topic.ENDPOINT;
      case SESSION -> false;
    };
  }

  /** AWS may name the organization's policy: then no other is why, but a move under it may be. */
  private boolean isTold(Change change) {
    String arn = call.denial().policyArn();
    boolean moved = change.thing().kind().equals("account");
    return arn.isEmpty() || moved || arn.endsWith("/" + change.thing().name());
  }

  private boolean isBoundary(Change change) {
    return change.topic() == Topic.MANAGED && boundaries.contains(change.thing().name());
  }

  private Ruling policy(Change change, Touch touch, Optional<Change> former) {
    Request request = call.request().orElse(null);
    Optional<PolicyType> type = type(change);
    if (request == null || type.isEmpty()) {
      return Ruling.possible(
          "it changed " + touch.words(), "what the call needed: its event does not tell");
    }
    PolicyType as = type.get();
    Layer layer = layer(change, as);
    Decided after = after(change, as, layer, request);
    Decided old =
        former.map(f -> Decided.of(as, layer, history.document(f), request)).orElse(Decided.OPEN);
    boolean same =
        before
            .request(request)
            .filter(r -> after(change, as, layer, r).verdict() == after.verdict())
            .isPresent();
    Ruling ruling =
        new PolicyRuling(call, before, change, touch, layer, after, old, former, same)
            .ruling(isOnlyOne(change));
    boolean lacks = layer == Layer.IDENTITY && after.verdict() == Verdict.SILENT;
    return lacks ? beside.of(change, ruling, call, history) : ruling;
  }

  /** What a change's document says of the call, of a role that it gives to a service likewise. */
  private Verdict since(Change change) {
    if (change.topic() == Topic.TRUST && !States.isDenial(call)) {
      boolean names = history.document(change).contains(call.sampled().event().source());
      return names ? Verdict.ALLOWS : Verdict.SILENT;
    }
    Optional<Change> written = change.isAttachment() ? history.former(change) : Optional.of(change);
    return written
        .flatMap(w -> call.request().flatMap(r -> type(w).map(t -> verdict(w, t, r))))
        .orElse(Verdict.OPEN);
  }

  private Verdict verdict(Change change, PolicyType type, Request request) {
    return after(change, type, layer(change, type), request).verdict();
  }

  /** What holds after: the new document, that of a boundary, or nothing of what was taken away. */
  private Decided after(Change change, PolicyType type, Layer layer, Request request) {
    if (change.topic() == Topic.BOUNDARY && !change.removes()) {
      return history
          .managed(change.part(), change)
          .map(d -> Decided.of(type, layer, history.document(d), request))
          .orElse(Decided.OPEN);
    }
    if (change.topic() == Topic.ORGANISATION && change.document().isEmpty()) {
      return attached(change, type, layer, request);
    }
    if (change.removes()) {
      return Decided.NOTHING;
    }
    String document = history.document(change);
    return document.isEmpty() ? Decided.OPEN : Decided.of(type, layer, document, request);
  }

  /** What a policy of the organization says that was attached or taken away. */
  private Decided attached(Change change, PolicyType type, Layer layer, Request request) {
    return change.event().name().equals("AttachPolicy")
        ? history
            .written(change)
            .map(d -> Decided.of(type, layer, history.document(d), request))
            .orElse(Decided.OPEN)
        : Decided.OPEN;
  }

  /**
   * Whether no other change between the last success and the first failure could be of the same
   * layer: then AWS's word on the layer is a word on this change.
   */
  private boolean isOnlyOne(Change change) {
    List<Change> same = recent.getOrDefault(layer(change), List.of());
    return same.isEmpty() || (same.size() == 1 && same.getFirst().compareTo(change) == 0);
  }

  /**
   * Whether an organization's policy is one of resources: service control policies name no
   * principals (Organizations user guide, "SCP syntax", "RCP syntax").
   */
  private boolean isOfResources(Change change) {
    return change.topic() == Topic.ORGANISATION
        && Optional.of(change)
            .filter(c -> !c.document().isEmpty())
            .or(() -> history.written(change))
            .filter(c -> c.document().contains("\"Principal\""))
            .isPresent();
  }

  private Optional<PolicyType> type(Change change) {
    if (isOfResources(change)) {
      return Optional.of(PolicyType.RCP);
    }
    boolean bound =
        call.denial().policyType() == PolicyDocument.Type.BOUNDARY
            && change.topic() == Topic.MANAGED;
    return bound ? Optional.of(PolicyType.BOUNDARY) : change.topic().type();
  }

  private static Layer layer(Change change, PolicyType type) {
    return switch (type) {
      case BOUNDARY -> Layer.BOUNDARY;
      case RCP -> Layer.RCP;
      case IDENTITY, RESOURCE, TRUST, SESSION, SCP, VPC_ENDPOINT ->
          change.topic().layer().orElse(Layer.IDENTITY);
    };
  }

  private String said() {
    List<String> words = new ArrayList<>();
    words.add(
        switch (call.denial().kind()) {
          case EXPLICIT -> "explicit deny in";
          case IMPLICIT -> "no allow in";
          case UNKNOWN -> "by";
        });
    words.add("a " + call.denial().policyType().name().toLowerCase(java.util.Locale.ROOT));
    return String.join(" ", words);
  }
}
