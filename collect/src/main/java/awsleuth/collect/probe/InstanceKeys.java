package awsleuth.collect.probe;

import awsleuth.boto.python.NoJson;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonJson;
import awsleuth.collect.probe.MetadataProbe.State;
import awsleuth.collect.wire.HttpReply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The answer with the keys of an instance's role, as {@code InstanceMetadataFetcher} takes it. */
final class InstanceKeys {

  /** Without one of them botocore takes none. */
  private static final List<String> MEMBERS =
      List.of("AccessKeyId", "SecretAccessKey", "Token", "Expiration");

  private static final Pattern CODE = Pattern.compile("\\w{1,60}");

  private InstanceKeys() {}

  /**
   * Judges.
   *
   * @param words what is known so far
   * @param role empty where none is named
   */
  static MetadataProbe judged(String words, String role, HttpReply reply) {
    Map<String, String> found =
        new LinkedHashMap<>(role.isEmpty() ? Map.of() : Map.of("role", role));
    Optional<PyValue.Dict> keys = read(reply.body());
    String code = keys.map(k -> text(k, "Code")).filter(c -> CODE.matcher(c).matches()).orElse("");
    String lacks =
        keys.isEmpty()
            ? "JSON"
            : MEMBERS.stream().filter(m -> !keys.get().has(m)).findFirst().orElse("");
    if (reply.status() == 200 && lacks.isEmpty()) {
      return given(words, found, text(keys.orElseThrow(), "Expiration"), reply);
    }
    boolean refused = reply.status() != 200 || !(code.isEmpty() || code.equals("Success"));
    found.put("code", code);
    if (!refused) {
      found.put("lacks", lacks);
    }
    String why =
        refused
            ? (reply.status() + " " + code).strip()
            : "its answer " + (lacks.equals("JSON") ? "is no JSON" : "has no " + lacks);
    return new MetadataProbe(State.BAD, words + ": no keys (" + why + ")", Map.copyOf(found));
  }

  private static MetadataProbe given(
      String words, Map<String, String> found, String expiration, HttpReply reply) {
    Optional<Instant> end = Ended.of(expiration, reply);
    end.ifPresent(e -> found.put("expires", e.toString()));
    return end.isPresent()
        ? new MetadataProbe(
            State.ENDED,
            words + ": its keys ended at " + end.get() + ", botocore uses them all the same",
            Map.copyOf(found))
        : new MetadataProbe(State.GIVES, words, Map.copyOf(found));
  }

  private static Optional<PyValue.Dict> read(String body) {
    try {
      return PythonJson.read(body) instanceof PyValue.Dict keys
          ? Optional.of(keys)
          : Optional.empty();
    } catch (NoJson e) {
      return Optional.empty();
    }
  }

  private static String text(PyValue.Dict keys, String name) {
    return keys.get(name) instanceof PyValue.Str(String text) ? text : "";
  }
}
