package awsleuth.trail.read;

import awsleuth.trail.Damage;
import awsleuth.trail.Event;
import awsleuth.trail.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Reads files of some bytes, one after the other, in a folder. */
final class OneFile {

  /** A file of 500 events. */
  static final byte[] RECORDS = Events.records(0, 500).getBytes(StandardCharsets.UTF_8);

  /** The events of the file that was read last. */
  final List<Event> events = new ArrayList<>();

  private final Path folder;

  OneFile(Path folder) {
    this.folder = folder;
  }

  FileReader.Done read(String name, byte[] bytes) {
    return read(name, bytes, false);
  }

  FileReader.Done read(String name, byte[] bytes, boolean ahead) {
    try {
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return readAs(name, bytes.length, ahead);
  }

  /** Reads a file that was found with another size. */
  FileReader.Done readAs(String name, long size, boolean ahead) {
    events.clear();
    return new FileReader(new LongAdder(), Optional.empty())
        .read(
            new Found(new OnDisk(folder.resolve(name)), name, size),
            ahead,
            (event, record) -> events.add(event));
  }

  static byte[] both(byte[] a, byte[] b) {
    byte[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  static String damage(FileReader.Done done) {
    return String.join("; ", done.damages().stream().map(Damage::what).toList());
  }
}
