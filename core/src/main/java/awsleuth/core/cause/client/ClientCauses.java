package awsleuth.core.cause.client;

import awsleuth.core.cause.Cause;
import java.util.List;

/** The causes of the client bucket. */
public final class ClientCauses {

  /** Every cause of this bucket. */
  public static final List<Cause> ALL =
      List.of(
          new VersionConflict(),
          new LibraryBug(),
          new NotThreadSafe(),
          new StreamMisuse(),
          new WrappedLocalError(),
          new Md5Unavailable(),
          new DataMissing(),
          new ShadowedModule(),
          new InterpreterShutdown(),
          new ResourcesExhausted(),
          new LocalFileMissing());

  private ClientCauses() {}
}
