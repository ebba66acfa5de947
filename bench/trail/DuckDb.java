import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Properties;

/** The grouping of {@code awsleuth trail failures}, asked of DuckDB's own reader: GLOB THREADS. */
class DuckDb {

  private static final String QUERY =
      """
      WITH events AS (
        SELECT unnest(Records) AS r
        FROM read_json('%s', maximum_object_size = 268435456, columns = {Records:
          'STRUCT(eventTime VARCHAR, eventSource VARCHAR, eventName VARCHAR, errorCode VARCHAR,
                  errorMessage VARCHAR, requestID VARCHAR,
                  userIdentity STRUCT(type VARCHAR, arn VARCHAR, accountId VARCHAR, invokedBy VARCHAR,
                    sessionContext STRUCT(sessionIssuer STRUCT(arn VARCHAR))))[]'})),
      calls AS (
        SELECT r.eventSource AS source, r.eventName AS name,
               coalesce(r.userIdentity.sessionContext.sessionIssuer.arn, r.userIdentity.arn,
                        r.userIdentity.invokedBy, r.userIdentity.accountId, r.userIdentity.type) AS principal,
               r.errorCode AS code, r.eventTime AS time, r.requestID AS id
        FROM events)
      SELECT source, name, principal, code, count(*) AS calls, min(time), max(time), min(id)
      FROM calls GROUP BY ALL ORDER BY calls DESC, source, name, principal, code
      """;

  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("threads", args[1]);
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:", properties);
        Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(QUERY.formatted(args[0].replace("'", "''")))) {
      long groups = 0;
      long calls = 0;
      long failed = 0;
      while (rows.next()) {
        calls += rows.getLong(5);
        groups += rows.getString(4) == null ? 0 : 1;
        failed += rows.getString(4) == null ? 0 : rows.getLong(5);
      }
      System.out.println(failed + " of " + calls + " failed, in " + groups + " groups");
    }
  }
}
