package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.ConfigText;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.ProfileSetting.File;
import awsleuth.core.read.json.JsonValue.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a config or credentials file out of a record. */
final class RecordedFile {

  /** The byte order mark, which the reader of JSON drops, so that a member tells it. */
  private static final String MARK = "\ufeff";

  private RecordedFile() {}

  /** What it is read as, with the record that has it. */
  static List<Evidence> read(Artifact record, Members line, AwsCatalog catalog) {
    List<Evidence> found = new ArrayList<>();
    for (Evidence e : Readers.read(of(line), catalog)) {
      found.add(e instanceof ConfigText text ? text.in(record.name()) : e);
    }
    return found;
  }

  private static Artifact of(Members line) {
    boolean credentials =
        line.text("which").equals(File.CREDENTIALS.name().toLowerCase(Locale.ROOT));
    return new Artifact(
        line.text("path"),
        credentials ? Artifact.Kind.CREDENTIALS : Artifact.Kind.CONFIG,
        (line.get("mark") == null ? "" : MARK) + line.text("text"));
  }
}
