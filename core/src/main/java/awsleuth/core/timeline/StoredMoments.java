package awsleuth.core.timeline;

import awsleuth.core.Artifact;
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
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TagSet;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.evidence.UsageFigure;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.evidence.WatchedRun;
import awsleuth.core.read.Readers;
import awsleuth.core.read.document.DocumentDates;
import awsleuth.core.timeline.Moment.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The moments that documents, settings and records tell. */
final class StoredMoments {

  private StoredMoments() {}

  /** Those of a JSON document of AWS. */
  static List<Moment> ofDocument(Artifact document) {
    List<Moment> moments = new ArrayList<>();
    for (DocumentDates.Dated d : DocumentDates.of(document)) {
      Topic topic = d.isExpiry() ? Topic.EXPIRY : Topic.CHANGE;
      TimeReader.of(d.written())
          .ifPresent(
              t -> moments.add(Moment.of(t, topic, Readers.harmless(d.words()), d.source())));
    }
    return moments;
  }

  /** Until when the credentials of the environment and of profiles are good. */
  static List<Moment> ofSettings(List<? extends Evidence> evidence) {
    List<Moment> moments = new ArrayList<>();
    for (Evidence e : evidence) {
      switch (e) {
        case EnvironmentVariable v ->
            expiry(v.name(), v.value(), "the environment", v.source()).ifPresent(moments::add);
        case ProfileSetting s ->
            expiry(s.key(), s.value(), "[" + s.section() + "]", s.source()).ifPresent(moments::add);
        case Failure _,
            ConfigText _,
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
            GivenParameters _,
            ProbeResult _,
            WatchedCall _,
            WatchedRun _ -> {}
      }
    }
    return moments;
  }

  private static Optional<Moment> expiry(String name, String value, String whose, Source source) {
    if (!name.toLowerCase(Locale.ROOT).contains("expir")) {
      return Optional.empty();
    }
    return TimeReader.of(value)
        .map(t ->
            Moment.of(
                t,
                Topic.EXPIRY,
                "the credentials of " + whose + " expire (`" + name + "`)",
                source));
  }

  /** The calls that were seen in a running program. */
  static List<Moment> ofRecord(Artifact record, List<WatchedCall> calls) {
    List<String> lines = record.text().lines().toList();
    List<Moment> moments = new ArrayList<>();
    for (WatchedCall c : calls) {
      int line = c.source().line();
      if (c.source().artifact().equals(record.name()) && line > 0 && line <= lines.size()) {
        TimeReader.epoch(lines.get(line - 1))
            .ifPresent(t -> moments.add(Moment.of(t, Topic.WATCHED, Tried.words(c), c.source())));
      }
    }
    return moments;
  }
}
