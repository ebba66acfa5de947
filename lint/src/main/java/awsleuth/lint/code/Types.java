package awsleuth.lint.code;

import awsleuth.lint.python.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Works out what expressions are, from imports, assignments, annotations and what functions of the
 * file return. A name with values of several kinds is unknown.
 */
final class Types {

  private static final int DEEPEST = 40;

  private final Scopes scopes;
  private final Models models;
  private final IdentityHashMap<Node, Type> known = new IdentityHashMap<>();
  private int depth;

  Types(Scopes scopes, Models models) {
    this.scopes = scopes;
    this.models = models;
  }

  Type of(Node node) {
    Type type = known.get(node);
    if (type != null) {
      return type;
    }
    // While it is worked out it is unknown: a name may be bound to something made of itself.
    known.put(node, Type.UNKNOWN);
    if (depth > DEEPEST) {
      return Type.UNKNOWN;
    }
    depth++;
    type = work(node);
    depth--;
    known.put(node, type);
    return type;
  }

  private Type work(Node node) {
    return switch (node.type()) {
      case "identifier" -> name(node);
      case "attribute" -> member(of(node.child("object")), node);
      case "call" -> called(node);
      case "await", "parenthesized_expression" -> of(node.first());
      case "named_expression" -> of(node.child("value"));
      default -> Type.UNKNOWN;
    };
  }

  /** Bindings of a name in a scope; one that has more may be anything, and costs too much. */
  private static final int MOST_BINDINGS = 100;

  private Type name(Node node) {
    String name = node.text();
    Scope scope = scopes.of(node).of(name);
    return scope == null ? Type.UNKNOWN : all(scope, scope.names.getOrDefault(name, List.of()));
  }

  private Type all(Scope scope, List<Binding> bindings) {
    if (bindings.size() > MOST_BINDINGS) {
      return Type.UNKNOWN;
    }
    Type found = Type.UNKNOWN;
    boolean first = true;
    for (Binding b : bindings) {
      if (b.value().is("none")) {
        continue;
      }
      Type type = bound(scope, b);
      found = first ? type : merged(found, type);
      first = false;
    }
    return found;
  }

  private Type bound(Scope scope, Binding b) {
    return switch (b.kind()) {
      case ASSIGNED -> of(b.value());
      case ANNOTATED -> annotated(b.value());
      case PARAMETER -> parameter(scope, b);
      case IMPORTED -> new Type.Imported(canonical(b.path()));
      case FUNCTION -> new Type.Function(b.value());
      case CLASS -> new Type.ClassOf(b.value());
      case OTHER -> Type.UNKNOWN;
    };
  }

  private Type parameter(Scope scope, Binding b) {
    Scope outer = scope.parent;
    boolean self =
        outer != null
            && outer.isClass()
            && scope.node.child("parameters").first() == b.node()
            && !isStatic(scope.node);
    return self && outer != null ? new Type.Instance(outer.node) : annotated(b.value());
  }

  private static boolean isStatic(Node function) {
    return function.parent().all("decorator").stream()
        .anyMatch(d -> d.first().isText("staticmethod"));
  }

  /** A client by its annotation, as the packages of stubs have it: {@code S3Client}. */
  private Type annotated(Node annotation) {
    Node type = annotation.is("type") ? annotation.first() : annotation;
    String path = of(type) instanceof Type.Imported i ? i.path() : "";
    String top = path.split("\\.", 2)[0];
    if (top.startsWith("mypy_boto3_") || top.startsWith("types_boto3_")) {
      String service = top.substring(top.indexOf("boto3_") + 6).replace('_', '-');
      if (path.endsWith("Client") && models.service(service).isPresent()) {
        return new Type.Client(service, List.of());
      }
      return path.endsWith("ServiceResource")
          ? new Type.Resource(service, List.of())
          : Type.UNKNOWN;
    }
    return path.equals("botocore.client.BaseClient")
        ? new Type.Client("", List.of())
        : path.equals("boto3.Session") ? new Type.Session(List.of()) : Type.UNKNOWN;
  }

  private static Type merged(Type a, Type b) {
    if (a.equals(b)) {
      return a;
    }
    if (a instanceof Type.Client x
        && b instanceof Type.Client y
        && x.service().equals(y.service())) {
      return new Type.Client(x.service(), both(x.made(), y.made()));
    }
    if (a instanceof Type.Resource x
        && b instanceof Type.Resource y
        && x.service().equals(y.service())) {
      return new Type.Resource(x.service(), both(x.made(), y.made()));
    }
    if (a instanceof Type.Session x && b instanceof Type.Session y) {
      return new Type.Session(both(x.made(), y.made()));
    }
    return a instanceof Type.Config x && b instanceof Type.Config y
        ? new Type.Config(both(x.made(), y.made()))
        : Type.UNKNOWN;
  }

  private static List<Node> both(List<Node> a, List<Node> b) {
    Set<Node> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return List.copyOf(all);
  }

  private static String canonical(String path) {
    return switch (path) {
      case "boto3.session.Session" -> "boto3.Session";
      case "botocore.client.ClientError" -> "botocore.exceptions.ClientError";
      case "botocore.client.Config" -> "botocore.config.Config";
      default -> path;
    };
  }

