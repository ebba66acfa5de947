package awsleuth.trail.spark;

import awsleuth.app.input.InputException;
import awsleuth.trail.Filter;
import awsleuth.trail.Intake;
import awsleuth.trail.read.Entry;
import awsleuth.trail.read.Finder;
import awsleuth.trail.read.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * The files of an archive.
 *
 * @param places what was given
 * @param filter which events are asked for
 * @param files what is to be read
 * @param intake what was passed over, and what could not be looked at
 */
record Listing(List<String> places, Filter filter, List<StoredFile> files, Intake intake) {

  /**
   * Lists all, folder by folder; those that the layout tells to hold nothing of interest are not
   * opened.
   *
   * @param names how people name places, where they name them otherwise
   * @throws InputException where a place is on no storage that is known
   */
  static Listing of(
      List<String> places, Filter filter, Configuration settings, Map<String, String> names)
      throws InputException {
    List<Entry> given = new ArrayList<>();
    for (String place : places) {
      given.add(Places.entry(place, settings));
    }
    Finder finder = new Finder(given, filter);
    List<StoredFile> files = new ArrayList<>();
    for (Optional<Found> f = finder.next(); f.isPresent(); f = finder.next()) {
      StoredFile file = Places.stored(f.get());
      files.add(file.named(names.getOrDefault(file.name(), file.name())));
    }
    return new Listing(places, filter, files, finder.intake());
  }

  /** Whether it is the listing of these places for this filter. */
  boolean isOf(List<String> otherPlaces, Filter otherFilter) {
    return places.equals(otherPlaces) && filter.equals(otherFilter);
  }
}
