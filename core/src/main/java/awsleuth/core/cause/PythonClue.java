package awsleuth.core.cause;

import awsleuth.core.fact.Clue;
import java.util.List;

/** Words by which a text shows that Python's SDK had a part in it. */
enum PythonClue implements Clue {
  SDK("botocore", "an error occurred (");

  private final List<String> phrases;

  PythonClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }

  @Override
  public Scope scope() {
    return Scope.ANYWHERE;
  }
}
