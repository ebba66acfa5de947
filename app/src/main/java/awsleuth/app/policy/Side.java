package awsleuth.app.policy;

import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Printable;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One side of a comparison as it is named.
 *
 * @param path a file or a folder
 * @param level whether it was said that all policies there are attached to one level of an
 *     organization
 */
record Side(String path, boolean level) {

  private static final Pattern LEVEL = Pattern.compile("[A-Za-z0-9_-]{1,100}=(.+)");

  /** {@code PATH} or {@code LEVEL=PATH}. */
  static Side of(String name) {
    Matcher level = LEVEL.matcher(name);
    return level.matches() && !Files.exists(Path.of(name))
        ? new Side(level.group(1), true)
        : new Side(name, false);
  }

  /** Refuses policies that cannot be told to count as one. */
  void look(List<Policy> policies, PolicyType type) throws InputException {
    Optional<String> why = apart(type, level).filter(_ -> policies.size() > 1);
    if (why.isPresent()) {
      throw new InputException(
          Printable.of(path) + ": " + policies.size() + " policies: " + why.get());
    }
  }

  /**
   * Why several policies of a type do not count as one; empty where they do.
   *
   * @param oneLevel whether they are attached to one level of an organization
   */
  static Optional<String> apart(PolicyType type, boolean oneLevel) {
    return switch (type) {
      case IDENTITY, SESSION -> Optional.empty();
      case SCP, RCP ->
          oneLevel
              ? Optional.empty()
              : Optional.of(
                  "each level of an organization must allow a request; compare level by level, as"
                      + " LEVEL=FOLDER or file by file");
      case RESOURCE, TRUST -> Optional.of("a resource has one; compare them file by file");
      case BOUNDARY -> Optional.of("a principal has one boundary; compare them file by file");
      case VPC_ENDPOINT -> Optional.of("an endpoint has one; compare them file by file");
    };
  }
}
