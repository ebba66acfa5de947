package awsleuth.core.cause.permissions;

import awsleuth.core.cause.permissions.PolicyOwner.Whose;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The roles and users whose calls failed, of whom a document's file name or the accounts that it
 * speaks of may tell one.
 *
 * @param own the caller of this call
 * @param all with the caller of this call
 */
record Callers(Caller own, Set<Caller> all) {

  /** A role or user of an account. */
  record Caller(String account, String owner) implements Comparable<Caller> {

    static Caller of(String principal) {
      return new Caller(Principals.account(principal), Principals.owner(principal));
    }

    String name() {
      return owner.substring(owner.indexOf('/') + 1);
    }

    @Override
    public int compareTo(Caller other) {
      int order = account.compareTo(other.account);
      return order != 0 ? order : owner.compareTo(other.owner);
    }
  }

  static Callers of(Facts facts) {
    Set<Caller> all = new TreeSet<>();
    if (!facts.policies().isEmpty()) { // else there is nothing to tell apart, of thousands perhaps
      facts.principals().forEach(p -> all.add(Caller.of(p)));
    }
    Caller own = Caller.of(Access.of(facts).principal());
    all.add(own);
    all.removeIf(c -> c.owner().isEmpty());
    return new Callers(own, all);
  }

  boolean areSeveral() {
    return all.size() > 1;
  }

  /** Those with the longest name among those that the document's name or path has. */
  List<Caller> named(PolicyDocument document) {
    String path = words(document.source().artifact() + " " + document.name());
    List<Caller> named = new ArrayList<>();
    int longest = 0;
    for (Caller c : all) {
      String words = words(c.name());
      if (path.contains(words)) {
        if (words.length() > longest) {
          named.clear();
        }
        longest = Math.max(longest, words.length());
        if (words.length() == longest) {
          named.add(c);
        }
      }
    }
    return named;
  }

  /** Letters and digits in lower case, each word between single spaces. */
  private static String words(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append(' ');
    String plain = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < plain.length(); i++) {
      boolean word = Character.isLetterOrDigit(plain.charAt(i));
      if (word || out.charAt(out.length() - 1) != ' ') {
        out.append(word ? plain.charAt(i) : ' ');
      }
    }
    return out.charAt(out.length() - 1) == ' ' ? out.toString() : out.append(' ').toString();
  }

  /** The accounts that a document speaks of tell whose it is, where one caller is of them. */
  Whose byAccounts(PolicyDocument document) {
    Set<String> accounts = PolicyAccounts.spokenOf(document);
    List<Caller> fitting = all.stream().filter(c -> accounts.contains(c.account())).toList();
    if (fitting.isEmpty() || (fitting.contains(own) && fitting.size() > 1)) {
      return Whose.OPEN;
    }
    return fitting.contains(own) ? Whose.OF_THIS : Whose.OF_ANOTHER;
  }
}
