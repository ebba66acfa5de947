package awsleuth.lint.code;

import awsleuth.lint.code.Binding.Kind;
import awsleuth.lint.python.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the scopes of a file and what is bound in each. */
final class Scopes {

  private static final Set<String> OWN =
      Set.of(
          "module",
          "function_definition",
          "class_definition",
          "lambda",
          "list_comprehension",
          "set_comprehension",
          "dictionary_comprehension",
          "generator_expression");

  private final IdentityHashMap<Node, Scope> scopes = new IdentityHashMap<>();

  /** In the order of the text. */
  private final List<Scope> all = new ArrayList<>();

  Scopes(Node root) {
    open(root, null);
    all.forEach(Scope::settle);
  }

  /** The innermost scope in which a node is evaluated. */
  Scope of(Node node) {
    for (Node at = node; at.exists(); at = at.parent()) {
      Scope scope = scopes.get(at);
      if (scope != null && (at != node || at.is("module"))) {
        // Decorators, defaults and bases are evaluated outside.
        Scope outer = scope.parent;
        return outer != null && isOutside(at, node) ? outer : scope;
      }
    }
    throw new IllegalStateException("a node without a module");
  }

  private static boolean isOutside(Node definition, Node node) {
    boolean named = definition.is("function_definition") || definition.is("class_definition");
    return named && !definition.child("body").holds(node) && !definition.child("name").holds(node);
  }

  @Nullable Scope opened(Node node) {
    return scopes.get(node);
  }

  private void open(Node node, @Nullable Scope parent) {
    Scope scope = new Scope(node, parent);
    scopes.put(node, scope);
    all.add(scope);
    globals(node, scope);
    if (node.is("function_definition") || node.is("lambda")) {
      parameters(node.child("parameters"), scope);
    }
    for (Node child : node.children()) {
      visit(child, scope);
    }
  }

  private static void globals(Node node, Scope scope) {
    if (node.is("function_definition")) {
      node.child("body")
          .walkOwn(n -> {
            if (n.is("global_statement")) {
              n.all("identifier").forEach(i -> scope.ofModule.add(i.text()));
            } else if (n.is("nonlocal_statement")) {
              n.all("identifier").forEach(i -> scope.ofFunction.add(i.text()));
            }
          });
    }
  }

  private void visit(Node node, Scope scope) {
    bind(node, scope);
    if (OWN.contains(node.type())) {
      open(node, scope);
      return;
    }
    for (Node child : node.children()) {
      visit(child, scope);
    }
  }

  private void bind(Node node, Scope scope) {
    switch (node.type()) {
      case "assignment" -> assigned(node, scope);
      case "augmented_assignment" -> targets(node.child("left"), scope);
      case "named_expression" ->
          target(node.child("name"), node.child("value"), comprehending(scope));
      case "for_statement", "for_in_clause" -> targets(node.child("left"), scope);
      case "as_pattern" -> as(node, scope);
      case "case_pattern" -> node.walk(n -> targets(n, scope));
      case "import_statement" -> imported("", node, scope);
      case "import_from_statement" -> imported(node.child("module_name").text(), node, scope);
      case "function_definition" -> defined(Kind.FUNCTION, node, scope);
      case "class_definition" -> defined(Kind.CLASS, node, scope);
      default -> {}
    }
  }

  /** A walrus within a comprehension binds outside of it. */
  private static Scope comprehending(Scope scope) {
    Scope at = scope;
    while (at.parent != null
        && (at.node.type().endsWith("comprehension") || at.node.is("generator_expression"))) {
      at = at.parent;
    }
    return at;
  }

  private static void defined(Kind kind, Node node, Scope scope) {
    Node name = node.child("name");
    scope.bind(name.text(), new Binding(kind, name, node, ""));
  }

  private static void as(Node node, Scope scope) {
    Node target = node.child("alias").first();
    boolean with = node.parent().is("with_item");
    if (with) {
      target(target, node.first(), scope);
    } else {
      targets(target, scope);
    }
  }

