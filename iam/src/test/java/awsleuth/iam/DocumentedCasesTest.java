package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.batch.BatchLine;
import awsleuth.iam.reference.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every documented rule, with its page, decided by the engine and by the reference. */
class DocumentedCasesTest {

  static List<DocumentedCase> cases() {
    return DocumentedCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void decidedAsDocumented(DocumentedCase one) {
    BatchLine line = one.read();
    assertThat(line.errors()).isEmpty();
    assertThat(Authorizer.of(line.policies()).decide(line.request().orElseThrow()))
        .as("%s%n%s", one.field("doc"), one.line())
        .isEqualTo(one.expected());
    if (!one.hasUnknownKeys()) {
      assertThat(Reference.decide(line.policies(), line.request().orElseThrow()))
          .as("the reference: %s%n%s", one.field("doc"), one.line())
          .isEqualTo(one.expected());
    }
  }

  @Test
  void everyCaseHasANameOfItsOwnAndAPage() {
    assertThat(cases()).extracting(DocumentedCase::toString).doesNotHaveDuplicates();
    assertThat(cases())
        .allSatisfy(one -> {
          assertThat(one.field("doc")).startsWith("https://docs.aws.amazon.com/");
          assertThat(one.field("rule")).isNotBlank();
          assertThat(one.field("name")).isNotBlank();
        });
  }
}
