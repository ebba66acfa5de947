package awsleuth.core.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sentences in which folds are undone: AWS's, botocore's and those of its templates. */
final class Sentences {

  private static final int SHORTEST_TEMPLATE = 14;
  private static final List<String> POLICIES =
      List.of(
          "identity-based policy",
          "resource-based policy",
          "permissions boundary",
          "session policy",
          "service control policy",
          "resource control policy",
          "VPC endpoint policy");

  static final Sentences KNOWN = new Sentences();

  /** A sentence whose first words are cut after so many characters. */
  record Cut(Sentence sentence, int at) {}

  final List<Sentence> starts = new ArrayList<>();
  private final Map<Integer, List<Cut>> cuts = new HashMap<>();

  private Sentences() {
    rows().lines().filter(l -> !l.startsWith("#")).forEach(this::row);
    for (Template t : Templates.BOTOCORE.all()) {
      List<String> pieces = t.pieces();
      boolean telling = pieces.getFirst().length() >= SHORTEST_TEMPLATE;
      if (telling && pieces.stream().noneMatch(p -> p.indexOf('\n') >= 0)) {
        Sentence.add(starts, pieces);
      }
    }
    starts.forEach(this::cut);
  }

  /** The sentences that can be cut between two characters, the last and the first of two lines. */
  List<Cut> cut(char last, char first) {
    return cuts.getOrDefault(last << 16 | first, List.of());
  }

  private void row(String row) {
    if (row.contains("<policy>")) {
      POLICIES.forEach(p -> row(row.replace("<policy>", "|" + p)));
      return;
    }
    List<String> pieces = new ArrayList<>();
    for (String part : row.split("\\|")) {
      int from = 0;
      for (int star = part.indexOf('*'); star >= 0; star = part.indexOf('*', star + 1)) {
        piece(pieces, part.substring(from, star));
        from = star;
      }
      piece(pieces, part.substring(from));
    }
    Sentence.add(starts, pieces);
  }

  private static void piece(List<String> pieces, String piece) {
    if (!piece.isEmpty() && !piece.equals("*")) {
      pieces.add(piece);
    }
  }

  private void cut(Sentence s) {
    String w = s.words();
    for (int i = 1; i < w.length(); i++) {
      int next = w.charAt(i) == ' ' ? i + 1 : i;
      if (next < w.length()) {
        int key = w.charAt(i - 1) << 16 | w.charAt(next);
        cuts.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Cut(s, i));
      }
    }
  }

  private static String rows() {
    try (InputStream in = Sentences.class.getResourceAsStream("sentences.txt")) {
      if (in == null) {
        throw new IllegalStateException("sentences.txt is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
