package awsleuth.trail.make;

import java.util.ArrayList;
import java.util.List;

/** Where and when an incident is planted, and what is planted there. */
final class Plot {

  private static final List<String> JOBS =
      List.of(
          "billing-export",
          "ledger-sync",
          "claims-reader",
          "catalog-builder",
          "fraud-scoring",
          "tariff-loader",
          "meter-import",
          "route-planner",
          "label-printer",
          "price-feed",
          "tax-report",
          "fleet-monitor");

  /** Which part of the span an incident lasts. */
  private static final double LASTS = 0.08;

  final long seed;
  final Order order;
  final String account;
  final String region;
  final String job;
  final long change;
  final long end;
  final Dice dice;
  final List<Dated> fixed = new ArrayList<>();

  /**
   * One of several.
   *
   * @param number which, from 0
   */
  Plot(Order order, int number) {
    this.order = order;
    int all = order.incidents().size();
    this.seed = order.seed() * 31 + number;
    this.dice = Dice.of(seed, 3);
    this.account = World.ACCOUNTS.get(dice.below(2));
    this.region = dice.one(World.REGIONS);
    this.job = JOBS.get(number % JOBS.size()) + (number < JOBS.size() ? "" : "-" + number);
    double part = 0.4 + 0.5 * (number + dice.below(1000) / 1000.0) / all;
    this.change = order.at(part);
    this.end = order.at(part + LASTS);
  }

  /** The calls of one principal over the whole archive: some hundred, and more in a large one. */
  Rhythm rhythm(int number) {
    long calls = Math.clamp(order.events() / 40, 320, 5_000);
    long period = Math.max(1000, (order.end() - order.first()) / calls);
    return new Rhythm(seed * 7 + number, order.first(), order.end(), period);
  }

  /** The principal, from an address of its own. */
  Caller role() {
    return Caller.role(
        account,
        job,
        job + "-" + dice.below(9),
        "198.51.100." + (100 + dice.below(90)),
        World.BOTO);
  }

  /** Whether the archive shall have what was before. */
  boolean showsFormer() {
    return dice.chance(600);
  }

  Caller changer() {
    return World.changer(account, dice);
  }

  /** A moment shortly after the archive begins. */
  long early() {
    return order.at(0.01 + dice.below(20) / 1000.0);
  }

  /** Adds an event of IAM. */
  Dated iam(long time, Caller by, Call call) {
    return plant(time, account, World.GLOBAL, by, call);
  }

  /** Adds an event of the incident's Region. */
  Dated here(long time, Caller by, Call call) {
    return plant(time, account, region, by, call);
  }

  Dated plant(long time, String inAccount, String inRegion, Caller by, Call call) {
    Dated event = new Dated(time, inAccount, inRegion, by, call, dice.uuid());
    fixed.add(event);
    return event;
  }

  /** Changes of the same role that do no harm: one is before the incident, one too late for it. */
  void harmless(String role) {
    iam(change - 7_200_000, changer(), MadeChanges.putRolePolicy(role, "logging", logging()));
    iam(change - 2_400_000, changer(), MadeChanges.tagRole(role, "owner", "operations"));
    iam(change + (end - change) / 2, changer(), MadeChanges.tagRole(role, "reviewed", "yes"));
  }

  private static String logging() {
    return Documents.of(
        Documents.allow(
            "Logs", List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of("*")));
  }
}
