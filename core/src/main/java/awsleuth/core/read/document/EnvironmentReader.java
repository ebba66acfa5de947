package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.EnvironmentVariable.Shape;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.text.Terminal;
import awsleuth.core.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads environment variables: what {@code env}, {@code export -p}, {@code set} and {@code docker
 * inspect} print, dotenv and Compose files, PowerShell's {@code $Env:NAME = "value"}.
 */
public final class EnvironmentReader {

  private static final int LONGEST_NAME = 60;

  private EnvironmentReader() {}

  /** The variables in the order of their lines; what is none is passed over. */
  public static List<EnvironmentVariable> read(Artifact artifact) {
    List<EnvironmentVariable> found = new ArrayList<>();
    List<String> lines = List.of(artifact.text().split("\n", -1));
    List<String> masked = Secrets.maskLines(lines);
    for (int i = 0; i < lines.size(); i++) {
      boolean rest = masked.get(i).equals(Secrets.MASK); // of a secret over several lines
      EnvironmentVariable v = rest ? null : line(lines.get(i), new Source(artifact.name(), i + 1));
      if (v != null) {
        found.add(v);
      }
    }
    return found;
  }

  /**
   * The variables of a process: nothing at the ends of their values is a matter of how they are
   * written.
   *
   * @param source where they were seen
   */
  public static List<EnvironmentVariable> exact(Map<String, String> variables, Source source) {
    return variables.entrySet().stream()
        .filter(v -> Secrets.mask(v.getKey()).equals(v.getKey()))
        .map(v -> exact(v.getKey(), v.getValue(), source))
        .toList();
  }

  private static EnvironmentVariable exact(String name, String value, Source source) {
    boolean block =
        value.indexOf('\n') >= 0
            && Secrets.maskLines(List.of((name + "=" + value).split("\n", -1)))
                .contains(Secrets.MASK);
    String shown = block ? Secrets.MASK : Values.safe(name, value);
    return new EnvironmentVariable(name, shown, Values.shape(value, value, source), source);
  }

  private static @org.jspecify.annotations.Nullable EnvironmentVariable line(
      String raw, Source source) {
    String line = lead(Terminal.plain(raw));
    int end = 0;
    while (end < line.length() && isName(line.charAt(end))) {
      end++;
    }
    int equals = end;
    while (equals < line.length() && (line.charAt(equals) == ' ' || line.charAt(equals) == '"')) {
      equals++;
    }
    boolean separated =
        equals < line.length() && (line.charAt(equals) == '=' || line.charAt(equals) == ':');
    if (end == 0 || !separated || Character.isDigit(line.charAt(0))) {
      return null;
    }
    String name = line.substring(0, end);
    if (end > LONGEST_NAME || !Secrets.mask(name).equals(name)) {
      return null;
    }
    String value = line.substring(equals + 1);
    boolean spaced = equals > end || line.charAt(equals) == ':';
    return variable(name, spaced ? value.strip() : value.replace("\r", ""), source);
  }

  /** The line without what stands before the name: export, set, list dashes, quotes. */
  private static String lead(String raw) {
    String line = raw.strip();
    for (String lead :
        List.of(
            "export ",
            "declare -x ",
            "setenv ",
            "set ",
            "ENV ",
            "- ",
            "$Env:",
            "$env:",
            "\"",
            "'")) {
      if (line.startsWith(lead)) {
        line = line.substring(lead.length()).stripLeading();
      }
    }
    return line;
  }

  private static boolean isName(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** A variable with its value fingerprinted where it is secret. */
  static EnvironmentVariable variable(String name, String written, Source source) {
    String value = Values.unquoted(written);
    return new EnvironmentVariable(
        name, Values.safe(name, value), Values.shape(written, value, source), source);
  }

  /** What a value looks like and how it may be shown. */
  static final class Values {

    private Values() {}

    /** A value without a pair of quotes around it, as a shell reads it. */
    static String unquoted(String written) {
      String v = written;
      if (v.endsWith(",")) {
        v = v.substring(0, v.length() - 1);
      }
      int n = v.length();
      boolean pair =
          n >= 2 && (v.charAt(0) == '"' || v.charAt(0) == '\'') && v.charAt(n - 1) == v.charAt(0);
      return pair
          ? v.substring(1, n - 1)
          : v.endsWith("\"") && v.indexOf('"') == n - 1 ? v.substring(0, n - 1) : v;
    }

    static Shape shape(String written, String value, Source source) {
      if (value.isEmpty()) {
        return Shape.EMPTY;
      }
      boolean quoted = source.line() >= 0 && (value.startsWith("\"") || value.startsWith("'"));
      if (quoted || written.startsWith("\\\"")) {
        return Shape.QUOTED;
      }
      if (!value.equals(value.strip())) {
        return Shape.PADDED;
      }
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c <= ' ' || c == '\u00a0' || c == '\ufffd' || (c == '\\' && i + 1 < value.length())) {
          return Shape.BROKEN;
        }
      }
      return Shape.PLAIN;
    }

    /** The value, or a fingerprint where its name or form says that it is secret. */
    static String safe(String name, String value) {
      if (name.toLowerCase(java.util.Locale.ROOT).contains("access_key_id")) {
        return keyId(value.strip());
      }
      return Secrets.isSetting(name) && !value.isEmpty()
          ? "(secret, " + value.length() + " characters)"
          : isProxy(name) && !value.contains("://") ? proxy(value) : Secrets.mask(value);
    }

    private static boolean isProxy(String name) {
      String lower = name.toLowerCase(java.util.Locale.ROOT);
      return lower.endsWith("_proxy") && !lower.equals("no_proxy");
    }

    /** A proxy without a scheme, to which botocore adds one. */
    private static String proxy(String value) {
      String scheme = value.startsWith("//") ? "http:" : "http://";
      return Secrets.mask(scheme + value).substring(scheme.length());
    }

    private static String keyId(String value) {
      return value.length() < 12
          ? value
          : value.substring(0, 4) + "…" + value.substring(value.length() - 4);
    }
  }
}
