package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.python.Raising;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Settings of a client that change how a call is sent or signed. */
record ClientOptions(ClientSetup setup) {

  /**
   * Whether the account's id may be, is to be or must not be in the endpoint.
   *
   * @param version of the signature
   * @throws Raising if it is another word
   */
  Found<Object> accountMode(String version) {
    if (version.equals(Signatures.UNSIGNED)) {
      return new Found<>("disabled", new Origin.Default());
    }
    Optional<Found<Object>> found =
        setup
            .settings()
            .any(
                "account_id_endpoint_mode",
                "AWS_ACCOUNT_ID_ENDPOINT_MODE",
                "account_id_endpoint_mode");
    found.ifPresent(mode -> setup.decisions().add(ClientSetting.ACCOUNT_ID_MODE, mode));
    String mode = Python.str(found.map(Found::value).orElse("preferred")).toLowerCase(Locale.ROOT);
    if (!List.of("preferred", "disabled", "required").contains(mode)) {
      throw Raising.botocore(
          "InvalidConfigError",
          "The configured value '"
              + mode
              + "' for 'account_id_endpoint_mode' is invalid. Valid values are: "
              + "('preferred', 'disabled', 'required').");
    }
    return new Found<>(mode, found.<Origin>map(Found::origin).orElse(new Origin.Default()));
  }

  /** Whether the prefix of an operation is put before the host. */
  boolean hostPrefix() {
    Object option = setup.settings().config().get("inject_host_prefix");
    if (option != null) {
      setup
          .decisions()
          .add(
              ClientSetting.HOST_PREFIX,
              new Found<>(option, new Origin.ClientConfig("inject_host_prefix")));
      return Python.isTrue(option);
    }
    Optional<Found<Object>> disabled =
        setup
            .settings()
            .truth("", "AWS_DISABLE_HOST_PREFIX_INJECTION", "disable_host_prefix_injection");
    disabled.ifPresent(found -> setup.decisions().add(ClientSetting.NO_HOST_PREFIX, found));
    return !Python.isTrue(disabled.map(Found::value).orElse(null));
  }

  /**
   * How the client signs.
   *
   * @throws Raising if the preferred schemes are not a text
   */
  Client.Signing signing(BaseEndpoint base) {
    Optional<Found<Object>> preference = preference();
    Object requested = setup.settings().config().get("signature_version");
    return new Client.Signing(
        base.version(),
        base.signingRegion(),
        base.signingName(),
        requested instanceof String version ? version : null,
        preference.map(p -> List.of(((String) p.value()).split(",", -1))).orElse(null),
        preference.isPresent() && preference.get().origin() instanceof Origin.ClientConfig,
        regionSet());
  }

  private String regionSet() {
    return setup
        .settings()
        .any(
            "sigv4a_signing_region_set",
            "AWS_SIGV4A_SIGNING_REGION_SET",
            "sigv4a_signing_region_set")
        .map(found -> Python.str(found.value()))
        .orElse("");
  }

  /** The preferred schemes, by commas. */
  private Optional<Found<Object>> preference() {
    Optional<Found<Object>> found =
        setup
            .settings()
            .option("auth_scheme_preference")
            .filter(option -> Python.isTrue(option.value()))
            .or(() ->
                setup.settings().any("", "AWS_AUTH_SCHEME_PREFERENCE", "auth_scheme_preference"));
    if (found.isEmpty()) {
      return found;
    }
    if (!(found.get().value() instanceof String text)) {
      Object value = found.get().value();
      throw Raising.botocore(
          "InvalidConfigError",
          "auth_scheme_preference must be a comma-delimited string. Received <class '"
              + Python.type(value)
              + "'> instead: "
              + Python.str(value)
              + ".");
    }
    setup.decisions().add(ClientSetting.AUTH_SCHEMES, found.get());
    return Optional.of(new Found<>(bare(text), found.get().origin()));
  }

  private static String bare(String schemes) {
    List<String> all = new ArrayList<>();
    for (String item : schemes.split(",", -1)) {
      if (!item.isBlank()) {
        all.add(item.replace(" ", "").replace("\t", ""));
      }
    }
    return String.join(",", all);
  }
}
