package awsleuth.iam.repair;

import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Position;
import awsleuth.iam.policy.Statement;
import java.util.List;

/** Puts values, conditions and statements into a document in the way it is written. */
final class Layout {

  private final Policy policy;
  private final String text;

  Layout(Policy policy) {
    this.policy = policy;
    this.text = policy.text();
  }

  /**
   * Whether the document can be edited where it stands; one that is a string inside other JSON
   * cannot.
   */
  boolean isEditable() {
    return policy.statements().stream().allMatch(s -> text.startsWith("{", s.at().start()));
  }

  /** A value more in an Action or Resource element. */
  TextEdit add(Elements elements, String value) {
    return add(elements.values(), elements.at(), value);
  }

  /** A value more in a list, or beside a single value. */
  TextEdit add(List<Located> values, Position whole, String value) {
    String quoted = Quoted.of(value);
    if (!text.startsWith("[", whole.start())) {
      String one = text.substring(whole.start(), whole.end());
      return new TextEdit(whole.start(), whole.end(), "[" + one + ", " + quoted + "]");
    }
    if (values.isEmpty()) {
      return new TextEdit(whole.start() + 1, whole.start() + 1, quoted);
    }
    Position last = values.getLast().at();
    return new TextEdit(last.end(), last.end(), separator(last.start()) + quoted);
  }

  /** What stands between two members: a comma with the line break and indent of the last one. */
  private String separator(int start) {
    int i = start;
    while (i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t')) {
      i--;
    }
    boolean ownLine = i > 0 && (text.charAt(i - 1) == '\n' || text.charAt(i - 1) == '\r');
    return ownLine ? "," + lineBreak() + text.substring(i, start) : ", ";
  }

  private String lineBreak() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** A statement more, after the last one. */
  TextEdit add(NewStatement statement) {
    Statement last = policy.statements().getLast();
    int start = last.at().start();
    int end = last.at().end();
    String separator = separator(start);
    if (separator.equals(", ")) {
      boolean alone = policy.statements().size() == 1 && !isInList(start);
      return alone
          ? new TextEdit(
              start, end, "[" + text.substring(start, end) + ", " + statement.line() + "]")
          : new TextEdit(end, end, separator + statement.line());
    }
    String indent = separator.substring(1 + lineBreak().length());
    return new TextEdit(end, end, separator + statement.block(indent, unit(last), lineBreak()));
  }

  private boolean isInList(int start) {
    int i = start - 1;
    while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return i >= 0 && (text.charAt(i) == '[' || text.charAt(i) == ',');
  }

  /** One step of indentation, as the statement has it. */
  private String unit(Statement statement) {
    String outer = indentOf(statement.at().start());
    String inner = indentOf(statement.actions().at().start());
    return inner.startsWith(outer) && inner.length() > outer.length()
        ? inner.substring(outer.length())
        : "  ";
  }

  /** The white space that the line of a position begins with. */
  private String indentOf(int position) {
    int line = position;
    while (line > 0 && text.charAt(line - 1) != '\n' && text.charAt(line - 1) != '\r') {
      line--;
    }
    int end = line;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(line, end);
  }

  /** A condition more, beside those that the statement has. */
  TextEdit addCondition(Statement statement, String operator, String key, String value) {
    String member = Quoted.of(operator) + ": {" + Quoted.of(key) + ": " + Quoted.of(value) + "}";
    if (!statement.conditions().isEmpty()) {
      int first = operatorStart(statement.conditions().getFirst().at().start());
      return new TextEdit(first, first, member + separator(first));
    }
    int close = statement.at().end() - 1;
    int end = close;
    while (Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    String separator = separator(memberStart(statement));
    return new TextEdit(end, end, separator + "\"Condition\": {" + member + "}");
  }

  /** Where the key of the Action element begins, which shows how members are laid out. */
  private int memberStart(Statement statement) {
    int i = text.lastIndexOf(':', statement.actions().at().start());
    return text.lastIndexOf('"', text.lastIndexOf('"', i) - 1);
  }

  /** Where the operator begins whose first key begins at a position. */
  private int operatorStart(int key) {
    int brace = text.lastIndexOf('{', key);
    int colon = text.lastIndexOf(':', brace);
    int close = text.lastIndexOf('"', colon);
    return text.lastIndexOf('"', close - 1);
  }
}
