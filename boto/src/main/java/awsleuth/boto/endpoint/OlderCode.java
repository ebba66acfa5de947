package awsleuth.boto.endpoint;

import awsleuth.boto.config.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the code of an older botocore, whose data are used, does otherwise.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/CHANGELOG.rst">botocore's
 *     changelog</a>
 */
final class OlderCode {

  private final String version;

  private OlderCode(String version) {
    this.version = version;
  }

  /** What to say of calls of a client; empty where nothing differs. */
  static List<Advice> of(String version, Client client) {
    return new OlderCode(version).of(client);
  }

  private List<Advice> of(Client client) {
    List<Advice> found = new ArrayList<>();
    String service = client.service().metadata().name();
    if (isBefore(1, 29)) {
      say(found, "1.29.0", "no endpoint rules are used; these are of the data inside awsleuth");
    }
    if (isBefore(1, 40) && service.equals("sts") && isLegacyOfSts(client)) {
      say(
          found,
          "1.40.0",
          "sts_regional_endpoints is legacy where it is not set: https://sts.amazonaws.com");
    }
    if (isBefore(1, 31) && client.customUrl().isPresent() && !isArgument(client)) {
      say(found, "1.31.0", "endpoint URLs of the environment and of profiles are not read");
    }
    return found;
  }

  private static boolean isArgument(Client client) {
    return client.customUrl().filter(u -> u.origin() instanceof Origin.Argument).isPresent();
  }

  /** Whether the global endpoint would be asked where nothing says which. */
  private static boolean isLegacyOfSts(Client client) {
    return client.customUrl().isEmpty()
        && GlobalEndpoints.isLegacyOfSts(client.region())
        && client.decisions().stream().noneMatch(d -> d.setting() == ClientSetting.STS_ENDPOINTS);
  }

  private void say(List<Advice> found, String since, String before) {
    found.add(new Advice.OlderCode(version, since, before));
  }

  private boolean isBefore(int major, int minor) {
    String[] parts = version.split("\\.", -1);
    if (parts.length < 2 || !isNumber(parts[0]) || !isNumber(parts[1])) {
      return false;
    }
    int own = Integer.parseInt(parts[0]);
    return own < major || (own == major && Integer.parseInt(parts[1]) < minor);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.length() < 6 && text.chars().allMatch(Character::isDigit);
  }
}
