package awsleuth.iam.match;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pattern begins with, variables included, before its first wildcard. Most texts that a
 * pattern does not match begin otherwise, which is seen before a {@link Glob} is made for them.
 */
final class Head {

  private final Template.Part[] parts;

  private Head(List<Template.Part> parts) {
    this.parts = parts.toArray(Template.Part[]::new);
  }

  static Head of(Template template) {
    List<Template.Part> head = new ArrayList<>();
    for (Template.Part part : template.parts()) {
      if (part instanceof Template.Text t) {
        int wild = firstWildcard(t.text());
        head.add(new Template.Text(t.text().substring(0, wild)));
        if (wild < t.text().length()) {
          break;
        }
      } else {
        head.add(part);
      }
    }
    return new Head(head);
  }

  private static int firstWildcard(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) != '*' && text.charAt(i) != '?') {
      i++;
    }
    return i;
  }

  /** Whether a text begins so; what stands behind a variable without a value is not looked at. */
  boolean begins(String text, View view) {
    int at = 0;
    for (Template.Part part : parts) {
      String piece =
          switch (part) {
            case Template.Text t -> t.text();
            case Template.Literal l -> l.text();
            case Template.Variable v ->
                Template.value(v, view) instanceof Template.Known known ? known.text() : null;
          };
      if (piece == null) {
        return true;
      }
      if (!text.startsWith(piece, at)) {
        return false;
      }
      at += piece.length();
    }
    return true;
  }
}
