package awsleuth.trail.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareTest {

  private static final long MEGABYTE = 1 << 20;

  private static List<StoredFile> files(long... megabytes) {
    List<StoredFile> files = new ArrayList<>();
    for (long size : megabytes) {
      files.add(new StoredFile("/" + files.size(), "file " + files.size(), size * MEGABYTE));
    }
    return files;
  }

  private static List<Long> sizes(List<Share> shares) {
    return shares.stream()
        .map(s -> s.files().stream().mapToLong(StoredFile::size).sum() / MEGABYTE)
        .sorted()
        .toList();
  }

  @Test
  void filesAreSharedOutByTheirSize() {
    assertThat(sizes(Share.of(files(10, 1, 2, 3, 4, 5, 5), 3))).containsExactly(10L, 10L, 10L);
  }

  @Test
  void noShareIsEmpty() {
    assertThat(Share.of(files(), 4)).isEmpty();
    assertThat(Share.of(files(1, 1), 4)).hasSize(2);
  }

  @Test
  void whereThereIsMuchThereAreMoreShares() {
    assertThat(Share.of(files(100, 100, 100, 100, 100, 100, 100, 100), 2)).hasSize(6);
  }

  @Test
  void everyFileIsInOneShare() {
    List<StoredFile> files = files(3, 0, 0, 7, 1, 1, 2);
    assertThat(Share.of(files, 3).stream().flatMap(s -> s.files().stream()))
        .containsExactlyInAnyOrderElementsOf(files);
  }
}
