package awsleuth.core.cause.network;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.HostName;
import awsleuth.boto.Boto;
import awsleuth.boto.endpoint.Advice;
import awsleuth.boto.endpoint.RuleInput;
import awsleuth.boto.endpoint.Zones;
import awsleuth.core.fact.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wrong with the Region that a call was made in.
 *
 * @param words what is wrong; empty where nothing is
 * @param instead the Region that is meant, where it can be told
 * @param others which others there are, in words; empty where one is meant or none is known
 * @param fips whether it is FIPS that the service does not have there
 */
record RegionFault(String words, Optional<String> instead, String others, boolean fips) {

  static final RegionFault NONE = new RegionFault("", Optional.empty(), "");

  private RegionFault(String words, Optional<String> instead, String others) {
    this(words, instead, others, false);
  }

  /** What languages write where there is nothing. */
  private static final List<String> NOTHING =
      List.of("", "none", "null", "nil", "undefined", "nan", "false");

  private static final int SHOWN = 8;

  /** Some of the Regions where they are many. */
  private static String some(List<String> regions) {
    String first = String.join(", ", regions.subList(0, Math.min(SHOWN, regions.size())));
    return regions.size() > SHOWN ? first + " and " + (regions.size() - SHOWN) + " more" : first;
  }

  private static RegionFault of(String words, Optional<String> instead) {
    return new RegionFault(words, instead, "");
  }

  /** What the host tells. */
  static RegionFault of(HostName host, Facts facts) {
    String region = host.region().orElse("");
    if (host.host().contains("..")) {
      return of("the host has no Region where it needs one", Optional.empty());
    }
    if (host.region().isEmpty()) {
      return NONE;
    }
    if (host.regionKnown()) {
      Optional<RegionFault> elsewhere =
          OtherPartition.of(host, facts)
              .map(p -> of(p.words(), Optional.of(region)))
              .or(() -> ofZone(host, region, facts));
      return elsewhere.isPresent()
          ? elsewhere.get()
          : host.services().stream()
              .map(service -> ofService(service, region, facts))
              .filter(f -> !f.words.isEmpty())
              .findFirst()
              .or(() -> ofFips(host, facts).filter(_ -> facts.seen(NetworkClue.NOT_RESOLVED)))
              .orElse(NONE);
    }
    return ofName(region, facts);
  }

  /** A FIPS host in a Region where botocore lists none of the service; empty for others. */
  static Optional<RegionFault> ofFips(HostName host, Facts facts) {
    String region = host.region().orElse("");
    return host.fips() && host.services().size() == 1
        ? Boto.of(facts.catalog(), LocalDate.EPOCH)
            .advisor()
            .ofFips(host.services().getFirst(), region)
            .map(none ->
                new RegionFault(
                    none.service() + " has no FIPS endpoint in " + region,
                    Optional.empty(),
                    "botocore lists FIPS endpoints in " + some(none.regions()),
                    true))
        : Optional.empty();
  }

  /** A directory bucket whose zone is of another Region than the host. */
  private static Optional<RegionFault> ofZone(HostName host, String region, Facts facts) {
    String bucket = host.host().substring(0, Math.max(0, host.host().indexOf('.')));
    if (!bucket.endsWith("-s3")) {
      return Optional.empty();
    }
    RuleInput given = new RuleInput("Bucket", bucket, new RuleInput.Parameter("Bucket"));
    return advice("s3", region, facts, given).stream()
        .flatMap(a -> a instanceof Advice.OtherZone zone ? Stream.of(zone) : Stream.of())
        .map(z ->
            of(
                "the bucket's zone " + z.zone() + " is of " + z.of() + ", not of " + region,
                Optional.of(z.of())))
        .findFirst();
  }

  /** What service and Region tell that no endpoint could be made of. */
  static RegionFault of(String service, String region, Facts facts) {
    return facts.catalog().region(region).isPresent()
        ? ofService(service, region, facts)
        : ofName(region, facts);
  }

