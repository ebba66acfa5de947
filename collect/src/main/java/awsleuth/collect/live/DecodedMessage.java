package awsleuth.collect.live;

import awsleuth.boto.python.PyValue;
import awsleuth.collect.call.Document;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an encoded authorization message says.
 *
 * @param encoded the message
 * @param follows whether the policies are asked for that decide the request that it tells, since
 *     nothing else tells whose it was
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html">
 *     DecodeAuthorizationMessage</a>
 */
record DecodedMessage(String encoded, boolean follows) implements LiveQuestion {

  private static final String OPERATION = "DecodeAuthorizationMessage";

  private static final int SHOWN = 16;

  /** Of a message that has expired, or has characters that none has. */
  private static final String INVALID = "InvalidAuthorizationMessageException";

  @Override
  public String what() {
    return "the encoded authorization message";
  }

  @Override
  public List<String> permissions() {
    Set<String> all = new LinkedHashSet<>(List.of("sts:DecodeAuthorizationMessage"));
    if (follows) {
      all.addAll(PrincipalPolicies.permissions(false));
      all.addAll(PrincipalPolicies.permissions(true));
      OrganizationPolicies.of("", "", "").forEach(q -> all.addAll(q.permissions()));
      all.add("iam:SimulatePrincipalPolicy");
    }
    return List.copyOf(all);
  }

  @Override
  public void ask(Asking asking) {
    Map<String, String> parameters = Map.of("EncodedMessage", encoded);
    Optional<Document> answer = asking.call(what(), "sts", OPERATION, parameters);
    if (asking.refusal("sts", OPERATION, parameters).equals(INVALID)) {
      asking.miss("encoded-message", end(), what(), INVALID);
    }
    answer
        .map(d -> d.textAt("DecodedMessage"))
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> {
          Map<String, Object> members = new LinkedHashMap<>();
          members.put("DecodedMessage", Texts.value(text));
          asking.keep("authorization-message.json", Texts.pretty(members));
          if (follows) {
            follow(Texts.value(text), asking);
          }
        });
  }

  /** By which the message is known again: a whole one looks like a secret. */
  private String end() {
    return encoded.substring(Math.max(0, encoded.length() - SHOWN));
  }

  private static void follow(PyValue message, Asking asking) {
    String principal = text(message, "context", "principal", "arn");
    String action = text(message, "context", "action");
    String resource = text(message, "context", "resource");
    Owner.of(principal)
        .ifPresent(o -> {
          String account = o.arn().account();
          asking.then(new PrincipalPolicies(principal));
          OrganizationPolicies.of(account, account, resource).forEach(asking::then);
          if (!action.isEmpty()) {
            asking.then(new SimulatorAnswer(o.text(), action, resource, Map.of()));
          }
        });
  }

  private static String text(PyValue value, String... path) {
    PyValue at = value;
    for (String name : path) {
      PyValue inner = at instanceof PyValue.Dict dict ? dict.get(name) : null;
      if (inner == null) {
        return "";
      }
      at = inner;
    }
    return at instanceof PyValue.Str(String text) ? text : "";
  }
}
