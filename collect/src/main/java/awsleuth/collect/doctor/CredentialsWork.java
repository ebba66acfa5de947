package awsleuth.collect.doctor;

import awsleuth.boto.credentials.Content;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Resolver;
import awsleuth.boto.credentials.Rules;
import awsleuth.boto.credentials.SecretValues;
import awsleuth.collect.credentials.LiveOutside;
import awsleuth.collect.credentials.LiveServices;
import awsleuth.collect.credentials.Programs;
import awsleuth.collect.wire.Route;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks for credentials as boto3 does, and remembers what must not be shown. */
final class CredentialsWork {

  private final Question question;
  private final Local local;
  private final int number;
  private final CompletableFuture<CredentialsStep> done = new CompletableFuture<>();
  private volatile SecretValues secrets;

  private CredentialsWork(Question question, Local local, int number) {
    this.question = question;
    this.local = local;
    this.number = number;
    this.secrets = secrets(List.of());
  }

  /** Begins to ask, on a thread of the system's, since what it asks with may hold on to it. */
  static CredentialsWork begin(
      Question question, Local local, Route route, Programs programs, Slot slot) {
    CredentialsWork work = new CredentialsWork(question, local, slot.number());
    Thread.ofPlatform().daemon().name("credentials").start(() -> work.run(slot, route, programs));
    return work;
  }

  private void run(Slot slot, Route route, Programs programs) {
    slot.run(() -> {
      CredentialsStep step = resolve(route, programs);
      done.complete(step);
      return step.result(question.environment());
    });
    done.complete(new CredentialsStep(local.resolution(), List.of()));
  }

  /** The number of its step. */
  int number() {
    return number;
  }

  /** What comes of it. */
  CompletableFuture<CredentialsStep> done() {
    return done;
  }

  /** What must not be shown of the environment, the files and the answers so far. */
  SecretValues secrets() {
    return secrets;
  }

  private CredentialsStep resolve(Route route, Programs programs) {
    if (local.resolution().refused().isPresent()) {
      return new CredentialsStep(local.resolution(), List.of());
    }
    LiveServices services =
        new LiveServices(question.catalog(), local.session(), route, question.codes());
    LiveOutside outside =
        new LiveOutside(question.files(), question.environment(), services, programs);
    Resolution resolution =
        Resolver.resolve(
            Rules.BOTO3, question.environment(), outside, Local.arguments(question), Instant.now());
    secrets = secrets(outside.texts());
    return new CredentialsStep(resolution, outside.lines());
  }

  private SecretValues secrets(List<String> answers) {
    List<String> texts = new ArrayList<>(answers);
    for (String path :
        List.of(
            Resolver.configPath(question.environment()),
            Resolver.credentialsPath(question.environment()))) {
      if (question.files().file(path) instanceof Content.Bytes(byte[] bytes)) {
        texts.add(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return SecretValues.of(question.environment(), texts);
  }
}
