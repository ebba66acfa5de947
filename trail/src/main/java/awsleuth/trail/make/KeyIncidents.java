package awsleuth.trail.make;

import java.util.List;

/** Incidents by changes of keys: of KMS, or access keys. */
final class KeyIncidents {

  private KeyIncidents() {}

  static PlantedIncident policyNarrowed(Plot plot) {
    Caller by = plot.role();
    String key = World.key(plot.account, plot.region, plot.job);
    String bucket = World.bucket(plot.account, plot.region, plot.job);
    boolean former = plot.showsFormer();
    if (former) {
      plot.here(
          plot.early(),
          plot.changer(),
          MadeChanges.putKeyPolicy(plot.account, key, policy(plot.account, by.owner())));
    }
    plot.harmless(by.name());
    String other = "arn:aws:iam::" + plot.account + ":role/report-builder";
    Dated change =
        plot.here(
            plot.change,
            plot.changer(),
            MadeChanges.putKeyPolicy(plot.account, key, policy(plot.account, other)));
    plot.here(
        plot.end,
        plot.changer(),
        MadeChanges.putKeyPolicy(plot.account, key, policy(plot.account, by.owner())));
    Call get = MadeCalls.getObject(plot.account, plot.region, bucket, "closed/ledger.db");
    String why = Refusals.implicit(by, "kms:Decrypt", key, "resource-based policy");
    return Planting.of(
        IncidentKind.KEY_POLICY_NARROWED,
        plot,
        change,
        former,
        by,
        List.of(get),
        List.of(get.failed("AccessDenied", why)));
  }

  private static String policy(String account, String user) {
    return Documents.of(
        Documents.statement(
            "Administration",
            "Allow",
            Documents.aws("arn:aws:iam::" + account + ":role/platform-admin"),
            List.of("kms:*"),
            List.of("*"),
            ""),
        Documents.statement(
            "Use",
            "Allow",
            Documents.aws(user),
            List.of("kms:Decrypt", "kms:GenerateDataKey"),
            List.of("*"),
            ""));
  }

  static PlantedIncident disabled(Plot plot) {
    return plot.dice.chance(300) ? accessKey(plot) : key(plot);
  }

  private static PlantedIncident key(Plot plot) {
    Caller by = plot.role();
    String key = World.key(plot.account, plot.region, plot.job);
    boolean deleted = plot.dice.chance(500);
    plot.harmless(by.name());
    Dated change =
        plot.here(
            plot.change,
            plot.changer(),
            MadeChanges.ofKey(deleted ? "ScheduleKeyDeletion" : "DisableKey", plot.account, key));
    if (deleted) {
      plot.here(
          plot.end - 1_000,
          plot.changer(),
          MadeChanges.ofKey("CancelKeyDeletion", plot.account, key));
    }
    plot.here(plot.end, plot.changer(), MadeChanges.ofKey("EnableKey", plot.account, key));
    Call call = MadeCalls.generateDataKey(plot.account, key);
    Call refused =
        deleted
            ? call.failed("KMSInvalidStateException", key + " is pending deletion.")
            : call.failed("DisabledException", key + " is disabled.");
    return Planting.of(
        IncidentKind.KEY_DISABLED, plot, change, false, by, List.of(call), List.of(refused));
  }

  private static PlantedIncident accessKey(Plot plot) {
    Caller by =
        Caller.user(
            plot.account, plot.job, "198.51.100." + (100 + plot.dice.below(90)), World.BOTO);
    Dated change =
        plot.iam(
            plot.change,
            plot.changer(),
            MadeChanges.updateAccessKey(by.name(), by.key(0), "Inactive"));
    plot.iam(plot.end, plot.changer(), MadeChanges.updateAccessKey(by.name(), by.key(0), "Active"));
    Call call = MadeCalls.describeInstances(plot.job);
    Call refused =
        call.failed(
            "Client.AuthFailure", "AWS was not able to validate the provided access credentials");
    return Planting.of(
        IncidentKind.KEY_DISABLED, plot, change, false, by, List.of(call), List.of(refused));
  }
}
