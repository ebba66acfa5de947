package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonSpaces;
import awsleuth.boto.python.PythonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What botocore does to the parameters of S3 before it validates them. */
final class S3Handlers {

  private static final Set<String> COPIES = Set.of("CopyObject", "UploadPartCopy");
  private static final Set<String> WITH_METADATA =
      Set.of("CopyObject", "PutObject", "CreateMultipartUpload");
  private static final Set<String> WITH_KEY =
      Set.of(
          "HeadObject",
          "GetObject",
          "PutObject",
          "CopyObject",
          "CreateMultipartUpload",
          "UploadPart",
          "UploadPartCopy",
          "CompleteMultipartUpload",
          "SelectObjectContent");
  private static final Set<String> LISTS =
      Set.of("ListObjects", "ListObjectsV2", "ListObjectVersions");

  private S3Handlers() {}

  static void run(String operation, CallParams params) throws Refusal {
    if (LISTS.contains(operation)) {
      params.putIfAbsent("EncodingType", "url");
    }
    if (COPIES.contains(operation)) {
      copySource(params);
    }
    if (WITH_METADATA.contains(operation)) {
      metadata(params.get("Metadata"));
    }
    if (WITH_KEY.contains(operation)) {
      customerKey(params, "SSECustomer");
    }
    if (COPIES.contains(operation)) {
      customerKey(params, "CopySourceSSECustomer");
    }
    PyValue bucket = params.get("Bucket");
    if (bucket != null) {
      String name = searched(bucket);
      if (!BucketNames.valid(name)) {
        throw Refusal.report(BucketNames.refusal(name));
      }
    }
  }

  /** What {@code re.search} of a text pattern does with a value. */
  private static String searched(PyValue value) throws Refusal {
    return switch (value) {
      case Str s -> s.value();
      case Bytes _ -> throw Refusal.typeError("cannot use a string pattern on a bytes-like object");
      default ->
          throw Refusal.typeError(
              "expected string or bytes-like object, got '" + value.qualifiedTypeName() + "'");
    };
  }

  private static void copySource(CallParams params) throws Refusal {
    switch (params.get("CopySource")) {
      case Str s -> params.put("CopySource", quoted(s.value()));
      case Dict d -> params.put("CopySource", quoted(d));
      case null, default -> {}
    }
  }

  private static String quoted(Dict source) throws Refusal {
    PyValue bucket = of(source, "Bucket");
    PyValue key = of(source, "Key");
    String between = BucketNames.accessPoint(searched(bucket)) ? "/object/" : "/";
    String path = percent(PythonText.str(bucket) + between + PythonText.str(key));
    PyValue version = source.get("VersionId");
    return version == null || version instanceof None
        ? path
        : path + "?versionId=" + PythonText.str(version);
  }

  private static PyValue of(Dict source, String name) throws Refusal {
    PyValue value = source.get(name);
    if (value == null) {
      throw Refusal.report("Missing required parameter: '" + name + "'");
    }
    return value;
  }

  /** The text with its path escaped, a version at its end as it is. */
  private static String quoted(String source) {
    int version = version(source);
    return version < 0
        ? percent(source)
        : percent(source.substring(0, version)) + source.substring(version);
  }

  /** Where {@code ?versionId=} and no space to the end begins; -1 if nowhere. */
  private static int version(String source) {
    String mark = "?versionId=";
    int end = source.length() - (source.endsWith("\n") ? 1 : 0);
    int from = end;
    while (from > 0 && !PythonSpaces.isSpace(source.charAt(from - 1))) {
      from--;
    }
    int at = source.indexOf(mark, from);
    return at + mark.length() < end ? at : -1;
  }

  private static String percent(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean safe = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
      if (safe) {
        out.append(c);
      } else {
        out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }

  private static void metadata(@Nullable PyValue metadata) throws Refusal {
    if (!(metadata instanceof Dict dict)) {
      return;
    }
    for (Map.Entry<PyValue, PyValue> e : dict.entries().entrySet()) {
      if (!(ascii(e.getKey()) && ascii(e.getValue()))) {
        throw Refusal.report(
            ("Non ascii characters found in S3 metadata for key \"%s\", value: \"%s\".  \n"
                    + "S3 metadata can only contain ASCII characters. ")
                .formatted(PythonText.str(e.getKey()), PythonText.str(e.getValue())));
      }
    }
  }

  private static boolean ascii(PyValue value) throws Refusal {
    if (value instanceof Str s) {
      return s.value().chars().allMatch(c -> c < 0x80);
    }
    throw Refusal.noMethod(value, "encode");
  }

  /** The key of SSE-C is sent as base64 with its MD5, unless the caller gave that. */
  private static void customerKey(CallParams params, String prefix) throws Refusal {
    PyValue key = params.get(prefix + "Key");
    if (key == null || key instanceof None || params.has(prefix + "KeyMD5")) {
      return;
    }
    byte[] bytes =
        switch (key) {
          case Str s -> s.value().getBytes(StandardCharsets.UTF_8);
          case Bytes b -> b.latin1().getBytes(StandardCharsets.ISO_8859_1);
          default -> throw Refusal.typeError("object supporting the buffer API required");
        };
    params.put(prefix + "Key", Base64.getEncoder().encodeToString(bytes));
    params.put(prefix + "KeyMD5", Base64.getEncoder().encodeToString(md5(bytes)));
  }

  private static byte[] md5(byte[] bytes) {
    try {
      return MessageDigest.getInstance("MD5").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
