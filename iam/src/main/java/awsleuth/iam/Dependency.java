package awsleuth.iam;

import java.util.List;
import java.util.Map;

/**
 * What an open decision comes to under some values of the keys that are not known.
 *
 * @param keys the keys it depends on, in the order in which the policies name them
 * @param outcomes the values tried, each with what the request then comes to
 */
public record Dependency(List<String> keys, List<Outcome> outcomes) {

  /**
   * One trial.
   *
   * @param values for each key what was assumed, in words: {@code absent}, a value in backticks, or
   *     {@code any other value}
   * @param result what the request comes to
   */
  public record Outcome(Map<String, String> values, Result result) {}
}
