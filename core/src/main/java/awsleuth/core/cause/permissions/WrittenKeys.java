package awsleuth.core.cause.permissions;

import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PyValue;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.KeyParameters;
import awsleuth.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys that the parameters of a call as it was written give values to: tags in the
 * request, and what S3 takes its keys from (service authorization reference).
 */
final class WrittenKeys {

  private static final List<String> S3 =
      List.of(
          "prefix",
          "delimiter",
          "max-keys",
          "x-amz-acl",
          "x-amz-server-side-encryption",
          "x-amz-server-side-encryption-aws-kms-key-id",
          "x-amz-storage-class");

  private static final List<String> TAGS = List.of("tags", "taglist", "tagspecifications");

  private WrittenKeys() {}

  /** By key; those whose values are not written as literals are left out. */
  static Map<String, ContextValue> of(Facts facts, GivenParameters written) {
    Map<String, ContextValue> keys = new LinkedHashMap<>();
    if (facts.call().service().equals("s3") && Access.of(facts).prefix().equals("s3")) {
      for (String name : S3) {
        member(facts, name)
            .flatMap(member -> value(facts, written, member, name))
            .ifPresent(value -> keys.put("s3:" + name, value));
      }
    }
    sameNamed(facts, written, keys);
    tags(facts, written, keys);
    return keys;
  }

  /** Of the parameters that are keys; where one is not written, a default may stand for it. */
  private static void sameNamed(
      Facts facts, GivenParameters written, Map<String, ContextValue> keys) {
    Access access = Access.of(facts);
    String operation = facts.call().operation();
    facts
        .catalog()
        .service(facts.call().service())
        .flatMap(service -> service.input(operation))
        .map(input -> KeyParameters.of(access.action(), access.resource(), input, operation))
        .orElse(Map.of())
        .forEach((key, member) -> {
          List<String> values =
              values(written.call().params().get(member)).stream()
                  .flatMap(v -> KeyParameters.value(key, v, access.resource()).stream())
                  .toList();
          if (!values.isEmpty()) {
            keys.putIfAbsent(key, ContextValue.Present.of(values));
          }
        });
  }

  /** Of a literal; none where a part of it is none. */
  private static List<String> values(@Nullable PyValue value) {
    if (value instanceof PyValue.PyList(List<PyValue> items)) {
      List<String> values = items.stream().flatMap(i -> plain(i).stream()).toList();
      return values.size() == items.size() ? values : List.of();
    }
    return value instanceof PyValue.Bool(boolean set)
        ? List.of(String.valueOf(set))
        : plain(value).stream().toList();
  }

  /** The parameter that one of S3's keys is taken from; empty where the operation has none. */
  static Optional<String> member(Facts facts, String name) {
    return facts
        .catalog()
        .service("s3")
        .flatMap(s -> CallFixes.member(s, facts.call().operation(), name));
  }

  /**
   * A literal; that there is none where the call is written without the parameter. A paginator
   * sends a size of its own.
   */
  private static Optional<ContextValue> value(
      Facts facts, GivenParameters written, String member, String name) {
    GivenCall call = written.call();
    boolean open =
        call.params().has(member)
            || call.partly().has(member)
            || call.unread().stream().anyMatch(u -> u.name().isEmpty() || u.name().equals(member))
            || name.equals("max-keys")
            || !isBotocores(facts, written);
    return plain(call.params().get(member))
        .<ContextValue>map(ContextValue.Present::of)
        .or(() -> open ? Optional.empty() : Optional.of(ContextValue.ABSENT));
  }

  /** Whether the line of a program calls botocore itself, not something that may add parameters. */
  private static boolean isBotocores(Facts facts, GivenParameters written) {
    List<Frame> frames = facts.frames();
    int last = frames.size() - 1;
    while (last >= 0 && isOfLibrary(frames.get(last))) {
      last--;
    }
    return written.form() != GivenParameters.Form.PYTHON
        || last < 0
        || frames.get(last).source().equals(written.source())
        || isAt(frames.get(last), written);
  }

  /** Whether a frame is in the lines of a call that stands in a file of its own. */
  private static boolean isAt(Frame frame, GivenParameters written) {
    int from = written.source().line();
    long lines = written.call().written().source().lines().count();
    return frame.line() >= from
        && frame.line() < from + lines
        && name(frame.file()).equals(name(written.source().artifact()));
  }

