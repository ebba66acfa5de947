package awsleuth.core.cause.resource;

import awsleuth.core.cause.Fix;
import awsleuth.core.cause.StateClue;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** States of all other things. */
enum ThingState implements State {
  /** A query of Athena that is still at work. */
  QUERY {
    @Override
    public boolean isOf(Facts facts) {
      return facts.call().service().equals("athena") && facts.seen(StateClue.UNFINISHED);
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      String id = facts.parameter("QueryExecutionId").orElse("<id>");
      return List.of(
          Fix.codeEdit(
              "ask for the result when the query has ended",
              """
              while True:
                  query = client.get_query_execution(QueryExecutionId=%s)["QueryExecution"]
                  if query["Status"]["State"] not in ("QUEUED", "RUNNING"):
                      break
                  time.sleep(1)\
              """
                  .formatted(Literal.python(id))),
          Fix.command(
              "look at its state",
              "aws athena get-query-execution --query-execution-id "
                  + facts.argument("QueryExecutionId", "<id>")
                  + " --query QueryExecution.Status"));
    }
  },
  /** A configuration asked for before its interval is over. */
  CONFIGURATION {
    @Override
    public boolean isOf(Facts facts) {
      return facts.call().service().equals("appconfigdata") && facts.seen(StateClue.UNFINISHED);
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "wait the interval that the last answer tells, and use its token",
              """
              time.sleep(answer["NextPollIntervalInSeconds"])
              answer = client.get_latest_configuration(
                  ConfigurationToken=answer["NextPollConfigurationToken"])\
              """));
    }
  },
  /** A database that starts again after a pause: the first call wakes it. */
  RESUMING {
    @Override
    public boolean isOf(Facts facts) {
      return facts.code("DatabaseResumingException");
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "call again until the database is awake, which takes some seconds",
              """
              except client.exceptions.DatabaseResumingException:
                  time.sleep(5)  # then call again, some times\
              """),
          Fix.command(
              "or see after what time the cluster pauses, and whether it has to",
              "aws rds describe-db-clusters --query"
                  + " 'DBClusters[].[DBClusterIdentifier,ServerlessV2ScalingConfiguration]'"
                  + State.region(facts)));
    }
  },
  /** An object in an archive, to be restored before it is read. */
  ARCHIVE {
    @Override
    public boolean isOf(Facts facts) {
      return facts.code("InvalidObjectState") || facts.seen(ResourceClue.ARCHIVED);
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      String object =
          " --bucket "
              + facts.argument("Bucket", "<bucket>")
              + " --key "
              + facts.argument("Key", "<key>");
      return List.of(
          Fix.command(
              "see its storage class, and whether a restore is under way",
              "aws s3api head-object" + object),
          Fix.askAdministrator(
              "restore a copy, which takes from minutes to two days",
              "aws s3api restore-object"
                  + object
                  + " --restore-request '{\"Days\": 7, \"GlacierJobParameters\": {\"Tier\":"
                  + " \"Standard\"}}'"));
    }
  },
  /** A key of KMS that is disabled or waits for its deletion. */
  KEY {
    @Override
    public boolean isOf(Facts facts) {
      return facts.call().code().toLowerCase(java.util.Locale.ROOT).startsWith("kms")
          || (facts.call().service().equals("kms") && facts.code("DisabledException"));
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      String key =
          Mentioned.arn(facts, "kms")
              .map(Literal::shell)
              .orElseGet(() -> facts.argument("KeyId", "<key ARN>"));
      List<Fix> fixes = new ArrayList<>();
      fixes.add(
          Fix.command(
              "look at the key's state",
              "aws kms describe-key --key-id "
                  + key
                  + State.region(facts)
                  + " --query KeyMetadata"));
      String enable = "aws kms enable-key --key-id " + key + State.region(facts);
      if (facts.seen(ResourceClue.PENDING_DELETION)) {
        fixes.add(
            Fix.askAdministrator(
                "cancel the deletion while the key is there, then enable it",
                "aws kms cancel-key-deletion --key-id "
                    + key
                    + State.region(facts)
                    + " && "
                    + enable));
      } else if (facts.seen(ResourceClue.DISABLED) || facts.code("DisabledException")) {
        fixes.add(Fix.askAdministrator("enable the key", enable));
      }
      return fixes;
    }
  },
  /** A secret that waits for its deletion. */
  SECRET {
    @Override
    public boolean isOf(Facts facts) {
      return facts.call().service().equals("secretsmanager") && facts.seen(StateClue.MARKED);
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.askAdministrator(
              "take it back while it waits for its deletion",
              "aws secretsmanager restore-secret --secret-id "
                  + facts.argument("SecretId", "<secret id>")
                  + State.region(facts)),
          Fix.command(
              "see which secrets wait for it",
              "aws secretsmanager list-secrets --include-planned-deletion"
                  + State.region(facts)
                  + " --query 'SecretList[?DeletedDate].[Name,DeletedDate]'"));
    }
  },
  /** An instance whose agent does not answer Systems Manager. */
  AGENT {
    @Override
    public boolean isOf(Facts facts) {
      return facts.call().service().equals("ssm")
          && (facts.code("TargetNotConnected", "TargetNotConnectedException")
              || Codes.isWithoutAgent(facts));
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      String id =
          Mentioned.id(facts, "i-")
              .or(() -> Mentioned.id(facts, "mi-"))
              .map(Literal::shell)
              .orElseGet(() -> facts.argument("Target", "<instance id>"));
      return List.of(
          Fix.command(
              "see whether its agent reports: an empty list means that it never did",
              "aws ssm describe-instance-information --filters Key=InstanceIds,Values="
                  + id
                  + State.region(facts)),
          Fix.askAdministrator(
              "start the agent, and give the instance its role and a way to ssmmessages",
              "Instance "
                  + id
                  + " needs a running SSM Agent, an instance profile with"
                  + " AmazonSSMManagedInstanceCore, and a network path to the endpoints ssm,"
                  + " ssmmessages and ec2messages."));
    }
  },
  /** A place in a stream, which is good for five minutes. */
  ITERATOR {
    @Override
    public boolean isOf(Facts facts) {
      return facts.code("ExpiredIteratorException");
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "take a new one behind the last record, and ask again within five minutes",
              """
              iterator = client.get_shard_iterator(
                  <stream and shard>,
                  ShardIteratorType="AFTER_SEQUENCE_NUMBER",
                  %s=<that of the last record>)["ShardIterator"]\
              """
                  .formatted(
                      facts.call().service().equals("dynamodbstreams")
                          ? "SequenceNumber"
                          : "StartingSequenceNumber")));
    }
  },
  /** An endpoint of a mobile device, disabled since its token is no longer good. */
  DEVICE {
    @Override
    public boolean isOf(Facts facts) {
      return facts.code("EndpointDisabled", "EndpointDisabledException")
          && facts.call().service().equals("sns");
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      String arn = facts.argument("TargetArn", "<endpoint ARN>");
      return List.of(
          Fix.command(
              "look at its token and state",
              "aws sns get-endpoint-attributes --endpoint-arn " + arn),
          Fix.askAdministrator(
              "give it the device's present token and enable it, or delete the endpoint",
              "aws sns set-endpoint-attributes --endpoint-arn "
                  + arn
                  + " --attributes Enabled=true,Token=<token>"));
    }
  },
  /** A thing that is protected from being deleted. */
  PROTECTED {
    @Override
    public boolean isOf(Facts facts) {
      return Protection.is(facts);
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return Protection.fixes(facts);
    }
  },
  /** Something else still needs it: that goes first, and waiting does not help. */
  HELD {
    @Override
    public boolean isOf(Facts facts) {
      return Codes.isNeeded(facts);
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return Holders.fixes(facts);
    }
  },
  /** Any other. */
  OTHER {
    @Override
    public boolean isOf(Facts facts) {
      return false; // the one that is left
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      Optional<String> list = Listing.named(facts).map(l -> Listing.one(facts, l).orElse(l));
      String service = facts.call().service();
      List<Fix> fixes = new ArrayList<>();
      fixes.add(
          Fix.command(
              "look at its state",
              list.map(operation -> Listing.command(facts, operation))
                  .orElse(
                      "aws "
                          + Literal.shell(facts.catalog().cliName(service), "<service>")
                          + " describe-<things>")));
      fixes.addAll(State.waiting(facts, list));
      return fixes;
    }
  };
}
