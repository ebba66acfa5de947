package awsleuth.lint.python;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of tree-sitter's C library that a walk over a tree needs. Called directly: the Java
 * classes that come with the library look up their fields by name in every call, which costs ten
 * times as much.
 *
 * @see <a
 *     href="https://github.com/tree-sitter/tree-sitter/blob/master/lib/include/tree_sitter/api.h">api.h</a>
 */
@SuppressWarnings("restricted")
final class NativeTree {

  /** {@code TSNode}: start byte, row, column, alias; then two pointers. */
  static final MemoryLayout NODE =
      MemoryLayout.structLayout(
          MemoryLayout.sequenceLayout(4, JAVA_INT),
          ADDRESS,
          MemoryLayout.sequenceLayout(1, ADDRESS));

  /** {@code TSTreeCursor}: two pointers, three numbers. */
  static final MemoryLayout CURSOR =
      MemoryLayout.structLayout(
          MemoryLayout.sequenceLayout(2, ADDRESS),
          MemoryLayout.sequenceLayout(3, JAVA_INT),
          MemoryLayout.paddingLayout(4));

  private static final Linker LINKER = Linker.nativeLinker();

  private static final SymbolLookup LIBRARY = NativeLibrary.load("tree-sitter");

  static final MemorySegment LANGUAGE = language(NativeLibrary.load("tree-sitter-python"));
  static final MethodHandle PARSER_NEW = function("ts_parser_new", FunctionDescriptor.of(ADDRESS));
  static final MethodHandle PARSER_DELETE =
      function("ts_parser_delete", FunctionDescriptor.ofVoid(ADDRESS));
  static final MethodHandle PARSER_SET_LANGUAGE =
      function("ts_parser_set_language", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS));
  static final MethodHandle PARSE =
      function(
          "ts_parser_parse_string",
          FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
  static final MethodHandle TREE_DELETE =
      function("ts_tree_delete", FunctionDescriptor.ofVoid(ADDRESS));
  static final MethodHandle ROOT =
      function("ts_tree_root_node", FunctionDescriptor.of(NODE, ADDRESS));
  static final MethodHandle CURSOR_NEW =
      function("ts_tree_cursor_new", FunctionDescriptor.of(CURSOR, NODE));
  static final MethodHandle CURSOR_DELETE =
      function("ts_tree_cursor_delete", FunctionDescriptor.ofVoid(ADDRESS));
  static final MethodHandle FIRST_CHILD = step("ts_tree_cursor_goto_first_child");
  static final MethodHandle NEXT_SIBLING = step("ts_tree_cursor_goto_next_sibling");
  static final MethodHandle TO_PARENT = step("ts_tree_cursor_goto_parent");
  static final MethodHandle CURRENT_NODE =
      quick("ts_tree_cursor_current_node", FunctionDescriptor.of(NODE, ADDRESS));
  static final MethodHandle CURRENT_FIELD =
      quick("ts_tree_cursor_current_field_id", FunctionDescriptor.of(JAVA_SHORT, ADDRESS));
  static final MethodHandle SYMBOL =
      quick("ts_node_symbol", FunctionDescriptor.of(JAVA_SHORT, NODE));
  static final MethodHandle END_BYTE =
      quick("ts_node_end_byte", FunctionDescriptor.of(JAVA_INT, NODE));
  static final MethodHandle HAS_ERROR =
      function("ts_node_has_error", FunctionDescriptor.of(JAVA_BOOLEAN, NODE));
  static final MethodHandle IS_MISSING =
      function("ts_node_is_missing", FunctionDescriptor.of(JAVA_BOOLEAN, NODE));
  private static final MethodHandle SYMBOL_COUNT =
      function("ts_language_symbol_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle SYMBOL_NAME =
      function("ts_language_symbol_name", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_SHORT));
  private static final MethodHandle SYMBOL_TYPE =
      function("ts_language_symbol_type", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_SHORT));
  private static final MethodHandle FIELD_COUNT =
      function("ts_language_field_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle FIELD_NAME =
      function(
          "ts_language_field_name_for_id", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_SHORT));

  private NativeTree() {}

  private static MethodHandle step(String name) {
    return quick(name, FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS));
  }

  private static MethodHandle function(String name, FunctionDescriptor type) {
    return LINKER.downcallHandle(LIBRARY.findOrThrow(name), type);
  }

  /** One that is called for every node, and returns at once. */
  private static MethodHandle quick(String name, FunctionDescriptor type) {
    return LINKER.downcallHandle(LIBRARY.findOrThrow(name), type, Linker.Option.critical(false));
  }

  private static MemorySegment language(SymbolLookup grammar) {
    MethodHandle python =
        LINKER.downcallHandle(
            grammar.findOrThrow("tree_sitter_python"), FunctionDescriptor.of(ADDRESS));
    try {
      return (MemorySegment) python.invokeExact();
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** The names of the grammar's symbols by number; null for those that are no named nodes. */
  static String[] symbols() {
    try {
      String[] names = new String[(int) SYMBOL_COUNT.invokeExact(LANGUAGE)];
      for (int i = 0; i < names.length; i++) {
        // TSSymbolTypeRegular is 0: nodes with a name of their own.
        boolean named = (int) SYMBOL_TYPE.invokeExact(LANGUAGE, (short) i) == 0;
        names[i] = named ? text((MemorySegment) SYMBOL_NAME.invokeExact(LANGUAGE, (short) i)) : "";
      }
      return names;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** The names of the grammar's fields by number; the first is empty: no field. */
  static String[] fields() {
    try {
      String[] names = new String[(int) FIELD_COUNT.invokeExact(LANGUAGE) + 1];
      names[0] = "";
      for (int i = 1; i < names.length; i++) {
        names[i] = text((MemorySegment) FIELD_NAME.invokeExact(LANGUAGE, (short) i));
      }
      return names;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  private static String text(MemorySegment address) {
    return address.reinterpret(Long.MAX_VALUE).getString(0).intern();
  }

  static IllegalStateException failed(Throwable e) {
    return e instanceof IllegalStateException known
        ? known
        : new IllegalStateException("tree-sitter failed: " + e, e);
  }

  /** Bytes of a pointer: the layouts above hold on 64-bit machines alone. */
  static boolean fits() {
    return ADDRESS.byteSize() == JAVA_LONG.byteSize();
  }
}
