package awsleuth.app.policy;

import awsleuth.app.input.InputException;
import awsleuth.app.input.Inputs;
import awsleuth.app.input.NamedFile;
import awsleuth.app.terminal.Printable;
import awsleuth.aws.IamCatalog;
import awsleuth.core.secret.Secrets;
import awsleuth.iam.check.PolicyChecks;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Fault.Severity;
import awsleuth.iam.policy.JsonFaults;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyFinder;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads files of policies. */
public final class PolicyFile {

  private PolicyFile() {}

  /** The files that a path names: itself, or the JSON files of a folder. */
  public static List<Path> files(String name) throws InputException {
    Path path = NamedFile.path(name);
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      List<Path> files = inside.filter(f -> f.toString().endsWith(".json")).sorted().toList();
      if (files.isEmpty()) {
        throw new InputException(name + ": the folder has no .json file");
      }
      return files;
    } catch (IOException e) {
      throw new InputException(name + ": cannot be listed (" + Inputs.reason(e) + ")");
    }
  }

  /** A file's text without secrets. */
  public static String text(NamedFile file) throws InputException {
    return Secrets.maskText(file.whole());
  }

  private static String text(Path file) throws InputException {
    return text(NamedFile.of(file));
  }

  /** The documents in a file, with all that is wrong with them. */
  static List<Reading> read(Path file, PolicyType type) throws InputException {
    return PolicyFinder.only(Printable.of(file.toString()), type, text(file));
  }

  /** The documents in a file, each as of the type that it seems to be. */
  static List<Reading> each(Path file) throws InputException {
    return PolicyFinder.each(Printable.of(file.toString()), text(file));
  }

  /**
   * The policies in a file.
   *
   * @param remarks gets what is wrong with them but lets them be decided on
   * @throws InputException where a document cannot be decided on, with all its faults
   */
  public static List<Policy> policies(Path file, PolicyType type, List<String> remarks)
      throws InputException {
    if (text(file).contains("\"RoleDetailList\"")) {
      throw new InputException(
          Printable.of(file.toString())
              + ": holds the policies of all users and roles; give those of one, as aws iam"
              + " get-role-policy prints them");
    }
    List<Policy> policies = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (Reading reading : read(file, type)) {
      reading.policy().ifPresent(policies::add);
      reading.policy().ifPresent(p -> doingNothing(file, p, remarks));
      for (Fault fault : reading.faults()) {
        (reading.policy().isEmpty() ? errors : remarks).add(line(file, fault));
      }
    }
    if (!errors.isEmpty()) {
      throw new InputException(String.join("\n", errors));
    }
    return policies;
  }

  /** Whether a file is JSON in which nothing is a policy. */
  public static boolean isOtherJson(Path file) throws InputException {
    String text = text(file);
    return !text.contains("Statement") && JsonFaults.first(text).isEmpty();
  }

  /** What does nothing in a policy, as AWS's own data tells. */
  private static void doingNothing(Path file, Policy policy, List<String> remarks) {
    for (Fault fault : PolicyChecks.of(policy, IamCatalog.embedded(), Instant.now())) {
      if (fault.code().severity() != Severity.SUGGESTION) {
        remarks.add(line(file, fault));
      }
    }
  }

  /** {@code role.json:3:5: Effect is neither `Allow` nor `Deny`}. */
  public static String line(Object file, Fault fault) {
    return Printable.of(file + ":" + fault.at() + ": " + fault.message()).replace('\n', ' ');
  }
}
