package awsleuth.core.cause.credentials;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.credentials.Resolution;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Misread;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.ProfileSetting.File;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.TypedOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The named profile is in neither file. */
final class ProfileNotFound implements Cause {

  private static final int MOST_NAMES = 6;

  @Override
  public String id() {
    return "credentials/profile-not-found";
  }

  @Override
  public Stage stage() {
    return Stage.SESSION;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean ofBoto = facts.exception("ProfileNotFound");
    String name = ofBoto ? facts.captured("profile").orElse("") : NoneFound.profileOfChain(facts);
    if (!ofBoto && name.isEmpty()) {
      return Outcome.NOT_SEEN;
    }
    Source there = OtherProfiles.all(facts.boto()).get(name);
    if (there != null) {
      return Outcome.ruledOut("boto3 finds the profile `" + Literal.line(name) + "` here", there);
    }
    if (isUnchosen(facts, name)) {
      return Outcome.ruledOut(
          "no variable chooses this profile here, and the program gives none",
          facts.boto().environmentSource().stream().toArray(Source[]::new));
    }
    return Outcome.confirmed(finding(facts, name));
  }

  /** Whether nothing chooses the profile, as the environment and the traceback tell. */
  private static boolean isUnchosen(Facts facts, String name) {
    return facts.boto().hasEnvironment()
        && !facts.frames().isEmpty()
        && !facts.ownSession()
        && facts.boto().argument().isEmpty()
        && variable(facts, name).isEmpty();
  }

  private static Finding finding(Facts facts, String name) {
    List<Misread> misread = Misread.solving(facts, b -> OtherProfiles.all(b).containsKey(name));
    List<Citation> because = new ArrayList<>();
    because.add(facts.cite(name.isEmpty() ? "its name is empty" : "the profile is `" + name + "`"));
    because.addAll(chosen(facts, name));
    misread.forEach(m -> because.add(m.citation()));
    if (misread.isEmpty()) {
      because.addAll(others(facts.boto()));
    }
    return new Finding(
        name.isEmpty()
            ? "there is no profile without a name"
            : "there is no profile `" + name + "`",
        Finding.Specificity.MESSAGE,
        because,
        fixes(facts, name, misread),
        check(facts, name, misread));
  }

  /** By the profile that is meant, where the program is to name that one. */
  private static Verification check(Facts facts, String name, List<Misread> misread) {
    List<String> near = facts.catalog().nearest(name, OtherProfiles.all(facts.boto()).keySet(), 1);
    String expect = "it names the provider and the profile";
    return near.isEmpty() || !misread.isEmpty() || variable(facts, name).isPresent()
        ? Identity.here(facts, expect)
        : new Verification.Probe(
            "awsleuth credentials --profile " + Literal.shell(near.getFirst()), expect);
  }

  /** The variable that chooses the profile; empty where it is not one of those given. */
  private static Optional<String> variable(Facts facts, String name) {
    return facts
        .boto()
        .resolution()
        .profile()
        .filter(f -> f.value().equals(name))
        .map(Found::origin)
        .flatMap(o -> o instanceof Origin.Variable(String v) ? Optional.of(v) : Optional.empty());
  }

  private static List<Citation> chosen(Facts facts, String name) {
    BotoSetup boto = facts.boto();
    Optional<String> variable = variable(facts, name);
    if (variable.isPresent()) {
      return boto.source(new Origin.Variable(variable.get())).stream()
          .map(s -> Facts.cite(variable.get() + " chooses it", s))
          .toList();
    }
    Optional<Citation> typed = TypedOption.of(facts, "--profile", name);
    if (typed.isPresent()) {
      return List.of(typed.get());
    }
    return boto.environmentSource().stream()
        .map(s -> Facts.cite("no variable chooses it: it is given in code or as an option", s))
        .toList();
  }

  private static List<Citation> others(BotoSetup boto) {
    List<Source> rivals = boto.files().rivals();
    if (!rivals.isEmpty()) {
      return rivals.stream()
          .limit(2)
          .map(s -> Facts.cite("one of several files that differ; boto3 reads one of them", s))
          .toList();
    }
    Map<String, Source> all = OtherProfiles.all(boto);
    String names =
        all.isEmpty()
            ? boto.files().areBoth() ? "there is no profile at all" : "there is no profile in it"
            : "the profiles are "
                + all.keySet().stream()
                    .limit(MOST_NAMES)
                    .map(n -> "`" + Literal.line(n) + "`")
                    .collect(Collectors.joining(", "))
                + (all.size() > MOST_NAMES ? " and " + (all.size() - MOST_NAMES) + " more" : "");
    return Stream.of(File.CONFIG, File.CREDENTIALS)
        .map(boto.files()::source)
        .flatMap(Optional::stream)
        .limit(1)
        .map(s -> Facts.cite(names, s))
        .toList();
  }

  private static Fix named(Facts facts, String nearest) {
    String title = Literal.line("give the name `" + nearest + "`");
    return facts.exception("ProfileNotFound")
        ? Fix.codeEdit(title, "boto3.Session(profile_name=" + Literal.python(nearest) + ")")
        : Fix.setting(title + " where the profile is chosen", "profile = " + Literal.json(nearest));
  }

  private static List<Fix> fixes(Facts facts, String name, List<Misread> misread) {
    BotoSetup boto = facts.boto();
    List<Fix> fixes = new ArrayList<>();
    misread.forEach(m -> fixes.add(m.fix()));
    Optional<String> variable = variable(facts, name);
    List<String> near = facts.catalog().nearest(name, OtherProfiles.all(boto).keySet(), 1);
    boolean typed = TypedOption.of(facts, "--profile", name).isPresent();
    if (typed) {
      fixes.add(
          Fix.command(
              "change the option of the command: it goes before every setting",
              "--profile " + Literal.shell(near.isEmpty() ? "" : near.getFirst(), "<profile>")));
    } else if (!near.isEmpty()) {
      String nearest = near.getFirst();
      fixes.add(
          variable.isPresent()
              ? Fix.command(
                  Literal.line("choose `" + nearest + "`")
                      + Winner.then(boto, boto.with(variable.get(), nearest)),
                  "export " + variable.get() + "=" + Literal.shell(nearest))
              : named(facts, nearest));
    }
    if (variable.isPresent()) {
      Resolution without = boto.without(List.of(variable.get()));
      fixes.add(
          Fix.command(
              "unset the variable that names it" + Winner.then(boto, without),
              "unset " + variable.get()));
    }
    if (boto.files().readable().isEmpty() || (fixes.isEmpty() && name.isEmpty())) {
      fixes.add(Fix.command("see which profiles there are", "aws configure list-profiles"));
    }
    if (misread.isEmpty() && near.isEmpty() && !name.isEmpty()) {
      fixes.add(
          Fix.setting(
              "in ~/.aws/config the section has the word profile before the name",
              "[profile " + Literal.setting(name) + "]\nregion = <region>"));
    }
    boolean inCode = !typed && boto.argument().filter(name::equals).isPresent();
    if (inCode && near.isEmpty()) {
      fixes.addFirst(
          Fix.codeEdit(
              "change the name in the program: an argument goes before every variable",
              "boto3.Session(profile_name=\"<profile>\")"));
    }
    if (!boto.hasEnvironment() && !typed && !inCode) {
      fixes.add(
          Fix.command(
              "or unset the variable that names it", "unset AWS_PROFILE AWS_DEFAULT_PROFILE"));
    }
    return fixes;
  }
}
