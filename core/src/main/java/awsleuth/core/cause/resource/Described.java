package awsleuth.core.cause.resource;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.CliAnswer;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.SetRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The thing that a call did not find, as a command of the AWS CLI listed or described it: in
 * another Region, in another account, or under a name in other letters.
 *
 * @param text its ARN, URL or name
 * @param parameter the one that names it
 * @param name as the call has it
 * @param region the Region that it is in; empty where that is not told
 * @param account the account that it is in; empty where that is not told
 * @param source where it is told
 */
record Described(
    String text, String parameter, String name, String region, String account, Source source) {

  private static final String SECRET = "SecretId";

  private static final List<String> NAMES =
      List.of("QueueUrl", "QueueName", "TableName", "FunctionName", "StreamName", SECRET);

  /** The parameters that are listed or described by the same name, and the services of these. */
  private static final Map<String, String> LISTED =
      Map.of("TableName", "dynamodb", "FunctionName", "lambda");

  /** What Secrets Manager puts behind a secret's name in its ARN. */
  private static final Pattern SIX = Pattern.compile("-[A-Za-z0-9]{6}$");

  private static final Pattern REGION =
      Pattern.compile("(?<![a-z0-9])[a-z]{2,4}(?:-[a-z]{1,10}){1,2}-\\d(?![a-z0-9])");

  private static final String HOST = ".amazonaws.com/";

  private record Found(Optional<Described> thing) {}

  /** Empty where no answer has it, or several differ. */
  static Optional<Described> of(Facts facts) {
    return facts.once(Found.class, f -> new Found(find(f))).thing();
  }

  private static Optional<Described> find(Facts facts) {
    String parameter =
        NAMES.stream().filter(n -> facts.parameter(n).isPresent()).findFirst().orElse("");
    String called = facts.parameter(parameter).orElse("");
    boolean url = parameter.equals("QueueUrl");
    String name = url ? last(called) : called;
    if (facts.isAlone() || name.length() < 2 || name.indexOf(':') >= 0) {
      return Optional.empty();
    }
    List<Described> placed = new ArrayList<>();
    List<Described> others = new ArrayList<>();
    boolean listed = false;
    for (CliAnswer answer : facts.given(CliAnswer.class)) {
      String region = named(answer, facts);
      for (Map.Entry<String, String> field : answer.fields().entrySet()) {
        String value = field.getValue();
        Source at = answer.at(field.getKey());
        boolean named =
            url
                || (facts.call().service().equals(LISTED.get(parameter))
                    && isName(field.getKey(), parameter));
        Described there = new Described(value, parameter, name, region, "", at);
        if (named && value.equals(called)) {
          boolean elsewhere = !url && there.isElsewhere(facts);
          others.addAll(elsewhere ? List.of(there) : List.of());
          listed |= !elsewhere;
        } else if (nameIn(value, parameter).equals(name) && !value.equals(name)) {
          placed(value, parameter, name, facts.call().service(), at)
              .filter(d -> !url || called.contains("/" + d.account + "/"))
              .ifPresent(placed::add);
        } else if (named && value.equalsIgnoreCase(called)) {
          others.add(new Described(value, parameter, name, "", "", at));
        }
      }
    }
    List<Described> told =
        listed && (placed.isEmpty() || url) ? List.of() : placed.isEmpty() ? others : placed;
    boolean same = told.stream().map(d -> d.text + " " + d.region).distinct().count() == 1;
    return same ? told.stream().min((a, b) -> a.source.compareTo(b.source)) : Optional.empty();
  }

  /** The one Region that a file is named for: a list of names tells none by itself. */
  private static String named(CliAnswer answer, Facts facts) {
    String artifact = answer.source().artifact();
    String file = artifact.substring(artifact.lastIndexOf('/') + 1);
    List<String> regions =
        REGION
            .matcher(file)
            .results()
            .map(m -> m.group())
            .filter(r -> facts.catalog().region(r).isPresent())
            .distinct()
            .toList();
    return regions.size() == 1 ? regions.getFirst() : "";
  }

  /** Whether a path is of what a parameter names, alone or in a list. */
  private static boolean isName(String path, String parameter) {
    return path.equals(parameter)
        || path.endsWith("." + parameter)
        || path.startsWith(parameter + "s.");
  }

  private static String nameIn(String value, String parameter) {
    int secret = parameter.equals(SECRET) ? value.indexOf(":secret:") : -1;
    return secret < 0
        ? last(value)
        : SIX.matcher(value.substring(secret + ":secret:".length())).replaceFirst("");
  }

  private static String last(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
  }

  private static Optional<Described> placed(
      String value, String parameter, String name, String service, Source at) {
    String[] arn = value.split(":", 6);
    if (arn.length == 6 && arn[0].equals("arn") && arn[2].equals(service)) {
      return Optional.of(new Described(value, parameter, name, arn[3], arn[4], at));
    }
    String begin = "https://sqs.";
    int host = value.indexOf(HOST);
    String[] rest = host < 0 ? new String[0] : value.substring(host + HOST.length()).split("/");
    return service.equals("sqs") && value.startsWith(begin) && host > 12 && rest.length == 2
        ? Optional.of(
            new Described(
                value, parameter, name, value.substring(begin.length(), host), rest[0], at))
        : Optional.empty();
  }

  /** Where it is, or how it is spelled; and whose account called, where that is another. */
  List<Citation> cite(Facts facts) {
    List<Citation> cited = new ArrayList<>();
    cited.add(
        new Citation(
            region.isEmpty()
                ? "there is `" + text + "`, and the call names `" + name + "`: case counts"
                : "there is `" + text + "`" + where(),
            source));
    if (isElsewhere(facts)) {
      SetRegion.of(facts).ifPresent(r -> cited.addAll(r.cited()));
    }
    CallersAccount.of(facts).filter(a -> isOther(a.id())).ifPresent(a -> cited.add(a.citation()));
    return cited;
  }

  private String where() {
    return parameter.equals("QueueUrl")
        ? ", and the call names another URL"
        : text.equals(name) ? " in `" + region + "`, for which the list is named" : "";
  }

  private boolean isOther(String caller) {
    return !account.isEmpty() && !account.equals(caller);
  }

  /** What makes the call find it. */
  List<Fix> fixes(Facts facts) {
    List<Fix> fixes = new ArrayList<>();
    if (region.isEmpty()) {
      fixes.add(
          Fix.codeEdit(
              "call it by the name that it has",
              Literal.name(parameter, "<parameter>") + "=" + Literal.python(text)));
      return fixes;
    }
    if (parameter.equals("QueueUrl")) {
      fixes.add(Fix.codeEdit("call it by the URL that it has", "QueueUrl=" + Literal.python(text)));
    }
    boolean other = CallersAccount.of(facts).filter(a -> isOther(a.id())).isPresent();
    if (other) {
      profile(facts)
          .ifPresent(p ->
              fixes.add(
                  Fix.command(
                      "call as a profile of the account that it is in",
                      "export AWS_PROFILE=" + Literal.shell(p))));
    }
    if (isElsewhere(facts)) {
      if (SetRegion.of(facts).isPresent()) {
        fixes.add(
            Fix.command("call the Region that it is in", "export AWS_DEFAULT_REGION=" + region));
      }
      fixes.add(
          Fix.codeEdit(
              "make the client for the Region that it is in",
              "boto3.client("
                  + Literal.python(facts.call().service())
                  + ", region_name="
                  + Literal.python(region)
                  + ")"));
    }
    return fixes;
  }

  /** Whether it is in another Region than the call went to, as far as that is known. */
  private boolean isElsewhere(Facts facts) {
    String called = SetRegion.of(facts).map(SetRegion::name).orElseGet(() -> facts.call().region());
    boolean set =
        facts.settings().stream().anyMatch(s -> s.key().equals("region") && isRegion(s.value()))
            || Stream.of("AWS_REGION", "AWS_DEFAULT_REGION")
                .flatMap(name -> facts.variable(name).stream())
                .anyMatch(v -> isRegion(v.value()));
    return facts.catalog().region(region).isPresent()
        && (called.isEmpty() ? !set : !isRegion(called));
  }

  private boolean isRegion(String name) {
    return region.equals(name);
  }

  /** What the check sends instead of what was sent. */
  Map<String, String> instead(Facts facts) {
    return region.isEmpty()
        ? Map.of(parameter, text)
        : parameter.equals("QueueUrl")
            ? Map.of(parameter, text, "Region", region)
            : isElsewhere(facts) ? Map.of("Region", region) : Map.of();
  }

  /** The one profile that says that it is of the account. */
  private Optional<String> profile(Facts facts) {
    List<String> names =
        facts.settings().stream()
            .filter(s ->
                (s.key().equals("sso_account_id") && s.value().equals(account))
                    || (s.key().equals("role_arn") && s.value().contains(":" + account + ":")))
            .map(ProfileSetting::profile)
            .distinct()
            .toList();
    return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
  }
}
