package awsleuth.trail.change;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings by which AWS refuses calls: {@code settings.tsv}. */
final class SettingTable {

  private static final SettingTable TABLE = new SettingTable(ChangeTable.lines("settings.tsv"));

  private final Map<String, List<Setting>> byEvent;

  private SettingTable(List<String> lines) {
    byEvent =
        lines.stream()
            .filter(line -> !line.startsWith("#"))
            .map(Setting::of)
            .collect(Collectors.groupingBy(s -> s.service() + " " + s.event()));
  }

  static SettingTable get() {
    return TABLE;
  }

  List<Setting> of(String service, String event) {
    return byEvent.getOrDefault(service + " " + event, List.of());
  }

  /** What an event set, in words; empty where it set none of these. */
  String status(String service, String event, RecordTree tree) {
    return Setting.joined(
        of(service, event).stream()
            .map(s -> s.words(tree))
            .filter(w -> !w.isEmpty())
            .distinct()
            .toList());
  }
}
