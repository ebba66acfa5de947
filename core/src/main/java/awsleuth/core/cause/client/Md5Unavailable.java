package awsleuth.core.cause.client;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** FIPS mode or a restricted OpenSSL refuses MD5. */
final class Md5Unavailable implements Cause {

  @Override
  public String id() {
    return "client/md5-unavailable";
  }

  @Override
  public Stage stage() {
    return Stage.PARAMETERS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.exception("MD5UnavailableError") || facts.seen(ClientClue.MD5))
        && !facts.code(
            "MissingContentMD5") // of stores that want the MD5 that botocore sends no more
        && !facts.seen(ClientClue.BUG))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "MD5, which the operation needs, is not to be had in this Python",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(ClientClue.MD5).orElseGet(facts::citeError)),
            List.of(
                Fix.command(
                    "update: newer versions send CRC instead of MD5",
                    "pip install --upgrade boto3"),
                Fix.command(
                    "see whether FIPS mode is on",
                    "cat /proc/sys/crypto/fips_enabled; python3 -c 'import hashlib; hashlib.md5(usedforsecurity=False)'")),
            new Verification.Probe(
                "python3 -c 'import hashlib; hashlib.md5()'",
                "it ends without an error, or boto3 is 1.36 or newer")));
  }
}
