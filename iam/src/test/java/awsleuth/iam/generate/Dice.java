package awsleuth.iam.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that can be repeated. */
final class Dice {

  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Whether something of so many percent happens. */
  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  /** A number from zero to below a limit. */
  int below(int limit) {
    return random.nextInt(limit);
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** One to so many of a list, perhaps one twice. */
  <T> List<T> some(int most, List<T> choices) {
    List<T> some = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      some.add(of(choices));
    }
    return some;
  }
}
