package awsleuth.core.cause.client;

import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/**
 * An exception of Python's own that came up inside botocore, s3transfer or moto, where only their
 * own values are at work: a defect, also of what they stand on or of what replaced a part of them.
 */
final class LibraryFault {

  /** Where botocore works with what the program gave, which may be at fault. */
  private static final List<String> OF_INPUT =
      List.of("serialize.py", "validate.py", "handlers.py", "hooks.py", "httpchecksum.py");

  private static final List<String> LIBRARIES = List.of("moto", "botocore", "s3transfer");

  private LibraryFault() {}

  static boolean is(Facts facts) {
    boolean ofPython =
        facts.exception("UnboundLocalError")
            || (facts.exception("TypeError", "AttributeError") && facts.seen(ClientClue.NONE));
    return ofPython
        && facts.call().code().isEmpty()
        && !facts.frames().isEmpty()
        && library(facts.frames().getLast()).isPresent();
  }

  /** The library that a frame is of, of those that work with values of their own there. */
  private static Optional<String> library(Frame frame) {
    String file = frame.file().replace('\\', '/');
    return OF_INPUT.stream().anyMatch(file::endsWith)
        ? Optional.empty()
        : LIBRARIES.stream().filter(name -> file.contains("/" + name + "/")).findFirst();
  }

  static Outcome examine(Facts facts) {
    Frame last = facts.frames().getLast();
    String library = library(last).orElse("botocore");
    String file = last.file().substring(last.file().replace('\\', '/').lastIndexOf('/') + 1);
    return Outcome.possible(
        new Finding(
            library + " itself failed: a defect of it, or of what took a part's place",
            Finding.Specificity.KIND,
            List.of(
                facts.citeError(),
                Facts.cite("the innermost frame is in " + file + " of " + library, last.source())),
            List.of(
                Fix.command(
                    "update it and what it stands on",
                    "pip install --upgrade boto3 botocore "
                        + (library.equals("botocore") ? "urllib3" : library)),
                Fix.command(
                    "see what is installed, and whether its parts fit",
                    Modules.VERSIONS + "; pip check")),
            new Verification.Probe(Modules.VERSIONS, "it prints versions that belong together")),
        "whether a stub, a mock, an event handler or a patch replaced a part of botocore",
        "the program without them: Stubber, moto, meta.events.register, aiobotocore, a tracer");
  }
}
