package awsleuth.core.fact;

import awsleuth.boto.python.PyValue;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.secret.Secrets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values of the call's parameters that the evidence tells, by the names of the API: literals in
 * the program's code, options of an AWS CLI command, {@code s3://} paths, sentences of tools, the
 * CloudTrail event, the denial's ARN. What stands nearest to the call counts.
 *
 * @param values empty where nothing is told
 * @param given the names of those that the call itself was seen with
 */
record Parameters(Map<String, String> values, Set<String> given) {

  private static final int LONGEST = 1024;

  static Parameters of(Facts facts) {
    Map<String, String> known = new LinkedHashMap<>();
    written(facts, known);
    BucketLocation.read(facts, known);
    UrlParameters.read(facts, known);
    TransferTexts.read(facts, known);
    positional(facts.frames(), known);
    literals(facts.frames(), facts.catalog().methodName(facts.call().operation()), known);
    copied(facts, known);
    S3fsPath.read(facts, known);
    List<Passage> passages = Transcript.of(facts.failure(), facts.call().source());
    for (Passage p : passages) {
      path(p.text(), known);
      ObjectTexts.read(p.text(), known);
    }
    ObjectTexts.readDetails(facts, known);
    for (Passage p : passages) {
      options(p.text(), known);
    }
    if (facts.call().service().equals("s3")) {
      facts.failure().passages().forEach(p -> ObjectTexts.readBucket(p.text(), known));
      rename("Sse", "ServerSideEncryption", known);
      rename("SseKmsKeyId", "SSEKMSKeyId", known);
    }
    EventParameters.read(facts, known);
    TextMaps.read(facts, known);
    Set<String> given = new HashSet<>(known.keySet());
    DenialParameters.read(facts, known);
    MessageNames.read(facts, known);
    DenialParameters.TOLD_BY_CALL.stream().filter(known::containsKey).forEach(given::add);
    Ec2Ids.read(facts, known, given);
    known.values().removeIf(value -> value.contains(Secrets.MASK));
    return new Parameters(Map.copyOf(known), Set.copyOf(given));
  }

  static Parameters in(Facts facts) {
    return facts.once(Parameters.class, Parameters::of);
  }

  /** An option of the command, as a word for the shell; empty where it is not told. */
  static Optional<String> of(Facts facts, String option) {
    return Optional.ofNullable(in(facts).values().get(option)).map(Literal::shell);
  }

  /** The plain values of the call as it was written. */
  private static void written(Facts facts, Map<String, String> known) {
    facts
        .written()
        .ifPresent(w ->
            w.call()
                .params()
                .entries()
                .forEach((name, value) -> {
                  if (name instanceof PyValue.Str(String key)) {
                    plain(value).ifPresent(text -> known.putIfAbsent(key, text));
                    table(key, value, known);
                  }
                }));
  }

  private static Optional<String> plain(PyValue value) {
    if (value instanceof PyValue.Str(String text) && text.length() <= LONGEST) {
      return Optional.of(text);
    } else if (value instanceof PyValue.Int(var number)) {
      return Optional.of(number.toString());
    } else if (value instanceof PyValue.Bool(boolean truth)) {
      return Optional.of(String.valueOf(truth));
    } else if (value instanceof PyValue.PyList(var items) && items.size() == 1) {
      return plain(items.getFirst());
    }
    return Optional.empty();
  }

  /** The table whose items a batch is about. */
  private static void table(String name, PyValue value, Map<String, String> known) {
    if (name.equals("RequestItems")
        && value instanceof PyValue.Dict(var entries)
        && entries.size() == 1
        && entries.firstEntry().getKey() instanceof PyValue.Str(String table)) {
      known.putIfAbsent("TableName", table);
    }
  }

  /** {@code Name='value'} in the program's own code, the innermost frame first. */
  private static void literals(List<Frame> frames, String method, Map<String, String> found) {
    for (int i = frames.size() - 1; i >= 0; i--) {
      String code = own(frames.get(i).code(), method);
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
      batch(code, found);
    }
  }

  /** The arguments that the call has itself where a line shows the call; else all of the line. */
  private static String own(String code, String method) {
    String start = "." + method + "(";
    int at = code.indexOf(start);
    if (at < 0) {
      return code;
    }
    return Arguments.after(code, at + start.length() - 1).texts().stream()
        .filter(t -> !t.startsWith("*"))
        .map(Parameters::withoutCall)
        .collect(Collectors.joining(", "));
  }

