package awsleuth.lint;

/**
 * A change of a file.
 *
 * @param start where what is replaced begins, in characters of the file
 * @param end behind its end
 * @param text what stands there then
 */
public record Edit(int start, int end, String text) {}
