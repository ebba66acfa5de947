package awsleuth.trail.incident;

import awsleuth.trail.Archive;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * An archive of a few events that a test tells.
 *
 * @param folder where it is written
 */
record ToldArchive(Path folder) {

  /**
   * A call of a user of the account 111122223333 on 18 November 2026.
   *
   * @param time such as {@code 11:00:02}
   * @param call service and event, such as {@code iam CreateRole}
   * @param code empty where it succeeded
   * @param parameters JSON
   */
  static String event(String time, String call, String code, String message, String parameters) {
    String[] name = call.split(" ", 2);
    String error =
        code.isEmpty()
            ? ""
            : "\"errorCode\":\"%s\",\"errorMessage\":\"%s\",".formatted(code, message);
    return """
    {"eventVersion":"1.11","eventTime":"2026-11-18T%sZ","eventSource":"%s.amazonaws.com","eventName":"%s",\
    "awsRegion":"eu-west-1",%s"recipientAccountId":"111122223333","eventID":"%s",\
    "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/ci"},"requestParameters":%s}\
    """
        .formatted(time, name[0], name[1], error, time + name[1], parameters);
  }

  /** The causes of all incidents in it. */
  List<Cause> causes(List<String> records) throws IOException {
    return incidents(records).stream().map(Incident::cause).toList();
  }

  /** All incidents in it. */
  List<Incident> incidents(List<String> records) throws IOException {
    return incidents(records, Scope.ALL);
  }

  /** The incidents that are asked for. */
  List<Incident> incidents(List<String> records, Scope question) throws IOException {
    Files.writeString(
        folder.resolve("a.json"), "{\"Records\":[" + String.join(",", records) + "]}");
    Investigation.Pass<RuntimeException> pass =
        new Investigation.Pass<>() {
          @Override
          public <F extends Fold<F>> Archive.Asked<F> ask(Supplier<F> fold) {
            return new Archive(List.of(folder), Filter.ALL).ask(fold);
          }
        };
    return Investigation.of(pass, question).incidents();
  }
}
