package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the policy documents in a text: a document itself, or those inside what AWS's commands
 * print (get-role-policy, get-policy-version, get-bucket-policy, get-role, describe-policy …), as
 * objects or as strings with or without URL encoding (RFC 3986), as IAM returns them.
 */
public final class PolicyFinder {

  private final String name;
  private final PolicyType type;
  private final String text;
  private final List<Fault> broken = new ArrayList<>();
  private final List<Reading> found = new ArrayList<>();

  private PolicyFinder(String name, PolicyType type, String text) {
    this.name = name;
    this.type = type;
    this.text = text;
  }

  /**
   * Reads all documents of a text, each with its faults.
   *
   * @param name what to call the text in citations
   * @param type what the documents are attached to
   * @return in the order of the text; one reading without a policy where the text is no JSON or has
   *     no document
   */
  public static List<Reading> find(String name, PolicyType type, String text) {
    PolicyFinder finder = new PolicyFinder(name, type, text);
    Json.read(text, finder.broken).ifPresent(finder::whole);
    if (finder.found.isEmpty()) {
      if (finder.broken.stream().noneMatch(f -> f.code().undecidable())) {
        finder.broken.add(
            new Fault(Code.MISSING_STATEMENT, "the text has no policy document", Position.START));
      }
      return List.of(new Reading(Optional.empty(), List.copyOf(finder.broken)));
    }
    return List.copyOf(finder.found);
  }

  private void whole(Node node) {
    boolean document = node instanceof Node.Members m && m.get("Statement").isPresent();
    if (document) {
      found.add(PolicyParser.parse(name, type, text));
    } else {
      look(node);
    }
  }

  private void look(Node node) {
    switch (node) {
      case Node.Members m when m.get("Statement").isPresent() ->
          found.add(PolicyParser.parse(name, type, text, m, broken));
      case Node.Members m -> m.members().forEach(each -> look(each.value()));
      case Node.Items items -> items.values().forEach(this::look);
      case Node.Text t -> inside(t);
      case Node.Nothing _ -> {}
    }
  }

  private void inside(Node.Text string) {
    String value = string.value().strip();
    String json = value.regionMatches(true, 0, "%7B", 0, 3) ? unescaped(value) : value;
    if (!json.startsWith("{") || !json.contains("Statement")) {
      return;
    }
    List<Fault> faults = new ArrayList<>();
    Optional<Node> node = Json.read(json, faults);
    if (node.isPresent() && node.get() instanceof Node.Members m) {
      Node.Members moved = (Node.Members) moved(m, string.at());
      found.add(PolicyParser.parse(name, type, text, moved, List.of()));
    }
  }

  /** The same value as if it stood where the string stands that it was written in. */
  private static Node moved(Node node, Position at) {
    return switch (node) {
      case Node.Members m ->
          new Node.Members(
              m.members().stream()
                  .map(each ->
                      new Node.Member(new Located(each.key().value(), at), moved(each.value(), at)))
                  .toList(),
              at);
      case Node.Items items ->
          new Node.Items(items.values().stream().map(each -> moved(each, at)).toList(), at);
      case Node.Text t -> new Node.Text(t.value(), at);
      case Node.Nothing _ -> new Node.Nothing(at);
    };
  }

  private static String unescaped(String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean escape = c == '%' && i + 2 < value.length();
      int high = escape ? Character.digit(value.charAt(i + 1), 16) : -1;
      int low = escape ? Character.digit(value.charAt(i + 2), 16) : -1;
      if (high >= 0 && low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
