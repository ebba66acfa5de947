package awsleuth.trail.read;

import awsleuth.trail.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text that was walked through. */
abstract class Walked {

  final List<Event> events = new ArrayList<>();
  final List<Integer> lines = new ArrayList<>();
  final List<String> records = new ArrayList<>();
  final Tally tally = new Tally();

  List<String> names(String text) {
    return names(text, Integer.MAX_VALUE);
  }

  /** Walks through a text that comes in pieces of a size. */
  List<String> names(String text, int most) {
    events.clear();
    lines.clear();
    records.clear();
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    Emitter emitter = new Emitter();
    emitter.begin(
        "f",
        (event, record) -> {
          events.add(event);
          lines.add(record.line());
          records.add(record.text());
        },
        tally);
    Window window = new Window();
    window.open((b, offset, length) -> in.read(b, offset, Math.min(length, most)));
    try {
      new Walker(window, emitter, tally, false).walk();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return events.stream().map(Event::name).toList();
  }

  static String event(String name) {
    return "{\"eventVersion\":\"1.11\",\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\""
        + name
        + "\"}";
  }
}
