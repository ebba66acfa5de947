package awsleuth.boto.config;

/**
 * Why botocore raises {@code ConfigParseError} for a file.
 *
 * @param place where
 * @param reason what is wrong, for people
 */
public record ConfigFault(Place place, String reason) implements ConfigReading {

  @Override
  public String path() {
    return place.file();
  }
}
