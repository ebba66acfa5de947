package awsleuth.app;

import awsleuth.aws.IamCatalog;
import awsleuth.core.secret.Secrets;
import awsleuth.iam.check.PolicyChecks;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Fault.Severity;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyFinder;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads files of policies. */
final class PolicyFile {

  private static final int LARGEST = 32 << 20;

  private PolicyFile() {}

  /** The files that a path names: itself, or the JSON files of a folder. */
  static List<Path> files(String path) throws InputException {
    try {
      Path named = Path.of(path);
      if (!Files.isDirectory(named)) {
        return List.of(named);
      }
      try (Stream<Path> inside = Files.list(named)) {
        List<Path> files = inside.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        if (files.isEmpty()) {
          throw new InputException(Printable.of(path) + ": the folder has no .json file");
        }
        return files;
      }
    } catch (InvalidPathException e) {
      throw new InputException(Printable.of(path) + ": not a file name");
    } catch (IOException e) {
      throw new InputException(Printable.of(path) + ": cannot be listed (" + e.getMessage() + ")");
    }
  }

  /** A file's text without secrets. */
  static String text(Path file) throws InputException {
    String name = Printable.of(file.toString());
    try {
      if (!Files.exists(file)) {
        throw new InputException(name + ": cannot be read (there is no such file)");
      }
      try (InputStream in = Files.newInputStream(file)) {
        return text(name, in);
      }
    } catch (IOException e) {
      throw new InputException(name + ": cannot be read (" + e.getMessage() + ")");
    }
  }

  /** What a stream brings, without secrets. */
  static String text(String name, InputStream in) throws InputException {
    try {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new InputException(name + ": larger than 32 MB, which no policy is");
      }
      String text = Decoding.whole(bytes);
      if (text.indexOf('\0') >= 0) {
        throw new InputException(name + ": is no text");
      }
      return Secrets.maskText(text);
    } catch (IOException e) {
      throw new InputException(name + ": cannot be read (" + e.getMessage() + ")");
    }
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
  static List<Policy> policies(Path file, PolicyType type, List<String> remarks)
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

  /** What does nothing in a policy, as AWS's own data tells. */
  private static void doingNothing(Path file, Policy policy, List<String> remarks) {
    for (Fault fault : PolicyChecks.of(policy, IamCatalog.embedded())) {
      if (fault.code().severity() != Severity.SUGGESTION) {
        remarks.add(line(file, fault));
      }
    }
  }

  /** {@code role.json:3:5: Effect is neither `Allow` nor `Deny`}. */
  static String line(Path file, Fault fault) {
    return Printable.of(file + ":" + fault.at() + ": " + fault.message()).replace('\n', ' ');
  }
}
