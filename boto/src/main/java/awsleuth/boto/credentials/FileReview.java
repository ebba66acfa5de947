package awsleuth.boto.credentials;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.config.ConfigFault;
import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.ConfigReader;
import awsleuth.boto.config.ConfigReading;
import awsleuth.boto.config.Place;
import awsleuth.boto.config.Section;
import awsleuth.boto.config.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks through a config or credentials file for what is not read as it seems to be meant. */
public final class FileReview {

  private static final Set<String> KEYS =
      Set.of("aws_access_key_id", "aws_secret_access_key", "aws_session_token");
  private static final Set<String> OTHER_HEADERS = Set.of("plugins", "preview", "toplevel");

  /** What is taken for settings of proxies, of which the file has none. */
  private static final Set<String> PROXIES =
      Set.of("proxy", "proxies", "http_proxy", "https_proxy", "no_proxy", "all_proxy");

  private final boolean credentials;
  private final List<Remark> remarks = new ArrayList<>();

  private FileReview(boolean credentials) {
    this.credentials = credentials;
  }

  /**
   * What is to say of a file.
   *
   * @param path as the user would write it
   * @param credentials whether it is the credentials file, else it is the config file
   * @param readable whether others than its owner may read it, as the system tells; empty where it
   *     does not
   */
  public static List<Remark> of(
      String path, byte[] bytes, boolean credentials, Optional<Boolean> readable) {
    FileReview review = new FileReview(credentials);
    review.remarks.addAll(Characters.of(path, bytes));
    switch (ConfigReader.read(path, bytes)) {
      case ConfigFault fault -> review.fault(fault);
      case ConfigFile file -> review.file(file);
    }
    if (readable.orElse(false)
        && (credentials || review.hasSecrets(ConfigReader.read(path, bytes)))) {
      review.remarks.add(
          Remark.note(
              "others than its owner may read this file with keys; chmod 600 it",
              new Place(path, 1, 1)));
    }
    review.remarks.sort(Comparator.comparing(r -> r.place().map(Place::line).orElse(0)));
    return List.copyOf(review.remarks);
  }

  private boolean hasSecrets(ConfigReading reading) {
    return reading instanceof ConfigFile file
        && file.sections().stream().anyMatch(s -> s.settings().containsKey(FileKeys.SECRET));
  }

  private void fault(ConfigFault fault) {
    remarks.add(
        Remark.wrong(fault.reason() + ", so boto3 reads nothing of this file", fault.place()));
  }

  private void file(ConfigFile file) {
    Optional<Section> counts =
        Optional.ofNullable(credentials ? null : file.profiles().get("default"));
    for (Section section : file.sections()) {
      header(section, counts);
      token(section);
      section.settings().values().forEach(setting -> setting(section, setting));
    }
  }

  /**
   * @param counts the section that counts as the profile default; empty where there is none
   */
  private void header(Section section, Optional<Section> counts) {
    Optional<String> fault =
        credentials
            ? Headers.inCredentials(section.header())
            : OTHER_HEADERS.contains(section.header())
                ? Optional.empty()
                : Headers.inConfig(section.header());
    Optional<Correction> correction =
        Headers.meant(section.header(), credentials).map(Correction.Header::new);
    fault.ifPresent(words ->
        remarks.add(
            new Remark(Remark.Weight.WRONG, words, Optional.of(section.place()), correction)));
    boolean again =
        section.header().equals("default")
            && counts.filter(c -> !c.place().equals(section.place())).isPresent();
    if (again) {
      remarks.add(
          Remark.wrong(
              "[profile default] further down replaces all of [default]", section.place()));
    }
  }

  private void token(Section section) {
    Optional<Setting> key =
        section.setting(FileKeys.KEY).filter(s -> s.text().orElse("").startsWith("ASIA"));
    if (key.isPresent()
        && section.setting(FileKeys.SECRET).isPresent()
        && FileKeys.token(section.settings()).isEmpty()) {
      remarks.add(
          Remark.wrong(
              "a key id that begins with ASIA is of a temporary key, and there is no"
                  + " aws_session_token beside it",
              key.get().place()));
    }
  }

