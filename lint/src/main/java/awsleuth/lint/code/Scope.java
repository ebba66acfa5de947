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

  /** Names that {@code global} takes from the module. */
  final Set<String> ofModule = new HashSet<>();

  /** Names that {@code nonlocal} takes from a function around this one. */
  final Set<String> ofFunction = new HashSet<>();

  /** What is bound to the latter here, until all is known that the functions around bind. */
  final List<Map.Entry<String, Binding>> waiting = new ArrayList<>();

  Scope(Node node, @Nullable Scope parent) {
    this.node = node;
    this.parent = parent;
  }

  boolean isClass() {
    return node.is("class_definition");
  }

  void bind(String name, Binding binding) {
    if (ofFunction.contains(name)) {
      waiting.add(Map.entry(name, binding));
    } else {
      Scope target = ofModule.contains(name) ? root() : this;
      target.names.computeIfAbsent(name, k -> new ArrayList<>()).add(binding);
    }
  }

  /** Binds what has waited where Python does: in the nearest function around that has the name. */
  void settle() {
    for (Map.Entry<String, Binding> w : waiting) {
      Scope target = parent;
      while (target != null && !(target.isFunction() && target.names.containsKey(w.getKey()))) {
        target = target.parent;
      }
      if (target != null) {
        target.names.computeIfAbsent(w.getKey(), k -> new ArrayList<>()).add(w.getValue());
      }
    }
    waiting.clear();
  }

  private boolean isFunction() {
    return node.is("function_definition") || node.is("lambda");
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
