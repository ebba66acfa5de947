package awsleuth.collect.live;

import awsleuth.boto.python.PyValue;
import awsleuth.collect.call.Document;
import awsleuth.core.cause.throttling.QuotaCode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which quota on a number of things was reached, and how many are in use.
 *
 * @param code what Service Quotas calls the service
 * @param isReached whether a quota of some name is it
 * @param around when
 * @see <a
 *     href="https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_ServiceQuota.html">ServiceQuota</a>
 */
record QuotaReached(String code, Predicate<String> isReached, CallTime around)
    implements LiveQuestion {

  /** How many are in use is told every few minutes, later where nothing changes. */
  private static final Duration BEFORE = Duration.ofHours(3);

  private static final Duration AFTER = Duration.ofMinutes(30);
  private static final int MOST_FITTING = 3;
  private static final int PERIOD_SECONDS = 300;
  private static final Map.Entry<String, String> NEXT = Map.entry("NextToken", "NextToken");

  @Override
  public String what() {
    return "the quotas of " + code;
  }

  @Override
  public List<String> permissions() {
    return code.startsWith("<")
        ? List.of()
        : List.of("servicequotas:ListServiceQuotas", "cloudwatch:GetMetricData");
  }

  @Override
  public void ask(Asking asking) {
    if (code.startsWith("<")) {
      asking.leaveOpen("the quotas", "what Service Quotas calls the service is not known");
      return;
    }
    Asking there = QuotaCode.region(code).map(asking::in).orElse(asking);
    List<Document> all =
        there.pages(
            what(),
            "service-quotas",
            "ListServiceQuotas",
            Map.of("ServiceCode", code),
            "Quotas",
            NEXT);
    List<Document> fitting =
        all.stream().filter(q -> isReached.test(q.textAt("QuotaName"))).toList();
    if (fitting.isEmpty()) {
      none(all, asking);
    } else {
      List<PyValue> kept = fitting.stream().map(Document::value).toList();
      asking.keep("quotas.json", Texts.pretty(Map.of("Quotas", new PyValue.PyList(kept))));
      fitting.stream().limit(MOST_FITTING).forEach(q -> use(q, there));
    }
  }

  /** None is named after what was made: they are kept all the same, to be looked through. */
  private void none(List<Document> all, Asking asking) {
    if (!all.isEmpty()) {
      List<PyValue> kept = all.stream().map(Document::value).toList();
      asking.keep("quotas.json", Texts.pretty(Map.of("Quotas", new PyValue.PyList(kept))));
    }
    if (!asking.isOpen(what())) {
      asking.leaveOpen(what(), "which of the " + all.size() + " it is, their names do not tell");
    }
  }

  private void use(Document quota, Asking asking) {
    String name = quota.textAt("QuotaName");
    String metric = quota.textAt("UsageMetric", "MetricName");
    if (metric.isEmpty()) {
      asking.leaveOpen("how much of the quota " + name + " is in use", "it has no metric");
      return;
    }
    asking
        .call(
            "how much of the quota " + name + " is in use",
            "cloudwatch",
            "GetMetricData",
            Map.of(
                "MetricDataQueries",
                List.of(query(quota, name, metric)),
                "StartTime",
                around.before(BEFORE),
                "EndTime",
                around.after(AFTER)))
        .ifPresent(d -> asking.keep("usage.json", Texts.pretty(d)));
  }

  private static Map<String, Object> query(Document quota, String name, String metric) {
    List<Map<String, String>> dimensions =
        quota.items("UsageMetric", "MetricDimensions").stream()
            .map(d -> Map.of("Name", d.name(), "Value", d.text()))
            .toList();
    String told = quota.textAt("UsageMetric", "MetricStatisticRecommendation");
    Map<String, Object> stat = new LinkedHashMap<>();
    stat.put(
        "Metric",
        Map.of(
            "Namespace",
            quota.textAt("UsageMetric", "MetricNamespace"),
            "MetricName",
            metric,
            "Dimensions",
            dimensions));
    stat.put("Period", PERIOD_SECONDS);
    stat.put("Stat", told.isEmpty() ? "Maximum" : told);
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("Id", "used");
    query.put("Label", name);
    query.put("MetricStat", stat);
    return query;
  }
}