  private void setting(Section section, Setting setting) {
    boolean sso = section.header().startsWith("sso-session");
    boolean services = section.header().startsWith("services");
    if (sso && !KnownSettings.SSO_SESSION.contains(setting.name())) {
      elsewhere(setting, "an sso-session");
    } else if (services && setting.value() instanceof Setting.Text) {
      elsewhere(setting, "a services section");
    } else if (!sso && !services && setting.value() instanceof Setting.Text) {
      name(setting);
    }
    setting.text().ifPresent(text -> value(setting, text));
  }

  private void elsewhere(Setting setting, String section) {
    if (KnownSettings.PROFILE.contains(setting.name())) {
      remarks.add(
          Remark.wrong(
              setting.name() + " belongs into a profile, not into " + section, setting.place()));
    }
  }

  private void name(Setting setting) {
    if (KnownSettings.PROFILE.contains(setting.name())) {
      return;
    }
    if (PROXIES.contains(setting.name().replace('-', '_'))) {
      remarks.add(
          Remark.wrong(
              "boto3 takes no proxy from here: it takes those of HTTPS_PROXY, HTTP_PROXY and"
                  + " NO_PROXY, and in code those of Config(proxies=…)",
              setting.place()));
      return;
    }
    String dashed = setting.name().replace('-', '_').replace(' ', '_');
    List<String> near =
        KnownSettings.PROFILE.contains(dashed)
            ? List.of(dashed)
            : AwsCatalog.embedded().nearest(setting.name(), KnownSettings.PROFILE, 1);
    if (!near.isEmpty()) {
      remarks.add(
          Remark.wrong(
              "boto3 knows no such setting; the nearest that it knows is " + near.getFirst(),
              setting.place(),
              new Correction.Rename(setting.name(), near.getFirst())));
    }
  }

  private void value(Setting setting, String text) {
    int comment = Math.max(text.indexOf(" #"), text.indexOf(" ;"));
    if (comment >= 0 || text.startsWith("#") || text.startsWith(";")) {
      remarks.add(
          Remark.wrong(
              "the comment after the value of "
                  + shown(setting)
                  + " is part of the value; put it on its own line",
              setting.place(),
              new Correction.Uncomment()));
    }
    if (text.length() > 1 && quoted(text) && !setting.name().equals("credential_process")) {
      remarks.add(
          Remark.wrong(
              "the quotes around the value of " + shown(setting) + " are part of it; remove them",
              setting.place(),
              new Correction.Unquote()));
    }
    continued(setting, text);
  }

  private static String shown(Setting setting) {
    return KnownSettings.PROFILE.contains(setting.name()) ? setting.name() : "this setting";
  }

  private static boolean quoted(String text) {
    char first = text.charAt(0);
    return (first == '"' || first == '\'') && text.charAt(text.length() - 1) == first;
  }

  private void continued(Setting setting, String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 1; i < lines.length; i++) {
      int equals = lines[i].indexOf('=');
      String name = equals < 0 ? "" : lines[i].substring(0, equals).strip();
      boolean header = lines[i].startsWith("[");
      if (header || KnownSettings.PROFILE.contains(name)) {
        remarks.add(
            Remark.wrong(
                "the indented "
                    + (header ? "section header" : name)
                    + " below it is part of the value of "
                    + shown(setting)
                    + "; remove the spaces before it",
                setting.place(),
                new Correction.Dedent()));
      }
    }
    boolean spaced = KEYS.contains(setting.name()) && text.indexOf(' ') >= 0;
    if (spaced && text.indexOf(" #") < 0 && text.indexOf(" ;") < 0) {
      remarks.add(
          Remark.wrong("there is a space inside the value of " + setting.name(), setting.place()));
    }
  }

  /** The settings of a profile that both files set differently. */
  public static List<Remark> overridden(ConfigFile config, ConfigFile credentials) {
    List<Remark> remarks = new ArrayList<>();
    Map<String, Section> theirs = credentials.byHeader();
    config
        .profiles()
        .forEach((name, section) -> {
          Section other = theirs.get(name);
          for (Setting setting : section.settings().values()) {
            Setting stronger = other == null ? null : other.settings().get(setting.name());
            if (stronger != null && !stronger.value().equals(setting.value())) {
              remarks.add(
                  Remark.note(
                      setting.name()
                          + " is also set in the credentials file (line "
                          + stronger.place().line()
                          + "), which wins",
                      setting.place()));
            }
          }
        });
    return remarks;
  }
}
