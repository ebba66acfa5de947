package awsleuth.core.fact;

import java.util.Set;

/**
 * What a call or an event names, by an ARN, by a queue's URL, or by a name, which is one of the
 * account and the Region that were called.
 *
 * @param service that of an ARN; empty otherwise
 * @param region empty where it is not told
 * @param account empty where it is not told
 * @param name the whole name; of an ARN its resource
 */
record ThingName(String service, String region, String account, String name) {

  /** A secret's ARN ends with a hyphen and so many characters that AWS gave it. */
  private static final int RANDOM = 6;

  /** Services in whose ARNs the name has parts of the thing behind it. */
  private static final Set<String> WITH_PARTS = Set.of("cloudformation", "dynamodb", "s3");

  /** What a text names. */
  static ThingName of(String text, String region, String account) {
    String[] arn = text.split(":", 6);
    if (arn.length == 6 && arn[0].equals("arn")) {
      return new ThingName(arn[2], arn[3], arn[4], arn[5]);
    }
    String[] url = text.split("/");
    return text.startsWith("https://") && url.length == 5
        ? new ThingName("", regionOf(url[2], region), url[3], url[4])
        : new ThingName("", region, account, text);
  }

  /** {@code sqs.eu-west-1.amazonaws.com}. */
  private static String regionOf(String host, String otherwise) {
    String[] labels = host.split("\\.");
    return labels.length > 3 && labels[0].equals("sqs") ? labels[1] : otherwise;
  }

  /** Whether both are names of one thing, if they are of one account and Region. */
  boolean isNamedAs(ThingName other) {
    return name.equals(other.name) || ends(other.name) || other.ends(name);
  }

  /** Whether this is an ARN of a thing with a name. */
  private boolean ends(String plain) {
    if (service.isEmpty()) {
      return false;
    }
    String own = service.equals("s3") ? name : name.substring(type() + 1);
    return own.equals(plain)
        || own.startsWith(plain + ":")
        || (WITH_PARTS.contains(service) && own.startsWith(plain + "/"))
        || (service.equals("iam") && own.endsWith("/" + plain))
        || (service.equals("secretsmanager")
            && own.startsWith(plain + "-")
            && own.length() == plain.length() + 1 + RANDOM);
  }

  /** Where the type of an ARN's resource ends; -1 where it has none. */
  private int type() {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == ':' || name.charAt(i) == '/') {
        return i;
      }
    }
    return -1;
  }

  /** Whether both may be of one account. */
  boolean isInAccountOf(ThingName other) {
    return mayBe(account, other.account);
  }

  /** Whether both may be of one Region. */
  boolean isInRegionOf(ThingName other) {
    return mayBe(region, other.region);
  }

  private static boolean mayBe(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
