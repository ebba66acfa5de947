package awsleuth.app.credentials;

import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Step;
import java.util.List;

/** Credentials as Markdown. */
final class CredentialsMarkdown {

  private final CredentialsReport report;
  private final StringBuilder out = new StringBuilder();

  CredentialsMarkdown(CredentialsReport report) {
    this.report = report;
  }

  String render() {
    Resolution boto3 = report.boto3();
    out.append("## ")
        .append(escaped(CredentialsWords.headline(boto3, report.live())))
        .append("\n\n");
    if (!boto3.notes().isEmpty()) {
      item("why", CredentialsWords.notes(boto3.notes()));
    }
    CredentialsWords.keys(boto3)
        .ifPresent(k -> {
          item("key", k.accessKey() + (k.token() ? ", with a session token" : ""));
          k.account().ifPresent(a -> item("account", a));
        });
    boto3.expiry().ifPresent(e -> item("expires", CredentialsWords.end(boto3, e)));
    CredentialsWords.firstCall(boto3, report.live()).ifPresent(f -> item("first call", f));
    item("profile", CredentialsWords.profile(boto3));
    if (boto3.refused().isEmpty()) {
      item("Region", CredentialsWords.region(boto3));
    }
    list("What was asked", report.live());
    list("What hides something", report.shadows());
    list("In the files", report.inFiles(": "));
    steps(boto3.steps());
    list("The AWS CLI, version 2", report.differences());
    return out.toString();
  }

  private void steps(List<Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    out.append("\n| provider | | why |\n|---|---|---|\n");
    for (Step step : steps) {
      out.append("| ").append(step.method().text());
      out.append(" | ").append(CredentialsWords.verdict(step.verdict()));
      out.append(" | ").append(escaped(CredentialsWords.notes(step))).append(" |\n");
    }
  }

  private void list(String title, List<String> texts) {
    if (!texts.isEmpty()) {
      out.append("\n### ").append(title).append("\n\n");
      texts.forEach(t -> out.append("- ").append(escaped(t)).append('\n'));
    }
  }

  private void item(String name, String text) {
    out.append("- ").append(name).append(": ").append(escaped(text)).append('\n');
  }

  private String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    report
        .shown(text)
        .chars()
        .forEach(c -> {
          if ("\\`*_{}[]<>#|~".indexOf(c) >= 0) {
            escaped.append('\\');
          }
          escaped.append((char) c);
        });
    return escaped.toString();
  }
}
