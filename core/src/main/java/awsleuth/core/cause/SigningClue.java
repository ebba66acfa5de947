package awsleuth.core.cause;

import awsleuth.core.fact.Clue;
import java.util.List;

/**
 * Words on a signature that speak for a cause of the network and against one of the credentials.
 */
public enum SigningClue implements Clue {
  /** Of services but S3: the request was signed for another Region or service. */
  ELSEWHERE("credential should be scoped to");

  private final List<String> phrases;

  SigningClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
