package awsleuth.iam.diff;

import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Principals.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom the statements of both sides name, and names that none of them has. */
final class NamedPrincipals {

  /** What an account is, as a whole. */
  static final Pattern ACCOUNT = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");

  private static final long OTHER_ACCOUNT = 999988887777L;

  private final Set<String> arns = new TreeSet<>();
  private final Set<String> services = new TreeSet<>();
  private final Set<String> providers = new TreeSet<>();
  private final Set<String> accounts = new TreeSet<>();

  static NamedPrincipals of(List<Term> terms) {
    NamedPrincipals named = new NamedPrincipals();
    for (Term term : terms) {
      term.statement().principals().entries().forEach(named::add);
    }
    named.arns.forEach(named::addAccounts);
    for (Part part : OpenAccounts.about(terms)) {
      for (Located value : Parts.values(part)) {
        named.addAccounts(value.value());
      }
    }
    return named;
  }

  private void add(Entry entry) {
    String text = entry.value().value();
    switch (entry.kind()) {
      case AWS -> {
        // In a Principal element a wildcard is no wildcard, so that the entry names nobody.
        if (text.indexOf('*') < 0 && text.indexOf('?') < 0) {
          arns.add(text);
        }
      }
      case SERVICE -> services.add(text);
      case FEDERATED -> providers.add(text);
      case EVERYONE, CANONICAL_USER -> {}
    }
  }

  private void addAccounts(String text) {
    Matcher found = ACCOUNT.matcher(text);
    while (found.find()) {
      accounts.add(found.group());
    }
  }

  /** ARNs, accounts and whatever else stands for principals of AWS. */
  Set<String> arns() {
    return arns;
  }

  Set<String> services() {
    return services;
  }

  Set<String> providers() {
    return providers;
  }

  /** The accounts that principals, and conditions about principals, name. */
  Set<String> accounts() {
    return accounts;
  }

  /** An account that is not named. */
  String otherAccount() {
    long number = OTHER_ACCOUNT;
    while (accounts.contains(Long.toString(number))) {
      number--;
    }
    return Long.toString(number);
  }

  /** A name that is in nothing that is named: the wanted one, or one that begins with it. */
  String unnamed(String wanted, String end) {
    List<String> all = new ArrayList<>(arns);
    all.addAll(services);
    all.addAll(providers);
    String name = wanted;
    for (int i = 2; isIn(all, name + end); i++) {
      name = wanted + i;
    }
    return name + end;
  }

  private static boolean isIn(List<String> all, String name) {
    return all.stream().anyMatch(text -> text.contains(name));
  }
}
