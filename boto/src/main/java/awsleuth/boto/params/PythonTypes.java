package awsleuth.boto.params;

import java.util.List;

/** The types that botocore accepts, as its messages list them. */
final class PythonTypes {

  static final List<String> TEXT = List.of("<class 'str'>");
  static final List<String> WHOLE = List.of("<class 'int'>");
  static final List<String> REAL =
      List.of("<class 'float'>", "<class 'decimal.Decimal'>", "<class 'int'>");
  static final List<String> BOOLEAN = List.of("<class 'bool'>");
  static final List<String> DICT = List.of("<class 'dict'>");
  static final List<String> LIST = List.of("<class 'list'>", "<class 'tuple'>");
  static final List<String> BLOB =
      List.of("<class 'bytes'>", "<class 'bytearray'>", "file-like object");
  static final List<String> TIMESTAMP = List.of("<class 'datetime.datetime'>", "timestamp-string");
  static final List<String> DOCUMENT =
      List.of(
          "<class 'str'>",
          "<class 'int'>",
          "<class 'bool'>",
          "<class 'float'>",
          "<class 'list'>",
          "<class 'dict'>");

  private PythonTypes() {}
}
