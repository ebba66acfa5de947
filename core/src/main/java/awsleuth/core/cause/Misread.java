package awsleuth.core.cause;

import awsleuth.boto.credentials.Correction;
import awsleuth.boto.credentials.Remark;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A line of a file that boto3 does not read as it is meant.
 *
 * @param citation what is wrong with it, and where
 * @param fix what puts it right
 */
public record Misread(Citation citation, Fix fix) {

  /** The lines of which each alone, put right, makes boto3 do what is wanted. */
  public static List<Misread> solving(Facts facts, Predicate<BotoSetup> wanted) {
    List<Misread> found = new ArrayList<>();
    for (Remark r : facts.boto().files().remarks()) {
      if (facts.boto().corrected(r).filter(wanted).isPresent()) {
        found.add(of(facts.boto(), r));
      }
    }
    return found;
  }

  /** The lines with settings of which one that is used is spoilt. */
  public static List<Misread> at(Facts facts, Source line) {
    List<Misread> found = new ArrayList<>();
    for (Remark r : facts.boto().files().remarks()) {
      boolean there = r.place().map(facts.boto()::source).filter(line::equals).isPresent();
      if (there && r.correction().isPresent()) {
        found.add(of(facts.boto(), r));
      }
    }
    return found;
  }

  private static Misread of(BotoSetup boto, Remark remark) {
    Source line = boto.source(remark.place().orElseThrow());
    Correction correction =
        switch (remark.correction().orElseThrow()) {
          case Correction.Rename(String from, String to) ->
              new Correction.Rename(boto.files().written(remark.place().get(), from), to);
          case Correction.Header _,
              Correction.Unquote _,
              Correction.Uncomment _,
              Correction.Dedent _ ->
              remark.correction().get();
        };
    return new Misread(
        new Citation(Literal.line(words(remark, correction)), line), fix(correction, line));
  }

  private static String words(Remark remark, Correction correction) {
    return correction instanceof Correction.Rename(String from, String to)
        ? "boto3 knows no setting `" + from + "`, but " + to
        : remark.words();
  }

  private static Fix fix(Correction correction, Source line) {
    String at = FileEdits.at(line);
    return switch (correction) {
      case Correction.Rename(String from, String to) -> FileEdits.rename(line, from, to);
      case Correction.Header(String header) ->
          FileEdits.replace("write [" + header + "] in " + at, line, "[" + header + "]");
      case Correction.Unquote _ -> FileEdits.unquote("take the quotes out of " + at, line);
      case Correction.Uncomment _ ->
          FileEdits.uncomment("take the comment behind the value out of " + at, line);
      case Correction.Dedent _ ->
          Fix.setting("begin the line below " + at + " without spaces", "# " + Literal.line(at));
    };
  }
}
