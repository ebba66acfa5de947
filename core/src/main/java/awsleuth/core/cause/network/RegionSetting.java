package awsleuth.core.cause.network;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.credentials.RegionOutcome;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Misread;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;

/**
 * Where the Region of a call is set, among what is given: a variable, or else a line of a file.
 *
 * @param facts of the call
 * @param region as it is used; blanks around it may be lost in what is given
 * @param variable that sets it
 * @param line that sets it
 */
record RegionSetting(
    Facts facts, String region, Optional<EnvironmentVariable> variable, Optional<Source> line) {

  private static final String VARIABLE = "AWS_DEFAULT_REGION";

  static RegionSetting of(Facts facts, String region) {
    Optional<EnvironmentVariable> variable =
        facts.environment().stream()
            .filter(v -> v.name().equals(VARIABLE) && isSame(v.value(), region))
            .findFirst();
    return new RegionSetting(
        facts, region, variable, variable.isPresent() ? Optional.empty() : line(facts, region));
  }

  private static Optional<Source> line(Facts facts, String region) {
    return facts.boto().resolution().refused().isEmpty()
            && facts.boto().resolution().region()
                instanceof RegionOutcome.Known(Optional<Found<String>> found)
        ? found
            .filter(f -> isSame(f.value(), region) && f.origin() instanceof Origin.Profile)
            .flatMap(f -> facts.boto().source(f.origin()))
        : Optional.empty();
  }

  private static boolean isSame(String given, String region) {
    return given.strip().equals(region.strip());
  }

  /** What is set there; empty where nothing of it is given. */
  List<Citation> cited() {
    List<Misread> spoilt = spoilt();
    return !spoilt.isEmpty()
        ? spoilt.stream().map(Misread::citation).toList()
        : variable
            .map(v -> Facts.cite(VARIABLE + " is `" + written(region) + "`", v.source()))
            .or(() -> line.map(l -> Facts.cite("region is `" + written(region) + "`", l)))
            .stream()
            .toList();
  }

  private List<Misread> spoilt() {
    return line.map(l -> Misread.at(facts, l)).orElse(List.of());
  }

  /**
   * What sets another Region there.
   *
   * @param meant the Region that is meant; empty where that is not known
   */
  List<Fix> fixes(String meant) {
    Fix shell =
        Fix.command(
            "or for this shell", "export " + VARIABLE + "=" + Literal.shell(meant, "<region>"));
    String value = meant.isEmpty() ? "<region>" : meant;
    Fix first =
        variable
            .map(v ->
                Fix.setting(
                    "change the variable where it is set: it goes before the config file ("
                        + v.source()
                        + ")",
                    VARIABLE + "=" + value))
            .or(() -> spoilt().stream().map(Misread::fix).findFirst())
            .or(() ->
                line.filter(_ -> !meant.isEmpty())
                    .map(l -> FileEdits.value("set it in " + FileEdits.at(l), l, meant)))
            .orElseGet(() ->
                Fix.setting(
                    "set a Region that the service is in; where the program gives region_name,"
                        + " there",
                    Connections.profileLine(facts, "region = " + value)));
    return List.of(first, shell);
  }

  /** A Region with its line breaks as Python writes them. */
  static String written(String region) {
    return region.replace("\n", "\\n").replace("\r", "\\r");
  }
}
