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

  /** Session tokens are longer than any other secret, whatever they begin with. */
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9/+=]{60,}");

  /** From here on a text is a token, and those of AWS's documentation have the word anywhere. */
  private static final int TOKEN_LENGTH = 60;

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
      String what = what(program, text, string);
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

  private static String what(Program program, String text, Node string) {
    if (isExample(text) || text.length() < 20) {
      return "";
    }
    if (KEY_ID.matcher(text).matches() && different(text.substring(4)) >= LEAST_DIFFERENT_ID) {
      return "an access key id stands in the source: `"
          + text.substring(0, 4)
          + "…"
          + text.substring(16)
          + "`";
    }
    boolean token =
        TOKEN.matcher(text).matches()
            || (BASE64.matcher(text).matches()
                && isMixed(text)
                && isGivenAs(program, string, "session_token"));
    if (token) {
      return "a session token stands in the source";
    }
    boolean secret =
        SECRET.matcher(text).matches() && isMixed(text) && isGivenAs(program, string, "secret");
    return secret ? "a secret access key stands in the source" : "";
  }

  /** Whether a text is made up as AWS's documentation makes up keys, secrets and tokens. */
  private static boolean isExample(String text) {
    return text.endsWith("EXAMPLE")
        || text.endsWith("EXAMPLEKEY")
        || (text.length() > TOKEN_LENGTH && text.contains("EXAMPLE"));
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

  /** Whether a string is given to something of that name, at once or by a name of its own. */
  private static boolean isGivenAs(Program program, Node string, String what) {
    Node left = string.parent().is("assignment") ? string.parent().child("left") : Node.NONE;
    return name(string).contains(what)
        || (left.is("identifier")
            && program.uses(left).stream().anyMatch(use -> name(use).contains(what)));
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
