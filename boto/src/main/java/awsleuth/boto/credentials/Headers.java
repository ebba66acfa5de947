package awsleuth.boto.credentials;

import awsleuth.boto.config.ShellWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Headers of sections that are not read as they look. */
final class Headers {

  private static final List<String> KINDS = List.of("profile", "sso-session", "services");

  private Headers() {}

  /** What is wrong with a header of a config file; empty where nothing is. */
  static Optional<String> inConfig(String header) {
    if (header.equals("default")) {
      return Optional.empty();
    }
    for (String kind : KINDS) {
      if (header.startsWith(kind)) {
        return ofKind(kind, header);
      }
    }
    String bare = bare(header);
    if (bare.equals("default")) {
      return Optional.of("this is not [default]; write exactly that");
    }
    boolean spelt = KINDS.stream().anyMatch(bare::startsWith);
    return Optional.of(
        spelt
            ? "this is no profile: its first word has to be written in small letters and without"
                + " spaces before it"
            : "this is no profile: in the config file a profile is [profile NAME]");
  }

  private static Optional<String> ofKind(String kind, String header) {
    Optional<List<String>> words = ShellWords.split(header);
    if (words.isEmpty()) {
      return Optional.of("the quote in this header is not closed, so boto3 passes over it");
    }
    if (words.get().size() == 2) {
      return words.get().getFirst().equals(kind)
          ? Optional.empty()
          : Optional.of("boto3 takes this for a " + kind + "; write [" + kind + " NAME]");
    }
    return Optional.of(
        words.get().size() > 2
            ? "a name with spaces needs quotes, as [" + kind + " \"a b\"]; boto3 passes over this"
            : "there is no name after " + kind + ", so boto3 passes over this section");
  }

  /** What is wrong with a header of a credentials file; empty where nothing is. */
  static Optional<String> inCredentials(String header) {
    if (header.startsWith("profile ") || header.startsWith("profile\t")) {
      return Optional.of(
          "in the credentials file a profile is [NAME], without the word profile; this one is"
              + " called profile and the name");
    }
    if (header.startsWith("sso-session") || header.startsWith("services ")) {
      return Optional.of("this section is read in the config file alone");
    }
    boolean changed = !header.equals(header.strip()) || bare(header).equals("default");
    return changed && !header.equals("default")
        ? Optional.of("spaces, quotes and capitals are part of the name of this profile")
        : Optional.empty();
  }

  /**
   * The header that is meant by one that is not read as it looks; empty where it is not certain.
   */
  static Optional<String> meant(String header, boolean credentials) {
    String bare = bare(header);
    if (bare.equals("default")) {
      return Optional.of("default");
    }
    List<String> words = ShellWords.split(header).orElse(List.of());
    boolean named =
        words.size() == 2
            && words.getFirst().strip().equalsIgnoreCase("profile")
            && isPlain(words.getLast());
    if (named) {
      return Optional.of(credentials ? words.getLast() : "profile " + words.getLast());
    }
    boolean alone = words.size() == 1 && isPlain(header) && !credentials;
    return alone && KINDS.stream().noneMatch(bare::startsWith)
        ? Optional.of("profile " + header)
        : Optional.empty();
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(c -> c < 0x7f && (Character.isLetterOrDigit(c) || "_-.@".indexOf(c) >= 0));
  }

  private static String bare(String header) {
    return header.strip().replace("\"", "").replace("'", "").strip().toLowerCase(Locale.ROOT);
  }
}
