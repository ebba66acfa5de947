package awsleuth.boto.credentials;

import awsleuth.boto.config.ConfigFault;
import awsleuth.boto.config.ConfigReader;
import awsleuth.boto.config.ConfigReading;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Provider.Has;
import awsleuth.boto.credentials.Provider.Load;
import awsleuth.boto.credentials.Provider.Passes;
import awsleuth.boto.credentials.Step.Verdict;
import awsleuth.boto.python.PythonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes the way of {@code boto3.Session(...).get_credentials()}. */
public final class Resolver {

  private final BotoSession session;
  private final BotoSession quiet;
  private final Instant now;
  private final List<Step> steps = new ArrayList<>();
  private @Nullable Loaded loaded;
  private Optional<String> end = Optional.empty();

  private Resolver(BotoSession session, BotoSession quiet, Instant now) {
    this.session = session;
    this.quiet = quiet;
    this.now = now;
  }

  /**
   * Resolves.
   *
   * @param now the time
   */
  public static Resolution resolve(
      Rules rules,
      Map<String, String> environment,
      Outside outside,
      Arguments arguments,
      Instant now) {
    BotoSession session = new BotoSession(rules, environment, outside, arguments);
    BotoSession quiet = new BotoSession(rules, environment, new Quiet(outside), arguments);
    return new Resolver(session, quiet, now).resolution();
  }

  /** The whole path of the config file in an environment. */
  public static String configPath(Map<String, String> environment) {
    return Paths.expand(
        environment.getOrDefault("AWS_CONFIG_FILE", BotoSession.CONFIG), environment);
  }

  /** The whole path of the credentials file in an environment. */
  public static String credentialsPath(Map<String, String> environment) {
    return Paths.expand(
        environment.getOrDefault("AWS_SHARED_CREDENTIALS_FILE", BotoSession.CREDENTIALS),
        environment);
  }

  /** What reading the two files of an environment gives. */
  public static Session.Files files(Map<String, String> environment, Outside outside) {
    return new Session.Files(
        read(outside, configPath(environment)), read(outside, credentialsPath(environment)));
  }

  private static Optional<ConfigReading> read(Outside outside, String path) {
    return outside.file(path) instanceof Content.Bytes(byte[] bytes)
        ? Optional.of(ConfigReader.read(path, bytes))
        : Optional.empty();
  }

  /** Files alone. */
  private record Quiet(Outside outside) implements Outside {
    @Override
    public Content file(String path) {
      return outside.file(path);
    }

    @Override
    public Answer ask(Ask ask) {
      return new Answer.None();
    }
  }

  private Resolution resolution() {
    try {
      open();
    } catch (Raise refusal) {
      return refused(refusal);
    }
    try {
      session.scoped();
    } catch (Raise e) {
      // boto3.Session.available_profiles; what it raises comes again below
    }
    RegionOutcome region = region();
    Outcome outcome = outcome();
    Frozen frozen = frozen(outcome);
    return new Resolution(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        session.profile(),
        region,
        outcome,
        frozen,
        expiry(),
        told().map(Loaded.Told::putOff),
        List.copyOf(steps));
  }

  private void open() throws Raise {
    Keys keys = session.arguments().keys();
    boolean keyless = keys.accessKey() == null || keys.secretKey() == null;
    if (session.arguments().anyKey() && keys.account() != null && keyless) {
      throw Raise.botocore("NoCredentialsError", "Unable to locate credentials");
    }
    session.variable("data_path", "AWS_DATA_PATH");
  }

