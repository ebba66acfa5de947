package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import java.util.List;

/** The causes of the network bucket. */
public final class NetworkCauses {

  /** Every cause of this bucket. */
  public static final List<Cause> ALL =
      List.of(
          new Dns(),
          new NoSuchEndpoint(),
          new WrongEndpointUrl(),
          new LocalEndpointDown(),
          new NoRoute(),
          new ReadTimeout(),
          new ConnectionClosed(),
          new IdleConnectionDropped(),
          new Proxy(),
          new TlsUntrusted(),
          new TlsHostname(),
          new TlsProtocol(),
          new ClientCertificate(),
          new BucketInOtherRegion(),
          new NoRegion(),
          new IncompleteRead(),
          new TooManyOpenFiles());

  private NetworkCauses() {}
}
