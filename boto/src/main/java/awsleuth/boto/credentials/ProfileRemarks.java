package awsleuth.boto.credentials;

import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.Place;
import awsleuth.boto.config.Section;
import awsleuth.boto.config.Setting;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the remarks on a profile, and on the files as a whole, from those on other profiles. Of a
 * profile are also the sections that it names: its source profiles, SSO session and services.
 */
public final class ProfileRemarks {

  /** The setting that names a section of each kind; the last kind is what has no other. */
  private enum Kind {
    SSO_SESSION("sso-session", "sso_session"),
    SERVICES("services", "services"),
    PROFILE("profile", "source_profile");

    private final String word;
    private final String setting;

    Kind(String word, String setting) {
      this.word = word;
      this.setting = setting;
    }
  }

  /** A section that counts, its name in small letters. */
  private record Named(Kind kind, String name) {}

  private final List<Section> sections;
  private final Set<Named> counting = new HashSet<>();

  private ProfileRemarks(List<Section> sections) {
    this.sections = sections;
  }

  /**
   * The remarks that are not on other profiles.
   *
   * @param profile the name of the profile that is used
   * @param files the config and the credentials file, as far as they can be read
   */
  public static List<Remark> of(List<Remark> remarks, String profile, List<ConfigFile> files) {
    ProfileRemarks those =
        new ProfileRemarks(files.stream().flatMap(f -> f.sections().stream()).toList());
    those.count(new Named(Kind.PROFILE, profile.toLowerCase(Locale.ROOT)));
    return remarks.stream().filter(those::concerns).toList();
  }

  private void count(Named first) {
    Deque<Named> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      Named next = open.remove();
      if (counting.add(next)) {
        sections.stream()
            .filter(s -> named(s).equals(next))
            .forEach(s -> open.addAll(mentioned(s)));
      }
    }
  }

  private static List<Named> mentioned(Section section) {
    return Arrays.stream(Kind.values())
        .flatMap(kind ->
            section.setting(kind.setting).flatMap(Setting::text).stream()
                .map(text -> new Named(kind, text.toLowerCase(Locale.ROOT))))
        .toList();
  }

  /** A section by the name that its author means, whether or not boto3 reads it so. */
  private static Named named(Section section) {
    String bare =
        section.header().replace("\"", "").replace("'", "").strip().toLowerCase(Locale.ROOT);
    for (Kind kind : Kind.values()) {
      if (bare.startsWith(kind.word + " ")) {
        return new Named(kind, bare.substring(kind.word.length()).strip());
      }
    }
    return new Named(Kind.PROFILE, bare);
  }

  private boolean concerns(Remark remark) {
    if (remark.place().isEmpty()) {
      return true;
    }
    Place place = remark.place().get();
    List<Section> having = sections.stream().filter(s -> has(s, place)).toList();
    return having.isEmpty()
        || having.stream().map(ProfileRemarks::named).anyMatch(counting::contains);
  }

  private static boolean has(Section section, Place place) {
    return section.place().equals(place)
        || section.settings().values().stream().anyMatch(s -> s.place().equals(place));
  }
}
