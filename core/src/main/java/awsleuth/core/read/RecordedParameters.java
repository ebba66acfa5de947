package awsleuth.core.read;

import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.TypedJson;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.json.JsonValue;
import awsleuth.core.read.json.JsonValue.Elements;
import awsleuth.core.read.json.JsonValue.Members;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The parameters of a recorded call: JSON with Python's types as {@link TypedJson} has them. One
 * that holds a {@code $hidden}, which stands for a secret or for content, is given but not known.
 */
final class RecordedParameters {

  private static final String HIDDEN = "$hidden";
  private static final int LONGEST_NUMBER = 40;

  private RecordedParameters() {}

  static GivenParameters of(String service, String method, Members params, Source source) {
    SequencedMap<PyValue, PyValue> known = new LinkedHashMap<>();
    List<Unread> unread = new ArrayList<>();
    params
        .values()
        .forEach((name, value) -> {
          if (isHidden(value)) {
            unread.add(new Unread(name, source.line(), "its value is not kept", ""));
          } else {
            known.put(new PyValue.Str(name), value(value));
          }
        });
    return new GivenParameters(
        GivenCall.of(service, method, new PyValue.Dict(known), List.copyOf(unread)),
        GivenParameters.Form.PYTHON,
        source);
  }

  private static boolean isHidden(JsonValue value) {
    return switch (value) {
      case Members m ->
          m.values().containsKey(HIDDEN)
              || m.values().values().stream().anyMatch(RecordedParameters::isHidden);
      case Elements e -> e.values().stream().anyMatch(RecordedParameters::isHidden);
      case JsonValue.Text t -> t.value().equals(awsleuth.core.secret.Secrets.MASK);
      case JsonValue.Scalar _ -> false;
    };
  }

  private static PyValue value(JsonValue value) {
    return switch (value) {
      case Members m -> object(m);
      case Elements e ->
          new PyValue.PyList(e.values().stream().map(RecordedParameters::value).toList());
      case JsonValue.Text t -> new PyValue.Str(t.value());
      case JsonValue.Scalar s -> scalar(s.literal());
    };
  }

  private static PyValue object(Members members) {
    SequencedMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    members.values().forEach((name, v) -> entries.put(new PyValue.Str(name), value(v)));
    String only = entries.size() == 1 ? members.values().keySet().iterator().next() : "";
    if (only.equals("$tuple") && entries.firstEntry().getValue() instanceof PyValue.PyList l) {
      return new PyValue.Tuple(l.items());
    }
    return only.startsWith("$")
            && TypedJson.read(members.compact()) instanceof TypedJson.Value(PyValue typed)
        ? typed
        : new PyValue.Dict(entries);
  }

  private static PyValue scalar(String literal) {
    boolean whole =
        literal.length() < LONGEST_NUMBER
            && literal.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    return switch (literal) {
      case "null" -> new PyValue.None();
      case "true" -> new PyValue.Bool(true);
      case "false" -> new PyValue.Bool(false);
      default ->
          whole
              ? new PyValue.Int(new BigInteger(literal))
              : TypedJson.read(literal) instanceof TypedJson.Value(PyValue number)
                  ? number
                  : new PyValue.Str(literal);
    };
  }
}
