package awsleuth.collect.live;

import awsleuth.boto.python.PyValue;
import awsleuth.collect.call.Document;
import awsleuth.core.cause.throttling.QuotaCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often an operation was called, and the quotas of its service.
 *
 * @param code what Service Quotas calls the service
 * @param names what the service is called, in small letters and digits alone
 * @param operation that was throttled
 * @param around when
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Usage-Metrics.html">AWS
 *     usage metrics</a>
 */
record QuotaAndUsage(String code, Set<String> names, String operation, CallTime around)
    implements LiveQuestion {

  private static final int MOST_METRICS = 3;

  private static final Duration NEAR = Duration.ofMinutes(30);
  private static final Map.Entry<String, String> NEXT = Map.entry("NextToken", "NextToken");

  @Override
  public String what() {
    return "quotas and use of " + operation;
  }

  @Override
  public List<String> permissions() {
    return List.of(
        "servicequotas:ListServiceQuotas", "cloudwatch:ListMetrics", "cloudwatch:GetMetricData");
  }

  @Override
  public void ask(Asking asking) {
    quotas(QuotaCode.region(code).map(asking::in).orElse(asking));
    List<Document> metrics =
        asking.pages(
            "the use of " + operation,
            "cloudwatch",
            "ListMetrics",
            Map.of(
                "Namespace",
                "AWS/Usage",
                "MetricName",
                "CallCount",
                "Dimensions",
                List.of(Map.of("Name", "Resource", "Value", operation))),
            "Metrics",
            NEXT);
    List<Document> own = metrics.stream().filter(this::isOfService).toList();
    if (own.isEmpty()) {
      none(metrics, asking);
    }
    own.stream().limit(MOST_METRICS).forEach(metric -> use(metric, asking));
  }

  /** Several services have operations of one name. */
  private boolean isOfService(Document metric) {
    String service = service(metric);
    return service.isEmpty() || names.contains(plain(service));
  }

  private static String service(Document metric) {
    return metric.items("Dimensions").stream()
        .filter(d -> d.textAt("Name").equals("Service"))
        .map(d -> d.textAt("Value"))
        .findFirst()
        .orElse("");
  }

  /** A name of a service as names are compared. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private void none(List<Document> metrics, Asking asking) {
    String what = "the use of " + operation;
    String others =
        metrics.stream().map(QuotaAndUsage::service).distinct().collect(Collectors.joining(", "));
    if (!asking.isOpen(what)) {
      asking.leaveOpen(
          what, "CloudWatch has no metric of it" + (others.isEmpty() ? "" : ", but of " + others));
    }
  }

  /** The rates among the service's quotas that speak of the operation, else all of them. */
  private void quotas(Asking asking) {
    if (code.startsWith("<")) {
      asking.leaveOpen("the quotas", "what Service Quotas calls the service is not known");
      return;
    }
    List<Document> all =
        asking.pages(
            "the quotas of " + code,
            "service-quotas",
            "ListServiceQuotas",
            Map.of("ServiceCode", code),
            "Quotas",
            NEXT);
    List<Document> own =
        all.stream().filter(q -> q.textAt("QuotaName").contains(operation)).toList();
    List<PyValue> kept = new ArrayList<>();
    (own.isEmpty() ? all : own).forEach(q -> kept.add(q.value()));
    if (!kept.isEmpty()) {
      asking.keep("quotas.json", Texts.pretty(Map.of("Quotas", new PyValue.PyList(kept))));
    }
  }

  private void use(Document metric, Asking asking) {
    Map<String, Object> stat = new LinkedHashMap<>();
    stat.put("Metric", metric.value());
    stat.put("Period", 60);
    stat.put("Stat", "Sum");
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("Id", "calls");
    query.put("Label", operation);
    query.put("MetricStat", stat);
    asking
        .call(
            "the use of " + operation,
            "cloudwatch",
            "GetMetricData",
            Map.of(
                "MetricDataQueries",
                List.of(query),
                "StartTime",
                around.before(NEAR),
                "EndTime",
                around.after(NEAR)))
        .ifPresent(d -> asking.keep("usage.json", Texts.pretty(d)));
  }
}
