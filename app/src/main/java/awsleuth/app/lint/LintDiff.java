package awsleuth.app.lint;

import awsleuth.app.terminal.Printable;
import awsleuth.core.read.Readers;
import awsleuth.iam.repair.Diff;

/** What the safe fixes change in a file, as {@code diff -u} shows it. */
final class LintDiff {

  private LintDiff() {}

  /** The difference; empty where there is none. Secrets in the lines around it are masked. */
  static String of(LintedFile file) {
    String diff = Diff.unified(file.path(), file.before(), file.after());
    return Readers.harmless(diff).equals(diff) && Printable.of(diff).equals(diff)
        ? diff
        : Printable.of(Readers.harmless(diff));
  }
}
