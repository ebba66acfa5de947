package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.List;
import java.util.Set;

/** A client that is kept has temporary credentials that nothing renews. */
final class StaticSessionToken implements Habit {

  private static final Set<String> GIVING =
      Set.of(
          "assume_role",
          "assume_role_with_saml",
          "assume_role_with_web_identity",
          "get_session_token",
          "get_federation_token");

  private static final int DEEPEST = 12;

  @Override
  public String id() {
    return "lint/static-session-token";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node call : program.nodes("call")) {
      Node token = Literals.argument(call, "aws_session_token");
      if (token.exists()
          && makes(program, call)
          && isGiven(program, token, 0)
          && Kept.is(program, call)) {
        found.add(
            this,
            call,
            "this is kept, and its temporary credentials end after an hour or less",
            Fix.review(
                "let botocore assume the role, which then renews it: a profile with"
                    + " `role_arn`, or make the client anew for each piece of work",
                ""));
      }
    }
  }

  private static boolean makes(Program program, Node call) {
    return program.type(call) instanceof Type.Way way
        ? way.isMadeBy(call)
        : program.path(call.child("function")).equals("boto3.setup_default_session");
  }

  /** Whether a value comes from a call of STS that gives credentials. */
  private static boolean isGiven(Program program, Node value, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    return switch (value.type()) {
      case "subscript" -> isGiven(program, value.child("value"), depth + 1);
      case "identifier" -> {
        List<Node> bound = program.boundAt(value);
        Node assignment = bound.size() == 1 ? bound.getFirst().parent() : Node.NONE;
        yield assignment.is("assignment") && isGiven(program, assignment.child("right"), depth + 1);
      }
      case "call" -> {
        Node function = value.child("function");
        boolean get = function.is("attribute") && function.child("attribute").isText("get");
        yield get
            ? isGiven(program, function.child("object"), depth + 1)
            : program.call(value).service().equals("sts") && GIVING.contains(Shown.method(value));
      }
      default -> false;
    };
  }
}
