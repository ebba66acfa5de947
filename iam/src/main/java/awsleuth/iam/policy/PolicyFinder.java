package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the policy documents in a text: a document itself, or those inside what AWS's commands
 * print (get-role-policy, get-policy-version, get-bucket-policy, get-role, describe-policy …), as
 * objects or as strings with or without URL encoding (RFC 3986), as IAM returns them.
 */
public final class PolicyFinder {

  /** Which documents are wanted, and as what. */
  private sealed interface Wanted {

    /** All of them as policies of one type. */
    record As(PolicyType type) implements Wanted {}

    /** Those that may be of a type, as that. */
    record Only(PolicyType type) implements Wanted {}

    /** All of them, each as what it is. */
    record Each() implements Wanted {}
  }

  private final String name;
  private final Wanted wanted;
  private final String text;
  private final List<Fault> broken = new ArrayList<>();
  private final List<Reading> found = new ArrayList<>();
  private final Set<PolicyType> others = EnumSet.noneOf(PolicyType.class);
  private boolean listed;

  private PolicyFinder(String name, Wanted wanted, String text) {
    this.name = name;
    this.wanted = wanted;
    this.text = text;
  }

  /**
   * Reads all documents of a text as policies of one type, each with its faults.
   *
   * @param name what to call the text in citations
   * @param type what the documents are attached to
   * @return in the order of the text; one reading without a policy where the text is no JSON or has
   *     no document
   */
  public static List<Reading> find(String name, PolicyType type, String text) {
    return new PolicyFinder(name, new Wanted.As(type), text).find();
  }

  /**
   * Reads the documents of a text that may be of a type. Left out are those that stand where AWS's
   * commands print others, as a role's trust policy where its own policies are wanted.
   */
  public static List<Reading> only(String name, PolicyType type, String text) {
    return new PolicyFinder(name, new Wanted.Only(type), text).find();
  }

  /** Reads all documents of a text, each as of the type that its place and its elements tell. */
  public static List<Reading> each(String name, String text) {
    return new PolicyFinder(name, new Wanted.Each(), text).find();
  }

  /** Whether a text has several documents, or is an export of an account, which may. */
  static boolean hasOthers(String text) {
    return text.contains("\"RoleDetailList\"") || each("", text).size() > 1;
  }

  private List<Reading> find() {
    Json.read(text, broken).ifPresent(this::whole);
    if (found.isEmpty()) {
      if (broken.stream().noneMatch(f -> f.code().undecidable())) {
        broken.add(new Fault(Code.MISSING_STATEMENT, nothing(), Position.START));
      }
      return List.of(new Reading(Optional.empty(), List.copyOf(broken)));
    }
    return List.copyOf(found);
  }

  private String nothing() {
    if (wanted instanceof Wanted.Only only && !others.isEmpty()) {
      return "the text has no "
          + only.type().words()
          + ", only "
          + others.stream().map(PolicyType::words).collect(Collectors.joining(", "));
    }
    return listed
        ? "the text names policies without their content, which"
            + " `aws organizations describe-policy` gives"
        : "the text has no policy document";
  }

  private void whole(Node node) {
    boolean document = node instanceof Node.Members m && m.get("Statement").isPresent();
    if (document) {
      found.add(PolicyParser.parse(name, type(Wrapper.NONE, (Node.Members) node), text));
    } else {
      look(node, Wrapper.NONE);
    }
  }

  private PolicyType type(Wrapper wrapper, Node.Members document) {
    return switch (wanted) {
      case Wanted.As as -> as.type();
      case Wanted.Only only ->
          wrapper.told().orElse(only.type()) == PolicyType.TRUST ? PolicyType.TRUST : only.type();
      case Wanted.Each _ -> wrapper.type(document);
    };
  }

  private boolean isWanted(Wrapper wrapper) {
    if (wanted instanceof Wanted.Only only && !wrapper.mayBe(only.type())) {
      wrapper.told().ifPresent(others::add);
      return false;
    }
    return true;
  }

