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
          "SecretString",
          "TemplateData",
          "InputParameters",
          "olicyText");

  private static final Set<String> NAMES =
      Set.of("message", "definition", "policy", "output", "EventPattern", "Pattern");

  /** Whether the name is one of those whose texts are JSON. */
  static boolean isWanted(Place place) {
    return switch (place) {
      case Place.Member(Place _, String name) ->
          NAMES.contains(name) || ENDINGS.stream().anyMatch(name::endsWith);
      case Place.Entry(Place _, PyValue key) -> key instanceof Str(String name) && isPolicy(name);
      case Place.Root _, Place.Item _, Place.Key _, Place.InDocument _ -> false;
    };
  }

  /** Whether it is an attribute such as {@code RedrivePolicy} of a queue. */
  private static boolean isPolicy(String attribute) {
    return attribute.endsWith("Policy");
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