  private Type member(Type owner, Node node) {
    String name = node.child("attribute").text();
    return switch (owner) {
      case Type.Imported i -> new Type.Imported(canonical(i.path() + "." + name));
      case Type.Instance i -> attribute(i, name);
      case Type.ClassOf c -> classMember(c.definition(), name);
      case Type.Session s -> new Type.Method(s, name);
      case Type.Client c -> new Type.Method(c, name);
      case Type.Iterating i -> new Type.Method(i, name);
      case Type.Resource r -> new Type.Method(r, name);
      case Type.Made m -> new Type.Method(m, name);
      // bucket.meta.client
      case Type.Method(Type.Resource r, String meta) when meta.equals("meta") ->
          name.equals("client") ? new Type.Client(r.service(), r.made()) : Type.UNKNOWN;
      // client.exceptions.NoSuchKey
      case Type.Method(Type.Client _, String exceptions) when exceptions.equals("exceptions") ->
          new Type.Imported("client.exceptions." + name);
      case Type.Unknown _, Type.Method _, Type.Response _, Type.Config _, Type.Function _ ->
          Type.UNKNOWN;
    };
  }

  private Type attribute(Type.Instance instance, String name) {
    Scope scope = scopes.opened(instance.definition());
    if (scope == null) {
      return Type.UNKNOWN;
    }
    List<Binding> all = new ArrayList<>(scope.attributes.getOrDefault(name, List.of()));
    List<Binding> ofClass = scope.names.getOrDefault(name, List.of());
    all.addAll(ofClass);
    if (all.isEmpty()) {
      return Type.UNKNOWN;
    }
    if (all.size() == 1 && all.getFirst().kind() == Binding.Kind.FUNCTION) {
      Node definition = all.getFirst().value();
      boolean property =
          definition.parent().all("decorator").stream()
              .anyMatch(d -> d.text().endsWith("property"));
      return property ? returned(definition) : new Type.Method(instance, name);
    }
    return all(scope, all);
  }

  private Type classMember(Node definition, String name) {
    Scope scope = scopes.opened(definition);
    return scope == null ? Type.UNKNOWN : all(scope, scope.names.getOrDefault(name, List.of()));
  }

  /** The method of a class of the file; {@link Node#NONE} if there is none. */
  Node method(Node definition, String name) {
    return classMember(definition, name) instanceof Type.Function f ? f.definition() : Node.NONE;
  }

  private Type called(Node call) {
    return switch (of(call.child("function"))) {
      case Type.Imported i -> made(i.path(), call);
      case Type.Function f -> returned(f.definition());
      case Type.ClassOf c -> new Type.Instance(c.definition());
      case Type.Method m when m.owner() instanceof Type.Instance i ->
          returned(method(i.definition(), m.name()));
      case Type.Method(Type.Session _, String name) ->
          switch (name) {
            case "client", "create_client" -> client(call);
            case "resource" -> resource(call);
            default -> Type.UNKNOWN;
          };
      case Type.Method m when m.owner() instanceof Type.Client c ->
          switch (m.name()) {
            case "get_paginator", "get_waiter" ->
                new Type.Iterating(
                    c.service(), Literals.text(Literals.argument(call, "", 0)).orElse(""));
            default ->
                models.operation(c.service(), m.name()).isPresent()
                    ? new Type.Response(call)
                    : Type.UNKNOWN;
          };
      case Type.Method m when m.owner() instanceof Type.Resource r ->
          Character.isUpperCase(m.name().charAt(0)) ? r : Type.UNKNOWN;
      case Type.Unknown _, Type.Session _, Type.Client _, Type.Resource _, Type.Method _ ->
          Type.UNKNOWN;
      case Type.Response _, Type.Iterating _, Type.Config _, Type.Made _, Type.Instance _ ->
          Type.UNKNOWN;
    };
  }

  private Type made(String path, Node call) {
    return switch (path) {
      case "boto3.client" -> client(call);
      case "boto3.resource" -> resource(call);
      case "boto3.Session", "botocore.session.Session", "botocore.session.get_session" ->
          new Type.Session(List.of(call));
      case "botocore.config.Config" -> new Type.Config(List.of(call));
      default -> new Type.Made(path);
    };
  }

  private Type client(Node call) {
    return new Type.Client(service(call), List.of(call));
  }

  private Type resource(Node call) {
    return new Type.Resource(service(call), List.of(call));
  }

  private String service(Node call) {
    return Literals.text(Literals.argument(call, "service_name", 0))
        .filter(s -> models.service(s).isPresent())
        .orElse("");
  }

  /** What a function returns, where all its returns agree; generators and coroutines excepted. */
  private Type returned(Node definition) {
    if (!definition.exists() || isDecorated(definition)) {
      return Type.UNKNOWN;
    }
    List<Node> returns = new ArrayList<>();
    boolean[] yields = new boolean[1];
    definition
        .child("body")
        .walkOwn(n -> {
          if (n.is("return_statement") && n.first().exists() && !n.first().is("none")) {
            returns.add(n.first());
          }
          yields[0] |= n.is("yield");
        });
    Type found = Type.UNKNOWN;
    for (int i = 0; i < returns.size() && !yields[0]; i++) {
      Type type = of(returns.get(i));
      found = i == 0 ? type : merged(found, type);
    }
    return found;
  }

  /** Decorated by what may change what is returned; caches and properties do not. */
  private static boolean isDecorated(Node definition) {
    return definition.parent().all("decorator").stream()
        .anyMatch(d ->
            !d.text()
                .matches(
                    "@(?:\\w+\\.)?(?:lru_cache|cache|cached_property|property|staticmethod|classmethod)\\b.*"));
  }
}
