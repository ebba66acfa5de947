package awsleuth.lint.code;

import awsleuth.lint.python.Node;
import awsleuth.lint.python.PythonFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A Python file and what its names and expressions are; for one thread. */
public final class Program {

  private static final Set<String> RESOURCE_CALLS =
      Set.of(
          "get",
          "put",
          "delete",
          "load",
          "reload",
          "upload_file",
          "upload_fileobj",
          "download_file",
          "download_fileobj",
          "copy",
          "copy_from",
          "create",
          "terminate",
          "start",
          "stop",
          "send_message",
          "send_messages",
          "receive_messages",
          "delete_messages",
          "publish",
          "update",
          "wait_until_exists");

  private static final Pattern TEST =
      Pattern.compile(
          "(?:^|[/\\\\])(?:tests?[/\\\\]|test_[^/\\\\]*$|[^/\\\\]*_test\\.py$|conftest\\.py$)");

  private static final Set<String> TRANSFERS =
      Set.of("upload_file", "upload_fileobj", "download_file", "download_fileobj", "copy");

  private final PythonFile file;
  private final Models models;
  private final Scopes scopes;
  private final Types types;
  private final boolean test;
  private final Map<String, List<Node>> nodes = new HashMap<>();
  private final Map<String, List<Node>> named = new HashMap<>();

  /**
   * Of a file.
   *
   * @param path where it is; what is below a folder of tests is a test
   */
  public Program(String path, PythonFile file, Models models) {
    this.file = file;
    this.models = models;
    this.scopes = new Scopes(file.root());
    this.types = new Types(scopes, models);
    file.root().walk(n -> nodes.computeIfAbsent(n.type(), k -> new ArrayList<>()).add(n));
    this.test = TEST.matcher(path).find() || importsTests();
  }

  /** The file. */
  public PythonFile file() {
    return file;
  }

  /** What AWS's models say. */
  public Models models() {
    return models;
  }

  /** All nodes of a type, in order. */
  public List<Node> nodes(String type) {
    return nodes.getOrDefault(type, List.of());
  }

  /** What an expression is known to be. */
  public Type type(Node expression) {
    return types.of(expression);
  }

  /** The dotted name of what is imported; empty where an expression is nothing of that. */
  public String path(Node expression) {
    return type(expression) instanceof Type.Imported i ? i.path() : "";
  }

  /** Whether an identifier has its values in the module itself. */
  public boolean isOfModule(Node identifier) {
    Scope scope = scopes.of(identifier).of(identifier.text());
    return scope != null && scope.node.is("module");
  }

  /** The identifiers of the file by their names. */
  private Map<String, List<Node>> named() {
    if (named.isEmpty()) {
      nodes("identifier")
          .forEach(n -> named.computeIfAbsent(n.text(), _ -> new ArrayList<>()).add(n));
    }
    return named;
  }

  /** The uses of a name that is bound at a place, those that bind it excepted. */
  public List<Node> uses(Node binding) {
    Scope scope = scopes.of(binding).of(binding.text());
    List<Node> uses = new ArrayList<>();
    if (scope == null) {
      return uses;
    }
    List<Binding> bindings = scope.names.getOrDefault(binding.text(), List.of());
    for (Node n : named().getOrDefault(binding.text(), List.of())) {
      boolean named =
          !n.field().equals("attribute")
              && !(n.field().equals("name") && n.parent().is("keyword_argument"));
      if (named
          && bindings.stream().noneMatch(b -> b.node() == n)
          && scopes.of(n).of(n.text()) == scope) {
        uses.add(n);
      }
    }
    return uses;
  }

  /** How often a name that is bound at a place is bound in its scope. */
  public int bindings(Node binding) {
    Scope scope = scopes.of(binding).of(binding.text());
    return scope == null ? 0 : scope.names.getOrDefault(binding.text(), List.of()).size();
  }

  /** Where a name has its values: the nodes that bind it; empty where it is not of this file. */
  public List<Node> boundAt(Node identifier) {
    Scope scope = scopes.of(identifier).of(identifier.text());
    return scope == null
        ? List.of()
        : scope.names.getOrDefault(identifier.text(), List.of()).stream()
            .map(Binding::node)
            .toList();
  }

  /** The function of this file that an expression is; {@link Node#NONE} if it is none. */
  public Node function(Node expression) {
    return switch (type(expression)) {
      case Type.Function f -> f.definition();
      case Type.Method m when m.owner() instanceof Type.Instance i ->
          types.method(i.definition(), m.name());
      case Type.Way _, Type.Other _ -> Node.NONE;
    };
  }

  /** The operation that a call is; {@link AwsCall#NONE} if it is none for sure. */
  public AwsCall call(Node call) {
    if (!(call.is("call") && type(call.child("function")) instanceof Type.Method m)) {
      return AwsCall.NONE;
    }
    return m.owner() instanceof Type.Client c && !c.service().isEmpty()
        ? models
            .operation(c.service(), m.name())
            .map(o -> new AwsCall(call, c, o))
            .orElse(AwsCall.NONE)
        : AwsCall.NONE;
  }

  /** The client or resource that a call, and nothing else, makes; empty if it makes none. */
  public Optional<Type.Caller> caller(Node call) {
    return type(call) instanceof Type.Caller c && c.isMadeBy(call)
        ? Optional.of(c)
        : Optional.empty();
  }

  /** Whether a call asks AWS for something: an operation, a transfer, a page, a waiter. */
  public boolean asksAws(Node call) {
    if (!(call.is("call") && type(call.child("function")) instanceof Type.Method m)) {
      return false;
    }
    return switch (m.owner()) {
      case Type.Client c ->
          c.service().isEmpty()
              ? models.isMethod(m.name())
              : models.operation(c.service(), m.name()).isPresent()
                  || (c.service().equals("s3") && TRANSFERS.contains(m.name()));
      case Type.Resource r ->
          RESOURCE_CALLS.contains(m.name())
              || (!r.service().isEmpty() && models.operation(r.service(), m.name()).isPresent());
      case Type.Iterating _ -> m.name().equals("paginate") || m.name().equals("wait");
      case Type.Session _, Type.Other _ -> false;
    };
  }

  /** The calls to AWS that run where a node runs, in no function within. */
  public List<Node> awsCalls(Node within) {
    List<Node> calls = new ArrayList<>();
    within.walkOwn(n -> {
      if (asksAws(n)) {
        calls.add(n);
      }
    });
    return calls;
  }

  /** Whether the file is one of tests, by its name, its folder or what it imports. */
  public boolean isTest() {
    return test;
  }

  private boolean importsTests() {
    return scopes.all().stream()
        .flatMap(s -> s.names.values().stream().flatMap(List::stream))
        .anyMatch(b -> b.kind() == Binding.Kind.IMPORTED && isTesting(b.path()));
  }

  private static boolean isTesting(String path) {
    String top = path.split("\\.", 2)[0];
    boolean mocks = path.equals("moto") || path.startsWith("moto.mock_");
    return mocks
        || path.startsWith("botocore.stub")
        || top.equals("pytest")
        || top.equals("unittest");
  }
}
