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
  /** Of the SDK for Go. */
  NOT_DECODED("failed to decode response body") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  RATE("slow down", "reduce your request rate", "request limit exceeded", "rate exceeded"),
  NOT_IMPLEMENTED(
      "not yet implemented or pro feature",
      "is not included within your localstack license",
      "is not included in your current license",
      "action has not been implemented",
      "exception while calling * with unknown operation"),
  /** Of stores compatible with S3, which name the operation that they lack. */
  LACKING(" not implemented"),
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
