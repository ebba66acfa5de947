package awsleuth.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may know whom, and who may touch the world outside. */
class ArchitectureTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("awsleuth");

  /** Methods that ask the machine; {@code now} is one of many classes. */
  private static final Set<String> OUTSIDE =
      Set.of(
          "System.getenv",
          "System.getProperty",
          "System.currentTimeMillis",
          "System.nanoTime",
          "UUID.randomUUID",
          "Math.random",
          "ZoneId.systemDefault",
          "TimeZone.getDefault",
          "Locale.getDefault",
          "Charset.defaultCharset",
          "Instant.now",
          "LocalDate.now",
          "LocalDateTime.now",
          "ZonedDateTime.now",
          "OffsetDateTime.now",
          "Year.now");

  /** Methods that go by the machine's language where they are called without a Locale. */
  private static final Set<String> OF_LOCALE =
      Set.of("String.toLowerCase()", "String.toUpperCase()", "String.format(String, Object[])");

  @Test
  void arrowsPointOneWay() {
    noClasses()
        .that()
        .resideInAPackage("awsleuth.aws..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "awsleuth.iam..",
            "awsleuth.boto..",
            "awsleuth.core..",
            "awsleuth.collect..",
            "awsleuth.app..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("awsleuth.iam..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "awsleuth.boto..",
            "awsleuth.core..",
            "awsleuth.collect..",
            "awsleuth.app..",
            "picocli..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("awsleuth.boto..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "awsleuth.iam..",
            "awsleuth.core..",
            "awsleuth.collect..",
            "awsleuth.app..",
            "picocli..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("awsleuth.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("awsleuth.collect..", "awsleuth.app..", "picocli..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("awsleuth.collect..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("awsleuth.app..", "picocli..")
        .check(ALL);
    noClasses()
        .that()
        .resideOutsideOfPackage("awsleuth.collect..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk..")
        .check(ALL);
  }

  @Test
  void trailKnowsCoreAndIsKnownByAppAlone() {
    noClasses()
        .that()
        .resideInAPackage("awsleuth.trail..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("awsleuth.collect..", "awsleuth.lint..", "awsleuth.app..", "picocli..")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(ALL);
    noClasses()
        .that()
        .resideOutsideOfPackages("awsleuth.trail..", "awsleuth.app.trail..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("awsleuth.trail..")
        .check(ALL);
  }

  @Test
  void lintKnowsBotoAndAwsAndIsKnownByAppAlone() {
    noClasses()
        .that()
        .resideInAPackage("awsleuth.lint..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "awsleuth.iam..",
            "awsleuth.core..",
            "awsleuth.collect..",
            "awsleuth.app..",
            "picocli..",
            "org.treesitter..")
        .check(ALL);
    noClasses()
        .that()
        .resideOutsideOfPackages("awsleuth.lint..", "awsleuth.app.lint..", "awsleuth.app.page..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("awsleuth.lint..")
        .check(ALL);
    noClasses()
        .that()
        .resideOutsideOfPackage("awsleuth.lint.python..")
        .and()
        .doNotHaveFullyQualifiedName("awsleuth.trail.read.Libdeflate")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.foreign..")
        .check(ALL);
    classes().that().implement("awsleuth.lint.habit.Habit").should().bePackagePrivate().check(ALL);
  }

  @Test
  void awsIamBotoAndCoreTouchNothingOutside() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "awsleuth.aws..",
            "awsleuth.iam..",
            "awsleuth.boto..",
            "awsleuth.core..",
            "awsleuth.lint..")
        .and()
        // It unpacks the parser's native library, which is a resource of its own.
        .doNotHaveFullyQualifiedName("awsleuth.lint.python.NativeLibrary")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "java.nio.file..", "java.util.random..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.File")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            ProcessBuilder.class, Runtime.class, SecureRandom.class, ThreadLocalRandom.class)
        .orShould()
        .callMethodWhere(
            new DescribedPredicate<>("clock, randomness, environment or defaults of the machine") {
              @Override
              public boolean test(JavaMethodCall call) {
                return OUTSIDE.contains(named(call)) || OF_LOCALE.contains(signed(call));
              }
            })
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(ALL);
  }

  /** Each way to send a request, and who goes it: what they send is listed in ReadOnlyTest. */
  @Test
  void requestsAreSentThroughFewGates() {
    onlyCallers("awsleuth.collect.call.Carrier", "carry", "awsleuth.collect.call.AwsCalls");
    onlyCallers(
        "awsleuth.collect.wire.Route",
        "send",
        "awsleuth.collect.call.Carrier",
        "awsleuth.collect.credentials.HttpExchange",
        "awsleuth.collect.probe.ContainerProbe",
        "awsleuth.collect.probe.MetadataProbe");
    String route = "awsleuth.collect.wire.Route";
    String way = "awsleuth.collect.doctor.Way";
    onlyCallers("awsleuth.collect.wire.Wire", "exchange", route, way);
    onlyCallers("awsleuth.collect.wire.Wire", "tunnel", route);
    onlyCallers("awsleuth.collect.wire.Wire", "secure", route, "awsleuth.collect.probe.TlsProbe");
    onlyCallers(route, "tunnel", "awsleuth.collect.probe.ProxyProbe");
    onlyCallers("awsleuth.collect.wire.Dial", "to", route);
    onlyCallers("awsleuth.collect.wire.Dial", "toAll", "awsleuth.collect.probe.ConnectProbe");
    onlyCallers(
        "awsleuth.collect.credentials.HttpExchange",
        "of",
        "awsleuth.collect.credentials.LiveOutside",
        "awsleuth.collect.credentials.LiveServices");
    noClasses()
        .that()
        .resideInAnyPackage("awsleuth.app..", "awsleuth.collect..")
        .and()
        .resideOutsideOfPackage("awsleuth.collect.wire..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "javax.net..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.net\\.(Socket|DatagramSocket|URL|URLConnection)"
                + "|java\\.nio\\.channels\\..*(Socket|Datagram).*Channel")
        .check(ALL);
  }

  private static void onlyCallers(String owner, String method, String... callers) {
    Set<String> allowed = new java.util.HashSet<>(Set.of(callers));
    allowed.add(owner);
    noClasses()
        .that(
            new DescribedPredicate<JavaClass>("others than " + allowed) {
              @Override
              public boolean test(JavaClass c) {
                return !allowed.contains(c.getName().replaceFirst("\\$.*", ""));
              }
            })
        .should()
        .callMethodWhere(
            new DescribedPredicate<JavaMethodCall>(owner + "." + method) {
              @Override
              public boolean test(JavaMethodCall call) {
                return call.getTargetOwner().getName().equals(owner)
                    && call.getName().equals(method);
              }
            })
        .check(ALL);
  }

  @Test
  void causesAreTheirBucketsOwn() {
    classes()
        .that()
        .implement(awsleuth.core.cause.Cause.class)
        .should()
        .bePackagePrivate()
        .andShould()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(ALL);
  }

  @Test
  void factsDoNotKnowCauses() {
    noClasses()
        .that()
        .resideInAPackage("awsleuth.core.fact..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("awsleuth.core.cause..", "awsleuth.core.page..", "awsleuth.core.read..")
        .check(ALL);
  }

  @Test
  void readersDoNotKnowCauses() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "awsleuth.core.read..", "awsleuth.core.evidence..", "awsleuth.core.scan..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("awsleuth.core.cause..", "awsleuth.core.fact..")
        .check(ALL);
  }

  @Test
  void whatTheReadersStandOnDoesNotKnowThem() {
    noClasses()
        .that()
        .resideInAPackage("awsleuth.core.read.*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("awsleuth.core.read")
        .check(ALL);
  }

  private static String named(JavaMethodCall call) {
    return call.getTargetOwner().getSimpleName() + "." + call.getName();
  }

  private static String signed(JavaMethodCall call) {
    return call.getTarget().getRawParameterTypes().stream()
        .map(JavaClass::getSimpleName)
        .collect(Collectors.joining(", ", named(call) + "(", ")"));
  }
}
