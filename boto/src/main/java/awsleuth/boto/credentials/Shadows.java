package awsleuth.boto.credentials;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What hides something else that its author may have meant. */
public final class Shadows {

  private final Map<String, String> environment;
  private final Resolution boto3;
  private final List<String> found = new ArrayList<>();

  private Shadows(Map<String, String> environment, Resolution boto3) {
    this.environment = environment;
    this.boto3 = boto3;
  }

  /** In words, each a sentence without its period. */
  public static List<String> of(Map<String, String> environment, Resolution boto3) {
    Shadows shadows = new Shadows(environment, boto3);
    shadows.keys();
    shadows.profiles();
    shadows.region();
    shadows.tokens();
    shadows.empty();
    return List.copyOf(shadows.found);
  }

  private boolean filled(String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }

  private boolean empty(String name) {
    return environment.containsKey(name) && !filled(name);
  }

  private void keys() {
    Optional<Found<String>> profile = boto3.profile();
    boolean env = boto3.steps().stream().anyMatch(Shadows::envDecides);
    if (env
        && profile.isPresent()
        && profile.get().origin() instanceof Origin.Variable(String name)) {
      found.add(
          "AWS_ACCESS_KEY_ID hides the profile that "
              + name
              + " chooses: "
              + (isOfVariables()
                  ? "its role wants the variables (credential_source = Environment), so name the"
                      + " profile in code: boto3.Session(profile_name=…)"
                  : "unset AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN to use"
                      + " the profile"));
    } else if (env && boto3.steps().stream().anyMatch(s -> s.verdict() == Step.Verdict.HIDDEN)) {
      found.add("AWS_ACCESS_KEY_ID hides the credentials that other providers have");
    }
    String key = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
    if (!key.equals(key.strip())) {
      found.add("AWS_ACCESS_KEY_ID begins or ends with a space, which is part of the key");
    }
    if (key.startsWith("ASIA") && !filled("AWS_SESSION_TOKEN") && !filled("AWS_SECURITY_TOKEN")) {
      found.add(
          "AWS_ACCESS_KEY_ID is a temporary key, which needs the AWS_SESSION_TOKEN that came with"
              + " it");
    }
    boolean removed = boto3.steps().stream().anyMatch(s -> s.verdict() == Step.Verdict.REMOVED);
    if (removed && !key.isEmpty() && !isOfVariables()) {
      found.add("the profile given in code hides AWS_ACCESS_KEY_ID");
    }
  }

  /** Whether the profile's role is assumed with the keys of the variables. */
  private boolean isOfVariables() {
    return boto3.steps().stream().flatMap(s -> s.notes().stream()).anyMatch(Note::ofVariables);
  }

  private static boolean envDecides(Step step) {
    return step.method() == Method.ENV
        && (step.verdict() == Step.Verdict.WINS || step.verdict() == Step.Verdict.RAISES);
  }

  private void profiles() {
    String first = environment.get("AWS_DEFAULT_PROFILE");
    String second = environment.get("AWS_PROFILE");
    boolean argument =
        boto3.profile().filter(p -> p.origin() instanceof Origin.Argument).isPresent();
    if (argument && (first != null || second != null)) {
      found.add(
          "the profile given in code hides "
              + (first != null ? "AWS_DEFAULT_PROFILE" : "AWS_PROFILE"));
    } else if (first != null && second != null && !first.equals(second)) {
      found.add(
          "AWS_DEFAULT_PROFILE hides AWS_PROFILE: unset AWS_DEFAULT_PROFILE (in the AWS CLI"
              + " AWS_PROFILE wins)");
    }
  }

  private void region() {
    if (filled("AWS_REGION") && !environment.containsKey("AWS_DEFAULT_REGION")) {
      found.add("boto3 does not read AWS_REGION: set AWS_DEFAULT_REGION");
    }
  }

  private void tokens() {
    if (filled("AWS_SECURITY_TOKEN") && filled("AWS_SESSION_TOKEN")) {
      found.add("AWS_SECURITY_TOKEN hides AWS_SESSION_TOKEN: unset AWS_SECURITY_TOKEN");
    }
    if (environment.containsKey("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
        && environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
      found.add("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI hides AWS_CONTAINER_CREDENTIALS_FULL_URI");
    }
    if (environment.containsKey("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")
        && environment.containsKey("AWS_CONTAINER_AUTHORIZATION_TOKEN")) {
      found.add("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE hides AWS_CONTAINER_AUTHORIZATION_TOKEN");
    }
  }

  private void empty() {
    for (String name : List.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE")) {
      if (empty(name)) {
        found.add(
            name + " is set to nothing, which boto3 takes for a profile without a name: unset it");
      }
    }
    if (empty("AWS_DEFAULT_REGION")) {
      found.add(
          "AWS_DEFAULT_REGION is set to nothing, which hides the Region of the profile: unset it");
    }
    for (String name : List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")) {
      if (empty(name)) {
        found.add(name + " is set to nothing, which counts as not set");
      }
    }
    for (String name : List.of("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE")) {
      if (empty(name)) {
        found.add(name + " is set to nothing, so boto3 reads no such file: unset it");
      }
    }
    for (String name :
        List.of("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
      if (empty(name)) {
        found.add(name + " is set to nothing, yet boto3 asks a container's endpoint: unset it");
      }
    }
  }
}
