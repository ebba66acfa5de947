package awsleuth.iam.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds a document out of what is no policy but allows as one would. */
final class Built {

  private Built() {}

  /** An object with these members. */
  static Node.Members object(Position at, List<Node.Member> members) {
    return new Node.Members(List.copyOf(members), at);
  }

  /** A member. */
  static Node.Member member(String key, Node value) {
    return new Node.Member(new Located(key, value.at()), value);
  }

  /** A list of strings. */
  static Node strings(Position at, List<String> values) {
    return new Node.Items(values.stream().<Node>map(v -> new Node.Text(v, at)).toList(), at);
  }

  /** A string. */
  static Node string(Position at, String value) {
    return new Node.Text(value, at);
  }

  /** An allowing statement about every resource. */
  static Node.Members allow(
      Position at, String kind, String principal, List<String> actions, Node.Member... conditions) {
    List<Node.Member> members = new ArrayList<>();
    members.add(member("Effect", string(at, "Allow")));
    Node who = string(at, principal);
    members.add(member("Principal", kind.isEmpty() ? who : object(at, List.of(member(kind, who)))));
    members.add(member("Action", strings(at, actions)));
    members.add(member("Resource", string(at, "*")));
    if (conditions.length > 0) {
      members.add(member("Condition", object(at, Arrays.asList(conditions))));
    }
    return object(at, members);
  }

  /** The document of some statements; of version 2008-10-17, so that all text is literal. */
  static Reading document(String name, String text, Position at, List<Node> statements) {
    Node.Members document =
        object(
            at,
            List.of(
                member("Version", string(at, "2008-10-17")),
                member("Statement", new Node.Items(List.copyOf(statements), at))));
    return PolicyParser.parse(name, PolicyType.RESOURCE, text, document, List.of());
  }
}
