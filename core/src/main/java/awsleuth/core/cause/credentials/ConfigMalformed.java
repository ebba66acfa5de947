package awsleuth.core.cause.credentials;

import awsleuth.boto.config.ConfigFault;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.ProfileSetting.File;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.ConfigFiles.Damage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ~/.aws/config or credentials cannot be parsed. */
final class ConfigMalformed implements Cause {

  @Override
  public String id() {
    return "credentials/config-malformed";
  }

  @Override
  public Stage stage() {
    return Stage.SESSION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception(
            "ConfigParseError",
            "ConfigNotFound",
            "MissingSectionHeaderError",
            "DuplicateSectionError",
            "DuplicateOptionError")
        || facts.raised("MissingSectionHeaderError"))) {
      return Outcome.NOT_SEEN;
    }
    Optional<Source> good = good(facts);
    if (good.isPresent()) {
      return Outcome.ruledOut("botocore can read this file", good.get());
    }
    List<Citation> because = new ArrayList<>(List.of(facts.citeError()));
    List<Fix> fixes = new ArrayList<>();
    BotoSetup boto = facts.boto();
    for (ConfigFault fault : boto.files().faults()) {
      Source line = boto.source(fault.place());
      because.add(Facts.cite(Literal.line(reason(boto, fault)), line));
      fixes.addAll(fixes(boto, fault, line));
    }
    for (Damage damage : boto.files().damaged()) {
      because.add(
          Facts.cite(
              damage.wide() ? "the file is UTF-16, not UTF-8" : "this line is not UTF-8",
              damage.line()));
      fixes.add(converted(damage));
    }
    if (fixes.isEmpty()) {
      fixes.addAll(general(facts));
    }
    return Outcome.confirmed(
        new Finding(
            "the file "
                + facts.captured("path").orElse("~/.aws/config or credentials")
                + " cannot be parsed",
            Finding.Specificity.CODE,
            because,
            fixes,
            Identity.here(facts, "the first line does not say ConfigParseError")));
  }

  /** The file that the message names, where it is given and botocore can read it. */
  private static Optional<Source> good(Facts facts) {
    BotoSetup boto = facts.boto();
    if (!facts.exception("ConfigParseError")
        || !boto.files().faults().isEmpty()
        || !boto.files().damaged().isEmpty()) {
      return Optional.empty();
    }
    String path = facts.captured("path").orElse("");
    return path.endsWith("credentials")
        ? boto.files().source(File.CREDENTIALS)
        : path.endsWith("config") ? boto.files().source(File.CONFIG) : Optional.empty();
  }

  private static String reason(BotoSetup boto, ConfigFault fault) {
    return boto.files().beginsWithMark(fault)
        ? "it begins with a byte order mark, so its first line is no section"
        : boto.files().closed(fault).isPresent()
            ? "this line lacks the bracket `]`, so it is no section"
            : fault.reason();
  }

  /** Which encoding it is, the bytes do not tell: that of Western Europe is the usual one. */
  private static Fix converted(Damage damage) {
    return damage.wide()
        ? rewritten("write it in UTF-8", damage.line(), "iconv -f UTF-16 -t UTF-8")
        : rewritten(
            "write it in UTF-8, if it is in WINDOWS-1252, that of Western Europe",
            damage.line(),
            "iconv -f WINDOWS-1252 -t UTF-8");
  }

  /** Writes a file anew with what a command makes of it; its name is never one of a redirection. */
  private static Fix rewritten(String title, Source line, String command) {
    String file = Literal.shell(line.artifact());
    String kept = Literal.shell(line.artifact() + ".bak");
    return Fix.command(
        title,
        "cp " + file + " " + kept + " && " + command + " " + kept + " | cp /dev/stdin " + file);
  }

  private static List<Fix> fixes(BotoSetup boto, ConfigFault fault, Source line) {
    if (boto.files().beginsWithMark(fault)) {
      return List.of(
          rewritten("take the byte order mark off the file's beginning", line, "tail -c +4"));
    }
    String at = FileEdits.at(line);
    Optional<String> closed = boto.files().closed(fault).filter(c -> c.indexOf('[', 1) < 0);
    if (closed.isPresent()) {
      return List.of(FileEdits.replace("close the bracket in " + at, line, closed.get()));
    }
    return switch (fault.error().exception()) {
      case "configparser.MissingSectionHeaderError" ->
          List.of(Fix.setting("put a header above " + at, "[default]"));
      default -> List.of(out(boto, fault, line));
    };
  }

  /** Makes the line a comment, or its section where the line alone does not help. */
  private static Fix out(BotoSetup boto, ConfigFault fault, Source line) {
    String at = FileEdits.at(line);
    if (boto.files().isReadableWithout(fault, line.line(), line.line())) {
      return FileEdits.comment("make " + at + " a comment, or correct it", line, line.line());
    }
    int end = boto.files().endOfSection(fault, line.line());
    return boto.files().isReadableWithout(fault, line.line(), end)
        ? FileEdits.comment("make the section at " + at + " a comment, or correct it", line, end)
        : Fix.setting(
            "correct " + at + ", and what else is wrong",
            "# <what is meant in " + line.line() + ">");
  }

  private static List<Fix> general(Facts facts) {
    return List.of(
        Fix.setting(
            "begin with a section; one setting a line; no comment behind a value",
            "[default]\nregion = <region>"),
        Fix.command(
            "see odd characters at its beginning",
            "head -c 64 "
                + facts.captured("path").map(Literal::shell).orElse("~/.aws/credentials")
                + " | od -c | head -n 3"));
  }
}
