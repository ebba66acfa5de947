package awsleuth.boto.params;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What botocore refuses while it makes the request out of valid parameters. */
final class RequestChecks {

  private static final Pattern LABEL = Pattern.compile("^[A-Za-z0-9.\\-]+$", Pattern.UNIX_LINES);
  private static final Set<String> CHECKSUMS = Set.of("crc32", "sha1", "sha256", "sha512");
  private static final Set<String> OF_CRT =
      Set.of("crc32c", "crc64nvme", "xxhash64", "xxhash3", "xxhash128");

  private final Service service;
  private final Operation operation;

  RequestChecks(Service service, Operation operation) {
    this.service = service;
    this.operation = operation;
  }

  void run(CallParams params) throws Refusal {
    Optional<Shape.Structure> input = service.input(operation.name());
    if (input.isPresent()) {
      new DocumentDump(service).run(params.dict(), input.get());
    }
    hostLabels(params);
    checksum(params);
    glacier(params);
    CopyPresigning.run(service.metadata().name() + "." + operation.name(), params);
  }

  /** The labels before the host; the account of S3 Control comes from its endpoint rules. */
  private void hostLabels(CallParams params) throws Refusal {
    boolean byRules =
        service.metadata().name().equals("s3control")
            && operation.hostPrefix().equals("{AccountId}.");
    List<String> bad = new ArrayList<>();
    for (Shape.Member member :
        service.input(operation.name()).map(Shape.Structure::members).orElse(List.of())) {
      if (!byRules
          && !operation.hostPrefix().isEmpty()
          && member.hostLabel()
          && params.get(member.name()) instanceof Str label
          && !LABEL.matcher(label.value()).find()) {
        bad.add(member.name());
      }
    }
    if (!bad.isEmpty()) {
      throw Refusal.report(
          "Invalid value for parameter(s): "
              + String.join(", ", bad)
              + ". Must contain only alphanumeric characters, hyphen, or period.");
    }
  }

  private void checksum(CallParams params) throws Refusal {
    String member = operation.checksum().algorithmMember();
    if (member.isEmpty() || !(params.get(member) instanceof Str given) || hasChecksum(params)) {
      return;
    }
    String name = given.value().toLowerCase(Locale.ROOT);
    if (OF_CRT.contains(name)) {
      throw new Refusal(
          Raised.botocore(
              "MissingDependencyException",
              "Missing Dependency: Using %s requires an additional dependency. You will need to pip install botocore[crt] before proceeding."
                  .formatted(name.toUpperCase(Locale.ROOT))));
    }
    if (!CHECKSUMS.contains(name)) {
      throw new Refusal(
          Raised.botocore("FlexibleChecksumError", "Unsupported checksum algorithm: " + name));
    }
  }

  /** Whether a parameter sets a header of a checksum, which botocore then leaves as it is. */
  private boolean hasChecksum(CallParams params) {
    for (Shape.Member member :
        service.input(operation.name()).map(Shape.Structure::members).orElse(List.of())) {
      boolean header =
          member.location().equals("header")
              && member.locationName().toLowerCase(Locale.ROOT).startsWith("x-amz-checksum-");
      if (header && params.has(member.name())) {
        return true;
      }
    }
    return false;
  }

  /** Glacier's checksums are made of bytes or a file. */
  private void glacier(CallParams params) throws Refusal {
    boolean body =
        service.metadata().name().equals("glacier")
            && Set.of("UploadArchive", "UploadMultipartPart").contains(operation.name());
    if (body && params.get("body") instanceof Bytes b && b.mutable()) {
      throw Refusal.noMethod(b, "tell");
    }
  }
}
