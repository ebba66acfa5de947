package awsleuth.app.test;

import awsleuth.boto.call.ReportedParams;
import awsleuth.boto.python.PyValue;
import java.util.Optional;

/**
 * A report of botocore's validation, whose faults are put into parameters that have none.
 *
 * @param report as the exception has it
 */
record Fault(String report) {

  private static final String MISSING = "Missing required parameter in input: \"";
  private static final String UNKNOWN = "Unknown parameter in input: \"";
  private static final String BUCKET = "Invalid bucket name \"";
  private static final String PARAMETER = "parameter ";
  private static final int LONGEST = 5_000;
  private static final String VALUE = ", value: ";
  private static final String TYPE = ", type: <class '";

  /** The parameters with the faults; empty where the report has none that can be put in. */
  Optional<PyValue.Dict> in(PyValue.Dict sound) {
    PyValue.Dict faulty = sound;
    for (String line : report.lines().toList()) {
      faulty = one(line, faulty).orElse(faulty);
    }
    return faulty.equals(sound) ? Optional.empty() : Optional.of(faulty);
  }

  private static Optional<PyValue.Dict> one(String line, PyValue.Dict sound) {
    int missing = line.indexOf(MISSING);
    int unknown = line.indexOf(UNKNOWN);
    if (missing >= 0) {
      return Optional.of(Dicts.without(sound, name(line, missing + MISSING.length())));
    }
    if (unknown >= 0) {
      return Optional.of(
          Dicts.with(sound, name(line, unknown + UNKNOWN.length()), new PyValue.Str("example")));
    }
    int bucket = line.indexOf(BUCKET);
    return bucket >= 0
        ? Optional.of(
            Dicts.with(sound, "Bucket", new PyValue.Str(name(line, bucket + BUCKET.length()))))
        : value(line).flatMap(v -> put(sound, path(line), v));
  }

  /** The parameter that a line is about; empty where it is about none. */
  private static String path(String line) {
    int parameter = line.indexOf(PARAMETER);
    int value = line.indexOf(VALUE, Math.max(0, parameter));
    return parameter < 0 || value < 0 ? "" : line.substring(parameter + PARAMETER.length(), value);
  }

  /** The value that a line shows, or one of the length or size that it shows. */
  private static Optional<PyValue> value(String line) {
    int value = line.indexOf(VALUE);
    int type = line.indexOf(TYPE, Math.max(0, value));
    int end = type < 0 ? -1 : line.indexOf('\'', type + TYPE.length());
    if (value >= 0 && end >= 0) {
      return ReportedParams.value(
          line.substring(value + VALUE.length(), type), line.substring(type + TYPE.length(), end));
    }
    int comma = line.indexOf(", valid", Math.max(0, value));
    String number = value < 0 || comma < 0 ? "" : line.substring(value + VALUE.length(), comma);
    if (!number.matches("\\d{1,9}")) {
      return Optional.empty();
    }
    int length = Integer.parseInt(number);
    return line.startsWith("Invalid range")
        ? Optional.of(PyValue.Int.of(length))
        : length <= LONGEST && line.startsWith("Invalid length")
            ? Optional.of(new PyValue.Str("x".repeat(length)))
            : Optional.empty();
  }

  /** In place of what stands there at the highest level; deeper only where nothing does. */
  private static Optional<PyValue.Dict> put(PyValue.Dict sound, String path, PyValue value) {
    return path.isEmpty()
        ? Optional.empty()
        : ReportedParams.with(Dicts.without(sound, path), path, value);
  }

  private static String name(String line, int from) {
    int end = line.indexOf('"', from);
    return line.substring(from, end < 0 ? line.length() : end);
  }
}
