package awsleuth.lint.code;

import awsleuth.lint.python.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of a module, a class, a function or a comprehension. */
final class Scope {

  final Node node;
  final @Nullable Scope parent;
  final Map<String, List<Binding>> names = new HashMap<>();

  /** Of a class: what its methods assign to members of {@code self}. */
  final Map<String, List<Binding>> attributes = new HashMap<>();

  /** Names that {@code global} or {@code nonlocal} takes from further out. */
  final Set<String> outer = new HashSet<>();

  Scope(Node node, @Nullable Scope parent) {
    this.node = node;
    this.parent = parent;
  }

  boolean isClass() {
    return node.is("class_definition");
  }

  void bind(String name, Binding binding) {
    Scope target = this;
    if (outer.contains(name)) {
      target = root();
    }
    target.names.computeIfAbsent(name, k -> new ArrayList<>()).add(binding);
  }

  Scope root() {
    Scope scope = this;
    while (scope.parent != null) {
      scope = scope.parent;
    }
    return scope;
  }

  /** The scope in which a name that is used here has its values; null for builtins. */
  @Nullable Scope of(String name) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      boolean visible = scope == this || !scope.isClass();
      if (visible && scope.names.containsKey(name)) {
        return scope;
      }
    }
    return null;
  }
}
