package awsleuth.boto.endpoint;

import awsleuth.boto.python.Raising;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signature versions that botocore knows without the package {@code awscrt}.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/auth.py">auth.py</a>
 */
final class Signatures {

  /** {@code botocore.UNSIGNED}. */
  static final String UNSIGNED = "UNSIGNED";

  private static final Set<String> KNOWN =
      Set.of(
          "v2",
          "v3",
          "v3https",
          "s3",
          "s3-query",
          "s3-presign-post",
          "s3v4-presign-post",
          "v4-s3express",
          "v4-s3express-query",
          "v4-s3express-presign-post",
          "bearer",
          "v4",
          "v4-query",
          "s3v4",
          "s3v4-query");

  private static final Set<String> OF_CRT =
      Set.of("v4", "v4-query", "v4a", "s3v4", "s3v4-query", "s3v4a", "s3v4a-query");

  private static final Map<String, String> OF_SCHEME =
      Map.of("sigv4", "v4", "sigv4a", "v4a", "httpBearerAuth", "bearer", "noAuth", "none");

  private Signatures() {}

  static boolean isKnown(String version) {
    return KNOWN.contains(version);
  }

  /** Whether {@code awscrt} would add it. */
  static boolean isOfCrt(String version) {
    return OF_CRT.contains(version);
  }

  private static String bare(String scheme) {
    return scheme.substring(scheme.lastIndexOf('#') + 1);
  }

  /**
   * The version for the first scheme of a model that is known.
   *
   * @throws Raising if a scheme is new, or none is supported
   */
  static String ofSchemes(List<String> schemes) {
    for (String scheme : schemes) {
      String version = OF_SCHEME.get(bare(scheme));
      if (version == null) {
        throw unknown(scheme);
      }
      if (version.equals("none") || isKnown(version)) {
        return version;
      }
    }
    throw Raising.botocore(
        "UnsupportedSignatureVersionError",
        "Signature version(s) are not supported: " + Python.repr(schemes));
  }

  /**
   * The version for the first preferred scheme that the service has, else the service's first.
   *
   * @throws Raising if none is supported
   */
  static String preferred(List<String> preferences, List<String> schemes) {
    List<String> offered = schemes.stream().map(Signatures::bare).toList();
    Set<String> all = new LinkedHashSet<>(preferences);
    all.addAll(offered);
    all.retainAll(offered);
    for (String scheme : all) {
      String version = OF_SCHEME.get(scheme);
      if (version != null && (version.equals("none") || isKnown(version))) {
        return version;
      }
    }
    List<String> sorted = new ArrayList<>(offered);
    sorted.sort(null);
    throw Raising.botocore(
        "UnsupportedSignatureVersionError",
        "Signature version(s) are not supported: " + String.join(", ", sorted));
  }

  static Raising unknown(@Nullable String version) {
    return Raising.botocore(
        "UnknownSignatureVersionError", "Unknown Signature Version: " + version + ".");
  }
}
