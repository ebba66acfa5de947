package awsleuth.core.cause.credentials;

import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.Section;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.BotoSetup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profiles of the files given. */
final class OtherProfiles {

  private OtherProfiles() {}

  /** The place of every profile by its name; of one in both files that in the config file. */
  static Map<String, Source> all(BotoSetup boto) {
    Map<String, Source> all = new LinkedHashMap<>();
    for (ConfigFile file : boto.files().readable()) {
      Map<String, Section> sections =
          boto.files().isCredentials(file.path()) ? file.byHeader() : file.profiles();
      sections.forEach((name, s) -> all.putIfAbsent(name, boto.source(s.place())));
    }
    return all;
  }

  /** The variable that chooses the profile, or would. */
  static String variable(BotoSetup boto) {
    return boto.environment().containsKey("AWS_DEFAULT_PROFILE")
        ? "AWS_DEFAULT_PROFILE"
        : "AWS_PROFILE";
  }

  /** The profiles that have credentials of their own, as boto3 finds once they are chosen. */
  static List<String> withCredentials(BotoSetup boto) {
    List<String> found = new ArrayList<>();
    for (String name : all(boto).keySet()) {
      boolean chosen = boto.resolution().profile().map(p -> p.value()).equals(Optional.of(name));
      if (!chosen && Winner.isOfProfile(boto.with(variable(boto), name))) {
        found.add(name);
      }
    }
    return found;
  }
}
