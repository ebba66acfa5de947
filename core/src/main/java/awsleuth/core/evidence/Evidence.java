package awsleuth.core.evidence;

/** What was seen, and where; never what it means. */
public sealed interface Evidence
    permits Failure,
        EnvironmentVariable,
        ProfileSetting,
        ConfigText,
        PolicyDocument,
        Attachment,
        TrailEvent,
        TagSet,
        CliAnswer,
        Membership,
        NoBoundary,
        NotRead,
        SimulatedDecision,
        AuthorizationDetail,
        QuotaFigure,
        UsageFigure,
        GivenParameters,
        ProbeResult,
        WatchedCall,
        WatchedRun {

  /** The place where it was seen; the first one where it was seen more than once. */
  Source source();
}
