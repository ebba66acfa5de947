package awsleuth.app.test;

import awsleuth.aws.AwsCatalog;
import java.util.List;
import java.util.Optional;

/** Writes tests of settings against a server that fails as the service did. */
final class ServerWriter {

  private static final int MOST_FAILURES = 50;

  private final Subject subject;
  private final AwsCatalog catalog;
  private final Wanted wanted;

  ServerWriter(Subject subject, AwsCatalog catalog, Wanted wanted) {
    this.subject = subject;
    this.catalog = catalog;
    this.wanted = wanted;
  }

  Generated write(List<String> remarks) {
    if (subject.target().isPresent()) {
      return new Generated.NotPossible("what is tested are settings of a client, not a function");
    }
    if (wanted == Wanted.WHOLE && !subject.operation().name().equals("GetObject")) {
      return new Generated.NotPossible("which body ended early is not known");
    }
    Attempts attempts = Attempts.of(subject);
    if (attempts.made() > MOST_FAILURES) {
      return new Generated.NotPossible("the call was made too many times");
    }
    boolean refuses = wanted == Wanted.OUTLASTED || wanted == Wanted.ONCE;
    Optional<String> once = refuses ? attempts.notRepeated(subject) : Optional.empty();
    if (once.isPresent()) {
      return new Generated.NotPossible(once.get());
    }
    return new Generated.File(
        Imports.used(
            PythonForm.named("server")
                .with("DOC", Describing.of(subject, TestKind.SERVER, wanted, remarks))
                .withText("SERVICE", subject.client())
                .withText("METHOD", subject.operation().methodName())
                .withText("OPERATION", subject.operation().name())
                .withText("REGION", subject.region(catalog))
                .with("PARAMETERS", PythonForm.dict(subject.parameters()))
                .withText("CODE", subject.call().code())
                .withText("MESSAGE", subject.call().message())
                .with("SCRIPT", script(attempts))
                .with("STATE", Describing.mark(subject))
                .with("PLACE", place(attempts))
                .with("MACHINE", PythonForm.named("machine").filled())
                .with("WANTED", asserted(attempts))
                .filled()));
  }

  private String script(Attempts attempts) {
    int status = Statuses.of(subject.call(), subject.cause());
    return switch (wanted) {
      case RECONNECTED -> "[(\"close\",)] * " + attempts.made();
      case AWAITED -> "[(\"slow\", 0.6)]";
      case WHOLE -> "[(\"short\",)]";
      case ONCE -> "[(\"refuse\", " + status + ")] * 100";
      case OUTLASTED, TOLD, ABSENT, PRESENT, UNMET, AGAIN, ACCEPTED, ALLOWED ->
          "[(\"refuse\", " + status + ")] * " + attempts.made();
    };
  }

  private String place(Attempts attempts) {
    String call = "\n\n\ndef call(client):\n    return " + subject.invocation();
    return switch (wanted) {
      case AWAITED ->
          "# Seconds are shortened: the server takes longer than the first and less than the"
              + " second.\nCONFIG = Config(read_timeout="
              + (subject.after() ? "20" : "0.2")
              + ", retries={\"total_max_attempts\": 1})"
              + call;
      case WHOLE -> "CONFIG = Config()" + whole();
      case ONCE -> "CONFIG = " + config(attempts.failed()) + once();
      case OUTLASTED, RECONNECTED, TOLD, ABSENT, PRESENT, UNMET, AGAIN, ACCEPTED, ALLOWED ->
          "CONFIG = " + config(subject.after() ? attempts.fixed() : attempts.failed()) + call;
    };
  }

  private static String config(Attempts.Settings settings) {
    return "Config(retries={\"mode\": \""
        + settings.mode().word()
        + "\", \"total_max_attempts\": "
        + settings.requests()
        + "})";
  }

  private String whole() {
    String read = subject.invocation() + "[\"Body\"].read()";
    return subject.after()
        ? """



        def call(client):
            for attempt in range(5):
                try:
                    return %s
                except (BotoCoreError, HTTPClientError, OSError):
                    if attempt == 4:
                        raise
                time.sleep(1)\
        """
            .formatted(read)
        : "\n\n\ndef call(client):\n    return " + read;
  }

  private String once() {
    return subject.after()
        ? "\n\n\ndef call(client):\n    return " + subject.invocation()
        : """



        def call(client):
            for attempt in range(3):
                try:
                    return %s
                except ClientError:
                    if attempt == 2:
                        raise
                time.sleep(1)\
        """
            .formatted(subject.invocation());
  }

  private String asserted(Attempts attempts) {
    return switch (wanted) {
      case ONCE ->
          PythonForm.named("wanted-once")
              .with("MOST", String.valueOf(attempts.failed().requests()))
              .filled();
      case WHOLE -> PythonForm.named("wanted-whole").filled();
      case OUTLASTED,
          RECONNECTED,
          AWAITED,
          TOLD,
          ABSENT,
          PRESENT,
          UNMET,
          AGAIN,
          ACCEPTED,
          ALLOWED ->
          PythonForm.named(wanted == Wanted.AWAITED ? "wanted-awaited" : "wanted-answered")
              .filled();
    };
  }
}
