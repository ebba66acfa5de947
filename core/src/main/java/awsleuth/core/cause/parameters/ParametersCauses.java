package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import java.util.List;

/** The causes of the parameters bucket. */
public final class ParametersCauses {

  /** Every cause of this bucket. */
  public static final List<Cause> ALL =
      List.of(
          new Missing(),
          new Unknown(),
          new WrongType(),
          new OutOfRange(),
          new InvalidName(),
          new RejectedByService(),
          new MalformedPolicy(),
          new UnknownService(),
          new WrongClientUse(),
          new WaiterFailed(),
          new ChecksumUnsupported(),
          new Serialization());

  private ParametersCauses() {}
}
