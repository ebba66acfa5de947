package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import java.util.List;

/** Refusals that do not come from IAM policies. */
enum OtherLayer {
  PRESIGNED(PermissionsClue.PRESIGNED, "the presigned URL has expired") {
    @Override
    boolean isSeen(Facts facts) {
      // EC2 says the same of clocks and temporary credentials.
      return super.isSeen(facts) && !facts.code("RequestExpired");
    }

    @Override
    Fix fix() {
      return Fix.codeEdit(
          "make a fresh URL that lives long enough",
          "url = s3.generate_presigned_url(\"get_object\", Params={\"Bucket\": bucket, \"Key\":"
              + " key}, ExpiresIn=3600)");
    }
  },
  SIGNED_URL(PermissionsClue.SIGNED_URL, "CloudFront wants a signed URL or cookie") {
    @Override
    Fix fix() {
      return Fix.codeEdit(
          "sign the URL with a trusted key",
          "url = CloudFrontSigner(key_id, sign).generate_presigned_url(url,"
              + " date_less_than=expiry)");
    }
  },
  LAKE_FORMATION(PermissionsClue.LAKE_FORMATION, "Lake Formation does not grant the data") {
    @Override
    List<Fix> fixes(Facts facts) {
      return List.of(LakeGrant.fix(facts));
    }
  },
  CLUSTER_LOGIN(
      PermissionsClue.CLUSTER_LOGIN, "the cluster does not know who calls (401), before any RBAC") {
    @Override
    List<Fix> fixes() {
      return List.of(
          Fix.command(
              "see who calls: the token is made with these credentials, which must not be expired",
              "aws sts get-caller-identity"),
          Fix.command(
              "let kubectl ask for its token with them",
              "aws eks update-kubeconfig --name <cluster>"),
          Fix.askAdministrator(
              "give the principal an access entry where it has none (or a line in aws-auth)",
              "aws eks create-access-entry --cluster-name <cluster> --principal-arn <role ARN>"));
    }
  },
  UNSIGNED(PermissionsClue.UNSIGNED, "the request was not signed, so AWS sees nobody") {
    @Override
    List<Fix> fixes() {
      return List.of(
          Fix.codeEdit(
              "sign the requests with the caller's credentials",
              "auth = requests_aws4auth.AWS4Auth("
                  + "region=\"<region>\", service=\"<es, aoss, execute-api …>\","
                  + " refreshable_credentials=boto3.Session().get_credentials())"));
    }
  },
  CLUSTER(PermissionsClue.CLUSTER, "Kubernetes RBAC refuses the call, not IAM") {
    @Override
    Fix fix() {
      return Fix.command(
          "give the principal access to the cluster",
          "aws eks create-access-entry --cluster-name <cluster> --principal-arn <caller ARN>");
    }
  },
  LOGIN(PermissionsClue.LOGIN, "a user pool or database refuses the login, not IAM") {
    @Override
    Fix fix() {
      return Fix.askAdministrator(
          "ask for a login that the user pool or database knows",
          "The login <name> is refused by the user pool or database itself.");
    }
  },
  NO_ROUTE(PermissionsClue.NO_ROUTE, "API Gateway has no such path or method, or wants it signed") {
    @Override
    Fix fix() {
      return Fix.command(
          "see which paths and methods the API has; the stage's name comes before them",
          "aws apigateway get-resources --rest-api-id <API id>");
    }
  },
  REGISTRY(PermissionsClue.REGISTRY, "docker's login to the registry is missing or has expired") {
    @Override
    Fix fix() {
      return Fix.command(
          "log docker in again: a login holds for 12 hours",
          "aws ecr get-login-password --region <region> | docker login --username AWS"
              + " --password-stdin <account id>.dkr.ecr.<region>.amazonaws.com");
    }
  },
  DATABASE_TOKEN(PermissionsClue.DATABASE_TOKEN, "the database does not accept the token of IAM") {
    @Override
    List<Fix> fixes() {
      return List.of(
          Fix.codeEdit(
              "make a fresh token for each connection: it holds for 15 minutes",
              "password = boto3.client(\"rds\").generate_db_auth_token("
                  + "DBHostname=host, Port=port, DBUsername=user)"),
          Fix.policyEdit(
              "allow the caller to connect as this user",
              """
              {
                "Effect": "Allow",
                "Action": "rds-db:connect",
                "Resource": "arn:aws:rds-db:<region>:<account id>:dbuser:<resource id>/<user>"
              }\
              """),
          Fix.askAdministrator(
              "let the database's user log in by IAM", "GRANT rds_iam TO <user>;"));
    }
  },
  AUTHORIZER(PermissionsClue.AUTHORIZER, "API Gateway or its authorizer refuses the request") {
    @Override
    Fix fix() {
      return Fix.command(
          "look at the stage, path and authorizer of the API",
          "aws apigateway get-authorizers --rest-api-id <API id>");
    }
  };

  private final PermissionsClue clue;
  private final String summary;

  OtherLayer(PermissionsClue clue, String summary) {
    this.clue = clue;
    this.summary = summary;
  }

  /** What to do about it, the best first; one or more. */
  List<Fix> fixes() {
    return List.of(fix());
  }

  /** The same with what the failure tells. */
  List<Fix> fixes(Facts facts) {
    return fixes().stream().map(fix -> Named.in(fix, facts)).toList();
  }

  /** The one fix of a layer that has one alone. */
  Fix fix() {
    throw new IllegalStateException("a layer has a fix or fixes");
  }

  PermissionsClue clue() {
    return clue;
  }

  String summary() {
    return summary;
  }

  boolean isSeen(Facts facts) {
    boolean pool =
        this == LOGIN
            && facts.call().service().startsWith("cognito")
            && facts.code(
                "NotAuthorizedException",
                "UserNotConfirmedException",
                "PasswordResetRequiredException");
    // A service that was called by its operation has no paths that could be missing.
    boolean called = !facts.call().operation().isEmpty() && !facts.call().service().isEmpty();
    if (this == NO_ROUTE && called) {
      return false;
    }
    if (facts.seen(PermissionsClue.LIVES_TOO_LONG) || facts.seen(PermissionsClue.SECRET_HASH)) {
      return false;
    }
    return pool
        || (facts.seen(clue)
            && !facts.code("RequestTimeTooSkewed", "ExpiredToken", "MissingAuthenticationToken"));
  }

  /** Whether any of these layers refused the call. */
  static boolean isAny(Facts facts) {
    for (OtherLayer layer : values()) {
      if (layer.isSeen(facts)) {
        return true;
      }
    }
    return false;
  }
}
