package awsleuth.boto.endpoint;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Section;
import awsleuth.boto.config.Session;
import awsleuth.boto.config.Setting;
import awsleuth.boto.python.Raising;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The URL that the environment or the config file sets for a service, or for all.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">
 *     Service-specific endpoints</a>
 */
public final class ConfiguredUrl {

  /** The clients whose name is not their service id in small letters with dashes. */
  private static final Map<String, String> SERVICE_IDS =
      Map.ofEntries(
          Map.entry("apigateway", "api-gateway"),
          Map.entry("application-autoscaling", "application-auto-scaling"),
          Map.entry("appmesh", "app-mesh"),
          Map.entry("autoscaling", "auto-scaling"),
          Map.entry("autoscaling-plans", "auto-scaling-plans"),
          Map.entry("ce", "cost-explorer"),
          Map.entry("cloudhsmv2", "cloudhsm-v2"),
          Map.entry("cloudsearchdomain", "cloudsearch-domain"),
          Map.entry("cognito-idp", "cognito-identity-provider"),
          Map.entry("config", "config-service"),
          Map.entry("cur", "cost-and-usage-report-service"),
          Map.entry("datapipeline", "data-pipeline"),
          Map.entry("directconnect", "direct-connect"),
          Map.entry("devicefarm", "device-farm"),
          Map.entry("discovery", "application-discovery-service"),
          Map.entry("dms", "database-migration-service"),
          Map.entry("ds", "directory-service"),
          Map.entry("ds-data", "directory-service-data"),
          Map.entry("dynamodbstreams", "dynamodb-streams"),
          Map.entry("elasticbeanstalk", "elastic-beanstalk"),
          Map.entry("elb", "elastic-load-balancing"),
          Map.entry("elbv2", "elastic-load-balancing-v2"),
          Map.entry("es", "elasticsearch-service"),
          Map.entry("events", "eventbridge"),
          Map.entry("globalaccelerator", "global-accelerator"),
          Map.entry("iot-data", "iot-data-plane"),
          Map.entry("iot-jobs-data", "iot-jobs-data-plane"),
          Map.entry("iotevents-data", "iot-events-data"),
          Map.entry("iotevents", "iot-events"),
          Map.entry("iotwireless", "iot-wireless"),
          Map.entry("kinesisanalytics", "kinesis-analytics"),
          Map.entry("kinesisanalyticsv2", "kinesis-analytics-v2"),
          Map.entry("kinesisvideo", "kinesis-video"),
          Map.entry("lex-models", "lex-model-building-service"),
          Map.entry("lexv2-models", "lex-models-v2"),
          Map.entry("lex-runtime", "lex-runtime-service"),
          Map.entry("lexv2-runtime", "lex-runtime-v2"),
          Map.entry("logs", "cloudwatch-logs"),
          Map.entry("machinelearning", "machine-learning"),
          Map.entry("marketplacecommerceanalytics", "marketplace-commerce-analytics"),
          Map.entry("marketplace-entitlement", "marketplace-entitlement-service"),
          Map.entry("meteringmarketplace", "marketplace-metering"),
          Map.entry("mgh", "migration-hub"),
          Map.entry("sms-voice", "pinpoint-sms-voice"),
          Map.entry("resourcegroupstaggingapi", "resource-groups-tagging-api"),
          Map.entry("route53", "route-53"),
          Map.entry("route53domains", "route-53-domains"),
          Map.entry("s3control", "s3-control"),
          Map.entry("sdb", "simpledb"),
          Map.entry("secretsmanager", "secrets-manager"),
          Map.entry("serverlessrepo", "serverlessapplicationrepository"),
          Map.entry("servicecatalog", "service-catalog"),
          Map.entry("servicecatalog-appregistry", "service-catalog-appregistry"),
          Map.entry("stepfunctions", "sfn"),
          Map.entry("storagegateway", "storage-gateway"));

  private ConfiguredUrl() {}

  /** The name of the service in a {@code [services NAME]} section, such as {@code sfn}. */
  static String section(String client) {
    return SERVICE_IDS.getOrDefault(client, client).replace('-', '_').toLowerCase(Locale.ROOT);
  }

  /** The environment variable of the service, such as {@code AWS_ENDPOINT_URL_SFN}. */
  public static String variable(String client) {
    return "AWS_ENDPOINT_URL_"
        + SERVICE_IDS.getOrDefault(client, client).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /**
   * The URL that counts; empty if none is set, all such settings are ignored, or botocore refuses
   * them.
   */
  public static Optional<Found<String>> inForce(Session session, String client) {
    boolean ignored =
        session
            .either("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls")
            .filter(f -> f.value().equalsIgnoreCase("true"))
            .isPresent();
    try {
      return ignored ? Optional.empty() : find(session, client);
    } catch (Raising _) {
      return Optional.empty();
    }
  }

  /** All that are set, the one that counts first; none where botocore refuses them. */
  static List<Found<String>> all(Session session, String client) {
    List<Found<String>> all = new ArrayList<>();
    try {
      session.variable(variable(client)).ifPresent(all::add);
      session.variable("AWS_ENDPOINT_URL").ifPresent(all::add);
      ofServices(session, client).ifPresent(all::add);
      session.setting("endpoint_url").ifPresent(all::add);
    } catch (Raising _) {
      return List.of();
    }
    all.removeIf(found -> found.value().isEmpty());
    return all;
  }

  /**
   * The URL; empty if none is set. Empty texts count as not set.
   *
   * @throws Raising {@code InvalidConfigError} if the profile names a section that is not there
   */
  static Optional<Found<String>> find(Session session, String client) {
    return session
        .variable(variable(client))
        .filter(found -> !found.value().isEmpty())
        .or(() -> session.variable("AWS_ENDPOINT_URL").filter(found -> !found.value().isEmpty()))
        .or(() -> ofServices(session, client))
        .or(() -> session.setting("endpoint_url").filter(found -> !found.value().isEmpty()));
  }

  private static Optional<Found<String>> ofServices(Session session, String client) {
    Optional<Found<String>> name = session.setting("services");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Section> section = session.profiles().services(name.get().value());
    if (section.isEmpty() || section.get().settings().isEmpty()) {
      throw new Raising(
          Raised.botocore(
              "InvalidConfigError",
              "The profile is configured to use the services section but the \""
                  + name.get().value()
                  + "\" services configuration does not exist."));
    }
    Optional<Setting> service = section.get().setting(section(client));
    if (service.isPresent() && service.get().text().isPresent()) {
      throw new Raising("AttributeError", "'str' object has no attribute 'get'");
    }
    return service
        .flatMap(s -> s.nested("endpoint_url"))
        .flatMap(s -> s.text().map(text -> found(name.get().value(), client, s, text)))
        .filter(found -> !found.value().isEmpty());
  }

  private static Found<String> found(String name, String client, Setting setting, String text) {
    return new Found<>(text, new Origin.Services(name, section(client), setting.place()));
  }
}
