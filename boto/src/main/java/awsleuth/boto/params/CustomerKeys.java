package awsleuth.boto.params;

import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Keys of customers for S3's encryption, which boto3 encodes in base64 itself.
 *
 * @param unread the parameters whose values are not known; an empty one where there may be others
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html">Using
 *     server-side encryption with customer-provided keys</a>
 */
record CustomerKeys(Set<String> unread, List<Advice> advice) {

  /** Bytes of a key of AES256. */
  private static final int LENGTH = 32;

  private static final int IN_BASE64 = 44;

  /** Says what S3 will refuse of the keys among parameters. */
  void look(Dict params) {
    for (String start : List.of("SSECustomer", "CopySourceSSECustomer")) {
      PyValue key = params.get(start + "Key");
      String md5 = start + "KeyMD5";
      if (key == null || params.has(md5) || unread.contains(md5)) {
        continue;
      }
      Place place = new Place.Member(new Place.Root(), start + "Key");
      length(key, place);
      String algorithm = start + "Algorithm";
      if (!params.has(algorithm) && !unread.contains(algorithm) && !unread.contains("")) {
        refused(place, "S3 wants " + algorithm + "='AES256' beside it");
      }
    }
  }

  private void length(PyValue key, Place place) {
    int bytes =
        switch (key) {
          case Str s when s.equals(GivenCall.UNKNOWN) -> LENGTH;
          case Str(String text) -> text.getBytes(StandardCharsets.UTF_8).length;
          case Bytes b -> b.latin1().length();
          default -> LENGTH;
        };
    if (bytes != LENGTH) {
      refused(
          place,
          "it has "
              + bytes
              + " bytes, and S3 takes keys of "
              + LENGTH
              + (bytes == IN_BASE64
                  ? "; boto3 encodes it in base64 itself: give it base64.b64decode of this"
                  : ""));
    }
  }

  private void refused(Place place, String text) {
    advice.add(new Advice(place, Advice.Kind.REFUSED_BY_SERVICE, text));
  }
}
