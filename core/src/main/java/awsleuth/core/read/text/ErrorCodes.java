package awsleuth.core.read.text;

import awsleuth.aws.AwsCatalog;
import java.util.ArrayList;
import java.util.List;

/** Error codes as botocore takes them from error bodies and headers (botocore/parsers.py). */
public final class ErrorCodes {

  private ErrorCodes() {}

  /** {@code com.amazon.coral.service#ExpiredTokenException:http://…} as ExpiredTokenException. */
  public static String ofType(String type) {
    int colon = type.indexOf(':');
    String name = colon < 0 ? type : type.substring(0, colon);
    return name.substring(name.lastIndexOf('#') + 1).strip();
  }

  /**
   * The services that the namespace of a type names, as {@code com.amazonaws.dynamodb.v20120810}.
   */
  public static List<String> services(String namespace, AwsCatalog catalog) {
    if (namespace.equals("com.amazonaws.switchboard.portal")) {
      return List.of("sso");
    }
    List<String> services = new ArrayList<>();
    String[] parts = namespace.split("\\.", 12);
    for (int i = 2; i < parts.length && namespace.startsWith("com.amazon"); i++) {
      catalog.serviceOfId(parts[i]).ifPresent(services::add);
    }
    return services;
  }
}
