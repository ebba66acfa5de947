package awsleuth.core.cause.service;

import awsleuth.core.fact.Clue;
import java.util.List;

/** Words that tell of the service's own trouble. */
enum ServiceClue implements Clue {
  HTML(
      "<html",
      "<!doctype html",
      "invalid xml received",
      "not well-formed",
      "expecting value: line 1 column 1"),
  NOT_READY("model is not ready", "model_not_ready", "bedrock is unable to process your request"),
  EMULATOR(
      "localstack",
      "moto",
      "minio",
      "elasticmq",
      "localhost",
      "127.0.0.1",
      "host.docker.internal") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  };

  private final List<String> phrases;

  ServiceClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
