package awsleuth.trail.read;

import awsleuth.core.read.json.JsonValue;
import awsleuth.core.read.json.JsonValue.Elements;
import awsleuth.core.read.json.JsonValue.Members;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@code aws athena get-query-results} prints: rows of texts, the first page's first row
 * with the names of the columns.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html">Athena
 *     API reference, GetQueryResults</a>
 */
final class ResultSet {

  /** The member that its beginning has. */
  static final String NAME = "\"ResultSet\"";

  /** A page has 1,000 rows at most. */
  private static final int MOST_VALUES = 500_000;

  private ResultSet() {}

  /**
   * Reads all rows; those that are no events are counted.
   *
   * @throws IOException where the stream cannot be read, or is larger than a page of results can be
   */
  static void read(Window window, Emitter out, Tally tally) throws IOException {
    window.fill(Window.LARGEST);
    int length = window.limit - window.at;
    if (length >= Window.LARGEST) {
      throw new Unpacking("has more than 16 MB of results of Athena; read the CSV that it wrote");
    }
    if (values(window.bytes, window.at, window.limit) > MOST_VALUES) {
      throw new Unpacking("is larger than a page of results of Athena; read the CSV that it wrote");
    }
    String text = new String(window.bytes, window.at, length, StandardCharsets.UTF_8);
    window.at = window.limit;
    Optional<Members> set =
        JsonValue.parse(text, 1)
            .flatMap(v -> v instanceof Members m ? member(m, "ResultSet") : Optional.empty());
    if (set.isEmpty()) {
      tally.broken(1);
      return;
    }
    List<String> names = names(set.get());
    RowJson json = new RowJson(names);
    for (JsonValue row : elements(set.get(), "Rows")) {
      List<String> values = values(row);
      if (!values.equals(names)) {
        Table.emit(json.of(values), row.line(), out, tally);
      }
    }
  }

  /** About how many values there are: what stands between two marks outside of texts is one. */
  private static int values(byte[] b, int from, int to) {
    int count = 0;
    boolean quoted = false;
    for (int i = from; i < to; i++) {
      if (b[i] == '\\' && quoted) {
        i++;
      } else if (b[i] == '"') {
        quoted = !quoted;
      } else if (!quoted && (b[i] == ',' || b[i] == '[' || b[i] == '{')) {
        count++;
      }
    }
    return count;
  }

  /** The names of the columns: those of the result's description, else of its first row. */
  private static List<String> names(Members set) {
    List<String> names = new ArrayList<>();
    member(set, "ResultSetMetadata").map(m -> elements(m, "ColumnInfo")).orElse(List.of()).stream()
        .map(column -> column instanceof Members m ? m.text("Name") : "")
        .forEach(names::add);
    List<JsonValue> rows = elements(set, "Rows");
    return !names.isEmpty() || rows.isEmpty() ? names : values(rows.getFirst());
  }

  private static List<String> values(JsonValue row) {
    return row instanceof Members m
        ? elements(m, "Data").stream()
            .map(cell -> cell instanceof Members c ? c.text("VarCharValue") : "")
            .toList()
        : List.of();
  }

  private static Optional<Members> member(Members of, String name) {
    return of.get(name) instanceof Members m ? Optional.of(m) : Optional.empty();
  }

  private static List<JsonValue> elements(Members of, String name) {
    return of.get(name) instanceof Elements e ? e.values() : List.of();
  }
}
