package awsleuth.trail.ask;

import awsleuth.trail.Calls;
import java.io.Serializable;
import java.util.Comparator;

/**
 * Which failed calls are counted together; what is brought together is empty.
 *
 * @param why of a denial what the message says of the policy that denies
 */
record FailureKey(String source, String name, String principal, String code, String why)
    implements Serializable {

  /** By each part. */
  static final Comparator<FailureKey> ORDER =
      Comparator.comparing(FailureKey::source)
          .thenComparing(FailureKey::name)
          .thenComparing(FailureKey::principal)
          .thenComparing(FailureKey::code)
          .thenComparing(FailureKey::why);

  /** The calls that these are a part of. */
  Calls calls() {
    return new Calls(source, name, principal);
  }

  /** How many characters it has. */
  int length() {
    return calls().length() + code.length() + why.length();
  }
}
