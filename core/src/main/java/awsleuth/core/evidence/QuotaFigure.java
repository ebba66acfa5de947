package awsleuth.core.evidence;

/**
 * A quota as {@code aws service-quotas list-service-quotas} prints it.
 *
 * @param code such as {@code L-1216C47A}
 * @param name what Service Quotas calls it
 * @param value what is applied to the account
 * @param seconds the period that it counts in; 0 where it is no rate or none is told
 * @param resource what its usage metric counts, such as an operation; empty where none is told
 * @param source the line where the quota begins
 * @see <a
 *     href="https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_ServiceQuota.html">ServiceQuota</a>
 */
public record QuotaFigure(
    String code, String name, double value, int seconds, String resource, Source source)
    implements Evidence {}
