package awsleuth.boto.request;

import awsleuth.boto.Raised;
import awsleuth.boto.endpoint.Signing;

/** What making the request of a call gave. */
public sealed interface RequestOutcome {

  /**
   * A request.
   *
   * @param url the whole of it; of a signature in it {@code <masked>} and {@code <date>} stand for
   *     what is new in every call
   * @param legible whether the header with the signature can be taken apart, which the name of a
   *     signed header with a comma in it prevents
   */
  record Request(String url, Signing signing, boolean legible) implements RequestOutcome {

    /** The URL with {@code <masked>} and {@code <uuid>} for all that may be new in every call. */
    public String masked() {
      return Masks.of(url);
    }
  }

  /** botocore raises. */
  record Refused(Raised raised) implements RequestOutcome {}
}
