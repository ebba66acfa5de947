package awsleuth.core.fact;

import awsleuth.core.evidence.Source;

/**
 * A piece of evidence, in words.
 *
 * @param text what it says, such as {@code the error code is `ExpiredToken`}
 * @param source where it stands
 */
public record Citation(String text, Source source) {}
