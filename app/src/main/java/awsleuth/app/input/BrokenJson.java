package awsleuth.app.input;

import awsleuth.app.terminal.Printable;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.secret.Secrets;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.JsonFaults;
import java.util.List;
import java.util.Optional;

/** Files that are meant to be JSON and are not. */
final class BrokenJson {

  private BrokenJson() {}

  /** What to say of a policy that was not read for that, by place; empty where there is none. */
  static Optional<String> policy(String name, List<? extends Evidence> evidence) {
    for (Evidence e : evidence) {
      if (e instanceof PolicyDocument p && p.unread().isPresent()) {
        return p.unread().map(f -> place(name, f) + ": the policy is not read");
      }
    }
    return Optional.empty();
  }

  /**
   * What is wrong with a text that looks like JSON; empty where nothing is, or it does not. A log
   * may begin with a bracket too, so a file of another name has to look more like it.
   */
  static String fault(String name, String text) {
    String start = text.stripLeading();
    start = start.substring(0, Math.min(start.length(), 200));
    boolean opens = start.startsWith("{") || start.startsWith("[");
    String inside = opens ? start.substring(1).stripLeading() : "";
    boolean named = name.endsWith(".json");
    boolean json =
        opens && (named || inside.isEmpty() || "\"{[}]/#".indexOf(inside.charAt(0)) >= 0);
    return json ? JsonFaults.first(Secrets.maskText(text)).map(f -> place(name, f)).orElse("") : "";
  }

  private static String place(String name, Fault fault) {
    return Printable.line(name + ":" + fault.at() + ": " + fault.message());
  }
}
