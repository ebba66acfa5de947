package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Models;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A service, a method of a client, a waiter, a paginator or a parameter by a name that boto3 does
 * not know, where it knows one that is nearly the same. Others may be of a newer boto3.
 */
final class NameUnknown implements Habit {

  /** What clients have beside operations: no misspelt ones. */
  private static final Set<String> OF_CLIENTS =
      Set.of(
          "can_paginate",
          "close",
          "generate_db_auth_token",
          "generate_db_connect_admin_auth_token",
          "generate_db_connect_auth_token",
          "generate_presigned_post",
          "generate_presigned_url",
          "get_paginator",
          "get_waiter");

  /**
   * The parameters of what boto3 adds to the clients of S3 (<a
   * href="https://github.com/boto/boto3/blob/develop/boto3/s3/inject.py">inject.py</a>).
   */
  private static final Map<String, List<String>> TRANSFERS =
      Map.of(
          "upload_file",
          List.of("Filename", "Bucket", "Key", "ExtraArgs", "Callback", "Config"),
          "upload_fileobj",
          List.of("Fileobj", "Bucket", "Key", "ExtraArgs", "Callback", "Config"),
          "download_file",
          List.of("Bucket", "Key", "Filename", "ExtraArgs", "Callback", "Config"),
          "download_fileobj",
          List.of("Bucket", "Key", "Fileobj", "ExtraArgs", "Callback", "Config"),
          "copy",
          List.of(
              "CopySource", "Bucket", "Key", "ExtraArgs", "Callback", "SourceClient", "Config"));

  @Override
  public String id() {
    return "lint/name-unknown";
  }

  @Override
  public Level level() {
    return Level.ERROR;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node call : program.nodes("call")) {
      Type function = program.type(call.child("function"));
      if (Expected.isRaise(program, call)) {
        continue;
      }
      if (program.type(call) instanceof Type.Caller c && c.isMadeBy(call)) {
        service(program, call, found);
      } else if (function instanceof Type.Method(Type.Client c, String name)
          && !c.service().isEmpty()) {
        client(program, call, c.service(), name, found);
      } else if (function instanceof Type.Method(Type.Resource r, String name)
          && !r.service().isEmpty()) {
        parameters(program, call, r.service(), name, found);
      }
    }
  }

  private void service(Program program, Node call, Found found) {
    Node name = Literals.argument(call, "service_name", 0);
    Literals.text(name)
        .flatMap(n -> program.models().nearService(n))
        .ifPresent(near -> tell(program, found, name, "service", near));
  }

  private void client(Program program, Node call, String service, String method, Found found) {
    Models models = program.models();
    Node first = Literals.argument(call, "", 0);
    String given = Literals.text(first).orElse("");
    switch (method) {
      case "get_waiter" ->
          models
              .nearWaiter(service, given)
              .ifPresent(near -> tell(program, found, first, "waiter", near));
      case "get_paginator" -> {
        models
            .nearMethod(service, given)
            .filter(near -> models.operation(service, near).orElseThrow().paginated())
            .ifPresent(near -> tell(program, found, first, "paginator", near));
        if (models.isWithoutPages(service, given)) {
          tell(program, found, first, "paginator", "the method: its answer has no pages");
        }
      }
      default -> {
        boolean own = OF_CLIENTS.contains(method) || TRANSFERS.containsKey(method);
        if (service.equals("s3") && TRANSFERS.containsKey(method)) {
          transfer(program, call, TRANSFERS.getOrDefault(method, List.of()), found);
        } else if (!own) {
          models
              .nearMethod(service, method)
              .ifPresent(near ->
                  tell(program, found, call.child("function").child("attribute"), "method", near));
        }
      }
    }
  }

  /** Whatever is not among its parameters is a TypeError. */
  private void transfer(Program program, Node call, List<String> parameters, Found found) {
    for (Node argument : call.child("arguments").all("keyword_argument")) {
      Node name = argument.child("name");
      if (!parameters.contains(name.text())) {
        Optional<String> near = program.models().near(name.text(), parameters);
        tell(program, found, name, "parameter", near.orElse(String.join(", ", parameters)));
      }
    }
  }

  private void parameters(Program program, Node call, String service, String method, Found found) {
    for (Node argument : call.child("arguments").all("keyword_argument")) {
      Node name = argument.child("name");
      program
          .models()
          .nearParameter(service, method, name.text())
          .ifPresent(near -> tell(program, found, name, "parameter", near));
    }
  }

  private void tell(Program program, Found found, Node at, String what, String near) {
    String name = at.is("string") ? Literals.text(at).orElse("") : at.text();
    found.add(
        this,
        at,
        program.models().version() + " knows no " + what + " called `" + name + "`",
        Fix.review("take " + near, ""));
  }
}
