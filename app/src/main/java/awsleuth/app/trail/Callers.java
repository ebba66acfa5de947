package awsleuth.app.trail;

import java.util.ArrayList;
import java.util.List;

/** Principals as people name them, and as events do. */
final class Callers {

  private static final String SESSION = ":assumed-role/";

  private Callers() {}

  /**
   * What events may have of them: of a session's ARN, as messages of AWS print it, the role's, with
   * a path or without; of a bare name the roles and users of that name.
   */
  static List<String> named(List<String> principals) {
    List<String> all = new ArrayList<>();
    for (String principal : principals) {
      all.add(principal);
      int session = principal.indexOf(SESSION);
      if (principal.startsWith("arn:") && session > 0) {
        String role = principal.substring(session + SESSION.length()).split("/", 2)[0];
        String account = principal.substring(0, session).replaceFirst(":sts:", ":iam:");
        all.add(account + ":role/" + role);
        all.add(account + ":role/*/" + role);
      } else if (principal.indexOf(':') < 0 && principal.indexOf('/') < 0) {
        all.add("*/" + principal);
      }
    }
    return List.copyOf(all);
  }
}
