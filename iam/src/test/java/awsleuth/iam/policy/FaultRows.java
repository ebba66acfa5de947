package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** What rows of faults are made of: what is between « and » is where the fault stands. */
final class FaultRows {

  static final String OK =
      "{'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*'}}";

  private FaultRows() {}

  static Arguments row(String name, Code code, String marked, Code... more) {
    return row(name, code, PolicyType.IDENTITY, marked, more);
  }

  static Arguments row(String name, Code code, PolicyType type, String marked, Code... more) {
    List<Code> codes = new ArrayList<>(List.of(code));
    codes.addAll(Arrays.asList(more));
    return Arguments.of(name, type, marked.replace('\'', '"'), codes);
  }

  static String statement(String rest) {
    return "{'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', " + rest + "}}";
  }

  static String deny(String rest) {
    return "{'Version': '2012-10-17', 'Statement': {'Effect': 'Deny', " + rest + "}}";
  }

  static String condition(String block) {
    return statement("'Action': '*', 'Resource': '*', 'Condition': {" + block + "}");
  }
}
