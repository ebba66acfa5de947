package awsleuth.app.credentials;

import awsleuth.app.terminal.Printable;
import awsleuth.aws.AwsCatalog;
import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.ConfigReader;
import awsleuth.boto.config.ConfigReading;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Arguments;
import awsleuth.boto.credentials.CliDifferences;
import awsleuth.boto.credentials.Content;
import awsleuth.boto.credentials.FileReview;
import awsleuth.boto.credentials.Outside;
import awsleuth.boto.credentials.ProfileRemarks;
import awsleuth.boto.credentials.Remark;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Resolver;
import awsleuth.boto.credentials.Rules;
import awsleuth.boto.credentials.SecretValues;
import awsleuth.boto.credentials.Shadows;
import awsleuth.collect.credentials.LiveOutside;
import awsleuth.collect.credentials.LiveServices;
import awsleuth.collect.credentials.LocalOutside;
import awsleuth.collect.credentials.MfaCodes;
import awsleuth.collect.probe.PythonProbe;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What {@code awsleuth credentials} found.
 *
 * @param boto3 what boto3 would do
 * @param cli what the AWS CLI, version 2, would do
 * @param shadows what hides something else
 * @param differences where the two part
 * @param remarks what is to say of the files as a whole and of the profile that is used
 * @param others how many remarks on other profiles are left out
 * @param secrets what must not be shown
 * @param home the home directory, which is shown as {@code ~}
 * @param live what was asked and what came of it; empty where nothing was
 */
record CredentialsReport(
    Resolution boto3,
    Resolution cli,
    List<String> shadows,
    List<String> differences,
    List<Remark> remarks,
    int others,
    SecretValues secrets,
    String home,
    List<String> live) {

  private static final int MOST_NEAR = 3;

  /**
   * Looks.
   *
   * @param live whether boto3's endpoints are asked and its programs run
   * @param all whether remarks on other profiles count too
   * @param codes those of MFA devices
   */
  static CredentialsReport of(
      Map<String, String> environment,
      Optional<String> profile,
      boolean live,
      boolean all,
      MfaCodes codes) {
    LocalOutside outside = new LocalOutside();
    Arguments arguments = Arguments.profile(profile);
    Instant now = Instant.now();
    Optional<LiveOutside> asking =
        live ? Optional.of(live(environment, profile, outside, codes)) : Optional.empty();
    Outside world = asking.<Outside>map(a -> a).orElse(outside);
    Resolution boto3 = Resolver.resolve(Rules.BOTO3, environment, world, arguments, now);
    Outside after = asking.map(LiveOutside::recorded).orElse(outside);
    Resolution cli = Resolver.resolve(Rules.CLI, environment, after, arguments, now);
    String config = Resolver.configPath(environment);
    String credentials = Resolver.credentialsPath(environment);
    List<Remark> remarks = new ArrayList<>();
    remarks.addAll(review(outside, config, false));
    remarks.addAll(review(outside, credentials, true));
    Optional<ConfigFile> first = readable(outside, config);
    Optional<ConfigFile> second = readable(outside, credentials);
    if (first.isPresent() && second.isPresent()) {
      remarks.addAll(FileReview.overridden(first.get(), second.get()));
    }
    near(boto3, first, second).ifPresent(remarks::addFirst);
    List<Remark> concerning =
        all || boto3.refused().isPresent()
            ? remarks
            : ProfileRemarks.of(
                remarks,
                boto3.profileName(),
                Stream.of(first, second).flatMap(Optional::stream).toList());
    List<String> texts = new ArrayList<>();
    outside.contents().values().forEach(b -> texts.add(new String(b, StandardCharsets.UTF_8)));
    asking.ifPresent(a -> texts.addAll(a.texts()));
    return new CredentialsReport(
        boto3,
        cli,
        Shadows.of(environment, boto3),
        CliDifferences.of(environment, boto3, cli),
        List.copyOf(concerning),
        remarks.size() - concerning.size(),
        SecretValues.of(environment, texts),
        environment.getOrDefault("HOME", ""),
        asking.map(LiveOutside::lines).orElse(List.of()));
  }

  /** The profiles whose names are near one that there is not. */
  private static Optional<Remark> near(
      Resolution boto3, Optional<ConfigFile> config, Optional<ConfigFile> credentials) {
    String wanted = boto3.profileName();
    Set<String> names = new TreeSet<>();
    config.ifPresent(file -> names.addAll(file.profiles().keySet()));
    credentials.ifPresent(file -> names.addAll(file.profiles().keySet()));
    boolean missing = boto3.refused().isPresent() && !names.contains(wanted);
    List<String> near =
        missing ? AwsCatalog.embedded().nearest(wanted, names, MOST_NEAR) : List.of();
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Remark(
                Remark.Weight.WRONG,
                "there is no profile `%s`; near it: %s".formatted(wanted, String.join(", ", near)),
                Optional.empty(),
                Optional.empty()));
  }

  private static LiveOutside live(
      Map<String, String> environment,
      Optional<String> profile,
      LocalOutside outside,
      MfaCodes codes) {
    Session.Files files =
        new Session.Files(
            reading(outside, Resolver.configPath(environment)),
            reading(outside, Resolver.credentialsPath(environment)));
    Session session =
        Session.open(environment, profile, files) instanceof Session.Open(Session open)
            ? open
            : Session.NOTHING_SET;
    return new LiveOutside(
        outside,
        environment,
        new LiveServices(AwsCatalog.embedded(), session, PythonProbe.route(session), codes));
  }

  private static Optional<ConfigReading> reading(LocalOutside outside, String path) {
    return outside.file(path) instanceof Content.Bytes(byte[] bytes)
        ? Optional.of(ConfigReader.read(path, bytes))
        : Optional.empty();
  }

  private static Optional<ConfigFile> readable(LocalOutside outside, String path) {
    return reading(outside, path)
        .flatMap(r -> r instanceof ConfigFile file ? Optional.of(file) : Optional.empty());
  }

  private static List<Remark> review(LocalOutside outside, String path, boolean credentials) {
    return outside.file(path) instanceof Content.Bytes(byte[] bytes)
        ? FileReview.of(path, bytes, credentials, LocalOutside.othersMayRead(path))
        : List.of();
  }

  /**
   * What is to say of the files, in words, with how much is left out.
   *
   * @param between stands behind a place
   */
  List<String> inFiles(String between) {
    Stream<String> words =
        remarks.stream().map(r -> r.place().map(p -> p + between).orElse("") + r.words());
    Stream<String> more =
        others == 0
            ? Stream.empty()
            : Stream.of(
                others + (others == 1 ? " remark" : " remarks") + " on other profiles (--all)");
    return Stream.concat(words, more).toList();
  }

  /** A text in one line, without secrets, with the home directory as {@code ~}. */
  String shown(String text) {
    String shortened = home.length() > 1 ? text.replace(home + "/", "~/") : text;
    return Printable.line(secrets.hide(shortened));
  }
}
