package awsleuth.boto.python;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A value that a Python program may give to boto3. */
public sealed interface PyValue {

  /** {@code None}. */
  record None() implements PyValue {}

  /** {@code True} or {@code False}. */
  record Bool(boolean value) implements PyValue {}

  /** An {@code int} of any size. */
  record Int(BigInteger value) implements PyValue {

    /** An {@code int} that fits into 64 bits. */
    public static Int of(long value) {
      return new Int(BigInteger.valueOf(value));
    }
  }

  /** A {@code float}, infinities and NaN too. */
  record Real(double value) implements PyValue {}

  /** A {@code str}. */
  record Str(String value) implements PyValue {

    // Keys of dicts: the generated ones take much of the time of a validation.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Str text && value.equals(text.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /**
   * {@code bytes}, or a {@code bytearray}.
   *
   * @param latin1 the bytes, each as the character of its number
   * @param mutable whether it is a {@code bytearray}
   */
  record Bytes(String latin1, boolean mutable) implements PyValue {}

  /**
   * A {@code datetime.datetime}.
   *
   * @param local its own date and time, microseconds at the finest
   * @param offsetSeconds seconds east of UTC; empty for a naive one
   */
  record DateTime(LocalDateTime local, OptionalInt offsetSeconds) implements PyValue {}

  /** A {@code datetime.date}. */
  record Date(LocalDate value) implements PyValue {}

  /** A {@code decimal.Decimal}, as its {@code str} is. */
  record Dec(String text) implements PyValue {}

  /** A {@code list}. */
  record PyList(List<PyValue> items) implements PyValue {}

  /** A {@code tuple}. */
  record Tuple(List<PyValue> items) implements PyValue {}

  /** A {@code set}; its order is the given one, where Python's is accidental. */
  record PySet(List<PyValue> items) implements PyValue {}

  /** A {@code dict}, in its order. */
  record Dict(SequencedMap<PyValue, PyValue> entries) implements PyValue {

    /** The value of a key that is a text; null if it is not there. */
    public @Nullable PyValue get(String key) {
      return entries.get(new Str(key));
    }

    /** Whether there is a key that is that text. */
    public boolean has(String key) {
      return entries.containsKey(new Str(key));
    }
  }

  /** The name of its type as a message of Python's has it: {@code str}, {@code datetime}. */
  default String typeName() {
    String full = qualifiedTypeName();
    return full.substring(full.lastIndexOf('.') + 1);
  }

  /** The name of its type with its module, which builtins have not: {@code datetime.datetime}. */
  default String qualifiedTypeName() {
    return switch (this) {
      case None _ -> "NoneType";
      case Bool _ -> "bool";
      case Int _ -> "int";
      case Real _ -> "float";
      case Str _ -> "str";
      case Bytes b -> b.mutable ? "bytearray" : "bytes";
      case DateTime _ -> "datetime.datetime";
      case Date _ -> "datetime.date";
      case Dec _ -> "decimal.Decimal";
      case PyList _ -> "list";
      case Tuple _ -> "tuple";
      case PySet _ -> "set";
      case Dict _ -> "dict";
    };
  }
}
