package awsleuth.app.command;

import java.util.List;

/** What there is: the commands, and the help that names them all. */
public final class Overview {

  /** The names of the commands, in the order of the help. */
  public static final List<String> COMMANDS =
      List.of(
          "diagnose",
          "simulate",
          "policy",
          "params",
          "endpoint",
          "retries",
          "credentials",
          "doctor",
          "run",
          "verify",
          "report",
          "test",
          "lint",
          "trail",
          "explain",
          "causes",
          "completion");

  /** The help of all. */
  public static final String TEXT =
      """
      awsleuth says why a boto3 or AWS call failed, how to fix it and how to check.

      usage: awsleuth [diagnose] [FILE…]   what failed and why; a pipe works too
             awsleuth run -- CMD…          run a program, explain its failed calls
             awsleuth simulate OPTION…     what policies decide, and why
             awsleuth policy check FILE…   what is wrong with a policy
             awsleuth policy diff OLD NEW  which requests a change lets in or out
             awsleuth params SERVICE OPERATION [FILE]
                                           what botocore says of a call's parameters
             awsleuth endpoint SERVICE     where boto3 sends a call, and why
             awsleuth retries OPTION…      what boto3 repeats, and how often
             awsleuth credentials          which credentials and Region boto3 uses
             awsleuth doctor               the way of a call from here, step by step
             awsleuth verify DIAGNOSIS.json
                                           after the fix: are the causes ruled out?
             awsleuth report DIAGNOSIS.json|FOLDER
                                           the record of an incident, to keep
             awsleuth test DIAGNOSIS.json  the failure as a pytest file
             awsleuth lint PATH…           habits in Python that cause incidents
             awsleuth trail failures PATH… what failed, in an archive of events
             awsleuth trail incident PATH… which change is why more calls fail
             awsleuth explain CAUSE        the page of a cause, or of a habit
             awsleuth causes [BUCKET]      all causes
             awsleuth completion SHELL     completion for bash, zsh or fish
             awsleuth COMMAND --help       the options of a command, with examples

      examples:
        python app.py 2>&1 | awsleuth
        awsleuth run -- python app.py
        awsleuth incident/                 a folder: logs, policies, events, config
        awsleuth explain credentials/expired-token

      exit codes: 0 no failed call found, 1 a diagnosis was given, 2 wrong usage or an
      input that cannot be read, 3 awsleuth itself failed
      """;

  private Overview() {}
}
