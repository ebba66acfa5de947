package awsleuth.core.cause.parameters;

import awsleuth.boto.call.BotoCallReader;
import awsleuth.boto.call.PlacedCall;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.ExtraArgument;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to do about a key of {@code ExtraArgs} that boto3's transfers do not know.
 *
 * @param key the one that was given
 * @param allowed those that there are
 */
record ExtraArguments(String key, List<String> allowed) {

  /** Calls in a line that are read. */
  private static final int MOST = 10;

  private static final List<String> METHODS =
      List.of("upload_fileobj", "upload_file", "download_fileobj", "download_file", "copy");

  /** What a failure says of such a key; empty where it says nothing. */
  static Optional<ExtraArguments> in(Facts facts) {
    return ExtraArgument.in(facts).map(e -> new ExtraArguments(e.key(), e.allowed()));
  }

  /** The nearest key that there is, and the call with it. */
  Outcome outcome(Facts facts) {
    Optional<String> near = facts.catalog().nearest(key, allowed, 1).stream().findFirst();
    List<Citation> because = new ArrayList<>(List.of(facts.citeError()));
    near.ifPresent(
        n -> because.add(facts.cite("of the keys that there are `" + n + "` is the nearest")));
    return Outcome.confirmed(
        new Finding(
            "ExtraArgs has no key `" + Literal.line(key) + "`",
            Finding.Specificity.MESSAGE,
            List.copyOf(because),
            List.of(
                Fix.codeEdit(
                    "use the name that the transfer has; names are case-sensitive",
                    corrected(facts).orElseGet(() -> call(facts, near)))),
            Calls.rerun(facts, "the transfer begins")));
  }

  /** The call as it is written, with the names that are meant; empty where one is not known. */
  private static Optional<String> corrected(Facts facts) {
    return facts.frames().reversed().stream()
        .filter(f -> METHODS.stream().anyMatch(m -> f.code().contains("." + m + "(")))
        .flatMap(f -> rewritten(facts, f.code()).stream())
        .findFirst();
  }

  private static Optional<String> rewritten(Facts facts, String code) {
    return BotoCallReader.calls(facts.catalog(), code, MOST).stream()
        .map(PlacedCall::call)
        .filter(c -> !c.refusals().isEmpty())
        .filter(c -> c.refusals().stream().noneMatch(r -> r.meant().isEmpty()))
        .findFirst()
        .flatMap(c -> c.written().with(c.params(), c.params()));
  }

  private static String call(Facts facts, Optional<String> near) {
    String name = near.map(Literal::python).orElse("\"<key>\"");
    return "client." + method(facts) + "(<arguments>, ExtraArgs={" + name + ": <value>})";
  }

  /** The method that the program calls, as its traceback shows it. */
  private static String method(Facts facts) {
    for (Frame frame : facts.frames().reversed()) {
      for (String method : METHODS) {
        if (frame.code().contains("." + method + "(") && !frame.file().contains("boto3")) {
          return method;
        }
      }
    }
    return "<upload_file or download_file>";
  }
}
