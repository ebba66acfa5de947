package awsleuth.boto.retry.script;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonInts;
import awsleuth.boto.python.PythonText;
import java.util.Locale;
import java.util.Map;

/**
 * How botocore reads responses of an operation.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/parsers.py">parsers.py</a>
 */
record Parsing(Target target) {

  private static final int FIRST_ERROR = 301;
  private static final int FIRST_EXCEPTION = 300;
  private static final int FIRST_SERVER_ERROR = 500;

  /** An error in the service's own protocol; a HEAD has no body that could hold it. */
  Reply scripted(int status, String code, Dict headers) {
    if (target.isHead()) {
      return read(status, Body.EMPTY);
    }
    if (status < FIRST_ERROR) {
      return target.protocol() == Protocol.QUERY ? noResult() : unknown(status);
    }
    String header = target.numberHeader(code);
    for (Map.Entry<PyValue, PyValue> h : headers.entries().entrySet()) {
      String name = ((Str) h.getKey()).value();
      String value = h.getValue() instanceof Str s ? s.value() : "";
      if (name.equalsIgnoreCase(header) && !PythonInts.isWhole(value)) {
        return new Reply.Unreadable("ValueError", PythonInts.complaint(value));
      }
    }
    return Reply.Readable.error(status, code, "scripted");
  }

  /** Any other body. */
  Reply read(int status, Body sent) {
    Body body = target.isHead() ? Body.EMPTY : sent;
    if (status < FIRST_EXCEPTION) {
      return success(status, body);
    }
    if (status < FIRST_ERROR) {
      return unknown(status);
    }
    if (status >= FIRST_SERVER_ERROR && isGeneric(body)) {
      return byStatus(status);
    }
    return switch (target.protocol()) {
      case JSON, REST_JSON, CBOR ->
          Reply.Readable.error(status, String.valueOf(status), body.text());
      case QUERY, EC2 -> body.isXml() ? unknown(status) : notXml(body);
      case REST_XML -> restXml(status, body);
    };
  }

  private Reply success(int status, Body body) {
    boolean empty = body.kind() == Body.Kind.EMPTY;
    if (target.looksForErrorUnder200() && !empty && body.kind() != Body.Kind.HTML) {
      return read(FIRST_SERVER_ERROR, body);
    }
    boolean xml = target.protocol().isXml() && !target.streams() && !target.isHead();
    boolean mayBeEmpty = target.protocol() == Protocol.REST_XML && empty;
    if (xml && !body.isXml() && !mayBeEmpty) {
      return notXml(body);
    }
    return target.protocol() == Protocol.QUERY ? noResult() : Reply.Readable.success(status);
  }

  /** A page of a proxy, or nothing at all. */
  private static boolean isGeneric(Body body) {
    return body.text().startsWith("<html>") || body.text().isBlank();
  }

  private static Reply.Readable byStatus(int status) {
    return Reply.Readable.error(status, String.valueOf(status), HttpPhrases.of(status));
  }

  private static Reply restXml(int status, Body body) {
    return switch (body.kind()) {
      case EMPTY, BROKEN_HTML, GARBAGE -> byStatus(status);
      case HTML -> Reply.Readable.error(status, "", "");
      case S3_ERROR -> Reply.Readable.error(status, body.code(), body.message());
    };
  }

  /** An error status without an error that botocore could find. */
  private static Reply unknown(int status) {
    return Reply.Readable.success(status);
  }

  /** The element around the result is missing. */
  private Reply noResult() {
    String element = target.operation().name() + "Result";
    return new Reply.Unreadable("KeyError", PythonText.repr(new Str(element)));
  }

  private static Reply notXml(Body body) {
    String bytes = PythonText.repr(new PyValue.Bytes(body.text(), false));
    return new Reply.Unreadable(
        "botocore.parsers.ResponseParserError",
        String.format(
            Locale.ROOT,
            "Unable to parse response (%s), invalid XML received. Further retries may succeed:%n%s",
            body.xmlComplaint(),
            bytes));
  }
}
