package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings that decided on a client, in the order in which they were looked up. */
final class Decisions {

  private final List<Client.Decision> all = new ArrayList<>();

  /** Notes what was found; once where it is looked up again. */
  void add(ClientSetting setting, Found<?> found) {
    Client.Decision decision = new Client.Decision(setting, found);
    if (!all.contains(decision)) {
      all.add(decision);
    }
  }

  /** Where a setting came from that was decided before; empty if it was not. */
  Optional<Origin> origin(ClientSetting setting) {
    return all.stream()
        .filter(d -> d.setting() == setting)
        .map(d -> d.found().origin())
        .findFirst();
  }

  List<Client.Decision> all() {
    return List.copyOf(all);
  }

  /** Where the Region came from; botocore may have put another in its place. */
  Origin regionOrigin(String region) {
    for (Client.Decision each : all.reversed()) {
      if (each.setting() == ClientSetting.REGION && region.equals(each.found().value())) {
        return each.found().origin();
      }
    }
    return new Origin.Default();
  }
}
