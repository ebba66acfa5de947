package awsleuth.aws;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names under which a service goes in messages, SDKs and logs.
 *
 * <p>Those that no model has stand in the table {@code aliases}: a name and a boto3 client name on
 * each line.
 */
final class ServiceNames {

  private ServiceNames() {}

  /** Small letters and digits alone, without the {@code Amazon} or {@code AWS} before them. */
  static String fold(String name) {
    String folded = OperationNames.fold(name);
    for (String maker : List.of("amazon", "aws")) {
      if (folded.startsWith(maker) && folded.length() > maker.length()) {
        return folded.substring(maker.length());
      }
    }
    return folded;
  }

  /** The name to look up: without the domain of an event source or a service principal. */
  static String plain(String anyName) {
    String name = anyName.strip();
    for (String domain : List.of(".amazonaws.com", ".amazonaws.com.cn")) {
      if (name.endsWith(domain)) {
        name = name.substring(0, name.length() - domain.length());
      }
    }
    return name.startsWith("com.amazonaws.") ? name.substring("com.amazonaws.".length()) : name;
  }

  /**
   * The names of a service in the order of their weight: what one service calls itself wins over
   * what another shares with it.
   */
  static List<Set<String>> ranked(ServiceMetadata m) {
    return List.of(
        Set.of(fold(m.name())),
        Set.of(fold(m.serviceId())),
        set(m.abbreviation(), m.fullName(), shortened(m.fullName())),
        set(m.endpointPrefix(), m.signingName()));
  }

  private static String shortened(String fullName) {
    return fullName.endsWith(" Service")
        ? fullName.substring(0, fullName.length() - " Service".length())
        : "";
  }

  private static Set<String> set(String... names) {
    Set<String> folded = new LinkedHashSet<>();
    for (String name : names) {
      if (!name.isEmpty()) {
        folded.add(fold(name));
      }
    }
    return folded;
  }
}
