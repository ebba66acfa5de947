package awsleuth.iam.diff;

import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Mode;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Shape;
import awsleuth.iam.match.Shape.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places between the elements of all patterns of some clauses, numbered through: an automaton
 * without states of its own. A symbol is a character, or below zero a variable.
 */
final class Positions {

  private final List<Place> places = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final Map<String, Integer> variables = new HashMap<>();

  /**
   * A place.
   *
   * @param clause the number of its pattern's clause
   * @param element what comes next; null at the end of the pattern
   * @param pattern the pattern
   * @param forever whether the pattern matches whatever follows
   * @param end the place at the end of its pattern
   */
  record Place(
      int clause, Shape.@Nullable Element element, Pattern pattern, boolean forever, int end) {

    boolean isEnd() {
      return element == null;
    }

    /** A value with a colon moves what follows into a later part. */
    boolean mayCross() {
      return pattern.mode() != Mode.MUST && pattern.shape().hasVariables();
    }
  }

  Positions(List<Clause> clauses) {
    for (int c = 0; c < clauses.size(); c++) {
      for (Pattern pattern : clauses.get(c).patterns()) {
        if (!pattern.shape().isMalformed()
            && (pattern.shape().whole() || pattern.mode() != Mode.MUST)) {
          add(c, pattern);
        }
      }
    }
  }

  private void add(int clause, Pattern pattern) {
    List<Shape.Element> elements = pattern.shape().elements();
    int start = places.size();
    int end = start + elements.size();
    int open = elements.size();
    while (open > 0 && elements.get(open - 1).kind() == Kind.STAR) {
      open--;
    }
    starts.add(start);
    for (int i = 0; i < elements.size(); i++) {
      Shape.Element e = elements.get(i);
      boolean lower = pattern.anyCase() && e.kind() == Kind.CHARACTER;
      Shape.Element kept =
          lower ? new Shape.Element(e.kind(), Character.toLowerCase(e.character()), "") : e;
      places.add(new Place(clause, kept, pattern, i >= open, end));
      if (e.kind() == Kind.VARIABLE) {
        variables.computeIfAbsent(e.key(), _ -> -1 - variables.size());
      }
    }
    places.add(new Place(clause, null, pattern, false, end));
  }

  Place get(int position) {
    return places.get(position);
  }

  /** The places before any symbol. */
  BitSet first() {
    BitSet first = new BitSet();
    starts.forEach(s -> enter(s, first));
    return first;
  }

  private void enter(int position, BitSet into) {
    if (into.get(position)) {
      return;
    }
    into.set(position);
    Place place = places.get(position);
    if (!place.isEnd() && isRun(place)) {
      enter(position + 1, into);
    }
  }

  private static boolean isRun(Place place) {
    return switch (kind(place)) {
      case STAR, STAR_IN_PART -> true;
      case VARIABLE -> place.pattern().mode() == Mode.MAY;
      case CHARACTER, ANY, ANY_IN_PART -> false;
    };
  }

  private static Kind kind(Place place) {
    Shape.Element element = java.util.Objects.requireNonNull(place.element());
    return place.mayCross()
        ? switch (element.kind()) {
          case ANY_IN_PART -> Kind.ANY;
          case STAR_IN_PART -> Kind.STAR;
          case CHARACTER, ANY, STAR, VARIABLE -> element.kind();
        }
        : element.kind();
  }

  /** Where a symbol leads. */
  BitSet next(int[] from, int symbol) {
    BitSet next = new BitSet();
    for (int position : from) {
      Place place = places.get(position);
      if (symbol < 0) {
        variable(position, place, symbol, next);
      } else if (!place.isEnd()) {
        character(position, place, (char) symbol, next);
      }
    }
    return next;
  }

  private void character(int position, Place place, char c, BitSet next) {
    Shape.Element element = java.util.Objects.requireNonNull(place.element());
    switch (kind(place)) {
      case CHARACTER -> {
        char compared = place.pattern().anyCase() ? Character.toLowerCase(c) : c;
        if (compared == element.character()) {
          enter(position + 1, next);
        }
      }
      case ANY -> enter(position + 1, next);
      case ANY_IN_PART -> {
        if (c != ':') {
          enter(position + 1, next);
        }
      }
      case STAR -> enter(position, next);
      case STAR_IN_PART -> {
        if (c != ':') {
          enter(position, next);
        }
      }
      case VARIABLE -> {
        if (place.pattern().mode() == Mode.MAY) {
          enter(position, next);
        }
      }
    }
  }

  private void variable(int position, Place place, int symbol, BitSet next) {
    if (place.pattern().mode() == Mode.MAY) {
      for (int i = position; i <= place.end(); i++) {
        enter(i, next);
      }
      return;
    }
    if (place.isEnd()) {
      return;
    }
    Shape.Element element = java.util.Objects.requireNonNull(place.element());
    if (element.kind() == Kind.VARIABLE && variables.get(element.key()) == symbol) {
      enter(position + 1, next);
    } else if (element.kind() == Kind.STAR && place.pattern().mode() == Mode.MUST) {
      enter(position, next);
    }
  }

  /** The symbols that a place tells from others. */
  void symbols(Place place, Set<Integer> found) {
    if (place.isEnd()) {
      return;
    }
    Shape.Element element = java.util.Objects.requireNonNull(place.element());
    switch (element.kind()) {
      case CHARACTER -> {
        found.add((int) element.character());
        if (place.pattern().anyCase()) {
          found.add((int) Character.toUpperCase(element.character()));
        }
      }
      case ANY_IN_PART, STAR_IN_PART -> found.add((int) ':');
      case VARIABLE -> {
        if (place.pattern().mode() == Mode.EXACT) {
          found.add(variables.getOrDefault(element.key(), -1));
        }
      }
      case ANY, STAR -> {}
    }
  }
}
