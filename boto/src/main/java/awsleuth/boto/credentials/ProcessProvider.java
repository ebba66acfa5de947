package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Setting;
import awsleuth.boto.config.ShellWords;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A program that prints credentials. */
record ProcessProvider(BotoSession session, String profile, Instant now) implements Provider {

  @Override
  public Method method() {
    return Method.CUSTOM_PROCESS;
  }

  @Override
  public Load load() throws Raise, Unanswered {
    Setting command = session.fullConfig().profile(profile).get("credential_process");
    if (command == null) {
      return Provider.passes(Note.of("no credential_process in profile " + profile));
    }
    Note note = Note.of("credential_process", profile, command);
    try {
      Printed printed = printed(Values.text(command));
      String expiry = printed.expiry();
      return expiry == null
          ? Provider.has(new Loaded.Fixed(printed.keys()), note)
          : Provider.has(
              new Loaded.Expiring(
                  printed.keys(), Dates.parse(expiry, now), () -> again(Values.text(command))),
              note);
    } catch (Raise e) {
      throw new Raise(e.raised(), note);
    }
  }

  private Loaded.Fresh again(String command) throws Raise, Unanswered {
    Printed printed = printed(command);
    String expiry = printed.expiry();
    return new Loaded.Fresh(printed.keys(), expiry == null ? "" : expiry);
  }

  private record Printed(Keys keys, @Nullable String expiry) {}

  private Printed printed(String command) throws Raise, Unanswered {
    Optional<List<String>> words = ShellWords.split(command);
    if (words.isEmpty()) {
      throw new Raise(new Raised("ValueError", "No closing quotation"));
    }
    if (words.get().isEmpty()) {
      throw new Raise(new Raised("IndexError", "list index out of range"));
    }
    Ask ask = new Ask.Program(words.get());
    return switch (session.outside().ask(ask)) {
      case Answer.Ended(int code, String output, String errors) -> {
        if (code != 0) {
          throw Raise.retrieval(method().text(), errors);
        }
        yield read(LoadedJson.of(output));
      }
      case Answer.NoProgram _ -> throw noProgram(words.get().getFirst());
      case Answer.None _, Answer.Response _, Answer.Refused _, Answer.Closed _ ->
          throw new Unanswered(ask);
    };
  }

  /** Of no name the folders of PATH themselves are found, which cannot be run. */
  private static Raise noProgram(String name) {
    return name.isEmpty() ? Files.forbidden(name) : Files.missing(name);
  }

  private Printed read(PyValue printed) throws Raise {
    if (!(printed instanceof Dict dict)) {
      throw new Raise(
          new Raised(
              "AttributeError", "'" + printed.typeName() + "' object has no attribute 'get'"));
    }
    PyValue version = dict.get("Version");
    if (!one(version)) {
      String shown = version == null ? "<Version key not provided>" : PythonText.str(version);
      throw Raise.retrieval(
          method().text(),
          "Unsupported version '"
              + shown
              + "' for credential process provider, supported versions: 1");
    }
    String account = text(dict.get("AccountId"));
    return new Printed(
        new Keys(
            required(dict, "AccessKeyId"),
            required(dict, "SecretAccessKey"),
            text(dict.get("SessionToken")),
            account == null || account.isEmpty()
                ? Values.text(session.fullConfig().profile(profile), "aws_account_id")
                : account),
        text(dict.get("Expiration")));
  }

  /** Python takes {@code 1.0} and {@code True} for 1 too. */
  private static boolean one(@Nullable PyValue version) {
    return switch (version) {
      case Int i -> i.value().equals(java.math.BigInteger.ONE);
      case Real r -> r.value() == 1;
      case Bool b -> b.value();
      case null, default -> false;
    };
  }

  private String required(Dict dict, String name) throws Raise {
    PyValue value = dict.get(name);
    if (value == null) {
      throw Raise.retrieval(
          method().text(), "Missing required key in response: " + PythonText.repr(new Str(name)));
    }
    return value instanceof None ? "" : PythonText.str(value);
  }

  private static @Nullable String text(@Nullable PyValue value) {
    return value == null || value instanceof None ? null : PythonText.str(value);
  }
}
