package awsleuth.core.cause.credentials;

import awsleuth.boto.config.Origin;
import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Note;
import awsleuth.boto.credentials.Step;
import awsleuth.core.evidence.ProfileSetting.File;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What each provider lacked, for those that look into the evidence. */
final class Lacks {

  private Lacks() {}

  /** One citation for each place, in the order in which botocore asks. */
  static List<Citation> of(BotoSetup boto) {
    Map<Source, List<String>> byPlace = new LinkedHashMap<>();
    for (Step step : boto.resolution().steps()) {
      place(boto, step)
          .ifPresent(s -> byPlace.computeIfAbsent(s, k -> new ArrayList<>()).add(words(step)));
    }
    List<Citation> lacks = new ArrayList<>();
    byPlace.forEach((place, words) -> lacks.add(new Citation(String.join("; ", words), place)));
    return lacks;
  }

  private static String words(Step step) {
    String notes = step.notes().stream().map(Note::words).collect(Collectors.joining(", "));
    return step.method().text() + ": " + Literal.line(notes);
  }

  private static Optional<Source> place(BotoSetup boto, Step step) {
    if (step.verdict() != Step.Verdict.HAS_NONE || step.notes().isEmpty()) {
      return Optional.empty();
    }
    Optional<Origin> origin = step.notes().getFirst().origin();
    return origin.flatMap(boto::source).or(() -> whole(boto, step.method()));
  }

  private static Optional<Source> whole(BotoSetup boto, Method method) {
    return switch (method) {
      case ENV, CONTAINER_ROLE, EC2_CREDENTIALS_FILE -> boto.environmentSource();
      case SHARED_CREDENTIALS_FILE -> boto.files().source(File.CREDENTIALS);
      case ASSUME_ROLE, WEB_IDENTITY, SSO, LOGIN, CUSTOM_PROCESS, CONFIG_FILE ->
          boto.files().source(File.CONFIG);
      case EXPLICIT, BOTO_CONFIG, IAM_ROLE -> Optional.empty();
    };
  }
}
