package awsleuth.app.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.credentials.Ask;
import awsleuth.boto.credentials.Fingerprint;
import awsleuth.boto.credentials.Frozen;
import awsleuth.boto.credentials.Keys;
import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Note;
import awsleuth.boto.credentials.Outcome;
import awsleuth.boto.credentials.RegionOutcome;
import awsleuth.boto.credentials.RegionWords;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Credentials in words, for all views. */
final class CredentialsWords {

  private CredentialsWords() {}

  /**
   * The first line.
   *
   * @param live what was asked and what came of it
   */
  static String headline(Resolution resolution, List<String> live) {
    if (resolution.refused().isPresent()) {
      return "boto3.Session() raises " + raised(resolution.refused().get());
    }
    return switch (resolution.outcome()) {
      case Outcome.Won(Method method, String _) -> "boto3 uses " + method.text();
      case Outcome.Nothing _ -> "boto3 finds no credentials";
      case Outcome.Raises(Raised raised) -> "boto3 raises " + raised(raised);
      case Outcome.Open(Method method, Ask ask) ->
          live.isEmpty()
              ? "boto3 would ask " + method.text() + ": " + ask.words()
              : "boto3 asks " + method.text() + ", which gave no answer: " + ask.words();
    };
  }

  /** A short name of the class, and the message without what it quotes. */
  static String raised(Raised raised) {
    String name = raised.name();
    return name + ": " + Resolution.message(raised);
  }

  /** The keys that the first call is signed with; empty where they are not known. */
  static Optional<Fingerprint> keys(Resolution resolution) {
    return resolution.frozen() instanceof Frozen.Signs(Keys keys)
        ? Optional.of(keys.fingerprint())
        : Optional.empty();
  }

  /**
   * What happens at the first call; empty where it is signed with keys that may be good.
   *
   * @param live what was asked and what came of it
   */
  static Optional<String> firstCall(Resolution resolution, List<String> live) {
    return switch (resolution.frozen()) {
      case Frozen.Signs(Keys keys) -> refusal(keys.fingerprint());
      case Frozen.Nothing _ -> Optional.empty();
      case Frozen.Raises(Raised raised) -> Optional.of("raises " + raised(raised));
      case Frozen.Open(Ask ask) ->
          Optional.of(
              "needs " + ask.words() + (live.isEmpty() ? " (not done here)" : ", which failed"));
    };
  }

  private static Optional<String> refusal(Fingerprint keys) {
    return keys.accessKey().startsWith("ASIA") && !keys.token()
        ? Optional.of(
            "AWS refuses it: a temporary key without its session token (InvalidClientTokenId, of S3"
                + " InvalidAccessKeyId)")
        : Optional.empty();
  }

  /** The profile and where it is chosen. */
  static String profile(Resolution resolution) {
    return resolution
        .profile()
        .map(p -> (p.value().isEmpty() ? "(no name)" : p.value()) + "  from " + place(p.origin()))
        .orElse("default  since none is chosen");
  }

  /** The Region and where it is set. */
  static String region(Resolution resolution) {
    return switch (resolution.region()) {
      case RegionOutcome.Known(Optional<Found<String>> found) ->
          found.map(f -> RegionWords.of(f) + "  from " + place(f.origin())).orElse("none is set");
      case RegionOutcome.Raises(Raised raised) -> raised(raised);
    };
  }

  static String place(Origin origin) {
    return origin instanceof Origin.Argument ? "--profile" : origin.words();
  }

  /** What became of a provider. */
  static String verdict(Step.Verdict verdict) {
    return switch (verdict) {
      case WINS -> "has them";
      case HAS_NONE -> "has none";
      case RAISES -> "raises";
      case OPEN -> "would be asked";
      case HIDDEN -> "never asked, though it has some";
      case NOT_ASKED -> "never asked, has none";
      case NOT_ASKED_OPEN -> "never asked";
      case NOT_ASKED_RAISES -> "never asked, would raise";
      case REMOVED -> "taken out";
    };
  }

  static String notes(Step step) {
    return notes(step.notes());
  }

  static String notes(List<Note> notes) {
    return notes.stream().map(CredentialsWords::note).collect(Collectors.joining("; "));
  }

  static String note(Note note) {
    return note.origin()
        .filter(o -> !o.words().equals(note.words()))
        .map(o -> note.words() + " (" + where(o) + ")")
        .orElse(note.words());
  }

  private static String where(Origin origin) {
    return switch (origin) {
      case Origin.Profile p -> p.place().toString();
      case Origin.File f -> f.place().toString();
      case Origin.Argument _,
          Origin.ClientConfig _,
          Origin.Variable _,
          Origin.Services _,
          Origin.PseudoRegion _,
          Origin.Mode _,
          Origin.Default _ ->
          origin.words();
    };
  }

  /** When the credentials end by the word of what gives them, and what botocore makes of that. */
  static String end(Resolution boto3, String expiry) {
    return expiry + boto3.putOff().map(p -> " (" + p.words() + ")").orElse("");
  }
}
