package awsleuth.collect.watch;

import java.util.ArrayList;
import java.util.List;

/** The standard input that a program had without awsleuth, where it is a closed one. */
final class StandardInput {

  /** What the launcher, which opens one for Java, tells of its own. */
  private static final String PROPERTY = "awsleuth.stdin";

  private static final String CLOSING = "exec \"$0\" \"$@\" <&-";

  private StandardInput() {}

  /** The command; where standard input is closed, a shell closes it and becomes the program. */
  static List<String> of(List<String> command) {
    return of(command, System.getProperty(PROPERTY, ""));
  }

  static List<String> of(List<String> command, String told) {
    if (!told.equals("closed")) {
      return command;
    }
    List<String> closing = new ArrayList<>(List.of("/bin/sh", "-c", CLOSING));
    closing.addAll(command);
    return closing;
  }
}
