package awsleuth.core.cause.resource;

import awsleuth.core.fact.Clue;
import awsleuth.core.fact.OthersThing;
import java.util.List;

/** Words that tell of a thing's existence or state where the code does not. */
enum ResourceClue implements Clue {
  STACK_MISSING(
      "stack with id * does not exist", "stack * does not exist", "stack [ * ] does not exist"),
  STACK_STATE(
      "is in rollback",
      "state and can not be updated",
      "no updates are to be performed",
      "_in_progress state"),
  /** Words of a code that is more often about what is asked for than about a thing's state. */
  STATE("in the state", "in * state", "current state", "in progress"),
  UP_TO_DATE("no updates are to be performed"),
  ROLLED_BACK("is in rollback_complete state", "is in rollback_failed state"),
  /** A stack whose update failed, and whose way back failed too. */
  UPDATE_ROLLBACK_FAILED("is in update_rollback_failed state"),
  /** Of Terraform, whose lock is an item of a table or an object. */
  STATE_LOCK("error acquiring the state lock"),
  /** Of the AWS CDK, whose own resources are to be in each account and Region. */
  CDK_BOOTSTRAP("has the environment been bootstrapped", "please run 'cdk bootstrap'"),
  PENDING_DELETION("is pending deletion", "pendingdeletion"),
  DISABLED("is disabled"),
  PROFILES("from instance profile"),
  INLINE("must delete policies"),
  KEYS("access keys"),
  MEMBERS("from group", "users from"),
  PASSWORD("login profile"),
  DEVICES("mfa device"),
  VERSIONS("more than one version"),
  /** A role of the service's own that it cannot use. */
  SERVICE_ROLE(
      "unable to assume the service linked role",
      "unable to assume the service-linked role",
      "verify that the * service linked role exists",
      "must enable a service-linked role"),
  /** Of what is another account's, where the code speaks of credentials. */
  OF_OTHERS(OthersThing.TEXTS.toArray(String[]::new)),
  ARCHIVED("object is of storage class"),
  THERE_AROUND("already exists"),
  TABLE("table: * not found", "requested resource not found");

  private final List<String> phrases;

  ResourceClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }

  @Override
  public Scope scope() {
    return this == THERE_AROUND || this == STATE_LOCK ? Scope.ANYWHERE : Scope.MESSAGES;
  }
}
