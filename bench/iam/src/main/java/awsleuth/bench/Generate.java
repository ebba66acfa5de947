package awsleuth.bench;

import static awsleuth.bench.Statements.ACCOUNT;
import static awsleuth.bench.Statements.SERVICES;
import static awsleuth.bench.Statements.allow;
import static awsleuth.bench.Statements.app;
import static awsleuth.bench.Statements.denyWithoutTls;
import static awsleuth.bench.Statements.policy;
import static awsleuth.bench.Statements.statement;
import static awsleuth.bench.Statements.to;
import static awsleuth.bench.Statements.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes three inputs: a small policy, ten policies of 6 KB, and a hundred statements over all
 * types of policies. What is expected of a request follows from how it is made.
 */
public final class Generate {

  /** So many make 6 KB. */
  private static final int STATEMENTS = 19;

  private static final String ALLOWED = "Allowed";
  private static final String IMPLICIT = "ImplicitlyDenied";
  private static final String EXPLICIT = "ExplicitlyDenied";

  private Generate() {}

  /**
   * Writes the inputs.
   *
   * @param args the folder to write to
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Files.writeString(folder.resolve("a_small.json"), Json.write(small()));
    Files.writeString(folder.resolve("b_ten_6kb.json"), Json.write(ten()));
    Files.writeString(folder.resolve("c_100_statements.json"), Json.write(hundred()));
  }

  private static Map<String, Object> input(List<Object> identity, List<Object> requests) {
    return Json.of(
        "identityPolicies", identity,
        "scps", List.of(),
        "rcps", List.of(),
        "vpcEndpointPolicies", List.of(),
        "requests", requests);
  }

  private static Map<String, Object> small() {
    Map<String, Object> read =
        statement(
            "Allow",
            List.of("s3:GetObject", "s3:GetObjectTagging"),
            "arn:aws:s3:::tide/*",
            when("IpAddress", "aws:SourceIp", "198.51.100.0/24"));
    return input(
        List.of(policy(List.of(read, denyWithoutTls("s3:*", "*")))),
        List.of(
            Requests.of("s3:GetObject", "s3:::tide/k", context("198.51.100.9", "true"), ALLOWED),
            Requests.of("s3:GetObject", "s3:::tide/k", context("192.0.2.1", "true"), IMPLICIT),
            Requests.of("s3:GetObject", "s3:::tide/k", context("198.51.100.9", "false"), EXPLICIT),
            Requests.of("s3:PutObject", "s3:::tide/k", context("198.51.100.9", "true"), IMPLICIT)));
  }

  private static Map<String, Object> context(String address, String tls) {
    return Json.of("aws:SourceIp", address, "aws:SecureTransport", tls);
  }

  /** A policy of 6 KB for each service. */
  private static Map<String, Object> ten() {
    List<Object> policies = new ArrayList<>();
    List<Object> requests = new ArrayList<>();
    for (Statements.Service service : SERVICES) {
      List<Map<String, Object>> statements =
          new ArrayList<>(IntStream.range(0, STATEMENTS).mapToObj(i -> allow(service, i)).toList());
      String eighth = "arn:aws:" + service.arn().replace("-data/x", "-*").formatted(app(8));
      statements.set(8, denyWithoutTls(service.name() + ":*", eighth));
      policies.add(policy(statements));
      String last = service.arn().formatted(app(7));
      requests.add(
          Requests.of(
              service.action(0), service.arn().formatted(app(1)), Requests.good(), ALLOWED));
      requests.add(Requests.of(service.action(1), last, Requests.good(), ALLOWED));
      requests.add(Requests.of(service.action(2), last, Requests.bad(), IMPLICIT));
      requests.add(Requests.of(service.name() + ":Unlisted", last, Requests.good(), IMPLICIT));
    }
    requests.set(
        3,
        Requests.of(
            "s3:GetObject",
            "s3:::" + app(8) + "-data/x",
            Requests.goodBut("aws:SecureTransport", "false"),
            EXPLICIT));
    return input(policies, requests);
  }

