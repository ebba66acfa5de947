package awsleuth.lint.python;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Parses Python, with tree-sitter and its grammar of Python. For several threads at once.
 *
 * @see <a href="https://github.com/tree-sitter/tree-sitter-python">tree-sitter-python</a>
 */
public final class PythonParser {

  /** What is nested deeper, Python itself does not compile. */
  static final int DEEPEST = 3000;

  private static final class Loaded {
    static final String[] SYMBOLS = NativeTree.symbols();
    static final String[] FIELDS = NativeTree.fields();
  }

  private PythonParser() {}

  /** What a text was parsed as. */
  public sealed interface Parsed {}

  /** A Python file whose tree was wanted. */
  public record Whole(PythonFile file) implements Parsed {}

  /** A Python file whose tree was not wanted. */
  public record Unwanted() implements Parsed {}

  /**
   * Not Python as the grammar has it.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Broken(int line, int column, String why) implements Parsed {}

  /**
   * Parses a text.
   *
   * @param wanted whether the tree of a text is wanted, or only whether it is Python
   */
  public static Parsed parse(String text, Predicate<String> wanted) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment parser = (MemorySegment) NativeTree.PARSER_NEW.invokeExact();
      try {
        if (!(boolean) NativeTree.PARSER_SET_LANGUAGE.invokeExact(parser, NativeTree.LANGUAGE)) {
          throw new IllegalStateException("the parser does not know its own grammar of Python");
        }
        byte[] bytes = ascii(text);
        MemorySegment source = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, source, ValueLayout.JAVA_BYTE, 0, bytes.length);
        MemorySegment tree =
            (MemorySegment)
                NativeTree.PARSE.invokeExact(parser, MemorySegment.NULL, source, bytes.length);
        try {
          return read(arena, tree, text, wanted);
        } finally {
          NativeTree.TREE_DELETE.invokeExact(tree);
        }
      } finally {
        NativeTree.PARSER_DELETE.invokeExact(parser);
      }
    } catch (Throwable e) {
      if (e instanceof VirtualMachineError error) {
        throw error;
      }
      throw NativeTree.failed(e);
    }
  }

  /**
   * The text with an ASCII character for each other one, so that places in both are the same: a
   * letter for what names may have, a sign that Python does not know for the rest.
   */
  private static byte[] ascii(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      boolean name = c > 0x7f && (Character.isUnicodeIdentifierPart(c) || Character.isSurrogate(c));
      bytes[i] = (byte) (c == 0 ? '$' : c <= 0x7f ? c : name ? 'x' : '$');
    }
    return bytes;
  }

  private static Parsed read(Arena arena, MemorySegment tree, String text, Predicate<String> wanted)
      throws Throwable {
    MemorySegment top = (MemorySegment) NativeTree.ROOT.invokeExact((SegmentAllocator) arena, tree);
    boolean broken = (boolean) NativeTree.HAS_ERROR.invokeExact(top);
    if (!broken && !wanted.test(text)) {
      return new Unwanted();
    }
    MemorySegment cursor =
        (MemorySegment) NativeTree.CURSOR_NEW.invokeExact((SegmentAllocator) arena, top);
    try {
      return new Walk(arena, cursor, text).run(broken);
    } finally {
      NativeTree.CURSOR_DELETE.invokeExact(cursor);
    }
  }

  /** A walk over a native tree that copies what is kept of it. */
  private static final class Walk {

    private final MemorySegment cursor;
    private final MemorySegment node;
    private final SegmentAllocator same;
    private final String text;
    private final int[] lines;
    private final Map<Integer, String> comments = new HashMap<>();

    /** The kept nodes above, with the children that each has so far. */
    private final Deque<Node> above = new ArrayDeque<>();

    private final Deque<List<Node>> children = new ArrayDeque<>();

    Walk(Arena arena, MemorySegment cursor, String text) {
      this.cursor = cursor;
      this.node = arena.allocate(NativeTree.NODE);
      this.same = (size, alignment) -> node;
      this.text = text;
      this.lines = PythonFile.starts(text);
    }

    Parsed run(boolean broken) throws Throwable {
      children.push(new ArrayList<>());
      int depth = 0;
      // Which of the native nodes above are kept.
      List<Boolean> kept = new ArrayList<>();
      while (true) {
        Node made = visit();
        if (broken && isFault(made)) {
          return new Broken(lineOf(), columnOf(), "this is no Python that awsleuth can read");
        }
        if (made != null) {
          children.element().add(made);
        }
        if ((boolean) NativeTree.FIRST_CHILD.invokeExact(cursor)) {
          kept.add(made != null);
          if (made != null) {
            above.push(made);
            children.push(new ArrayList<>());
          }
          if (++depth > DEEPEST) {
            return new Broken(lineOf(), columnOf(), "it is nested too deeply");
          }
          continue;
        }
        while (!(boolean) NativeTree.NEXT_SIBLING.invokeExact(cursor)) {
          if (!(boolean) NativeTree.TO_PARENT.invokeExact(cursor)) {
            return whole(broken);
          }
          depth--;
          if (kept.removeLast()) {
            above.pop().adopt(children.pop());
          }
        }
      }
    }

    private Parsed whole(boolean broken) {
      Node root = children.element().getFirst();
      return broken
          ? new Broken(1, 1, "it is not Python")
          : new Whole(new PythonFile(text, root, comments, lines));
    }

    private @Nullable Node visit() throws Throwable {
      MemorySegment _ = (MemorySegment) NativeTree.CURRENT_NODE.invokeExact(same, cursor);
      int symbol = (short) NativeTree.SYMBOL.invokeExact(node) & 0xffff;
      String type = symbol < Loaded.SYMBOLS.length ? Loaded.SYMBOLS[symbol] : "ERROR";
      if (type.isEmpty()) {
        return null;
      }
      int start = start();
      int end = (int) NativeTree.END_BYTE.invokeExact(node);
      if (type.equals("comment")) {
        comments.put(line(start), text.substring(start, end));
        return null;
      }
      int field = (short) NativeTree.CURRENT_FIELD.invokeExact(cursor);
      return new Node(type, Loaded.FIELDS[field], start, end, text);
    }

    private boolean isFault(@Nullable Node made) throws Throwable {
      return (made != null && made.is("ERROR"))
          || (boolean) NativeTree.IS_MISSING.invokeExact(node);
    }

    private int lineOf() {
      return line(start()) + 1;
    }

    private int columnOf() {
      return start() - lines[line(start())] + 1;
    }

    private int start() {
      return node.get(ValueLayout.JAVA_INT, 0);
    }

    private int line(int at) {
      int found = java.util.Arrays.binarySearch(lines, at);
      return found >= 0 ? found : -found - 2;
    }
  }
}
