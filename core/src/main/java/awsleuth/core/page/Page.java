package awsleuth.core.page;

import awsleuth.core.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of a cause.
 *
 * @param id the cause's id
 * @param title the fault in one line
 * @param sections the text of each second-level heading but {@code Cases}, in order
 * @param cases the evidence and what all causes must say of it
 * @param text the whole page as written, Markdown
 */
public record Page(
    String id, String title, Map<String, String> sections, List<Case> cases, String text) {

  /**
   * A case of a page.
   *
   * @param title its heading
   * @param artifacts the evidence
   * @param expected the lines of its {@code diagnosis} block
   */
  public record Case(String title, List<Artifact> artifacts, List<String> expected) {

    /** Whether the case shows what the cause must not claim. */
    public boolean isCounterexample() {
      return title.startsWith("Not this:");
    }
  }

  /** The page of a cause; empty where there is no such page. */
  public static Optional<Page> of(String id) {
    return text(id).map(text -> PageParser.parse(id, text));
  }

  /** The page as written; empty where there is no such page. */
  public static Optional<String> text(String id) {
    try (InputStream in = Page.class.getResourceAsStream("/awsleuth/core/cause/" + id + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
