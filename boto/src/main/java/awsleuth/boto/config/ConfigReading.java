package awsleuth.boto.config;

/** What reading a file gave: its sections, or what keeps botocore from reading it. */
public sealed interface ConfigReading permits ConfigFile, ConfigFault {

  /** The path as the user would write it. */
  String path();
}
