package awsleuth.iam;

import java.util.Locale;
import java.util.Set;

/**
 * The operations that work on a KMS key of another account (KMS developer guide, "Allowing users in
 * other accounts to use a KMS key").
 */
final class KeyOperations {

  private static final Set<String> CROSS_ACCOUNT =
      Set.of(
          "kms:creategrant",
          "kms:decrypt",
          "kms:derivesharedsecret",
          "kms:describekey",
          "kms:encrypt",
          "kms:generatedatakey",
          "kms:generatedatakeypair",
          "kms:generatedatakeypairwithoutplaintext",
          "kms:generatedatakeywithoutplaintext",
          "kms:generatemac",
          "kms:getkeyrotationstatus",
          "kms:getpublickey",
          "kms:listgrants",
          "kms:reencryptfrom",
          "kms:reencryptto",
          "kms:retiregrant",
          "kms:revokegrant",
          "kms:sign",
          "kms:verify",
          "kms:verifymac");

  private KeyOperations() {}

  static boolean reachOtherAccounts(String action) {
    return CROSS_ACCOUNT.contains(action.toLowerCase(Locale.ROOT));
  }
}
