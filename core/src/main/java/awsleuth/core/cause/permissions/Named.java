package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.EcrRegistry;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.Map;
import java.util.TreeMap;

/** Puts the names that the text tells into the placeholders of commands. */
final class Named {

  private Named() {}

  static Fix in(Fix fix, Facts facts) {
    Map<String, String> names = names(facts);
    String text = fix.text();
    for (Map.Entry<String, String> e : names.entrySet()) {
      text = text.replace(e.getKey(), Literal.shell(e.getValue()));
    }
    boolean regional = text.startsWith("aws eks ") && !text.contains(" --region ");
    boolean known = facts.catalog().region(facts.call().region()).isPresent();
    String filled = regional && known ? text + " --region " + facts.call().region() : text;
    return switch (fix) {
      case Fix.Command c -> Fix.command(c.title(), filled);
      case Fix.AskAdministrator a -> Fix.askAdministrator(a.title(), filled);
      case Fix.Setting s -> s;
      case Fix.PolicyEdit p -> p;
      case Fix.CodeEdit e -> e;
    };
  }

  private static Map<String, String> names(Facts facts) {
    Map<String, String> names = new TreeMap<>();
    boolean cluster =
        facts.seen(PermissionsClue.CLUSTER) || facts.seen(PermissionsClue.CLUSTER_LOGIN);
    if (cluster) {
      facts.parameter("Name").ifPresent(name -> names.put("<cluster>", name));
    }
    EcrRegistry.in(facts)
        .ifPresent(registry -> {
          names.put("<account id>", registry.account());
          names.put("<region>", registry.region());
        });
    return names;
  }
}
