package awsleuth.boto.config;

import awsleuth.boto.python.PythonSpaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a config or credentials file as botocore does, that is as Python's {@code RawConfigParser}
 * does.
 *
 * <p>A line that is indented deeper than the line of the last setting continues its value, even if
 * it looks like a setting or a header. There are no comments after a value. A value that begins
 * with an empty line is a block of settings.
 *
 * @see <a href="https://docs.python.org/3.11/library/configparser.html">configparser</a>
 */
public final class ConfigReader {

  /** The name whose settings all sections inherit. */
  private static final String DEFAULTS = "DEFAULT";

  private final String path;
  private final Map<String, OpenSection> sections = new LinkedHashMap<>();
  private final OpenSection defaults;
  private @Nullable OpenSection section;
  private @Nullable OpenSetting setting;
  private int indent;
  private final List<FileLine> bogus = new ArrayList<>();

  private record OpenSection(String header, Place place, Map<String, OpenSetting> settings) {}

  private ConfigReader(String path) {
    this.path = path;
    this.defaults = new OpenSection(DEFAULTS, new Place(path, 1, 1), new LinkedHashMap<>());
  }

  /**
   * Reads a file; its bytes have to be UTF-8.
   *
   * @param path as the user would write it
   */
  public static ConfigReading read(String path, byte[] bytes) {
    return switch (Utf8.decode(bytes)) {
      case Utf8.Text(String text) -> read(path, text);
      case Utf8.NotText not ->
          new ConfigFault(new Place(path, not.line(), 1), "it is not UTF-8", not.error());
    };
  }

  /**
   * Reads the text of a file.
   *
   * @param path as the user would write it
   */
  public static ConfigReading read(String path, String text) {
    ConfigReader reader = new ConfigReader(path);
    for (FileLine line : FileLine.lines(text)) {
      ConfigFault fault = reader.line(line);
      if (fault != null) {
        return fault;
      }
    }
    return reader.bogus.isEmpty() ? reader.finish() : reader.notSettings();
  }

  private @Nullable ConfigFault line(FileLine line) {
    int number = line.number();
    String value = PythonSpaces.strip(line.text());
    if (value.startsWith("#") || value.startsWith(";")) {
      return null;
    }
    OpenSetting open = setting;
    int at = PythonSpaces.indent(line.text());
    if (value.isEmpty()) {
      if (open != null) {
        open.add("", new Place(path, number, 1));
      }
      return null;
    }
    Place place = new Place(path, number, at + 1);
    if (open != null && at > indent) {
      open.add(value, place);
      return null;
    }
    indent = at;
    int close = value.startsWith("[") ? value.lastIndexOf(']') : -1;
    return close > 1 ? header(value.substring(1, close), place) : setting(value, place, line);
  }

  private @Nullable ConfigFault header(String header, Place place) {
    setting = null;
    if (header.equals(DEFAULTS)) {
      section = defaults;
      return null;
    }
    OpenSection known = sections.get(header);
    if (known != null) {
      return new ConfigFault(
          place,
          "section [" + header + "] is also in line " + known.place().line(),
          ParserErrors.duplicateSection(place, header));
    }
    OpenSection opened = new OpenSection(header, place, new LinkedHashMap<>());
    sections.put(header, opened);
    section = opened;
    return null;
  }

  private @Nullable ConfigFault setting(String value, Place place, FileLine line) {
    OpenSection into = section;
    if (into == null) {
      return new ConfigFault(
          place,
          "this line stands before the first section",
          ParserErrors.beforeSections(place, line));
    }
    int delimiter = delimiter(value);
    if (delimiter <= 0) {
      bogus.add(line);
    }
    if (delimiter < 0) {
      return null;
    }
    String name = PythonSpaces.stripEnd(value.substring(0, delimiter)).toLowerCase(Locale.ROOT);
    OpenSetting known = into.settings().get(name);
    if (known != null) {
      return new ConfigFault(
          place,
          name + " is also set in line " + known.place().line(),
          ParserErrors.duplicateSetting(place, name, into.header()));
    }
    OpenSetting opened = new OpenSetting(name, place);
    opened.add(PythonSpaces.strip(value.substring(delimiter + 1)), place);
    into.settings().put(name, opened);
    setting = name.isEmpty() ? null : opened;
    return null;
  }

  private static int delimiter(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '=' || value.charAt(i) == ':') {
        return i;
      }
    }
    return -1;
  }

  private ConfigFault notSettings() {
    FileLine first = bogus.getFirst();
    Place place = new Place(path, first.number(), PythonSpaces.indent(first.text()) + 1);
    return new ConfigFault(
        place, "this line is not a setting", ParserErrors.notSettings(path, bogus));
  }

  private ConfigReading finish() {
    List<Section> all = new ArrayList<>();
    for (OpenSection open : sections.values()) {
      Map<String, Setting> settings = new LinkedHashMap<>();
      Map<String, OpenSetting> inherited = new LinkedHashMap<>(open.settings());
      defaults.settings().forEach(inherited::putIfAbsent);
      for (OpenSetting each : inherited.values()) {
        switch (each.close()) {
          case OpenSetting.Closed(Setting closed) -> settings.put(closed.name(), closed);
          case OpenSetting.NotClosed(ConfigFault fault) -> {
            return fault;
          }
        }
      }
      all.add(new Section(open.header(), open.place(), settings));
    }
    return new ConfigFile(path, List.copyOf(all));
  }
}
