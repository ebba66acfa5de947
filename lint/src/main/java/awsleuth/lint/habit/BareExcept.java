package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Program;

/** A bare {@code except:} around calls to AWS that lets nothing through. */
final class BareExcept implements Habit {

  @Override
  public String id() {
    return "lint/bare-except";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public void look(Program program, Found found) {
    for (Handler h : Handler.all(program)) {
      if (h.isBare() && !h.raises() && !h.tells()) {
        found.add(
            this,
            h.clause(),
            "a bare `except` around `"
                + Shown.method(h.calls().getFirst())
                + "` keeps every failure",
            Fix.template(
                "catch what this call may answer, and look at its code",
                "except botocore.exceptions.ClientError as e:\n"
                    + "    if e.response['Error']['Code'] != '<code>':\n        raise"));
      }
    }
  }
}