  private static RegionFault ofName(String region, Facts facts) {
    AwsCatalog aws = facts.catalog();
    if (NOTHING.contains(region.strip().toLowerCase(Locale.ROOT))) {
      return of("no Region is set: `" + region + "` stands in its place", Optional.empty());
    }
    String written = RegionSetting.written(region);
    String plain = plain(region);
    if (!written.equals(region) && aws.region(plain).isPresent()) {
      return of("the Region `" + written + "` has a line break in it", Optional.of(plain));
    }
    Optional<String> bare = withoutComment(region).filter(r -> aws.region(r).isPresent());
    if (bare.isPresent()) {
      return of("the Region is `" + written + "`: the comment is part of it", bare);
    }
    String zone = plain.isEmpty() ? "" : plain.substring(0, plain.length() - 1);
    if (aws.region(plain).isPresent()) {
      return of("there is no Region `" + region + "`: it is written " + plain, Optional.of(plain));
    }
    if (aws.region(zone).isPresent() && Character.isLetter(plain.charAt(plain.length() - 1))) {
      return of("`" + region + "` is an availability zone, not a Region", Optional.of(zone));
    }
    Optional<RegionFault> other =
        new Zones(aws)
            .of(plain)
            .map(z ->
                of("`" + region + "` is " + z.kind() + ", not a Region", Optional.of(z.region())));
    if (other.isPresent()) {
      return other.get();
    }
    List<String> closest = aws.closest(plain, aws.regions());
    return new RegionFault(
        "there is no Region `" + written + "`",
        closest.size() == 1 ? Optional.of(closest.getFirst()) : Optional.empty(),
        closest.size() > 1 ? "equally near are " + some(closest) : "");
  }

  /** What stands before a comment, which is part of a value for botocore; empty without one. */
  private static Optional<String> withoutComment(String region) {
    int comment = Math.max(region.indexOf(" #"), region.indexOf(" ;"));
    return comment < 0 ? Optional.empty() : Optional.of(plain(region.substring(0, comment)));
  }

  /** In lower case, with hyphens, without what stands around it. */
  private static String plain(String region) {
    StringBuilder out = new StringBuilder();
    for (char c : region.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (word) {
        out.append(c);
      } else if ((c == '-' || c == '_' || c == ' ') && !out.isEmpty()) {
        out.append(out.charAt(out.length() - 1) == '-' ? "" : "-");
      }
    }
    while (!out.isEmpty() && out.charAt(out.length() - 1) == '-') {
      out.setLength(out.length() - 1);
    }
    return out.toString();
  }

  private static RegionFault ofService(String service, String region, Facts facts) {
    boolean unlisted = facts.catalog().serviceInRegion(service, region).equals(Optional.of(false));
    for (Advice advice : advice(service, region, facts)) {
      switch (advice) {
        case Advice.OneEndpoint one when unlisted -> {
          return of(noEndpoint(service, region), Optional.of(one.region()));
        }
        case Advice.NotInRegion not when !not.regions().isEmpty() -> {
          return new RegionFault(
              noEndpoint(service, region),
              Optional.of(not.regions().getFirst()).filter(r -> not.regions().size() == 1),
              "its endpoints are in " + some(not.regions()));
        }
        default -> {}
      }
    }
    if (!unlisted) {
      return NONE;
    }
    Optional<String> other =
        RightEndpoint.url(facts, service, region)
            .flatMap(url -> facts.catalog().host(Target.host(url)))
            .flatMap(HostName::region)
            .filter(r -> !r.equals(region));
    return of(noEndpoint(service, region), other);
  }

  private static List<Advice> advice(
      String service, String region, Facts facts, RuleInput... given) {
    return Boto.of(facts.catalog(), LocalDate.EPOCH)
        .advisor()
        .ofRegion(service, region, List.of(given));
  }

  private static String noEndpoint(String service, String region) {
    return service + " has no endpoint in " + region;
  }
}
