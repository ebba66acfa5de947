package awsleuth.core.evidence;

/**
 * How often something was called or how much of it there is: the highest value of a metric as
 * {@code aws cloudwatch get-metric-data} and {@code get-metric-statistics} print them.
 *
 * @param label what the answer calls the metric
 * @param most the highest value
 * @param at when that was, as the answer writes it; empty where it does not
 * @param source the line where the metric begins
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Usage-Metrics.html">AWS
 *     usage metrics</a>
 */
public record UsageFigure(String label, double most, String at, Source source)
    implements Evidence {}
