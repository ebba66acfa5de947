package awsleuth.boto.endpoint;

import awsleuth.boto.python.Raising;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the schemes that the rules offer.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/regions.py">regions.py</a>
 */
final class AuthSchemes {

  private AuthSchemes() {}

  /**
   * What the rules say of the signature.
   *
   * @param type the signature version; null where the client's own counts
   * @param region null where the client's own counts; several are parted by commas
   * @param name null where the client's own counts
   */
  record Choice(@Nullable String type, @Nullable String region, @Nullable String name) {

    static final Choice NONE = new Choice(null, null, null);
  }

  /**
   * The scheme for a client.
   *
   * @param crt whether {@code awscrt} is installed
   * @throws Raising if none is supported
   */
  static Choice choose(Client.Signing signing, List<Map<String, Object>> offered, boolean crt) {
    if (offered.isEmpty()) {
      throw new Raising("TypeError", "auth_schemes must be a non-empty list.");
    }
    String requested = signing.requested();
    List<String> preference = signing.preference();
    if (requested != null) {
      return requested.equals(Signatures.UNSIGNED)
          ? new Choice("none", null, null)
          : requested(requested, offered);
    }
    return preference != null ? preferred(preference, offered) : first(offered, crt);
  }

  /** As botocore, which takes {@code sig} off the schemes twice: where it lists and compares. */
  private static Choice requested(String requested, List<Map<String, Object>> offered) {
    String bare = requested.split("-", -1)[0];
    String family = !bare.equals("s3") && bare.startsWith("s3") ? bare.substring(2) : bare;
    for (Map<String, Object> scheme : offered) {
      if (plain(plain(Json.text(scheme, "name"))).equals(family)) {
        return choice(requested, scheme);
      }
    }
    return Choice.NONE;
  }

  private static String plain(String name) {
    return name.startsWith("sig") ? name.substring(3) : name;
  }

  private static Choice preferred(List<String> preference, List<Map<String, Object>> offered) {
    Map<String, Map<String, Object>> byType = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (Map<String, Object> scheme : offered) {
      String name = Json.text(scheme, "name");
      names.add(name);
      byType.put(plain(plain(name).substring(plain(name).lastIndexOf('#') + 1)), scheme);
    }
    String type = Signatures.preferred(preference, names);
    Map<String, Object> scheme = byType.get(type);
    if (scheme == null) {
      throw new Raising("KeyError", Python.repr(type));
    }
    return choice(type, scheme);
  }

  private static Choice first(List<Map<String, Object>> offered, boolean crt) {
    List<String> names = new ArrayList<>();
    for (Map<String, Object> scheme : offered) {
      String name = plain(Json.text(scheme, "name"));
      if (Signatures.isKnown(name) || (crt && Signatures.isOfCrt(name))) {
        return choice(name, scheme);
      }
      names.add(name);
    }
    if (names.stream().anyMatch(Signatures::isOfCrt)) {
      throw Raising.botocore(
          "MissingDependencyException",
          "Missing Dependency: This operation requires an additional dependency. Use pip install"
              + " botocore[crt] before proceeding.");
    }
    throw Signatures.unknown(String.join(", ", names));
  }

  private static Choice choice(String type, Map<String, Object> scheme) {
    List<String> set = Json.texts(scheme, "signingRegionSet");
    String region = null;
    if (scheme.get("signingRegion") instanceof String one) {
      region = one;
    } else if (!set.isEmpty()) {
      region = String.join(",", set);
    }
    return new Choice(type, region, scheme.get("signingName") instanceof String n ? n : null);
  }
}
