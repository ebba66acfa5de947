package awsleuth.iam.policy;

import java.util.List;

/**
 * A policy document that can be decided on.
 *
 * @param name what to call it in citations: a file's name, an ARN, a place in a request
 * @param type what it is attached to
 * @param version2012 whether its Version is 2012-10-17, so that policy variables are replaced
 * @param statements in order
 * @param at where it stands in its text
 * @param text the text that positions refer to
 */
public record Policy(
    String name,
    PolicyType type,
    boolean version2012,
    List<Statement> statements,
    Position at,
    String text) {

  @Override
  public String toString() {
    return "Policy[" + name + ", " + type + ", " + statements.size() + " statements]";
  }
}
