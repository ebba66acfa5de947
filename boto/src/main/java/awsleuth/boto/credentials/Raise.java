package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.config.ConfigFault;
import awsleuth.boto.config.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** botocore, or Python under it, raises an exception here. */
final class Raise extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Raised raised;
  private final transient List<Note> notes;
  private final transient Optional<ConfigFault> fault;

  Raise(Raised raised, Note... notes) {
    this(raised, Optional.empty(), notes);
  }

  private Raise(Raised raised, Optional<ConfigFault> fault, Note... notes) {
    super(raised.exception(), null, false, false);
    this.raised = raised;
    this.notes = List.of(notes);
    this.fault = fault;
  }

  /** One of {@code botocore.exceptions}. */
  static Raise botocore(String name, String message, Note... notes) {
    return new Raise(Raised.botocore(name, message), notes);
  }

  /** {@code InvalidConfigError}, whose message is the given one alone. */
  static Raise invalidConfig(String message, Note... notes) {
    return botocore("InvalidConfigError", message, notes);
  }

  /** {@code PartialCredentialsError}. */
  static Raise partial(String provider, String missing, Note... notes) {
    String message = "Partial credentials found in " + provider + ", missing: " + missing;
    return botocore("PartialCredentialsError", message, notes);
  }

  /** {@code CredentialRetrievalError}. */
  static Raise retrieval(String provider, String error, Note... notes) {
    String message = "Error when retrieving credentials from " + provider + ": " + error;
    return botocore("CredentialRetrievalError", message, notes);
  }

  /** {@code MetadataRetrievalError}. */
  static Raise metadata(String error) {
    return botocore("MetadataRetrievalError", "Error retrieving metadata: " + error);
  }

  /** {@code ConfigNotFound}. */
  static Raise notFound(String path, Note... notes) {
    String message = "The specified config file (" + path + ") could not be found.";
    return botocore("ConfigNotFound", message, notes);
  }

  /** {@code ConfigParseError}. */
  static Raise notParsed(ConfigFault fault) {
    return new Raise(
        Raised.botocore("ConfigParseError", "Unable to parse config file: " + fault.path()),
        Optional.of(fault),
        new Note(fault.reason(), new Origin.File(fault.place())));
  }

  /** The same with what led to it told first. */
  Raise after(List<Note> before) {
    Set<Note> all = new LinkedHashSet<>(before);
    all.addAll(notes);
    return new Raise(raised, fault, all.toArray(new Note[0]));
  }

  Raised raised() {
    return raised;
  }

  /** The file that cannot be read; empty where it is not that. */
  Optional<ConfigFault> fault() {
    return fault;
  }

  List<Note> notes() {
    return notes;
  }
}
