package awsleuth.core.cause.network;

import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Section;
import awsleuth.boto.config.Setting;
import awsleuth.boto.credentials.RegionOutcome;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Misread;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.ProfileSetting.File;
import awsleuth.core.fact.AwsCommand;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.RefusedEndpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No Region is configured. */
final class NoRegion implements Cause {

  private static final String VARIABLE = "AWS_DEFAULT_REGION";
  private static final int MOST_PROFILES = 3;

  @Override
  public String id() {
    return "network/no-region";
  }

  @Override
  public Stage stage() {
    return Stage.CLIENT;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean told = facts.call().code().isEmpty() && facts.seen(NetworkClue.NO_REGION);
    if (!told && !facts.exception("NoRegionError") && !RefusedEndpoint.lacksRegion(facts)) {
      return Outcome.NOT_SEEN;
    }
    Optional<Finding> empty = EmptyRegion.of(facts);
    if (empty.isPresent()) {
      return Outcome.confirmed(empty.get());
    }
    BotoSetup boto = facts.boto();
    Optional<Found<String>> region = region(boto);
    if (region.isPresent() && !facts.ownSession()) {
      return boto.source(region.get().origin())
          .<Outcome>map(s -> Outcome.ruledOut("boto3 takes the Region from here", s))
          .orElse(Outcome.NOT_SEEN);
    }
    return Outcome.confirmed(finding(facts));
  }

  /** The Region of a session with these variables and files; empty where there is none. */
  private static Optional<Found<String>> region(BotoSetup boto) {
    return boto.hasEnvironment()
            && boto.resolution().region() instanceof RegionOutcome.Known(var found)
        ? found.filter(f -> !f.value().isEmpty())
        : Optional.empty();
  }

  private static boolean hasRegion(BotoSetup boto) {
    return boto.resolution().refused().isEmpty()
        && boto.resolution().region() instanceof RegionOutcome.Known(var found)
        && found.filter(f -> !f.value().isEmpty()).isPresent();
  }

  private static Finding finding(Facts facts) {
    BotoSetup boto = facts.boto();
    List<Misread> misread = Misread.solving(facts, NoRegion::hasRegion);
    List<Citation> because = new ArrayList<>(List.of(facts.citeError()));
    List<Fix> fixes = new ArrayList<>();
    misread.forEach(m -> {
      because.add(m.citation());
      fixes.add(m.fix());
    });
    facts
        .variable(VARIABLE)
        .filter(v -> v.value().isEmpty())
        .ifPresent(v -> {
          because.add(Facts.cite("AWS_DEFAULT_REGION is set to nothing, which counts", v.source()));
          fixes.add(Fix.command("let the profile's Region count", "unset " + VARIABLE));
        });
    Optional<EnvironmentVariable> unread =
        facts.variable("AWS_REGION").filter(v -> !v.value().isEmpty());
    unread.ifPresent(v -> {
      because.add(Facts.cite("boto3 does not read AWS_REGION", v.source()));
      fixes.add(
          Fix.command(
              "set the variable that boto3 reads",
              "export " + VARIABLE + "=" + Literal.shell(v.value())));
    });
    profiles(boto)
        .forEach((name, setting) -> {
          because.add(
              Facts.cite(
                  Literal.line("profile `" + name + "` has a Region, but is not the one in use"),
                  boto.source(setting.place())));
          fixes.add(
              Fix.command(
                  Literal.line("take the Region of profile `" + name + "`"),
                  "export "
                      + VARIABLE
                      + "="
                      + Literal.shell(Literal.line(setting.text().orElse("")), "<region>")));
        });
    region(boto)
        .flatMap(r -> boto.source(r.origin()))
        .ifPresent(s ->
            because.add(Facts.cite("this Region is not that of the program's own session", s)));
    if (because.size() == 1) {
      because.addAll(nowhere(boto));
    }
    fixes.addAll(general(facts, fixes.isEmpty()));
    return new Finding(
        RefusedEndpoint.lacksRegion(facts)
            ? "the Region is an empty text, which botocore takes for one"
            : "no Region is configured",
        Finding.Specificity.CODE,
        because,
        fixes,
        new Verification.Probe(
            "awsleuth credentials"
                + boto.argument().map(p -> " --profile " + Literal.shell(p)).orElse(""),
            "the line `region` has a Region"));
  }

  private static List<Citation> nowhere(BotoSetup boto) {
    List<Citation> nowhere = new ArrayList<>();
    boto.environmentSource()
        .ifPresent(s -> nowhere.add(Facts.cite("AWS_DEFAULT_REGION is not set", s)));
    String profile = Literal.line(boto.resolution().profileName());
    boto.files()
        .source(File.CONFIG)
        .ifPresent(s -> nowhere.add(Facts.cite("profile `" + profile + "` has no region", s)));
    return nowhere;
  }

  /** The profiles that have a Region, by name. */
  private static Map<String, Setting> profiles(BotoSetup boto) {
    Map<String, Setting> found = new LinkedHashMap<>();
    for (ConfigFile file : boto.files().readable()) {
      Map<String, Section> sections =
          boto.files().isCredentials(file.path()) ? file.byHeader() : file.profiles();
      sections.forEach((name, s) ->
          s.setting("region")
              .filter(r -> r.text().filter(t -> !t.isBlank()).isPresent())
              .filter(r -> found.size() < MOST_PROFILES)
              .ifPresent(r -> found.putIfAbsent(name, r)));
    }
    found.remove(boto.resolution().profileName());
    return found;
  }

  /**
   * Where a Region can be set. An empty variable goes before the profile, so that the profile comes
   * last where the Region is an empty text of which nobody has seen where it is from.
   */
  private static List<Fix> general(Facts facts, boolean environment) {
    boolean hidden =
        RefusedEndpoint.lacksRegion(facts)
            && environment
            && facts.boto().environmentSource().isEmpty();
    Fix profile =
        profile(
            facts,
            hidden
                ? "or in the profile, with AWS_DEFAULT_REGION unset: set to nothing it counts too"
                : "set it in the profile");
    List<Fix> fixes = new ArrayList<>();
    if (!hidden) {
      fixes.add(profile);
    }
    if (environment) {
      fixes.add(
          Fix.command(
              hidden
                  ? "set it in the environment, which goes before the profile"
                  : "or in the environment: boto3 reads AWS_DEFAULT_REGION, not AWS_REGION",
              "export AWS_DEFAULT_REGION=" + Literal.shell(facts.call().region(), "<region>")));
    }
    Optional<AwsCommand> command = AwsCommand.of(facts);
    if (command.isPresent()) {
      fixes.add(Fix.command("or as an option", command.get().with("--region", "<region>")));
      return fixes;
    }
    fixes.add(
        Fix.codeEdit(
            "or on the client",
            "boto3.client("
                + Literal.python(
                    facts.call().service().isEmpty() ? "<service>" : facts.call().service())
                + ", region_name=\"<region>\")"));
    if (hidden) {
      fixes.add(profile);
    }
    return fixes;
  }

  private static Fix profile(Facts facts, String title) {
    String region = facts.call().region();
    return Fix.setting(
        title,
        facts.ownSession()
            ? "[profile <profile>]\nregion = <region>"
            : Connections.profileLine(
                facts, "region = " + (region.isEmpty() ? "<region>" : Literal.setting(region))));
  }
}
