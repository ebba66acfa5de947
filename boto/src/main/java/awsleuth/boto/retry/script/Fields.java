package awsleuth.boto.retry.script;

import awsleuth.boto.config.Place;
import awsleuth.boto.config.Profiles;
import awsleuth.boto.config.Session;
import awsleuth.boto.config.Setting;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.retry.Rules;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a record. */
final class Fields {

  private Fields() {}

  /** A dictionary; empty where there is none. */
  static Dict dict(Dict record, String key) {
    return record.get(key) instanceof Dict d ? d : new Dict(new LinkedHashMap<>());
  }

  /**
   * A text.
   *
   * @throws IllegalArgumentException if there is none
   */
  static String text(Dict record, String key) {
    if (record.get(key) instanceof Str s) {
      return s.value();
    }
    throw new IllegalArgumentException("`" + key + "` is missing or no text");
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException if there is none
   */
  static int whole(Dict record, String key) {
    if (record.get(key) instanceof Int i) {
      return i.value().intValueExact();
    }
    throw new IllegalArgumentException("`" + key + "` is missing or no whole number");
  }

  /** A number; 0 where there is none. */
  static double real(Dict record, String key) {
    return switch (record.get(key)) {
      case Real r -> r.value();
      case Int i -> i.value().doubleValue();
      case null, default -> 0;
    };
  }

  /** Whether it is {@code True}. */
  static boolean isTrue(Dict record, String key) {
    return record.get(key) instanceof Bool b && b.value();
  }

  /** The rules that the record asks for. */
  static Rules rules(Dict record) {
    return isTrue(record, "new_retries") ? Rules.NEW : Rules.PRESENT;
  }

  /** The environment, and the keys of the profile. */
  static Session session(Dict record) {
    Map<String, Setting> settings = new HashMap<>();
    Place nowhere = new Place("config", 1, 1);
    texts(record, "profile")
        .forEach((k, v) -> settings.put(k, new Setting(k, new Setting.Text(v), nowhere)));
    return new Session(texts(record, "env"), Profiles.NONE, Optional.empty(), settings);
  }

  private static Map<String, String> texts(Dict record, String key) {
    Map<String, String> out = new HashMap<>();
    dict(record, key)
        .entries()
        .forEach((k, v) -> {
          if (k instanceof Str name && v instanceof Str value) {
            out.put(name.value(), value.value());
          }
        });
    return out;
  }
}
