package awsleuth.iam.diff;

import awsleuth.iam.diff.Positions.Place;
import awsleuth.iam.diff.TextSearch.Mode;
import awsleuth.iam.match.Shape.Kind;
import java.util.stream.IntStream;

/**
 * Which places of patterns say nothing beside others, so that fewer states are to be told apart.
 */
final class Covered {

  private Covered() {}

  /** For each place the first of those before it that it covers; itself where it covers none. */
  static int[] from(Place[] places) {
    return IntStream.range(0, places.length).map(p -> first(places, p)).toArray();
  }

  /**
   * The first of the places of a pattern that need not be told beside one: whatever leads from them
   * to the end of the pattern leads there from a run of characters behind them as well.
   */
  private static int first(Place[] places, int position) {
    Place run = places[position];
    int from = position;
    while (from > 0 && places[from - 1].end() == run.end() && by(run, places[from - 1])) {
      from--;
    }
    return from;
  }

  private static boolean by(Place run, Place place) {
    if (place.kind() == null || run.kind() == null) {
      return false;
    }
    boolean exact = place.pattern().mode() == Mode.EXACT;
    return switch (run.kind()) {
      case STAR -> place.kind() != Kind.VARIABLE || !exact;
      case STAR_IN_PART ->
          switch (place.kind()) {
            case CHARACTER -> place.character() != ':';
            case ANY_IN_PART, STAR_IN_PART -> true;
            case ANY, STAR, VARIABLE -> false;
          };
      case CHARACTER, ANY, ANY_IN_PART, VARIABLE -> false;
    };
  }
}
