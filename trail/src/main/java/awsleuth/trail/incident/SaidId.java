package awsleuth.trail.incident;

import awsleuth.trail.change.Change;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The IDs that AWS's message names, such as {@code i-0a1b}: of several that a call names, the one
 * that AWS refuses it for.
 *
 * @param call the call
 */
record SaidId(Refused call) {

  private static final Pattern ID = Pattern.compile("([a-z]{1,20}-)[0-9a-f]{1,40}");

  /** An ID of the kind of what was changed that the message names in its place; empty for none. */
  Optional<String> other(Change change) {
    String name = change.thing().name();
    Matcher own = ID.matcher(name);
    if (!own.matches()) {
      return Optional.empty();
    }
    String prefix = own.group(1);
    List<String> said =
        Pattern.compile("(?<![\\w-])" + prefix + "[0-9a-f]{1,40}(?![\\w-])")
            .matcher(call.event().field("errorMessage"))
            .results()
            .map(MatchResult::group)
            .toList();
    return said.contains(name) ? Optional.empty() : said.stream().findFirst();
  }
}
