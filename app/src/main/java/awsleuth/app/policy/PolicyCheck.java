package awsleuth.app.policy;

import awsleuth.app.input.Folder;
import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.app.input.Remarks;
import awsleuth.aws.IamCatalog;
import awsleuth.iam.check.PolicyChecks;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Fault.Severity;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is wrong with the policies of files and folders. A file that cannot be read is remarked. */
final class PolicyCheck {

  /**
   * A fault and its file.
   *
   * @param file as it was named, or below the folder that was
   */
  record Found(String file, Fault fault) {}

  private final Optional<PolicyType> type;
  private final Remarks remarks;
  private final List<String> files = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();

  /**
   * A check of nothing yet.
   *
   * @param type what the policies are attached to; empty where each tells by itself
   */
  PolicyCheck(Optional<PolicyType> type, Remarks remarks) {
    this.type = type;
    this.remarks = remarks;
  }

  /** The files that were read, in their order. */
  List<String> files() {
    return files;
  }

  /** What is wrong, in the order of files and places. */
  List<Found> found() {
    return found;
  }

  /** Whether anything is wrong, rather than to be said better. */
  boolean isFaulty() {
    return found.stream().anyMatch(f -> f.fault().code().severity() != Severity.SUGGESTION);
  }

  /** Looks at a file, or at the JSON files of a folder and of the folders in it. */
  void look(String name) {
    try {
      Path path = NamedFile.path(name);
      if (Files.isDirectory(path)) {
        folder(path);
      } else {
        file(path);
      }
    } catch (InputException e) {
      remarks.error(String.valueOf(e.getMessage()));
    }
  }

  private void folder(Path folder) {
    List<Path> inside =
        Folder.files(folder, remarks).stream()
            .filter(f -> f.toString().matches(".*\\.json(?:\\.gz)?"))
            .toList();
    if (inside.isEmpty()) {
      remarks.error(folder + ": the folder has no .json file");
    }
    inside.forEach(this::file);
  }

  private void file(Path file) {
    try {
      List<Fault> faults = new ArrayList<>();
      for (Reading reading : readings(file)) {
        faults.addAll(reading.faults());
        reading
            .policy()
            .ifPresent(
                p -> faults.addAll(PolicyChecks.of(p, IamCatalog.embedded(), Instant.now())));
      }
      files.add(file.toString());
      faults.stream()
          .distinct()
          .sorted(Comparator.comparingInt(f -> f.at().start()))
          .forEach(f -> found.add(new Found(file.toString(), f)));
    } catch (InputException e) {
      remarks.error(String.valueOf(e.getMessage()));
    }
  }

  /** The documents of a file, as of the type that was said, else as each tells by itself. */
  private List<Reading> readings(Path file) throws InputException {
    return type.isPresent() ? PolicyFile.read(file, type.get()) : PolicyFile.each(file);
  }
}
