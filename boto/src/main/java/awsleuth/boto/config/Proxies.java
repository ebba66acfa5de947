package awsleuth.boto.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that an environment names, as {@code getproxies_environment} and {@code
 * proxy_bypass_environment} of Python's {@code urllib.request} take them, on which botocore relies:
 * names in any case, those in small letters first; {@code no_proxy} is a list of names and of what
 * names end with, neither of networks nor of patterns.
 *
 * @param environment the variables
 * @see <a
 *     href="https://github.com/python/cpython/blob/main/Lib/urllib/request.py">urllib/request.py</a>
 */
public record Proxies(Map<String, String> environment) {

  private static final String SUFFIX = "_proxy";

  /**
   * How a request goes.
   *
   * @param proxy the URL of the proxy that carries it, with a scheme; empty where it goes directly
   * @param variable the variable that names the proxy; empty where none does
   * @param exceptions the variable that says what goes directly, {@code no_proxy} in any case;
   *     empty where there is none
   * @param excepted the entry of {@code no_proxy} that keeps the request from the proxy; empty
   *     where none does
   * @param ignored entries of {@code no_proxy} that Python makes nothing of: networks and patterns
   */
  public record Way(
      Optional<String> proxy,
      String variable,
      String exceptions,
      String excepted,
      List<String> ignored) {}

  /** A variable that counts. */
  private record Named(String variable, String value) {}

  /** None at all. */
  public static final Proxies NONE = new Proxies(Map.of());

  /**
   * How a request goes.
   *
   * @param scheme of its URL
   * @param authority host and port, as the URL has them
   */
  public Way of(String scheme, String authority) {
    Map<String, Named> named = named();
    Named proxy = named.get(scheme.toLowerCase(Locale.ROOT));
    Named none = named.get("no");
    String excepted = none == null ? "" : excepted(none.value(), authority);
    return new Way(
        proxy == null || !excepted.isEmpty() ? Optional.empty() : Optional.of(url(proxy.value())),
        proxy == null ? "" : proxy.variable(),
        none == null ? "" : none.variable(),
        excepted,
        none == null ? List.of() : ignored(none.value()));
  }

  private Map<String, Named> named() {
    Map<String, Named> named = new LinkedHashMap<>();
    environment.forEach((variable, value) -> {
      String lower = variable.toLowerCase(Locale.ROOT);
      if (!value.isEmpty() && lower.endsWith(SUFFIX)) {
        named.put(stem(lower), new Named(variable, value));
      }
    });
    if (environment.containsKey("REQUEST_METHOD")) {
      named.remove("http");
    }
    environment.forEach((variable, value) -> {
      if (variable.endsWith(SUFFIX)) {
        String stem = stem(variable.toLowerCase(Locale.ROOT));
        if (value.isEmpty()) {
          named.remove(stem);
        } else {
          named.put(stem, new Named(variable, value));
        }
      }
    });
    return named;
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - SUFFIX.length());
  }

  private static String excepted(String list, String authority) {
    if (list.equals("*")) {
      return "*";
    }
    String whole = authority.toLowerCase(Locale.ROOT);
    int colon = whole.lastIndexOf(':');
    boolean port = colon >= 0 && whole.substring(colon + 1).chars().allMatch(Character::isDigit);
    String host = port && colon + 1 < whole.length() ? whole.substring(0, colon) : whole;
    for (String entry : list.split(",")) {
      String name = entry.strip().replaceFirst("^\\.+", "").toLowerCase(Locale.ROOT);
      boolean matches =
          host.equals(name)
              || whole.equals(name)
              || host.endsWith("." + name)
              || whole.endsWith("." + name);
      if (!entry.isBlank() && matches) {
        return entry.strip();
      }
    }
    return "";
  }

  private static List<String> ignored(String list) {
    List<String> ignored = new ArrayList<>();
    for (String entry : list.split(",")) {
      String name = entry.strip();
      if (!list.equals("*") && (name.indexOf('/') >= 0 || name.indexOf('*') >= 0)) {
        ignored.add(name);
      }
    }
    return ignored;
  }

  private static String url(String value) {
    return value.startsWith("http:") || value.startsWith("https:")
        ? value
        : value.startsWith("//") ? "http:" + value : "http://" + value;
  }
}
