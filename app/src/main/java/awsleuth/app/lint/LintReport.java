package awsleuth.app.lint;

import awsleuth.lint.Finding;
import awsleuth.lint.Fix;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What there is to say of all files.
 *
 * @param files those that were looked at, in order
 */
record LintReport(List<LintedFile> files) {

  int findings() {
    return files.stream().mapToInt(f -> f.findings().size()).sum();
  }

  int fixed() {
    return files.stream().mapToInt(LintedFile::fixed).sum();
  }

  int suppressed() {
    return files.stream().mapToInt(LintedFile::suppressed).sum();
  }

  /** Findings that {@code --fix} would end. */
  long ready() {
    return files.stream()
        .flatMap(f -> f.findings().stream())
        .map(Finding::fix)
        .filter(f -> f.applicability() == Fix.Applicability.READY)
        .count();
  }

  List<LintedFile> unreadable() {
    return files.stream().filter(f -> !f.fault().isEmpty()).collect(Collectors.toList());
  }

  /** The last line of the text: how many findings there are. */
  String summary() {
    int read = files.size() - unreadable().size();
    long with = files.stream().filter(f -> !f.findings().isEmpty()).count();
    StringBuilder out = new StringBuilder();
    out.append(count(findings(), "finding")).append(with > 0 ? " in " + with + " of " : " in ");
    out.append(count(read, "file"));
    append(out, fixed(), " fixed");
    append(out, ready(), " to be fixed by --fix");
    append(out, suppressed(), " suppressed");
    return out.toString();
  }

  private static void append(StringBuilder out, long n, String what) {
    if (n > 0) {
      out.append("; ").append(n).append(what);
    }
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