  private Resolution refused(Raise refusal) {
    return new Resolution(
        Optional.of(refusal.raised()),
        refusal.fault().map(ConfigFault::error),
        refusal.notes(),
        session.profile(),
        new RegionOutcome.Known(Optional.empty()),
        new Outcome.Nothing(),
        new Frozen.Nothing(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private RegionOutcome region() {
    try {
      return new RegionOutcome.Known(session.region());
    } catch (Raise e) {
      return new RegionOutcome.Raises(e.raised());
    }
  }

  private Outcome outcome() {
    if (session.arguments().anyKey()) {
      loaded = new Loaded.Fixed(session.arguments().keys());
      steps.add(new Step(Method.EXPLICIT, Verdict.WINS, List.of(Note.of("keys given in code"))));
      return new Outcome.Won(Method.EXPLICIT, "Credentials");
    }
    try {
      return ask(new Chain(session, now));
    } catch (Raise e) {
      steps.add(new Step(Method.EXPLICIT, Verdict.HAS_NONE, e.notes()));
      return new Outcome.Raises(e.raised());
    }
  }

  private Outcome ask(Chain chain) {
    Outcome outcome = new Outcome.Nothing();
    if (session.arguments().profile().isPresent()) {
      steps.add(
          new Step(
              Method.ENV,
              Verdict.REMOVED,
              List.of(Note.of("a profile is given, so variables with keys do not count"))));
    }
    for (Provider provider : chain.all()) {
      if (outcome instanceof Outcome.Nothing) {
        outcome = ask(provider);
      } else {
        break;
      }
    }
    hidden();
    return outcome;
  }

  private Outcome ask(Provider provider) {
    Method method = provider.method();
    try {
      return switch (provider.load()) {
        case Passes(List<Note> notes) -> {
          steps.add(new Step(method, Verdict.HAS_NONE, notes));
          yield new Outcome.Nothing();
        }
        case Has(Loaded found, List<Note> notes) -> {
          loaded = found;
          steps.add(new Step(method, Verdict.WINS, notes));
          yield new Outcome.Won(method, found.type());
        }
      };
    } catch (Raise e) {
      steps.add(new Step(method, Verdict.RAISES, e.notes()));
      return new Outcome.Raises(e.raised());
    } catch (Unanswered e) {
      steps.add(new Step(method, Verdict.OPEN, List.of(Note.of(e.ask().words()))));
      return new Outcome.Open(method, e.ask());
    }
  }

  /** The providers after the one that decided. */
  private void hidden() {
    try {
      List<Provider> all = new Chain(quiet, now).all();
      int asked = steps.size() - (session.arguments().profile().isPresent() ? 1 : 0);
      for (Provider provider : all.subList(Math.min(asked, all.size()), all.size())) {
        steps.add(hidden(provider));
      }
    } catch (Raise e) {
      // the chain was set up before, so it is not raised here
    }
  }

  private static Step hidden(Provider provider) {
    Method method = provider.method();
    try {
      Load load = provider.load();
      return switch (load) {
        case Passes(List<Note> notes) -> new Step(method, Verdict.NOT_ASKED, notes);
        case Has(Loaded _, List<Note> notes) -> new Step(method, Verdict.HIDDEN, notes);
      };
    } catch (Raise e) {
      return new Step(method, Verdict.NOT_ASKED_RAISES, e.notes());
    } catch (Unanswered e) {
      return new Step(
          method, Verdict.NOT_ASKED_OPEN, List.of(Note.of("it would " + e.ask().words())));
    }
  }

  private Frozen frozen(Outcome outcome) {
    Loaded found = loaded;
    if (found == null) {
      return outcome instanceof Outcome.Open(Method _, Ask ask)
          ? new Frozen.Open(ask)
          : new Frozen.Nothing();
    }
    try {
      Loaded.Fresh keys = found.freeze(now);
      end = keys.end(now);
      return new Frozen.Signs(keys.keys());
    } catch (Raise e) {
      return new Frozen.Raises(e.raised());
    } catch (Unanswered e) {
      return new Frozen.Open(e.ask());
    }
  }

  /** As it is told where botocore takes another end; of those that are promised once they came. */
  private Optional<String> expiry() {
    return told()
        .map(Loaded.Told::end)
        .or(() -> end)
        .or(() ->
            loaded instanceof Loaded.Expiring expiring
                ? Optional.of(PythonText.isoformat(expiring.expiry(), 'T'))
                : Optional.empty());
  }

  private Optional<Loaded.Told> told() {
    return loaded instanceof Loaded.Expiring expiring ? expiring.told() : Optional.empty();
  }
}
