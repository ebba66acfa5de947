package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.read.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Services for which variables are called whose methods a line of code calls: {@code
 * personalize.list_schemas()}, {@code self.events_client.put_rule(…)}. Names that are everyday
 * words tell a service here, where the method is an operation of it.
 */
final class Receivers {

  private static final int LONGEST = 2000;

  private Receivers() {}

  /** The services of those that have the called operation, in the order of the calls. */
  static List<String> services(String code, AwsCatalog catalog) {
    List<String> found = new ArrayList<>();
    int end = Math.min(code.length(), LONGEST);
    for (int open = code.indexOf('(');
        open >= 0 && open < end;
        open = code.indexOf('(', open + 1)) {
      String dotted = ClassNames.endingAt(code, open);
      int dot = dotted.lastIndexOf('.');
      if (dot > 0) {
        String owner = ClassNames.simple(dotted.substring(0, dot));
        service(owner, dotted.substring(dot + 1), catalog).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<String> service(String owner, String method, AwsCatalog catalog) {
    String name = owner.toLowerCase(Locale.ROOT).replace("_client", "").replace("client_", "");
    Optional<String> service = catalog.serviceOfId(name.startsWith("_") ? name.substring(1) : name);
    return service.filter(s -> catalog.operationName(s, method).isPresent());
  }
}
