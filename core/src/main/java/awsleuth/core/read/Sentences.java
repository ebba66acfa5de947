package awsleuth.core.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sentences in which folds are undone: AWS's, botocore's and those of its templates. */
final class Sentences {

  private static final String POLICY = "<policy>";
  private static final int SHORTEST_TEMPLATE = 14;

  /** No sentence has a character beyond these. */
  private static final int ASCII = 128;

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
  private final Map<Integer, List<Cut>> cuts = new ConcurrentHashMap<>();

  private Sentences() {
    for (String row : rows().split("\n")) {
      if (!row.startsWith("#")) {
        row(row);
      }
    }
    for (Template t : Templates.BOTOCORE.all()) {
      if (t.first().length() >= SHORTEST_TEMPLATE && t.isOneLine()) {
        Sentence.add(starts, t.pieces());
      }
    }
  }

  /**
   * The sentences that can be cut between two characters, the last and the first of two lines. They
   * are sought when asked for: a short text asks for few of the thousands of pairs.
   */
  List<Cut> cut(char last, char first) {
    return last < ASCII && first < ASCII
        ? cuts.computeIfAbsent(last << 16 | first, _ -> cuts(last, first))
        : List.of();
  }

  private void row(String row) {
    int policy = row.indexOf(POLICY);
    if (policy < 0) {
      Sentence.add(starts, pieces(row));
      return;
    }
    List<String> before = pieces(row.substring(0, policy));
    String after = row.substring(policy + POLICY.length());
    for (String type : POLICIES) {
      List<String> pieces = new ArrayList<>(before);
      pieces.addAll(pieces(type + after));
      Sentence.add(starts, pieces);
    }
  }

  private static List<String> pieces(String row) {
    List<String> pieces = new ArrayList<>();
    for (String part : row.split("\\|")) {
      int from = 0;
      for (int star = part.indexOf('*'); star >= 0; star = part.indexOf('*', star + 1)) {
        piece(pieces, part.substring(from, star));
        from = star;
      }
      piece(pieces, part.substring(from));
    }
    return pieces;
  }

  private static void piece(List<String> pieces, String piece) {
    if (!piece.isEmpty() && !piece.equals("*")) {
      pieces.add(piece);
    }
  }

  private List<Cut> cuts(char last, char first) {
    List<Cut> found = new ArrayList<>();
    for (Sentence s : starts) {
      String w = s.words();
      for (int i = w.indexOf(last) + 1; i > 0; i = w.indexOf(last, i) + 1) {
        int next = w.startsWith(" ", i) ? i + 1 : i;
        if (next < w.length() && w.charAt(next) == first) {
          found.add(new Cut(s, i));
        }
      }
    }
    return List.copyOf(found);
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
