package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.ProfileSetting.File;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.text.Quotes;
import awsleuth.core.read.text.Terminal;
import awsleuth.core.secret.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code ~/.aws/config} and {@code ~/.aws/credentials} as botocore does
 * (botocore/configloader.py): no inline comments, {@code =} or {@code :} after a key, keys in lower
 * case, deeper indentation continues a value.
 */
public final class ProfileReader {

  private final File file;
  private final List<ProfileSetting> found = new ArrayList<>();
  private String section = "";
  private String profile = "";

  /** Whether the last setting is a secret, which an indented line would go on with. */
  private boolean secret;

  private ProfileReader(Artifact artifact) {
    this.file = artifact.kind() == Artifact.Kind.CREDENTIALS ? File.CREDENTIALS : File.CONFIG;
  }

  /** The settings with the headers of their sections, in the order of their lines. */
  public static List<ProfileSetting> read(Artifact artifact) {
    ProfileReader reader = new ProfileReader(artifact);
    int number = 0;
    for (String raw : artifact.text().split("\n", -1)) {
      number++;
      reader.line(Terminal.plain(raw.replace("\r", "")), new Source(artifact.name(), number));
    }
    return reader.found;
  }

  private void line(String line, Source source) {
    String bare = line.strip();
    if (bare.isEmpty() || bare.startsWith("#") || bare.startsWith(";")) {
      return;
    }
    if (line.startsWith("[") && line.indexOf(']') > 0) {
      section = Secrets.mask(line.substring(1, line.indexOf(']')));
      profile = profileOf(section);
      add("", "", source);
      return;
    }
    setting(line, bare, source);
  }

  private void setting(String line, String bare, Source source) {
    boolean indented = Character.isWhitespace(line.charAt(0));
    int separator = separator(line);
    String key = separator < 0 ? "" : line.substring(0, separator).strip();
    if (separator < 0 || (indented && secret) || !Secrets.mask(key).equals(key)) {
      add("?", indented && secret ? Secrets.MASK : Secrets.mask(bare), source);
      return;
    }
    secret = indented ? secret : Secrets.isSetting(key);
    String written = line.substring(separator + 1).strip();
    add((indented ? "." : "") + key.toLowerCase(Locale.ROOT), written, source);
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
