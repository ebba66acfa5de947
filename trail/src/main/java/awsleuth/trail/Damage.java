package awsleuth.trail;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Something of an archive that could not be read.
 *
 * @param file the file's name
 * @param what what is wrong and what was read all the same, one line
 */
public record Damage(String file, String what) implements Serializable {

  /** By file, then by what is wrong. */
  public static final Comparator<Damage> ORDER =
      Comparator.comparing(Damage::file).thenComparing(Damage::what);
}
