package awsleuth.core.read.document;

import awsleuth.core.evidence.PolicyDocument;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What type of policy a file's name says that it holds. Only words that mean nothing else say it:
 * {@code app-session-manager.json} and {@code AWSRevokeOlderSessions.json} are no session policies.
 */
final class PolicyNames {

  private static final Pattern PARTING =
      Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private static final Pattern OF_RESOURCE =
      Pattern.compile("-(?:bucket|queue|topic|key|repository|secret|resource)-policy-");

  private static final Pattern BOUNDARY =
      Pattern.compile("^-boundary-|-boundary-(?:v-)?$|-(?:permissions?-boundary|boundary-policy)-");

  private static final Pattern SESSION = Pattern.compile("^-session-$|-session-?polic(?:y|ies)-");

  private static final Pattern ENDPOINT =
      Pattern.compile("^-endpoint-$|-(?:vpce|vpc-?endpoint|endpoint-?policy)-");

  private PolicyNames() {}

  /** What the name says; UNKNOWN where it says nothing. */
  static PolicyDocument.Type type(String artifact) {
    String file = artifact.substring(artifact.lastIndexOf('/') + 1);
    return file.startsWith("policy:") ? PolicyDocument.Type.UNKNOWN : ofWords(words(file));
  }

  private static PolicyDocument.Type ofWords(String words) {
    if (words.contains("-scp-")
        || words.contains("-service-control-")
        || words.equals("-full-aws-access-")) { // the SCP that AWS attaches itself
      return PolicyDocument.Type.SCP;
    }
    if (OF_RESOURCE.matcher(words).find()) {
      return PolicyDocument.Type.UNKNOWN;
    }
    if (words.contains("-rcp-") || words.contains("-resource-control-")) {
      return PolicyDocument.Type.RCP;
    }
    if (BOUNDARY.matcher(words).find() || words.contains("-permissionsboundary-")) {
      return PolicyDocument.Type.BOUNDARY;
    }
    if (words.contains("-trust-") || words.contains("-assume-role-policy-")) {
      return PolicyDocument.Type.TRUST;
    }
    if (SESSION.matcher(words).find()) {
      return PolicyDocument.Type.SESSION;
    }
    return ENDPOINT.matcher(words).find()
        ? PolicyDocument.Type.VPC_ENDPOINT
        : PolicyDocument.Type.UNKNOWN;
  }

  /** {@code -team-boundary-v-} of {@code TeamBoundary-v2.json}. */
  private static String words(String file) {
    int end = file.lastIndexOf('.');
    String stem = end <= 0 ? file : file.substring(0, end);
    return ("-" + PARTING.matcher(stem).replaceAll("-") + "-")
        .replaceAll("-+", "-")
        .toLowerCase(Locale.ROOT);
  }
}
