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
    return Regions.valid(name) && name.length() <= 24 && name.contains("-")
        ? name
        : "not the name of a Region";
  }
}
