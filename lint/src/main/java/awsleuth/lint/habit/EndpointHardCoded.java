package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.Locale;
import java.util.Optional;

/** The endpoint is written into the program. */
final class EndpointHardCoded implements Habit {

  @Override
  public String id() {
    return "lint/endpoint-hard-coded";
  }

  @Override
  public Level level() {
    return Level.NOTE;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node call : program.nodes("call")) {
      Optional<Type.Caller> made = program.caller(call);
      Node url = Literals.argument(call, "endpoint_url");
      if (made.isPresent() && Literals.text(url).filter(u -> !u.isEmpty()).isPresent()) {
        found.add(
            this,
            url,
            "the endpoint is written into the program",
            Fix.template(
                "leave it out, and set it where the program runs",
                "export " + variable(program, made.get().service()) + "=<url>"));
      }
    }
  }

  private static String variable(Program program, String service) {
    return program
        .models()
        .service(service)
        .map(s -> "_" + s.metadata().serviceId().replace(' ', '_').toUpperCase(Locale.ROOT))
        .map(s -> "AWS_ENDPOINT_URL" + s)
        .orElse("AWS_ENDPOINT_URL");
  }
}
