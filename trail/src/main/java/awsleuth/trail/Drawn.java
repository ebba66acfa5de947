package awsleuth.trail;

import java.io.Serializable;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Values of which no more than so many are kept: those that a hash puts first, so that which are
 * kept has nothing to do with what they are, nor with the order in which they come.
 *
 * @param <T> the values' class
 */
public final class Drawn<T extends Comparable<T> & Drawn.Numbered> implements Serializable {

  /** What can be drawn. */
  public interface Numbered extends Serializable {

    /** A hash of what it is, the same on every machine. */
    long number();
  }

  private static final long serialVersionUID = 1;

  private final int most;
  private final TreeSet<Lot<T>> lots = new TreeSet<>();

  /** A value's place in the order. */
  private record Lot<T extends Comparable<T> & Drawn.Numbered>(long number, T value)
      implements Comparable<Lot<T>>, Serializable {

    static <T extends Comparable<T> & Drawn.Numbered> Lot<T> of(T value) {
      long hash = value.number();
      return new Lot<>((hash ^ (hash >>> 29)) * 0x9e3779b97f4a7c15L, value);
    }

    @Override
    public int compareTo(Lot<T> other) {
      int first = Long.compare(number, other.number);
      return first != 0 ? first : value.compareTo(other.value);
    }
  }

  /** None yet, of at most so many. */
  public Drawn(int most) {
    this.most = most;
  }

  /** Takes one in; the value that is left out for that, which may be this one; empty for none. */
  public Optional<T> add(T value) {
    lots.add(Lot.of(value));
    return lots.size() > most
        ? Optional.ofNullable(lots.pollLast()).map(Lot::value)
        : Optional.empty();
  }

  /** Takes in what another has; for each value that is left out for that, something is done. */
  public void addAll(Drawn<T> other, java.util.function.Consumer<T> left) {
    other.lots.forEach(lot -> add(lot.value()).ifPresent(left));
  }

  /** How many there are. */
  public int size() {
    return lots.size();
  }
}