  /** {@code Name=function(…)} without what the function is given; a text in quotes is whole. */
  private static String withoutCall(String argument) {
    int equals = argument.indexOf('=');
    int open = argument.indexOf('(');
    boolean text =
        equals > 0
            && equals + 1 < argument.length()
            && "'\"".indexOf(argument.charAt(equals + 1)) >= 0;
    return text || open < 0 || equals < 0 ? argument : argument.substring(0, open);
  }

  /** {@code RequestItems={'orders': …} } in code that is cut off. */
  private static void batch(String code, Map<String, String> found) {
    int at = code.indexOf("RequestItems={");
    int open = at + "RequestItems={".length();
    if (at >= 0 && open < code.length() && "'\"".indexOf(code.charAt(open)) >= 0) {
      int close = code.indexOf(code.charAt(open), open + 1);
      if (close > open) {
        found.putIfAbsent("TableName", code.substring(open + 1, close));
      }
    }
  }

  private static void rename(String option, String member, Map<String, String> known) {
    String value = known.remove(option);
    if (value != null) {
      known.putIfAbsent(member, value);
    }
  }

  /** Arguments of boto3's own transfers by place: the bucket and the key. */
  private static void positional(List<Frame> frames, Map<String, String> known) {
    for (Frame frame : frames) {
      String code = frame.code();
      int method = code.indexOf(".download_file");
      method = method < 0 ? code.indexOf(".upload_file") : method;
      int paren = method < 0 ? -1 : code.indexOf('(', method);
      if (paren > 0) {
        boolean down = code.startsWith(".download", method);
        Arguments arguments = Arguments.after(code, paren);
        String bucket = receiver(code, method);
        if (!bucket.isEmpty()) {
          put("Bucket", bucket, known);
          put("Key", arguments.literal(down ? 0 : 1), known);
        } else if (arguments.texts().size() > 2) { // objects take but the file
          put("Bucket", arguments.literal(down ? 0 : 1), known);
          put("Key", arguments.literal(down ? 1 : 2), known);
        }
      }
    }
  }

  /**
   * The object that {@code copy({'Bucket': 'b', 'Key': 'k'}, …)} of boto3 reads, whose HEAD it
   * begins with.
   */
  private static void copied(Facts facts, Map<String, String> known) {
    for (Frame frame : facts.frames()) {
      String code = frame.code();
      int at = facts.call().operation().equals("HeadObject") ? code.indexOf(".copy({") : -1;
      if (at > 0) {
        List<String> all = Arguments.after(code, at + ".copy".length()).texts();
        Arguments source = all.isEmpty() ? Arguments.of("") : Arguments.after(all.getFirst(), 0);
        for (String entry : source.texts()) {
          int colon = entry.indexOf(':');
          String name = colon < 0 ? "" : entry.substring(0, colon).replaceAll("['\" ]", "");
          if (name.equals("Bucket") || name.equals("Key")) {
            put(name, Arguments.of(entry.substring(colon + 1).strip()).literal(0), known);
          }
        }
      }
    }
  }

  /** The bucket of {@code s3.Bucket('name').download_file(}; empty for another receiver. */
  private static String receiver(String code, int method) {
    int at = code.lastIndexOf(".Bucket(", method);
    int open = at + ".Bucket(".length() - 1;
    int close = at < 0 ? -1 : code.indexOf(')', open);
    return close == method - 1 ? Arguments.after(code, open).literal(0) : "";
  }

  private static void put(String name, String value, Map<String, String> known) {
    if (isPlain(value)) {
      known.putIfAbsent(name, value);
    }
  }

  /** {@code s3://bucket/key}, or Hadoop's {@code s3a://}. */
  private static void path(String text, Map<String, String> known) {
    int hadoop = text.indexOf("s3a://");
    int at = hadoop < 0 ? text.indexOf("s3://") : hadoop;
    if (at < 0 || known.containsKey("Bucket")) {
      return;
    }
    String path = text.substring(text.indexOf("://", at) + "://".length(), end(text, at));
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
        && " \t\r\n'\"`,;)]>".indexOf(text.charAt(end)) < 0) {
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
}
