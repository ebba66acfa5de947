package awsleuth.core.cause.network;

import awsleuth.core.fact.Clue;
import java.util.List;

/** Words of botocore about an endpoint URL. */
enum EndpointClue implements Clue {
  INVALID("invalid endpoint: ", "custom endpoint `");

  private final List<String> phrases;

  EndpointClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
