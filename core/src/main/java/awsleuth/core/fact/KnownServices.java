package awsleuth.core.fact;

import java.util.List;

/**
 * The clients that the program's botocore has, as its {@code UnknownServiceError} lists them.
 *
 * @param names in botocore's order; empty where they are not listed
 */
public record KnownServices(List<String> names) {

  private static final String LIST = "Valid service names are: ";

  /** What the message of a failure lists. */
  public static KnownServices in(Facts facts) {
    String message = facts.call().message();
    int list = message.indexOf(LIST);
    return new KnownServices(
        list < 0
            ? List.of()
            : List.of(message.substring(list + LIST.length()).strip().split(", ")));
  }

  /** Whether the list passes over a name; false where it was cut before it. */
  public boolean lack(String name) {
    return !names.isEmpty() && !names.contains(name) && names.getLast().compareTo(name) > 0;
  }
}
