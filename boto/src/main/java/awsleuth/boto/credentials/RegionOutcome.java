package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Found;
import java.util.Optional;

/** The Region of a session. */
public sealed interface RegionOutcome {

  /** The value and where it is set; empty where none is set. */
  record Known(Optional<Found<String>> region) implements RegionOutcome {}

  /** Looking for it raises. */
  record Raises(Raised raised) implements RegionOutcome {}
}
