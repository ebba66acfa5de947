package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.json.JsonValue;
import awsleuth.core.read.json.JsonValue.Members;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@code aws sts get-caller-identity} prints. */
public final class IdentityReader {

  private static final int LARGEST = 4096;
  private static final String ARN = "arn:[a-z-]+:(iam|sts)::\\d{12}:\\S+";

  private IdentityReader() {}

  /** Whom it names; empty where the text is something else. */
  public static Optional<ProbeResult> read(Artifact artifact) {
    String text = artifact.text();
    if (text.length() > LARGEST || !text.contains("\"Arn\"") || !text.contains("\"UserId\"")) {
      return Optional.empty();
    }
    List<JsonValue> all = JsonValue.parseAll(text, 1);
    return all.size() == 1
            && all.getFirst() instanceof Members answer
            && answer.text("Arn").matches(ARN)
            && !answer.text("UserId").isEmpty()
            && !answer.text("Account").isEmpty()
        ? Optional.of(of(answer, artifact.name()))
        : Optional.empty();
  }

  private static ProbeResult of(Members answer, String artifact) {
    String arn = answer.text("Arn");
    return new ProbeResult(
        ProbeResult.IDENTITY,
        ProbeResult.Verdict.OK,
        arn,
        Map.of(ProbeResult.ARN, arn, "account", answer.text("Account")),
        new ProbeResult.Call("sts", "GetCallerIdentity", "", ""),
        "",
        new Source(artifact, 1));
  }
}
