package awsleuth.core.fact;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Denial.Kind;

/** The end of an access-denied sentence, which says what policy decided. */
final class DenialContext {

  private static final String EXPLICIT = "explicit deny";
  private static final int NEAR = 2500;

  private final String text;
  private final String lower;
  private final int deny;
  private final int because;

  DenialContext(String text, String lower, int from) {
    int end = Math.min(text.length(), from + NEAR);
    this.text = text.substring(from, end);
    this.lower = lower.substring(from, end);
    this.deny = this.lower.indexOf(EXPLICIT);
    this.because = this.lower.indexOf("because ");
  }

  Kind kind() {
    if (!setting().isEmpty() || (deny >= 0 && (because < 0 || deny < because))) {
      return Kind.EXPLICIT;
    }
    return because >= 0 && lower.startsWith("no ", because + 8) ? Kind.IMPLICIT : Kind.UNKNOWN;
  }

  PolicyDocument.Type type() {
    return switch (kind()) {
      case EXPLICIT ->
          setting().isEmpty() ? typeAt(deny + EXPLICIT.length()) : PolicyDocument.Type.RESOURCE;
      case IMPLICIT -> typeAt(because + 11);
      case UNKNOWN -> isHiddenKey() ? PolicyDocument.Type.RESOURCE : PolicyDocument.Type.UNKNOWN;
    };
  }

  /** KMS tells other accounts only that the key is absent, not allowed or denied. */
  private boolean isHiddenKey() {
    return because >= 0 && lower.contains("no resource-based policies allow access");
  }

  private PolicyDocument.Type typeAt(int from) {
    int end = Math.min(lower.length(), from + 60);
    String words = lower.substring(Math.min(from, end), end);
    PolicyDocument.Type type = PolicyDocument.Type.UNKNOWN;
    int first = Integer.MAX_VALUE;
    for (Name name : Name.values()) {
      int at = words.indexOf(name.words);
      if (at >= 0 && at < first) {
        first = at;
        type = name.type;
      }
    }
    return type;
  }

  String policyArn() {
    if (kind() != Kind.EXPLICIT || deny < 0) {
      return "";
    }
    int at = text.indexOf("arn:", deny);
    int colon = text.indexOf(": ", deny);
    if (at < 0 || colon < 0 || at - colon > 4 || colon - deny > 90) {
      return "";
    }
    return DenialText.bare(text.substring(at, DenialText.wordEnd(text, at)));
  }

  /** The setting of S3 that refused the call; empty where none is named. */
  String setting() {
    int by = lower.indexOf("prevented by the ");
    if (by >= 0 && lower.contains("block public access")) {
      int from = by + "prevented by the ".length();
      return text.substring(from, DenialText.wordEnd(text, from));
    }
    return lower.contains("blocked upload requests that specify") ? "BlockedEncryptionTypes" : "";
  }

  /** What the sentence calls the types of policies, also by the words of earlier years. */
  private enum Name {
    IDENTITY("identity-based polic", PolicyDocument.Type.IDENTITY),
    RESOURCE("resource-based polic", PolicyDocument.Type.RESOURCE),
    BOUNDARY("permissions boundar", PolicyDocument.Type.BOUNDARY),
    OLD_BOUNDARY("permission boundar", PolicyDocument.Type.BOUNDARY),
    SESSION("session policy", PolicyDocument.Type.SESSION),
    SESSIONS("sessions policy", PolicyDocument.Type.SESSION),
    SCP("service control polic", PolicyDocument.Type.SCP),
    RCP("resource control polic", PolicyDocument.Type.RCP),
    ENDPOINT("vpc endpoint polic", PolicyDocument.Type.VPC_ENDPOINT),
    TRUST("trust polic", PolicyDocument.Type.TRUST);

    private final String words;
    private final PolicyDocument.Type type;

    Name(String words, PolicyDocument.Type type) {
      this.words = words;
      this.type = type;
    }
  }
}
