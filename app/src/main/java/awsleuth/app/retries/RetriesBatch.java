package awsleuth.app.retries;

import awsleuth.app.command.BatchLines;
import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.TypedJson;
import awsleuth.boto.retry.script.RetryScripts;
import java.util.LinkedHashMap;

/** {@code awsleuth retries --batch}: one record a line in, its outcome a line out, in order. */
final class RetriesBatch implements BatchLines.Answers {

  private final RetryScripts scripts;

  RetriesBatch(AwsCatalog catalog) {
    scripts = new RetryScripts(catalog);
  }

  @Override
  public String answer(String line, int number) {
    return JsonText.line(answer(line));
  }

  private Dict answer(String line) {
    return switch (TypedJson.read(line)) {
      case TypedJson.Unreadable u -> error(new Str(""), u.why() + ", column " + u.column());
      case TypedJson.Value(Dict record) -> answer(record);
      case TypedJson.Value _ -> error(new Str(""), "the line is no JSON object");
    };
  }

  private Dict answer(Dict record) {
    try {
      return scripts.answer(record);
    } catch (IllegalArgumentException | ArithmeticException | ClassCastException e) {
      PyValue id = record.get("id");
      return error(id == null ? new Str("") : id, String.valueOf(e.getMessage()));
    }
  }

  private static Dict error(PyValue id, String message) {
    LinkedHashMap<PyValue, PyValue> out = new LinkedHashMap<>();
    out.put(new Str("id"), id);
    out.put(new Str("error"), new Str(message));
    return new Dict(out);
  }
}
