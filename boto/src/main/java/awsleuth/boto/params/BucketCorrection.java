package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  /** The parameters with the plain name, and with the path in the key where it is free. */
  Dict of(Dict params) {
    if (!(params.entries().get(new Str(BUCKET)) instanceof Str(String given))
        || BucketNames.valid(given)) {
      return params;
    }
    return BucketAddress.of(given).map(a -> with(params, a)).orElse(params);
  }

  private Dict with(Dict params, BucketAddress address) {
    LinkedHashMap<PyValue, PyValue> changed = new LinkedHashMap<>(params.entries());
    changed.put(new Str(BUCKET), new Str(address.bucket()));
    advice.add(
        new Advice(
            AT, Advice.Kind.CHANGED, "the plain name of the bucket is `" + address.bucket() + "`"));
    String taking = members.contains("Key") ? "Key" : members.contains("Prefix") ? "Prefix" : "";
    if (address.path().isEmpty() || taking.isEmpty()) {
      return new Dict(changed);
    }
    Place key = new Place.Member(new Place.Root(), taking);
    PyValue present = changed.get(new Str(taking));
    if (present == null) {
      changed.put(new Str(taking), new Str(address.path()));
      advice.add(
          new Advice(
              key, Advice.Kind.CHANGED, "`" + address.path() + "` is no part of the bucket"));
    } else if (!(present instanceof Str(String text) && text.startsWith(address.path()))) {
      advice.add(
          new Advice(
              key,
              Advice.Kind.MEANT,
              "`"
                  + address.path()
                  + "` stood behind the bucket; it may belong to the "
                  + taking.toLowerCase(Locale.ROOT)));
    }
    return new Dict(changed);
  }
}
