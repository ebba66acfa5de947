package awsleuth.boto.credentials;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A role for a token in a file, as EKS and CI systems give it. */
record WebIdentityProvider(BotoSession session, Sts sts, String profile, boolean variables)
    implements Provider {

  private static final String NO_ROLE =
      "The provided profile or the current environment is configured to assume role with web"
          + " identity but has no role ARN configured. Ensure that the profile has the"
          + " role_arnconfiguration set or the AWS_ROLE_ARN env var is set.";

  @Override
  public Method method() {
    return Method.WEB_IDENTITY;
  }

  @Override
  public Load load() throws Raise {
    Optional<Found<String>> file = either("web_identity_token_file", "AWS_WEB_IDENTITY_TOKEN_FILE");
    if (file.isEmpty()) {
      return Provider.passes(
          Note.of(
              (variables ? "AWS_WEB_IDENTITY_TOKEN_FILE is not set and " : "")
                  + "profile "
                  + profile
                  + " has no web_identity_token_file"));
    }
    Note note = new Note("the file of the token", file.get().origin());
    if (file.get().value().isEmpty()) {
      return Provider.passes(new Note("the file of the token is empty", file.get().origin()));
    }
    Optional<Found<String>> role = either("role_arn", "AWS_ROLE_ARN");
    if (role.isEmpty() || role.get().value().isEmpty()) {
      throw Raise.invalidConfig(NO_ROLE, note, Note.of("there is no role"));
    }
    String arn = role.get().value();
    Optional<Found<String>> name = either("role_session_name", "AWS_ROLE_SESSION_NAME");
    return Provider.has(
        new Loaded.Deferred(() -> assume(file.get().value(), arn, name.map(Found::value))),
        note,
        new Note("the role " + arn, role.get().origin()));
  }

  private Loaded.Fresh assume(String file, String role, Optional<String> name)
      throws Raise, Unanswered {
    Map<String, Object> parameters = new LinkedHashMap<>();
    name.ifPresent(n -> parameters.put("RoleSessionName", n));
    parameters.put("RoleArn", role);
    Sts.nameSession(parameters);
    parameters.put("WebIdentityToken", Files.text(session.outside(), file));
    return sts.call("AssumeRoleWithWebIdentity", parameters, Optional.empty());
  }

  private Optional<Found<String>> either(String name, String variable) throws Raise {
    String value = variables ? session.environment().get(variable) : null;
    if (value != null) {
      return Optional.of(new Found<>(value, new Origin.Variable(variable)));
    }
    Setting setting = session.fullConfig().profile(profile).get(name);
    return setting == null
        ? Optional.empty()
        : Optional.of(
            new Found<>(Values.text(setting), new Origin.Profile(profile, name, setting.place())));
  }
}
