package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.command.Overview;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import awsleuth.testkit.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the README and the guide show is what the program does. */
class DocumentsTest {

  /** The folders with code, then those without. */
  private static final List<String> ROOMS =
      List.of(
          ("aws iam boto core collect lint trail app trail-spark testkit e2e bench bench/boto"
                  + " bench/iam docs examples")
              .split(" "));

  private static final Path ROOT = Path.of("..");
  private static final String COMMAND = "$ python sweeper.py 2>&1 | awsleuth";
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  private static String read(String document) throws IOException {
    return Files.readString(ROOT.resolve(document));
  }

  @Test
  void theFirstScreenOfTheReadmeIsWhatIsPrinted() throws IOException {
    String error = read("examples/list-objects-denied.txt");
    String printed = Command.pipe(error).out();
    if (System.getProperty("golden", "").equals("rewrite")) {
      Files.writeString(ROOT.resolve("README.md"), withOutput(read("README.md"), printed));
    }
    List<String> block = firstBlock(read("README.md"));
    int command = block.indexOf(COMMAND);
    for (String shown : block.subList(1, command)) {
      String whole = shown.endsWith("…") ? shown.substring(0, shown.length() - 1) : shown;
      assertThat(error.lines())
          .anyMatch(l -> shown.equals(whole) ? l.equals(shown) : l.startsWith(whole));
    }
    assertThat(String.join("\n", block.subList(command + 1, block.size())) + "\n")
        .isEqualTo(printed);
  }

  /** The README with other output below the command. */
  private static String withOutput(String readme, String printed) {
    int start = readme.indexOf(COMMAND) + COMMAND.length() + 1;
    int end = readme.indexOf("\n\n", start);
    return readme.substring(0, start) + printed.indent(4).stripTrailing() + readme.substring(end);
  }

  /** The lines of the first indented block, without the indent. */
  private static List<String> firstBlock(String text) {
    List<String> block = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("    ")) {
        block.add(line.substring(4));
      } else if (!block.isEmpty()) {
        break;
      }
    }
    return block;
  }

  @Test
  void everyCommandThatTheDocumentsShowIsUnderstood() throws IOException {
    int commands = 0;
    for (String document : List.of("README.md", "docs/guide.md", "docs/json.md")) {
      Matcher m =
          Pattern.compile("(?m)(?:^    |\\| `|^\\| `|`|\\| )(?:\\./)?awsleuth( [^`|\n]*)")
              .matcher(read(document).replace("\\|", " "));
      while (m.find()) {
        String[] args =
            m.group(1).split("  | > ")[0].replaceAll("[\\[\\]…]", "").strip().split("\\s+");
        understood(args);
        commands++;
      }
    }
    assertThat(commands).isGreaterThan(12);
  }

  private static void understood(String[] args) {
    if (args[0].equals("help")) {
      return;
    }
    Console console =
        new Console(InputStream.nullInputStream(), System.out, System.err, Screen.PIPE);
    boolean named = Overview.COMMANDS.contains(args[0]);
    String name = named ? args[0] : "diagnose";
    List<String> rest = new ArrayList<>(List.of(args).subList(named ? 1 : 0, args.length));
    rest.removeIf(String::isEmpty);
    new CommandLine(CommandTree.action(name, console).spec())
        .parseArgs(rest.toArray(String[]::new));
  }

  @Test
  void everyOptionIsInTheGuide() throws IOException {
    Console console =
        new Console(InputStream.nullInputStream(), System.out, System.err, Screen.PIPE);
    String guide = read("docs/guide.md");
    CommandTree.action("diagnose", console)
        .spec()
        .options()
        .forEach(o -> assertThat(guide).contains(o.longestName()));
  }

  @Test
  void everyMemberOfTheJsonIsInItsDocument() throws IOException {
    String document = read("docs/json.md");
    Set<String> names = new TreeSet<>();
    String all = Command.pipe(read("examples/throttled.jsonl"), "--format", "json", "--all").out();
    collect(Json.object(all), names);
    assertThat(names).hasSizeGreaterThan(30);
    assertThat(names).allSatisfy(n -> assertThat(document).contains("\"" + n + "\""));
  }

  private static void collect(Object value, Set<String> names) {
    if (value instanceof Map<?, ?> object) {
      object.forEach((k, v) -> {
        names.add(String.valueOf(k));
        if (v != null) {
          collect(v, names);
        }
      });
    }
    if (value instanceof List<?> list) {
      list.forEach(v -> collect(v, names));
    }
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    for (String document :
        List.of("README.md", "docs/guide.md", "docs/json.md", "ARCHITECTURE.md")) {
      Path file = ROOT.resolve(document);
      Matcher m = LINK.matcher(read(document));
      while (m.find()) {
        assertThat(file.resolveSibling(m.group(1))).exists();
      }
    }
  }

  @Test
  void eachFolderHasATwoLineDoorSign() throws IOException {
    for (String room : ROOMS) {
      Path sign = ROOT.resolve(room).resolve("README.md");
      assertThat(Files.readAllLines(sign)).as(room).hasSize(2).first().isEqualTo("# " + room);
      Matcher m = LINK.matcher(Files.readString(sign));
      while (m.find()) {
        assertThat(sign.resolveSibling(m.group(1))).exists();
      }
    }
  }

  @Test
  void theArchitectureIsOnePageThatNamesEachRoom() throws IOException {
    List<String> lines = read("ARCHITECTURE.md").lines().toList();
    assertThat(lines).hasSizeLessThanOrEqualTo(60).allMatch(l -> l.length() <= 160);
    for (String room : ROOMS.subList(0, 12)) {
      assertThat(lines).anyMatch(l -> l.startsWith("| `" + room + "` |"));
    }
  }
}
