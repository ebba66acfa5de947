package awsleuth.core.fact;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Session;
import awsleuth.core.evidence.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Region that boto3 takes from the variables and files given, where neither the call nor its
 * program tells another one (boto3 guide, "Configuration": {@code AWS_DEFAULT_REGION}, then the
 * profile's).
 *
 * @param name of the Region
 * @param cited where it is set, and what is set and not read
 */
public record SetRegion(String name, List<Citation> cited) {

  private static final String VARIABLE = "AWS_DEFAULT_REGION";
  private static final String UNREAD = "AWS_REGION";

  /** Empty where the call tells its Region, nothing sets one, or several may count. */
  public static Optional<SetRegion> of(Facts facts) {
    if (!facts.call().region().isEmpty()
        || facts.ownSession()
        || AwsCommand.of(facts).isPresent()) {
      return Optional.empty();
    }
    List<Found<String>> set = new ArrayList<>();
    for (Session session : facts.boto().sessions()) {
      Optional<Found<String>> region = session.either(VARIABLE, "region");
      if (region.isEmpty()) {
        return Optional.empty();
      }
      set.add(region.get());
    }
    boolean one = set.stream().map(Found::value).distinct().count() == 1;
    return one && facts.catalog().region(set.getFirst().value()).isPresent()
        ? facts.boto().source(set.getFirst().origin()).map(s -> of(facts, set.getFirst(), s))
        : Optional.empty();
  }

  private static SetRegion of(Facts facts, Found<String> region, Source source) {
    List<Citation> cited = new ArrayList<>();
    cited.add(
        new Citation("boto3 takes the Region `" + Literal.line(region.value()) + "` here", source));
    facts
        .variable(UNREAD)
        .filter(v -> !v.value().isEmpty() && !v.value().equals(region.value()))
        .ifPresent(v ->
            cited.add(
                Facts.cite(
                    "boto3 does not read " + UNREAD + ", which is `" + v.value() + "`",
                    v.source())));
    return new SetRegion(region.value(), List.copyOf(cited));
  }
}
