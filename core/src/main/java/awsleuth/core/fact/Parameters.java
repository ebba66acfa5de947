package awsleuth.core.fact;

import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of the call's parameters that the evidence tells, by the names of the API: literals in
 * the program's code, options of an AWS CLI command, {@code s3://} paths, the denial's ARN. What
 * stands nearest to the call counts.
 *
 * @param values empty where nothing is told
 */
record Parameters(Map<String, String> values) {

  private static final int LONGEST = 1024;

  static Parameters of(Facts facts) {
    Map<String, String> known = literals(facts.frames());
    for (Passage p : facts.failure().passages()) {
      path(p.text(), known);
    }
    for (Passage p : facts.failure().passages()) {
      options(p.text(), known);
    }
    if (facts.call().service().equals("s3")) {
      facts.failure().passages().forEach(p -> S3Phrases.read(p.text(), known));
    }
    arn(facts, known);
    return new Parameters(Map.copyOf(known));
  }

  /** {@code Name='value'} in the program's own code, the innermost frame first. */
  private static Map<String, String> literals(List<Frame> frames) {
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = frames.size() - 1; i >= 0; i--) {
      String code = frames.get(i).code();
      for (int at = code.indexOf('='); at > 0; at = code.indexOf('=', at + 1)) {
        int open = at + 1;
        char quote = open < code.length() ? code.charAt(open) : ' ';
        int close = quote == '\'' || quote == '"' ? code.indexOf(quote, open + 1) : -1;
        int start = at;
        while (start > 0 && Character.isLetterOrDigit(code.charAt(start - 1))) {
          start--;
        }
        if (close > open && start < at && Character.isUpperCase(code.charAt(start))) {
          found.putIfAbsent(code.substring(start, at), code.substring(open + 1, close));
        }
      }
    }
    return found;
  }

  /** {@code s3://bucket/key}. */
  private static void path(String text, Map<String, String> known) {
    int at = text.indexOf("s3://");
    if (at < 0 || known.containsKey("Bucket")) {
      return;
    }
    String path = text.substring(at + "s3://".length(), end(text, at));
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    if (isPlain(bucket)) {
      known.put("Bucket", bucket);
      if (slash > 0 && slash < path.length() - 1) {
        known.putIfAbsent("Key", path.substring(slash + 1));
      }
    }
  }

  /** {@code --function-name value} of a command. */
  private static void options(String text, Map<String, String> known) {
    if (!text.contains("aws ")) {
      return;
    }
    for (int at = text.indexOf(" --"); at >= 0; at = text.indexOf(" --", at + 3)) {
      int name = at + 3;
      int sign = name;
      while (sign < text.length() && text.charAt(sign) != ' ' && text.charAt(sign) != '=') {
        sign++;
      }
      int from = Math.min(text.length(), sign + 1);
      String value = text.substring(from, end(text, from));
      if (isPlain(value) && !value.startsWith("-")) {
        known.putIfAbsent(camel(text.substring(name, sign)), value);
      }
    }
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length()
        && end - from < LONGEST
        && " \t'\"`,;)]>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    while (end > from && ".:".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** Whether a value is one, not a variable, a placeholder or what was masked. */
  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isLetterOrDigit(c) && "-_./:=+@%".indexOf(c) < 0) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  private static String camel(String option) {
    StringBuilder out = new StringBuilder();
    for (String word : option.split("-", -1)) {
      if (!word.isEmpty()) {
        out.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return out.toString();
  }

  /** What the resource of the denial tells. */
  private static void arn(Facts facts, Map<String, String> known) {
    if (!(facts.denial() instanceof Fact.Known<Denial> denial)) {
      return;
    }
    String resource = denial.value().resource();
    if (resource.startsWith("arn:") && resource.contains(":s3:::")) {
      String path = resource.substring(resource.indexOf(":::") + 3);
      int slash = path.indexOf('/');
      known.putIfAbsent("Bucket", slash < 0 ? path : path.substring(0, slash));
      if (slash > 0 && slash < path.length() - 1) {
        known.putIfAbsent("Key", path.substring(slash + 1));
      }
    } else if (resource.startsWith("arn:")) {
      String name = resource.substring(resource.lastIndexOf(':') + 1);
      String last = name.substring(name.lastIndexOf('/') + 1);
      for (String member :
          List.of("RoleName", "UserName", "TableName", "FunctionName", "SecretId", "StackName")) {
        if (!last.isEmpty() && last.indexOf('*') < 0) {
          known.putIfAbsent(member, last);
        }
      }
      known.putIfAbsent("RoleArn", resource);
      known.putIfAbsent("KeyId", resource);
      known.putIfAbsent("TopicArn", resource);
    }
  }
}
