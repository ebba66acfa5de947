package awsleuth.trail.read;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Unpacks gzip by libdeflate, where the system has it: in half the time that zlib takes, but a
 * whole file at once. What it does not take is left to {@link Gzip}.
 */
final class Libdeflate {

  private static final String[] NAMES = {"libdeflate.so.0", "libdeflate.0.dylib"};
  private static final int SUCCESS = 0;

  private static final Optional<Libdeflate> SYSTEM = load();

  private final MethodHandle begin;
  private final MethodHandle unpack;
  private final MethodHandle end;

  @SuppressWarnings("restricted")
  private Libdeflate(SymbolLookup library) {
    Linker linker = Linker.nativeLinker();
    begin =
        linker.downcallHandle(
            library.findOrThrow("libdeflate_alloc_decompressor"),
            FunctionDescriptor.of(ValueLayout.ADDRESS));
    end =
        linker.downcallHandle(
            library.findOrThrow("libdeflate_free_decompressor"),
            FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    unpack =
        linker.downcallHandle(
            library.findOrThrow("libdeflate_gzip_decompress_ex"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS),
            Linker.Option.critical(true));
  }

  /** That of the system; empty where it has none. */
  static Optional<Libdeflate> system() {
    return SYSTEM;
  }

  /** Where native code is not asked for, Java would warn on standard error. */
  private static Optional<Libdeflate> load() {
    if (!Libdeflate.class.getModule().isNativeAccessEnabled()) {
      return Optional.empty();
    }
    for (String name : NAMES) {
      Optional<Libdeflate> found = load(name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("restricted")
  private static Optional<Libdeflate> load(String name) {
    try {
      return Optional.of(new Libdeflate(SymbolLookup.libraryLookup(name, Arena.global())));
    } catch (RuntimeException | LinkageError none) {
      return Optional.empty();
    }
  }

  /**
   * Unpacks one member of gzip, and compares its sum.
   *
   * @param length how many of the bytes are packed data
   * @param into has as many bytes as it unpacks to, or more
   * @return how many bytes it unpacks to; negative where it is damaged, unpacks to more, or is not
   *     all there is
   */
  int unpack(byte[] packed, int length, byte[] into) {
    long[] read = new long[1];
    long[] written = new long[1];
    try {
      MemorySegment unpacker = (MemorySegment) begin.invokeExact();
      if (unpacker.address() == 0) {
        return -1;
      }
      try {
        int result =
            (int)
                unpack.invokeExact(
                    unpacker,
                    MemorySegment.ofArray(packed),
                    (long) length,
                    MemorySegment.ofArray(into),
                    (long) into.length,
                    MemorySegment.ofArray(read),
                    MemorySegment.ofArray(written));
        return result == SUCCESS && read[0] == length ? (int) written[0] : -1;
      } finally {
        end.invokeExact(unpacker);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