  private static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static boolean isOfLibrary(Frame frame) {
    String file = frame.file().replace('\\', '/');
    return file.contains("/botocore/")
        || file.startsWith("botocore/")
        || file.contains("/boto3/")
        || file.startsWith("boto3/");
  }

  /**
   * Of tags that are given by type of resource, those of the resource that the decision is about
   * are in its request (EC2 user guide, "Control access to EC2 resources using resource tags").
   */
  private static void tags(Facts facts, GivenParameters written, Map<String, ContextValue> keys) {
    Map<String, String> tags = new LinkedHashMap<>();
    Map<String, String> ofOthers = new LinkedHashMap<>();
    String type = type(Access.of(facts).resource());
    boolean whole =
        written.call().unread().stream()
            .noneMatch(u -> u.name().isEmpty() || TAGS.contains(u.name().toLowerCase(Locale.ROOT)));
    for (var entry : written.call().params().entries().entrySet()) {
      if (entry.getKey() instanceof PyValue.Str(String name)
          && TAGS.contains(name.toLowerCase(Locale.ROOT))) {
        whole &= collect(ofType(entry.getValue(), type, true), tags);
        collect(ofType(entry.getValue(), type, false), ofOthers);
      }
    }
    if (whole && tags.isEmpty() && !ofOthers.isEmpty()) {
      keys.put("aws:TagKeys", ContextValue.ABSENT);
      ofOthers.keySet().forEach(tag -> keys.put("aws:RequestTag/" + tag, ContextValue.ABSENT));
    }
    if (whole && !tags.isEmpty()) {
      keys.put("aws:TagKeys", ContextValue.Present.of(new ArrayList<>(tags.keySet())));
      tags.forEach(
          (tag, value) -> keys.put("aws:RequestTag/" + tag, ContextValue.Present.of(value)));
    }
  }

  /** {@code volume} of a volume's ARN; empty where it does not tell. */
  private static String type(String resource) {
    String[] arn = resource.split(":", 6);
    int slash = arn.length < 6 ? -1 : arn[5].indexOf('/');
    return slash < 0 ? "" : arn[5].substring(0, slash);
  }

  /** The specifications for that type of resource, or those for others; what has no type is its. */
  private static @Nullable PyValue ofType(@Nullable PyValue value, String type, boolean own) {
    if (!(value instanceof PyValue.PyList(List<PyValue> items)) || type.isEmpty()) {
      return own ? value : new PyValue.PyList(List.of());
    }
    return new PyValue.PyList(items.stream().filter(i -> isOf(i, type) == own).toList());
  }

  private static boolean isOf(PyValue specification, String type) {
    return !(specification instanceof PyValue.Dict dict)
        || !(dict.get("ResourceType") instanceof PyValue.Str(String of))
        || of.equals(type);
  }

  /** The tags in a literal; false where not all of it could be told. */
  private static boolean collect(@Nullable PyValue value, Map<String, String> tags) {
    if (value instanceof PyValue.PyList(List<PyValue> items)) {
      return items.stream().map(i -> collect(i, tags)).reduce(true, Boolean::logicalAnd);
    }
    if (!(value instanceof PyValue.Dict dict)) {
      return false;
    }
    if (dict.has("Tags")) {
      return collect(dict.get("Tags"), tags);
    }
    if (dict.has("Key")) {
      return put(dict.get("Key"), dict.get("Value"), tags);
    }
    if (dict.has("key")) {
      return put(dict.get("key"), dict.get("value"), tags);
    }
    return dict.entries().entrySet().stream()
        .map(e -> put(e.getKey(), e.getValue(), tags))
        .reduce(true, Boolean::logicalAnd);
  }

  private static boolean put(
      @Nullable PyValue key, @Nullable PyValue value, Map<String, String> tags) {
    if (key instanceof PyValue.Str(String k) && value instanceof PyValue.Str(String v)) {
      tags.put(k, v);
      return true;
    }
    return false;
  }

  private static Optional<String> plain(@Nullable PyValue value) {
    if (value instanceof PyValue.Str(String text)) {
      return Optional.of(text);
    }
    return value instanceof PyValue.Int(var number)
        ? Optional.of(number.toString())
        : Optional.empty();
  }
}
