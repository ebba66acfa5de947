package awsleuth.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The record of an incident, which the forms are views of. In its texts, what stands between two
 * backticks is code.
 *
 * @param title what failed
 * @param sections in the order they are read in
 */
record IncidentRecord(String title, List<Section> sections) {

  /**
   * A section.
   *
   * @param parts never empty
   */
  record Section(String title, List<Part> parts) {

    /** The same with one more sentence at its end. */
    Section with(Line more) {
      List<Part> all = new ArrayList<>(parts);
      List<Line> lines = new ArrayList<>();
      if (all.getLast() instanceof Part.Lines(List<Line> last)) {
        lines.addAll(last);
        all.removeLast();
      }
      lines.add(more);
      all.add(new Part.Lines(List.copyOf(lines)));
      return new Section(title, List.copyOf(all));
    }
  }

  /** A piece of a section. */
  sealed interface Part {

    /** Sentences. */
    record Lines(List<Line> lines) implements Part {}

    /**
     * What happened at which time.
     *
     * @param when the head of the column of times
     */
    record Times(String when, List<Row> rows) implements Part {}

    /** What is to be read or pasted letter by letter. */
    record Code(String text) implements Part {}
  }

  /**
   * A sentence, with what it rests on.
   *
   * @param label a word before it; empty where none is needed
   * @param source {@code file:line}, a page of AWS, or what gives it anew
   */
  record Line(String label, String text, String source) {}

  /**
   * A row of the timeline.
   *
   * @param number of the row, for reference; empty where it has no place among the others
   * @param when the time in UTC; as written where the zone is not known
   * @param written how the time is written, and what it was taken for; empty where that is the same
   * @param kind what kind of thing it is, in one word
   * @param what what happened; code as a whole where it is a line of a log
   * @param isQuoted whether it is a line of a log
   */
  record Row(
      String number,
      String when,
      String written,
      String kind,
      String what,
      boolean isQuoted,
      String source) {}

  /**
   * The same with the files of a folder named as they are in it, which the first section says.
   *
   * @param folder with what parts it from its files; empty where there is none
   */
  IncidentRecord below(String folder) {
    if (folder.isEmpty()) {
      return this;
    }
    IncidentRecord shorter = with(t -> without(folder, t));
    List<Section> all = new ArrayList<>(shorter.sections);
    Section first = all.getFirst();
    String name = folder.replaceAll("/+$", "");
    String last = name.substring(name.lastIndexOf('/') + 1);
    Line said = new Line("files", "named here are in this folder", last);
    all.set(0, first.with(said));
    return new IncidentRecord(title, List.copyOf(all));
  }

  /** A text without the folder before names of files; what only looks like it is kept. */
  private static String without(String folder, String text) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(folder); at >= 0; at = text.indexOf(folder, at + folder.length())) {
      if (at == 0 || " `'\"(=\n:".indexOf(text.charAt(at - 1)) >= 0) {
        out.append(text, from, at);
        from = at + folder.length();
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The same with each text put through a function. */
  IncidentRecord with(UnaryOperator<String> text) {
    return new IncidentRecord(
        text.apply(title),
        sections.stream()
            .map(s -> new Section(s.title(), s.parts().stream().map(p -> part(p, text)).toList()))
            .toList());
  }

  private static Part part(Part part, UnaryOperator<String> text) {
    return switch (part) {
      case Part.Lines(List<Line> lines) ->
          new Part.Lines(
              lines.stream()
                  .map(l -> new Line(l.label(), text.apply(l.text()), text.apply(l.source())))
                  .toList());
      case Part.Times(String when, List<Row> rows) ->
          new Part.Times(
              when,
              rows.stream()
                  .map(r ->
                      new Row(
                          r.number(),
                          r.when(),
                          text.apply(r.written()),
                          r.kind(),
                          text.apply(r.what()),
                          r.isQuoted(),
                          text.apply(r.source())))
                  .toList());
      case Part.Code(String code) -> new Part.Code(text.apply(code));
    };
  }
}
