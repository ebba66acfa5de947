package awsleuth.trail.spark;

import java.net.URI;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The disk as a storage of another scheme, {@code disk:}, so that Hadoop's ways are gone. */
public final class DiskFileSystem extends RawLocalFileSystem {

  @Override
  public URI getUri() {
    return URI.create("disk:///");
  }

  @Override
  public String getScheme() {
    return "disk";
  }
}
