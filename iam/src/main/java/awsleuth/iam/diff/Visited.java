package awsleuth.iam.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The states that a walk through the product of patterns has come to, each once. */
final class Visited {

  private static final int MOST_STATES = 20_000;

  /** So many bytes all states may take. */
  private static final long MOST_BYTES = 24_000_000;

  /** What a state takes beside its places. */
  private static final int STATE_BYTES = 120;

  private final List<Node> nodes = new ArrayList<>();
  private final Set<State> seen = new HashSet<>();
  private long bytes;

  /** A state, and the text to it from its end. */
  private static final class Node {
    private final int[] places;
    private final int before;
    private final int symbol;

    private Node(int[] places, int before, int symbol) {
      this.places = places;
      this.before = before;
      this.symbol = symbol;
    }
  }

  /** What makes two states the same. */
  private static final class State {
    private final int[] places;
    private final int hash;

    private State(int[] places) {
      this.places = places;
      int mixed = 0;
      for (int place : places) {
        mixed = (mixed + place) * 0x9E3779B1;
      }
      this.hash = mixed ^ (mixed >>> 15);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof State s && hash == s.hash && Arrays.equals(places, s.places);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  int size() {
    return nodes.size();
  }

  /** The places of a state. */
  int[] places(int node) {
    return nodes.get(node).places;
  }

  /** Whether a walk ended because there was too much to see. */
  boolean isCut() {
    return nodes.size() > MOST_STATES || bytes > MOST_BYTES;
  }

  /**
   * Keeps a state that is new.
   *
   * @param before the state that it was come from; below zero where it is the first
   * @param symbol what led to it
   */
  void put(int[] places, int before, int symbol) {
    if (seen.add(new State(places))) {
      nodes.add(new Node(places, before, symbol));
      bytes += STATE_BYTES + (long) Integer.BYTES * places.length;
    }
  }

  /** The text that leads to a state. */
  int[] symbolsTo(int node) {
    int length = 0;
    for (int i = node; nodes.get(i).before >= 0; i = nodes.get(i).before) {
      length++;
    }
    int[] symbols = new int[length];
    for (int i = node; nodes.get(i).before >= 0; i = nodes.get(i).before) {
      symbols[--length] = nodes.get(i).symbol;
    }
    return symbols;
  }
}
