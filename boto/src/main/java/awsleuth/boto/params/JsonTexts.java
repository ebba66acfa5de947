package awsleuth.boto.params;

import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Dicts and lists where a text of JSON is wanted, which {@code json.dumps} makes of them. */
record JsonTexts(List<Advice> advice) {

  /** How the names of parameters end whose texts are JSON; the model does not say it. */
  private static final List<String> ENDINGS =
      List.of(
          "Policy",
          "Policies",
          "Document",
          "Body",
          "Template",
          "input",
          "Input",
          "Definition",
          "Message",
          "Detail",
          "Payload",
          "SecretString");

  private static final Set<String> NAMES = Set.of("message", "definition", "policy");

  /** Whether the name is one of those whose texts are JSON. */
  static boolean isWanted(Place place) {
    String name = place instanceof Place.Member m ? m.name() : "";
    return NAMES.contains(name) || ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** Whether a text is what {@code json.dumps} makes of a dict or a list, no element of it. */
  static boolean isDump(PyValue text, PyValue given) {
    return (given instanceof Dict || given instanceof PyList)
        && JsonDump.refusal(given).isEmpty()
        && text.equals(new Str(JsonText.line(given)));
  }

  /**
   * The text that {@code json.dumps} makes; the value itself where it raises.
   *
   * @param why what is said of it
   */
  PyValue dumped(PyValue value, Place place, String why) {
    Optional<String> refusal = JsonDump.refusal(value);
    if (refusal.isPresent()) {
      String text = why + ", which raises: " + refusal.get();
      advice.add(new Advice(place, Advice.Kind.MEANT, text));
      return value;
    }
    advice.add(new Advice(place, Advice.Kind.CHANGED, why));
    return new Str(JsonText.line(value));
  }
}
