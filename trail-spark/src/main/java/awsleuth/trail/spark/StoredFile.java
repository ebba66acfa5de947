package awsleuth.trail.spark;

import awsleuth.trail.read.Found;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/**
 * A file of an archive as it is told to another machine.
 *
 * @param place where it is: an absolute path of the file system that all machines have, or a URI
 * @param name how people name it
 * @param size in bytes, as it was stored when it was found
 */
record StoredFile(String place, String name, long size) implements Serializable {

  /** The same by another name. */
  StoredFile named(String other) {
    return new StoredFile(place, other, size);
  }

  /** The file, to be read on this machine. */
  Found found(Configuration settings) {
    return new Found(Places.file(this, settings), name, size);
  }
}
