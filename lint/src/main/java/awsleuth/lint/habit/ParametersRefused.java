package awsleuth.lint.habit;

import awsleuth.aws.Operation;
import awsleuth.boto.Boto;
import awsleuth.boto.Raised;
import awsleuth.boto.call.BotoCallReader;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.params.Hidden;
import awsleuth.boto.params.Place;
import awsleuth.boto.params.Reviewer;
import awsleuth.boto.params.Validation;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.AwsCall;
import awsleuth.lint.code.Program;
import awsleuth.lint.python.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** botocore refuses the parameters of a call, as far as they are literals. */
final class ParametersRefused implements Habit {

  private static final int MOST = 3;
  private static final int LONGEST_CALL = 100_000;

  private final Boto boto;
  private final ThreadLocal<Reviewers> reviewers;

  ParametersRefused(Boto boto) {
    this.boto = boto;
    this.reviewers = ThreadLocal.withInitial(() -> new Reviewers(boto));
  }

  @Override
  public String id() {
    return "lint/parameters-refused";
  }

  @Override
  public Level level() {
    return Level.ERROR;
  }

  @Override
  public boolean inTests() {
    return true;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node node : program.nodes("call")) {
      AwsCall call = program.call(node);
      boolean readable = call.exists() && node.child("arguments").is("argument_list");
      if (readable
          && node.end() - node.start() < LONGEST_CALL
          && !Expected.isRaise(program, node)) {
        look(program, call, found);
      }
    }
  }

  private void look(Program program, AwsCall call, Found found) {
    String text =
        "boto3.client('"
            + call.service()
            + "')."
            + call.method()
            + call.node().child("arguments").text();
    if (BotoCallReader.read(boto.catalog(), text) instanceof GivenCall.Read read
        && read.call().refusals().isEmpty()) {
      review(program, call, read.call(), found);
    }
  }

  private void review(Program program, AwsCall call, GivenCall given, Found found) {
    Operation operation = call.known();
    if (operation == null) {
      return;
    }
    Set<String> unread =
        given.unread().stream().map(GivenCall.Unread::name).collect(Collectors.toSet());
    Reviewer reviewer =
        reviewers.get().of(program.models().service(call.service()).orElseThrow(), operation);
    List<String> errors = errors(reviewer, given, unread);
    if (errors.isEmpty()) {
      return;
    }
    found.add(
        this,
        call.node(),
        "botocore refuses `" + call.method() + "`: " + String.join("; ", errors),
        Fix.review(
            "see what it takes: `awsleuth params --skeleton "
                + call.service()
                + " "
                + call.name()
                + "`",
            ""));
  }

  private static List<String> errors(Reviewer reviewer, GivenCall given, Set<String> unread) {
    Optional<Raised> first = reviewer.refusedFirst(given.params());
    if (first.isPresent()) {
      return List.of(
          shortened(Hidden.text(first.get()).replace("Parameter validation failed:\n", "")));
    }
    Validation validation = reviewer.validation(given.params(), unread, partly(given, unread));
    Set<Place> withheld = reviewer.withheld(validation);
    return validation.errors().stream().limit(MOST).map(e -> Hidden.text(e, withheld)).toList();
  }

  /** What botocore says of a bucket's name, in words in place of its long patterns. */
  private static String shortened(String text) {
    int patterns = text.indexOf(": Bucket name must match the regex");
    return patterns < 0
        ? text
        : text.substring(0, patterns)
            + ": it is neither 1 to 255 letters, digits, `.`, `-` and `_` nor an ARN of an access"
            + " point";
  }

  /** What is known in part, the names of parameters of whose values nothing is known among it. */
  private static Dict partly(GivenCall given, Set<String> unread) {
    LinkedHashMap<PyValue, PyValue> all = new LinkedHashMap<>(given.partly().entries());
    unread.stream()
        .filter(name -> !name.isEmpty())
        .sorted()
        .forEach(name -> all.putIfAbsent(new PyValue.Str(name), GivenCall.UNKNOWN));
    return new Dict(all);
  }
}
