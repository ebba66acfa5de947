package awsleuth.core.fact;

import awsleuth.core.evidence.Source;
import java.util.List;

/** Something worked out from evidence: known with its sources, or unknown with what would tell. */
public sealed interface Fact<T> {

  /** It is known. */
  record Known<T>(T value, List<Source> sources) implements Fact<T> {}

  /** It is not known. */
  record Unknown<T>(Need need) implements Fact<T> {}

  /** A known fact from one source. */
  static <T> Fact<T> known(T value, Source source) {
    return new Known<>(value, List.of(source));
  }

  /** An unknown fact. */
  static <T> Fact<T> unknown(String what, String how) {
    return new Unknown<>(new Need(what, how));
  }
}
