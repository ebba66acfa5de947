package awsleuth.trail.make;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.trail.Archive;
import awsleuth.trail.Event;
import awsleuth.trail.Fold;
import awsleuth.trail.Intake;
import awsleuth.trail.RecordText;
import awsleuth.trail.incident.Investigation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The events of an order as if they were read from files, without files. */
public final class MadeEvents implements Investigation.Pass<RuntimeException> {

  private record Made(Event event, RecordText record) {}

  private final List<Made> events = new ArrayList<>();

  /** Makes them all. */
  public MadeEvents(Order order) {
    this(new Generator(order).between(new Span(order.first(), order.end())));
  }

  MadeEvents(List<Dated> all) {
    EventText text = new EventText();
    Dice dice = Dice.of(1, "made");
    int number = 0;
    for (Dated d : all) {
      String json = text.of(d.time(), d.account(), d.region(), d.by(), d.call(), d.id(), dice);
      RecordText record = RecordText.of(json, "made.json", ++number);
      events.add(new Made(event(d, number), record));
    }
  }

  private static Event event(Dated d, int number) {
    Call call = d.call();
    String code = call.code().startsWith("Client.") ? call.code().substring(7) : call.code();
    return new Event(
        d.time() / 1000 * 1000,
        call.source(),
        call.name(),
        d.region(),
        d.account(),
        d.by().owner(),
        d.by().agent(),
        d.by().address(),
        code,
        call.message(),
        "",
        d.id(),
        "made.json",
        number);
  }

  /** How many there are. */
  public int size() {
    return events.size();
  }

  /** The events as {@code core} reads them. */
  public List<TrailEvent> whole() {
    return events.stream().map(m -> m.record.whole().orElseThrow()).toList();
  }

  @Override
  public <F extends Fold<F>> Archive.Asked<F> ask(Supplier<F> fold) {
    F whole = fold.get();
    F half = fold.get();
    for (int i = 0; i < events.size(); i++) {
      (i % 3 == 0 ? half : whole).add(events.get(i).event, events.get(i).record);
    }
    whole.merge(half);
    return new Archive.Asked<>(whole, Intake.NONE);
  }

  /** An order of an archive of three days. */
  public static Order order(long seed, int events, int changes, List<IncidentKind> incidents) {
    return new Order(
        seed, events, changes, Instant.parse("2026-11-02T00:00:00Z"), 3, incidents, false);
  }
}
