package awsleuth.lint.habit;

import awsleuth.lint.Edit;
import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Program;
import awsleuth.lint.python.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A decorator of moto's for one service, which moto 5 has not.
 *
 * @see <a href="https://github.com/getmoto/moto/blob/master/CHANGELOG.md">moto 5.0.0</a>
 */
final class MotoDecoratorRemoved implements Habit {

  private static final String NEW = "mock_aws";

  @Override
  public String id() {
    return "lint/moto-decorator-removed";
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
    for (Node statement : program.nodes("import_from_statement")) {
      if (statement.child("module_name").isText("moto")) {
        imported(program, statement, found);
      }
    }
    for (Node member : program.nodes("attribute")) {
      Node name = member.child("attribute");
      if (isRemoved(name.text()) && program.path(member).equals("moto." + name.text())) {
        found.add(
            this, member, text(name.text()), fix(isPlain(name.text()), List.of(replaced(name))));
      }
    }
  }

  private static String text(String name) {
    return "moto 5 has no `" + name + "`: `" + NEW + "` is for all services";
  }

  static boolean isRemoved(String name) {
    return name.startsWith("mock_") && !name.equals(NEW);
  }

  /** Whether the new decorator does the same without arguments. */
  private static boolean isPlain(String name) {
    return !name.endsWith("_deprecated") && !name.endsWith("_simple");
  }

  private static Edit replaced(Node name) {
    return new Edit(name.start(), name.end(), NEW);
  }

  private static Fix fix(boolean plain, List<Edit> edits) {
    return plain
        ? Fix.ready("write `" + NEW + "`", edits)
        : Fix.review("use `" + NEW + "`, with `config` where the other one left something out", "");
  }

  private void imported(Program program, Node statement, Found found) {
    List<Node> names = new ArrayList<>(statement.children());
    names.removeIf(n -> n.field().equals("module_name"));
    List<Node> removed = names.stream().filter(n -> isRemoved(original(n).text())).toList();
    if (removed.isEmpty()) {
      return;
    }
    boolean plain = removed.stream().allMatch(n -> isPlain(original(n).text())) && isFree(program);
    boolean has = names.stream().anyMatch(n -> n.isText(NEW));
    List<Edit> edits = new ArrayList<>();
    for (Node n : removed) {
      if (n.is("aliased_import")) {
        edits.add(replaced(original(n)));
        continue;
      }
      for (Node use : program.uses(n)) {
        Edit edit = isDoubled(program, removed, use) ? withoutLine(program, use) : replaced(use);
        plain &= !program.file().text().substring(edit.start(), edit.end()).contains("#");
        edits.add(edit);
      }
      if (!has) {
        edits.add(replaced(n));
        has = true;
        continue;
      }
      Edit cut = cut(names, n);
      plain &= !program.file().text().substring(cut.start(), cut.end()).contains("#");
      edits.add(cut);
    }
    found.add(
        this, removed.getFirst(), text(original(removed.getFirst()).text()), fix(plain, edits));
  }

  /** Whether a decorator stands behind another that is the new one, or becomes it by this fix. */
  private static boolean isDoubled(Program program, List<Node> removed, Node use) {
    Node decorator = use.parent().is("call") ? use.parent().parent() : use.parent();
    if (!decorator.is("decorator") || !use.parent().child("arguments").children().isEmpty()) {
      return false;
    }
    for (Node other : decorator.parent().all("decorator")) {
      if (other == decorator) {
        return false;
      }
      Node first = other.first();
      Node named = first.is("call") ? first.child("function") : first;
      boolean becomes =
          removed.stream()
              .anyMatch(r -> !r.is("aliased_import") && program.uses(r).contains(named));
      if (becomes || program.path(named).equals("moto." + NEW)) {
        return true;
      }
    }
    return false;
  }

  /** Takes a decorator away, with the break and the indentation behind it. */
  private static Edit withoutLine(Program program, Node use) {
    Node decorator = use.parent().is("call") ? use.parent().parent() : use.parent();
    String text = program.file().text();
    int end = decorator.end();
    while (end < text.length() && text.charAt(end) != '@' && !isWord(text.charAt(end))) {
      end++;
    }
    return new Edit(decorator.start(), end, "");
  }

  private static boolean isWord(char c) {
    return Character.isLetter(c) || c == '#';
  }

  private static Node original(Node name) {
    return name.is("aliased_import") ? name.child("name") : name;
  }

  /** Takes a name out of a list of names, with the comma before it, or behind the first. */
  private static Edit cut(List<Node> names, Node name) {
    int at = names.indexOf(name);
    return at > 0
        ? new Edit(names.get(at - 1).end(), name.end(), "")
        : new Edit(name.start(), names.size() > 1 ? names.get(1).start() : name.end(), "");
  }

  /** Whether nothing else in the file is called as the new decorator is. */
  private static boolean isFree(Program program) {
    return program.nodes("identifier").stream()
        .filter(n -> n.isText(NEW))
        .allMatch(n ->
            program.path(n).equals("moto." + NEW) || n.above("import_from_statement").exists());
  }
}
