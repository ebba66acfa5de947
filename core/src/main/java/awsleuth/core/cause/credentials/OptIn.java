package awsleuth.core.cause.credentials;

import awsleuth.core.fact.Facts;

/** Whether the call went to a Region that accounts have to enable first. */
final class OptIn {

  private OptIn() {}

  static boolean in(Facts facts) {
    return !facts.call().region().isEmpty() && facts.catalog().optIn(facts.call().region());
  }
}
