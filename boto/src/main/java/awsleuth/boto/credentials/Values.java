package awsleuth.boto.credentials;

import awsleuth.boto.config.Setting;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Values of settings. */
final class Values {

  private Values() {}

  /** The text of a setting; a block of settings as Python shows a dict; null if there is none. */
  static @Nullable String text(Map<String, Setting> settings, String name) {
    Setting setting = settings.get(name);
    return setting == null ? null : text(setting);
  }

  static String text(Setting setting) {
    return switch (setting.value()) {
      case Setting.Text(String text) -> text;
      case Setting.Nested(Map<String, Setting> inner) -> PythonText.repr(dict(inner));
    };
  }

  private static Dict dict(Map<String, Setting> settings) {
    SequencedMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    settings.forEach((name, setting) -> entries.put(new Str(name), new Str(text(setting))));
    return new Dict(entries);
  }
}
