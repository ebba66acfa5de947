package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.python.Raising;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Region that a client is given. */
final class ClientRegion {

  private ClientRegion() {}

  /**
   * As the program or a setting says; null if none does.
   *
   * @throws Raising if it cannot be a Region
   */
  static @Nullable String find(
      ClientArguments arguments, ClientSettings settings, Decisions decisions) {
    Optional<Found<Object>> found =
        arguments
            .region()
            .map(r -> new Found<Object>(r, new Origin.Argument("region_name")))
            .or(() -> settings.any("region_name", "AWS_DEFAULT_REGION", "region"));
    if (found.isEmpty()) {
      return null;
    }
    decisions.add(ClientSetting.REGION, found.get());
    String given = Python.str(found.get().value());
    if (!HostLabels.isRegion(given)) {
      throw Raising.botocore(
          "InvalidRegionError",
          "Provided region_name '" + given + "' doesn't match a supported format.");
    }
    return given;
  }

  /** A Region such as {@code fips-us-east-1} means the Region without the word, and FIPS. */
  static @Nullable String plain(
      @Nullable String pseudo, ClientSettings settings, Decisions decisions) {
    if (pseudo == null) {
      return null;
    }
    String plain = pseudo.replace("fips-", "").replace("-fips", "");
    if (!plain.equals(pseudo)) {
      settings.config().put("use_fips_endpoint", true);
      decisions.add(ClientSetting.REGION, new Found<>(plain, new Origin.PseudoRegion(pseudo)));
      decisions.add(ClientSetting.FIPS, new Found<>(true, new Origin.PseudoRegion(pseudo)));
    }
    return plain;
  }
}
