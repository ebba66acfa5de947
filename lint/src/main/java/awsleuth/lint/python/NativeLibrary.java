package awsleuth.lint.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** The native libraries of tree-sitter and of its grammar of Python, out of their jars. */
@SuppressWarnings("restricted")
final class NativeLibrary {

  private NativeLibrary() {}

  /**
   * Loads one of them.
   *
   * @param name such as {@code tree-sitter}
   * @throws IllegalStateException on a machine for which there is none
   */
  static SymbolLookup load(String name) {
    String resource = "/lib/" + machine() + "-" + name + suffix();
    try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
      if (in == null || !NativeTree.fits()) {
        throw new IllegalStateException("there is no parser of Python for this machine");
      }
      // The file is not needed any more once it is loaded; where it cannot go yet, the exit takes
      // it.
      Path file = Files.createTempFile("awsleuth-", suffix());
      try {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        return SymbolLookup.libraryLookup(file, Arena.global());
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean mac() {
    return property("os.name").contains("mac");
  }

  private static String suffix() {
    return mac() ? ".dylib" : ".so";
  }

  private static String machine() {
    String arch = property("os.arch");
    String known = arch.equals("amd64") || arch.equals("x86_64") ? "x86_64" : arch;
    return known + (mac() ? "-macos" : "-linux-gnu");
  }

  private static String property(String name) {
    return System.getProperty(name, "").toLowerCase(Locale.ROOT);
  }
}
