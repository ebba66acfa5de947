package awsleuth.core.cause;

import awsleuth.core.fact.Facts;
import awsleuth.core.fact.GivenEndpoint;
import awsleuth.core.fact.GivenProfile;
import awsleuth.core.fact.Need;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of an outcome led to where the failed call went: with the profile that was chosen in
 * code, and where they are of the same service with the endpoint that the call was given. Without,
 * they would ask another account or AWS.
 *
 * @param profile as the shell takes it; empty where none was chosen in code
 * @param endpoint the same of the endpoint
 * @param service how the failed call's service is called by the CLI
 */
public record SamePlace(Optional<String> profile, Optional<String> endpoint, String service) {

  /** Where a command of the CLI begins: its service, and behind it the command. */
  private static final Pattern COMMAND =
      Pattern.compile("(?<=^|\\n|\\| |; |&& |\\$\\()aws ([a-z0-9-]++) [a-z][a-z0-9-]*+");

  private static SamePlace in(Facts facts) {
    return facts.once(SamePlace.class, SamePlace::of);
  }

  private static SamePlace of(Facts facts) {
    return new SamePlace(
        facts.exception("ProfileNotFound") ? Optional.empty() : GivenProfile.of(facts),
        GivenEndpoint.of(facts),
        facts.catalog().cliName(facts.call().service()));
  }

  /**
   * An outcome whose commands ask there.
   *
   * @param cause the cause's id; one of the network says itself where to ask, since the endpoint
   *     may be what is wrong
   */
  @SuppressWarnings("IfChainToSwitch")
  public static Outcome told(Outcome outcome, String cause, Facts facts) {
    // A switch over types is linked anew at every start; see docs/decisions/0011.
    if (outcome instanceof Outcome.Confirmed c) {
      return new Outcome.Confirmed(of(cause, facts).told(c.finding()));
    } else if (outcome instanceof Outcome.Possible p) {
      SamePlace place = of(cause, facts);
      return new Outcome.Possible(
          place.told(p.finding()), p.missing().stream().map(place::told).toList());
    }
    return outcome;
  }

  private static SamePlace of(String cause, Facts facts) {
    SamePlace place = in(facts);
    return cause.startsWith("network/")
        ? new SamePlace(place.profile(), Optional.empty(), place.service())
        : place;
  }

  private Finding told(Finding f) {
    return profile.isEmpty() && endpoint.isEmpty()
        ? f
        : new Finding(
            f.summary(),
            f.specificity(),
            f.because(),
            f.fixes().stream().map(this::told).toList(),
            told(f.verification()));
  }

  private Need told(Need need) {
    return new Need(need.what(), led(need.how()));
  }

  private Fix told(Fix fix) {
    if (!(fix instanceof Fix.Command c)) {
      return fix;
    }
    String led = led(c.text());
    return led.equals(c.text())
        ? fix
        : new Fix.Command(
            c.title(),
            led,
            c.applicability() == Fix.Applicability.READY
                ? Fix.readyOrTemplate(led)
                : c.applicability(),
            c.proof());
  }

  @SuppressWarnings("IfChainToSwitch")
  private Verification told(Verification check) {
    String led = led(check.command());
    if (check instanceof Verification.Rerun r) {
      return new Verification.Rerun(led, r.expect());
    } else if (check instanceof Verification.Query q) {
      return new Verification.Query(led, q.expect());
    } else if (check instanceof Verification.Probe p) {
      return new Verification.Probe(led, p.expect());
    }
    return check;
  }

  /** A text whose commands have both options, behind the name of the command. */
  private String led(String text) {
    boolean profiled = text.contains(GivenProfile.OPTION) || text.contains("AWS_PROFILE");
    boolean placed = text.contains(GivenEndpoint.OPTION);
    return COMMAND
        .matcher(text)
        .replaceAll(m -> {
          String options =
              (placed || !isOfService(m.group(1)) ? "" : option(GivenEndpoint.OPTION, endpoint))
                  + (profiled ? "" : option(GivenProfile.OPTION, profile));
          return Matcher.quoteReplacement(m.group() + options);
        });
  }

  private boolean isOfService(String name) {
    return name.equals(service) || (service.equals("s3api") && name.equals("s3"));
  }

  private static String option(String name, Optional<String> value) {
    return value.map(v -> " " + name + " " + v).orElse("");
  }
}
