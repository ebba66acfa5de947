package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.OthersThing;
import awsleuth.core.fact.RefusalCode;
import awsleuth.core.secret.Secrets;
import awsleuth.trail.change.AccessKey;
import awsleuth.trail.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Keys that are switched off: of KMS, and access keys. */
final class States {

  /**
   * What switches a key off, and what AWS then says of it (AWS KMS developer guide, "Key states of
   * AWS KMS keys").
   */
  private static final Map<String, String> OFF =
      Map.of(
          "DisableKey", "is disabled",
          "ScheduleKeyDeletion", "pending deletion",
          "DeleteImportedKeyMaterial", "pending import");

  /** The codes for that, of KMS and as other services pass them on, in small letters. */
  private static final Set<String> OFF_CODES =
      Set.of(
          "disabled",
          "kmsdisabled",
          "kmskeydisabled",
          "encryptionkeydisabled",
          "kmsinvalidstate",
          "kmskmsinvalidstate",
          "invalidkmskeyinvalidstate");

  private static final Pattern END = Pattern.compile("(exception|fault)$");

  /** What makes an alias stand for another key, or for none. */
  private static final Set<String> ALIAS = Set.of("UpdateAlias", "DeleteAlias");

  /** What AWS says where it does not know who signed (each service's common errors). */
  private static final Set<String> UNKNOWN_KEY =
      Set.of(
          "AuthFailure",
          "InvalidClientTokenId",
          "InvalidAccessKeyId",
          "UnrecognizedClientException",
          "InvalidSignatureException");

  private States() {}

  /** Whether a call was refused for want of permission. */
  static boolean isDenial(Refused call) {
    String code = call.sampled().event().code();
    return RefusalCode.is(code)
        || call.denial().kind() != Denial.Kind.UNKNOWN
        || call.denial().policyType() != PolicyDocument.Type.UNKNOWN;
  }

  /** Whether AWS does not know who signed a call. */
  static boolean isUnknownKey(Refused call) {
    return UNKNOWN_KEY.contains(call.sampled().event().code())
        && !OthersThing.isSaidBy(call.event().field("errorMessage"));
  }

  /**
   * How sure it is that a change of a key's state is why a call fails.
   *
   * @param latest whether nothing else changed the key's state after it
   */
  static Ruling key(Change change, boolean latest, Refused call, Before before) {
    String code = call.sampled().event().code();
    String message = call.event().field("errorMessage").toLowerCase(Locale.ROOT);
    boolean off = isOff(code) || OFF.values().stream().anyMatch(message::contains);
    if (ALIAS.contains(change.event().name())) {
      if (isAliasGone(change, call)) {
        return settled(
            change,
            before,
            "since then AWS says of the alias: " + call.event().field("errorMessage"));
      }
      boolean gone = isDenial(call) || CodeFamily.of(code) == CodeFamily.MISSING || off;
      return gone
          ? ofAlias(change, call)
          : Ruling.remote("it changed which key an alias stands for");
    }
    String told = OFF.get(change.event().name());
    if (told == null) {
      return Ruling.ruledOut("it did not switch the key off");
    }
    if (!off) {
      return Ruling.ruledOut("AWS does not say that the key is switched off");
    }
    String after = "since then AWS says of the key: " + call.event().field("errorMessage");
    boolean named = !change.thing().name().isEmpty() && message.contains(change.thing().name());
    if (!latest || !message.contains(told)) {
      return Ruling.possible(after, "what else changed the key's state: AWS says it otherwise");
    }
    return named
        ? Ruling.confirmed(with(change, before.sure() ? before : Before.NONE, after))
        : ofKey(change, before, after);
  }

  /** A call may name its key by an alias, by the key's ID, or not at all. */
  private static Ruling ofAlias(Change change, Refused call) {
    String named = call.event().field("requestParameters.keyId");
    String words = "it changed which key `" + change.part() + "` stands for";
    if (new KeyAlias(change).isNamedBy(call)) {
      return Ruling.possible(
          words + ", by which the calls name their key",
          "whether the key that it stood for before would not refuse the calls");
    }
    return named.isEmpty()
        ? Ruling.possible(words, "whether the calls name the key by that alias")
        : Ruling.ruledOut("the calls name their key otherwise: `" + named + "`");
  }

  private static boolean isOff(String code) {
    String plain = code.toLowerCase(Locale.ROOT).replace(".", "");
    return OFF_CODES.contains(END.matcher(plain).replaceFirst(""));
  }

  /** Whether AWS says of an alias that was deleted that it is not there. */
  private static boolean isAliasGone(Change change, Refused call) {
    return change.event().name().equals("DeleteAlias")
        && CodeFamily.of(call.sampled().event().code()) == CodeFamily.MISSING
        && new KeyAlias(change).isSaidBy(call);
  }

  static Ruling accessKey(Change change, Refused call, Before before) {
    boolean off =
        change.status().equals("Inactive") || change.event().name().equals("DeleteAccessKey");
    if (!off || !isUnknownKey(call)) {
      return Ruling.ruledOut(
          "it switched no access key off, or AWS does not say that the key is unknown");
    }
    Optional<Boolean> signs = AccessKey.signs(change, call.sampled().record());
    if (signs.isPresent()) {
      String key = Secrets.mask(change.part());
      return signs.get()
          ? settled(
              change,
              before,
              "since then AWS does not accept the access key `" + key + "` any more")
          : Ruling.ruledOut("the calls are signed with another access key");
    }
    return Ruling.possible(
        "it switched off an access key of the caller", "whether the calls are signed with it");
  }

  /** Another key may have been in use where the resource is not known. */
  private static Ruling ofKey(Change change, Before before, String after) {
    return before.last().isPresent() && !before.sure()
        ? Ruling.possible(after, Before.UNSURE)
        : settled(change, before, after);
  }

  private static Ruling settled(Change change, Before before, String after) {
    if (before.last().isEmpty()) {
      return Ruling.possible(
          after, "whether the call succeeded before: the archive has no such event");
    }
    return Ruling.confirmed(with(change, before, after));
  }

  private static List<String> with(Change change, Before before, String after) {
    List<String> why = new ArrayList<>();
    before.words(change.event().time()).ifPresent(why::add);
    why.add(after);
    return why;
  }
}
