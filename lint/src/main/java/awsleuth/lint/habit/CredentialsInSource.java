package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.python.Node;
import java.util.Locale;
import java.util.regex.Pattern;

/** Credentials stand in the source. What they are never comes out. */
final class CredentialsInSource implements Habit {

  /** Ids of access keys are in base 32 behind four letters. */
  private static final Pattern KEY_ID = Pattern.compile("(?:AKIA|ASIA)[A-Z2-7]{16}");

  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9/+]{40}");
  private static final Pattern TOKEN = Pattern.compile("(?:IQoJ|FwoG|FQoG)[A-Za-z0-9/+=]{60,}");

  /** Different characters that a random secret of that length has at the least. */
  private static final int LEAST_DIFFERENT = 16;

  private static final int LEAST_DIFFERENT_ID = 7;

  @Override
  public String id() {
    return "lint/credentials-in-source";
  }

  @Override
  public Level level() {
    return Level.ERROR;
  }

  @Override
  public boolean inTests() {
    return true;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node string : program.nodes("string")) {
      String text = Literals.text(string).orElse("");
      String what = what(text, string);
      if (!what.isEmpty()) {
        found.add(
            this,
            string,
            what,
            Fix.review(
                "take it out, deactivate the key, and let botocore find credentials by itself: a"
                    + " role, SSO, a profile",
                ""));
      }
    }
  }

  private static String what(String text, Node string) {
    if (text.contains("EXAMPLE") || text.length() < 20) {
      return "";
    }
    if (KEY_ID.matcher(text).matches() && different(text.substring(4)) >= LEAST_DIFFERENT_ID) {
      return "an access key id stands in the source: `"
          + text.substring(0, 4)
          + "…"
          + text.substring(16)
          + "`";
    }
    if (TOKEN.matcher(text).matches()) {
      return "a session token stands in the source";
    }
    boolean secret =
        SECRET.matcher(text).matches() && isMixed(text) && name(string).contains("secret");
    return secret ? "a secret access key stands in the source" : "";
  }

  private static long different(String text) {
    return text.chars().distinct().count();
  }

  private static boolean isMixed(String text) {
    return different(text) >= LEAST_DIFFERENT
        && text.chars().anyMatch(Character::isUpperCase)
        && text.chars().anyMatch(Character::isLowerCase)
        && text.chars().anyMatch(Character::isDigit);
  }

  /** What a string is given to: an argument, a name, a key. */
  private static String name(Node string) {
    Node parent = string.parent();
    String name =
        switch (parent.type()) {
          case "keyword_argument" -> parent.child("name").text();
          case "assignment" -> parent.child("left").text();
          case "pair" -> parent.child("key").text();
          case "default_parameter", "typed_default_parameter" -> parent.child("name").text();
          case "argument_list" -> parent.first().text();
          default -> "";
        };
    return name.toLowerCase(Locale.ROOT);
  }
}
