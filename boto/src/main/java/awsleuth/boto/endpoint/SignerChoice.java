package awsleuth.boto.endpoint;

import awsleuth.aws.Operation;
import awsleuth.boto.python.Raising;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how a request is signed: as the rules say, else the operation, else the client.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/signers.py">signers.py</a>
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/handlers.py">handlers.py</a>
 */
final class SignerChoice {

  private static final Set<String> UNSIGNED_COGNITO =
      Set.of("GetId", "GetOpenIdToken", "UnlinkIdentity", "GetCredentialsForIdentity");
  private static final Set<String> UNSIGNED_STS =
      Set.of("AssumeRoleWithSAML", "AssumeRoleWithWebIdentity");
  private static final Set<String> NAMES_OF_S3 =
      Set.of("s3", "s3-outposts", "s3-object-lambda", "s3express");

  private final Client client;
  private final Operation operation;
  private final AuthSchemes.Choice rules;
  private @Nullable String region;

  SignerChoice(Client client, Operation operation, AuthSchemes.Choice rules) {
    this.client = client;
    this.operation = operation;
    this.rules = rules;
    this.region = rules.region() == null ? client.signing().region() : rules.region();
  }

  /** The scheme of the operation itself; null if it has none. */
  static @Nullable String ofOperation(Client client, Operation operation) {
    List<String> preference = client.signing().preference();
    boolean preferred = preference != null && !String.join(",", preference).isEmpty();
    if (!operation.auth().isEmpty()) {
      return preferred && preference != null
          ? Signatures.preferred(preference, operation.auth())
          : Signatures.ofSchemes(operation.auth());
    }
    return operation.authType().isEmpty() ? null : operation.authType();
  }

  private String name() {
    String named = rules.name();
    return named == null ? client.signing().name() : named;
  }

  /**
   * How the request is signed.
   *
   * @param crt whether {@code awscrt} is installed
   * @throws Raising if botocore does not know the version, or lacks what it needs
   */
  Signing choose(boolean crt) {
    String version = version();
    if (version.equals(Signatures.UNSIGNED)) {
      return new Signing(version, null, name(), false);
    }
    if (!Signatures.isKnown(version) && !(crt && Signatures.isOfCrt(version))) {
      throw Signatures.unknown(version);
    }
    if (version.equals("bearer")) {
      throw Raising.botocore("NoAuthTokenError", "Unable to locate authorization token");
    }
    if (Signatures.UNSIGNED.equals(client.signing().requested())) {
      throw Raising.botocore("NoCredentialsError", "Unable to locate credentials");
    }
    Signing signing = new Signing(version, region, name(), version.startsWith("v4-s3express"));
    if (signing.scoped() && client.signing().region() == null) {
      throw Raising.botocore("NoRegionError", "You must specify a region.");
    }
    return signing;
  }

  private String version() {
    String service = client.service().metadata().name();
    boolean unsigned =
        (service.equals("cognito-identity") && UNSIGNED_COGNITO.contains(operation.name()))
            || (service.equals("sts") && UNSIGNED_STS.contains(operation.name()));
    if (unsigned) {
      return Signatures.UNSIGNED;
    }
    if (service.equals("importexport")) {
      return "v4";
    }
    String type = rules.type();
    if (type != null && !type.isEmpty()) {
      String own = ofType(type);
      if (own != null) {
        return own;
      }
    }
    String chosen = preferred();
    return chosen != null ? chosen : type == null ? client.signing().version() : type;
  }

  private @Nullable String ofType(String type) {
    if (type.equals("none")) {
      return Signatures.UNSIGNED;
    }
    if (type.equals("bearer") || type.equals("v4-s3express")) {
      return type;
    }
    if (!type.startsWith("v4")) {
      return null;
    }
    if (type.equals("v4a")) {
      regionSet();
    }
    String version = type.equals("v4a") ? "v4a" : "v4";
    return NAMES_OF_S3.contains(name()) ? "s3" + version : version;
  }

  private void regionSet() {
    String set = client.signing().regionSet();
    region = !set.isEmpty() ? set : rules.region() == null ? "*" : rules.region();
  }

  /** What the preferred schemes make of the client's version; null if nothing. */
  private @Nullable String preferred() {
    List<String> preference = client.signing().preference();
    List<String> auth = client.service().metadata().auth();
    String version = client.signing().version();
    boolean inCode = client.signing().requested() != null;
    String resolved = version;
    boolean any = preference != null && !String.join(",", preference).isEmpty();
    if (!inCode && any && preference != null && !auth.isEmpty()) {
      String found = Signatures.preferred(preference, auth);
      resolved = found.equals("none") ? Signatures.UNSIGNED : found;
    }
    if (resolved.equals("v4a")) {
      regionSet();
    }
    return resolved.equals(version) ? null : resolved;
  }
}
