package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.read.text.Flat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code 'S3' object has no attribute 'Bucket'}: botocore names the class of a client by the
 * id of its service (botocore/client.py), boto3 that of a resource {@code s3.Bucket}. The captures
 * {@code boto_object} and {@code attribute} hold the two names.
 */
final class ClientAttributes {

  private static final String ANCHOR = "' object has no attribute '";
  private static final String EXCEPTIONS = "> object has no attribute ";

  /** What stands before the names of all errors that a client has. */
  static final String VALID = ". Valid exceptions are: ";

  private static final int LONGEST = 60;
  private static final int LONGEST_LIST = 8_000;

  private ClientAttributes() {}

  static List<Sighting> read(Flat flat, AwsCatalog catalog) {
    List<Sighting> found = new ArrayList<>();
    String t = flat.text;
    for (int at = t.indexOf(ANCHOR); at >= 0; at = t.indexOf(ANCHOR, at + 1)) {
      int open = t.lastIndexOf('\'', at - 1);
      String object = open < 0 || at - open > LONGEST ? "" : t.substring(open + 1, at);
      Optional<String> service = service(object, catalog);
      if (service.isPresent()) {
        found.add(sighting(flat, open, at, object, service.get()));
      }
    }
    exceptions(flat, catalog, found);
    return found;
  }

  /**
   * {@code <botocore.errorfactory.SQSExceptions object at 0x…> object has no attribute Gone. Valid
   * exceptions are: …}; the captures are {@code lacked_exception} and {@code valid_exceptions}.
   */
  private static void exceptions(Flat flat, AwsCatalog catalog, List<Sighting> found) {
    String t = flat.text;
    for (int at = t.indexOf(EXCEPTIONS); at >= 0; at = t.indexOf(EXCEPTIONS, at + 1)) {
      int open = t.lastIndexOf("<botocore.errorfactory.", at);
      int name = open + "<botocore.errorfactory.".length();
      int end = t.indexOf("Exceptions object at ", name);
      int valid = t.indexOf(VALID, at);
      if (open < 0
          || at - open > 2 * LONGEST
          || end < 0
          || end > at
          || valid < 0
          || valid - at > 3 * LONGEST) {
        continue;
      }
      Sighting s = new Sighting(open, flat.numberAt(open));
      s.strength = Sighting.Strength.LIKELY;
      s.exception = "AttributeError";
      s.service = catalog.serviceOfId(t.substring(name, end)).orElse("");
      s.end = flat.endOf(flat.indexAt(open));
      int stop = Math.min(s.end, valid + VALID.length() + LONGEST_LIST);
      s.captures.put("lacked_exception", t.substring(at + EXCEPTIONS.length(), valid).strip());
      s.captures.put(
          "valid_exceptions", t.substring(Math.min(stop, valid + VALID.length()), stop).strip());
      s.message = t.substring(open, valid + 1).strip();
      found.add(s);
    }
  }

  private static Optional<String> service(String object, AwsCatalog catalog) {
    int dot = object.indexOf('.');
    String id = dot < 0 ? object : object.substring(0, dot);
    boolean resource = dot > 0 && catalog.hasService(id);
    boolean client = dot < 0 && !id.isEmpty() && Character.isUpperCase(id.charAt(0));
    return resource || client ? catalog.serviceOfId(id) : Optional.empty();
  }

  private static Sighting sighting(Flat flat, int open, int at, String object, String service) {
    Sighting s = new Sighting(open, flat.numberAt(open));
    s.strength = Sighting.Strength.LIKELY;
    s.exception = "AttributeError";
    s.service = service;
    int from = at + ANCHOR.length();
    int close = flat.text.indexOf('\'', from, Math.min(flat.text.length(), from + LONGEST));
    s.captures.put("boto_object", object);
    s.captures.put("attribute", close < 0 ? "" : flat.text.substring(from, close));
    s.end = flat.endOf(flat.indexAt(open));
    s.message = flat.text.substring(open, Math.min(s.end, open + 400)).strip();
    return s;
  }
}
