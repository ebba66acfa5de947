package awsleuth.core.evidence;

/**
 * The text of a config or credentials file as the parser of botocore takes it. Every letter and
 * digit of a secret, and of what may be one, is an {@code x}; lines, names of settings, quotes,
 * spaces and what begins a comment stay where they are.
 *
 * @param file which of the two files it is
 * @param text the text
 * @param source the file
 */
public record ConfigText(ProfileSetting.File file, String text, Source source)
    implements Evidence {}
