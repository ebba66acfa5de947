package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes the name of a bucket out of an address that was given for it. */
final class BucketCorrection {

  private static final String BUCKET = "Bucket";
  private static final Place AT = new Place.Member(new Place.Root(), BUCKET);

  private final Set<String> members;
  private final List<Advice> advice;

  /**
   * For calls of one operation of S3.
   *
   * @param members those of its input
   * @param advice where to tell what was changed
   */
  BucketCorrection(Set<String> members, List<Advice> advice) {
    this.members = members;
    this.advice = advice;
  }

  /** A bucket and what stands behind it. */
  private record Address(String bucket, String path) {}

  /** The parameters with the plain name, and with the path in the key where it is free. */
  Dict of(Dict params) {
    if (!(params.entries().get(new Str(BUCKET)) instanceof Str(String given))
        || BucketNames.valid(given)) {
      return params;
    }
    Optional<Address> address = address(given.strip()).filter(a -> BucketNames.valid(a.bucket));
    return address.map(a -> with(params, a)).orElse(params);
  }

  private static Optional<Address> address(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String scheme : List.of("s3://", "s3a://", "s3n://")) {
      if (lower.startsWith(scheme)) {
        return Optional.of(split(text.substring(scheme.length())));
      }
    }
    if (lower.startsWith("arn:") && text.contains(":s3:::")) {
      return Optional.of(split(text.substring(text.indexOf(":s3:::") + ":s3:::".length())));
    }
    if (lower.startsWith("https://") || lower.startsWith("http://")) {
      return url(text.substring(text.indexOf("://") + "://".length()));
    }
    return lower.startsWith("arn:") ? Optional.empty() : Optional.of(split(text));
  }

  /** Both forms of S3's own URLs: the bucket in the host, and before the key. */
  private static Optional<Address> url(String text) {
    Address host = split(text);
    int s3 =
        host.bucket.indexOf(".s3.") < 0 ? host.bucket.indexOf(".s3-") : host.bucket.indexOf(".s3.");
    if (!host.bucket.endsWith(".amazonaws.com")) {
      return Optional.empty();
    }
    return s3 > 0
        ? Optional.of(new Address(host.bucket.substring(0, s3), host.path))
        : host.bucket.startsWith("s3.") || host.bucket.startsWith("s3-")
            ? Optional.of(split(host.path))
            : Optional.empty();
  }

  private static Address split(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new Address(text, "")
        : new Address(text.substring(0, slash), text.substring(slash + 1));
  }

  private Dict with(Dict params, Address address) {
    LinkedHashMap<PyValue, PyValue> changed = new LinkedHashMap<>(params.entries());
    changed.put(new Str(BUCKET), new Str(address.bucket));
    advice.add(
        new Advice(
            AT, Advice.Kind.CHANGED, "the plain name of the bucket is `" + address.bucket + "`"));
    String taking = members.contains("Key") ? "Key" : members.contains("Prefix") ? "Prefix" : "";
    if (address.path.isEmpty() || taking.isEmpty()) {
      return new Dict(changed);
    }
    Place key = new Place.Member(new Place.Root(), taking);
    PyValue present = changed.get(new Str(taking));
    if (present == null) {
      changed.put(new Str(taking), new Str(address.path));
      advice.add(
          new Advice(key, Advice.Kind.CHANGED, "`" + address.path + "` is no part of the bucket"));
    } else if (!(present instanceof Str(String text) && text.startsWith(address.path))) {
      advice.add(
          new Advice(
              key,
              Advice.Kind.MEANT,
              "`"
                  + address.path
                  + "` stood behind the bucket; it may belong to the "
                  + taking.toLowerCase(Locale.ROOT)));
    }
    return new Dict(changed);
  }
}
