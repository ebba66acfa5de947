package awsleuth.trail.make;

/**
 * What was written.
 *
 * @param files how many files
 * @param events how many events
 * @param bytes how many bytes of JSON
 * @param packed how many bytes the files have
 */
public record Made(long files, long events, long bytes, long packed) {}
