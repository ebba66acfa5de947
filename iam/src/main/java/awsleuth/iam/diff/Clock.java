package awsleuth.iam.diff;

import awsleuth.iam.policy.Literals;
import awsleuth.iam.policy.Located;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Two keys have the instant of a request: aws:CurrentTime as a date, aws:EpochTime in seconds. */
final class Clock {

  private static final String DATE = "aws:CurrentTime";
  private static final String SECONDS = "aws:EpochTime";

  private Clock() {}

  /** Whether a context has two different instants for now. */
  static boolean isApart(Context context) {
    Optional<Instant> date = instant(context, DATE);
    Optional<Instant> seconds = instant(context, SECONDS);
    return date.isPresent() && seconds.isPresent() && !date.equals(seconds);
  }

  private static Optional<Instant> instant(Context context, String key) {
    return context.get(key) instanceof ContextValue.Present p && p.values().size() == 1
        ? Literals.instant(p.values().getFirst())
        : Optional.empty();
  }

  /** A context of a box with one instant for both keys, if the box has any; else as it is. */
  static Context one(Solver solver, Context context, BitSet holds, BitSet not) {
    if (!isApart(context)) {
      return context;
    }
    for (Instant instant : instants(solver, holds, not)) {
      ContextValue date = ContextValue.Present.of(instant.toString());
      ContextValue seconds = ContextValue.Present.of(Long.toString(instant.getEpochSecond()));
      if (solver.fits("aws:currenttime", date, holds, not)
          && solver.fits("aws:epochtime", seconds, holds, not)) {
        return context
            .with(solver.parts().spelling("aws:currenttime"), date)
            .with(solver.parts().spelling("aws:epochtime"), seconds);
      }
    }
    return context;
  }

  /** Instants of whole seconds that stand for all, for the conditions on both keys. */
  private static List<Instant> instants(Solver solver, BitSet holds, BitSet not) {
    BitSet about = (BitSet) solver.parts().about("aws:currenttime").clone();
    about.or(solver.parts().about("aws:epochtime"));
    BitSet box = (BitSet) holds.clone();
    box.or(not);
    about.and(box);
    List<Located> wanted = new ArrayList<>();
    solver.parts().in(about).forEach(p -> wanted.addAll(Parts.values(p)));
    return Critical.of(Critical.Family.INSTANT, wanted).stream()
        .flatMap(t -> Literals.instant(t).stream())
        .filter(i -> i.equals(i.truncatedTo(ChronoUnit.SECONDS)))
        .toList();
  }
}
