package awsleuth.trail.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An entry of this machine's file system.
 *
 * @param place where it is
 * @param name how people name it
 */
record OnDisk(Path place, String name) implements Entry {

  OnDisk(Path place) {
    this(place, place.toString());
  }

  /** Each of some. */
  static List<Entry> all(List<Path> places) {
    return places.stream().<Entry>map(OnDisk::new).toList();
  }

  /** Likewise, some of which people name otherwise. */
  static List<Entry> all(List<Path> places, Map<String, String> names) {
    return places.stream()
        .<Entry>map(p -> new OnDisk(p, names.getOrDefault(p.toString(), p.toString())))
        .toList();
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
    return FolderList.of(place);
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(place);
  }
}
