package awsleuth.core.read;

import awsleuth.core.evidence.WatchedCall.Ending;
import awsleuth.core.read.json.JsonValue.Elements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which failures of a record the program or a thread of it died of. */
final class RecordedEndings {

  private final Map<String, RecordReader.Line> fatal = new HashMap<>();
  private final Set<String> threads = new HashSet<>();

  /** Of the program; whether the line names any failure. */
  boolean died(RecordReader.Line line) {
    List<String> numbers = numbers(line);
    numbers.forEach(number -> fatal.put(number, line));
    return !numbers.isEmpty();
  }

  /** Of a thread. */
  void ofThread(RecordReader.Line line) {
    threads.addAll(numbers(line));
  }

  private static List<String> numbers(RecordReader.Line line) {
    List<String> numbers = new ArrayList<>();
    if (line.members().get("numbers") instanceof Elements e) {
      for (int i = 0; i < e.values().size(); i++) {
        numbers.add(line.keyOf(e.textAt(i)));
      }
    }
    return numbers;
  }

  /** How a call ended. */
  Ending of(RecordReader.Line call) {
    if (call.text("exception").isEmpty()) {
      return Ending.SUCCEEDED;
    }
    String number = call.key("number");
    return fatal.containsKey(number)
        ? Ending.FATAL
        : threads.contains(number) ? Ending.THREAD : Ending.HANDLED;
  }

  /** The line that tells that the program died of a call; null where it did not. */
  RecordReader.@Nullable Line death(RecordReader.Line call) {
    return fatal.get(call.key("number"));
  }
}
