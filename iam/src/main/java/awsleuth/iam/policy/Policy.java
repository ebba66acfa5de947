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
 * @param text the text that offsets refer to: the file's, or the document's own where the file has
 *     it as a string; lines and columns are the file's, all those of the string
 */
public record Policy(
    String name,
    PolicyType type,
    boolean version2012,
    List<Statement> statements,
    Position at,
    String text) {

  /** Whether the file has it as a string inside other JSON, as AWS's commands print some. */
  public boolean isInString() {
    return at.start() == 0 && at.column() > 1;
  }

  /**
   * The document without what its file has around it, such as the other policies of an export of an
   * account; the whole text where the file has no other document.
   */
  public String own() {
    if (isInString() || !PolicyFinder.hasOthers(text)) {
      return text;
    }
    int indent = at.start() - text.lastIndexOf('\n', at.start()) - 1;
    String line = text.substring(at.start() - indent, at.start());
    String margin = line.substring(0, indent - line.stripLeading().length());
    return text.substring(at.start(), at.end()).replace("\n" + margin, "\n") + "\n";
  }

  @Override
  public String toString() {
    return "Policy[" + name + ", " + type + ", " + statements.size() + " statements]";
  }
}
