package awsleuth.boto.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What both files say together, as botocore's {@code full_config} has it: the profiles of the
 * config file, and over them, setting by setting, every section of the credentials file.
 *
 * @param config the config file; empty if there is none
 * @param credentials the credentials file; empty if there is none
 */
public record Profiles(Optional<ConfigFile> config, Optional<ConfigFile> credentials) {

  /** No files. */
  public static final Profiles NONE = new Profiles(Optional.empty(), Optional.empty());

  /** The settings of every profile by its name. */
  public Map<String, Map<String, Setting>> all() {
    Map<String, Map<String, Setting>> all = new LinkedHashMap<>();
    config.ifPresent(file -> put(all, file.profiles()));
    credentials.ifPresent(file -> put(all, file.byHeader()));
    return all;
  }

  private static void put(Map<String, Map<String, Setting>> all, Map<String, Section> sections) {
    sections.forEach((name, section) ->
        all.computeIfAbsent(name, n -> new LinkedHashMap<>()).putAll(section.settings()));
  }

  /** The {@code [services NAME]} section of the config file; empty if there is none. */
  public Optional<Section> services(String name) {
    return config.flatMap(file -> Optional.ofNullable(file.services().get(name)));
  }
}
