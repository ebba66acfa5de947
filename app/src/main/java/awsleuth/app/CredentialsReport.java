package awsleuth.app;

import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.ConfigReader;
import awsleuth.boto.credentials.Arguments;
import awsleuth.boto.credentials.CliDifferences;
import awsleuth.boto.credentials.Content;
import awsleuth.boto.credentials.FileReview;
import awsleuth.boto.credentials.Remark;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Resolver;
import awsleuth.boto.credentials.Rules;
import awsleuth.boto.credentials.SecretValues;
import awsleuth.boto.credentials.Shadows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code awsleuth credentials} found.
 *
 * @param boto3 what boto3 would do
 * @param cli what the AWS CLI, version 2, would do
 * @param shadows what hides something else
 * @param differences where the two part
 * @param remarks what is to say of the files
 * @param secrets what must not be shown
 * @param home the home directory, which is shown as {@code ~}
 */
record CredentialsReport(
    Resolution boto3,
    Resolution cli,
    List<String> shadows,
    List<String> differences,
    List<Remark> remarks,
    SecretValues secrets,
    String home) {

  static CredentialsReport of(Map<String, String> environment, Optional<String> profile) {
    LocalOutside outside = new LocalOutside();
    Arguments arguments = Arguments.profile(profile);
    Instant now = Instant.now();
    Resolution boto3 = Resolver.resolve(Rules.BOTO3, environment, outside, arguments, now);
    Resolution cli = Resolver.resolve(Rules.CLI, environment, outside, arguments, now);
    String config = Resolver.configPath(environment);
    String credentials = Resolver.credentialsPath(environment);
    List<Remark> remarks = new ArrayList<>();
    remarks.addAll(review(outside, config, false));
    remarks.addAll(review(outside, credentials, true));
    if (read(outside, config) instanceof ConfigFile c
        && read(outside, credentials) instanceof ConfigFile other) {
      remarks.addAll(FileReview.overridden(c, other));
    }
    List<String> texts =
        outside.contents().values().stream()
            .map(b -> new String(b, StandardCharsets.UTF_8))
            .toList();
    return new CredentialsReport(
        boto3,
        cli,
        Shadows.of(environment, boto3),
        CliDifferences.of(environment, boto3, cli),
        List.copyOf(remarks),
        SecretValues.of(environment, texts),
        environment.getOrDefault("HOME", ""));
  }

  private static List<Remark> review(LocalOutside outside, String path, boolean credentials) {
    return outside.file(path) instanceof Content.Bytes(byte[] bytes)
        ? FileReview.of(path, bytes, credentials, LocalOutside.othersMayRead(path))
        : List.of();
  }

  private static @org.jspecify.annotations.Nullable Object read(LocalOutside outside, String path) {
    return outside.file(path) instanceof Content.Bytes(byte[] bytes)
        ? ConfigReader.read(path, bytes)
        : null;
  }

  /** A text in one line, without secrets, with the home directory as {@code ~}. */
  String shown(String text) {
    String shortened = home.length() > 1 ? text.replace(home + "/", "~/") : text;
    return Printable.line(secrets.hide(shortened));
  }
}
