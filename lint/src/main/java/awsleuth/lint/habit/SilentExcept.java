package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Program;
import awsleuth.lint.python.Node;

/** A handler around calls to AWS that takes every failure and does nothing. */
final class SilentExcept implements Habit {

  @Override
  public String id() {
    return "lint/silent-except";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public void look(Program program, Found found) {
    for (Handler h : Handler.all(program)) {
      boolean silent =
          !h.isBare()
              && h.isWide()
              && h.isSilent()
              && !h.comesAfterClientError(program)
              && !h.calls().stream().allMatch(SilentExcept::isCleaning)
              && !RetriesStacked.isTry(program, h);
      if (silent) {
        found.add(
            this,
            h.clause(),
            "a failure of `" + Shown.method(h.calls().getFirst()) + "` passes without a trace",
            Fix.template(
                "let pass the one code that is meant, and raise or log the others",
                "except botocore.exceptions.ClientError as e:\n"
                    + "    if e.response['Error']['Code'] != '<code>':\n        raise"));
      }
    }
  }

  /** Whether a call takes something away, whose failure is often no matter. */
  private static boolean isCleaning(Node call) {
    String method = Shown.method(call);
    return method.startsWith("delete")
        || method.startsWith("terminate")
        || method.startsWith("deregister");
  }
}
