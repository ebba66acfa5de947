package awsleuth.trail.change;

import java.util.List;

/**
 * A setting by which AWS refuses calls and says so: a line of {@code settings.tsv}.
 *
 * @param service of the event that sets it
 * @param event the name of that event
 * @param name its name, as in the status of a change
 * @param places where the event tells its value
 * @param otherwise its value where none is told; empty for none
 * @param refuses which values refuse
 * @param unless of which calls they refuse none
 * @param said what AWS says, code and message in small letters: one of these
 * @param alike what a success before has alike where it shows that the setting was another
 * @param twice whether it takes two of them, since the first succeeds in any case
 * @param missing what AWS leaves open; empty where it names the setting
 */
public record Setting(
    String service,
    String event,
    String name,
    List<String> places,
    String otherwise,
    List<String> refuses,
    List<String> unless,
    List<String> said,
    List<String> alike,
    boolean twice,
    String missing) {

  private static final String BETWEEN = "; ";
  private static final String TWICE = "twice";

  static Setting of(String line) {
    String[] f = line.split("\t", -1);
    return new Setting(
        f[0],
        f[1],
        f[2],
        ChangeTable.places(f[3]),
        f[4].equals("-") ? "" : f[4],
        ChangeTable.places(f[5]),
        ChangeTable.places(f[6]),
        ChangeTable.places(f[7]),
        ChangeTable.places(f[8]).stream().filter(p -> !p.equals(TWICE)).toList(),
        ChangeTable.places(f[8]).contains(TWICE),
        f[9].equals("-") ? "" : f[9]);
  }

  /** Those that such an event may set. */
  public static List<Setting> of(Change change) {
    return SettingTable.get().of(change.event().service(), change.event().name());
  }

  /** The value that a change set, several with commas between; empty where it left it. */
  public String value(Change change) {
    for (String one : change.status().split(BETWEEN)) {
      if (one.startsWith(name + " ")) {
        return one.substring(name.length() + 1);
      }
    }
    return "";
  }

  /** What an event set it to, in words; empty where it left it. */
  String words(RecordTree tree) {
    String told = String.join(", ", tree.texts(places));
    String value = told.isEmpty() ? otherwise : told;
    return value.isEmpty() ? "" : name + " " + value;
  }

  static String joined(List<String> words) {
    return String.join(BETWEEN, words);
  }
}
