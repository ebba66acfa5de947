package awsleuth.iam.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentedKeysTest {

  @Test
  void aUserHasNoKeysOfServicesAndRoles() {
    Context context = complete(Context.OPEN, "arn:aws:iam::111122223333:user/alice");
    assertThat(context.get("aws:SourceArn")).isEqualTo(ContextValue.ABSENT);
    assertThat(context.get("ec2:RoleDelivery")).isEqualTo(ContextValue.ABSENT);
    assertThat(context.get("aws:PrincipalIsAWSService"))
        .isEqualTo(ContextValue.Present.of("false"));
  }

  @Test
  void whatEveryRequestHasIsNotAbsent() {
    Context context = complete(Context.OPEN, "arn:aws:iam::111122223333:role/app");
    assertThat(context.get("aws:SecureTransport")).isEqualTo(new ContextValue.Unknown(false));
    assertThat(context.get("aws:SourceVpce")).isEqualTo(ContextValue.UNKNOWN);
  }

  @Test
  void whatIsGivenStays() {
    Context given = Context.OPEN.with("AWS:SOURCEARN", "arn:aws:sns:eu-west-1:111122223333:t");
    assertThat(complete(given, "arn:aws:iam::111122223333:role/app").get("aws:SourceArn"))
        .isEqualTo(ContextValue.Present.of("arn:aws:sns:eu-west-1:111122223333:t"));
  }

  @Test
  void aServiceIsInNoOrganization() {
    Context context = complete(Context.OPEN, "cloudtrail.amazonaws.com");
    assertThat(context.get("aws:PrincipalOrgID")).isEqualTo(ContextValue.ABSENT);
    assertThat(context.get("aws:PrincipalServiceName"))
        .isEqualTo(ContextValue.Present.of("cloudtrail.amazonaws.com"));
  }

  @Test
  void aCompleteContextStaysAsItIs() {
    assertThat(complete(Context.EMPTY, "cloudtrail.amazonaws.com")).isSameAs(Context.EMPTY);
  }

  private static Context complete(Context context, String principal) {
    return DocumentedKeys.complete(context, Principal.parse(principal).orElseThrow());
  }
}
