package awsleuth.trail.read;

import java.util.Locale;

/**
 * The identity in a table of text: as JSON, or as Athena and CloudTrail Lake print a structure:
 * {@code {type=AssumedRole, arn=…, sessioncontext={sessionissuer={arn=…}}}}.
 */
final class IdentityText {

  private static final int DEEPEST = 8;

  private final String text;
  private int at;
  private String type = "";
  private String arn = "";
  private String account = "";
  private String invokedBy = "";
  private String userName = "";
  private String userId = "";
  private String principalId = "";
  private String issuer = "";

  private IdentityText(String text) {
    this.text = text;
  }

  /** The identity; unknown where it is in no such form. */
  static Identity of(String text) {
    String bare = text.strip();
    if (bare.startsWith("{\"")) {
      return json(bare);
    }
    IdentityText reader = new IdentityText(bare);
    if (bare.startsWith("{")) {
      reader.structure("", 0);
    }
    return new Identity(
        reader.type,
        reader.arn,
        reader.account,
        reader.invokedBy,
        Identity.name(reader.userName, reader.userId, reader.principalId),
        reader.issuer);
  }

  private static Identity json(String text) {
    byte[] padded = Padded.utf8("{\"userIdentity\":" + text + "}");
    Slots slots = new Slots();
    if (new Scanner(slots).object(padded, 0, padded.length - Words.PADDING) < 0) {
      return Identity.UNKNOWN;
    }
    return new Identity(
        EventMaker.text(padded, slots, Slots.TYPE),
        EventMaker.text(padded, slots, Slots.ARN),
        EventMaker.text(padded, slots, Slots.ACCOUNT),
        EventMaker.text(padded, slots, Slots.INVOKED_BY),
        Identity.name(
            EventMaker.text(padded, slots, Slots.USER_NAME),
            EventMaker.text(padded, slots, Slots.USER_ID),
            EventMaker.text(padded, slots, Slots.PRINCIPAL_ID)),
        EventMaker.text(padded, slots, Slots.ISSUER_ARN));
  }

  /** From an opening brace to behind the closing one. */
  private void structure(String path, int depth) {
    at++;
    while (at < text.length() && text.charAt(at) != '}') {
      int equals = text.indexOf('=', at);
      if (equals < 0 || depth > DEEPEST) {
        at = text.length();
        return;
      }
      String name = path + text.substring(at, equals).strip().toLowerCase(Locale.ROOT);
      at = equals + 1;
      if (at < text.length() && text.charAt(at) == '{') {
        structure(name + ".", depth + 1);
      } else {
        int end = end();
        take(name, text.substring(at, end).strip());
        at = end;
      }
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
      }
    }
    at++;
  }

  /** A value ends before a brace, or before a comma and a space: ARNs may have commas. */
  private int end() {
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '}' || (c == ',' && text.startsWith(", ", i))) {
        return i;
      }
    }
    return text.length();
  }

  private void take(String name, String value) {
    if (value.equals("null")) {
      return;
    }
    switch (name) {
      case "type" -> type = value;
      case "arn" -> arn = value;
      case "accountid" -> account = value;
      case "invokedby" -> invokedBy = value;
      case "username" -> userName = value;
      case "onbehalfof.userid" -> userId = value;
      case "principalid" -> principalId = value;
      case "sessioncontext.sessionissuer.arn" -> issuer = value;
      default -> {}
    }
  }
}
