package awsleuth.trail.read;

/**
 * A file of an archive.
 *
 * @param entry the file
 * @param name how people name it
 * @param size in bytes, as it was stored when it was found
 */
public record Found(Entry entry, String name, long size) {}
