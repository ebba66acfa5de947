package awsleuth.boto.credentials;

import java.util.List;

/**
 * A provider, and what became of it.
 *
 * @param method the provider
 * @param verdict what became of it
 * @param notes why, and where it is seen
 */
public record Step(Method method, Verdict verdict, List<Note> notes) {

  /** What can become of a provider. */
  public enum Verdict {
    /** It gives the credentials. */
    WINS,
    /** It has none. */
    HAS_NONE,
    /** It raises, and botocore looks no further. */
    RAISES,
    /** It is asked, and the answer is not known here. */
    OPEN,
    /** It has credentials, but was never asked. */
    HIDDEN,
    /** It was never asked, and has none. */
    NOT_ASKED,
    /** It was never asked, and whether it has any is not known here. */
    NOT_ASKED_OPEN,
    /** It was never asked, and would have raised. */
    NOT_ASKED_RAISES,
    /** botocore took it out of the chain. */
    REMOVED
  }
}
