package awsleuth.app.diagnose;

import awsleuth.core.conflict.Conflict;
import awsleuth.core.conflict.Conflict.Taken;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Need;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Conflicts with each of their texts put through a function; by itself, since few calls have any.
 */
final class RedactedConflict {

  private RedactedConflict() {}

  static List<Conflict> all(List<Conflict> conflicts, UnaryOperator<String> text) {
    return conflicts.stream().map(c -> of(c, text)).toList();
  }

  private static Conflict of(Conflict c, UnaryOperator<String> text) {
    List<Citation> says =
        c.says().stream()
            .map(s ->
                new Citation(
                    text.apply(s.text()),
                    new Source(text.apply(s.source().artifact()), s.source().line())))
            .toList();
    return new Conflict(c.kind(), text.apply(c.what()), says, taken(c.taken(), text));
  }

  private static Taken taken(Taken taken, UnaryOperator<String> text) {
    return switch (taken) {
      case Taken.One(String words) -> new Taken.One(text.apply(words));
      case Taken.None(String words, Set<String> artifacts, Need need) ->
          new Taken.None(
              text.apply(words),
              artifacts,
              new Need(text.apply(need.what()), text.apply(need.how())));
    };
  }
}
