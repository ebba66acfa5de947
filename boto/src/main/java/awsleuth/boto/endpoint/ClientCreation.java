package awsleuth.boto.endpoint;

import awsleuth.aws.Service;
import awsleuth.aws.ServiceMetadata;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Session;
import awsleuth.boto.python.Raising;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a client as botocore does, from the settings that decide its endpoint, in botocore's order,
 * so that the first error is botocore's.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/args.py">args.py</a>
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/client.py">client.py</a>
 */
final class ClientCreation {

  private final Documents documents;
  private final Session session;
  private final ClientArguments arguments;
  private final Service service;
  private final ServiceMetadata metadata;
  private final LegacyResolver legacy;
  private final Decisions decisions = new Decisions();

  ClientCreation(Documents documents, Session session, ClientArguments arguments, Service service) {
    this.documents = documents;
    this.session = session;
    this.arguments = arguments;
    this.service = service;
    this.metadata = service.metadata();
    this.legacy = documents.legacy(metadata.endpointPrefix());
  }

  List<Client.Decision> decisions() {
    return decisions.all();
  }

  /**
   * The client.
   *
   * @throws Raising as botocore raises
   */
  Client create() {
    Map<String, Object> config = new LinkedHashMap<>(arguments.config().orElse(Map.of()));
    ClientSettings plain = new ClientSettings(session, config, "legacy", Map.of());
    String given = ClientRegion.find(arguments, plain, decisions);
    ClientSettings settings = DefaultsMode.apply(documents.defaults(), plain, decisions);
    String region = ClientRegion.plain(given, settings, decisions);
    String version = versionOfService();
    Map<String, Found<Object>> s3 = settings.s3();
    Optional<Found<String>> url = CustomUrl.find(arguments, settings, metadata.name(), decisions);
    ClientSetup setup = new ClientSetup(arguments, metadata, settings, region, url, decisions);
    SignatureVersion signature = new SignatureVersion(setup, version);
    return create(setup, s3, new BaseResolution(setup, legacy, signature).of(s3));
  }

  private String versionOfService() {
    return metadata.auth().isEmpty()
        ? metadata.signatureVersion()
        : Signatures.ofSchemes(metadata.auth());
  }

  private Client create(ClientSetup setup, Map<String, Found<Object>> s3, BaseEndpoint base) {
    ClientOptions options = new ClientOptions(setup);
    S3Options ofS3 = new S3Options(setup, s3);
    OtherOptions others = new OtherOptions(setup.settings());
    others.validate();
    Found<Object> accountMode = options.accountMode(base.version());
    boolean prefix = options.hostPrefix();
    Client.Signing signing = options.signing(base);
    Found<Object> express = ofS3.expressDisabled();
    ofS3.validate();
    others.validateRetries();
    base.validate();
    BuiltIns builtIns = new BuiltIns(setup, s3, accountMode, express);
    return new Client(
        service,
        base.region(),
        base.url(),
        base.partition(),
        signing,
        setup.customUrl(),
        arguments.secure(),
        builtIns.of(regionOfRules(setup, base)),
        ofS3.context(express),
        s3,
        prefix,
        new DiscoveryOption(setup.settings()).of(service, arguments),
        documents.rules(metadata.name()),
        documents.partitions(),
        legacy,
        decisions());
  }

  private static @Nullable String regionOfRules(ClientSetup setup, BaseEndpoint base) {
    boolean isOfBase =
        setup.isS3() || setup.metadata().endpointPrefix().equals("sts") || setup.region() == null;
    return isOfBase ? base.region() : setup.region();
  }
}
