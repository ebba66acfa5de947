package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.call.ResourceMethods.Resource;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads whatever of boto3 calls an operation out of Python source: methods of clients, paginators,
 * waiters, presigned URLs, transfers of S3, and methods of resources and their collections.
 */
public final class BotoCallReader {

  /** What the interpreter and notebooks print before lines. */
  private static final Pattern PROMPT =
      Pattern.compile(
          "^[ \\t]*(?:>>> ?|\\.\\.\\. ?|In \\[\\d{1,6}\\]: |\\.\\.\\.: )", Pattern.MULTILINE);

  private static final List<String> PAGING = List.of("MaxItems", "PageSize", "StartingToken");
  private static final List<String> WAITING = List.of("Delay", "MaxAttempts");

  private final AwsCatalog catalog;
  private final String source;
  private final List<String> inferred = new ArrayList<>();
  private String service = "";
  private boolean client;
  private String before = "";
  private String owner = "";
  private @Nullable Resource resource;
  private List<PyValue> identifiers = List.of();
  private String subject = "";

  private BotoCallReader(AwsCatalog catalog, String source) {
    this.catalog = catalog;
    this.source = source;
  }

  /** Reads the one call that a text is, with the models of a catalog. */
  public static GivenCall.Reading read(AwsCatalog catalog, String text) {
    String source = PROMPT.matcher(text).replaceAll("");
    BotoCallReader reader = new BotoCallReader(catalog, source);
    try {
      return reader.call(PythonCallReader.chain(source));
    } catch (NoLiteral e) {
      return reader.wrong(e.token().at(), e.why());
    }
  }

  /**
   * Reads the one call that is in lines of a program; of several it reads the one that they begin
   * with, else it tells their lines.
   */
  public static GivenCall.Reading readProgram(AwsCatalog catalog, String text) {
    String source = PROMPT.matcher(text).replaceAll("");
    return switch (read(catalog, text)) {
      case GivenCall.Unreadable none -> PastedProgram.read(catalog, source).orElse(none);
      case GivenCall.Read(GivenCall call) -> new GivenCall.Read(alone(catalog, call, source));
    };
  }

  /** The call, with a word of the next one where there is one behind it. */
  private static GivenCall alone(AwsCatalog catalog, GivenCall call, String source) {
    List<PlacedCall> all =
        call.written().behind().isEmpty() ? List.of() : PastedProgram.all(catalog, source, 2);
    return all.size() < 2
        ? call
        : call.inferred("the call in line " + all.getLast().line() + " is left out: one at a time");
  }

  /** The calls in a program, in its order, no more than that many; one where the text is a call. */
  public static List<PlacedCall> calls(AwsCatalog catalog, String text, int most) {
    return read(catalog, text) instanceof GivenCall.Read(GivenCall call)
        ? List.of(new PlacedCall(call, 1, (int) Math.max(1, text.lines().count())))
        : PastedProgram.all(catalog, PROMPT.matcher(text).replaceAll(""), most);
  }

  private GivenCall.Reading wrong(int at, String why) {
    String to = source.substring(0, at);
    int line = 1 + (int) to.chars().filter(c -> c == '\n').count();
    return new GivenCall.Unreadable(line, at - to.lastIndexOf('\n'), why);
  }

  private GivenCall.Reading call(List<PythonLink> links) {
    for (int i = 0; i < links.size(); i++) {
      PythonLink link = links.get(i);
      if (!link.called()) {
        named(link.name());
      } else if (!making(link)) {
        PythonLink next = i + 1 < links.size() ? links.get(i + 1) : link;
        return operation(link, next);
      }
    }
    PythonLink last = links.getLast();
    return wrong(last.at(), "this is no call such as s3.get_object(Bucket='b', Key='k')");
  }

  /** A name without a call: a variable, a collection, or {@code meta.client}. */
  private void named(String name) {
    if (name.equals("client") && before.equals("meta")) {
      resource = null;
      client = true;
    }
    owner = before;
    before = name;
  }

  /** Whether a call makes what has operations: a session, a client, a resource. */
  private boolean making(PythonLink link) {
    String name = link.name();
    if (name.equals("Session") || name.equals("session") || name.equals("get_session")) {
      return true;
    }
    if (List.of("client", "resource", "create_client").contains(name)) {
      service = link.text(0, "service_name").orElse(service);
      client = !name.equals("resource");
      resource = client ? null : ResourceMethods.of(service, ResourceMethods.SERVICE).orElse(null);
      before = service;
      return true;
    }
    Optional<Resource> made = Character.isUpperCase(name.charAt(0)) ? made(name) : Optional.empty();
    made.ifPresent(r -> become(r, link));
    return made.isPresent();
  }

  /** The class that a constructor makes: of the service at hand, or of the only one that has it. */
  private Optional<Resource> made(String name) {
    Optional<Resource> own =
        resource != null
            ? ResourceMethods.of(resource.service(), name)
            : ResourceMethods.of(variable(before), name);
    List<Resource> all = ResourceMethods.named(name);
    return own.isPresent() || all.size() != 1 ? own : Optional.of(all.getFirst());
  }

  private static String variable(String name) {
    return name.replaceAll("_?(?:resource|res)$", "").replace('_', '-');
  }

  private void become(Resource made, PythonLink link) {
    List<PyValue> values = new ArrayList<>(resource == null ? List.of() : identifiers);
    values.addAll(link.placed());
    link.named().entries().values().forEach(values::add);
    resource = made;
    identifiers = values;
    subject = link.name();
    service = made.service();
    before = "";
    inferred.add("`" + link.name() + "(…)` is a resource of boto3.resource('" + service + "')");
  }