  /** Identity 60 statements, SCPs 18, RCP 4, boundary 6, session policy 4, resource policy 8. */
  private static Map<String, Object> hundred() {
    List<Object> identity = new ArrayList<>();
    for (int p = 0; p < 3; p++) {
      int from = 20 * p;
      identity.add(
          policy(
              IntStream.range(from, from + 20)
                  .mapToObj(i -> allow(SERVICES.get(i % 4), i / 4))
                  .toList()));
    }
    Map<String, Object> input = input(identity, ofHundred());
    List<Object> levels = new ArrayList<>();
    for (String level : List.of("root", "unit", "account")) {
      levels.add(Json.of("id", level, "policies", List.of(policy(scp()))));
    }
    input.put("scps", levels);
    input.put("rcps", List.of(Json.of("id", "root", "policies", List.of(policy(rcp())))));
    input.put("permissionBoundary", policy(services(6)));
    input.put("sessionPolicy", policy(services(4)));
    input.put("resourcePolicy", policy(bucket()));
    return input;
  }

  private static List<Map<String, Object>> services(int count) {
    return SERVICES.stream()
        .limit(count)
        .map(s -> statement("Allow", s.name() + ":*", "*", Map.of()))
        .toList();
  }

  private static List<Map<String, Object>> scp() {
    return List.of(
        statement("Allow", "*", "*", Map.of()),
        statement("Deny", "organizations:LeaveOrganization", "*", Map.of()),
        statement("Deny", List.of("iam:CreateUser", "iam:CreateAccessKey"), "*", Map.of()),
        statement(
            "Deny",
            List.of("s3:*", "ec2:*", "dynamodb:*"),
            "*",
            when("StringNotEquals", "aws:RequestedRegion", List.of("eu-north-1", "eu-west-1"))),
        statement(
            "Deny",
            "ec2:RunInstances",
            "arn:aws:ec2:*:*:instance/*",
            when("StringNotLike", "ec2:InstanceType", List.of("t3.*", "m7g.*"))),
        statement(
            "Deny",
            "s3:PutBucketPolicy",
            "*",
            when("ArnNotLike", "aws:PrincipalArn", Statements.role("admin-*"))));
  }

  private static List<Map<String, Object>> rcp() {
    Map<String, Object> outside = when("StringNotEqualsIfExists", "aws:PrincipalOrgID", "o-sea");
    return List.of(
        to("*", denyWithoutTls("s3:*", "*")),
        to("*", statement("Deny", "s3:*", "*", outside)),
        to("*", statement("Deny", "sqs:*", "*", outside)),
        to("*", statement("Deny", "secretsmanager:*", "*", outside)));
  }

  private static List<Map<String, Object>> bucket() {
    List<Map<String, Object>> statements = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      statements.add(
          to(
              Json.of("AWS", "arn:aws:iam::77778888999" + i + ":root"),
              statement("Allow", "s3:GetObject", "arn:aws:s3:::" + app(i) + "*", Map.of())));
    }
    statements.add(to("*", denyWithoutTls("s3:*", "arn:aws:s3:::*")));
    statements.add(
        to(
            "*",
            statement(
                "Deny",
                "s3:*",
                "arn:aws:s3:::*",
                when("StringNotEquals", "aws:PrincipalAccount", ACCOUNT))));
    return statements;
  }

  private static List<Object> ofHundred() {
    List<Object> requests = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      requests.add(
          Requests.of(
              SERVICES.getFirst().action(i),
              "s3:::" + app(i) + "-data/x",
              Requests.good(),
              ALLOWED));
    }
    String tide = "s3:::tide-data/x";
    Map<String, Object> plain = Requests.goodBut("aws:SecureTransport", "false");
    Map<String, Object> elsewhere = Requests.goodBut("aws:RequestedRegion", "ap-south-1");
    requests.add(Requests.of("s3:GetObject", tide, plain, EXPLICIT));
    requests.add(Requests.of("s3:PutObject", tide, elsewhere, EXPLICIT));
    requests.add(Requests.of("s3:GetObject", tide, Requests.bad(), IMPLICIT));
    requests.add(Requests.of("s3:Unlisted", tide, Requests.good(), IMPLICIT));
    requests.add(Requests.of("sqs:SendMessage", "sqs:::tide-data/x", Requests.good(), IMPLICIT));
    return requests;
  }
}
