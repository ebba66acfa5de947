package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.python.Raising;
import java.util.List;
import java.util.Optional;

/** The version of the signature that the calls of a client have, where nothing else decides. */
record SignatureVersion(ClientSetup setup, String ofService) {

  /**
   * As the configuration or the service says.
   *
   * @throws Raising if the version of the service is unknown
   */
  String get() {
    Object option = setup.settings().config().get("signature_version");
    if (option instanceof String version) {
      return version;
    }
    Optional<Found<String>> set =
        setup
            .session()
            .setting(setup.metadata().endpointPrefix(), "signature_version")
            .filter(found -> !found.value().isEmpty());
    if (set.isPresent()) {
      setup.decisions().add(ClientSetting.SIGNATURE_VERSION, set.get());
      return set.get().value();
    }
    if (setup.isOfS3()) {
      return "s3v4";
    }
    if (Signatures.isKnown(ofService)) {
      return ofService;
    }
    throw Signatures.unknown(Python.repr(List.of(ofService)));
  }
}
