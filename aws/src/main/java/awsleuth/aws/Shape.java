package awsleuth.aws;

import java.util.List;
import java.util.Optional;

/**
 * A shape of a service's model, as botocore's {@code service-2.json} states it.
 *
 * <p>Only shapes that inputs and errors reach are known; documentation is not.
 */
public sealed interface Shape {

  /** The name of the shape in its service. */
  String name();

  /** Whether AWS asks not to log it, nor anything in it. */
  boolean sensitive();

  /**
   * A structure.
   *
   * @param members in the order of the model
   * @param requiredMembers the names of the members without which botocore refuses a call, in the
   *     order in which the model lists them, which is not always that of the members
   * @param union whether exactly one member is to be set
   * @param document whether any JSON may stand for it
   * @param eventStream whether it is a stream of events
   * @param sensitive whether AWS asks not to log any of it
   * @param payload the member that is the body of the HTTP message; empty if none
   */
  record Structure(
      String name,
      List<Member> members,
      List<String> requiredMembers,
      boolean union,
      boolean document,
      boolean eventStream,
      boolean sensitive,
      String payload)
      implements Shape {

    /** The member of that name; empty if there is none. */
    public Optional<Member> member(String memberName) {
      return members.stream().filter(m -> m.name().equals(memberName)).findFirst();
    }
  }

  /**
   * A member of a structure.
   *
   * @param shape the name of its shape
   * @param required whether a call without it is refused by botocore
   * @param location {@code header}, {@code headers}, {@code uri}, {@code querystring}, {@code
   *     statusCode}; empty for the body
   * @param locationName its name on the wire; empty where that is its own name
   * @param idempotencyToken whether botocore fills it with a random value when it is absent
   * @param hostLabel whether it becomes a part of the endpoint's host
   * @param contextParam the parameter of the endpoint rules that it sets; empty if none
   * @param queryName its name in the EC2 protocol; empty where that is made from the others
   * @param timestampFormat of a time {@code iso8601}, {@code rfc822} or {@code unixTimestamp};
   *     empty where its shape or the protocol decides
   * @param jsonValue whether it is sent as the text of a JSON value
   * @param flattened whether the wire form of its list or map has no wrapper here
   * @param streaming whether it is a stream of bytes here, where its shape does not say so: of S3's
   *     {@code Body} the member says it, of Glacier's the shape
   */
  record Member(
      String name,
      String shape,
      boolean required,
      String location,
      String locationName,
      boolean idempotencyToken,
      boolean hostLabel,
      String contextParam,
      String queryName,
      String timestampFormat,
      boolean jsonValue,
      boolean flattened,
      boolean streaming) {}

  /**
   * A list.
   *
   * @param element the name of the shape of the elements
   * @param limits how many elements
   * @param flattened whether the wire form has no wrapper around the elements
   * @param sensitive whether AWS asks not to log any of it
   * @param elementName the name of the elements on the wire; empty where the protocol decides
   */
  record ListOf(
      String name,
      String element,
      Limits limits,
      boolean flattened,
      boolean sensitive,
      String elementName)
      implements Shape {}

  /**
   * A map.
   *
   * @param key the name of the shape of the keys
   * @param value the name of the shape of the values
   * @param limits how many entries
   * @param flattened whether the wire form has no wrapper around the entries
   * @param sensitive whether AWS asks not to log any of it
   * @param keyName the name of the keys on the wire; empty where the protocol decides
   * @param valueName the name of the values on the wire; empty where the protocol decides
   */
  record MapOf(
      String name,
      String key,
      String value,
      Limits limits,
      boolean flattened,
      boolean sensitive,
      String keyName,
      String valueName)
      implements Shape {}

  /**
   * A value without parts.
   *
   * @param type {@code string}, {@code integer}, {@code long}, {@code float}, {@code double},
   *     {@code boolean}, {@code timestamp} or {@code blob}
   * @param limits of a number its value, of a string or blob its length
   * @param pattern a regular expression for the whole text, as the model has it; empty if none.
   *     botocore does not enforce it, the service does
   * @param values the values of an enumeration; empty if it is none. botocore does not enforce it
   * @param sensitive whether AWS asks not to log it
   * @param streaming whether it is a stream of bytes
   * @param timestampFormat of a time {@code iso8601}, {@code rfc822} or {@code unixTimestamp};
   *     empty where the protocol decides
   */
  record Scalar(
      String name,
      String type,
      Limits limits,
      String pattern,
      List<String> values,
      boolean sensitive,
      boolean streaming,
      String timestampFormat)
      implements Shape {

    /** The same in a shape that AWS asks not to log. */
    public Scalar asSensitive() {
      return sensitive
          ? this
          : new Scalar(name, type, limits, pattern, values, true, streaming, timestampFormat);
    }
  }

  /**
   * Inclusive limits, as the model writes them; empty where there is none. botocore enforces {@code
   * min} alone.
   *
   * @see <a
   *     href="https://github.com/boto/botocore/blob/develop/botocore/validate.py">validate.py</a>
   */
  record Limits(String min, String max) {}
}
