package awsleuth.lint;

import java.util.List;
import java.util.Optional;

/**
 * What there is to say of a file.
 *
 * @param findings in the order of their places
 * @param suppressed how many more there are that comments suppress
 * @param fault why the file could not be read; empty where it could
 */
public record Linted(List<Finding> findings, int suppressed, Optional<Fault> fault) {

  /**
   * Why a file could not be read.
   *
   * @param line from 1
   * @param column from 1
   */
  public record Fault(int line, int column, String why) {}
}
