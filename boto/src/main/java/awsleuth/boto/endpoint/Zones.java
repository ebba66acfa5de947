package awsleuth.boto.endpoint;

import awsleuth.aws.AwsCatalog;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Zones, whose names and IDs have the Region in them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html">Availability
 *     Zones</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/local-zones/latest/ug/available-local-zones.html">Available
 *     Local Zones</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/wavelength/latest/developerguide/available-wavelength-zones.html">Available
 *     Wavelength Zones</a>
 */
public final class Zones {

  private static final Pattern NAME =
      Pattern.compile(
          "([a-z]+(?:-[a-z]+){1,2}-\\d{1,2})(?:([a-z])|(-[a-z]{3}-\\d{1,2}[a-z])|(-wl\\d.*))");
  private static final Pattern ID =
      Pattern.compile("([a-z]{2,5}\\d)-(?:[a-z]{3}\\d-)?(?:az\\d{1,2}|wl\\d-[a-z]{3}-wlz\\d)");

  private final AwsCatalog catalog;

  /** With the Regions of a catalog. */
  public Zones(AwsCatalog catalog) {
    this.catalog = catalog;
  }

  /** That a zone was given for a Region; empty for what is no zone of a known Region. */
  public Optional<Advice.ZoneForRegion> of(String text) {
    if (text.length() > 64) {
      return Optional.empty();
    }
    Matcher name = NAME.matcher(text);
    if (name.matches() && catalog.region(name.group(1)).isPresent()) {
      String kind =
          name.group(2) != null
              ? "an Availability Zone"
              : name.group(3) != null ? "a Local Zone" : "a Wavelength Zone";
      return Optional.of(new Advice.ZoneForRegion(text, kind, name.group(1)));
    }
    Matcher id = ID.matcher(text);
    return id.matches()
        ? region(id.group(1)).map(r -> new Advice.ZoneForRegion(text, "the ID of a zone", r))
        : Optional.empty();
  }

  /** The Region of a short form such as {@code usw2}; empty if it is of none or of several. */
  Optional<String> region(String form) {
    List<String> of =
        catalog.regions().stream().filter(r -> ExpressZones.shortForm(r).equals(form)).toList();
    return of.size() == 1 ? Optional.of(of.getFirst()) : Optional.empty();
  }
}
