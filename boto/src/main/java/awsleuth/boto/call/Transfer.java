package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.call.GivenCall.Refusal;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.call.PythonLink.Span;
import awsleuth.boto.call.Written.Argument;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A transfer of S3 that boto3 makes of several operations.
 *
 * @param way {@code upload}, {@code download} or {@code copy}
 * @param operation the one whose parameters the call gives
 * @param arguments of the client's method, in its order; of a bucket's without {@code Bucket}, of
 *     an object's without {@code Key} too
 * @see <a href="https://github.com/boto/boto3/blob/develop/boto3/s3/inject.py">inject.py</a>
 */
record Transfer(String way, String operation, List<String> arguments) {

  static Optional<Transfer> of(String method) {
    return switch (method) {
      case "upload_file" -> upload("Filename");
      case "upload_fileobj" -> upload("Fileobj");
      case "download_file" -> download("Filename");
      case "download_fileobj" -> download("Fileobj");
      case "copy" ->
          Optional.of(
              new Transfer(
                  "copy", "CopyObject", List.of("CopySource", "Bucket", "Key", "ExtraArgs")));
      default -> Optional.empty();
    };
  }

  private static Optional<Transfer> upload(String file) {
    return Optional.of(
        new Transfer("upload", "PutObject", List.of(file, "Bucket", "Key", "ExtraArgs")));
  }

  private static Optional<Transfer> download(String file) {
    return Optional.of(
        new Transfer("download", "GetObject", List.of("Bucket", "Key", file, "ExtraArgs")));
  }

  /** What the transfer sends. */
  String said() {
    return switch (way) {
      case "upload" ->
          "boto3 sends PutObject, from 8 MB on CreateMultipartUpload and UploadPart instead";
      case "download" -> "boto3 sends HeadObject, then GetObject";
      default -> "boto3 sends HeadObject for the source, then CopyObject";
    };
  }

  /**
   * The call.
   *
   * @param identifiers of the bucket or object at hand, as far as they are known
   * @param have how many of {@code Bucket} and {@code Key} that has
   */
  GivenCall given(
      AwsCatalog catalog,
      PythonLink link,
      List<PyValue> identifiers,
      int have,
      List<String> inferred,
      String source) {
    LinkedHashMap<PyValue, PyValue> params = new LinkedHashMap<>();
    List<Unread> unread = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    Map<String, String> renamed = new LinkedHashMap<>();
    List<String> own = List.of("Bucket", "Key").subList(0, have);
    for (int i = 0; i < have; i++) {
      put(
          params,
          unread,
          own.get(i),
          i < identifiers.size() ? identifiers.get(i) : GivenCall.UNKNOWN);
    }
    List<String> asked = arguments.stream().filter(a -> !own.contains(a)).toList();
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      String name = asked.get(i);
      Optional<PyValue> value = link.argument(i, name);
      boolean passed = List.of("Bucket", "Key", "CopySource").contains(name);
      if (value.isPresent() && passed) {
        put(params, unread, name, value.get());
      } else if (value.isPresent() && name.equals("ExtraArgs")) {
        extra(catalog, params, unread, refusals, renamed, value.get());
      } else if (value.isEmpty() && !name.equals("ExtraArgs")) {
        missing.add(name);
      }
    }
    boolean spread = link.unread().stream().anyMatch(u -> u.written().startsWith("**"));
    if (!missing.isEmpty() && !spread) {
      refusals.addFirst(new Refusal("boto3", missing(link.name(), missing), ""));
    }
    if (spread) {
      unread.add(new Unread("", 1, "what is behind ** is not known", ""));
    }
    return new GivenCall(
        "s3",
        operation,
        new Dict(params),
        List.copyOf(unread),
        new Dict(new LinkedHashMap<>()),
        List.copyOf(refusals),
        inferred,
        written(link, asked, renamed, source),
        CliRest.NONE);
  }

  private static String missing(String method, List<String> names) {
    List<String> quoted = names.stream().map(n -> "'" + n + "'").toList();
    String listed =
        quoted.size() == 1
            ? quoted.getFirst()
            : quoted.size() == 2
                ? String.join(" and ", quoted)
                : String.join(", ", quoted.subList(0, quoted.size() - 1))
                    + ", and "
                    + quoted.getLast();
    return "TypeError: %s() missing %d required positional argument%s: %s"
        .formatted(method, names.size(), names.size() == 1 ? "" : "s", listed);
  }

  private static void put(
      LinkedHashMap<PyValue, PyValue> params, List<Unread> unread, String name, PyValue value) {
    if (value.equals(GivenCall.UNKNOWN)) {
      unread.add(new Unread(name, 1, "the text does not tell its value", ""));
    } else {
      params.put(new Str(name), value);
    }
  }

  /** The text, with the parameters where its arguments have them. */
  private static Written written(
      PythonLink link, List<String> asked, Map<String, String> renamed, String source) {
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < link.spans().size(); i++) {
      Span span = link.spans().get(i);
      String name = span.name().isEmpty() && i < asked.size() ? asked.get(i) : span.name();
      boolean extra = name.equals("ExtraArgs");
      Dict dict =
          extra && link.argument(i, name).orElse(null) instanceof Dict d
              ? d
              : new Dict(new LinkedHashMap<>());
      arguments.add(new Argument(extra ? "" : name, span, dict, extra ? renamed : Map.of(), false));
    }
    return new Written(source, List.copyOf(arguments), link.close(), false);
  }

  private void extra(
      AwsCatalog catalog,
      LinkedHashMap<PyValue, PyValue> params,
      List<Unread> unread,
      List<Refusal> refusals,
      Map<String, String> renamed,
      PyValue value) {
    if (!(value instanceof Dict d)) {
      unread.add(new Unread("", 1, "ExtraArgs is no literal", ""));
      return;
    }
    List<String> allowed = ResourceMethods.extra(way);
    d.entries()
        .forEach((k, v) -> {
          if (allowed.contains(PythonText.str(k))) {
            put(params, unread, PythonText.str(k), v);
          } else if (k.equals(GivenCall.UNKNOWN)) {
            unread.add(new Unread("", 1, "ExtraArgs is known in part", ""));
          } else {
            String name = PythonText.str(k);
            List<String> near =
                catalog.nearest(name, allowed, 1).stream()
                    .filter(n -> !d.entries().containsKey(new Str(n)))
                    .toList();
            near.forEach(n -> {
              renamed.put(name, n);
              put(params, unread, n, v);
            });
            refusals.add(
                new Refusal(
                    "boto3",
                    "ValueError: Invalid extra_args key '%s', must be one of: %s"
                        .formatted(name, String.join(", ", allowed)),
                    near.isEmpty() ? "" : "`" + name + "` is near `" + near.getFirst() + "`"));
          }
        });
  }
}
