package awsleuth.boto.call;

import awsleuth.aws.Shape;
import java.util.List;
import java.util.Set;

/**
 * The members of a structure that a template shows: where the service takes some of them or others,
 * the one kind alone, and none that it keeps for old programs. The models do not say either.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html">Legacy
 *     conditional parameters</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCode.html">FunctionCode</a>
 */
public final class Together {

  private static final String FILE = "ZipFile";

  /** Where code is, beside {@code ZipFile}, which has it itself. */
  private static final Set<String> PLACES =
      Set.of("S3Bucket", "S3Key", "S3ObjectVersion", "S3Version", "StorageLocation");

  private static final String IMAGE = "ImageUri";

  private static final Set<String> LEGACY =
      Set.of(
          "AttributesToGet",
          "AttributeUpdates",
          "ConditionalOperator",
          "Expected",
          "KeyConditions",
          "QueryFilter",
          "ScanFilter");

  private Together() {}

  /**
   * The members; code is in a file of its own.
   *
   * @param client the boto3 client
   */
  public static List<Shape.Member> of(String client, Shape.Structure structure) {
    return of(client, structure, !isCode(structure) ? Set.of() : PLACES);
  }

  /** Likewise; code is in S3, where the AWS CLI takes no file for it. */
  static List<Shape.Member> inS3(String client, Shape.Structure structure) {
    return of(client, structure, !isCode(structure) ? Set.of() : Set.of(FILE));
  }

  /** Whether it has code, in a file or elsewhere. */
  public static boolean isCode(Shape.Structure structure) {
    return structure.member(FILE).isPresent();
  }

  private static List<Shape.Member> of(
      String client, Shape.Structure structure, Set<String> others) {
    boolean code = isCode(structure);
    return structure.members().stream()
        .filter(m -> m.required() || !others.contains(m.name()))
        .filter(m -> m.required() || !(code && m.name().equals(IMAGE)))
        .filter(m -> !(client.equals("dynamodb") && LEGACY.contains(m.name())))
        .toList();
  }
}
