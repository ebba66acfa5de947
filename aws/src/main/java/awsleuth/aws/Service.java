package awsleuth.aws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One service, read from the compact text that {@link ServiceWriter} makes.
 *
 * <p>Nothing is parsed before it is asked for. Two services are equal when everything known of them
 * is.
 */
public final class Service {

  private final byte[] text;
  private final ServiceMetadata metadata;
  private final SortedLines operations;
  private final SortedLines errors;
  private final SortedLines waiters;
  private final SortedLines shapes;

  /**
   * @throws IllegalArgumentException if the text is not one that {@link ServiceWriter} made
   */
  Service(byte[] text) {
    this.text = text;
    List<SortedLines> parts = SortedLines.parts(text, 5);
    metadata = ShapeLines.metadata(parts.get(0).all().getFirst());
    operations = parts.get(1);
    errors = parts.get(2);
    waiters = parts.get(3);
    shapes = parts.get(4);
  }

  /** What the model says of the service itself. */
  public ServiceMetadata metadata() {
    return metadata;
  }

  /** The names of all operations, sorted. */
  public List<String> operationNames() {
    return operations.keys();
  }

  /** The operation of that exact name; empty if there is none. */
  public Optional<Operation> operation(String name) {
    List<String> line = operations.find(name);
    return line.isEmpty() ? Optional.empty() : Optional.of(ShapeLines.operation(line));
  }

  /**
   * The operations whose requests go to a path: those that have the most words of it, so several
   * where only the HTTP method tells them apart, and none where no word of it is an operation's.
   *
   * @param path with its query, such as {@code /2015-03-31/functions/f/invocations}
   */
  public List<String> operationsAt(String path) {
    PathTemplate asked = PathTemplate.of(path);
    List<String> found = new ArrayList<>();
    int most = 1;
    for (List<String> line : operations.all()) {
      PathTemplate template = PathTemplate.of(ShapeLines.operation(line).uri());
      if (template.words() < most || !template.fits(asked)) {
        continue;
      }
      if (template.words() > most) {
        found.clear();
        most = template.words();
      }
      found.add(line.getFirst());
    }
    return found;
  }

  /**
   * The parameters that the path of a request tells, by their names, with values as they stand in
   * the URL; empty where the path is not one of the operation.
   */
  public Map<String, String> parametersAt(String operation, String path) {
    PathTemplate asked = PathTemplate.of(path);
    Map<String, String> told = new LinkedHashMap<>();
    operation(operation)
        .map(o -> PathTemplate.of(o.uri()))
        .filter(template -> template.fits(asked))
        .ifPresent(template ->
            template
                .labels(asked)
                .forEach((label, value) ->
                    input(operation).stream()
                        .flatMap(i -> i.members().stream())
                        .filter(m -> m.location().equals("uri") && isLabel(m, label))
                        .forEach(m -> told.put(m.name(), value))));
    return told;
  }

  private static boolean isLabel(Shape.Member member, String label) {
    return (member.locationName().isEmpty() ? member.name() : member.locationName()).equals(label);
  }

  /** The shape of that name; empty if there is none, or if only outputs reach it. */
  public Optional<Shape> shape(String name) {
    List<String> line = shapes.find(name);
    return line.isEmpty() ? Optional.empty() : Optional.of(ShapeLines.shape(line));
  }

  /** Whether a member is a stream of bytes, which it or its shape says. */
  public boolean isStreaming(Shape.Member member) {
    return member.streaming()
        || (shape(member.shape()).orElse(null) instanceof Shape.Scalar scalar
            && scalar.streaming());
  }

  /** The structure of an operation's parameters; empty if it takes none or is not there. */
  public Optional<Shape.Structure> input(String operation) {
    Optional<Operation> known = operation(operation);
    Optional<Shape> input = known.isEmpty() ? Optional.empty() : shape(known.get().input());
    return input.isPresent() && input.get() instanceof Shape.Structure structure
        ? Optional.of(structure)
        : Optional.empty();
  }

  /** All errors that the model declares, by the names of their shapes. */
  public List<ErrorShape> errors() {
    List<ErrorShape> all = new ArrayList<>();
    for (List<String> line : errors.all()) {
      all.add(ShapeLines.error(line));
    }
    return all;
  }

  /** The errors with that code; most often one, none where the model does not declare it. */
  public List<ErrorShape> errorsWithCode(String code) {
    return errors().stream().filter(e -> e.code().equals(code)).toList();
  }

  /** The names at the top of the operations' inputs, sorted. */
  Set<String> parameterNames() {
    Set<String> names = new TreeSet<>();
    for (String operation : operationNames()) {
      input(operation).ifPresent(input -> input.members().forEach(m -> names.add(m.name())));
    }
    return names;
  }

  /** The waiters by name, each with the operation that it asks. */
  public Map<String, String> waiters() {
    Map<String, String> all = new TreeMap<>();
    waiters.all().forEach(line -> all.put(line.getFirst(), line.get(1)));
    return all;
  }

  /** The waiters that ask an operation, such as {@code BucketExists} of {@code HeadBucket}. */
  public List<String> waitersOf(String operation) {
    List<String> names = new ArrayList<>();
    for (List<String> line : waiters.all()) {
      if (line.get(1).equals(operation)) {
        names.add(line.getFirst());
      }
    }
    return names;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Service service && Arrays.equals(text, service.text);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(text);
  }

  /** The client name, the API version and the number of operations. */
  @Override
  public String toString() {
    return metadata.name()
        + " "
        + metadata.apiVersion()
        + ", "
        + operationNames().size()
        + " operations";
  }
}
