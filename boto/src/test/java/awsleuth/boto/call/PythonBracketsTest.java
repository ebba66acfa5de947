package awsleuth.boto.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Brackets in lines of Python that may be cut off. */
class PythonBracketsTest {

  private static final String CODE = "x = f('a)\\'(', [1, {'k': 2}], g(3, 4),) + (5";

  @Test
  void aBracketIsClosedBehindStringsAndInnerBrackets() {
    int open = PythonBrackets.opening(CODE, 0);
    assertThat(CODE.charAt(open - 1)).isEqualTo('f');
    int close = PythonBrackets.closing(CODE, open, CODE.length());
    assertThat(CODE.substring(close)).isEqualTo(") + (5");
    assertThat(PythonBrackets.elements(CODE, open + 1, close))
        .containsExactly("'a)\\'('", "[1, {'k': 2}]", "g(3, 4)");
  }

  @Test
  void aBracketThatIsNotClosedBeforeTheLimitHasNoEnd() {
    assertThat(PythonBrackets.closing(CODE, CODE.lastIndexOf('('), CODE.length())).isNegative();
    assertThat(PythonBrackets.closing("(1, 2)", 0, 5)).isNegative();
    assertThat(PythonBrackets.opening("'(' \"[\" 'not closed (", 0)).isNegative();
    assertThat(PythonBrackets.elements("'a, b", 0, 5)).containsExactly("'a, b");
  }
}
