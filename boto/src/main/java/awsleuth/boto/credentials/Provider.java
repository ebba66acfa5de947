package awsleuth.boto.credentials;

import java.util.List;

/** One of the places that botocore looks for credentials in. */
sealed interface Provider
    permits EnvProvider,
        AssumeRoleProvider,
        WebIdentityProvider,
        SsoProvider,
        SharedFileProvider,
        LoginProvider,
        ProcessProvider,
        ConfigFileProvider,
        Ec2FileProvider,
        Boto2Provider,
        ContainerProvider,
        InstanceProvider {

  /** What it is. */
  Method method();

  /** Looks. */
  Load load() throws Raise, Unanswered;

  /** What a provider has. */
  sealed interface Load {}

  /** It has credentials. */
  record Has(Loaded loaded, List<Note> notes) implements Load {}

  /** It has none, and the next one is asked. */
  record Passes(List<Note> notes) implements Load {}

  /** It has none. */
  static Load passes(Note... notes) {
    return new Passes(List.of(notes));
  }

  /** It has credentials. */
  static Load has(Loaded loaded, Note... notes) {
    return new Has(loaded, List.of(notes));
  }
}
