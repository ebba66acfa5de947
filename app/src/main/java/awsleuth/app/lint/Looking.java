package awsleuth.app.lint;

import awsleuth.lint.Edits;
import awsleuth.lint.Finding;
import awsleuth.lint.Fix;
import awsleuth.lint.Linted;
import awsleuth.lint.Linter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * How files are looked at.
 *
 * @param wanted the ids that are told
 * @param fixing whether safe fixes are made
 * @param writing whether files are written then
 */
record Looking(Linter linter, Set<String> wanted, boolean fixing, boolean writing) {

  /** Bytes of a file. */
  static final int LARGEST = 8 << 20;

  /** Fixes make no new findings that have fixes; this ends it if they do. */
  private static final int MOST_ROUNDS = 5;

  /** The same for standard input, which is not written: its fixes are made where they are shown. */
  Looking ofInput() {
    return new Looking(linter, wanted, fixing && !writing, false);
  }

  LintedFile file(Path path) {
    String shown = path.toString();
    if (shown.endsWith(".ipynb")) {
      return LintedFile.unreadable(shown, "notebooks are not read");
    }
    try {
      byte[] bytes;
      try (InputStream in = Files.newInputStream(path)) {
        bytes = in.readNBytes(LARGEST + 1);
      }
      LintedFile linted = bytes(shown, bytes);
      if (writing && linted.fixed() > 0) {
        Files.write(path, SourceText.of(bytes).bytes(linted.after()));
      }
      return linted;
    } catch (IOException e) {
      return LintedFile.unreadable(
          shown, Files.exists(path) ? "cannot be read" : "there is no such file");
    }
  }

  LintedFile bytes(String shown, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return LintedFile.unreadable(shown, "larger than 8 MB");
    }
    try {
      return text(shown, SourceText.of(bytes).text());
    } catch (RuntimeException | StackOverflowError bug) {
      // One file that this program fails on must not cost the user all others.
      return LintedFile.unreadable(
          shown, "awsleuth itself failed on it: " + bug.getClass().getSimpleName());
    } catch (CharacterCodingException e) {
      return LintedFile.unreadable(
          shown, "it is no text in the encoding that it names, or in UTF-8");
    }
  }

  private LintedFile text(String shown, String before) {
    Linted linted = linter.lint(shown, before);
    if (linted.fault().isPresent()) {
      Linted.Fault f = linted.fault().get();
      return LintedFile.unreadable(shown + ":" + f.line() + ":" + f.column(), f.why());
    }
    String after = before;
    List<Finding> findings = wanted(linted);
    int all = findings.size();
    for (int i = 0; fixing && i < MOST_ROUNDS && hasReady(findings); i++) {
      String next = Edits.apply(after, findings);
      Linted again = linter.lint(shown, next);
      if (again.fault().isPresent()) {
        break;
      }
      after = next;
      findings = wanted(again);
    }
    return new LintedFile(
        shown,
        findings,
        linted.suppressed(),
        "",
        before,
        after,
        Math.max(0, all - findings.size()));
  }

  private static boolean hasReady(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.fix().applicability() == Fix.Applicability.READY);
  }

  private List<Finding> wanted(Linted linted) {
    return linted.findings().stream().filter(f -> wanted.contains(f.id())).toList();
  }
}
