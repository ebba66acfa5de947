package awsleuth.core.fact;

import awsleuth.boto.credentials.Answer;
import awsleuth.boto.credentials.Ask;
import awsleuth.boto.credentials.Content;
import awsleuth.boto.credentials.Outside;
import awsleuth.boto.credentials.Resolver;
import awsleuth.core.evidence.ProfileSetting.File;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The config and credentials files given as evidence, where an environment looks for them. Of a
 * file that is not given only the chosen profile's name is known, and that it is somewhere.
 */
record GivenFiles(Map<String, String> environment, ConfigFiles files, Optional<String> argument)
    implements Outside {

  @Override
  public Content file(String path) {
    if (path.isEmpty()) {
      return new Content.Nothing();
    }
    if (path.equals(Resolver.configPath(environment))) {
      return content(File.CONFIG, "[profile ");
    }
    if (path.equals(Resolver.credentialsPath(environment))) {
      return content(File.CREDENTIALS, "[");
    }
    return new Content.Nothing();
  }

  private Content content(File kind, String start) {
    return files.text(kind).map(f -> bytes(f.text())).orElseGet(() -> chosen(start));
  }

  private static Content bytes(String text) {
    return new Content.Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file that is not given may have the profile that is chosen; nothing is known of it. */
  private Content chosen(String start) {
    String name =
        argument.orElseGet(() ->
            environment.getOrDefault(
                "AWS_DEFAULT_PROFILE", environment.getOrDefault("AWS_PROFILE", "")));
    boolean plain =
        name.chars()
            .allMatch(c -> c < 0x7f && (Character.isLetterOrDigit(c) || "_-.@".indexOf(c) >= 0));
    return name.isEmpty() || !plain ? new Content.Nothing() : bytes(start + name + "]\n");
  }

  @Override
  public Answer ask(Ask ask) {
    return new Answer.None();
  }
}
