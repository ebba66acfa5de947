package awsleuth.core.cause.client;

import awsleuth.core.fact.Clue;
import java.util.List;

/** Words of Python about a module that is not the one meant. */
enum ShadowClue implements Clue {
  MODULE(
      "module 'boto3' has no attribute",
      "'module' object has no attribute 'resource'",
      "'module' object has no attribute 'client'");

  private final List<String> phrases;

  ShadowClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