  private void look(Node node, Wrapper wrapper) {
    switch (node) {
      case Node.Members m when m.get("Statement").isPresent() -> {
        if (isWanted(wrapper)) {
          found.add(PolicyParser.parse(name, type(wrapper, m), text, m, broken));
        }
      }
      case Node.Members m -> m.members().forEach(each -> member(m, each, wrapper));
      case Node.Items items -> items.values().forEach(each -> look(each, wrapper));
      case Node.Text t -> inside(t, wrapper);
      case Node.Nothing _ -> {}
    }
  }

  private void member(Node.Members object, Node.Member member, Wrapper wrapper) {
    String key = member.key().value();
    Wrapper inner = wrapper.inside(object, key);
    listed |= key.equals("AwsManaged");
    if (key.equals("PolicyVersionList") && member.value() instanceof Node.Items versions) {
      Wrapper.inForce(versions).forEach(each -> look(each, inner));
    } else {
      look(member.value(), inner);
    }
  }

  private void inside(Node.Text string, Wrapper wrapper) {
    String value = string.value().strip();
    String json = value.regionMatches(true, 0, "%7B", 0, 3) ? unescaped(value) : value;
    if (!json.startsWith("{") || !json.contains("Statement")) {
      return;
    }
    List<Fault> faults = new ArrayList<>();
    Optional<Node> node = Json.read(json, faults);
    List<Fault> told = faults.stream().map(each -> each.at(string.at())).toList();
    if (node.isEmpty() && isWanted(wrapper)) {
      found.add(new Reading(Optional.empty(), told));
    }
    if (node.isPresent() && node.get() instanceof Node.Members m && isWanted(wrapper)) {
      Node.Members moved = (Node.Members) moved(m, string.at());
      found.add(PolicyParser.parse(name, type(wrapper, moved), json, moved, told));
    }
  }

  /**
   * Reads a document that a file has as a string.
   *
   * @param name what to call the file in citations
   * @param type what the document is attached to
   * @param json the text of the document
   * @param string where the string stands in the file
   */
  public static Reading inString(String name, PolicyType type, String json, Position string) {
    List<Fault> faults = new ArrayList<>();
    Optional<Node> node = Json.read(json, faults);
    List<Fault> told = faults.stream().map(each -> each.at(string)).toList();
    return node.isPresent() && node.get() instanceof Node.Members m
        ? PolicyParser.parse(name, type, json, (Node.Members) moved(m, string), told)
        : new Reading(Optional.empty(), told);
  }

  /**
   * Reads anew a document that a file has as a string.
   *
   * @param policy the document as it was
   * @param text the text of the document itself
   */
  public static Reading reread(Policy policy, String text) {
    List<Fault> faults = new ArrayList<>();
    Optional<Node> node = Json.read(text, faults);
    return node.isPresent() && node.get() instanceof Node.Members m
        ? PolicyParser.parse(
            policy.name(), policy.type(), text, (Node.Members) moved(m, policy.at()), faults)
        : new Reading(Optional.empty(), List.copyOf(faults));
  }

  /** The same value on the line and column of the string that it was written in. */
  private static Node moved(Node node, Position at) {
    return switch (node) {
      case Node.Members m ->
          new Node.Members(
              m.members().stream()
                  .map(each ->
                      new Node.Member(
                          new Located(each.key().value(), moved(each.key().at(), at)),
                          moved(each.value(), at)))
                  .toList(),
              moved(m.at(), at));
      case Node.Items items ->
          new Node.Items(
              items.values().stream().map(each -> moved(each, at)).toList(), moved(items.at(), at));
      case Node.Text t -> new Node.Text(t.value(), moved(t.at(), at));
      case Node.Nothing n -> new Node.Nothing(moved(n.at(), at));
    };
  }

  private static Position moved(Position inside, Position string) {
    return new Position(string.line(), string.column(), inside.start(), inside.end());
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
