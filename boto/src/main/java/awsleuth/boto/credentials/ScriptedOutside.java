package awsleuth.boto.credentials;

import awsleuth.boto.credentials.Answer.Response;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A world in a record: its files, the answers of its one server, and a few programs.
 *
 * @param files by path
 * @param answers by method and path, such as {@code GET /creds}
 */
record ScriptedOutside(Map<String, byte[]> files, Dict answers, Placeholders places)
    implements Outside {

  @Override
  public Content file(String path) {
    byte[] bytes = files.get(path);
    if (bytes != null) {
      return new Content.Bytes(bytes);
    }
    String inside = path.endsWith("/") ? path : path + "/";
    boolean directory =
        path.equals("/") || files.keySet().stream().anyMatch(f -> f.startsWith(inside));
    return (directory && !path.isEmpty()) || path.equals(places.home())
        ? new Content.Directory()
        : new Content.Nothing();
  }

  @Override
  public Answer ask(Ask ask) {
    return switch (ask) {
      case Ask.Program program -> new ScriptedPrograms(this).run(program.command());
      case Ask.Http http -> http(http);
      case Ask.Sts sts -> sts(sts);
    };
  }

  private Answer http(Ask.Http ask) {
    Optional<String> path = places.serverPath(ask.url());
    if (path.isEmpty()) {
      return new Answer.Refused();
    }
    return answers.get(ask.method() + " " + path.get()) instanceof Dict answer
        ? answer(answer)
        : new Response(404, Map.of(), "no such path");
  }

  private static Answer answer(Dict answer) {
    return answer.has("action")
        ? new Answer.Closed()
        : new Response(status(answer), headers(answer), text(answer.get("body")));
  }

  private static int status(Dict answer) {
    return answer.get("status") instanceof Int status ? status.value().intValue() : 200;
  }

  private static Map<String, String> headers(Dict answer) {
    Map<String, String> headers = new HashMap<>();
    if (answer.get("headers") instanceof Dict given) {
      given
          .entries()
          .forEach((name, value) -> headers.put(text(name).toLowerCase(Locale.ROOT), text(value)));
    }
    return headers;
  }

  private static String text(@Nullable PyValue value) {
    return value instanceof Str s ? s.value() : value == null ? "" : PythonText.str(value);
  }

  private Answer sts(Ask.Sts ask) {
    Optional<String> path = ask.url().flatMap(places::serverPath);
    if (path.isEmpty()
        || !(answers.get("POST " + path.get() + " " + ask.action()) instanceof Dict answer)) {
      return new Answer.None();
    }
    return answer.get("sts") instanceof Str end
        ? new Response(200, Map.of(), assumed(ask, end.value()))
        : answer(answer);
  }

  /** The key tells the role and who signed, so that chains can be told apart. */
  private static String assumed(Ask.Sts ask, String end) {
    String role = ask.roleArn().substring(ask.roleArn().lastIndexOf('/') + 1);
    return "<Arn>arn:aws:sts::123456789012:assumed-role/"
        + role
        + "/s</Arn><AccessKeyId>ASIA."
        + role
        + "."
        + ask.signer().orElse("unsigned")
        + "</AccessKeyId><SecretAccessKey>sts-secret</SecretAccessKey>"
        + "<SessionToken>sts-token</SessionToken><Expiration>"
        + end
        + "</Expiration>";
  }

  /** The texts of files and answers. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    files.values().forEach(bytes -> texts.add(new String(bytes, StandardCharsets.UTF_8)));
    for (PyValue answer : answers.entries().values()) {
      if (answer instanceof Dict dict && dict.get("body") instanceof Str body) {
        texts.add(body.value());
      }
    }
    return texts;
  }
}
