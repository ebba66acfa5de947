package awsleuth.collect.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an encoded authorization message says.
 *
 * @param encoded the message
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html">
 *     DecodeAuthorizationMessage</a>
 */
record DecodedMessage(String encoded) implements LiveQuestion {

  @Override
  public String what() {
    return "the encoded authorization message";
  }

  @Override
  public List<String> permissions() {
    return List.of("sts:DecodeAuthorizationMessage");
  }

  @Override
  public void ask(Asking asking) {
    asking
        .call(what(), "sts", "DecodeAuthorizationMessage", Map.of("EncodedMessage", encoded))
        .map(d -> d.textAt("DecodedMessage"))
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> {
          Map<String, Object> members = new LinkedHashMap<>();
          members.put("DecodedMessage", Texts.value(text));
          asking.keep("authorization-message.json", Texts.pretty(members));
        });
  }
}
