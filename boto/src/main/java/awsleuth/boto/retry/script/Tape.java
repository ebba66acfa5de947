package awsleuth.boto.retry.script;

import awsleuth.boto.python.PyValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The random numbers of a record, in order; where they end, there are none: NaN. */
final class Tape implements DoubleSupplier {

  private final Deque<Double> left = new ArrayDeque<>();

  Tape(@Nullable PyValue numbers) {
    add(numbers);
  }

  /** Lists in lists, one for each call, are one after the other. */
  private void add(@Nullable PyValue value) {
    switch (value) {
      case PyValue.PyList list -> list.items().forEach(this::add);
      case PyValue.Real real -> left.add(real.value());
      case PyValue.Int whole -> left.add(whole.value().doubleValue());
      case null, default -> {}
    }
  }

  @Override
  public double getAsDouble() {
    return left.isEmpty() ? Double.NaN : left.removeFirst();
  }
}
