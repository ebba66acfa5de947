package awsleuth.core.evidence;

/**
 * The text of a config or credentials file as the parser of botocore takes it. Every letter and
 * digit of a secret, and of what may be one, is an {@code x}; lines, names of settings, quotes,
 * spaces and what begins a comment stay where they are.
 *
 * @param file which of the two files it is
 * @param text the text
 * @param record the record of a run that has it as the program found it; empty for the file itself
 * @param source the file
 */
public record ConfigText(ProfileSetting.File file, String text, String record, Source source)
    implements Evidence {

  /** Whether it is how the file was when a program ran. */
  public boolean isRecorded() {
    return !record.isEmpty();
  }

  /** The same as a record has it. */
  public ConfigText in(String artifact) {
    return new ConfigText(file, text, artifact, source);
  }

  /** The same file with another text. */
  public ConfigText with(String other) {
    return new ConfigText(file, other, record, source);
  }
}
