package awsleuth.boto.request;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/** The fields of a form, as the query protocol and that of EC2 have them. */
final class FormFields {

  private final Service service;
  private final Texts texts;
  private final boolean ec2;
  private final SequencedMap<String, String> fields = new LinkedHashMap<>();

  FormFields(Service service, Texts texts, String protocol) {
    this.service = service;
    this.texts = texts;
    this.ec2 = protocol.equals("ec2");
  }

  SequencedMap<String, String> of(
      Operation operation, Optional<Shape.Structure> input, Dict parameters) {
    fields.put("Action", operation.name());
    fields.put("Version", service.metadata().apiVersion());
    input.ifPresent(shape -> structure(parameters, shape, ""));
    return fields;
  }

  private void structure(Dict value, Shape.Structure shape, String prefix) {
    value
        .entries()
        .forEach((name, each) ->
            shape
                .member(name instanceof Str(String text) ? text : "")
                .ifPresent(member -> member(each, member, prefix)));
  }

  private void member(PyValue value, Shape.Member member, String prefix) {
    String name = prefix.isEmpty() ? name(member) : prefix + "." + name(member);
    Shape shape = service.shape(member.shape()).orElseThrow();
    add(value, shape, name, member.flattened(), member.timestampFormat());
  }

  private String name(Shape.Member member) {
    if (ec2 && !member.queryName().isEmpty()) {
      return member.queryName();
    }
    String name = member.locationName();
    if (name.isEmpty()) {
      return member.name();
    }
    return ec2 ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
  }

  private void add(PyValue value, Shape shape, String name, boolean flattened, String format) {
    switch (shape) {
      case Shape.Structure structure when value instanceof Dict dict ->
          structure(dict, structure, name);
      case Shape.ListOf list when value instanceof PyList items ->
          list(items, list, name, flattened || list.flattened());
      case Shape.MapOf map when value instanceof Dict dict ->
          map(dict, map, name, flattened || map.flattened());
      case Shape.Scalar scalar -> fields.put(name, scalar(value, scalar, format));
      default -> fields.put(name, PythonText.str(value));
    }
  }

  private void list(PyList items, Shape.ListOf shape, String name, boolean flattened) {
    Shape element = service.shape(shape.element()).orElseThrow();
    String prefix = name;
    if (!ec2 && items.items().isEmpty()) {
      fields.put(name, "");
    } else if (!ec2 && !flattened) {
      prefix = name + "." + (shape.elementName().isEmpty() ? "member" : shape.elementName());
    } else if (!ec2 && !shape.elementName().isEmpty()) {
      int dot = name.lastIndexOf('.');
      prefix = (dot < 0 ? "" : name.substring(0, dot + 1)) + shape.elementName();
    }
    int number = 0;
    for (PyValue item : items.items()) {
      add(item, element, prefix + "." + ++number, false, "");
    }
  }

  private void map(Dict value, Shape.MapOf shape, String name, boolean flattened) {
    String prefix = flattened ? name : name + ".entry";
    String key = shape.keyName().isEmpty() ? "key" : shape.keyName();
    String of = shape.valueName().isEmpty() ? "value" : shape.valueName();
    int number = 0;
    for (var entry : value.entries().entrySet()) {
      number++;
      fields.put(prefix + "." + number + "." + key, PythonText.str(entry.getKey()));
      Shape element = service.shape(shape.value()).orElseThrow();
      add(entry.getValue(), element, prefix + "." + number + "." + of, false, "");
    }
  }

  private String scalar(PyValue value, Shape.Scalar shape, String format) {
    String own = format.isEmpty() ? shape.timestampFormat() : format;
    return switch (shape.type()) {
      case "blob" -> base64(value);
      case "boolean" -> value.equals(new PyValue.Bool(true)) ? "true" : "false";
      case "timestamp" -> texts.time(value, own.isEmpty() ? "iso8601" : own);
      case "float", "double" -> Texts.number(value);
      default -> PythonText.str(value);
    };
  }

  static String base64(PyValue value) {
    byte[] bytes =
        value instanceof PyValue.Bytes given
            ? given.latin1().getBytes(StandardCharsets.ISO_8859_1)
            : PythonText.str(value).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
