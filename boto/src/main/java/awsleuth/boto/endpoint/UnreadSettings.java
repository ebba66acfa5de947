package awsleuth.boto.endpoint;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings of endpoints that somebody made and that do not count. */
record UnreadSettings(Session session, ClientArguments arguments, AwsCatalog catalog) {

  private static final String URLS = "AWS_ENDPOINT_URL_";

  List<Advice> all() {
    List<Advice> all = new ArrayList<>();
    untrue("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint").ifPresent(all::add);
    untrue("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint").ifPresent(all::add);
    untrue("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls")
        .ifPresent(all::add);
    all.addAll(urlsOfOtherNames());
    all.addAll(laterUrls());
    region().ifPresent(all::add);
    arguments
        .accountId()
        .filter(_ -> SettingChanges.isAccountLost(arguments))
        .map(_ ->
            new Advice.NotRead(
                "aws_account_id without aws_access_key_id and aws_secret_access_key beside it",
                "the account ID is then looked for where the keys are found"))
        .ifPresent(all::add);
    return all;
  }

  private Optional<Advice> untrue(String variable, String setting) {
    return session
        .either(variable, setting)
        .filter(found -> !found.value().isEmpty())
        .filter(found -> !Set.of("true", "false").contains(lower(found.value())))
        .map(found ->
            new Advice.NotRead(
                found.origin().words(),
                "`" + found.value() + "` is false for botocore, which takes only `true`"));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Variables with another spelling of the service than botocore's. */
  private List<Advice> urlsOfOtherNames() {
    String right = ConfiguredUrl.variable(arguments.service());
    Set<String> spellings = spellings();
    return new TreeSet<>(session.environment().keySet())
        .stream()
            .filter(name -> name.startsWith(URLS) && !name.equals(right))
            .filter(name -> spellings.contains(letters(name.substring(URLS.length()))))
            .<Advice>map(name ->
                new Advice.NotRead(name, "the variable of " + arguments.service() + " is " + right))
            .toList();
  }

  private Set<String> spellings() {
    Stream<String> names =
        catalog
            .service(arguments.service())
            .map(s -> s.metadata())
            .map(m -> Stream.of(m.endpointPrefix(), m.signingName(), m.serviceId()))
            .orElse(Stream.of());
    return Stream.concat(
            names,
            Stream.of(
                arguments.service(),
                ConfiguredUrl.variable(arguments.service()).substring(URLS.length())))
        .map(UnreadSettings::letters)
        .collect(Collectors.toSet());
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .chars()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /** URLs that come after the one that counts. */
  private List<Advice> laterUrls() {
    List<Found<String>> set = new ArrayList<>();
    arguments
        .endpointUrl()
        .filter(url -> !url.isEmpty())
        .ifPresent(url -> set.add(new Found<>(url, new Origin.Argument("endpoint_url"))));
    set.addAll(ConfiguredUrl.all(session, arguments.service()));
    return set.stream()
        .skip(1)
        .<Advice>map(later ->
            new Advice.NotRead(
                later.origin().words(), set.getFirst().origin().words() + " comes before it"))
        .toList();
  }

  private Optional<Advice> region() {
    Optional<String> counts =
        arguments
            .region()
            .or(() -> session.either("AWS_DEFAULT_REGION", "region").map(Found::value));
    return session
        .variable("AWS_REGION")
        .filter(found -> counts.isPresent() && !counts.get().equals(found.value()))
        .map(found ->
            new Advice.NotRead(
                "AWS_REGION", "boto3 does not read it; the Region is " + counts.get()));
  }
}
