package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.Set;

/** A session or a resource, neither of which is safe for that, is used by several threads. */
final class SessionAcrossThreads implements Habit {

  private static final Set<String> DEFAULT = Set.of("boto3.client", "boto3.resource");

  @Override
  public String id() {
    return "lint/session-across-threads";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node worker : Workers.of(program, Workers.THREADS)) {
      boolean[] told = new boolean[1];
      worker
          .child("body")
          .walk(n -> {
            String what = told[0] ? "" : shared(program, n, worker);
            if (!what.isEmpty()) {
              told[0] = true;
              found.add(
                  this,
                  n,
                  what,
                  Fix.template(
                      "give each thread a session of its own, or all of them one client",
                      "session = boto3.Session()\nclient = session.client('<service>')"));
            }
          });
    }
  }

  private static String shared(Program program, Node n, Node worker) {
    if (n.is("call") && DEFAULT.contains(program.path(n.child("function")))) {
      return "`"
          + n.child("function").text()
          + "` in a thread shares the default session with others";
    }
    if (!n.is("identifier")
        || n.field().equals("attribute")
        || !Workers.isFromOutside(program, n, worker)) {
      return "";
    }
    return switch (program.type(n)) {
      case Type.Resource r when !r.made().isEmpty() ->
          "the resource `" + Shown.name(n) + "` is used by several threads";
      case Type.Session s when !s.made().isEmpty() && makes(n) ->
          "the session `" + Shown.name(n) + "` is used by several threads";
      case Type.Way _, Type.Other _ -> "";
    };
  }

  private static boolean makes(Node session) {
    Node name = session.parent().child("attribute");
    return session.parent().is("attribute") && (name.isText("client") || name.isText("resource"));
  }
}
