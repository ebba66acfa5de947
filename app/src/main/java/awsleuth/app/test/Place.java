package awsleuth.app.test;

import awsleuth.app.input.ToldDiagnosis.ToldFix;

/** The code under test of a handling: as it failed, with the fix, or the user's own. */
record Place(Subject subject, Wanted wanted) {

  private static final String CHECKED =
      """
              if error.response["Error"]["Code"] not in CODES:
                  raise
      """;

  String python() {
    if (subject.target().isPresent()) {
      String[] names = subject.target().get().split(":", 2);
      return "from " + names[0] + " import " + names[1] + " as call";
    }
    return subject.after() ? fixed() : "def call(client):\n    return " + invocation();
  }

  private String invocation() {
    return subject.invocation();
  }

  private String fixed() {
    return switch (wanted) {
      case ABSENT, PRESENT, UNMET ->
          """
          def call(client):
              try:
                  return %s
              except ClientError as error:
                  if error.response["Error"]["Code"] not in CODES:
                      raise
                  return None\
          """
              .formatted(invocation());
      case AGAIN ->
          """
          def call(client):
              for wait in (1, 2, 4, 8):
                  try:
                      return %s
                  except ClientError as error:
                      if error.response["Error"]["Code"] not in CODES:
                          raise
                  time.sleep(wait)
              return %s\
          """
              .formatted(invocation(), invocation());
      case TOLD, ACCEPTED, OUTLASTED, RECONNECTED, AWAITED, WHOLE, ONCE, ALLOWED -> told();
    };
  }

  private String told() {
    boolean raised = subject.call().code().isEmpty();
    String message =
        subject.call().fault()
            + " calling "
            + subject.operation().name()
            + ": "
            + subject.cause().summary()
            + subject.cause().fixes().stream()
                .findFirst()
                .map(ToldFix::title)
                .map(title -> "; to do: " + title)
                .orElse("");
    return """
    class CallFailed(Exception):
        \"""What failed, why, and what is to be done.\"""


    def call(client):
        try:
            return %s
        except %s as error:
    %s        raise CallFailed(
                %s
            ) from error\
    """
        .formatted(
            invocation(),
            raised ? "BotoCoreError" : "ClientError",
            raised ? "" : CHECKED,
            PythonForm.literal(message));
  }
}
