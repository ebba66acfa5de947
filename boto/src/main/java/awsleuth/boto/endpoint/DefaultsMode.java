package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.python.Raising;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The mode that presets some settings of a client. */
final class DefaultsMode {

  private DefaultsMode() {}

  /**
   * The settings, with those that the mode presets.
   *
   * @param defaults what botocore has of {@code sdk-default-configuration.json}
   * @throws Raising if there is no such mode
   */
  static ClientSettings apply(
      Map<String, Object> defaults, ClientSettings settings, Decisions decisions) {
    Map<String, Object> modes = Json.object(defaults, "modes");
    Optional<Found<Object>> found =
        settings
            .option("defaults_mode")
            .filter(option -> Python.isTrue(option.value()))
            .or(() -> settings.any("", "AWS_DEFAULTS_MODE", "defaults_mode"));
    found.ifPresent(mode -> decisions.add(ClientSetting.DEFAULTS_MODE, mode));
    String mode = found.map(f -> Python.str(f.value())).orElse("legacy");
    String lower = mode.toLowerCase(Locale.ROOT);
    List<String> known = new ArrayList<>(List.of("legacy", "auto"));
    known.addAll(modes.keySet());
    if (!known.contains(lower)) {
      throw Raising.botocore(
          "InvalidDefaultsMode",
          "Client configured with invalid defaults mode: "
              + mode
              + ". Valid defaults modes include: "
              + String.join(", ", known)
              + ".");
    }
    return lower.equals("legacy")
        ? settings
        : new ClientSettings(
            settings.session(), settings.config(), lower, Json.object(defaults, "base"));
  }
}