  private static void assigned(Node node, Scope scope) {
    Node left = node.child("left");
    Node right = node.child("right");
    if (!right.exists()) {
      if (left.is("identifier")) {
        scope.bind(left.text(), new Binding(Kind.ANNOTATED, left, node.child("type"), ""));
      }
      return;
    }
    Node value = right;
    while (value.is("assignment")) {
      value = value.child("right");
    }
    boolean pairs =
        (left.is("pattern_list") || left.is("tuple_pattern"))
            && (value.is("expression_list") || value.is("tuple"))
            && left.children().size() == value.children().size();
    if (pairs) {
      for (int i = 0; i < left.children().size(); i++) {
        target(left.children().get(i), value.children().get(i), scope);
      }
      return;
    }
    target(left, value, scope);
  }

  private static void target(Node target, Node value, Scope scope) {
    if (target.is("identifier")) {
      scope.bind(target.text(), new Binding(Kind.ASSIGNED, target, value, ""));
    } else if (target.is("attribute")) {
      attribute(target, value, scope);
    } else {
      targets(target, scope);
    }
  }

  /** A member of {@code self}, or of the class by {@code cls}. */
  private static void attribute(Node target, Node value, Scope scope) {
    Scope owner = scope;
    while (owner != null && !owner.node.is("function_definition")) {
      owner = owner.parent;
    }
    while (owner != null && owner.parent != null && !owner.parent.isClass()) {
      owner = owner.parent;
    }
    if (owner != null && owner.parent != null && owner.parent.isClass()) {
      Node first = owner.node.child("parameters").first();
      if (first.is("identifier") && target.child("object").isText(first.text())) {
        String name = target.child("attribute").text();
        owner
            .parent
            .attributes
            .computeIfAbsent(name, k -> new ArrayList<>())
            .add(new Binding(Kind.ASSIGNED, target, value, ""));
      }
    }
  }

  private static void targets(Node node, Scope scope) {
    if (node.is("identifier")) {
      scope.bind(node.text(), Binding.other(node));
    } else if (node.type().endsWith("pattern")
        || node.type().endsWith("pattern_list")
        || node.is("tuple")
        || node.is("list")) {
      node.children().forEach(c -> targets(c, scope));
    } else if (node.is("attribute")) {
      attribute(node, Node.NONE, scope);
    }
  }

  private static void parameters(Node parameters, Scope scope) {
    for (Node p : parameters.children()) {
      Node name = p.is("identifier") ? p : p.child("name").exists() ? p.child("name") : p.first();
      if (name.is("list_splat_pattern") || name.is("dictionary_splat_pattern")) {
        name = name.first();
      }
      boolean typed = p.is("typed_parameter") || p.is("typed_default_parameter");
      if (name.is("identifier")) {
        boolean plain =
            !p.first().is("list_splat_pattern") && !p.first().is("dictionary_splat_pattern");
        Node annotation = typed && plain ? p.child("type") : Node.NONE;
        scope.bind(name.text(), new Binding(Kind.PARAMETER, name, annotation, ""));
      }
    }
  }

  private static void imported(String module, Node node, Scope scope) {
    for (Node n : node.children()) {
      if (n.field().equals("module_name")) {
        continue;
      }
      if (n.is("aliased_import")) {
        String path = join(module, n.child("name").text());
        Node alias = n.child("alias");
        scope.bind(alias.text(), new Binding(Kind.IMPORTED, alias, n, path));
      } else if (n.is("dotted_name") && module.isEmpty()) {
        // `import a.b` binds a.
        Node first = n.first();
        scope.bind(first.text(), new Binding(Kind.IMPORTED, first, n, first.text()));
      } else if (n.is("dotted_name")) {
        scope.bind(n.text(), new Binding(Kind.IMPORTED, n.last(), n, join(module, n.text())));
      }
    }
  }

  private static String join(String module, String name) {
    return module.isEmpty() ? name : module.endsWith(".") ? module + name : module + "." + name;
  }

  /** All that is bound to a name, wherever in the file. */
  List<Scope> all() {
    return List.copyOf(all);
  }
}
