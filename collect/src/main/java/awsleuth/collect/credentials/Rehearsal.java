package awsleuth.collect.credentials;

import awsleuth.boto.credentials.Answer;
import awsleuth.boto.credentials.Arguments;
import awsleuth.boto.credentials.Ask;
import awsleuth.boto.credentials.Content;
import awsleuth.boto.credentials.Outside;
import awsleuth.boto.credentials.Resolver;
import awsleuth.boto.credentials.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The way to credentials with answers that are made up, so that it is known beforehand which codes
 * of MFA devices will be asked for. Nothing is asked.
 */
public final class Rehearsal implements Outside {

  private static final String END = "2999-01-01T00:00:00Z";

  /** What a program, a container endpoint and instance metadata give. */
  private static final String KEYS =
      "{\"Code\": \"Success\", \"Version\": 1, \"AccessKeyId\": \"key\", \"SecretAccessKey\":"
          + " \"secret\", \"SessionToken\": \"token\", \"Token\": \"token\", \"Expiration\": \""
          + END
          + "\"}";

  private static final String SSO =
      "{\"roleCredentials\": {\"accessKeyId\": \"key\", \"secretAccessKey\": \"secret\","
          + " \"sessionToken\": \"token\", \"expiration\": 32472144000000}}";

  private static final String STS =
      "<AccessKeyId>key</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>"
          + "<SessionToken>token</SessionToken><Expiration>"
          + END
          + "</Expiration>";

  private final Outside local;
  private final List<String> devices = new ArrayList<>();

  private Rehearsal(Outside local) {
    this.local = local;
  }

  /** The devices whose codes boto3 will ask for, in that order; empty where there are none. */
  public static List<String> devices(
      Map<String, String> environment, Outside local, Arguments arguments) {
    Rehearsal rehearsal = new Rehearsal(local);
    Resolver.resolve(Rules.BOTO3, environment, rehearsal, arguments, Instant.now());
    return List.copyOf(rehearsal.devices);
  }

  @Override
  public Content file(String path) {
    return local.file(path);
  }

  @Override
  public Answer ask(Ask ask) {
    return switch (ask) {
      case Ask.Program _ -> new Answer.Ended(0, KEYS, "");
      case Ask.Http http -> response(http.sent().service().isEmpty() ? KEYS : SSO);
      case Ask.Sts sts -> {
        LiveServices.device(sts).ifPresent(devices::add);
        yield response(STS);
      }
    };
  }

  private static Answer response(String text) {
    return new Answer.Response(200, Map.of(), text);
  }
}
