package awsleuth.trail.make;

import java.util.List;

/** Incidents by changes of what a role is allowed. */
final class RolePolicyIncidents {

  private RolePolicyIncidents() {}

  static PlantedIncident conditionAdded(Plot plot) {
    Caller by = plot.role();
    String bucket = World.bucket(plot.account, plot.region, plot.job);
    String arn = "arn:aws:s3:::" + bucket;
    boolean former = plot.showsFormer();
    if (former) {
      plot.iam(
          plot.early(),
          plot.changer(),
          MadeChanges.putRolePolicy(by.name(), "data", listing(arn, "")));
    }
    plot.harmless(by.name());
    String narrow = Documents.when("IpAddress", "aws:SourceIp", "203.0.113.0/24");
    Dated change =
        plot.iam(
            plot.change,
            plot.changer(),
            MadeChanges.putRolePolicy(by.name(), "data", listing(arn, narrow)));
    plot.iam(
        plot.end, plot.changer(), MadeChanges.putRolePolicy(by.name(), "data", listing(arn, "")));
    Call list = MadeCalls.listObjects(plot.account, plot.region, bucket, "invoices/");
    Call refused =
        list.failed(
            "AccessDenied", Refusals.implicit(by, "s3:ListBucket", arn, "identity-based policy"));
    return Planting.of(
        IncidentKind.CONDITION_ADDED, plot, change, former, by, List.of(list), List.of(refused));
  }

  private static String listing(String bucket, String condition) {
    return Documents.of(
        Documents.statement(
            "List", "Allow", "", List.of("s3:ListBucket"), List.of(bucket), condition),
        Documents.allow("Read", List.of("s3:GetObject"), List.of(bucket + "/*")));
  }

  static PlantedIncident actionDropped(Plot plot) {
    Caller by = plot.role();
    String table = "arn:aws:dynamodb:" + plot.region + ":" + plot.account + ":table/" + plot.job;
    String name = plot.job + "-tables";
    String policy = "arn:aws:iam::" + plot.account + ":policy/" + name;
    boolean former = plot.showsFormer();
    List<String> all = List.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query");
    String whole = Documents.of(Documents.allow("Table", all, List.of(table)));
    if (former) {
      plot.iam(
          plot.early() - 60_000,
          plot.changer(),
          MadeChanges.createPolicy(plot.account, name, whole));
    }
    plot.iam(plot.early(), plot.changer(), MadeChanges.attachRolePolicy(by.name(), policy));
    plot.harmless(by.name());
    String less =
        Documents.of(
            Documents.allow(
                "Table", List.of("dynamodb:GetItem", "dynamodb:Query"), List.of(table)));
    Dated change =
        plot.iam(plot.change, plot.changer(), MadeChanges.createPolicyVersion(policy, less, 4));
    plot.iam(plot.end, plot.changer(), MadeChanges.createPolicyVersion(policy, whole, 5));
    Json.Part item = Json.object("id", "HIDDEN_DUE_TO_SECURITY_REASONS");
    Call put = MadeCalls.item("PutItem", false, plot.account, plot.region, plot.job, item);
    Call refused =
        put.failed(
            "AccessDenied",
            Refusals.implicit(by, "dynamodb:PutItem", table, "identity-based policy"));
    return Planting.of(
        IncidentKind.ACTION_DROPPED, plot, change, former, by, List.of(put), List.of(refused));
  }

  static PlantedIncident policyRemoved(Plot plot) {
    Caller by = plot.role();
    String queue = "arn:aws:sqs:" + plot.region + ":" + plot.account + ":" + plot.job;
    String document =
        Documents.of(
            Documents.allow(
                "Queue", List.of("sqs:SendMessage", "sqs:GetQueueAttributes"), List.of(queue)));
    boolean inline = plot.dice.chance(500);
    boolean former = plot.showsFormer();
    String name = plot.job + "-queue";
    String managed = "arn:aws:iam::" + plot.account + ":policy/" + name;
    Call give =
        inline
            ? MadeChanges.putRolePolicy(by.name(), name, document)
            : MadeChanges.attachRolePolicy(by.name(), managed);
    if (former) {
      if (!inline) {
        plot.iam(
            plot.early() - 60_000,
            plot.changer(),
            MadeChanges.createPolicy(plot.account, name, document));
      }
      plot.iam(plot.early(), plot.changer(), give);
    }
    plot.harmless(by.name());
    Call take =
        inline
            ? MadeChanges.deleteRolePolicy(by.name(), name)
            : MadeChanges.detachRolePolicy(by.name(), managed);
    Dated change = plot.iam(plot.change, plot.changer(), take);
    plot.iam(plot.end, plot.changer(), give);
    Call send = MadeCalls.sendMessage(plot.account, plot.region, plot.job);
    Call refused =
        send.failed(
            "AccessDenied",
            Refusals.implicit(by, "sqs:SendMessage", queue, "identity-based policy"));
    return Planting.of(
        IncidentKind.POLICY_REMOVED, plot, change, former, by, List.of(send), List.of(refused));
  }

  static PlantedIncident boundaryAdded(Plot plot) {
    Caller by = plot.role();
    String name = "limits-" + plot.job;
    String boundary = "arn:aws:iam::" + plot.account + ":policy/" + name;
    boolean former = plot.showsFormer();
    if (former) {
      String document =
          Documents.of(
              Documents.allow(
                  "Limits", List.of("s3:*", "dynamodb:*", "logs:*", "sqs:*"), List.of("*")));
      plot.iam(
          plot.early(), plot.changer(), MadeChanges.createPolicy(plot.account, name, document));
    }
    plot.harmless(by.name());
    Dated change =
        plot.iam(plot.change, plot.changer(), MadeChanges.putBoundary(by.name(), boundary));
    plot.iam(plot.end, plot.changer(), MadeChanges.deleteBoundary(by.name()));
    String secret =
        "arn:aws:secretsmanager:%s:%s:secret:%s-Zx81Qp"
            .formatted(plot.region, plot.account, plot.job);
    Call get = Call.read("secretsmanager", "GetSecretValue", Json.object("secretId", secret));
    Call refused =
        get.bare()
            .failed(
                "AccessDenied",
                Refusals.implicit(
                    by, "secretsmanager:GetSecretValue", secret, "permissions boundary"));
    return Planting.of(
        IncidentKind.BOUNDARY_ADDED, plot, change, former, by, List.of(get), List.of(refused));
  }
}
