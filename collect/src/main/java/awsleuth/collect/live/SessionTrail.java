package awsleuth.collect.live;

import awsleuth.boto.python.PyValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the session of a role was made: with which session policies and tags. The events by which
 * sessions begin tell it, for the longest time that a session lasts.
 *
 * @param owner the role and its session
 * @param around when the refused call was made
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
record SessionTrail(Owner owner, CallTime around) implements LiveQuestion {

  private static final Duration LONGEST_SESSION = Duration.ofHours(12);
  private static final int PAGES = 4;

  /** How sessions begin whose policies and tags CloudTrail keeps, most of them by the first. */
  private static final List<String> BEGINNINGS =
      List.of("AssumeRole", "AssumeRoleWithWebIdentity", "AssumeRoleWithSAML");

  @Override
  public String what() {
    return "how the session " + owner.session() + " was made";
  }

  @Override
  public List<String> permissions() {
    return List.of("cloudtrail:LookupEvents");
  }

  @Override
  public void ask(Asking asking) {
    List<PyValue> own = List.of();
    for (String beginning : BEGINNINGS) {
      own = own.isEmpty() && !asking.isOpen(what()) ? begun(asking, beginning) : own;
    }
    if (!own.isEmpty()) {
      asking.keep("session-trail.json", Texts.pretty(Map.of("Records", new PyValue.PyList(own))));
    } else if (!asking.isOpen(what())) {
      asking.leaveOpen(what(), "no AssumeRole of it in the twelve hours " + around.near());
    }
  }

  private List<PyValue> begun(Asking asking, String beginning) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put(
        "LookupAttributes",
        List.of(Map.of("AttributeKey", "EventName", "AttributeValue", beginning)));
    parameters.put("StartTime", around.before(LONGEST_SESSION));
    parameters.put("EndTime", around.after(Duration.ofSeconds(1)));
    parameters.put("MaxResults", 50);
    return new Lookup(asking, what())
        .events(parameters, PAGES).stream().map(Texts::value).filter(this::isOwn).toList();
  }

  private boolean isOwn(PyValue event) {
    return event instanceof PyValue.Dict dict
        && dict.get("requestParameters") instanceof PyValue.Dict asked
        && asked.get("roleSessionName") instanceof PyValue.Str(String session)
        && session.equals(owner.session())
        && asked.get("roleArn") instanceof PyValue.Str(String role)
        && Arn.of(role).filter(r -> r.account().equals(owner.arn().account())).isPresent()
        && role.endsWith("/" + owner.name());
  }
}
