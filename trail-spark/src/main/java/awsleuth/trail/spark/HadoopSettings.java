package awsleuth.trail.spark;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/** Hadoop's settings as they travel to the tasks: how storages are reached. */
final class HadoopSettings implements Serializable {

  private static final long serialVersionUID = 1;

  private transient Configuration value;

  HadoopSettings(Configuration value) {
    this.value = value;
  }

  Configuration value() {
    return value;
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    value.write(out);
  }

  private void readObject(ObjectInputStream in) throws IOException {
    value = new Configuration(false);
    value.readFields(in);
  }
}
