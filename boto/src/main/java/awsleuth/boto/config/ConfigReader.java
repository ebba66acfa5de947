package awsleuth.boto.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
  private @Nullable ConfigFault late;

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
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return read(path, StandardCharsets.UTF_8.newDecoder().decode(buffer).toString());
    } catch (CharacterCodingException e) {
      return new ConfigFault(new Place(path, 1, 1), "it is not UTF-8");
    }
  }

  /**
   * Reads the text of a file.
   *
   * @param path as the user would write it
   */
  public static ConfigReading read(String path, String text) {
    ConfigReader reader = new ConfigReader(path);
    int number = 0;
    for (String line : lines(text)) {
      ConfigFault fault = reader.line(line, ++number);
      if (fault != null) {
        return fault;
      }
    }
    ConfigFault fault = reader.late;
    return fault == null ? reader.finish() : fault;
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(start, i));
        i += text.startsWith("\r\n", i) ? 1 : 0;
        start = i + 1;
      }
    }
    lines.add(text.substring(start));
    return lines;
  }

  private @Nullable ConfigFault line(String line, int number) {
    String value = PythonText.strip(line);
    if (value.startsWith("#") || value.startsWith(";")) {
      return null;
    }
    OpenSetting open = setting;
    int at = PythonText.indent(line);
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
    return close > 1 ? header(value.substring(1, close), place) : setting(value, place);
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
          place, "section [" + header + "] is also in line " + known.place().line());
    }
    OpenSection opened = new OpenSection(header, place, new LinkedHashMap<>());
    sections.put(header, opened);
    section = opened;
    return null;
  }

  private @Nullable ConfigFault setting(String value, Place place) {
    OpenSection into = section;
    if (into == null) {
      return new ConfigFault(place, "this line stands before the first section");
    }
    int delimiter = delimiter(value);
    if (delimiter <= 0) {
      late = late == null ? new ConfigFault(place, "this line is not a setting") : late;
      if (delimiter < 0) {
        return null;
      }
    }
    String name = PythonText.stripEnd(value.substring(0, delimiter)).toLowerCase(Locale.ROOT);
    OpenSetting known = into.settings().get(name);
    if (known != null) {
      return new ConfigFault(place, name + " is also set in line " + known.place().line());
    }
    OpenSetting opened = new OpenSetting(name, place);
    opened.add(PythonText.strip(value.substring(delimiter + 1)), place);
    into.settings().put(name, opened);
    setting = opened;
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
