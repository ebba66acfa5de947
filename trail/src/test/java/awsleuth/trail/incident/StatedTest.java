package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting that AWS names when it refuses. */
final class StatedTest {

  private static final String OWNER = "444455556666";

  /** Parameters have ' for "; what the owner of another account changes is marked with @. */
  private static final String ROWS =
      """
      @ec2 ModifyImageAttribute | 'imageId':'ami-0a1b','launchPermission':{'remove':{'items':[{'userId':'777788889999'},{'userId':'111122223333'}]}} | ec2 RunInstances | 'instancesSet':{'items':[{'imageId':'ami-0a1b'}]},'clientToken':'#' | Client.AuthFailure | Not authorized for images: [ami-0a1b] | CONFIRMED
      @ec2 ModifyImageAttribute | 'imageId':'ami-0a1b','launchPermission':{'remove':{'items':[{'group':'all'}]}} | ec2 RunInstances | 'instancesSet':{'items':[{'imageId':'ami-0a1b'}]} | Client.AuthFailure | Not authorized for images: [ami-0a1b] | CONFIRMED
      @ec2 ResetImageAttribute | 'imageId':'ami-0a1b' | ec2 RunInstances | 'instancesSet':{'items':[{'imageId':'ami-0a1b'}]} | Client.AuthFailure | Not authorized for images: [ami-0a1b] | CONFIRMED
      @ec2 ModifyImageAttribute | 'imageId':'ami-0a1b','launchPermission':{'remove':{'items':[{'organizationArn':'arn:aws:organizations::444455556666:organization/o-1'}]}} | ec2 RunInstances | 'instancesSet':{'items':[{'imageId':'ami-0a1b'}]} | Client.AuthFailure | Not authorized for images: [ami-0a1b] | POSSIBLE
      @ec2 ModifyImageAttribute | 'imageId':'ami-0a1b','launchPermission':{'remove':{'items':[{'userId':'777788889999'}]}} | ec2 RunInstances | 'instancesSet':{'items':[{'imageId':'ami-0a1b'}]} | Client.AuthFailure | Not authorized for images: [ami-0a1b] | none
      @ec2 ModifyImageAttribute | 'imageId':'ami-0a1b','launchPermission':{'add':{'items':[{'userId':'111122223333'}]}} | ec2 RunInstances | 'instancesSet':{'items':[{'imageId':'ami-0a1b'}]} | Client.AuthFailure | Not authorized for images: [ami-0a1b] | none
      @ec2 ModifyImageAttribute | 'imageId':'ami-0c2d','launchPermission':{'remove':{'items':[{'userId':'111122223333'}]}} | ec2 RunInstances | 'instancesSet':{'items':[{'imageId':'ami-0a1b'}]} | Client.AuthFailure | Not authorized for images: [ami-0a1b] | none
      @ec2 ModifyImageAttribute | 'imageId':'ami-0a1b','launchPermission':{'remove':{'items':[{'userId':'111122223333'}]}} | ec2 RunInstances | 'instancesSet':{'items':[{'imageId':'ami-0a1b'}]} | Client.InvalidAMIID.NotFound | The image id '[ami-0a1b]' does not exist | POSSIBLE
      @ec2 ModifyImageAttribute | 'imageId':'ami-0a1b','launchPermission':{'remove':{'items':[{'userId':'111122223333'}]}} | ec2 RunInstances | 'instancesSet':{'items':[{'imageId':'ami-0a1b'}]} | Client.InstanceLimitExceeded | Your quota allows for 0 more running instance(s) | none
      iam UpdateRole | 'roleName':'nightly','maxSessionDuration':3600 | sts AssumeRole | 'roleArn':'arn:aws:iam::111122223333:role/nightly','roleSessionName':'#','durationSeconds':14400 | ValidationException | The requested DurationSeconds exceeds the MaxSessionDuration set for this role. | CONFIRMED
      iam UpdateRole | 'roleName':'nightly' | sts AssumeRole | 'roleArn':'arn:aws:iam::111122223333:role/nightly','durationSeconds':14400 | ValidationException | The requested DurationSeconds exceeds the MaxSessionDuration set for this role. | CONFIRMED
      iam UpdateRole | 'roleName':'nightly','maxSessionDuration':14400 | sts AssumeRole | 'roleArn':'arn:aws:iam::111122223333:role/nightly','durationSeconds':14400 | ValidationException | The requested DurationSeconds exceeds the MaxSessionDuration set for this role. | none
      iam UpdateRole | 'roleName':'nightly','maxSessionDuration':'long' | sts AssumeRole | 'roleArn':'arn:aws:iam::111122223333:role/nightly','durationSeconds':14400 | ValidationException | The requested DurationSeconds exceeds the MaxSessionDuration set for this role. | POSSIBLE
      iam UpdateRole | 'roleName':'nightly','maxSessionDuration':', ' | sts AssumeRole | 'roleArn':'arn:aws:iam::111122223333:role/nightly','durationSeconds':14400 | ValidationException | The requested DurationSeconds exceeds the MaxSessionDuration set for this role. | POSSIBLE
      iam UpdateRole | 'roleName':'daily','maxSessionDuration':3600 | sts AssumeRole | 'roleArn':'arn:aws:iam::111122223333:role/nightly','durationSeconds':14400 | ValidationException | The requested DurationSeconds exceeds the MaxSessionDuration set for this role. | none
      rds DisableHttpEndpoint | 'resourceArn':'arn:aws:rds:eu-west-1:111122223333:cluster:orders' | rdsdata ExecuteStatement | 'resourceArn':'arn:aws:rds:eu-west-1:111122223333:cluster:orders','sql':'HIDDEN_DUE_TO_SECURITY_REASONS' | HttpEndpointNotEnabledException | HttpEndpoint is not enabled for resource arn:aws:rds:eu-west-1:111122223333:cluster:orders | CONFIRMED
      rds ModifyDBCluster | 'dBClusterIdentifier':'orders','enableHttpEndpoint':false | rdsdata ExecuteStatement | 'resourceArn':'arn:aws:rds:eu-west-1:111122223333:cluster:orders' | BadRequestException | HttpEndpoint is not enabled for cluster orders. | CONFIRMED
      rds ModifyDBCluster | 'dBClusterIdentifier':'orders','engineVersion':'16.4' | rdsdata ExecuteStatement | 'resourceArn':'arn:aws:rds:eu-west-1:111122223333:cluster:orders' | BadRequestException | HttpEndpoint is not enabled for cluster orders. | none
      rds EnableHttpEndpoint | 'resourceArn':'arn:aws:rds:eu-west-1:111122223333:cluster:orders' | rdsdata ExecuteStatement | 'resourceArn':'arn:aws:rds:eu-west-1:111122223333:cluster:orders' | BadRequestException | HttpEndpoint is not enabled for cluster orders. | none
      rds DisableHttpEndpoint | 'resourceArn':'arn:aws:rds:eu-west-1:111122223333:cluster:stock' | rdsdata ExecuteStatement | 'resourceArn':'arn:aws:rds:eu-west-1:111122223333:cluster:orders' | BadRequestException | HttpEndpoint is not enabled for cluster orders. | none
      ecr PutImageTagMutability | 'repositoryName':'app','imageTagMutability':'IMMUTABLE' | ecr PutImage | 'repositoryName':'app','imageTag':'latest','imageManifest':'#' | ImageTagAlreadyExistsException | The image tag 'latest' already exists in the 'app' repository and cannot be overwritten because the repository is immutable. | CONFIRMED
      ecr PutImageTagMutability | 'repositoryName':'app','imageTagMutability':'IMMUTABLE' | ecr PutImage | 'repositoryName':'app','imageTag':'1.#' | ImageTagAlreadyExistsException | The image tag '1.0' already exists in the 'app' repository and cannot be overwritten because the repository is immutable. | POSSIBLE
      ecr PutImageTagMutability | 'repositoryName':'app','imageTagMutability':'MUTABLE' | ecr PutImage | 'repositoryName':'app','imageTag':'latest' | ImageTagAlreadyExistsException | The image tag 'latest' already exists in the 'app' repository and cannot be overwritten because the repository is immutable. | none
      ec2 ModifyInstanceAttribute | 'instanceId':'i-0ff','disableApiStop':{'value':true} | ec2 StopInstances | 'instancesSet':{'items':[{'instanceId':'i-0ff'}]} | Client.OperationNotPermitted | The instance 'i-0ff' may not be stopped. Modify its 'disableApiStop' instance attribute and try again. | CONFIRMED
      ec2 ModifyInstanceAttribute | 'instanceId':'i-0ff','disableApiTermination':{'value':true} | ec2 TerminateInstances | 'instancesSet':{'items':[{'instanceId':'i-0f#'}]} | Client.OperationNotPermitted | The instance 'i-0ff' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again. | POSSIBLE
      ec2 ModifyInstanceAttribute | 'instanceId':'i-0ff','disableApiStop':{'value':false} | ec2 StopInstances | 'instancesSet':{'items':[{'instanceId':'i-0ff'}]} | Client.OperationNotPermitted | The instance 'i-0ff' may not be stopped. Modify its 'disableApiStop' instance attribute and try again. | none
      @ram DisassociateResourceShare | 'resourceShareArn':'arn:aws:ram:eu-west-1:444455556666:resource-share/1','principals':['111122223333'] | ec2 RunInstances | 'subnetId':'subnet-0bbb' | Client.InvalidSubnetID.NotFound | The subnet ID 'subnet-0bbb' does not exist | POSSIBLE
      @ram DisassociateResourceShare | 'resourceShareArn':'arn:aws:ram:eu-west-1:444455556666:resource-share/1','principals':['111122223333'] | iam GetRole | 'roleName':'app' | NoSuchEntityException | The role with name app cannot be found. | none
      @ram DisassociateResourceShare | 'resourceShareArn':'arn:aws:ram:eu-west-1:444455556666:resource-share/1','principals':['777788889999'] | ec2 RunInstances | 'subnetId':'subnet-0bbb' | Client.InvalidSubnetID.NotFound | The subnet ID 'subnet-0bbb' does not exist | none
      @ram DisassociateResourceShare | 'resourceShareArn':'arn:aws:ram:eu-west-1:444455556666:resource-share/1','resourceArns':['arn:aws:ec2:eu-west-1:444455556666:subnet/subnet-0bbb'] | ec2 RunInstances | 'subnetId':'subnet-0bbb' | Client.InvalidSubnetID.NotFound | The subnet ID 'subnet-0bbb' does not exist | POSSIBLE
      @ram DisassociateResourceShare | 'resourceShareArn':'arn:aws:ram:eu-west-1:444455556666:resource-share/1','principals':['111122223333'] | ec2 RunInstances | 'subnetId':'subnet-0bbb' | Client.RequestLimitExceeded | Request limit exceeded. | none
      route53 DeleteHostedZone | 'id':'/hostedzone/Z0123456ABCD' | route53 ChangeResourceRecordSets | 'hostedZoneId':'Z0123456ABCD' | NoSuchHostedZone | No hosted zone found with ID: Z0123456ABCD | CONFIRMED
      route53 DeleteHostedZone | 'id':'Z0123456ABCD' | route53 ChangeResourceRecordSets | 'hostedZoneId':'/hostedzone/Z0123456ABCD' | NoSuchHostedZone | No hosted zone found with ID: Z0123456ABCD | CONFIRMED
      cognito-idp UpdateUserPoolClient | 'clientId':'4abc','explicitAuthFlows':['ALLOW_REFRESH_TOKEN_AUTH'] | cognito-idp AdminInitiateAuth | 'clientId':'4abc','authFlow':'ADMIN_USER_PASSWORD_AUTH','authParameters':'HIDDEN_DUE_TO_SECURITY_REASONS' | InvalidParameterException | Auth flow not enabled for this client | CONFIRMED
      cognito-idp UpdateUserPoolClient | 'clientId':'4abc','refreshTokenValidity':1 | cognito-idp InitiateAuth | 'clientId':'4abc','authFlow':'USER_PASSWORD_AUTH' | InvalidParameterException | USER_PASSWORD_AUTH flow not enabled for this client | CONFIRMED
      cognito-idp UpdateUserPoolClient | 'clientId':'4abc','explicitAuthFlows':['ALLOW_ADMIN_USER_PASSWORD_AUTH'] | cognito-idp InitiateAuth | 'clientId':'4abc','authFlow':'USER_PASSWORD_AUTH' | InvalidParameterException | USER_PASSWORD_AUTH flow not enabled for this client | CONFIRMED
      cognito-idp UpdateUserPoolClient | 'clientId':'4abc','explicitAuthFlows':['ALLOW_USER_PASSWORD_AUTH'] | cognito-idp InitiateAuth | 'clientId':'4abc','authFlow':'USER_PASSWORD_AUTH' | InvalidParameterException | USER_PASSWORD_AUTH flow not enabled for this client | none
      ses PutAccountSendingAttributes | 'sendingEnabled':true | ses SendEmail | 'source':'a@example.com' | AccountSendingPausedException | Sending paused for this account. | none
      athena UpdateWorkGroup | 'workGroup':'nightly','state':'DISABLED' | athena StartQueryExecution | 'workGroup':'nightly' | InvalidRequestException | WorkGroup nightly is disabled. | CONFIRMED
      athena UpdateWorkGroup | 'workGroup':'nightly','state':'DISABLED' | athena StartQueryExecution | 'workGroup':'nightly' | InvalidRequestException | arn:aws:kms:eu-west-1:111122223333:key/2222 is disabled. (Service: AWSKMS) | none
      ses PutAccountSendingAttributes | 'sendingEnabled':false | ses SendEmail | 'source':'a@example.com','configurationSetName':'tx' | ConfigurationSetSendingPausedException | Sending paused for configuration set tx. | none
      ses PutConfigurationSetSendingOptions | 'configurationSetName':'tx','sendingEnabled':false | ses SendEmail | 'source':'a@example.com','configurationSetName':'tx' | ConfigurationSetSendingPausedException | Sending paused for configuration set tx. | CONFIRMED
      ses UpdateConfigurationSetSendingEnabled | 'configurationSetName':'tx','enabled':false | ses SendEmail | 'source':'a@example.com','configurationSetName':'tx' | ConfigurationSetSendingPausedException | Email sending is disabled for the configuration set tx. | CONFIRMED
      ec2 ModifyInstanceAttribute | 'instanceId':'i-0aa','disableApiStop':{'value':true} | ec2 StopInstances | 'instancesSet':{'items':[{'instanceId':'i-0aa'},{'instanceId':'i-0bb'}]} | Client.OperationNotPermitted | The instance 'i-0bb' may not be stopped. Modify its 'disableApiStop' instance attribute and try again. | none
      ec2 ModifyInstanceAttribute | 'instanceId':'i-0bb','disableApiStop':{'value':true} | ec2 StopInstances | 'instancesSet':{'items':[{'instanceId':'i-0aa'},{'instanceId':'i-0bb'}]} | Client.OperationNotPermitted | The instance 'i-0bb' may not be stopped. Modify its 'disableApiStop' instance attribute and try again. | CONFIRMED
      kms UpdateAlias | 'aliasName':'alias/app','targetKeyId':'2222' | kms Encrypt | 'keyId':'alias/app' | AccessDenied | User: arn:aws:iam::111122223333:user/ci is not authorized to perform: kms:Encrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/2222 because no resource-based policy allows the kms:Encrypt action | POSSIBLE
      kms UpdateAlias | 'aliasName':'alias/app','targetKeyId':'2222' | kms Encrypt | 'keyId':'2222' | AccessDenied | User: arn:aws:iam::111122223333:user/ci is not authorized to perform: kms:Encrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/2222 because no resource-based policy allows the kms:Encrypt action | none
      servicequotas RequestServiceQuotaIncrease | 'serviceCode':'ec2','quotaCode':'L-1216C47A','desiredValue':128 | ec2 RunInstances | 'instanceType':'t3.micro' | Client.VcpuLimitExceeded | You have requested more vCPU capacity than your current vCPU limit of 64 allows for the instance bucket that the specified instance type belongs to. | none
      s3 PutBucketRequestPayment | 'bucketName':'acme','RequestPaymentConfiguration':{'Payer':'Requester'} | s3 GetObject | 'bucketName':'acme','key':'k' | AccessDenied | Access Denied | none
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = ROWS)
  void it_is_why_where_it_was_set_so_that_it_refuses(
      String change,
      String set,
      String call,
      String parameters,
      String code,
      String message,
      String certainty)
      throws IOException {
    List<String> records = calls(call, parameters, code, message);
    records.add(change("08:30:30", change, set));
    assertThat(surest(records)).isEqualTo(certainty);
  }

  private static String change(String time, String change, String set) {
    boolean owner = change.startsWith("@");
    String event = ToldArchive.event(time, owner ? change.substring(1) : change, "", "", json(set));
    return owner ? event.replace("111122223333\",\"eventID", OWNER + "\",\"eventID") : event;
  }

  private static String json(String parameters) {
    return "{" + parameters.replace('\'', '"') + "}";
  }

  /** Calls each minute, which fail from 08:31 on; # is another in each but the first that fails. */
  private static List<String> calls(String call, String parameters, String code, String message) {
    List<String> records = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      String json = json(parameters.replace("#", minute == 31 ? "f" : "" + minute));
      String time = "08:%02d:00".formatted(minute);
      records.add(ToldArchive.event(time, call, minute < 31 ? "" : code, message, json));
    }
    return records;
  }

  private String surest(List<String> records) throws IOException {
    return first(records).map(s -> s.certainty().name()).orElse("none");
  }

  private Optional<Suspect> first(List<String> records) throws IOException {
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects().stream().findFirst();
  }

  /** Roles taken for four hours, around changes of how long they may be, a minute apart. */
  private static List<String> taken(int... most) {
    List<String> records =
        calls(
            "sts AssumeRole",
            "'roleArn':'arn:aws:iam::111122223333:role/nightly','durationSeconds':14400",
            "ValidationException",
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    for (int i = 0; i < most.length; i++) {
      String set = "'roleName':'nightly','maxSessionDuration':" + most[i];
      records.add(change("08:2%d:30".formatted(7 + i), "iam UpdateRole", set));
    }
    return records;
  }

  @Test
  void of_two_changes_the_first_that_refuses_is_why() throws IOException {
    assertThat(first(taken(43200, 7200)).orElseThrow().change().status())
        .isEqualTo("maxSessionDuration 7200");
    Suspect earlier = first(taken(7200, 3600)).orElseThrow();
    assertThat(earlier.change().status()).isEqualTo("maxSessionDuration 7200");
    assertThat(earlier.certainty()).isEqualTo(Certainty.CONFIRMED);
  }

  @Test
  void the_first_image_of_a_tag_does_not_show_that_a_second_could_be_put() throws IOException {
    assertThat(surest(pushed(1))).isEqualTo("POSSIBLE");
    assertThat(surest(pushed(2))).isEqualTo("CONFIRMED");
  }

  /** Images, the last of them that succeed with the tag of those that fail. */
  private static List<String> pushed(int times) {
    List<String> records =
        calls(
            "ecr PutImage",
            "'repositoryName':'app','imageTag':'t#'",
            "ImageTagAlreadyExistsException",
            "The image tag 'latest' already exists in the 'app' repository and cannot be overwritten"
                + " because the repository is immutable.");
    for (int i = 31 - times; i < records.size(); i++) {
      records.set(i, records.get(i).replaceFirst("\"t[0-9f]+\"", "\"latest\""));
    }
    records.add(
        change(
            "08:30:30",
            "ecr PutImageTagMutability",
            "'repositoryName':'app','imageTagMutability':'IMMUTABLE'"));
    return records;
  }

  @Test
  void where_it_was_set_back_it_is_not_certain() throws IOException {
    assertThat(surest(taken(7200, 43200))).isEqualTo("POSSIBLE");
  }

  @Test
  void a_bucket_whose_requesters_pay_may_be_why_callers_of_other_accounts_are_refused()
      throws IOException {
    String pays = "'bucketName':'acme','RequestPaymentConfiguration':{'Payer':'Requester'}";
    assertThat(surest(read("'key':'k'", pays))).isEqualTo("POSSIBLE");
    assertThat(surest(read("'key':'k','x-amz-request-payer':'requester'", pays))).isEqualTo("none");
    assertThat(surest(read("'key':'k'", pays.replace("'Requester'", "'BucketOwner'"))))
        .isEqualTo("none");
  }

  /** Objects of another account's bucket are got, around a change of that account. */
  private static List<String> read(String parameters, String set) {
    List<String> records =
        calls("s3 GetObject", "'bucketName':'acme'," + parameters, "AccessDenied", "Access Denied");
    String owned =
        "\"resources\":[{\"accountId\":\"444455556666\",\"type\":\"AWS::S3::Bucket\","
            + "\"ARN\":\"arn:aws:s3:::acme\"}],\"userIdentity\"";
    records.replaceAll(r -> r.replace("\"userIdentity\"", owned));
    records.add(change("08:30:30", "@s3 PutBucketRequestPayment", set));
    return records;
  }
}
