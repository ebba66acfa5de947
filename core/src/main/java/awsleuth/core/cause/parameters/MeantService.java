package awsleuth.core.cause.parameters;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.KnownServices;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The client that was meant by a name that botocore does not know, {@code step-functions}.
 *
 * @param asked the name as it was given; empty where the text does not tell it
 * @param name the client's name; empty where no service or several may be meant
 * @param perhaps where it is empty, the clients that the name may stand for, a few at most
 * @param isOlder whether the program's botocore does not have that client, so that a later one is
 *     needed
 */
record MeantService(String asked, Optional<String> name, List<String> perhaps, boolean isOlder) {

  /** So many names are worth telling. */
  private static final int MOST = 4;

  /** In shorter names one letter makes another name. */
  private static final int SHORTEST_MISSPELT = 4;

  static MeantService of(Facts facts) {
    AwsCatalog aws = facts.catalog();
    String asked = facts.captured("service_name").orElse("");
    Optional<String> name = aws.serviceOfId(asked).or(() -> misspelt(asked, aws));
    List<String> perhaps = name.isPresent() || asked.isEmpty() ? List.of() : perhaps(asked, aws);
    boolean older = name.map(n -> n.equals(asked) || KnownServices.in(facts).lack(n)).orElse(false);
    return new MeantService(asked, name, perhaps, older);
  }

  private static Optional<String> misspelt(String asked, AwsCatalog aws) {
    List<String> closest =
        asked.length() < SHORTEST_MISSPELT ? List.of() : aws.closest(asked, aws.services());
    return closest.size() == 1 ? Optional.of(closest.getFirst()) : Optional.empty();
  }

  /** Those whose names go on where it ends, or whose actions IAM calls so; else what it goes on. */
  private static List<String> perhaps(String asked, AwsCatalog aws) {
    String wanted = plain(asked);
    List<String> longer = only(aws, s -> plain(s).startsWith(wanted));
    List<String> ofIam = longer.isEmpty() ? aws.servicesWithIamPrefix(wanted) : longer;
    String lower = asked.toLowerCase(Locale.ROOT);
    List<String> found = ofIam.isEmpty() ? only(aws, s -> lower.startsWith(s + "-")) : ofIam;
    return wanted.length() < SHORTEST_MISSPELT || found.size() > MOST ? List.of() : found;
  }

  private static List<String> only(AwsCatalog aws, Predicate<String> fitting) {
    return aws.services().stream().filter(fitting).toList();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
  }
}
