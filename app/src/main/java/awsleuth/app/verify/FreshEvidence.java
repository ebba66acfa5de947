package awsleuth.app.verify;

import awsleuth.boto.credentials.Content;
import awsleuth.boto.credentials.Resolver;
import awsleuth.collect.credentials.LocalOutside;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What this machine says now: the variables of AWS and the files that boto3 reads. */
final class FreshEvidence {

  private FreshEvidence() {}

  static List<Artifact> ofMachine(Map<String, String> environment) {
    List<Artifact> artifacts = new ArrayList<>();
    String variables =
        environment.entrySet().stream()
            .filter(e -> e.getKey().startsWith("AWS_") || e.getKey().equals("HOME"))
            .map(e -> e.getKey() + "=" + e.getValue().replace("\n", " "))
            .sorted()
            .collect(Collectors.joining("\n", "", "\n"));
    artifacts.add(new Artifact("environment", Kind.ENV, variables));
    file(Resolver.configPath(environment), Kind.CONFIG, artifacts);
    file(Resolver.credentialsPath(environment), Kind.CREDENTIALS, artifacts);
    return artifacts;
  }

  private static void file(String path, Kind kind, List<Artifact> artifacts) {
    if (new LocalOutside().file(path) instanceof Content.Bytes(byte[] bytes)) {
      artifacts.add(new Artifact(path, kind, new String(bytes, StandardCharsets.UTF_8)));
    }
  }
}
