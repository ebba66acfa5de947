package awsleuth.collect.live;

import java.util.List;

/** Something that AWS can be asked about a failed call. */
sealed interface LiveQuestion
    permits AskersPolicies,
        AuthorizationDetails,
        CallerIdentity,
        DecodedMessage,
        LogSearch,
        OrganizationPolicies,
        PrincipalPolicies,
        QuotaAndUsage,
        QuotaReached,
        ResourcePolicy,
        ResourceTags,
        SessionTrail,
        SimulatorAnswer,
        TargetRole,
        TrailEvents {

  /** What it tells, such as {@code the bucket's policy}. */
  String what();

  /** The IAM actions that it needs. */
  List<String> permissions();

  /** Asks, and keeps what is answered. */
  void ask(Asking asking);
}
