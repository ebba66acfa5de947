package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.read.text.CodeWords;
import awsleuth.core.read.text.Quotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the code in a traceback's frames tells of the call. */
final class ProgramCode {

  /** Operations of one word that programs seldom mean anything else by. */
  private static final Set<String> ONE_WORD = Set.of("invoke", "publish", "converse", "decrypt");

  /** Methods of botocore's session and clients that have the names of operations. */
  private static final Set<String> OWN =
      Set.of("get_component", "register_component", "get_credentials", "get_session");

  private ProgramCode() {}

  /** The operation that the innermost of the program's own frames calls; empty where unclear. */
  static String operation(List<Frame> frames, AwsCatalog catalog) {
    boolean collections = ResourceCollections.areIn(frames);
    for (int i = frames.size() - 1; i >= 0; i--) {
      Frame f = frames.get(i);
      if (!isOfLibraries(f.file())) {
        String found = calledIn(f.code(), catalog);
        found = found.isEmpty() && collections ? ResourceCollections.operation(f.code()) : found;
        found = found.isEmpty() ? NamedOperation.in(f.code(), catalog) : found;
        found = found.isEmpty() && isBoto2(f.file()) ? quotedIn(f.code()) : found;
        found = found.isEmpty() ? handedOver(f.code(), catalog) : found;
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  /** The operation that the last line typed at Python's prompt calls; empty where unclear. */
  static String typed(List<Passage> passages, List<Frame> frames, AwsCatalog catalog) {
    boolean collections = ResourceCollections.areIn(frames);
    String found = "";
    for (Passage p : passages) {
      if (p.kind() == Passage.Kind.NEARBY && p.text().startsWith(">>> ")) {
        String operation = calledIn(p.text(), catalog);
        operation =
            operation.isEmpty() && collections
                ? ResourceCollections.operation(p.text())
                : operation;
        found = operation.isEmpty() ? found : operation;
      }
    }
    return found;
  }

  /** Whether it tells nothing of the call: botocore, and what the AWS CLI runs any command by. */
  private static boolean isOfLibraries(String file) {
    return file.contains("/botocore/")
        || file.contains("\\botocore\\")
        || file.contains("urllib3")
        || file.endsWith("awscli/clidriver.py")
        || file.endsWith("awscli\\clidriver.py");
  }

  /** The last {@code .some_operation(} of a source line that is an operation's name. */
  private static String calledIn(String code, AwsCatalog catalog) {
    for (int end = code.length() - 1; end > 0; end--) {
      char c = code.charAt(end);
      if ((c == '(' || c == ',') && isWord(code.charAt(end - 1))) {
        String operation = methodBefore(code, end, catalog);
        if (!operation.isEmpty()) {
          return operation;
        }
      }
    }
    return "";
  }

  private static boolean isBoto2(String file) {
    return file.isEmpty() || file.contains("/boto/");
  }

  /** boto 2 hands an operation's name over as a literal: {@code get_status('CreateTags', …)}. */
  private static String quotedIn(String code) {
    int open = code.indexOf("('");
    int close = open < 0 ? -1 : code.indexOf('\'', open + 2);
    String name = close < 0 ? "" : code.substring(open + 2, close);
    return CodeWords.looksLikeCode(name) ? name : "";
  }

  /** s3fs hands a method's name over: {@code self._call_s3("head_object", …)}. */
  private static String handedOver(String code, AwsCatalog catalog) {
    int open = code.indexOf("_call_s3(");
    int quote = open + "_call_s3(".length();
    int close =
        open >= 0 && quote < code.length() && Quotes.isQuote(code.charAt(quote))
            ? code.indexOf(code.charAt(quote), quote + 1)
            : -1;
    return close < 0
        ? ""
        : catalog.operationName("s3", code.substring(quote + 1, close)).orElse("");
  }

  private static String methodBefore(String code, int end, AwsCatalog catalog) {
    int start = end;
    while (start > 0 && isWord(code.charAt(start - 1))) {
      start--;
    }
    if (start == 0 || code.charAt(start - 1) != '.') {
      return "";
    }
    String name = code.substring(start, end);
    String bare = name.startsWith("_") ? name.substring(1) : name;
    boolean telling = (bare.indexOf('_') > 0 || ONE_WORD.contains(bare)) && !OWN.contains(bare);
    Optional<String> operation = telling ? catalog.operationName(bare) : Optional.empty();
    return operation.orElse("");
  }

  /** Services that the code and the text around name, the surest first. */
  static List<String> services(List<Frame> frames, List<Passage> passages, AwsCatalog catalog) {
    List<String> found = new ArrayList<>();
    for (int i = frames.size() - 1; i >= 0; i--) {
      clients(frames.get(i).code(), catalog, found);
    }
    for (Passage p : passages) {
      clients(p.text(), catalog, found);
    }
    frames.forEach(f -> libraries(f.file().replace('\\', '/'), found));
    if (frames.stream().anyMatch(f -> f.function().equals("validate_bucket_name"))) {
      found.add("s3");
    }
    for (int i = frames.size() - 1; i >= 0; i--) {
      if (!isOfLibraries(frames.get(i).file())) {
        found.addAll(Receivers.services(frames.get(i).code(), catalog));
      }
    }
    for (int i = frames.size() - 1; i >= 0; i--) {
      if (!isOfLibraries(frames.get(i).file())) {
        variables(frames.get(i).code(), catalog, found);
        variables(frames.get(i).function(), catalog, found);
      }
    }
    for (Passage p : passages) {
      variables(p.text(), catalog, found);
    }
    return found;
  }

  /** {@code client('s3')}, {@code resource("dynamodb")}, {@code service_name="secretsmanager"}. */
  private static void clients(String code, AwsCatalog catalog, List<String> found) {
    for (String call : List.of("client(", "resource(", "service_name=", "'s3.", "\"s3.")) {
      for (int at = code.indexOf(call); at >= 0; at = code.indexOf(call, at + 1)) {
        int from = call.startsWith("'") || call.startsWith("\"") ? at : at + call.length();
        int quote = from;
        while (quote < code.length() && quote - from < 16 && !Quotes.isQuote(code.charAt(quote))) {
          quote++;
        }
        int end = quote + 1;
        while (end < code.length() && (isWord(code.charAt(end)) || code.charAt(end) == '-')) {
          end++;
        }
        String name = quote + 1 < end ? code.substring(quote + 1, end) : "";
        if (catalog.hasService(name)) {
          found.add(name);
        }
      }
    }
  }

  /** The parts of boto3 that are of one service. */
  private static void libraries(String file, List<String> found) {
    if (file.contains("/boto3/s3/")
        || file.contains("/s3transfer/")
        || file.endsWith("s3fs/core.py")) {
      found.add("s3");
    } else if (file.contains("/boto3/dynamodb/")) {
      found.add("dynamodb");
    }
  }

  /** Words of names, such as {@code sqs} in {@code self.sqs_client.send_message}. */
  private static void variables(String code, AwsCatalog catalog, List<String> found) {
    int start = -1;
    for (int i = 0; i <= code.length() && i < 2000; i++) {
      boolean letter = i < code.length() && Character.isLetterOrDigit(code.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        String word = code.substring(start, i).toLowerCase(java.util.Locale.ROOT);
        if (word.length() > 1
            && word.length() < 24
            && isTelling(word)
            && !isKeyword(code, word, start, i)
            && !isOfEnvironment(code, word, i)
            && !isOfRole(code, word, i)
            && !isOfPrincipal(code, start, i)
            && catalog.hasService(word)) {
          found.add(word);
        }
        start = -1;
      }
    }
  }

  /** Whether a word is Python's {@code lambda}: {@code <lambda>}, {@code lambda x:}. */
  private static boolean isKeyword(String code, String word, int start, int end) {
    boolean marked = start > 0 && code.charAt(start - 1) == '<';
    boolean parameter = end < code.length() && (code.charAt(end) == ':' || code.charAt(end) == '>');
    return word.equals("lambda") && (marked || parameter);
  }

  /** Whether a word is of what a program runs in: {@code ec2-user}, {@code lambda_handler}. */
  private static boolean isOfEnvironment(String code, String word, int end) {
    return (word.equals("ec2") && code.startsWith("-user", end))
        || (word.equals("lambda")
            && (code.startsWith("_function", end) || code.startsWith("_handler", end)));
  }

  /**
   * Whether a word is of what a caller is, in a sentence: {@code IAM role}, or {@code iam-role} as
   * botocore calls the provider that asks instance metadata.
   */
  private static boolean isOfRole(String code, String word, int end) {
    return word.equals("iam")
        && (code.startsWith(" role", end)
            || code.startsWith(" user", end)
            || code.startsWith("-role:", end));
  }

  /** Whether a word is of a caller's ARN, {@code arn:aws:iam::111122223333:role/app}. */
  private static boolean isOfPrincipal(String code, int start, int end) {
    return start > 0
        && code.charAt(start - 1) == ':'
        && code.startsWith("::", end)
        && code.lastIndexOf("arn:aws", start) >= 0;
  }

  /** Service names that are everyday words tell nothing. */
  private static boolean isTelling(String word) {
    return switch (word) {
      case "config",
          "events",
          "logs",
          "batch",
          "support",
          "health",
          "account",
          "connect",
          "discovery",
          "signer",
          "transfer",
          "swf",
          "outposts",
          "shield",
          "billing",
          "artifact",
          "budgets",
          "backup",
          "detective",
          "inspector",
          "location",
          "proton",
          "schemas",
          "synthetics",
          "translate",
          "pricing",
          "personalize",
          "scheduler",
          "snowball",
          "pipes",
          "proxy",
          "chime",
          "mq",
          "es",
          "ce",
          "fis",
          "invoicing",
          "repostspace",
          "tnb",
          "evidently" ->
          false;
      default -> true;
    };
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
