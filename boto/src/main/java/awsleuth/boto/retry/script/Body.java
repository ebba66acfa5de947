package awsleuth.boto.retry.script;

/**
 * A body that is no error of the service's own protocol.
 *
 * @param kind what it is
 * @param text the whole body
 * @param code of S3's error; empty for others
 * @param message of S3's error; empty for others
 */
record Body(Kind kind, String text, String code, String message) {

  /** What a body is. */
  enum Kind {
    EMPTY,
    HTML,
    BROKEN_HTML,
    GARBAGE,
    S3_ERROR
  }

  static final Body EMPTY = new Body(Kind.EMPTY, "", "", "");
  static final Body HTML =
      new Body(Kind.HTML, "<html><body><b>Http/1.1 Service Unavailable</b></body></html>", "", "");
  static final Body BROKEN_HTML =
      new Body(Kind.BROKEN_HTML, "<html><body><p>oops<br></body>", "", "");
  static final Body GARBAGE = new Body(Kind.GARBAGE, "<unterminated {", "", "");

  /** An error as S3 writes it; the Region may be empty. */
  static Body s3Error(String code, String message, String region) {
    String text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message>"
            + (region.isEmpty() ? "" : "<Region>" + region + "</Region>")
            + "<RequestId>req-1</RequestId><HostId>host-1</HostId></Error>";
    return new Body(Kind.S3_ERROR, text, code, message);
  }

  boolean isXml() {
    return kind == Kind.HTML || kind == Kind.S3_ERROR;
  }

  /** What Python's XML parser says of it. */
  String xmlComplaint() {
    return switch (kind) {
      case EMPTY -> "no element found: line 1, column 0";
      case BROKEN_HTML -> "mismatched tag: line 1, column 25";
      case GARBAGE -> "not well-formed (invalid token): line 1, column 14";
      case HTML, S3_ERROR -> "";
    };
  }
}
