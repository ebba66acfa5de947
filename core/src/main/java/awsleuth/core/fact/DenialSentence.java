package awsleuth.core.fact;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Denial.Kind;
import java.util.Locale;
import java.util.Optional;

/**
 * One access-denied sentence, read piece by piece (IAM user guide, "Troubleshoot access denied
 * error messages"): {@code User: PRINCIPAL is not authorized to perform: ACTION on resource:
 * RESOURCE CONTEXT}.
 */
final class DenialSentence {

  private static final String ANCHOR = "not authorized to perform";
  private static final String LAST = "perform";
  private static final String ROLE_CALLS = "role does not have permissions to call ";

  /** CloudWatch Logs names but the account of the caller. */
  private static final String OF_ACCOUNT = "with accountid: ";

  /**
   * How the ARN of a log group ends where the call is for no log stream: with a colon that is none
   * of the sentence.
   */
  private static final String STREAMS = ":log-stream:";

  /** What stands before the resource in the refusals of SQS and SNS. */
  private static final String REFUSED = "access to the resource ";

  private static final int NEAR = 700;
  private static final String[] CONTEXTS = {
    " because ",
    " with an explicit deny",
    " with explicit deny",
    ". encoded ",
    " encoded auth",
    " for more ",
    ". to get ",
    " call the ",
    " at [",
    " (service: ",
    " status code: ",
    " [in "
  };

  private final String text;
  private final String lower;

  DenialSentence(String text) {
    this.text = text;
    this.lower = DenialText.lower(text);
  }

  Optional<Denial> read() {
    String encoded = after("encoded authorization failure message:");
    String id = after("authorization id:");
    int anchor = anchor();
    if (anchor >= 0) {
      return Optional.of(sentence(anchor, encoded, id));
    }
    Optional<Denial> cut = cut(encoded, id);
    if (cut.isPresent()) {
      return cut;
    }
    if (lower.contains(ROLE_CALLS)) {
      return Optional.of(roleCalls());
    }
    String refused = refusedResource();
    if (encoded.isEmpty() && id.isEmpty() && refused.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Denial(
            "", "", refused, Kind.UNKNOWN, PolicyDocument.Type.UNKNOWN, "", "", encoded, id));
  }

