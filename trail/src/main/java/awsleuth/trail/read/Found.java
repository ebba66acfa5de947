package awsleuth.trail.read;

import java.nio.file.Path;

/**
 * A file of an archive.
 *
 * @param name its path below what was given, with that
 * @param size in bytes, as it is stored
 */
record Found(Path path, String name, long size) {}
