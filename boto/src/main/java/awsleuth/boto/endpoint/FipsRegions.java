package awsleuth.boto.endpoint;

import awsleuth.aws.Region;
import java.util.List;
import java.util.Optional;

/** Where {@code endpoints.json} lists FIPS endpoints of a service. */
final class FipsRegions {

  private FipsRegions() {}

  /** That it lists none in a Region; empty for a service with one endpoint for all. */
  static Optional<Advice.NoFips> none(LegacyResolver legacy, String service, Region region) {
    String partition = region.partition();
    List<String> listed = legacy.fips(partition);
    boolean known = legacy.regions().containsKey(partition) && legacy.global(partition).isEmpty();
    return known && !listed.contains(region.name())
        ? Optional.of(new Advice.NoFips(service, region.name(), listed))
        : Optional.empty();
  }
}
