package awsleuth.trail.make;

import awsleuth.trail.make.Json.Part;

/** Calls that change what is allowed, as their events have them. */
final class MadeChanges {

  private MadeChanges() {}

  static Call putRolePolicy(String role, String policy, String document) {
    return iam(
        "PutRolePolicy",
        Json.object("roleName", role, "policyName", policy, "policyDocument", document));
  }

  static Call deleteRolePolicy(String role, String policy) {
    return iam("DeleteRolePolicy", Json.object("roleName", role, "policyName", policy));
  }

  static Call attachRolePolicy(String role, String arn) {
    return iam("AttachRolePolicy", Json.object("roleName", role, "policyArn", arn));
  }

  static Call detachRolePolicy(String role, String arn) {
    return iam("DetachRolePolicy", Json.object("roleName", role, "policyArn", arn));
  }

  static Call createPolicy(String account, String name, String document) {
    String arn = "arn:aws:iam::" + account + ":policy/" + name;
    Part made =
        Json.object(
            "policy",
            Json.object("policyName", name, "arn", arn, "defaultVersionId", "v1", "path", "/"));
    return Call.write(
        "iam", "CreatePolicy", Json.object("policyName", name, "policyDocument", document), made);
  }

  static Call createPolicyVersion(String arn, String document, int version) {
    Part made =
        Json.object(
            "policyVersion", Json.object("versionId", "v" + version, "isDefaultVersion", true));
    return Call.write(
        "iam",
        "CreatePolicyVersion",
        Json.object("policyArn", arn, "policyDocument", document, "setAsDefault", true),
        made);
  }

  static Call createRole(String account, String role, String trust) {
    Part made =
        Json.object(
            "role",
            Json.object(
                "path", "/", "roleName", role, "arn", "arn:aws:iam::" + account + ":role/" + role));
    return Call.write(
        "iam",
        "CreateRole",
        Json.object("roleName", role, "assumeRolePolicyDocument", trust),
        made);
  }

  static Call updateTrust(String role, String document) {
    return iam("UpdateAssumeRolePolicy", Json.object("roleName", role, "policyDocument", document));
  }

  static Call putBoundary(String role, String arn) {
    return iam(
        "PutRolePermissionsBoundary", Json.object("roleName", role, "permissionsBoundary", arn));
  }

  static Call deleteBoundary(String role) {
    return iam("DeleteRolePermissionsBoundary", Json.object("roleName", role));
  }

  static Call tagRole(String role, String name, String value) {
    return iam(
        "TagRole",
        Json.object(
            "roleName", role, "tags", Json.array(Json.object("key", name, "value", value))));
  }

  static Call updateAccessKey(String user, String key, String status) {
    return iam(
        "UpdateAccessKey", Json.object("userName", user, "accessKeyId", key, "status", status));
  }

  private static Call iam(String name, Part parameters) {
    return Call.write("iam", name, parameters, Json.NULL);
  }

  static Call putBucketPolicy(String bucket, String region, String document) {
    Part policy = new Part(document.replace("\n", "").replace("  ", ""));
    return Call.write(
        "s3",
        "PutBucketPolicy",
        Json.object(
            "bucketPolicy",
            policy,
            "bucketName",
            bucket,
            "Host",
            bucket + ".s3." + region + ".amazonaws.com",
            "policy",
            ""),
        Json.NULL);
  }

  static Call deleteBucketPolicy(String bucket, String region) {
    return ofBucket("DeleteBucketPolicy", bucket, region, "policy");
  }

  static Call ofBucket(String name, String bucket, String region, String part) {
    return Call.write(
        "s3",
        name,
        Json.object(
            "bucketName", bucket, "Host", bucket + ".s3." + region + ".amazonaws.com", part, ""),
        Json.NULL);
  }

  static Call putKeyPolicy(String account, String key, String document) {
    return Call.write(
            "kms",
            "PutKeyPolicy",
            Json.object(
                "keyId",
                key.substring(key.lastIndexOf('/') + 1),
                "policyName",
                "default",
                "policy",
                document,
                "bypassPolicyLockoutSafetyCheck",
                false),
            Json.NULL)
        .about(Json.array(Json.object("accountId", account, "type", "AWS::KMS::Key", "ARN", key)));
  }

  static Call ofKey(String name, String account, String key) {
    String id = key.substring(key.lastIndexOf('/') + 1);
    Part parameters =
        name.equals("ScheduleKeyDeletion")
            ? Json.object("keyId", id, "pendingWindowInDays", 30)
            : Json.object("keyId", id);
    return Call.write("kms", name, parameters, Json.NULL)
        .about(Json.array(Json.object("accountId", account, "type", "AWS::KMS::Key", "ARN", key)));
  }

  static Call modifyEndpoint(String endpoint, String document) {
    return Call.write(
        "ec2",
        "ModifyVpcEndpoint",
        Json.object(
            "ModifyVpcEndpointRequest",
            Json.object("VpcEndpointId", endpoint, "PolicyDocument", document)),
        Json.object(
            "ModifyVpcEndpointResponse",
            Json.object("xmlns", "http://ec2.amazonaws.com/doc/2016-11-15/", "return", true)));
  }

  static Call updateOrganisationPolicy(String policy, String document) {
    return Call.write(
        "organizations",
        "UpdatePolicy",
        Json.object("policyId", policy, "content", document),
        Json.NULL);
  }

  static Call createOrganisationPolicy(String policy, String document) {
    return Call.write(
        "organizations",
        "CreatePolicy",
        Json.object(
            "content", document, "name", "guard-" + policy, "type", "SERVICE_CONTROL_POLICY"),
        Json.object("policy", Json.object("policySummary", Json.object("id", policy))));
  }

  static Call ofOrganisationPolicy(String name, String policy, String target) {
    return Call.write(
        "organizations", name, Json.object("policyId", policy, "targetId", target), Json.NULL);
  }
}
