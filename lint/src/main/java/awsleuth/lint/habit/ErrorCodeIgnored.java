package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Program;

/** {@code ClientError} is caught and answered without a look at which error it is. */
final class ErrorCodeIgnored implements Habit {

  @Override
  public String id() {
    return "lint/error-code-ignored";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public void look(Program program, Found found) {
    for (Handler h : Handler.all(program)) {
      boolean ignored =
          h.catches(Handler.CLIENT_ERROR)
              && !h.isSilent()
              && !h.raises()
              && (!h.usesException() || (!h.looksAtException() && h.endsWithNothing()))
              && !h.tells()
              && !RetriesStacked.isTry(program, h);
      if (ignored) {
        found.add(
            this,
            h.clause(),
            "every error of `" + Shown.method(h.calls().getFirst()) + "` is taken for the same",
            Fix.template(
                "look at the code and raise what is not meant",
                "except botocore.exceptions.ClientError as e:\n"
                    + "    if e.response['Error']['Code'] != '<code>':\n        raise"));
      }
    }
  }
}
