package awsleuth.core.cause.network;

import awsleuth.core.fact.Clue;
import java.util.List;

/** Words of botocore about an endpoint URL. */
enum EndpointClue implements Clue {
  INVALID(
      "not supported url scheme",
      "invalid endpoint: ",
      "custom endpoint `",
      "port could not be cast to integer value as '",
      "port out of range 0-65535"),
  FIPS(
      "does not support fips",
      "does not support one or both",
      "['fips'",
      "'fips']",
      "cannot be used with fips"),
  DUAL_STACK(
      "does not support dualstack",
      "does not support dual-stack",
      "does not support one or both",
      "['dualstack'"),
  PARTITION("client was configured for partition `"),
  ACCOUNT("accountidendpointmode is required"),
  ACCELERATE(
      "does not support s3 accelerate",
      "cannot be used with s3 accelerate",
      "accelerate cannot be used");

  private final List<String> phrases;

  EndpointClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
