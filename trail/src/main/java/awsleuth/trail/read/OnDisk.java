package awsleuth.trail.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of this machine's file system.
 *
 * @param place where it is
 */
record OnDisk(Path place) implements Entry {

  /** Each of some. */
  static List<Entry> all(List<Path> places) {
    return places.stream().<Entry>map(OnDisk::new).toList();
  }

  @Override
  public String name() {
    return place.toString();
  }

  @Override
  public List<String> path() {
    List<String> names = new ArrayList<>();
    place.toAbsolutePath().normalize().forEach(part -> names.add(part.toString()));
    return names;
  }

  @Override
  public Look look() throws IOException {
    BasicFileAttributes found = Files.readAttributes(place, BasicFileAttributes.class);
    Kind kind = found.isDirectory() ? Kind.FOLDER : found.isRegularFile() ? Kind.FILE : Kind.OTHER;
    return new Look(kind, found.size(), found.fileKey());
  }

  @Override
  public List<Entry> inside() throws IOException {
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(place)) {
      stream.forEach(inside::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    inside.sort(null);
    return all(inside);
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(place);
  }
}
