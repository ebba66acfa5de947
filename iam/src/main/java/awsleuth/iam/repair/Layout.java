package awsleuth.iam.repair;

import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Position;
import awsleuth.iam.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts values, conditions and statements into a document in the way it is written. */
final class Layout {

  private final Policy policy;
  private final String text;

  Layout(Policy policy) {
    this.policy = policy;
    this.text = policy.text();
  }

  /** A value more in an Action or Resource element. */
  TextEdit add(Elements elements, String value) {
    return add(elements.values(), elements.at(), List.of(value));
  }

  /** Values more in a list, or beside a single value. */
  TextEdit add(List<Located> values, Position whole, List<String> more) {
    String separator =
        values.isEmpty() || !text.startsWith("[", whole.start())
            ? ", "
            : separator(values.getLast().at().start());
    String quoted = more.stream().map(Quoted::of).collect(Collectors.joining(separator));
    if (!text.startsWith("[", whole.start())) {
      String one = text.substring(whole.start(), whole.end());
      return new TextEdit(whole.start(), whole.end(), "[" + one + ", " + quoted + "]");
    }
    if (values.isEmpty()) {
      return new TextEdit(whole.start() + 1, whole.start() + 1, quoted);
    }
    Position last = values.getLast().at();
    return new TextEdit(last.end(), last.end(), separator + quoted);
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

  /** The Version that has policy variables in the place of the document's. */
  TextEdit version() {
    Members members = new Members(text);
    String quoted = Quoted.of("2012-10-17");
    Optional<Members.Member> version = members.find(policy.at(), "Version");
    if (version.isPresent()) {
      return new TextEdit(version.get().value(), version.get().end(), quoted);
    }
    int inside = policy.at().start() + 1;
    String space = text.substring(inside, members.space(inside));
    String after = space.isEmpty() ? ", " : ",";
    return new TextEdit(inside, inside, space + "\"Version\": " + quoted + after);
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
    Members members = new Members(text);
    Optional<Members.Member> conditions = members.find(statement.at(), "Condition");
    if (conditions.isPresent()) {
      int inside = conditions.get().value() + 1;
      int first = members.space(inside);
      boolean empty = text.charAt(first) == '}';
      String space = text.substring(inside, first);
      String before = empty ? "" : space;
      String after = empty ? "" : space.isEmpty() ? ", " : ",";
      return new TextEdit(inside, inside, before + member + after);
    }
    int close = statement.at().end() - 1;
    int end = close;
    while (Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    String separator = separator(memberStart(statement));
    return new TextEdit(end, end, separator + "\"Condition\": {" + member + "}");
  }

  /**
   * Another operator for one key of a statement; empty where the statement has that operator too.
   */
  Optional<TextEdit> operator(Statement statement, Condition condition, String by) {
    Members members = new Members(text);
    boolean alone =
        statement.conditions().stream()
                .filter(c -> c.operator().equals(condition.operator()))
                .count()
            == 1;
    return members
        .find(statement.at(), "Condition")
        .filter(_ -> !mentions(statement, by))
        .flatMap(c ->
            members.find(new Position(0, 0, c.value(), c.end()), condition.operator().toString()))
        .map(m ->
            alone
                ? new TextEdit(m.key(), m.value(), Quoted.of(by) + ": ")
                : moved(m, condition.at(), by));
  }

  /** One key of an operator's put under another operator, after it. */
  private TextEdit moved(Members.Member operator, Position key, String by) {
    int comma = new Members(text).space(key.end());
    boolean last = text.charAt(comma) != ',';
    int from = last ? text.lastIndexOf(',', key.start()) : key.start();
    int to = last ? key.end() : new Members(text).space(comma + 1);
    String rest = text.substring(operator.key(), from) + text.substring(to, operator.end());
    String member = text.substring(key.start(), key.end());
    return new TextEdit(
        operator.key(),
        operator.end(),
        rest + separator(operator.key()) + Quoted.of(by) + ": {" + member + "}");
  }

  /** Where a member's value of an object stands. */
  Optional<Position> member(Position object, String key) {
    return new Members(text).find(object, key).map(m -> new Position(0, 0, m.value(), m.end()));
  }

  /** Whether the statement's text mentions an operator, be it without any key. */
  boolean mentions(Statement statement, String operator) {
    return new Members(text)
        .find(statement.at(), "Condition")
        .filter(c -> text.substring(c.value(), c.end()).contains(Quoted.of(operator)))
        .isPresent();
  }

  /** Another element with one value in the place of one that a statement has. */
  Optional<TextEdit> replace(Statement statement, String element, String by, String value) {
    return new Members(text)
        .find(statement.at(), element)
        .map(m -> new TextEdit(m.key(), m.end(), Quoted.of(by) + ": " + value));
  }

  /** The statement's text after changes inside it. */
  String changed(Statement statement, List<TextEdit> edits) {
    int start = statement.at().start();
    List<TextEdit> moved =
        edits.stream()
            .map(e -> new TextEdit(e.start() - start, e.end() - start, e.text()))
            .toList();
    return TextEdit.apply(text.substring(start, statement.at().end()), moved);
  }

  /** Statements more right after one; whole texts, laid out as that one is. */
  List<TextEdit> addAfter(Statement statement, List<String> more) {
    int start = statement.at().start();
    int end = statement.at().end();
    String separator = separator(start);
    boolean alone = policy.statements().size() == 1 && !isInList(start);
    String all = more.stream().map(m -> separator + m).collect(Collectors.joining());
    return alone
        ? List.of(new TextEdit(start, start, "["), new TextEdit(end, end, all + "]"))
        : List.of(new TextEdit(end, end, all));
  }

  /** Where the key of the Action element begins, which shows how members are laid out. */
  private int memberStart(Statement statement) {
    Members members = new Members(text);
    return members
        .find(statement.at(), "Action")
        .or(() -> members.find(statement.at(), "NotAction"))
        .map(Members.Member::key)
        .orElse(statement.at().start());
  }
}
