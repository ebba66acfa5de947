package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.Membership;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which users are in which groups, as far as the evidence tells. A group has users alone, of its
 * own account, and its name is the only one there, whatever its path (IAM user guide, "IAM user
 * groups").
 */
final class GroupMembers {

  /** What is known of a user and a group. */
  enum In {
    YES,
    NO,
    /** Nothing lists it, or two lists contradict each other. */
    UNKNOWN
  }

  /** Words of the names that lists of groups have, beside the user's. */
  private static final Set<String> WORDS =
      Set.of("aws", "iam", "list", "get", "group", "groups", "for", "of", "user", "json", "txt");

  private final Facts facts;
  private final List<Membership> all;

  private GroupMembers(Facts facts) {
    this.facts = facts;
    this.all = facts.given(Membership.class);
  }

  static GroupMembers of(Facts facts) {
    return facts.once(GroupMembers.class, GroupMembers::new);
  }

  /** Whether an ARN is a group's. */
  static boolean isGroup(String arn) {
    return arn.contains(":group/") && arn.contains(":iam::");
  }

  /**
   * Whether a user is in a group.
   *
   * @param user by ARN; a role is in none
   * @param group by ARN
   */
  In isIn(String user, String group) {
    String owner = Principals.owner(user);
    boolean elsewhere = !Principals.account(user).equals(Principals.account(group));
    if (owner.startsWith("role/") || (!owner.isEmpty() && elsewhere)) {
      return In.NO;
    }
    boolean yes = about(user, group).anyMatch(m -> lists(m, user, group));
    boolean no = about(user, group).anyMatch(m -> m.whole() && !lists(m, user, group));
    return yes == no ? In.UNKNOWN : yes ? In.YES : In.NO;
  }

  /** The list that has a user in a group, or from which it is missing. */
  Optional<Membership> told(String user, String group) {
    boolean yes = isIn(user, group) == In.YES;
    return about(user, group).filter(m -> lists(m, user, group) == yes).findFirst();
  }

  /** The users who are known to be in a group, by ARN. */
  List<String> members(String group) {
    Set<String> users = new TreeSet<>();
    for (Membership m : all) {
      boolean ofGroup = m.of() == Membership.Of.GROUP && isSame(m.named(), group);
      if (ofGroup) {
        users.addAll(m.listed());
      } else if (m.of() == Membership.Of.USER
          && m.named().startsWith("arn:")
          && m.listed().stream().anyMatch(g -> isSame(g, group))) {
        users.add(m.named());
      }
    }
    return List.copyOf(users);
  }

  /** Whether all members of a group are known. */
  boolean isWhole(String group) {
    return all.stream()
        .anyMatch(m -> m.of() == Membership.Of.GROUP && m.whole() && isSame(m.named(), group));
  }

  /** The group with the longest name among those that a file's name has in it, by ARN. */
  Optional<String> namedIn(String path) {
    String words = words(path.substring(path.lastIndexOf('/') + 1));
    return groups()
        .filter(g -> words.contains(words(name(g))))
        .max((a, b) -> Integer.compare(name(a).length(), name(b).length()));
  }

  private Stream<String> groups() {
    return all.stream()
        .flatMap(m -> m.of() == Membership.Of.GROUP ? Stream.of(m.named()) : m.listed().stream())
        .filter(GroupMembers::isGroup)
        .distinct()
        .sorted();
  }

  private Stream<Membership> about(String user, String group) {
    Predicate<Membership> about =
        m ->
            switch (m.of()) {
              case GROUP -> isSame(m.named(), group);
              case USER -> isOf(m, user);
            };
    return all.stream().filter(about);
  }

  private static boolean lists(Membership m, String user, String group) {
    return switch (m.of()) {
      case GROUP -> m.listed().stream().anyMatch(u -> Principals.isSame(u, user));
      case USER -> m.listed().stream().anyMatch(g -> isSame(g, group));
    };
  }

  /**
   * Whether a list of groups is a user's: by what it says, by the manifest or by its file's name.
   */
  private boolean isOf(Membership m, String user) {
    if (m.named().startsWith("arn:")) {
      return Principals.isSame(m.named(), user);
    }
    String name = name(user);
    if (name.isEmpty() || !Principals.owner(user).startsWith("user/") || isElsewhere(m, user)) {
      return false;
    }
    if (!m.named().isEmpty()) {
      return m.named().equals(name);
    }
    List<String> attached = facts.attachedTo(m.source().artifact());
    return attached.isEmpty()
        ? isNamedFor(m.source().artifact(), name)
        : attached.stream().anyMatch(a -> Principals.isSame(a, user));
  }

  private static boolean isElsewhere(Membership m, String user) {
    return m.listed().stream()
        .anyMatch(g -> !Principals.account(g).equals(Principals.account(user)));
  }

  /** Whether a user's name is all that a file's name has beside words of the command. */
  private static boolean isNamedFor(String path, String user) {
    List<String> left = new ArrayList<>();
    for (String word : words(path.substring(path.lastIndexOf('/') + 1)).strip().split(" ", -1)) {
      if (!WORDS.contains(word)) {
        left.add(word);
      }
    }
    return String.join(" ", left).equals(words(user).strip());
  }

  private static boolean isSame(String one, String other) {
    return isGroup(one)
        && isGroup(other)
        && Principals.account(one).equals(Principals.account(other))
        && name(one).equalsIgnoreCase(name(other));
  }

  /** What comes last in an ARN. */
  static String name(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** Letters and digits in lower case, between single spaces. */
  private static String words(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip() + " ";
  }
}
