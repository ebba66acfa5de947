package awsleuth.collect.doctor;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.credentials.Outside;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.collect.credentials.MfaCodes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be examined.
 *
 * @param catalog what botocore knows of AWS
 * @param environment the variables, {@code HOME} among them
 * @param files the files of this machine
 * @param codes those of MFA devices
 * @param profile that given in code
 * @param region that given in code
 * @param endpointUrl that given in code, to all clients
 * @param service the name of the client; empty for STS alone
 * @param operation the API name of the operation; empty for none
 * @param timeout how long all of it may take
 */
public record Question(
    AwsCatalog catalog,
    Map<String, String> environment,
    Outside files,
    MfaCodes codes,
    Optional<String> profile,
    Optional<String> region,
    Optional<String> endpointUrl,
    Optional<String> service,
    Optional<String> operation,
    Duration timeout) {

  /** What these settings give of themselves, with nothing given in code and nobody to be asked. */
  public static Question of(
      AwsCatalog catalog, Map<String, String> environment, Outside files, Duration timeout) {
    Optional<String> none = Optional.empty();
    MfaCodes nobody = MfaCodes.unattended();
    return new Question(catalog, environment, files, nobody, none, none, none, none, none, timeout);
  }

  /** Without the variables, since there are secrets among them. */
  @Override
  public String toString() {
    return "Question[" + service.orElse("sts") + "]";
  }

  /** What a program with these settings gives to {@code Session.client}. */
  ClientArguments client(String name) {
    ClientArguments of = ClientArguments.of(name).withKeys();
    return new ClientArguments(
        name, region, endpointUrl, of.secure(), of.keys(), of.accountId(), of.config());
  }
}
