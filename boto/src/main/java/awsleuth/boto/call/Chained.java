package awsleuth.boto.call;

import awsleuth.boto.call.PythonLexer.Token;
import awsleuth.boto.call.PythonLink.Span;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What only chains want to know of the arguments of a call.
 *
 * @param placed those without a name
 * @param known those with a name that are known in part
 * @param spans where all of them stand
 */
record Chained(List<PyValue> placed, LinkedHashMap<PyValue, PyValue> known, List<Span> spans) {

  Chained() {
    this(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
  }

  /**
   * Keeps what is known of an argument that is no literal.
   *
   * @param start its first word
   * @param end the first word behind it
   * @param name empty where it has none
   */
  void partly(List<Token> tokens, int start, int end, String name, boolean spread) {
    PythonLiterals literals = PythonLiterals.partly(tokens, start);
    PyValue value = GivenCall.UNKNOWN;
    try {
      PyValue read = literals.value();
      value = literals.at() == end ? read : value;
    } catch (NoLiteral _) {
      // nothing of it is known
    }
    if (!name.isEmpty() && !value.equals(GivenCall.UNKNOWN)) {
      known.put(new Str(name), value);
    } else if (name.isEmpty() && !spread) {
      placed.add(value);
    }
  }
}
