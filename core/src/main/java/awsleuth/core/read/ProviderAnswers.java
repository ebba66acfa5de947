package awsleuth.core.read;

import awsleuth.core.read.Sighting.Strength;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the answer of a container's credentials endpoint or of instance metadata, which botocore
 * quotes in its exception, from that of a service: its code is of no AWS call ({@code
 * ContainerMetadataFetcher._get_response} of botocore).
 */
final class ProviderAnswers {

  private ProviderAnswers() {}

  /** The sightings without what stands in such an answer. */
  static List<Sighting> without(List<Sighting> byPosition) {
    List<Sighting> out = new ArrayList<>();
    int end = 0;
    for (Sighting s : byPosition) {
      if (s.strength == Strength.SURE && quotes(s)) {
        end = Math.max(end, s.end);
      }
      if (s.strength == Strength.SURE || s.position >= end || s.code.isEmpty()) {
        out.add(s);
      }
    }
    return out;
  }

  private static boolean quotes(Sighting s) {
    return s.exception.equals("MetadataRetrievalError")
        || (s.exception.equals("CredentialRetrievalError")
            && s.captures.getOrDefault("provider", "").equals("container-role"));
  }
}
