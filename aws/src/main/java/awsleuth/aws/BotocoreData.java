package awsleuth.aws;

import java.io.IOException;
import java.util.Optional;

/** The data files of an installed botocore; whoever has the files gives them by this. */
public interface BotocoreData {

  /** Such as {@code 1.43.11}. */
  String version();

  /** What to call the place, for people. */
  String label();

  /** The boto3 client names, sorted: the folders of the data directory that hold services. */
  java.util.List<String> services() throws IOException;

  /**
   * The newest model of a service ({@code service-2.json}, unpacked); empty where there is none.
   */
  Optional<byte[]> model(String service) throws IOException;

  /** A file at the root of the data directory, such as {@code partitions.json}. */
  Optional<byte[]> file(String name) throws IOException;
}
