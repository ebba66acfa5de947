package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.input.InputException;
import awsleuth.app.input.ToldDiagnosis;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.aws.AwsCatalog;
import awsleuth.collect.call.Opened;
import awsleuth.collect.credentials.LocalOutside;
import awsleuth.collect.credentials.MfaCodes;
import awsleuth.collect.wire.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks AWS about a refused request. */
class AccountNowTest {

  @TempDir Path folder;

  @Test
  void whereNobodySaysWhoAsksTheReasonIsTold() throws IOException, InputException {
    Path text =
        Files.writeString(
            folder.resolve("error.txt"),
            """
            botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the \
            GetObject operation: User: arn:aws:sts::111122223333:assumed-role/app/i-1 is not \
            authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme/x" because no \
            identity-based policy allows the s3:GetObject action
            """);
    String json = Command.run("--format", "json", text.toString()).out();
    ToldFailure failure = ToldDiagnosis.read("diagnosis.json", json).failures().getFirst();
    AwsCatalog catalog = AwsCatalog.embedded();
    Opened opened =
        Opened.open(
            catalog,
            Map.of(
                "HOME", folder.toString(),
                "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                "AWS_DEFAULT_REGION", "eu-west-1",
                "AWS_ENDPOINT_URL", "http://127.0.0.1:1"),
            Optional.empty(),
            new LocalOutside(),
            MfaCodes.unattended(),
            Deadline.in(Duration.ofSeconds(10)));
    AccountNow account = new AccountNow(catalog, ((Opened.Open) opened).calls(), _ -> {});
    assertThat(account.otherCaller(failure, failure.causes().getFirst()))
        .contains("as whom AWS would be asked is not known: nothing listens on port 1");
  }
}
