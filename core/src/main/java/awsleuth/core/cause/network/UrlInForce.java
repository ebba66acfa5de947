package awsleuth.core.cause.network;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Section;
import awsleuth.boto.config.Session;
import awsleuth.boto.config.Setting;
import awsleuth.boto.endpoint.ConfiguredUrl;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one URL of the environment and the files that boto3 takes for the service which was called.
 *
 * @param url as it is set
 * @param origin what sets it
 * @param source where it is set
 */
record UrlInForce(String url, Origin origin, Source source) {

  /**
   * Whether it is known which one that is, or that there is none: the program makes no session of
   * its own, and all that boto3 reads is given.
   */
  static boolean isKnown(Facts facts) {
    return !facts.call().service().isEmpty()
        && !facts.ownSession()
        && facts.boto().hasEnvironment()
        && facts.boto().session() instanceof Session.Open;
  }

  /** Empty where none is set among the evidence, or it is not known. */
  static Optional<UrlInForce> in(Facts facts) {
    BotoSetup boto = facts.boto();
    return isKnown(facts)
        ? found(facts, boto.session())
            .flatMap(
                f -> boto.source(f.origin()).map(s -> new UrlInForce(f.value(), f.origin(), s)))
        : Optional.empty();
  }

  private static Optional<Found<String>> found(Facts facts, Session.Opened opened) {
    return opened instanceof Session.Open(Session session)
        ? ConfiguredUrl.inForce(session, facts.call().service())
        : Optional.empty();
  }

  Citation cited() {
    return Facts.cite(Literal.line(name() + " is `" + url + "`"), source);
  }

  private String name() {
    return switch (origin) {
      case Origin.Variable(String name) -> name;
      case Origin.Services(String section, String service, var _) ->
          "endpoint_url of " + service + " in [services " + section + "]";
      case Origin.Profile _,
          Origin.Argument _,
          Origin.ClientConfig _,
          Origin.PseudoRegion _,
          Origin.Mode _,
          Origin.Default _,
          Origin.File _ ->
          "endpoint_url";
    };
  }

  /** Takes it away; empty where it is no variable and no line below a service. */
  Optional<Fix> without(Facts facts) {
    return switch (origin) {
      case Origin.Variable(String name) ->
          Optional.of(
              Fix.command(
                  found(facts, facts.boto().sessionWithout(List.of(name)))
                      .map(next ->
                          "without it " + next.origin().words() + " counts, `" + next.value() + "`")
                      .map(Literal::line)
                      .orElse("let botocore choose the endpoint"),
                  "unset " + Literal.shell(name)));
      case Origin.Services services -> inFile(facts.boto(), services);
      case Origin.Profile _,
          Origin.Argument _,
          Origin.ClientConfig _,
          Origin.PseudoRegion _,
          Origin.Mode _,
          Origin.Default _,
          Origin.File _ ->
          Optional.empty();
    };
  }

  /**
   * The line, and what must not be left empty: botocore takes a service without settings for a
   * text, and refuses a profile whose services are none.
   */
  private Optional<Fix> inFile(BotoSetup boto, Origin.Services services) {
    for (Section section : sections(boto).toList()) {
      for (Setting service : section.settings().values()) {
        Optional<Setting> line = service.nested("endpoint_url");
        if (line.filter(l -> l.place().equals(services.place())).isEmpty()) {
          continue;
        }
        List<Source> lines =
            service.value() instanceof Setting.Nested(var inner) && inner.size() > 1
                ? List.of(source)
                : section.settings().size() > 1
                    ? List.of(boto.source(service.place()), source)
                    : profiles(boto, services.section());
        return lines.isEmpty()
            ? Optional.empty()
            : Optional.of(
                FileEdits.delete(
                    "let botocore choose the endpoint: take out " + FileEdits.at(lines.getFirst()),
                    lines));
      }
    }
    return Optional.empty();
  }

  private static Stream<Section> sections(BotoSetup boto) {
    return boto.files().readable().stream().flatMap(f -> f.sections().stream());
  }

  /** The lines of profiles that take all their URLs from that section. */
  private static List<Source> profiles(BotoSetup boto, String services) {
    return sections(boto)
        .flatMap(s -> s.setting("services").stream())
        .filter(s -> s.text().filter(services::equals).isPresent())
        .map(s -> boto.source(s.place()))
        .toList();
  }
}
