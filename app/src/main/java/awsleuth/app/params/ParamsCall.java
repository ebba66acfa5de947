package awsleuth.app.params;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.call.CallText;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.call.OtherForm;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call to review.
 *
 * @param given as it was read
 * @param form how it was written: {@code json}, {@code python} or {@code cli}
 * @param place the file, or {@code stdin}; empty where it stood on the command line
 */
record ParamsCall(
    AwsCatalog catalog,
    Service service,
    Operation operation,
    GivenCall given,
    String form,
    String place) {

  /** Another call of the same operation. */
  ParamsCall with(GivenCall other) {
    return new ParamsCall(catalog, service, operation, other, form, place);
  }

  /** The same call with other parameters. */
  ParamsCall with(Dict params) {
    return new ParamsCall(catalog, service, operation, given.with(params), form, place);
  }

  /** The same call with other names of parameters whose values are not known. */
  ParamsCall renamed(Map<String, String> names) {
    List<Unread> unread =
        given.unread().stream()
            .map(u ->
                new Unread(names.getOrDefault(u.name(), u.name()), u.line(), u.why(), u.written()))
            .toList();
    return new ParamsCall(catalog, service, operation, given.withUnread(unread), form, place);
  }

  private List<Unread> inPython() {
    return form.equals("cli")
        ? OtherForm.inPython(service, operation, given.unread())
        : given.unread();
  }

  private List<Unread> inCli() {
    return form.equals("python")
        ? OtherForm.inCli(service, operation, given.unread())
        : given.unread();
  }

  /** The call in a form. */
  String text(String as) {
    return switch (as) {
      case "python" -> CallText.python(service, operation, given.params(), inPython());
      case "cli" ->
          CallText.cli(catalog, service, operation, given.params(), inCli(), given.rest());
      default -> JsonText.pretty(whole());
    };
  }

  /** The parameters with {@code <Name>} for those whose values are not known. */
  private Dict whole() {
    LinkedHashMap<PyValue, PyValue> all = new LinkedHashMap<>();
    for (Unread u : given.unread()) {
      if (!u.name().isEmpty()) {
        all.put(new Str(u.name()), new Str("<" + u.name() + ">"));
      }
    }
    all.putAll(given.params().entries());
    return new Dict(all);
  }
}
