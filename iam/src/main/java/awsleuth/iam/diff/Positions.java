package awsleuth.iam.diff;

import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Mode;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Shape;
import awsleuth.iam.match.Shape.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places between the elements of all patterns of some clauses, numbered through: an automaton
 * without states of its own. A symbol is a character, or below zero a variable.
 */
final class Positions {

  private static final int[] NONE = {};
  private static final int[] COLON = {':'};

  private final List<Place> added = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();
  private final Map<String, Integer> variables;
  private final List<int[]> told = new ArrayList<>();
  private final Place[] places;
  private final PlaceSet into;

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
    this(clauses, new HashMap<>());
  }

  private Positions(List<Clause> clauses, Map<String, Integer> variables) {
    this.variables = variables;
    for (int c = 0; c < clauses.size(); c++) {
      for (Pattern pattern : clauses.get(c).patterns()) {
        if (!pattern.shape().isMalformed()
            && (pattern.shape().whole() || pattern.mode() != Mode.MUST)) {
          add(c, pattern);
        }
      }
    }
    this.places = added.toArray(Place[]::new);
    this.into = new PlaceSet(Covered.from(places));
  }

  /** The places of other clauses, with the same symbols for the same variables. */
  Positions of(List<Clause> others) {
    return new Positions(others, variables);
  }

  private void add(int clause, Pattern pattern) {
    List<Shape.Element> elements = pattern.shape().elements();
    int start = added.size();
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
      int[] symbols = symbols(kind, c, variable, pattern);
      added.add(new Place(clause, kind, c, variable, pattern, i >= open, end));
      told.add(symbols);
    }
    added.add(new Place(clause, null, '\0', 0, pattern, false, end));
    told.add(NONE);
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
    return places[position];
  }

  /** The places before any symbol, in order. */
  int[] first() {
    into.clear();
    starts.forEach(this::enter);
    return into.told();
  }

  private void enter(int position) {
    int at = position;
    while (into.add(at)) {
      Place place = places[at];
      if (place.kind() == null || !isRun(place, place.kind())) {
        return;
      }
      at++;
    }
  }

  private static boolean isRun(Place place, Kind kind) {
    return switch (kind) {
      case STAR, STAR_IN_PART -> true;
      case VARIABLE -> place.pattern().mode() == Mode.MAY;
      case CHARACTER, ANY, ANY_IN_PART -> false;
    };
  }

  /**
   * Texts that patterns match, each as its symbols.
   *
   * @param most so many patterns, the first ones of each clause
   * @param run the character that stands for each run of characters; below zero for none
   */
  Stream<int[]> samples(int most, int run) {
    Map<Integer, Integer> seen = new HashMap<>();
    return starts.stream()
        .filter(s -> seen.merge(places[s].clause(), 1, Integer::sum) <= most)
        .map(s -> sample(s, run));
  }

  private int[] sample(int start, int run) {
    IntStream.Builder symbols = IntStream.builder();
    for (int at = start; places[at].kind() != null; at++) {
      Place place = places[at];
      Kind kind = Objects.requireNonNull(place.kind());
      int one =
          switch (kind) {
            case CHARACTER -> place.character();
            case ANY, ANY_IN_PART -> 'x';
            case STAR, STAR_IN_PART -> run < 0 ? 0 : run;
            case VARIABLE ->
                place.pattern().mode() == Mode.EXACT ? place.variable() : run < 0 ? 0 : run;
          };
      if (one != 0) {
        symbols.add(one);
      }
    }
    return symbols.build().toArray();
  }

  /** Where a symbol leads, in order. */
  int[] next(int[] from, int symbol) {
    into.clear();
    for (int position : from) {
      Place place = places[position];
      if (symbol < 0) {
        variable(position, place, symbol);
      } else if (place.kind() != null) {
        character(position, place, place.kind(), (char) symbol);
      }
    }
    return into.told();
  }

  private void character(int position, Place place, Kind kind, char c) {
    switch (kind) {
      case CHARACTER -> {
        char compared = place.pattern().anyCase() ? Character.toLowerCase(c) : c;
        if (compared == place.character()) {
          enter(position + 1);
        }
      }
      case ANY -> enter(position + 1);
      case ANY_IN_PART -> {
        if (c != ':') {
          enter(position + 1);
        }
      }
      case STAR -> enter(position);
      case STAR_IN_PART -> {
        if (c != ':') {
          enter(position);
        }
      }
      case VARIABLE -> {
        if (place.pattern().mode() == Mode.MAY) {
          enter(position);
        }
      }
    }
  }

  private void variable(int position, Place place, int symbol) {
    if (place.pattern().mode() == Mode.MAY) {
      for (int i = position; i <= place.end(); i++) {
        enter(i);
      }
      return;
    }
    if (place.variable() == symbol) {
      enter(position + 1);
    } else if (place.kind() == Kind.STAR && place.pattern().mode() == Mode.MUST) {
      enter(position);
    }
  }

  /** The symbols that a place with an element behind it tells from others. */
  private static int[] symbols(Kind kind, char c, int variable, Pattern pattern) {
    return switch (kind) {
      case CHARACTER -> {
        List<Integer> all = new ArrayList<>(List.of((int) c));
        if (pattern.anyCase()) {
          Letters.others(c).forEach(other -> all.add((int) other));
        }
        yield all.stream().mapToInt(Integer::intValue).toArray();
      }
      case ANY_IN_PART, STAR_IN_PART -> COLON;
      case VARIABLE -> pattern.mode() == Mode.EXACT ? new int[] {variable} : NONE;
      case ANY, STAR -> NONE;
    };
  }

  /** The symbols that some places tell from others, in order, each once. */
  int[] symbols(int[] from) {
    int size = 0;
    for (int position : from) {
      size += told.get(position).length;
    }
    int[] all = new int[size];
    size = 0;
    for (int position : from) {
      for (int symbol : told.get(position)) {
        all[size++] = symbol;
      }
    }
    Arrays.sort(all);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[distinct++] = all[i];
      }
    }
    return Arrays.copyOf(all, distinct);
  }
}
