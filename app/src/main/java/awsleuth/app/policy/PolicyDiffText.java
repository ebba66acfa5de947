package awsleuth.app.policy;

import awsleuth.app.terminal.Paragraph;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.iam.diff.Change;
import awsleuth.iam.diff.Difference;
import awsleuth.iam.diff.Except;
import awsleuth.iam.diff.Undecided;
import java.util.List;

/** A comparison of policies as text for people. */
final class PolicyDiffText {

  private static final int LABEL = 11;
  private static final int MOST_EXCEPTS = 4;

  private final Compared compared;
  private final Screen screen;
  private final PolicyDiffWords words = new PolicyDiffWords();
  private final StringBuilder out = new StringBuilder();

  private PolicyDiffText(Compared compared, Screen screen) {
    this.compared = compared;
    this.screen = screen;
  }

  static String render(Compared compared, Screen screen) {
    PolicyDiffText text = new PolicyDiffText(compared, screen);
    for (Change change : Change.values()) {
      compared.of(change).forEach(text::difference);
    }
    compared.report().undecided().forEach(text::undecided);
    text.out.append(compared.verdict()).append('\n');
    return text.out.toString();
  }

  private void difference(Difference d) {
    out.append(painted(d)).append('\n');
    line("actions", String.join(", ", words.actions(d)));
    line("on", PolicyDiffWords.resources(d.by()));
    line("by", d.who());
    line("where", String.join(" and ", PolicyDiffWords.conditions(d.by().statement())));
    d.but()
        .ifPresent(b -> {
          line("and on", PolicyDiffWords.resources(b));
          line("and where", String.join(" and ", PolicyDiffWords.conditions(b.statement())));
        });
    excepts(d.excepts());
    line("but", PolicyDiffWords.grant(d));
    line("because", because(d));
    if (!d.odd().isEmpty()) {
      line("note", "AWS makes no such request: " + String.join("; ", d.odd()));
    }
    if (d.around().isEmpty()) {
      line("note", PolicyDiffWords.NO_DECISION);
    }
    line("before", compared.command(d, false));
    line("after", compared.command(d, true));
    out.append('\n');
  }

  static String because(Difference d) {
    String verb = d.change().isAboutAccess() ? " allows it" : " denies it";
    return PolicyDiffWords.cited(d.by())
        + verb
        + d.but().map(b -> ", " + PolicyDiffWords.cited(b) + " denied it").orElse("");
  }

  private void excepts(List<Except> excepts) {
    excepts.stream().limit(MOST_EXCEPTS).forEach(e -> line("not", PolicyDiffWords.except(e)));
    if (excepts.size() > MOST_EXCEPTS) {
      line("not", (excepts.size() - MOST_EXCEPTS) + " more (--format json has them)");
    }
  }

  private void undecided(Undecided u) {
    out.append(screen.yellow("undecided")).append('\n');
    line("what", u.what());
    line("in", String.join(", ", u.statements()));
    out.append('\n');
  }

  private String painted(Difference d) {
    String heading = PolicyDiffWords.heading(d);
    return switch (d.change()) {
      case ALLOWED -> d.isPastLimits() ? screen.yellow(heading) : screen.red(heading);
      case NO_LONGER_ALLOWED, DENIED, NO_LONGER_DENIED -> screen.yellow(heading);
    };
  }

  private void line(String label, String text) {
    if (text.isEmpty()) {
      return;
    }
    int width = screen.width() == 0 ? 0 : screen.width() - LABEL - 2;
    String head = "  " + screen.dim(label) + " ".repeat(LABEL - label.length());
    for (String l : Paragraph.fold(Printable.line(text), width)) {
      out.append(head).append(l).append('\n');
      head = " ".repeat(LABEL + 2);
    }
  }
}
