package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import java.util.ArrayList;
import java.util.List;

/** The settings that decided on a client, in the order in which they were looked up. */
final class Decisions {

  private final List<Client.Decision> all = new ArrayList<>();

  void add(ClientSetting setting, Found<?> found) {
    all.add(new Client.Decision(setting, found));
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
