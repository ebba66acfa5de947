package awsleuth.core.cause.permissions;

import awsleuth.boto.python.PyValue;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.fact.Facts;
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
        facts
            .catalog()
            .service("s3")
            .flatMap(s -> CallFixes.member(s, facts.call().operation(), name))
            .flatMap(member -> plain(written.call().params().get(member)))
            .ifPresent(text -> keys.put("s3:" + name, ContextValue.Present.of(text)));
      }
    }
    tags(written, keys);
    return keys;
  }

  private static void tags(GivenParameters written, Map<String, ContextValue> keys) {
    Map<String, String> tags = new LinkedHashMap<>();
    boolean whole = written.call().unread().isEmpty();
    for (var entry : written.call().params().entries().entrySet()) {
      if (entry.getKey() instanceof PyValue.Str(String name)
          && TAGS.contains(name.toLowerCase(Locale.ROOT))) {
        whole &= collect(entry.getValue(), tags);
      }
    }
    if (whole && !tags.isEmpty()) {
      keys.put("aws:TagKeys", ContextValue.Present.of(new ArrayList<>(tags.keySet())));
      tags.forEach(
          (tag, value) -> keys.put("aws:RequestTag/" + tag, ContextValue.Present.of(value)));
    }
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
