package awsleuth.aws;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of all services and the global ones, by the names that policies give them:
 * case aside, free parts filled in or not.
 */
public final class ConditionKeys {

  private final IamCatalog catalog;
  private volatile @Nullable List<ConditionKey> global;

  ConditionKeys(IamCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The condition keys that requests to every service can have, those of the principal first.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS
   *     global condition context keys</a>
   */
  public List<ConditionKey> global() {
    List<ConditionKey> keys = global;
    if (keys == null) {
      keys = read();
      global = keys;
    }
    return keys;
  }

  private static List<ConditionKey> read() {
    return HandTable.open("global-keys.txt").lines().stream()
        .map(l -> IamLines.key(l.get(0), l.get(1), KeyPresence.valueOf(l.get(2))))
        .toList();
  }

  /**
   * A global key or one of any service: {@code aws:ResourceTag/team}, {@code
   * kms:EncryptionContext:app}, {@code saml:aud}; empty if none is known by that name. Identity
   * providers that AWS does not list have keys of their own.
   */
  public Optional<ConditionKey> find(String name) {
    Optional<ConditionKey> found = KeyNames.find(global(), name);
    for (String prefix : found.isPresent() ? List.<String>of() : services(name)) {
      found = found.isPresent() ? found : catalog.service(prefix).flatMap(s -> s.key(name));
    }
    return found;
  }

  /** The prefixes of the services that may list a key of that name. */
  private static Set<String> services(String name) {
    int colon = name.indexOf(':');
    Set<String> services = new LinkedHashSet<>();
    if (colon > 0) {
      String prefix = name.substring(0, colon).toLowerCase(Locale.ROOT);
      services.add(prefix);
      for (List<String> line : SortedLines.of(Pack.resource("iam/key-prefixes")).all()) {
        if (Wildcards.match(Wildcards.ofTemplate(line.get(0)), prefix)) {
          services.addAll(Fields.words(line.get(1)));
        }
      }
    }
    return services;
  }

  /**
   * Whether a request of an action can have a key of that name: those that {@link
   * IamService#keysOf} gives for it, the global ones (of which those for tags of the request and of
   * the resource only where AWS lists them for the action) and those of identity providers, which
   * the sessions of federated users have.
   */
  public boolean canHave(IamAction action, String name) {
    return KeyNames.find(listed(action), name).isPresent()
        || isOfIdentityProvider(name)
        || isEverywhere(name);
  }

  private List<ConditionKey> listed(IamAction action) {
    Optional<IamService> service = catalog.service(action.prefix());
    return service.isEmpty() ? List.of() : service.get().keysOf(action, List.of());
  }

  private boolean isEverywhere(String name) {
    Optional<ConditionKey> known = KeyNames.find(global(), name);
    return known.isPresent()
        && known.get().presence() != KeyPresence.TAGS_IN_REQUEST
        && known.get().presence() != KeyPresence.TAGGED_RESOURCE;
  }

  /** Whether its prefix is of no service, as {@code saml} and hosts of OpenID Connect are. */
  private boolean isOfIdentityProvider(String name) {
    String prefix = name.substring(0, Math.max(name.indexOf(':'), 0)).toLowerCase(Locale.ROOT);
    return prefix.indexOf('.') >= 0
        || (!prefix.isEmpty()
            && !prefix.equals("aws")
            && !catalog.hasPrefix(prefix)
            && find(name).isPresent());
  }

  /**
   * The names nearest to one that a request of an action cannot have, best first; a free part is as
   * in the given name. Empty if there is none.
   */
  public List<String> nearest(IamAction action, String name, int max) {
    int slash = name.indexOf('/');
    List<ConditionKey> keys = new ArrayList<>(global());
    keys.addAll(listed(action));
    Set<String> names = new LinkedHashSet<>();
    for (ConditionKey key : keys) {
      int free = key.hasFreePart() ? key.name().indexOf('/') : -1;
      boolean filled = slash >= 0 && free >= 0;
      names.add(filled ? key.name().substring(0, free) + name.substring(slash) : key.name());
    }
    return Nearest.to(name, names, max);
  }
}
