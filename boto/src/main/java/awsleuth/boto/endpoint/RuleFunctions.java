package awsleuth.boto.endpoint;

import awsleuth.boto.python.Percent;
import awsleuth.boto.python.Raising;
import awsleuth.boto.python.Url;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the rules, as botocore computes them.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html">Rules
 *     engine standard library</a>
 */
final class RuleFunctions {

  private final Partitions partitions;

  RuleFunctions(Partitions partitions) {
    this.partitions = partitions;
  }

  /**
   * The result of a function; null for none.
   *
   * @throws Raising as botocore raises, for one that it does not know too
   */
  @Nullable Object call(String name, List<Object> arguments) {
    return switch (name) {
      case "isSet" -> argument(arguments, 0) != null;
      case "not" -> !Python.isTrue(argument(arguments, 0));
      case "getAttr" -> getAttr(argument(arguments, 0), text(arguments, 1));
      case "booleanEquals" -> booleanEquals(argument(arguments, 0), argument(arguments, 1));
      case "stringEquals" -> stringEquals(argument(arguments, 0), argument(arguments, 1));
      case "substring" -> substring(arguments);
      case "uriEncode" ->
          argument(arguments, 0) == null ? null : Percent.encode(text(arguments, 0));
      case "parseURL" -> argument(arguments, 0) == null ? null : parseUrl(text(arguments, 0));
      case "isValidHostLabel" ->
          argument(arguments, 0) != null && isHostLabel(text(arguments, 0), argument(arguments, 1));
      case "aws.partition" ->
          argument(arguments, 0) instanceof String region
              ? partitions.of(region)
              : partitions.of("");
      case "aws.parseArn" -> arn(argument(arguments, 0));
      case "aws.isVirtualHostableS3Bucket" ->
          argument(arguments, 0) != null
              && isVirtualHostable(text(arguments, 0), argument(arguments, 1));
      default ->
          throw new Raising(
              "AttributeError", "'RuleSetStandardLibrary' object has no attribute '" + name + "'");
    };
  }

  private static @Nullable Object argument(List<Object> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  private static String text(List<Object> arguments, int index) {
    if (argument(arguments, index) instanceof String text) {
      return text;
    }
    throw new Raising("TypeError", "expected str, got " + Python.type(argument(arguments, index)));
  }

  private static @Nullable Object arn(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> parseArn(text);
      default ->
          throw new Raising(
              "AttributeError",
              "'" + Python.type(value) + "' object has no attribute 'startswith'");
    };
  }

  private static @Nullable Object getAttr(@Nullable Object of, String path) {
    Object value = of;
    for (String part : path.split("\\.", -1)) {
      int open = part.indexOf('[');
      if (open >= 0) {
        int index = Integer.parseInt(part.substring(open + 1, part.indexOf(']', open)));
        Object list = open == 0 ? value : Python.item(value, part.substring(0, open));
        return list instanceof List<?> items && index < items.size() ? items.get(index) : null;
      }
      value = Python.item(value, part);
    }
    return value;
  }

  private static boolean booleanEquals(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Boolean && other instanceof Boolean) {
      return one.equals(other);
    }
    throw Raising.resolution("Both arguments must be bools, not " + types(one, other));
  }

  private static boolean stringEquals(@Nullable Object one, @Nullable Object other) {
    if (one instanceof String && other instanceof String) {
      return one.equals(other);
    }
    throw Raising.resolution("Both values must be strings, not " + types(one, other));
  }

  private static String types(@Nullable Object one, @Nullable Object other) {
    return "<class '" + Python.type(one) + "'> and <class '" + Python.type(other) + "'>.";
  }

  private static @Nullable String substring(List<Object> arguments) {
    if (!(argument(arguments, 0) instanceof String text)) {
      throw Raising.resolution(
          "Input must be a string, not <class '" + Python.type(argument(arguments, 0)) + "'>.");
    }
    int start = (Integer) arguments.get(1);
    int stop = (Integer) arguments.get(2);
    if (start >= stop || text.length() < stop || !text.chars().allMatch(c -> c < 128)) {
      return null;
    }
    return Boolean.TRUE.equals(argument(arguments, 3))
        ? text.substring(text.length() - stop, text.length() - start)
        : text.substring(start, stop);
  }

  private static boolean isHostLabel(String value, @Nullable Object subdomains) {
    return Boolean.TRUE.equals(subdomains)
        ? HostLabels.areLabels(value)
        : HostLabels.isLabel(value);
  }

  private static boolean isVirtualHostable(String value, @Nullable Object subdomains) {
    return Python.length(value) >= 3
        && value.toLowerCase(Locale.ROOT).equals(value)
        && !HostLabels.isIpv4(value)
        && isHostLabel(value, subdomains);
  }

  private static @Nullable Map<String, Object> parseArn(String value) {
    Arn arn = Arn.parse(value);
    if (arn == null
        || arn.partition().isEmpty()
        || arn.service().isEmpty()
        || arn.resource().isEmpty()) {
      return null;
    }
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("partition", arn.partition());
    parts.put("service", arn.service());
    parts.put("region", arn.region());
    parts.put("accountId", arn.account());
    parts.put("resourceId", List.of(arn.resource().replace(':', '/').split("/", -1)));
    return parts;
  }

  private static @Nullable Map<String, Object> parseUrl(String value) {
    Url url = Url.split(value).withoutParameters();
    boolean web = url.scheme().equals("https") || url.scheme().equals("http");
    if (!url.hasPort() || !web || !url.query().isEmpty()) {
      return null;
    }
    String normal = Percent.quote(normalized(url.path()));
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("scheme", url.scheme());
    parts.put("authority", url.authority());
    parts.put("path", url.path());
    parts.put("normalizedPath", normal.endsWith("/") ? normal : normal + "/");
    parts.put("isIp", HostLabels.isIpv4(url.host()) || Ipv6.isAddress(url.host()));
    return parts;
  }

  /** Without empty parts, dots and what two dots take back. */
  private static String normalized(String path) {
    if (path.isEmpty()) {
      return "/";
    }
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.removeLast();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    String last = path.endsWith("/") && !parts.isEmpty() ? "/" : "";
    return (path.startsWith("/") ? "/" : "") + String.join("/", parts) + last;
  }
}
