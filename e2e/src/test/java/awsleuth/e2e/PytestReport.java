package awsleuth.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What pytest says of the files in a folder. */
record PytestReport(List<Outcome> outcomes) {

  /**
   * A test.
   *
   * @param file the module's name
   * @param state {@code passed}, {@code failure}, {@code error} or {@code skipped}
   * @param said the first line of what pytest says of it; empty where it passed
   */
  record Outcome(String file, String test, String state, String said) {}

  /** Runs them all in one process. */
  static PytestReport of(Python python, Path folder, Path report) {
    try {
      Run run =
          Run.of(
              List.of(
                  python.python(),
                  "-B",
                  "-m",
                  "pytest",
                  "-q",
                  "--tb=line",
                  "-p",
                  "no:cacheprovider",
                  "--junitxml=" + report,
                  folder.toString()),
              "",
              Map.of("AWSLEUTH", shell(Awsleuth.command()), "PYTHONUSERBASE", Python.userBase()));
      if (run.exitCode() > 1) {
        throw new AssertionError(run.out() + run.err());
      }
      return read(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shell(List<String> words) {
    return words.stream()
        .map(w -> "'" + w.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  private static PytestReport read(Path report) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    try {
      NodeList cases =
          DocumentBuilderFactory.newDefaultInstance()
              .newDocumentBuilder()
              .parse(report.toFile())
              .getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) {
        outcomes.add(outcome((Element) cases.item(i)));
      }
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
    return new PytestReport(List.copyOf(outcomes));
  }

  private static Outcome outcome(Element test) {
    String file = test.getAttribute("classname").replaceFirst(".*\\.", "");
    for (String state : List.of("failure", "error", "skipped")) {
      NodeList found = test.getElementsByTagName(state);
      if (found.getLength() > 0) {
        String said = ((Element) found.item(0)).getAttribute("message");
        return new Outcome(file, test.getAttribute("name"), state, said);
      }
    }
    return new Outcome(file, test.getAttribute("name"), "passed", "");
  }

  /** Tests that did not come to a result: errors of fixtures and imports, skipped ones. */
  List<Outcome> broken() {
    return outcomes.stream().filter(o -> List.of("error", "skipped").contains(o.state())).toList();
  }

  /** Tests that failed by something else than an assertion, or of which a file has several. */
  List<Outcome> notByAssertion() {
    List<Outcome> failed = outcomes.stream().filter(o -> o.state().equals("failure")).toList();
    return failed.stream()
        .filter(o ->
            !(o.said().startsWith("AssertionError") || o.said().startsWith("Failed: "))
                || o.test().equals("test_the_failure_is_reproduced")
                || failed.stream().filter(p -> p.file().equals(o.file())).count() > 1)
        .toList();
  }

  /** The files of which a test failed. */
  TreeSet<String> filesThatFail() {
    return outcomes.stream()
        .filter(o -> o.state().equals("failure"))
        .map(Outcome::file)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All files. */
  TreeSet<String> files() {
    return outcomes.stream().map(Outcome::file).collect(Collectors.toCollection(TreeSet::new));
  }
}