  /** Where an action follows the words; the first such place. */
  private int anchor() {
    for (int at = lower.indexOf(ANCHOR); at >= 0; at = lower.indexOf(ANCHOR, at + 1)) {
      if (!action(at).isEmpty() && !isOfService(at)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Whether a service says of itself that it may not assume the role that it was given: {@code
   * CodeBuild is not authorized to perform: sts:AssumeRole on arn:…}. The caller may, or may not.
   */
  private boolean isOfService(int anchor) {
    int rest = anchor + ANCHOR.length();
    boolean said =
        lower.startsWith(": sts:assumerole on arn:", rest)
            || lower.startsWith(" sts:assumerole on arn:", rest);
    int from = Math.max(0, anchor - NEAR);
    return said && !lower.substring(from, anchor).contains("user") && principal(anchor).isEmpty();
  }

  /**
   * A sentence whose begin was cut off within the words before the action; only what policies
   * decided, which stands at its end, tells that it was one.
   */
  private Optional<Denial> cut(String encoded, String id) {
    int from = lower.startsWith("...") ? 3 : lower.startsWith("\u2026") ? 1 : 0;
    int at = lower.indexOf(LAST, from);
    boolean end =
        at >= 0
            && at - from < ANCHOR.length()
            && ANCHOR.endsWith(lower.substring(from, at + LAST.length()));
    int anchor = at + LAST.length() - ANCHOR.length(); // where it began, before the text
    return end && !action(anchor).isEmpty()
        ? Optional.of(sentence(anchor, encoded, id)).filter(d -> d.kind() != Kind.UNKNOWN)
        : Optional.empty();
  }

  private Denial sentence(int anchor, String encoded, String id) {
    String action = action(anchor);
    int rest = text.indexOf(action, anchor + ANCHOR.length()) + action.length();
    DenialContext context = new DenialContext(text, lower, Math.max(rest, quoted(rest)));
    return new Denial(
        principal(anchor),
        action,
        resource(rest),
        context.kind(),
        context.type(),
        context.policyArn(),
        context.setting(),
        encoded,
        id);
  }

  private String action(int anchor) {
    int at = anchor + ANCHOR.length();
    if (lower.startsWith(" the required aws marketplace actions (", at)) {
      at = text.indexOf('(', at) + 1;
    }
    while (at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == ' ')) {
      at++;
    }
    String word = DenialText.bare(text.substring(at, DenialText.wordEnd(text, at)));
    int comma = word.indexOf(',');
    String first = comma < 0 ? word : word.substring(0, comma);
    return DenialText.isAction(first) ? first : "";
  }

  private String principal(int anchor) {
    String before = text.substring(Math.max(0, anchor - NEAR), Math.max(0, anchor));
    String plain = DenialText.lower(before);
    int user = plain.lastIndexOf("user: ");
    int from = user < 0 ? plain.lastIndexOf("user ") + 5 : user + 6;
    if (user < 0 && (from == 4 || plain.startsWith("is ", from))) {
      return "";
    }
    if (plain.startsWith(OF_ACCOUNT, from)) {
      int id = from + OF_ACCOUNT.length();
      return DenialText.bare(before.substring(id, DenialText.wordEnd(before, id)));
    }
    int end = plain.indexOf(" is ", from);
    String name = end < 0 ? before.substring(from).strip() : before.substring(from, end);
    return name.indexOf(' ') > 0 && !name.contains("arn:") ? "" : DenialText.bare(lastWord(name));
  }

  private static String lastWord(String name) {
    return name.strip().substring(name.strip().lastIndexOf(' ') + 1);
  }

  private String resource(int rest) {
    int at = resourceStart(rest);
    if (at < 0) {
      return "";
    }
    int close = quoted(rest);
    return close > 0 ? text.substring(at + 1, close) : phrase(text.substring(at, contextStart(at)));
  }

  /** Where the resource begins, its quote included; -1 where none is named. */
  private int resourceStart(int rest) {
    int at = lower.indexOf(" on resource", rest);
    if (at < 0 || at - rest > 3) {
      return -1;
    }
    at += " on resource".length();
    while (at < text.length() && "s:( ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /**
   * The quote that closes the resource; -1 where it is not quoted. An object's key may have the
   * words of a policy's decision: they stand before it.
   */
  private int quoted(int rest) {
    int at = resourceStart(rest);
    return at >= 0 && text.startsWith("\"", at) ? text.indexOf('"', at + 1) : -1;
  }

  private int contextStart(int from) {
    int end = Math.min(text.length(), from + 3 * NEAR);
    for (String mark : CONTEXTS) {
      int at = lower.indexOf(mark, Math.max(0, from - 1));
      end = at < 0 ? end : Math.min(end, at);
    }
    return Math.max(from, end);
  }

  /** An ARN within words ({@code policy arn:…}), {@code role NAME}, {@code policy path /}. */
  private static String phrase(String words) {
    int arn = words.indexOf("arn:");
    if (arn >= 0) {
      String word = words.substring(arn, DenialText.wordEnd(words, arn));
      return DenialText.bare(word) + (word.endsWith(STREAMS) ? ":" : "");
    }
    String[] parts = words.strip().split(" ", 4);
    boolean kind = parts.length > 1 && isResourceKind(parts[0]);
    boolean path = kind && parts.length > 2 && parts[1].equals("path");
    int taken = path ? 3 : kind ? 2 : 1;
    return DenialText.bare(String.join(" ", java.util.Arrays.copyOf(parts, taken)));
  }

  private static boolean isResourceKind(String word) {
    return switch (word) {
      case "policy", "role", "user", "group", "server-certificate", "instance", "function" -> true;
      default -> false;
    };
  }

  /** Lambda of its function's role: {@code … permissions to call ReceiveMessage on SQS}. */
  private Denial roleCalls() {
    int from = lower.indexOf(ROLE_CALLS) + ROLE_CALLS.length();
    String[] words = text.substring(from, Math.min(text.length(), from + 200)).split(" ", 4);
    boolean whole = words.length > 2 && words[1].equals("on");
    String action =
        whole
            ? DenialText.bare(words[2]).toLowerCase(Locale.ROOT) + ":" + words[0]
            : DenialText.bare(words[0]);
    return new Denial(
        "the execution role",
        DenialText.isAction(action) ? action : "",
        "",
        Kind.IMPLICIT,
        PolicyDocument.Type.IDENTITY,
        "",
        "",
        "",
        "");
  }

  /** The word after a label; empty where the label does not stand there. */
  private String after(String label) {
    int at = lower.indexOf(label);
    if (at < 0) {
      return "";
    }
    int from = at + label.length();
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    return DenialText.bare(text.substring(from, DenialText.wordEnd(text, from)));
  }

  /** The resource of {@code Access to the resource URL is denied.} (SQS, SNS). */
  private String refusedResource() {
    int at = lower.indexOf(REFUSED);
    int from = at + REFUSED.length();
    int end = at < 0 ? -1 : lower.indexOf(" is denied", from);
    return end < 0 || end - at > NEAR ? "" : DenialText.bare(text.substring(from, end));
  }
}
