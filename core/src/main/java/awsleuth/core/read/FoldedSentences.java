package awsleuth.core.read;

import awsleuth.core.read.FoldedSentence.Joint;
import awsleuth.core.read.FoldedSentence.Reading;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Undoes the folds in sentences that are known, wherever and however a line was folded: the lines
 * are joined under which the sentence reads further.
 */
final class FoldedSentences {

  private static final int TELLING = 16;

  private final Flat flat;
  private final TreeMap<Integer, Joint> joints = new TreeMap<>();

  private FoldedSentences(Flat flat) {
    this.flat = flat;
  }

  /** The same text with such lines joined; the very same object where none are. */
  static Flat undone(Flat flat) {
    FoldedSentences reader = new FoldedSentences(flat);
    for (Map.Entry<Integer, List<Sentence>> e : reader.starts().entrySet()) {
      e.getValue().forEach(s -> reader.sentence(s, e.getKey()));
    }
    return reader.joints.isEmpty() ? flat : reader.joined();
  }

  private SortedMap<Integer, List<Sentence>> starts() {
    SortedMap<Integer, List<Sentence>> starts = new TreeMap<>();
    String t = flat.text;
    for (Sentence s : Sentences.KNOWN.starts) {
      String words = s.words().stripTrailing();
      for (int at = t.indexOf(words); at >= 0; at = t.indexOf(words, at + 1)) {
        starts.computeIfAbsent(at, _ -> new ArrayList<>()).add(s);
      }
    }
    for (int i = 0; i + 1 < flat.lines.size(); i++) {
      cutStarts(i, starts);
    }
    return starts;
  }

  /** Sentences whose first words are cut by the end of a line. */
  private void cutStarts(int index, SortedMap<Integer, List<Sentence>> starts) {
    String line = flat.lines.get(index).text();
    String next = flat.lines.get(index + 1).text();
    int from = line.isEmpty() || next.isBlank() ? next.length() : Leads.length(line, next);
    if (from < next.length()) {
      for (Sentences.Cut c :
          Sentences.KNOWN.cut(line.charAt(line.length() - 1), next.charAt(from))) {
        int at = line.length() - c.at();
        if (at >= 0 && line.startsWith(c.sentence().words().substring(0, c.at()), at)) {
          starts
              .computeIfAbsent(flat.startOf(index) + at, _ -> new ArrayList<>())
              .add(c.sentence());
        }
      }
    }
  }

  private void sentence(Sentence sentence, int at) {
    Reading reading = FoldedSentence.read(flat, sentence, at);
    if (reading.pieces() == 0
        || (reading.pieces() == 1 && sentence.words().strip().length() < TELLING)) {
      return;
    }
    reading.joints().forEach(j -> joints.putIfAbsent(j.line(), j));
    if (!reading.joints().isEmpty()) {
      FoldedEnd.read(flat, reading).forEach(j -> joints.putIfAbsent(j.line(), j));
    }
    Joint name = FoldedClass.before(flat, at);
    if (name != null) {
      joints.putIfAbsent(name.line(), name);
    }
  }

  private Flat joined() {
    List<Line> lines = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int from = 0;
    int first = 0;
    for (int i = 0; i < flat.lines.size(); i++) {
      text.append(flat.lines.get(i).text().substring(from));
      Joint joint = joints.get(i);
      if (joint == null) {
        lines.add(new Line(flat.lines.get(first).number(), text.toString()));
        text.setLength(0);
        from = 0;
        first = i + 1;
      } else {
        if (text.charAt(text.length() - 1) == '\\') { // a shell's sign that the line goes on
          text.setLength(text.length() - 1);
        }
        text.append(joint.glue());
        from = joint.from();
      }
    }
    return new Flat(lines);
  }
}
