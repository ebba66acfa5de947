package awsleuth.boto.call;

import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A call as it was written.
 *
 * @param service what names the service: the argument of {@code boto3.client}, a word of the
 *     command line, or the name of the variable; empty if nothing does
 * @param operation the operation as it is written; empty in JSON, which does not say it
 * @param params the parameters that could be read
 * @param unread those that could not
 * @param partly of those the ones that are known in part, with {@link #UNKNOWN} where they are not
 * @param refusals what the AWS CLI or boto3 say of the call before botocore sees it; the first is
 *     what they say, the others come when that is mended
 * @param inferred what the text does not say and how it is concluded
 * @param written the text itself, of a call in Python
 * @param rest what a command of the AWS CLI has besides
 */
public record GivenCall(
    String service,
    String operation,
    Dict params,
    List<Unread> unread,
    Dict partly,
    List<Refusal> refusals,
    List<String> inferred,
    Written written,
    CliRest rest) {

  /** Stands in {@link #partly} for a value that is no literal. */
  public static final Str UNKNOWN = new Str("\uffff");

  /** A call of which all is said that is known. */
  public static GivenCall of(String service, String operation, Dict params, List<Unread> unread) {
    return new GivenCall(
        service,
        operation,
        params,
        unread,
        new Dict(new LinkedHashMap<>()),
        List.of(),
        List.of(),
        Written.NONE,
        CliRest.NONE);
  }

  /** The same call with other parameters. */
  public GivenCall with(Dict other) {
    return new GivenCall(
        service, operation, other, unread, partly, refusals, inferred, written, rest);
  }

  /** The same call with other parameters whose values are not known. */
  public GivenCall withUnread(List<Unread> others) {
    return new GivenCall(
        service, operation, params, others, partly, refusals, inferred, written, rest);
  }

  /** The same call where its text begins in that line of a longer one, from 1. */
  public GivenCall fromLine(int line) {
    return withUnread(
        unread.stream()
            .map(u -> new Unread(u.name(), u.line() + line - 1, u.why(), u.written()))
            .toList());
  }

  /** The same call of another service. */
  GivenCall of(String other) {
    return new GivenCall(
        other, operation, params, unread, partly, refusals, inferred, written, rest);
  }

  /** The same call with one more conclusion. */
  public GivenCall inferred(String conclusion) {
    List<String> all = new ArrayList<>(inferred);
    all.add(conclusion);
    return new GivenCall(
        service, operation, params, unread, partly, refusals, List.copyOf(all), written, rest);
  }

  /** The same call with what is said of it first, and the text in which that is mended. */
  public GivenCall refused(Refusal refusal, Written mended) {
    List<Refusal> all = new ArrayList<>(refusals);
    all.addFirst(refusal);
    return new GivenCall(
        service, operation, params, unread, partly, List.copyOf(all), inferred, mended, rest);
  }

  /**
   * What is said of a call before botocore sees it.
   *
   * @param by {@code aws}, {@code boto3} or {@code botocore}
   * @param text in their words
   * @param meant what would be right; empty where that is not known
   */
  public record Refusal(String by, String text, String meant) {}

  /**
   * A parameter that is given, with a value that is not known.
   *
   * @param name the parameter; empty where even that is not known
   * @param line from 1
   * @param why such as {@code `name` is a variable}
   * @param written the expression as it stands in the program; empty where there is none
   */
  public record Unread(String name, int line, String why, String written) {}

  /** What a text was read as. */
  public sealed interface Reading {}

  /** A call. */
  public record Read(GivenCall call) implements Reading {}

  /**
   * Not a call.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Unreadable(int line, int column, String why) implements Reading {}
}
