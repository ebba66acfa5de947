package awsleuth.app.params;

import awsleuth.app.terminal.Printable;
import awsleuth.boto.Raised;
import awsleuth.boto.call.CliLosses;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.params.Advice;
import awsleuth.boto.params.Hidden;
import awsleuth.boto.params.ParamError;
import awsleuth.boto.params.Review;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PythonText;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the views of a review share. */
record ParamsView(ParamsCall call, Review review) {

  /** Text without secrets that controls no terminal. */
  String masked(String text) {
    return Printable.of(Readers.harmless(known(text)));
  }

  /** Text with an ellipsis for what is not known. */
  static String known(String text) {
    return text.replace(PythonText.repr(GivenCall.UNKNOWN), "…").replace("\uffff", "…");
  }

  /** What is corrected: the call as it was written, or what boto3 makes of it. */
  String mended() {
    boolean other =
        call.form().equals("python") && !call.given().inferred().isEmpty() && inPlace().isEmpty();
    return other
        ? "the client's call behind it, with what could be corrected"
        : "the call with what could be corrected";
  }

  /** {@code refused}, {@code doubtful} or {@code accepted}. */
  String verdict() {
    boolean refused = early() || review.refusal().isPresent() || !review.validation().ok();
    return refused ? "refused" : review.wrong() ? "doubtful" : "accepted";
  }

  /** Whether the AWS CLI or boto3 refuses the call before botocore sees it. */
  boolean early() {
    return !call.given().refusals().isEmpty();
  }

  /** Whether the call is refused, by whomever. */
  boolean wrong() {
    return early() || review.wrong();
  }

  /** Who says what is said first: {@code botocore}, {@code aws} or {@code boto3}. */
  String by() {
    return early() ? call.given().refusals().getFirst().by() : "botocore";
  }

  /** {@code PutObject of s3}. */
  String name() {
    return call.operation().name() + " of " + call.service().metadata().name();
  }

  String summary() {
    return switch (verdict()) {
      case "refused" -> by() + " refuses " + name() + " before it is sent";
      case "doubtful" ->
          "botocore sends "
              + name()
              + (review.refusedByService()
                  ? ", the service will refuse it"
                  : ", though otherwise than it is meant");
      default -> "botocore sends " + name();
    };
  }

  /** What they say who refuse the call, line by line; empty where botocore sends it. */
  List<String> says() {
    List<String> lines = new ArrayList<>();
    if (early()) {
      lines.add(call.given().refusals().getFirst().text());
      return lines;
    }
    Optional<Raised> refusal = review.refusal();
    boolean validation =
        refusal.isEmpty()
            || refusal
                .get()
                .message()
                .equals("Parameter validation failed:\n" + review.validation().report());
    if (!validation) {
      lines.add(refusal.get().exception());
      lines.addAll(refusal.get().message().lines().toList());
      return lines;
    }
    if (!review.validation().errors().isEmpty()) {
      lines.add("Parameter validation failed:");
      for (ParamError error : review.validation().errors()) {
        lines.add(Hidden.text(error, review.withheld()));
      }
    }
    return lines;
  }

  /** The corrected call in a form: as it was written where that is the form it came in. */
  String corrected(String form) {
    return form.equals(call.form()) ? inPlace().orElseGet(this::anew) : anew(form);
  }

  /** What the call in a form does not say, where it came in another. */
  List<String> losses(String form) {
    return form.equals("cli") && !call.form().equals(form)
        ? new CliLosses(call.catalog(), call.service(), call.operation())
            .of(call.given().with(corrected()))
        : List.of();
  }

  Dict corrected() {
    return review.shown();
  }

  /** {@code ready}, or {@code template} where something has to be put in or put right. */
  String applicability() {
    boolean known =
        inPlace().isPresent()
            || (call.given().unread().stream().noneMatch(u -> u.written().isEmpty())
                && call.given().refusals().stream().noneMatch(ParamsView::isOpen));
    return review.complete() && known ? "ready" : "template";
  }

  /** Whether it is not known what would be right. */
  private static boolean isOpen(GivenCall.Refusal refusal) {
    return refusal.meant().isEmpty()
        || isUnparsed(refusal)
        || refusal.text().contains(": invalid int value: ")
        || refusal.meant().startsWith("to be given too")
        || refusal.meant().contains("is near no option");
  }

  private static boolean isUnparsed(GivenCall.Refusal refusal) {
    return refusal.text().startsWith("Error parsing parameter");
  }

  /** Whether values are masked in the corrected call. */
  boolean hidesValues() {
    return !review.corrected().equals(corrected());
  }

  /** The corrected call in the form that it came in; empty where nothing was corrected. */
  String fix() {
    List<GivenCall.Refusal> refusals = call.given().refusals();
    boolean mended = refusals.stream().anyMatch(r -> r.meant().contains("is near `"));
    boolean typed =
        !mended
            && early()
            && call.given().partly().entries().isEmpty()
            && refusals.stream().noneMatch(r -> r.meant().isEmpty());
    boolean same = !review.changed() && refusals.stream().anyMatch(ParamsView::isUnparsed);
    boolean unplaced = !review.partly().isEmpty() && inPlace().isEmpty();
    if (unplaced || (early() && ((!mended && !typed) || same))) {
      return "";
    }
    return review.changed() || early() ? inPlace().orElseGet(this::anew) : "";
  }

  /** The corrected parameters in the text that was given; empty where it has no place for them. */
  private Optional<String> inPlace() {
    return call.form().equals("python") ? review.in(call.given()) : Optional.empty();
  }

  private String anew() {
    return anew(call.form());
  }

  private String anew(String form) {
    String text = call.with(corrected()).renamed(review.renamed()).text(form);
    return form.equals("python") ? review.dumping(text) : text;
  }

  /** Why a value is not known; its expression where that may be shown. */
  String why(GivenCall.Unread unread) {
    return review.isSensitive(unread.name()) && unread.why().endsWith("is no literal")
        ? "it is no literal"
        : unread.why();
  }

  static String label(Advice.Kind kind) {
    return switch (kind) {
      case CHANGED -> "changed";
      case CHOSEN -> "choose";
      case MEANT -> "meant";
      case REFUSED_BY_SERVICE -> "service";
      case SENT_OTHERWISE -> "sent";
    };
  }
}
