package awsleuth.core.read;

import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.read.text.Quotes;
import java.util.List;
import java.util.Set;

/**
 * An AWS CLI command that stands near a failure.
 *
 * @param service the command's service word; empty where there is no command
 * @param operation its operation word, in CLI form; empty for high-level {@code aws s3} commands
 * @param region the value of {@code --region}
 */
record CommandLine(String service, String operation, String region) {

  private static final CommandLine NONE = new CommandLine("", "", "");
  private static final Set<String> HIGH_LEVEL =
      Set.of("cp", "ls", "sync", "mv", "rm", "mb", "rb", "presign", "website");
  private static final Set<String> NO_SERVICE =
      Set.of("configure", "help", "--version", "login", "logout", "is", "was", "s3:");

  /** The last command up to the line of the failure, else the first after it. */
  static CommandLine in(List<Passage> passages, int line) {
    CommandLine before = NONE;
    CommandLine after = NONE;
    for (Passage p : passages) {
      if (p.kind() == Passage.Kind.NEARBY && p.source().line() <= line) {
        before = of(p.text()).or(before);
      } else if (p.kind() == Passage.Kind.NEARBY) {
        after = after.or(of(p.text()));
      }
    }
    return before.or(after).or(transfer(passages));
  }

  private CommandLine or(CommandLine other) {
    return service.isEmpty() ? other : this;
  }

  static boolean isIn(String line) {
    return !of(line).service.isEmpty();
  }

  /** {@code upload failed: … to s3://…} names the service, and the operation of a small file. */
  private static CommandLine transfer(List<Passage> passages) {
    for (Passage p : passages) {
      if (p.text().contains("upload failed: ") && p.text().contains("s3://")) {
        return new CommandLine("s3", "put-object", "");
      }
      if (p.text().contains("download failed: s3://")) {
        return new CommandLine("s3", "get-object", "");
      }
    }
    return NONE;
  }

  /** The command that a line has. */
  static CommandLine of(String line) {
    int at = line.startsWith("aws ") ? 0 : Math.max(line.indexOf(" aws "), prompt(line)) + 1;
    if (at == 0 && !line.startsWith("aws ")) {
      return NONE;
    }
    String[] words = line.substring(at + 4).split("[ \t]+");
    String service = "";
    String operation = "";
    String region = "";
    for (int i = 0; i < words.length && i < 60; i++) {
      String w = words[i];
      if (w.startsWith("--")) {
        String value = i + 1 < words.length ? words[i + 1] : "";
        region = w.equals("--region") ? value : region;
        region = w.startsWith("--region=") ? w.substring("--region=".length()) : region;
        boolean single = w.indexOf('=') > 0 || value.startsWith("--") || isSwitch(w);
        i += single ? 0 : 1;
      } else if (service.isEmpty()) {
        service = w;
      } else if (operation.isEmpty()) {
        operation = w;
      }
    }
    return command(service, operation, Quotes.bare(region));
  }

  /** Where a prompt ends that the command follows without a blank; -1 where there is none. */
  private static int prompt(String line) {
    int dollar = line.indexOf("$aws ");
    return dollar >= 0 ? dollar : line.indexOf("#aws ");
  }

  private static boolean isSwitch(String option) {
    return option.equals("--debug")
        || option.equals("--no-verify-ssl")
        || option.equals("--no-sign-request")
        || option.equals("--no-paginate");
  }

  private static CommandLine command(String service, String operation, String region) {
    if (service.isEmpty() || NO_SERVICE.contains(service) || !isWord(service)) {
      return NONE;
    }
    boolean high = service.equals("s3") && HIGH_LEVEL.contains(operation);
    String name = service.equals("s3api") ? "s3" : service;
    return new CommandLine(name, high || !isWord(operation) ? "" : operation, region);
  }

  private static boolean isWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-') {
        return false;
      }
    }
    return !word.isEmpty();
  }
}
