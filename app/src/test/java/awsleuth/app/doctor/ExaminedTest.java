package awsleuth.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.diagnose.Diagnosed;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Diagnoser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The home directory in what an examination says. */
class ExaminedTest {

  @Test
  void theHomeDirectoryIsShownShortWhereAPathBegins() {
    AwsCatalog catalog = AwsCatalog.embedded();
    Examined examined =
        new Examined(
            List.of(),
            List.of(),
            "/home/u",
            new Diagnosed(
                new Diagnoser(catalog).diagnose(List.of(), List.of()),
                catalog.origin(),
                List.of()));
    assertThat(examined.shown("/home/u/.aws/config, profile a (/home/u/.aws/config:3)"))
        .isEqualTo("~/.aws/config, profile a (~/.aws/config:3)");
    assertThat(examined.shown("no /mnt/home/u/.aws/config"))
        .isEqualTo("no /mnt/home/u/.aws/config");
  }
}
