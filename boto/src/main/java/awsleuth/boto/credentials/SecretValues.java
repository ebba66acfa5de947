package awsleuth.boto.credentials;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that stand under the names of secrets, so that they are hidden wherever they turn up.
 */
public final class SecretValues {

  private static final int SHORTEST = 6;
  private static final Pattern MEMBER =
      Pattern.compile("\"([^\"\\\n]{1,100}+)\"\\s*+:\\s*+\"([^\"\n]{0,16384}+)\"");
  private static final List<String> WORDS =
      List.of("secret", "token", "password", "accesskey", "access_key", "authorization", "jwt");

  private final List<String> values;

  private SecretValues(Set<String> values) {
    this.values = new ArrayList<>(values);
    this.values.sort(Comparator.comparingInt(String::length).reversed());
  }

  /** Those of an environment and of the texts of files and answers. */
  public static SecretValues of(Map<String, String> environment, Collection<String> texts) {
    Set<String> values = new LinkedHashSet<>();
    environment.forEach((name, value) -> add(values, name, value));
    for (String text : texts) {
      text.lines().forEach(line -> line(values, line));
      Matcher member = MEMBER.matcher(text);
      while (member.find()) {
        add(values, member.group(1), member.group(2));
      }
    }
    return new SecretValues(values);
  }

  private static void line(Set<String> values, String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) != '=' && line.charAt(at) != ':') {
      at++;
    }
    if (at < line.length()) {
      add(values, line.substring(0, at), line.substring(at + 1));
    }
  }

  private static void add(Set<String> values, String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = value.strip();
    if (lower.contains("file") || WORDS.stream().noneMatch(lower::contains)) {
      return;
    }
    for (String part : plain.split("[\\s\"';#]+")) {
      if (part.length() >= SHORTEST) {
        values.add(part);
      }
    }
  }

  /** The text with each of them replaced by an ellipsis. */
  public String hide(String text) {
    String out = text;
    for (String value : values) {
      out = out.contains(value) ? out.replace(value, "…") : out;
    }
    return out;
  }
}
