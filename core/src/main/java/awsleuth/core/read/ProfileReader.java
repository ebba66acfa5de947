package awsleuth.core.read;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.ProfileSetting.File;
import awsleuth.core.evidence.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code ~/.aws/config} and {@code ~/.aws/credentials} as botocore does
 * (botocore/configloader.py): no inline comments, {@code =} or {@code :} after a key, keys in lower
 * case, deeper indentation continues a value.
 */
final class ProfileReader {

  private final File file;
  private final List<ProfileSetting> found = new ArrayList<>();
  private String section = "";
  private String profile = "";

  private ProfileReader(Artifact artifact) {
    this.file = artifact.kind() == Artifact.Kind.CREDENTIALS ? File.CREDENTIALS : File.CONFIG;
  }

  static List<ProfileSetting> read(Artifact artifact) {
    ProfileReader reader = new ProfileReader(artifact);
    int number = 0;
    for (String raw : artifact.text().split("\n", -1)) {
      number++;
      reader.line(raw.replace("\r", ""), new Source(artifact.name(), number));
    }
    return reader.found;
  }

  private void line(String line, Source source) {
    String bare = line.strip();
    if (bare.isEmpty() || bare.startsWith("#") || bare.startsWith(";")) {
      return;
    }
    if (line.startsWith("[") && line.indexOf(']') > 0) {
      section = line.substring(1, line.indexOf(']'));
      profile = profileOf(section);
      add("", "", source);
      return;
    }
    int separator = separator(line);
    if (separator < 0) {
      add("?", Secrets.mask(bare), source);
      return;
    }
    String key = line.substring(0, separator).strip().toLowerCase(Locale.ROOT);
    String nested = Character.isWhitespace(line.charAt(0)) ? "." : "";
    String written = line.substring(separator + 1).strip();
    add(nested + key, written, source);
  }

  private void add(String key, String written, Source source) {
    found.add(
        new ProfileSetting(
            file,
            section,
            profile,
            key,
            EnvironmentReader.Values.safe(key, written),
            EnvironmentReader.Values.shape(written, written, source),
            source));
  }

  private static int separator(String line) {
    int equals = line.indexOf('=');
    int colon = line.indexOf(':');
    return equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
  }

  /** The profile that botocore takes a section for; empty where it takes it for none. */
  private String profileOf(String name) {
    if (file == File.CREDENTIALS) {
      return name;
    }
    if (name.equals("default")) {
      return "default";
    }
    if (!name.startsWith("profile")) {
      return "";
    }
    String rest = name.substring("profile".length()).strip();
    String bare = Quotes.bare(rest);
    return bare.indexOf(' ') < 0 || rest.startsWith("\"") || rest.startsWith("'") ? bare : "";
  }
}
