package awsleuth.app.test;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What plays the service in a generated test. */
enum TestKind {
  /** botocore's Stubber answers, or botocore itself raises. */
  STUBBER("botocore's Stubber"),
  /** moto answers. */
  MOTO("moto"),
  /** A server of the file's own, on the loopback address, answers by a script. */
  SERVER("a scripted server"),
  /** {@code awsleuth simulate} decides the request by the policies. */
  POLICY("awsleuth simulate");

  /** The names, as options have them. */
  static final List<String> NAMES = Arrays.stream(values()).map(TestKind::label).toList();

  private final String words;

  TestKind(String words) {
    this.words = words;
  }

  /** The kind of that name; empty where there is none. */
  static Optional<TestKind> named(String name) {
    return Arrays.stream(values()).filter(k -> k.label().equals(name)).findFirst();
  }

  /** Its name. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is, in words. */
  String words() {
    return words;
  }
}
