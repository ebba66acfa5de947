package awsleuth.trail.change;

import java.util.List;

/**
 * The policy that a VPC endpoint has where none is written ("Control access to VPC endpoints using
 * endpoint policies", AWS PrivateLink guide): it allows everything.
 */
final class EndpointPolicy {

  static final String DEFAULT =
      "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

  /** EC2 has the parameters of newer operations in an object that is named as the request. */
  private static final List<String> RESET =
      List.of(
          "requestParameters.ModifyVpcEndpointRequest.ResetPolicy",
          "requestParameters.resetPolicy");

  private EndpointPolicy() {}

  /** What an event that writes no policy gives an endpoint; empty where it leaves its policy. */
  static String unwritten(String event, RecordTree tree) {
    boolean reset = event.equals("ModifyVpcEndpoint") && tree.text(RESET).equals("true");
    return reset || event.equals("CreateVpcEndpoint") ? DEFAULT : "";
  }
}
