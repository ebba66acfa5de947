package awsleuth.trail.make;

import java.util.List;

/**
 * Incidents by changes of policies on the way to what is called: bucket, role, VPC endpoint,
 * organization.
 */
final class ResourcePolicyIncidents {

  private ResourcePolicyIncidents() {}

  static PlantedIncident bucketDeny(Plot plot) {
    Caller by = plot.role();
    String bucket = World.bucket(plot.account, plot.region, plot.job);
    String object = "arn:aws:s3:::" + bucket + "/out/daily.csv";
    String read =
        Documents.statement(
            "Readers",
            "Allow",
            Documents.aws(by.owner()),
            List.of("s3:GetObject", "s3:PutObject"),
            List.of("arn:aws:s3:::" + bucket + "/*"),
            "");
    boolean former = plot.showsFormer();
    if (former) {
      plot.here(
          plot.early(),
          plot.changer(),
          MadeChanges.putBucketPolicy(bucket, plot.region, Documents.of(read)));
    }
    plot.harmless(by.name());
    plot.here(
        plot.change - 3_600_000,
        plot.changer(),
        MadeChanges.ofBucket("PutBucketTagging", bucket, plot.region, "tagging"));
    String deny =
        Documents.statement(
            "EndpointOnly",
            "Deny",
            "\"*\"",
            List.of("s3:*"),
            List.of("arn:aws:s3:::" + bucket, "arn:aws:s3:::" + bucket + "/*"),
            Documents.when("StringNotEquals", "aws:SourceVpce", "vpce-0a1b2c3d4e5f60718"));
    Dated change =
        plot.here(
            plot.change,
            plot.changer(),
            MadeChanges.putBucketPolicy(bucket, plot.region, Documents.of(read, deny)));
    plot.here(
        plot.end,
        plot.changer(),
        MadeChanges.putBucketPolicy(bucket, plot.region, Documents.of(read)));
    Call put = MadeCalls.putObject(plot.account, plot.region, bucket, "out/daily.csv");
    Call refused =
        put.failed(
            "AccessDenied", Refusals.explicit(by, "s3:PutObject", object, "resource-based policy"));
    return Planting.of(
        IncidentKind.BUCKET_DENY, plot, change, former, by, List.of(put), List.of(refused));
  }

  static PlantedIncident trustNarrowed(Plot plot) {
    Caller by = plot.role();
    String name = plot.job + "-writer";
    String role = "arn:aws:iam::" + plot.account + ":role/" + name;
    String other = "arn:aws:iam::" + plot.account + ":role/orders-api";
    boolean former = plot.showsFormer();
    if (former) {
      plot.iam(
          plot.early(), plot.changer(), MadeChanges.updateTrust(name, trust(by.owner(), other)));
    }
    plot.harmless(by.name());
    plot.iam(plot.change - 1_800_000, plot.changer(), MadeChanges.tagRole(name, "tier", "two"));
    Dated change =
        plot.iam(plot.change, plot.changer(), MadeChanges.updateTrust(name, trust(other)));
    plot.iam(plot.end, plot.changer(), MadeChanges.updateTrust(name, trust(by.owner(), other)));
    Call assume = MadeCalls.assumeRole(role, plot.job, "");
    Call refused = assume.bare().failed("AccessDenied", Refusals.plain(by, "sts:AssumeRole", role));
    return Planting.of(
        IncidentKind.TRUST_NARROWED, plot, change, former, by, List.of(assume), List.of(refused));
  }

  private static String trust(String... arns) {
    return Documents.of(
        Documents.statement(
            "Trust", "Allow", Documents.aws(arns), List.of("sts:AssumeRole"), List.of(), ""));
  }

  static PlantedIncident endpointNarrowed(Plot plot) {
    String endpoint = "vpce-0" + plot.dice.hex(16);
    Caller by = plot.role().through(endpoint, "10.20.4." + (10 + plot.dice.below(200)));
    String bucket = World.bucket(plot.account, plot.region, plot.job);
    String object = "arn:aws:s3:::" + bucket + "/in/latest.json";
    boolean former = plot.showsFormer();
    if (former) {
      plot.here(plot.early(), plot.changer(), MadeChanges.modifyEndpoint(endpoint, all("*")));
    }
    plot.harmless(by.name());
    Dated change =
        plot.here(
            plot.change,
            plot.changer(),
            MadeChanges.modifyEndpoint(endpoint, all("arn:aws:s3:::shared-packages/*")));
    plot.here(plot.end, plot.changer(), MadeChanges.modifyEndpoint(endpoint, all("*")));
    Call get = MadeCalls.getObject(plot.account, plot.region, bucket, "in/latest.json");
    Call refused =
        get.failed(
            "AccessDenied", Refusals.implicit(by, "s3:GetObject", object, "VPC endpoint policy"));
    return Planting.of(
        IncidentKind.ENDPOINT_NARROWED, plot, change, former, by, List.of(get), List.of(refused));
  }

  private static String all(String resource) {
    return Documents.of(
        Documents.statement("Through", "Allow", "\"*\"", List.of("*"), List.of(resource), ""));
  }

  static PlantedIncident organisationDeny(Plot plot) {
    Caller by = plot.role();
    String stream = "arn:aws:kinesis:" + plot.region + ":" + plot.account + ":stream/" + plot.job;
    String policy = "p-" + plot.dice.hex(8);
    Caller admin = World.changer(World.MANAGEMENT, plot.dice);
    boolean former = plot.showsFormer();
    boolean attached = plot.dice.chance(400);
    String elsewhere = Documents.when("StringNotEquals", "aws:RequestedRegion", "ap-southeast-2");
    String denying = deny("kinesis:*", elsewhere);
    String harmless = deny("cloudtrail:StopLogging", "");
    if (former) {
      String before = attached ? denying : harmless;
      long early = plot.early();
      organisation(plot, early, admin, MadeChanges.createOrganisationPolicy(policy, before));
      if (!attached) {
        Call attach = MadeChanges.ofOrganisationPolicy("AttachPolicy", policy, plot.account);
        organisation(plot, early + 60_000, admin, attach);
      }
    }
    plot.harmless(by.name());
    Dated change =
        organisation(
            plot,
            plot.change,
            admin,
            attached
                ? MadeChanges.ofOrganisationPolicy("AttachPolicy", policy, plot.account)
                : MadeChanges.updateOrganisationPolicy(policy, denying));
    organisation(
        plot,
        plot.end,
        admin,
        attached
            ? MadeChanges.ofOrganisationPolicy("DetachPolicy", policy, plot.account)
            : MadeChanges.updateOrganisationPolicy(policy, harmless));
    Call describe =
        Call.read("kinesis", "DescribeStreamSummary", Json.object("streamName", plot.job));
    Call refused =
        describe
            .bare()
            .failed(
                "AccessDenied",
                Refusals.explicit(
                    by, "kinesis:DescribeStreamSummary", stream, "service control policy"));
    return Planting.of(
        IncidentKind.ORGANISATION_DENY,
        plot,
        change,
        former,
        by,
        List.of(describe),
        List.of(refused));
  }

  private static Dated organisation(Plot plot, long time, Caller admin, Call call) {
    return plot.plant(time, World.MANAGEMENT, World.GLOBAL, admin, call);
  }

  private static String deny(String action, String condition) {
    return Documents.of(
        Documents.statement("Guard", "Deny", "", List.of(action), List.of("*"), condition));
  }
}
