package awsleuth.collect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which options keep the observer out. */
class PythonOptionsTest {

  private static String obstacle(String command) {
    return PythonOptions.obstacle(List.of(command.split(" ")));
  }

  @Test
  void thoseThatLeaveOutSiteOrThePathKeepItOut() {
    assertThat(obstacle("python -S app.py"))
        .isEqualTo("`python -S` starts without the module site");
    assertThat(obstacle("/usr/bin/python3.11 -I app.py"))
        .isEqualTo("`python3.11 -I` starts without PYTHONPATH");
    assertThat(obstacle("python -uE app.py")).contains("-E");
    assertThat(obstacle("python -W ignore -X dev -BS app.py")).contains("-S");
  }

  @Test
  void optionsOfTheProgramAndOtherProgramsDoNot() {
    assertThat(obstacle("python app.py -S")).isEmpty();
    assertThat(obstacle("python -m http.server -I")).isEmpty();
    assertThat(obstacle("python -c S -S")).isEmpty();
    assertThat(obstacle("python -WIgnore app.py")).isEmpty();
    assertThat(obstacle("python -uB app.py")).isEmpty();
    assertThat(obstacle("python")).isEmpty();
    assertThat(obstacle("gcc -S x.c")).isEmpty();
  }
}
