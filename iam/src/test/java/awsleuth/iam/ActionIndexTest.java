package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.match.ElementTest;
import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ActionIndexTest {

  private static final List<String> PATTERNS =
      List.of("*", "s3:*", "s3:Get*", "S3:getobject", "s3:*Object", "s?:PutObject", "s3:Get?bject");

  @Test
  void findsTheStatementsThatLookingAtEachOneFinds() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      List<Elements> statements = new ArrayList<>();
      ActionIndex index = new ActionIndex();
      for (int n = 0; n < random.nextInt(12); n++) {
        Elements actions = elements(random);
        statements.add(actions);
        index.add(n, actions);
      }
      for (String action : List.of("s3:GetObject", "s3:putobject", "sS:PutObject", "ec2:Run", "")) {
        assertThat(index.about(action).stream().boxed().toList())
            .as("%s among %s", action, statements)
            .isEqualTo(one(statements, action));
      }
    }
  }

  private static Elements elements(Random random) {
    List<Located> patterns = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      String pattern = PATTERNS.get(random.nextInt(PATTERNS.size()));
      patterns.add(new Located(pattern, Position.START));
    }
    return new Elements(random.nextInt(4) == 0, patterns, Position.START, true);
  }

  private static List<Integer> one(List<Elements> statements, String action) {
    List<Integer> about = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      if (ElementTest.actions(statements.get(i))
          .covers(action.toLowerCase(java.util.Locale.ROOT))) {
        about.add(i);
      }
    }
    return about;
  }
}
