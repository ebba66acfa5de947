package awsleuth.app.params;

import awsleuth.app.terminal.Printable;
import awsleuth.boto.Raised;
import awsleuth.boto.params.Advice;
import awsleuth.boto.params.Hidden;
import awsleuth.boto.params.ParamError;
import awsleuth.boto.params.Review;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the views of a review share. */
record ParamsView(ParamsCall call, Review review) {

  /** Text without secrets that controls no terminal. */
  String masked(String text) {
    return Printable.of(Readers.harmless(text));
  }

  /** {@code refused}, {@code doubtful} or {@code accepted}. */
  String verdict() {
    boolean refused = review.refusal().isPresent() || !review.validation().ok();
    return refused ? "refused" : review.wrong() ? "doubtful" : "accepted";
  }

  /** {@code PutObject of s3}. */
  String name() {
    return call.operation().name() + " of " + call.service().metadata().name();
  }

  String summary() {
    return switch (verdict()) {
      case "refused" -> "botocore refuses " + name() + " before it is sent";
      case "doubtful" -> "botocore sends " + name() + ", the service will refuse it";
      default -> "botocore sends " + name();
    };
  }

  /** What botocore says, line by line; empty where it sends the call. */
  List<String> says() {
    List<String> lines = new ArrayList<>();
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
        lines.add(Hidden.text(error, review.sensitive()));
      }
    }
    return lines;
  }

  Dict corrected() {
    return review.shown();
  }

  /** {@code ready}, or {@code template} where something has to be put in or put right. */
  String applicability() {
    return review.complete() ? "ready" : "template";
  }

  /** Whether values are masked in the corrected call. */
  boolean hidesValues() {
    return !review.corrected().equals(corrected());
  }

  /** The corrected call in the form that it came in; empty where nothing was corrected. */
  String fix() {
    return review.changed() ? call.with(corrected()).text(call.form()) : "";
  }

  static String label(Advice.Kind kind) {
    return switch (kind) {
      case CHANGED -> "changed";
      case MEANT -> "meant";
      case REFUSED_BY_SERVICE -> "service";
      case SENT_OTHERWISE -> "sent";
    };
  }
}
