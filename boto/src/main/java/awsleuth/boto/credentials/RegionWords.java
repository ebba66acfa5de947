package awsleuth.boto.credentials;

import awsleuth.boto.config.Found;

/** A Region as it may be shown: what does not look like a name is not repeated. */
public final class RegionWords {

  private RegionWords() {}

  /** The name, or words for what is none. */
  public static String of(Found<String> region) {
    String name = region.value();
    if (name.isEmpty()) {
      return "empty";
    }
    String plain = name.strip();
    return !Regions.valid(plain) || plain.length() > 24 || !plain.contains("-")
        ? "not the name of a Region"
        : isPadded(region) ? plain + padding(name) : name;
  }

  /** Whether white space at its ends is part of the name, which no Region has. */
  public static boolean isPadded(Found<String> region) {
    return !region.value().equals(region.value().strip());
  }

  private static String padding(String name) {
    boolean lead = !name.equals(name.stripLeading());
    boolean tail = !name.equals(name.stripTrailing());
    return " with "
        + (name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0 ? "a line break" : "white space")
        + (lead && tail ? " at its ends" : lead ? " before it" : " at its end");
  }
}
