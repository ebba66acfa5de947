package awsleuth.trail.incident;

import awsleuth.trail.change.Change;
import awsleuth.trail.change.Setting;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A setting that AWS names when it refuses a call, and the change that set it so.
 *
 * @param call the call
 */
record Stated(Refused call) {

  /** What stands for everybody among those that something is shared with. */
  private static final String ALL = "all";

  /** What stands before the services of which alone a setting refuses calls. */
  private static final String NOT = "not ";

  /** What stands for the name of what was changed. */
  private static final String NAME = "NAME";

  private static final String NO_CHANGE = "it was set so before";

  /** Whether a change set what AWS speaks of so that it refuses the call. */
  boolean isRefusing(Change change) {
    return verdict(change) == Verdict.DENIES;
  }

  /**
   * What a change set says of the call; {@code OPEN} where AWS does not speak of such a setting.
   */
  Verdict verdict(Change change) {
    Verdict said = said(change).map(s -> verdict(s, s.value(change))).orElse(Verdict.OPEN);
    return new SaidId(call).other(change).isPresent() ? Verdict.SILENT : said;
  }

  /** The setting that a change set, where AWS speaks of it. */
  private Optional<Setting> said(Change change) {
    String text = (call.sampled().event().code() + " " + message()).toLowerCase(Locale.ROOT);
    return Setting.of(change).stream()
        .filter(s -> s.said().stream().anyMatch(w -> text.contains(named(w, change))))
        .filter(s -> !s.value(change).isEmpty())
        .findFirst();
  }

  /** What AWS says, of what was changed. */
  private static String named(String said, Change change) {
    return said.replace(NAME, change.thing().name().toLowerCase(Locale.ROOT));
  }

  /**
   * The ruling of a change; empty where AWS does not speak of what it set.
   *
   * @param before whether calls were let through before
   * @param around the changes that have to do with the call
   */
  Optional<Ruling> ruling(Change change, LetThrough before, Around around) {
    return said(change)
        .map(s ->
            new SaidId(call)
                .other(change)
                .map(id -> Ruling.ruledOut("AWS speaks of `" + id + "`"))
                .orElseGet(() -> ruling(s, change, before, around)));
  }

  private Ruling ruling(Setting setting, Change change, LetThrough before, Around around) {
    return switch (verdict(change)) {
      case DENIES ->
          isOfSame(change, around) ? Ruling.ruledOut(NO_CHANGE) : refusing(setting, change, before);
      case OPEN -> Ruling.possible(words(), open(setting, change));
      case ALLOWS, SILENT ->
          Ruling.ruledOut("with `" + change.status() + "` it does not refuse the call");
    };
  }

  private static String open(Setting setting, Change change) {
    boolean ofCaller = setting.refuses().stream().anyMatch(r -> r.endsWith("caller"));
    return ofCaller
        ? "whether the caller is among those of `" + change.status() + "`"
        : "whether it is for `" + change.status() + "` that AWS refuses the call";
  }

  /** Whether the last change of the setting before was the same. */
  private boolean isOfSame(Change change, Around around) {
    return around
        .since(Long.MIN_VALUE)
        .filter(c -> c.compareTo(change) < 0 && c.thing().equals(change.thing()))
        .filter(c -> said(c).isPresent())
        .reduce((_, later) -> later)
        .filter(this::isRefusing)
        .isPresent();
  }

  private Ruling refusing(Setting setting, Change change, LetThrough before) {
    String missing = before.missing(setting, change);
    if (!missing.isEmpty()) {
      return Ruling.possible(words(), missing);
    }
    List<String> why = new ArrayList<>();
    before.before().words(change.event().time()).ifPresent(why::add);
    why.add(words());
    return Ruling.confirmed(why);
  }

  private String words() {
    return "since then AWS says: " + message();
  }

  private String message() {
    return call.event().field("errorMessage");
  }

  private Verdict verdict(Setting setting, String value) {
    List<String> values = List.of(value.split(", ", -1));
    if (setting.unless().stream().anyMatch(this::isExempt)) {
      return Verdict.ALLOWS;
    }
    for (String refuses : setting.refuses()) {
      Verdict verdict = verdict(refuses, values);
      if (verdict != Verdict.ALLOWS) {
        return verdict;
      }
    }
    return Verdict.ALLOWS;
  }

  private Verdict verdict(String refuses, List<String> values) {
    if (refuses.startsWith("<")) {
      long most = number(values.getFirst());
      long asked = number(call.event().field(refuses.substring(1)));
      return most < 0 || asked < 0 ? Verdict.OPEN : most < asked ? Verdict.DENIES : Verdict.ALLOWS;
    }
    String[] kind = refuses.split(" ", 2);
    String told = kind.length < 2 ? "" : call.event().field(kind[1]);
    return switch (kind[0]) {
      case "part" -> ofPart(values, told, Verdict.DENIES);
      case "-part" -> ofPart(values, told, Verdict.ALLOWS);
      case "-flow" -> ofFlow(values, told);
      case "caller" -> ofCaller(values, Verdict.DENIES, Verdict.SILENT);
      case "-caller" -> ofCaller(values, Verdict.ALLOWS, Verdict.SILENT);
      case "named" -> values.stream().anyMatch(this::isNamed) ? Verdict.DENIES : Verdict.SILENT;
      default -> values.contains(refuses) ? Verdict.DENIES : Verdict.ALLOWS;
    };
  }

  /** Of an organization, a unit of it or a role it is not known whether it is the caller's. */
  private Verdict ofCaller(List<String> values, Verdict among, Verdict other) {
    String account = Touches.account(call.caller());
    boolean is = values.contains(ALL) || values.contains(account);
    boolean may = values.stream().anyMatch(v -> v.startsWith("arn:"));
    return is ? among : may ? Verdict.OPEN : other;
  }

  private static Verdict ofPart(List<String> values, String told, Verdict among) {
    String parts = ":" + told + ":";
    boolean is = values.stream().anyMatch(v -> parts.contains(":" + v + ":"));
    return told.isEmpty() ? Verdict.OPEN : is ? among : Verdict.SILENT;
  }

  /** Clients of user pools name a flow as calls do, or with more around it. */
  private static Verdict ofFlow(List<String> values, String flow) {
    boolean is =
        Stream.of(flow, "ALLOW_" + flow, "ALLOW_" + flow + "_AUTH").anyMatch(values::contains);
    return flow.isEmpty() ? Verdict.OPEN : is ? Verdict.ALLOWS : Verdict.DENIES;
  }

  private boolean isNamed(String arn) {
    return new Named(call).isSaid(arn.substring(arn.lastIndexOf('/') + 1));
  }

  private boolean isExempt(String unless) {
    if (unless.startsWith(NOT)) {
      List<String> services = List.of(unless.substring(NOT.length()).split(" "));
      return !services.contains(call.sampled().event().service());
    }
    return unless.equals("own") ? !call.isOfOthers() : !call.event().field(unless).isEmpty();
  }

  /** A number; less than none where it is not told. */
  private static long number(String text) {
    boolean digits = !text.isEmpty() && text.length() < 18;
    return digits && text.chars().allMatch(c -> c >= '0' && c <= '9') ? Long.parseLong(text) : -1;
  }
}
