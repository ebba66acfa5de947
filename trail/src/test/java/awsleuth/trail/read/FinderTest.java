package awsleuth.trail.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinderTest {

  @TempDir Path folder;

  private List<String> found(Filter filter, Path... paths) {
    Finder finder = new Finder(OnDisk.all(List.of(paths)), filter);
    List<String> names = new ArrayList<>();
    for (Optional<Found> f = finder.next(); f.isPresent(); f = finder.next()) {
      names.add(folder.relativize(Path.of(f.get().name())).toString());
    }
    assertThat(finder.intake().damages()).isEmpty();
    return names;
  }

  private void file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{}");
  }

  private void delivered(String account, String region, String day, String time)
      throws IOException {
    file(
        "AWSLogs/o-abc/%s/CloudTrail/%s/%s/%s_CloudTrail_%s_%sT%sZ_x.json.gz"
            .formatted(account, region, day, account, region, day.replace("/", ""), time));
  }

  private static Filter filter(
      String since, String until, List<String> regions, List<String> accounts) {
    return new Filter(
        since.isEmpty() ? Long.MIN_VALUE : Instant.parse(since).toEpochMilli(),
        until.isEmpty() ? Long.MAX_VALUE : Instant.parse(until).toEpochMilli(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        regions,
        accounts,
        List.of());
  }

  @Test
  void files_that_are_logs_by_their_names_are_found_in_order() throws IOException {
    file("b/x.json.gz");
    file("a/000000.gz");
    file("a/app.log.1");
    file("a/app.log-20261117");
    file("a/app.log-20261115.gz");
    file("a/picture.png-20261115");
    file("a/no-ending");
    file("a/picture.png");
    file("a/.hidden.json");
    file(".git/x.json");
    assertThat(found(Filter.ALL, folder))
        .containsExactly(
            "a/000000.gz",
            "a/app.log-20261115.gz",
            "a/app.log-20261117",
            "a/app.log.1",
            "a/no-ending",
            "b/x.json.gz");
  }

  @Test
  void a_folder_is_listed_in_the_order_of_names_whatever_letters_they_have() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : List.of("b", "ab", "a", "ä", "€uro", "B", "a-", "zz", "é")) {
      file(name + ".json");
      files.add(folder.resolve(name + ".json"));
    }
    for (int i = 0; i < 3000; i++) {
      file(i * 7919 % 3000 + "-of-many-files-with-names-that-are-not-short.json");
      files.add(folder.resolve(i + "-of-many-files-with-names-that-are-not-short.json"));
    }
    files.sort(null);
    assertThat(FolderList.of(folder))
        .extracting(Entry::name)
        .isEqualTo(files.stream().map(Path::toString).toList());
  }

  @Test
  void saved_results_of_cloudtrail_lake_are_found_whenever_they_were_asked_for()
      throws IOException {
    file("AWSLogs/111122223333/CloudTrail-Lake/Query/2026/11/20/q-1/result_1.csv.gz");
    file("AWSLogs/111122223333/CloudTrail-Lake/Query/2026/11/20/q-1/result_sign.json");
    file("AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/11/20/x.json.gz");
    Filter filter = filter("2026-10-01T00:00:00Z", "2026-10-02T00:00:00Z", List.of(), List.of());
    assertThat(found(filter, folder))
        .containsExactly(
            "AWSLogs/111122223333/CloudTrail-Lake/Query/2026/11/20/q-1/result_1.csv.gz");
  }

  @Test
  void network_activity_lies_beside_the_other_events() throws IOException {
    String folders = "/CloudTrail-NetworkActivity/eu-west-1/2026/11/20/";
    String name = "_CloudTrail-NetworkActivity_eu-west-1_20261120T1015Z_x.json.gz";
    file("AWSLogs/111122223333" + folders + "111122223333" + name);
    file("AWSLogs/444455556666" + folders + "444455556666" + name);
    assertThat(found(filter("", "", List.of(), List.of("111122223333")), folder))
        .containsExactly("AWSLogs/111122223333" + folders + "111122223333" + name);
  }

  @Test
  void folders_that_are_passed_over_are_counted() throws IOException {
    file("AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/11/20/x.json.gz");
    file("AWSLogs/111122223333/Config/eu-west-1/2026/11/20/x.json.gz");
    Finder finder = new Finder(OnDisk.all(List.of(folder)), Filter.ALL);
    assertThat(finder.next()).isEmpty();
    assertThat(finder.intake().passed()).isEqualTo(2);
  }

  @Test
  void what_is_named_is_read_whatever_its_name_and_once() throws IOException {
    file("a/picture.png");
    file("a/x.json");
    assertThat(
            found(
                Filter.ALL,
                folder.resolve("a"),
                folder.resolve("a/x.json"),
                folder.resolve("a/../a")))
        .containsExactly("a/x.json");
    assertThat(found(Filter.ALL, folder.resolve("a/picture.png"))).containsExactly("a/picture.png");
    assertThat(found(Filter.ALL, folder.resolve("a"), folder.resolve("a/picture.png")))
        .containsExactly("a/x.json", "a/picture.png");
  }

  @Test
  void digests_and_insights_are_passed_over() throws IOException {
    file("AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/11/18/x.json.gz");
    file("111122223333_CloudTrail-Digest_eu-west-1_trail_eu-west-1_20261118T000000Z.json.gz");
    file("AWSLogs/111122223333/CloudTrail-Insight/eu-west-1/2026/11/18/x.json.gz");
    file("111122223333_CloudTrail-Insight_eu-west-1_20261118T0000Z_x.json.gz");
    file("AWSLogs/111122223333/vpcflowlogs/eu-west-1/2026/11/18/x.log.gz");
    assertThat(found(Filter.ALL, folder)).isEmpty();
  }

  @Test
  void accounts_and_regions_are_told_by_the_layout() throws IOException {
    delivered("111122223333", "eu-west-1", "2026/11/18", "1015");
    delivered("111122223333", "us-east-1", "2026/11/18", "1015");
    delivered("444455556666", "eu-west-1", "2026/11/18", "1015");
    assertThat(found(filter("", "", List.of("eu-west-1"), List.of("111122223333")), folder))
        .hasSize(1);
    assertThat(found(filter("", "", List.of("eu-*"), List.of()), folder)).hasSize(2);
  }

  @Test
  void events_that_are_in_no_region_are_looked_for_in_all() throws IOException {
    delivered("111122223333", "eu-west-1", "2026/11/18", "1015");
    assertThat(found(filter("", "", List.of("us-east-1"), List.of()), folder)).hasSize(1);
  }

  @Test
  void files_that_were_delivered_before_the_time_are_passed_over() throws IOException {
    delivered("111122223333", "eu-west-1", "2025/12/31", "2355");
    delivered("111122223333", "eu-west-1", "2026/11/17", "0900");
    delivered("111122223333", "eu-west-1", "2026/11/18", "0500");
    delivered("111122223333", "eu-west-1", "2026/11/18", "1005");
    delivered("111122223333", "eu-west-1", "2026/11/19", "0900");
    delivered("111122223333", "eu-west-1", "2026/11/20", "0000");
    assertThat(
            found(
                filter("2026-11-18T10:00:00Z", "2026-11-18T12:00:00Z", List.of(), List.of()),
                folder))
        .extracting(name -> name.replaceAll(".*1_(\\d+T\\d+)Z.*", "$1"))
        .containsExactly("20261118T1005", "20261119T0900");
  }

  @Test
  void a_link_to_a_folder_around_it_is_not_followed_for_ever() throws IOException {
    file("a/x.json");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    assertThat(found(Filter.ALL, folder)).containsExactly("a/x.json");
  }

  @Test
  void a_folder_that_links_lead_to_by_many_ways_is_gone_into_once() throws IOException {
    file("d30/x.json");
    for (int i = 29; i >= 0; i--) {
      Path above = Files.createDirectories(folder.resolve("d" + i));
      Files.createSymbolicLink(above.resolve("a"), folder.resolve("d" + (i + 1)));
      Files.createSymbolicLink(above.resolve("b"), folder.resolve("d" + (i + 1)));
    }
    assertThat(found(Filter.ALL, folder.resolve("d0"))).hasSize(1);
  }

  @Test
  void a_folder_that_is_named_is_read_wherever_it_is() throws IOException {
    file("AWSLogs/111122223333/exported/2026/x.json");
    assertThat(found(Filter.ALL, folder)).isEmpty();
    assertThat(found(Filter.ALL, folder.resolve("AWSLogs/111122223333/exported"))).hasSize(1);
  }

  @Test
  void what_is_not_there_is_a_damage() {
    Finder finder = new Finder(OnDisk.all(List.of(folder.resolve("none"))), Filter.ALL);
    assertThat(finder.next()).isEmpty();
    assertThat(finder.intake().damages()).hasSize(1);
  }

  @Test
  void what_is_named_and_is_no_file_is_a_damage() {
    Finder finder = new Finder(OnDisk.all(List.of(Path.of("/dev/null"))), Filter.ALL);
    assertThat(finder.next()).isEmpty();
    assertThat(finder.intake().damages()).hasSize(1);
  }
}
