package awsleuth.core.scan;

/**
 * What a search went through.
 *
 * @param bytes the length of the stream in bytes
 * @param lines its lines, counted by line feeds; a last one without a line feed counts
 * @param stretches how many stretches were handed over
 * @param stretchBytes their bytes together
 */
public record Summary(long bytes, long lines, long stretches, long stretchBytes) {}
