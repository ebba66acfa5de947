package awsleuth.core;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.read.Readers;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The call as its program has it is read for who asks for it. */
class SeenCallTest {

  private static final String TRACEBACK =
      """
      Traceback (most recent call last):
        File "app.py", line 3, in <module>
          s3.get_object(Bucket='a', Key='k')
      botocore.errorfactory.NoSuchKey: An error occurred (NoSuchKey) when calling the GetObject operation: none
      """;

  private static final AwsCatalog AWS = AwsCatalog.embedded();

  /** A list that knows whether what is in it was looked at. */
  private static final class Watched extends AbstractList<Frame> {

    private final List<Frame> frames;
    private boolean isRead;

    Watched(List<Frame> frames) {
      this.frames = frames;
    }

    @Override
    public Frame get(int index) {
      isRead = true;
      return frames.get(index);
    }

    @Override
    public int size() {
      return frames.size();
    }
  }

  @Test
  void theCallIsReadWhenItIsAskedForAndNotBefore() {
    Failure read =
        (Failure)
            Readers.read(new Artifact("app.log", Artifact.Kind.ANY, TRACEBACK), AWS).getFirst();
    Watched frames = new Watched(read.frames());
    Failure watched =
        new Failure(
            read.call(), read.captures(), List.<Passage>of(), frames, read.count(), read.last());

    FailureDiagnosis diagnosed =
        new Diagnoser(AWS, List.of()).diagnoseEvidence(List.of(watched)).failures().getFirst();

    assertThat(frames.isRead).isFalse();
    assertThat(diagnosed.written().map(GivenParameters::form))
        .contains(GivenParameters.Form.PYTHON);
    assertThat(frames.isRead).isTrue();
  }
}
