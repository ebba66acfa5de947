package awsleuth.bench;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.TypedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A call whose parameters are validated. */
record Call(String id, String service, String operation, Dict params) {

  /** The calls of a file, one a line. */
  static List<Call> read(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(Call::of).toList();
  }

  private static Call of(String line) {
    Dict record = (Dict) ((TypedJson.Value) TypedJson.read(line)).value();
    PyValue params = record.entries().get(new Str("params"));
    return new Call(
        text(record, "id"), text(record, "service"), text(record, "operation"), (Dict) params);
  }

  private static String text(Dict record, String name) {
    return record.entries().get(new Str(name)) instanceof Str(String value) ? value : "";
  }
}
