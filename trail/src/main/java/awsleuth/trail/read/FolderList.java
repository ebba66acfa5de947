package awsleuth.trail.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a folder has, in the order of names. There may be millions: of each no more is kept than its
 * name, and entries are made when they are asked for.
 */
final class FolderList extends AbstractList<Entry> {

  /** A name is in one of some arrays, each of so many bytes. */
  private static final int CHUNK = 1 << 16;

  /** More arrays have no places that are numbers. */
  private static final int MOST_CHUNKS = 1 << 15;

  /** File systems have names of 255 bytes at most; their length stands before them. */
  private static final int LONGEST = 255;

  private final Path folder;

  /** The names of plain letters. */
  private final List<byte[]> chunks = new ArrayList<>();

  private int used = CHUNK;

  /** Other names. */
  private final List<Path> others = new ArrayList<>();

  /** Where the names stand; below 0 for the others. */
  private int[] places = new int[64];

  private int size;

  private FolderList(Path folder) {
    this.folder = folder;
  }

  /**
   * Lists a folder.
   *
   * @throws IOException where that cannot be done
   */
  static FolderList of(Path folder) throws IOException {
    FolderList list = new FolderList(folder);
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(path -> list.add(path.getFileName()));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    list.sort();
    return list;
  }

  private void add(Path name) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size + size / 2);
    }
    String text = name.toString();
    boolean plain = text.length() <= LONGEST && text.chars().allMatch(c -> c > 0 && c < 0x80);
    if (!plain || chunks.size() == MOST_CHUNKS) {
      others.add(name);
      places[size++] = -others.size();
      return;
    }
    if (used + 1 + text.length() > CHUNK) {
      chunks.add(new byte[CHUNK]);
      used = 0;
    }
    byte[] chunk = chunks.getLast();
    places[size++] = (chunks.size() - 1) * CHUNK + used;
    chunk[used++] = (byte) text.length();
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, chunk, used, text.length());
    used += text.length();
  }

  /** In place: a heap, of which the last is taken again and again. */
  private void sort() {
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i, size);
    }
    for (int end = size - 1; end > 0; end--) {
      int last = places[0];
      places[0] = places[end];
      places[end] = last;
      sink(0, end);
    }
  }

  private void sink(int from, int end) {
    int place = places[from];
    int at = from;
    for (int child = 2 * at + 1; child < end; child = 2 * at + 1) {
      boolean right = child + 1 < end && compare(places[child], places[child + 1]) < 0;
      int later = right ? child + 1 : child;
      if (compare(place, places[later]) >= 0) {
        break;
      }
      places[at] = places[later];
      at = later;
    }
    places[at] = place;
  }

  /** As paths are compared, by bytes. */
  private int compare(int a, int b) {
    if (a < 0 || b < 0) {
      return name(a).compareTo(name(b));
    }
    byte[] first = chunks.get(a / CHUNK);
    byte[] second = chunks.get(b / CHUNK);
    int at = a % CHUNK + 1;
    int other = b % CHUNK + 1;
    return Arrays.compareUnsigned(
        first, at, at + length(first, at), second, other, other + length(second, other));
  }

  private static int length(byte[] chunk, int begin) {
    return chunk[begin - 1] & 0xff;
  }

  private Path name(int place) {
    if (place < 0) {
      return others.get(-place - 1);
    }
    byte[] chunk = chunks.get(place / CHUNK);
    int begin = place % CHUNK + 1;
    String name = new String(chunk, begin, length(chunk, begin), StandardCharsets.US_ASCII);
    return folder.getFileSystem().getPath(name);
  }

  @Override
  public Entry get(int index) {
    return new OnDisk(folder.resolve(name(places[index])));
  }

  @Override
  public int size() {
    return size;
  }
}
