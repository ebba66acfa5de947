package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.UnknownArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to do about an argument that boto3 or botocore's Config does not have. */
final class ClientArgument {

  private ClientArgument() {}

  /** Empty for other failures. */
  static Optional<Finding> of(Facts facts) {
    return UnknownArgument.in(facts).map(unknown -> finding(facts, unknown));
  }

  private static String called(String of) {
    return of.equals("Config") || of.equals("create_client") ? of : "boto3." + of;
  }

  /** The service that clients and resources are made of, which comes first; empty for others. */
  private static String service(Facts facts, String of) {
    if (of.equals("Config") || of.equals("Session")) {
      return "";
    }
    String service = facts.call().service();
    return Literal.python(service.isEmpty() ? "<service>" : service) + ", ";
  }

  private static Finding finding(Facts facts, UnknownArgument unknown) {
    Optional<String> near =
        facts.catalog().nearest(unknown.name(), unknown.allowed(), 1).stream().findFirst();
    String of = unknown.of();
    List<Fix> fixes = new ArrayList<>();
    near.ifPresent(n ->
        fixes.add(
            Fix.codeEdit(
                "write it as it is called",
                called(of) + "(" + service(facts, of) + n + "=<value>)")));
    if (near.isEmpty()) {
      fixes.add(
          Fix.codeEdit(
              "leave it out, or give one that there is: " + String.join(", ", unknown.allowed()),
              called(of) + "(<arguments>)"));
    }
    return new Finding(
        Literal.brief(
            "`"
                + of
                + "` has no argument `"
                + unknown.name()
                + "`"
                + near.map(n -> "; it is `" + n + "`").orElse("")),
        Finding.Specificity.MESSAGE,
        List.of(facts.citeError()),
        List.copyOf(fixes),
        Calls.rerun(facts, "the program goes on past the line"));
  }
}
