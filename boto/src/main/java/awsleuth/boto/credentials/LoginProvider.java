package awsleuth.boto.credentials;

import awsleuth.boto.config.Setting;

/** A session of {@code aws login}; botocore needs the package awscrt for it. */
record LoginProvider(BotoSession session, String profile) implements Provider {

  private static final String MISSING =
      "Missing Dependency: Using the login credential provider requires an additional dependency."
          + " You will need to pip install \"botocore[crt]\" before proceeding.";

  @Override
  public Method method() {
    return Method.LOGIN;
  }

  @Override
  public Load load() throws Raise {
    Setting login = session.fullConfig().profile(profile).get("login_session");
    if (login == null) {
      return Provider.passes(Note.of("no login_session in profile " + profile));
    }
    throw Raise.botocore(
        "MissingDependencyException",
        MISSING,
        Note.of("login_session", profile, login),
        Note.of("without the package awscrt; with it the session of aws login would be used"));
  }
}
