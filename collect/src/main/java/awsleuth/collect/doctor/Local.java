package awsleuth.collect.doctor;

import awsleuth.boto.Raised;
import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Answer;
import awsleuth.boto.credentials.Arguments;
import awsleuth.boto.credentials.Ask;
import awsleuth.boto.credentials.Content;
import awsleuth.boto.credentials.FileReview;
import awsleuth.boto.credentials.Frozen;
import awsleuth.boto.credentials.Outcome;
import awsleuth.boto.credentials.Outside;
import awsleuth.boto.credentials.ProfileRemarks;
import awsleuth.boto.credentials.RegionOutcome;
import awsleuth.boto.credentials.RegionWords;
import awsleuth.boto.credentials.Remark;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Resolver;
import awsleuth.boto.credentials.Rules;
import awsleuth.boto.credentials.Shadows;
import awsleuth.collect.probe.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this machine says without being asked over a network: files, profile, Region.
 *
 * @param question what is examined
 * @param resolution what boto3 does about credentials as far as nothing is asked
 * @param session the settings; those of nothing set where boto3 cannot open a session
 */
record Local(Question question, Resolution resolution, Session session) {

  static Local of(Question question) {
    Resolution resolution =
        Resolver.resolve(
            Rules.BOTO3,
            question.environment(),
            new Unasked(question.files()),
            arguments(question),
            Instant.now());
    Session session =
        Session.open(
                    question.environment(),
                    question.profile(),
                    Resolver.files(question.environment(), question.files()))
                instanceof Session.Open(Session open)
            ? open
            : Session.NOTHING_SET;
    return new Local(question, resolution, session);
  }

  static Arguments arguments(Question question) {
    return Arguments.profile(question.profile());
  }

  /** Files alone. */
  private record Unasked(Outside files) implements Outside {
    @Override
    public Content file(String path) {
      return files.file(path);
    }

    @Override
    public Answer ask(Ask ask) {
      return new Answer.None();
    }
  }

  /** What boto3 would ask first for credentials; empty where it asks nothing. */
  Optional<Ask.Http> asked() {
    if (resolution.outcome() instanceof Outcome.Open(var _, Ask.Http ask)) {
      return Optional.of(ask);
    }
    return resolution.frozen() instanceof Frozen.Open(Ask.Http ask)
        ? Optional.of(ask)
        : Optional.empty();
  }

  /** The step of the files and the profile. */
  Result config() {
    if (resolution.refused().isPresent()) {
      Raised raised = resolution.refused().get();
      String fault = resolution.fault().map(f -> "; " + Resolution.message(f)).orElse("");
      return new Result.Finding(Raising.words(raised) + fault, Map.of(), Raising.text(raised));
    }
    String config = Resolver.configPath(question.environment());
    String credentials = Resolver.credentialsPath(question.environment());
    return new Result.Ok(
        there(config)
            + ", "
            + there(credentials)
            + "; "
            + resolution
                .profile()
                .map(p -> "profile " + p.value() + " (" + place(p.origin()) + ")")
                .orElse("profile default")
            + remarks(config, credentials),
        Map.of("profile", resolution.profileName()));
  }

  private String there(String path) {
    return switch (question.files().file(path)) {
      case Content.Bytes _ -> path;
      case Content.Forbidden _ -> path + " (may not be read)";
      case Content.Nothing _, Content.Directory _ -> "no " + path;
    };
  }

  private String remarks(String config, String credentials) {
    List<Remark> all = new ArrayList<>();
    review(config, false).forEach(all::add);
    review(credentials, true).forEach(all::add);
    Session.Files read = Resolver.files(question.environment(), question.files());
    List<ConfigFile> files =
        Stream.of(read.config(), read.credentials())
            .flatMap(Optional::stream)
            .filter(ConfigFile.class::isInstance)
            .map(ConfigFile.class::cast)
            .toList();
    List<Remark> found = ProfileRemarks.of(all, resolution.profileName(), files);
    return found.isEmpty()
        ? ""
        : "; "
            + found.getFirst().place().map(p -> p + " ").orElse("")
            + found.getFirst().words()
            + (found.size() > 1 ? " (" + (found.size() - 1) + " more: awsleuth credentials)" : "");
  }

  private List<Remark> review(String path, boolean credentials) {
    return question.files().file(path) instanceof Content.Bytes(byte[] bytes)
        ? FileReview.of(path, bytes, credentials, Optional.empty())
        : List.of();
  }

  /** The step of the Region. */
  Result region() {
    if (question.region().isPresent()) {
      return new Result.Ok(
          question.region().get() + " (--region)", Map.of("region", question.region().get()));
    }
    if (resolution.refused().isPresent()) {
      return new Result.Unknown("boto3 does not get so far (2)");
    }
    String hidden =
        shadows().stream()
            .filter(s -> s.contains("REGION"))
            .findFirst()
            .map(s -> "; " + s)
            .orElse("");
    return switch (resolution.region()) {
      case RegionOutcome.Raises(Raised raised) ->
          new Result.Finding(Raising.words(raised), Map.of(), Raising.text(raised));
      case RegionOutcome.Known(Optional<Found<String>> found) ->
          found.map(f -> region(f, hidden)).orElse(new Result.Ok("none is set" + hidden));
    };
  }

  private static Result region(Found<String> found, String hidden) {
    String words = RegionWords.of(found) + " (" + place(found.origin()) + ")" + hidden;
    Map<String, String> facts = Map.of("region", found.value());
    return RegionWords.isPadded(found)
        ? new Result.Finding(words, facts, "")
        : new Result.Ok(words, facts);
  }

  /** What hides something else. */
  List<String> shadows() {
    return Shadows.of(question.environment(), resolution);
  }

  /** Where a setting is from, as the command has it. */
  static String place(Origin origin) {
    return switch (origin) {
      case Origin.Argument(String name) when name.equals("profile_name") -> "--profile";
      case Origin.Argument(String name) when name.equals("region_name") -> "--region";
      case Origin.Argument(String name) when name.equals("endpoint_url") -> "--endpoint-url";
      case Origin.Argument _,
          Origin.ClientConfig _,
          Origin.Variable _,
          Origin.Profile _,
          Origin.Services _,
          Origin.PseudoRegion _,
          Origin.Mode _,
          Origin.Default _,
          Origin.File _ ->
          origin.words();
    };
  }
}
