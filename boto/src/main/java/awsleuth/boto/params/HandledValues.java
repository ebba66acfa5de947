package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.Str;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values that botocore's handlers make texts of before they are validated, though the model wants a
 * text: S3's {@code CopySource} as a dict, its customer keys and EC2's user data as bytes, no
 * account of Glacier.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/handlers.py">handlers.py</a>
 */
record HandledValues(String service, ParameterNames names, List<Advice> advice) {

  private static final String SOURCE = "CopySource";
  private static final List<String> PARTS = List.of("Bucket", "Key", "VersionId");
  private static final Set<String> KEYS = Set.of("SSECustomerKey", "CopySourceSSECustomerKey");

  /** Whether a parameter of a call takes a value as it is. */
  boolean take(String name, PyValue value, Dict params) {
    boolean s3 = service.equals("s3");
    boolean data = name.equals("UserData") && Set.of("ec2", "autoscaling").contains(service);
    return switch (value) {
      case Dict _ -> s3 && name.equals(SOURCE);
      case None _ -> service.equals("glacier") && name.equals("accountId");
      case Bytes _ -> data || (s3 && KEYS.contains(name) && !params.has(name + "MD5"));
      default -> false;
    };
  }

  /**
   * The value; the source of a copy with its parts by their names.
   *
   * @param missing makes what stands for a part that is missing
   */
  PyValue of(PyValue value, Place place, Missing missing) {
    if (!(value instanceof Dict source)) {
      return value;
    }
    LinkedHashMap<PyValue, PyValue> corrected = new LinkedHashMap<>();
    for (Map.Entry<PyValue, PyValue> e : source.entries().entrySet()) {
      String name = e.getKey() instanceof Str(String text) ? text : "";
      corrected.put(
          PARTS.contains(name) ? e.getKey() : named(name, source, e, place), e.getValue());
    }
    for (String part : PARTS.subList(0, 2)) {
      if (!corrected.containsKey(new Str(part))) {
        corrected.put(new Str(part), missing.of(part, new Place.Member(place, part)));
      }
    }
    return new Dict(corrected);
  }

  /** A part that is missing, to be filled in. */
  interface Missing {
    PyValue of(String name, Place place);
  }

  private PyValue named(String name, Dict source, Map.Entry<PyValue, PyValue> entry, Place place) {
    List<String> free = PARTS.stream().filter(p -> !source.has(p)).toList();
    Optional<String> near = names.nearest(name, free);
    if (near.isEmpty()) {
      return entry.getKey();
    }
    if (near.get().equals("VersionId")) {
      String lost = "botocore passes over `" + name + "`: the newest version is copied";
      advice.add(new Advice(new Place.Member(place, name), Advice.Kind.SENT_OTHERWISE, lost));
    }
    String text = "`" + name + "` is called `" + near.get() + "`";
    advice.add(new Advice(new Place.Member(place, name), Advice.Kind.CHANGED, text));
    return new Str(near.get());
  }
}
