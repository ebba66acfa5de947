package awsleuth.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom, and who may touch the world outside. */
class ArchitectureTest {

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("awsleuth");

  @Test
  void arrowsPointOneWay() {
    noClasses()
        .that()
        .resideInAPackage("awsleuth.aws..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "awsleuth.iam..", "awsleuth.boto..", "awsleuth.core..", "awsleuth.app..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("awsleuth.iam..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("awsleuth.boto..", "awsleuth.core..", "awsleuth.app..", "picocli..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("awsleuth.boto..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("awsleuth.iam..", "awsleuth.core..", "awsleuth.app..", "picocli..")
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage("awsleuth.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("awsleuth.app..", "picocli..")
        .check(ALL);
  }

  @Test
  void awsIamBotoAndCoreTouchNothingOutside() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "awsleuth.aws..", "awsleuth.iam..", "awsleuth.boto..", "awsleuth.core..")
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
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
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
}
