package awsleuth.core.cause.credentials;

import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.Section;
import awsleuth.boto.config.Setting;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code credential_source} that is none of those that botocore knows, or that has no keys
 * because the variables are not set.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html">
 *     Assume role credential provider</a>
 */
final class NamedSource {

  private static final String SETTING = "credential_source";
  private static final String PROFILE = "referenced in profile ";
  private static final String VARIABLES = "Environment";
  private static final List<String> KNOWN =
      List.of(VARIABLES, "Ec2InstanceMetadata", "EcsContainer");

  private NamedSource() {}

  /** Empty for other failures. */
  static Optional<Finding> in(Facts facts) {
    if (facts.exception("CredentialRetrievalError")
        && facts.captured("provider").filter(VARIABLES::equals).isPresent()
        && facts.seen(CredentialsClue.NO_SOURCE)) {
      return Optional.of(unset(facts));
    }
    return facts.exception("InvalidConfigError") && facts.seen(CredentialsClue.BAD_SOURCE)
        ? Optional.of(unknown(facts))
        : Optional.empty();
  }

  private static Finding unset(Facts facts) {
    List<Citation> because = new ArrayList<>(List.of(facts.citeError()));
    lines(facts, VARIABLES)
        .forEach(s -> because.add(Facts.cite(SETTING + " is `" + VARIABLES + "`", s)));
    facts
        .boto()
        .environmentSource()
        .filter(_ -> facts.boto().set("AWS_ACCESS_KEY_ID").isEmpty())
        .ifPresent(s -> because.add(Facts.cite("AWS_ACCESS_KEY_ID is not set", s)));
    return new Finding(
        "the role is to be assumed with keys of variables that are not set",
        Finding.Specificity.MESSAGE,
        because,
        List.of(
            Fix.command(
                "set the variables that the role is assumed with",
                "export AWS_ACCESS_KEY_ID=<key-id> AWS_SECRET_ACCESS_KEY=<secret>"),
            Fix.codeEdit(
                "and name the profile in code: those variables hide one that AWS_PROFILE chooses",
                "boto3.Session(profile_name=" + Literal.python(profile(facts)) + ")"),
            Fix.setting(
                "or assume it with the keys of another profile",
                section(facts) + "\nsource_profile = <profile with keys>")),
        again(facts));
  }

  /** Only a profile that is named goes before the keys of the variables. */
  private static Verification again(Facts facts) {
    return new Verification.Probe(
        "awsleuth credentials --profile " + Literal.shell(profile(facts)),
        "the first line says `boto3 uses assume-role`");
  }

  /** The profile that the message names, at its end or in quotes. */
  private static String profile(Facts facts) {
    String message = facts.call().message();
    String named = message.substring(message.indexOf(PROFILE) + PROFILE.length());
    return named.startsWith("\"") && named.indexOf('"', 1) > 0
        ? named.substring(1, named.indexOf('"', 1))
        : named;
  }

  private static String section(Facts facts) {
    String profile = Literal.setting(profile(facts));
    return profile.equals("default") ? "[default]" : "[profile " + profile + "]";
  }

  private static Finding unknown(Facts facts) {
    String name = Mentioned.after(facts, "The credential source \"").orElse("");
    List<Source> lines = lines(facts, name);
    List<Citation> because = new ArrayList<>();
    because.add(facts.cite("botocore says: " + facts.call().message()));
    lines.forEach(s -> because.add(Facts.cite("it is one of " + String.join(", ", KNOWN), s)));
    Optional<String> meant =
        KNOWN.stream()
            .filter(name::equalsIgnoreCase)
            .findFirst()
            .or(() -> facts.catalog().nearest(name, KNOWN, 1).stream().findFirst());
    String source = meant.orElse("<" + String.join(" or ", KNOWN) + ">");
    String title = "name the source as botocore does";
    return new Finding(
        "the role profile is not set up right",
        Finding.Specificity.MESSAGE,
        because,
        List.of(
            lines.size() == 1 && meant.isPresent()
                ? FileEdits.replace(title, lines.getFirst(), SETTING + " = " + source)
                : Fix.setting(title, section(facts) + "\n" + SETTING + " = " + source)),
        again(facts));
  }

  /** The lines of the files given that name a source so. */
  private static List<Source> lines(Facts facts, String name) {
    return facts.boto().files().readable().stream()
        .map(ConfigFile::sections)
        .flatMap(List::stream)
        .flatMap(NamedSource::setting)
        .filter(s -> s.text().filter(name::equals).isPresent())
        .map(s -> facts.boto().source(s.place()))
        .toList();
  }

  private static Stream<Setting> setting(Section section) {
    return section.setting(SETTING).stream();
  }
}
