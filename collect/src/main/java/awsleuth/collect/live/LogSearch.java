package awsleuth.collect.live;

import awsleuth.boto.python.PyValue;
import awsleuth.collect.call.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a log group of CloudWatch Logs has of a request id or a pattern.
 *
 * @param group the name of the log group
 * @param pattern a filter pattern; a request id in quotes
 * @param around when the call was made
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html">FilterLogEvents</a>
 */
record LogSearch(String group, String pattern, CallTime around) implements LiveQuestion {

  private static final Duration BEFORE = Duration.ofHours(1);
  private static final Pattern TIME = Pattern.compile("[0-9]{1,15}");
  private static final Map.Entry<String, String> MARKER = Map.entry("nextToken", "nextToken");

  @Override
  public String what() {
    return "the log group " + group;
  }

  @Override
  public List<String> permissions() {
    return List.of("logs:FilterLogEvents");
  }

  @Override
  public void ask(Asking asking) {
    List<Document> events =
        asking.pages(
            what(),
            "logs",
            "FilterLogEvents",
            Map.of(
                "logGroupName",
                group,
                "filterPattern",
                pattern,
                "startTime",
                PyValue.Int.of(around.at().minus(BEFORE).toEpochMilli()),
                "endTime",
                PyValue.Int.of(around.at().plus(BEFORE).toEpochMilli())),
            "events",
            MARKER);
    if (!events.isEmpty()) {
      asking.keep(
          "log-" + Texts.plain(group) + ".log",
          events.stream().map(LogSearch::line).collect(Collectors.joining("\n", "", "\n")));
    } else if (!asking.isOpen(what())) {
      asking.leaveOpen(what(), "nothing with " + pattern + " within an hour, " + around.near());
    }
  }

  /**
   * An event with its time before it, as {@code aws logs tail} writes it: Lambda's lines have none
   * of their own. One that is JSON stays that.
   */
  private static String line(Document event) {
    String message = event.textAt("message").stripTrailing();
    String time = event.textAt("timestamp");
    boolean isWhole = message.startsWith("{") || !TIME.matcher(time).matches();
    return isWhole ? message : Instant.ofEpochMilli(Long.parseLong(time)) + " " + message;
  }
}
