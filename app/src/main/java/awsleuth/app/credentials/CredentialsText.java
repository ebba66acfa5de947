package awsleuth.app.credentials;

import awsleuth.app.terminal.Layout;
import awsleuth.app.terminal.Screen;
import awsleuth.boto.credentials.Fingerprint;
import awsleuth.boto.credentials.Outcome;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Step;
import java.util.List;

/** Credentials as text for people. */
final class CredentialsText {

  private static final String INDENT = "  ";

  private final CredentialsReport report;
  private final Screen screen;
  private final Layout layout;

  CredentialsText(CredentialsReport report, Screen screen) {
    this.report = report;
    this.screen = screen;
    this.layout = new Layout(screen);
  }

  String render() {
    Resolution boto3 = report.boto3();
    layout.plain(screen.bold(report.shown(CredentialsWords.headline(boto3, report.live()))));
    if (!boto3.notes().isEmpty()) {
      line("why", CredentialsWords.notes(boto3.notes()));
    }
    if (boto3.outcome() instanceof Outcome.Won(var method, String type)) {
      line("method", method.text() + " (" + type + ")");
    }
    CredentialsWords.keys(boto3).ifPresent(this::keys);
    boto3.expiry().ifPresent(e -> line("expires", CredentialsWords.end(boto3, e)));
    CredentialsWords.firstCall(boto3, report.live()).ifPresent(f -> line("first call", f));
    line("profile", CredentialsWords.profile(boto3));
    if (boto3.refused().isEmpty()) {
      line("region", CredentialsWords.region(boto3));
    }
    lines("live", report.live());
    lines("hidden", report.shadows());
    lines("in files", report.inFiles("  "));
    String label = "asked";
    for (Step step : boto3.steps()) {
      line(label, step(step));
      label = "";
    }
    lines("aws cli", report.differences());
    return layout.toString();
  }

  private void keys(Fingerprint keys) {
    line("key", keys.accessKey() + (keys.token() ? ", with a session token" : ""));
    keys.account().ifPresent(a -> line("account", a));
  }

  private static String step(Step step) {
    String notes = CredentialsWords.notes(step);
    return step.method().text()
        + "  "
        + CredentialsWords.verdict(step.verdict())
        + (notes.isEmpty() ? "" : ": " + notes);
  }

  private void lines(String label, List<String> texts) {
    String first = label;
    for (String text : texts) {
      line(first, text);
      first = "";
    }
  }

  private void line(String label, String text) {
    layout.labelled(INDENT, label, report.shown(text));
  }
}
