package awsleuth.core.read;

import java.util.Map;

/** Words in which one operation alone tells its errors. */
final class OperationWords {

  private static final Map<String, String> OPERATIONS =
      Map.ofEntries(
          Map.entry("No OpenIDConnect provider found in your", "AssumeRoleWithWebIdentity"),
          Map.entry("could not be used to assume", "AssumeRole"),
          Map.entry("authorized to perform CreateLogGroup with Tags", "CreateLogGroup"),
          Map.entry("proposed upload is smaller than the minimum", "CompleteMultipartUpload"),
          Map.entry("location-constraint is not valid", "CreateBucket"),
          Map.entry("location constraint is not valid", "CreateBucket"),
          Map.entry("location constraint is incompatible", "CreateBucket"),
          Map.entry("The requested bucket name is not available", "CreateBucket"),
          Map.entry("request to create the named bucket succeeded", "CreateBucket"),
          Map.entry("The bucket you tried to delete is not empty", "DeleteBucket"),
          Map.entry("state and can not be updated", "UpdateStack"),
          Map.entry("unable to retrieve secret from asm", "GetSecretValue"),
          Map.entry("Query condition missed key schema element", "Query"),
          Map.entry("Query key condition not supported", "Query"),
          Map.entry("Transaction cancelled, please refer", "TransactWriteItems"),
          Map.entry("Transaction request cannot include", "TransactWriteItems"),
          Map.entry("cannot be used with the parameter subnet", "RunInstances"),
          Map.entry("You have requested more vCPU capacity", "RunInstances"),
          Map.entry("You have requested more instances", "RunInstances"));

  private OperationWords() {}

  /** The operation whose words a message has; empty where it has those of none. */
  static String in(String message) {
    for (Map.Entry<String, String> words : OPERATIONS.entrySet()) {
      if (message.contains(words.getKey())) {
        return words.getValue();
      }
    }
    return "";
  }
}
