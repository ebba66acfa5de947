package awsleuth.core.fact;

import awsleuth.boto.python.Percent;

/**
 * The object that a copy of S3 reads: {@code bucket/key}, perhaps after a slash, encoded, with a
 * version.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</a>
 */
final class CopySource {

  private CopySource() {}

  static String arn(String source, String partition) {
    int version = source.indexOf("?versionId=");
    String path = version < 0 ? source : source.substring(0, version);
    String plain = path.startsWith("/") ? path.substring(1) : path;
    String key = plain.startsWith("arn:") ? plain : "arn:" + partition + ":s3:::" + plain;
    return Percent.decode(key);
  }
}
