package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** What S3 refuses by codes of its own, with the remedy. */
enum S3Answer implements StandardAnswer {
  /** S3 API reference, CompleteMultipartUpload: each part by its number and ETag. */
  PARTS {
    @Override
    public boolean isSeen(Facts facts) {
      return facts.code("InvalidPart", "InvalidPartOrder");
    }

    @Override
    public String summary() {
      return "the parts that are listed are not those that S3 has of the upload";
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command(
              "see which parts there are, and with which ETags",
              "aws s3api list-parts --bucket "
                  + facts.argument("Bucket", "<bucket>")
                  + " --key "
                  + facts.argument("Key", "<key>")
                  + " --upload-id "
                  + facts.argument("UploadId", "<upload id>")),
          Fix.codeEdit(
              "list each part by its number, in ascending order, with the ETag that its UploadPart"
                  + " gave",
              "MultipartUpload={\"Parts\": [{\"PartNumber\": n, \"ETag\": part[\"ETag\"]} for n,"
                  + " part in sorted(parts.items())]}"));
    }
  },
  /** S3 API reference, DeleteObjects: the answer names neither the number nor the key at fault. */
  KEYS {
    @Override
    public boolean isSeen(Facts facts) {
      return facts.code("MalformedXML") && facts.call().operation().equals("DeleteObjects");
    }

    @Override
    public String summary() {
      return "the list of keys is empty, longer than 1000 or not of the form that S3 takes";
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "make no call without keys, and one for each thousand of them",
              """
              for i in range(0, len(keys), 1000):
                  batch = [{"Key": key} for key in keys[i : i + 1000]]
                  s3.delete_objects(Bucket=%s, Delete={"Objects": batch})\
              """
                  .formatted(Literal.python(facts.parameter("Bucket").orElse("<bucket>")))));
    }
  };

  /** The code tells it, no words do. */
  @Override
  public List<String> phrases() {
    return List.of();
  }
}
