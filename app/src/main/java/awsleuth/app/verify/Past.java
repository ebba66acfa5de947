package awsleuth.app.verify;

import awsleuth.core.evidence.Attachment;
import awsleuth.core.evidence.AuthorizationDetail;
import awsleuth.core.evidence.CliAnswer;
import awsleuth.core.evidence.ConfigText;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.Membership;
import awsleuth.core.evidence.NoBoundary;
import awsleuth.core.evidence.NotRead;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.QuotaFigure;
import awsleuth.core.evidence.SimulatedDecision;
import awsleuth.core.evidence.TagSet;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.evidence.UsageFigure;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.evidence.WatchedRun;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What records of past runs and examinations tell: how it was then, which is no fresh evidence.
 *
 * @param records the records
 * @param inputs the files and folders that are read; a record has the texts of others
 */
record Past(Set<String> records, List<String> inputs) {

  static Past of(List<Evidence> all, List<String> inputs) {
    Set<String> records = new HashSet<>();
    for (Evidence e : all) {
      if (e instanceof WatchedRun || e instanceof WatchedCall || e instanceof ProbeResult) {
        records.add(e.source().artifact());
      }
    }
    return new Past(Set.copyOf(records), List.copyOf(inputs));
  }

  /** Whether it is of the past, and may be another by now. */
  boolean has(Evidence e) {
    return switch (e) {
      case EnvironmentVariable _, ProbeResult _, WatchedCall _, WatchedRun _ ->
          isRecord(e.source().artifact());
      case ConfigText text -> text.isRecorded();
      case ProfileSetting _ ->
          !records.isEmpty() && inputs.stream().noneMatch(e.source().artifact()::startsWith);
      case Failure _,
          PolicyDocument _,
          Attachment _,
          TrailEvent _,
          TagSet _,
          CliAnswer _,
          Membership _,
          NoBoundary _,
          NotRead _,
          SimulatedDecision _,
          AuthorizationDetail _,
          QuotaFigure _,
          UsageFigure _,
          GivenParameters _ ->
          false;
    };
  }

  /** Whether an artifact is a record. */
  boolean isRecord(String artifact) {
    return records.contains(artifact);
  }
}
