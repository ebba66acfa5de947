package awsleuth.app.page;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.page.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The causes whose pages speak of something, such as an error code. */
final class PagesOf {

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{5,40}");

  private PagesOf() {}

  /** Those with the word in their titles, then in their texts, then with the word nearest to it. */
  static List<String> word(String word, List<String> ids, int most) {
    List<Page> pages = ids.stream().flatMap(id -> Page.of(id).stream()).toList();
    String spaced = word.toLowerCase(Locale.ROOT).replace('-', ' ');
    Set<String> found = new LinkedHashSet<>(with(spaced, pages, Page::title));
    found.addAll(with(spaced, pages, Page::text));
    if (found.isEmpty()) {
      String joined = spaced.replace(" ", "");
      AwsCatalog.embedded()
          .nearest(joined, words(pages), 1)
          .forEach(near -> found.addAll(with(near, pages, Page::text)));
    }
    return found.stream().limit(most).toList();
  }

  private static List<String> with(String word, List<Page> pages, Function<Page, String> part) {
    List<String> ids = new ArrayList<>();
    for (Page page : pages) {
      if (part.apply(page).toLowerCase(Locale.ROOT).contains(word)) {
        ids.add(page.id());
      }
    }
    return ids;
  }

  private static Set<String> words(List<Page> pages) {
    Set<String> words = new LinkedHashSet<>();
    for (Page page : pages) {
      Matcher matcher = WORD.matcher(page.text());
      while (matcher.find()) {
        words.add(matcher.group().toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
