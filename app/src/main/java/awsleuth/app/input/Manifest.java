package awsleuth.app.input;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.Attachment;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.read.document.ManifestFaults;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the {@code awsleuth.json} of a folder says that its files are. */
final class Manifest {

  private static final String FILE = "awsleuth.json";

  private final Map<String, Kind> kinds = new HashMap<>();

  /**
   * Of what was read of manifests; what cannot be followed is remarked.
   *
   * @param files those of the folder
   */
  static Manifest of(List<? extends Evidence> evidence, List<Path> files, Remarks remarks) {
    Manifest manifest = new Manifest();
    files.stream().filter(Manifest::is).forEach(f -> faults(f, remarks));
    Set<String> names = files.stream().map(Path::toString).collect(Collectors.toSet());
    for (Evidence e : evidence) {
      if (e instanceof Attachment a) {
        if (!names.contains(a.artifact())) {
          remarks.error(a.source() + ": names `" + a.artifact() + "`, which is not there");
        } else if (!a.kind().isEmpty()) {
          manifest.kind(a, remarks);
        }
      }
    }
    return manifest;
  }

  /** A file that cannot be read is told of where it is read as evidence. */
  private static void faults(Path file, Remarks remarks) {
    try {
      Artifact text = new Artifact(file.toString(), Kind.MANIFEST, NamedFile.of(file).text());
      ManifestFaults.of(text).forEach(remarks::error);
    } catch (InputException e) {
      return;
    }
  }

  static boolean is(Path file) {
    return file.endsWith(FILE);
  }

  private void kind(Attachment a, Remarks remarks) {
    Optional<Kind> named = Kind.labelled(a.kind());
    if (named.isPresent()) {
      kinds.put(a.artifact(), named.get());
      return;
    }
    remarks.error(
        a.source()
            + ": `"
            + a.kind()
            + "` is no kind of evidence; kinds are named as the options are, such as"
            + " `policy:identity` and `trail`");
  }

  /** What a file is; as given where the manifest does not say. */
  Kind kind(Path file, Kind given) {
    return kinds.getOrDefault(file.toString(), given);
  }
}
