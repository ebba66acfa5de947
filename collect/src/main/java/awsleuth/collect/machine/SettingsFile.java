package awsleuth.collect.machine;

/**
 * A file of settings that botocore reads.
 *
 * @param which {@code config} or {@code credentials}
 * @param path its path
 * @param text its text with all its secrets; empty where there is no such file, which botocore
 *     takes for an empty one
 */
public record SettingsFile(String which, String path, String text) {}
