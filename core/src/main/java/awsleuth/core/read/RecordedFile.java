package awsleuth.core.read;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.ProfileSetting.File;
import awsleuth.core.read.json.JsonValue.Members;
import java.util.Locale;

/** Reads a config or credentials file out of a record. */
final class RecordedFile {

  /** The byte order mark, which the reader of JSON drops, so that a member tells it. */
  private static final String MARK = "\ufeff";

  private RecordedFile() {}

  static Artifact of(Members line) {
    boolean credentials =
        line.text("which").equals(File.CREDENTIALS.name().toLowerCase(Locale.ROOT));
    return new Artifact(
        line.text("path"),
        credentials ? Artifact.Kind.CREDENTIALS : Artifact.Kind.CONFIG,
        (line.get("mark") == null ? "" : MARK) + line.text("text"));
  }
}