  private GivenCall.Reading operation(PythonLink link, PythonLink next) {
    String name = link.name();
    Optional<Transfer> transfer = Transfer.of(name);
    if (name.equals("get_paginator") || name.equals("get_waiter")) {
      return manager(link, next);
    }
    if (name.equals("generate_presigned_url")) {
      return presigned(link);
    }
    Optional<GivenCall.Reading> method = method(link);
    if (method.isPresent()) {
      return method.get();
    }
    if (transfer.isPresent()) {
      return transfer(transfer.get(), link);
    }
    if (name.equals("generate_presigned_post")) {
      return wrong(link.at(), "generate_presigned_post signs a form and calls no operation");
    }
    if (!link.placed().isEmpty()) {
      return wrong(
          link.at(),
          catalog.operationName(name).isPresent() || resource != null
              ? "a boto3 operation takes its parameters by name"
              : "`" + name + "` is no method of boto3's that calls an operation");
    }
    return read(
        receiver(), name, link.named(), link.unread(), link.partly(), Written.of(source, link));
  }

  private String receiver() {
    return service.isEmpty() ? before : service;
  }

  private GivenCall.Reading read(
      String of, String operation, Dict params, List<Unread> unread, Dict partly, Written written) {
    return new GivenCall.Read(
        new GivenCall(
            of,
            operation,
            params,
            unread,
            partly,
            List.of(),
            List.copyOf(inferred),
            written,
            CliRest.NONE));
  }

  private GivenCall.Reading manager(PythonLink link, PythonLink next) {
    boolean pages = link.name().equals("get_paginator");
    Optional<String> named = link.text(0, pages ? "operation_name" : "waiter_name");
    String method = pages ? "paginate" : "wait";
    if (named.isEmpty()) {
      return wrong(link.at(), link.name() + " takes a name, which the text does not tell");
    }
    if (next.equals(link) || !next.name().equals(method)) {
      return wrong(
          link.at(),
          link.name() + "(…) sends nothing; give the call of ." + method + "(…) with it");
    }
    Waiters waiters = new Waiters(catalog);
    String of = receiver().replaceAll("_?client$", "").replace('_', '-');
    Optional<String> operation = pages ? named : waiters.operation(of, named.get());
    if (operation.isEmpty()) {
      return wrong(link.at(), waiters.none(of, named.get()));
    }
    String config = pages ? "PaginationConfig" : "WaiterConfig";
    inferred.add(
        pages ? "each page is a call of " + operation.get() : "the waiter asks " + operation.get());
    passedOver(next.argument(0, config), config, pages ? PAGING : WAITING);
    return read(
        receiver(),
        operation.get(),
        next.without(config),
        next.unreadWithout(config),
        next.partly(),
        Written.of(source, next));
  }

  /** Says which entries of a paginator's or a waiter's own settings botocore does not look at. */
  private void passedOver(Optional<PyValue> given, String config, List<String> known) {
    if (!(given.orElse(null) instanceof Dict settings)) {
      return;
    }
    for (PyValue key : settings.entries().keySet()) {
      if (key instanceof Str(String name) && !known.contains(name)) {
        List<String> near = catalog.nearest(name, known, 1);
        inferred.add(
            "`"
                + name
                + "` in "
                + config
                + " is passed over: it has "
                + String.join(", ", known)
                + (near.isEmpty() ? "" : "; near it: " + near.getFirst()));
      }
    }
  }

  private GivenCall.Reading presigned(PythonLink link) {
    Optional<String> operation = link.text(0, "ClientMethod");
    if (operation.isEmpty()) {
      return wrong(link.at(), "the text does not tell the ClientMethod to sign");
    }
    inferred.add("a presigned URL sends nothing itself; it is for " + operation.get());
    return new GivenCall.Read(
        new PresignedCall(link, operation.get()).given(receiver(), List.copyOf(inferred), source));
  }

  /** A method of a resource, known by its constructor or by the name of its variable. */
  private Optional<GivenCall.Reading> method(PythonLink link) {
    if (client) {
      return Optional.empty();
    }
    Optional<ResourceCall> call =
        resource != null
            ? ResourceCall.of(resource, before, link)
            : ResourceCall.ofVariable(before, "", link)
                .or(() -> ResourceCall.ofVariable(owner, before, link))
                .or(() -> ofService(before, "", link))
                .or(() -> ofService(owner, before, link));
    if (call.isEmpty()) {
      return Optional.empty();
    }
    if (resource == null) {
      inferred.add(call.get().inference());
    }
    return Optional.of(
        new GivenCall.Read(
            call.get().given(catalog, identifiers, link, List.copyOf(inferred), source)));
  }

  /** A method of a service's own resource, where its client has none of that name. */
  private Optional<ResourceCall> ofService(String name, String collection, PythonLink link) {
    String of = variable(name);
    boolean client =
        !service.isEmpty()
            || !catalog.hasService(of)
            || catalog.operationName(of, link.name()).isPresent();
    return client
        ? Optional.empty()
        : ResourceMethods.of(of, ResourceMethods.SERVICE)
            .flatMap(r -> ResourceCall.ofService(r, collection, link));
  }

  private GivenCall.Reading transfer(Transfer transfer, PythonLink link) {
    inferred.add(transfer.said());
    List<PyValue> places = new ArrayList<>();
    boolean bucket = resource != null || before.equals("bucket") || before.endsWith("_bucket");
    boolean object = subject.equals("Object") || before.equals("obj") || before.equals("object");
    if (resource != null) {
      places.addAll(identifiers);
    }
    return new GivenCall.Read(
        transfer.given(
            catalog, link, places, object ? 2 : bucket ? 1 : 0, List.copyOf(inferred), source));
  }
}
