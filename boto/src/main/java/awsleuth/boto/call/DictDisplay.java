package awsleuth.boto.call;

import awsleuth.boto.call.PythonLexer.Kind;
import awsleuth.boto.call.PythonLexer.Token;
import awsleuth.boto.call.PythonLink.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A dict as it stands in a program, its keys texts: {@code {'Bucket': bucket, 'Key': 'k'}}.
 *
 * @param entries where each stands, with its key as the name; {@code **} where it spreads a dict
 * @param close where its brace closes
 */
record DictDisplay(List<Span> entries, int close) {

  /** The dict that stands in a place; empty where it is written otherwise. */
  static Optional<DictDisplay> of(String source, int from, int to) {
    List<Token> tokens = PythonLexer.of(source.substring(from, to));
    List<Span> entries = new ArrayList<>();
    int at = 1;
    while (tokens.getFirst().is("{") && at + 2 < tokens.size() && isKey(tokens, at)) {
      Token key = tokens.get(at);
      int first = key.is("**") ? at + 1 : at + 2;
      int end = end(tokens, first);
      int value = tokens.get(first).at();
      entries.add(
          new Span(key.text(), from + key.at(), from + value, from + tokens.get(end - 1).end()));
      at = end + (tokens.get(end).is(",") ? 1 : 0);
    }
    boolean whole = at + 2 == tokens.size() && tokens.get(at).is("}") && !entries.isEmpty();
    return whole
        ? Optional.of(new DictDisplay(List.copyOf(entries), from + tokens.get(at).at()))
        : Optional.empty();
  }

  private static boolean isKey(List<Token> tokens, int at) {
    return tokens.get(at).is("**")
        || (tokens.get(at).kind() == Kind.TEXT && tokens.get(at + 1).is(":"));
  }

  /** The word behind a value. */
  private static int end(List<Token> tokens, int from) {
    int depth = 0;
    int at = from;
    while (at + 1 < tokens.size()) {
      Token t = tokens.get(at);
      if (depth == 0 && (t.is(",") || t.is("}"))) {
        return at;
      }
      boolean opens = t.is("(") || t.is("[") || t.is("{");
      boolean closes = t.is(")") || t.is("]") || t.is("}");
      depth += opens ? 1 : closes ? -1 : 0;
      at++;
    }
    return at;
  }
}
