package awsleuth.app.run;

import awsleuth.app.watched.Seen;
import awsleuth.core.Diagnosis;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.evidence.WatchedRun;
import awsleuth.core.fact.Citation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the lines of the program, which its user has, in the place of the lines of the record: calls
 * and clients are cited where the program makes them, variables as the environment's.
 */
final class ProgramPlaces {

  private static final Pattern INSTALLED = Pattern.compile("/[^:]{0,400}/(?:site|dist)-packages/");

  private final Map<Source, Source> places = new HashMap<>();
  private final String folder;
  private final String record;

  /**
   * The places of what was seen.
   *
   * @param folder the folder that the program ran in; files in it are named without it
   */
  ProgramPlaces(Seen seen, String folder) {
    this.record = seen.run().source().artifact();
    this.folder = folder.endsWith("/") ? folder : folder + "/";
    boolean cli = !WatchedRun.aws(seen.run().command()).isEmpty();
    Source text =
        new Source(
            seen.run().processes() == 0 ? "aws --debug" : cli ? "aws command" : "traceback", 0);
    seen.failures().forEach(f -> places.put(f.source(), text));
    if (cli) {
      seen.run().clients().forEach(c -> places.put(c.source(), text));
      places.put(seen.run().source(), text);
    }
    for (WatchedCall call : seen.calls()) {
      put(call.source(), call.place());
      call.client().ifPresent(c -> put(c.source(), c.place()));
    }
  }

  private void put(Source source, String place) {
    int colon = place.lastIndexOf(':');
    if (colon > 0) {
      places.put(source, new Source(shown(place.substring(0, colon)), line(place, colon)));
    }
  }

  private static int line(String place, int colon) {
    String digits = place.substring(colon + 1);
    boolean number = digits.length() < 8 && digits.chars().allMatch(Character::isDigit);
    return number && !digits.isEmpty() ? Integer.parseInt(digits) : 0;
  }

  /** A place as people name it; that of an installed package begins with the package. */
  String shown(String place) {
    Matcher installed = INSTALLED.matcher(place);
    if (installed.lookingAt()) {
      return place.substring(installed.end());
    }
    return place.startsWith(folder) ? place.substring(folder.length()) : place;
  }

  Diagnosis in(Diagnosis diagnosis) {
    return new Diagnosis(diagnosis.failures().stream().map(this::in).toList());
  }

  private FailureDiagnosis in(FailureDiagnosis f) {
    return new FailureDiagnosis(
        in(f.failure()),
        f.verdicts().stream().map(v -> new Verdict(v.id(), v.stage(), in(v.outcome()))).toList(),
        f.conflicts(),
        f.seen());
  }

  private Failure in(Failure f) {
    FailedCall c = f.call();
    FailedCall call =
        new FailedCall(
            c.exception(),
            c.service(),
            c.serviceInferred(),
            c.operation(),
            c.code(),
            c.message(),
            c.httpStatus(),
            c.requestId(),
            c.region(),
            c.endpoint(),
            c.maxRetries(),
            in(c.source()));
    return new Failure(call, f.captures(), f.passages(), f.frames(), f.count(), in(f.last()));
  }

  private Outcome in(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Confirmed c -> Outcome.confirmed(in(c.finding()));
      case Outcome.Possible p -> new Outcome.Possible(in(p.finding()), p.missing());
      case Outcome.RuledOut r ->
          new Outcome.RuledOut(r.reason(), r.because().stream().map(this::in).toList());
      case Outcome.Crashed c -> c;
    };
  }

  private Finding in(Finding f) {
    List<Citation> because =
        f.because().stream().map(c -> new Citation(c.text(), in(c.source()))).toList();
    return new Finding(f.summary(), f.specificity(), because, f.fixes(), f.verification());
  }

  private Source in(Source source) {
    Source other = source.artifact().equals(record) ? new Source("environment", 0) : source;
    return places.getOrDefault(source, other);
  }
}
