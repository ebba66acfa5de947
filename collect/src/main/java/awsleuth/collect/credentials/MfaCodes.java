package awsleuth.collect.credentials;

import awsleuth.boto.credentials.Ask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Codes of MFA devices, each asked for when a role wants one. A code counts once, so that what STS
 * answered is kept: a role that several parts of a command need is assumed once. Several threads
 * may ask.
 */
public final class MfaCodes {

  private static final String NOBODY =
      "not sent, since it needs a code of the MFA device %s and there is no terminal to ask for it"
          + " on: run awsleuth in one";

  private final Function<String, Optional<String>> prompt;
  private final Map<String, Optional<String>> ahead = new HashMap<>();
  private final Map<Ask, HttpExchange> answers = new HashMap<>();

  /**
   * Asked for by a prompt.
   *
   * @param prompt takes the device's serial number or ARN and gives what was typed; empty where
   *     there is no terminal
   */
  public MfaCodes(Function<String, Optional<String>> prompt) {
    this.prompt = prompt;
  }

  /** Nobody is there to be asked. */
  public static MfaCodes unattended() {
    return new MfaCodes(_ -> Optional.empty());
  }

  /** Asks now for codes that are needed in a moment, while nothing waits for them yet. */
  public synchronized void askAhead(List<String> devices) {
    devices.forEach(device -> ahead.computeIfAbsent(device, prompt));
  }

  /** What STS answers; nothing is sent without a code of six digits. */
  synchronized HttpExchange assume(
      Ask.Sts ask, String device, Function<String, HttpExchange> assume) {
    HttpExchange known = answers.get(ask);
    if (known == null) {
      known = code(device).map(code -> sent(code, assume)).orElseGet(() -> nobody(device));
      answers.put(ask, known);
    }
    return known;
  }

  private Optional<String> code(String device) {
    Optional<String> given = ahead.remove(device);
    return given == null ? prompt.apply(device) : given;
  }

  private static HttpExchange sent(String code, Function<String, HttpExchange> assume) {
    return code.matches("[0-9]{6}")
        ? assume.apply(code)
        : HttpExchange.unsent("not sent, since the code is not one of six digits");
  }

  private static HttpExchange nobody(String device) {
    return HttpExchange.unsent(NOBODY.replace("%s", device));
  }
}
