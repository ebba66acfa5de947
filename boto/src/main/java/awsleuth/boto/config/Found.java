package awsleuth.boto.config;

/**
 * A value and where it came from.
 *
 * @param value never null
 */
public record Found<T>(T value, Origin origin) {}
