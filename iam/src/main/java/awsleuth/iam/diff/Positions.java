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
   * @param kind what comes next, for the pattern's mode; null at the end of the pattern
   * @param character the character that comes next, if one does
   * @param variable the symbol of the variable that comes next; 0 if none does
   * @param pattern the pattern
   * @param forever whether the pattern matches whatever follows
   * @param end the place at the end of its pattern
   */
  record Place(
      int clause,
      @Nullable Kind kind,
      char character,
      int variable,
      Pattern pattern,
      boolean forever,
      int end) {

    boolean isEnd() {
      return kind == null;
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
    boolean crosses = pattern.mode() != Mode.MUST && pattern.shape().hasVariables();
    for (int i = 0; i < elements.size(); i++) {
      Shape.Element e = elements.get(i);
      Kind kind = crosses ? wider(e.kind()) : e.kind();
      char c = pattern.anyCase() ? Character.toLowerCase(e.character()) : e.character();
      int variable =
          kind == Kind.VARIABLE
              ? variables.computeIfAbsent(e.key(), _ -> -1 - variables.size())
              : 0;
      places.add(new Place(clause, kind, c, variable, pattern, i >= open, end));
    }
    places.add(new Place(clause, null, '\0', 0, pattern, false, end));
  }

  /** A value with a colon moves what follows into a later part of an ARN. */
  private static Kind wider(Kind kind) {
    return switch (kind) {
      case ANY_IN_PART -> Kind.ANY;
      case STAR_IN_PART -> Kind.STAR;
      case CHARACTER, ANY, STAR, VARIABLE -> kind;
    };
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
    if (place.kind() != null && isRun(place, place.kind())) {
      enter(position + 1, into);
    }
  }

  private static boolean isRun(Place place, Kind kind) {
    return switch (kind) {
      case STAR, STAR_IN_PART -> true;
      case VARIABLE -> place.pattern().mode() == Mode.MAY;
      case CHARACTER, ANY, ANY_IN_PART -> false;
    };
  }

  /** Where a symbol leads. */
  BitSet next(BitSet from, int symbol) {
    BitSet next = new BitSet();
    for (int position = from.nextSetBit(0);
        position >= 0;
        position = from.nextSetBit(position + 1)) {
      Place place = places.get(position);
      if (symbol < 0) {
        variable(position, place, symbol, next);
      } else if (place.kind() != null) {
        character(position, place, place.kind(), (char) symbol, next);
      }
    }
    return next;
  }

  private void character(int position, Place place, Kind kind, char c, BitSet next) {
    switch (kind) {
      case CHARACTER -> {
        char compared = place.pattern().anyCase() ? Character.toLowerCase(c) : c;
        if (compared == place.character()) {
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
    if (place.variable() == symbol) {
      enter(position + 1, next);
    } else if (place.kind() == Kind.STAR && place.pattern().mode() == Mode.MUST) {
      enter(position, next);
    }
  }

  /** The symbols that a place tells from others. */
  void symbols(Place place, Set<Integer> found) {
    Kind kind = place.kind();
    if (kind == null) {
      return;
    }
    switch (kind) {
      case CHARACTER -> {
        found.add((int) place.character());
        if (place.pattern().anyCase()) {
          Letters.others(place.character()).forEach(other -> found.add((int) other));
        }
      }
      case ANY_IN_PART, STAR_IN_PART -> found.add((int) ':');
      case VARIABLE -> {
        if (place.pattern().mode() == Mode.EXACT) {
          found.add(place.variable());
        }
      }
      case ANY, STAR -> {}
    }
  }
}
