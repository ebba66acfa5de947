package awsleuth.boto.config;

import awsleuth.boto.Raised;

/**
 * Why botocore raises {@code ConfigParseError} for a file.
 *
 * @param place where
 * @param reason what is wrong, for people; nothing of the file but names is in it
 * @param error what Python's reader raised, which botocore gives as the reason; its message quotes
 *     the file, secrets too
 */
public record ConfigFault(Place place, String reason, Raised error) implements ConfigReading {

  @Override
  public String path() {
    return place.file();
  }
}
