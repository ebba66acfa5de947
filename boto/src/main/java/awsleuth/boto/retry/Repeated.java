package awsleuth.boto.retry;

import awsleuth.aws.ErrorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a client repeats, for people to read.
 *
 * @param statuses HTTP statuses that are enough by themselves
 * @param codes error codes that are enough by themselves
 * @param pairs status and code that are repeated together only, such as {@code 400
 *     ThrottlingException}
 * @param modeled codes that the model of the operation calls retryable
 * @param transport whether failures without a response are
 */
public record Repeated(
    List<Integer> statuses,
    List<String> codes,
    List<String> pairs,
    List<String> modeled,
    List<Answer.Failure> transport) {

  private static final Set<String> OF_ANY_SERVICE =
      StandardRules.codes().stream()
          .filter(c -> !c.equals("LimitExceededException"))
          .collect(Collectors.toUnmodifiableSet());

  private static final int FIRST = 300;
  private static final int LAST = 599;

  /**
   * What is repeated by settings, with an operation. It is found by asking the rules themselves.
   */
  public static Repeated of(
      RetrySettings settings, boolean afterOrganizations, CalledOperation operation) {
    Tester tester = new Tester(settings, new LegacyRules(afterOrganizations), operation);
    List<Integer> statuses = new ArrayList<>();
    for (int status = FIRST; status <= LAST; status++) {
      if (tester.repeats(Answer.Response.of(status, ""))) {
        statuses.add(status);
      }
    }
    List<String> codes = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    Set<String> known = new TreeSet<>(StandardRules.codes());
    known.addAll(LegacyRules.codes());
    for (String code : known) {
      if (tester.repeats(Answer.Response.of(0, code))) {
        codes.add(code);
      } else {
        pairs.addAll(tester.statusesWith(code, statuses));
      }
    }
    List<String> modeled =
        settings.mode() == RetryMode.LEGACY
            ? List.of()
            : operation.errors().stream()
                .filter(ErrorShape::retryable)
                .map(ErrorShape::code)
                .filter(c -> !codes.contains(c))
                .sorted()
                .toList();
    List<Answer.Failure> transport = new ArrayList<>();
    for (Answer.Failure failure : Answer.Failure.values()) {
      if (tester.repeats(failure)) {
        transport.add(failure);
      }
    }
    return new Repeated(statuses, codes, pairs, modeled, transport);
  }

  /**
   * Codes that clients repeat whatever the service, in the standard and the adaptive mode by the
   * code, in the legacy mode by the code or the status that goes with it. Not among them is {@code
   * LimitExceededException}, which is a quota to the legacy mode but for Kinesis.
   */
  public static Set<String> codesOfAnyService() {
    return OF_ANY_SERVICE;
  }

  private record Tester(RetrySettings settings, LegacyRules legacy, CalledOperation operation) {

    boolean repeats(Answer answer) {
      return settings.mode() == RetryMode.LEGACY
          ? legacy.repeats(operation, answer)
          : StandardRules.repeats(operation, answer);
    }

    List<String> statusesWith(String code, List<Integer> enough) {
      List<String> pairs = new ArrayList<>();
      for (int status = FIRST; status <= LAST; status++) {
        if (!enough.contains(status) && repeats(Answer.Response.of(status, code))) {
          pairs.add(status + " " + code);
        }
      }
      return pairs;
    }
  }
}
