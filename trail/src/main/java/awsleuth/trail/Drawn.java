package awsleuth.trail;

import java.io.Serializable;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Values of which no more than so many are kept: those that a hash puts first, so that which are
 * kept has nothing to do with what they are, nor with the order in which they come.
 *
 * @param <T> the values' class, whose hash follows from the value alone
 */
public final class Drawn<T extends Comparable<T> & Serializable> implements Serializable {

  private static final long serialVersionUID = 1;

  private final int most;
  private final TreeSet<Lot<T>> lots = new TreeSet<>();

  /** A value's place in the order. */
  private record Lot<T extends Comparable<T> & Serializable>(int number, T value)
      implements Comparable<Lot<T>>, Serializable {

    static <T extends Comparable<T> & Serializable> Lot<T> of(T value) {
      int hash = value.hashCode();
      return new Lot<>((hash ^ (hash >>> 15)) * 0x9e3779b1, value);
    }

    @Override
    public int compareTo(Lot<T> other) {
      int first = Integer.compare(number, other.number);
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
