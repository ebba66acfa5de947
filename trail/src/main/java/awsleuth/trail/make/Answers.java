package awsleuth.trail.make;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The answers beside an archive. */
final class Answers {

  private Answers() {}

  static void write(Path file, Order order, List<Answer> answers) throws IOException {
    StringBuilder out = new StringBuilder();
    out.append("{\n  \"version\": 1,\n  \"seed\": ").append(order.seed());
    out.append(",\n  \"incidents\": [");
    String before = "\n    ";
    for (Answer a : answers) {
      out.append(before).append(one(a));
      before = ",\n    ";
    }
    out.append(answers.isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
    Files.writeString(file, out, StandardCharsets.UTF_8);
  }

  private static String one(Answer a) {
    return Json.object(
            "kind", a.kind().word(),
            "change", a.change(),
            "changeTime", EventText.moment(a.changeTime()),
            "changeName", a.changeName(),
            "actor", a.actor(),
            "principal", a.principal(),
            "source", a.source(),
            "operation", a.operation(),
            "code", a.code(),
            "onset", EventText.moment(a.onset()),
            "formerInArchive", a.former())
        .text();
  }
}
