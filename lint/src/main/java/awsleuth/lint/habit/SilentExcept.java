package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Program;
import awsleuth.lint.python.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A handler around calls to AWS that takes every failure and does nothing. */
final class SilentExcept implements Habit {

  private static final List<String> CLEANING =
      List.of(
          "delete", "deregister", "detach", "disassociate", "remove", "terminate", "unsubscribe");

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
              && (h.isSilent() || (h.givesNothing() && !h.catches(Handler.CLIENT_ERROR)))
              && !h.afterClientError()
              && !h.calls().stream().allMatch(SilentExcept::isCleaning)
              && !RetriesStacked.isTry(program, h);
      if (silent) {
        tell(found, h.clause(), h.calls().getFirst());
      }
    }
    for (Node with : program.nodes("with_statement")) {
      List<Node> calls = program.awsCalls(with.child("body"));
      boolean suppressed =
          calls.stream().anyMatch(c -> c.above("try_statement", "with_statement") == with)
              && !calls.stream().allMatch(SilentExcept::isCleaning);
      if (suppressed) {
        suppressing(program, with).ifPresent(s -> tell(found, s, calls.getFirst()));
      }
    }
  }

  /** What of a {@code with} lets every failure pass; empty if nothing does. */
  private static Optional<Node> suppressing(Program program, Node with) {
    List<Node> found = new ArrayList<>();
    with.first()
        .walkOwn(n -> {
          if (n.is("call")
              && program.path(n.child("function")).equals("contextlib.suppress")
              && n.child("arguments").children().stream()
                  .anyMatch(a -> Handler.isWide(Handler.path(program, a)))) {
            found.add(n);
          }
        });
    return found.stream().findFirst();
  }

  private void tell(Found found, Node at, Node call) {
    found.add(
        this,
        at,
        "a failure of `" + Shown.method(call) + "` passes without a trace",
        Fix.template(
            "let pass the one code that is meant, and raise or log the others",
            "except botocore.exceptions.ClientError as e:\n"
                + "    if e.response['Error']['Code'] != '<code>':\n        raise"));
  }

  /** Whether a call takes something away, whose failure is often no matter. */
  private static boolean isCleaning(Node call) {
    String method = Shown.method(call);
    return CLEANING.stream().anyMatch(method::startsWith);
  }
}
