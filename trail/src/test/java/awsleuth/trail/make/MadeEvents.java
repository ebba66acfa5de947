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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The events of an order as if they were read from files, without files. */
public final class MadeEvents implements Investigation.Pass<RuntimeException> {

  private static final long HOUR = 3_600_000;

  private record Made(Event event, RecordText record) {}

  private final List<Made> events = new ArrayList<>();
  private final int parts;

  /** Makes them all. */
  public MadeEvents(Order order) {
    this(new Generator(order).between(new Span(order.first(), order.end())));
  }

  MadeEvents(List<Dated> all) {
    this(all, Dice.of(1, "made"), 0);
  }

  /** Of which those before have so many. */
  private MadeEvents(List<Dated> all, Dice dice, int before) {
    EventText text = new EventText();
    int number = before;
    parts = 2;
    for (Dated d : all) {
      String json = text.of(d.time(), d.account(), d.region(), d.by(), d.call(), d.id(), dice);
      RecordText record = RecordText.of(json, "made.json", ++number);
      events.add(new Made(event(d, number), record));
    }
  }

  /** The same events, made hour by hour at each reading, so that there may be a million. */
  public static Investigation.Pass<RuntimeException> hourly(Order order) {
    return new Investigation.Pass<>() {
      @Override
      public <F extends Fold<F>> Archive.Asked<F> ask(Supplier<F> fold) {
        Generator generator = new Generator(order);
        F whole = fold.get();
        int number = 0;
        for (long hour = order.first(); hour < order.end(); hour += HOUR) {
          List<Dated> dated = generator.between(new Span(hour, hour + HOUR));
          MadeEvents made = new MadeEvents(dated, Dice.of(hour, "made"), number);
          made.events.forEach(m -> whole.add(m.event, m.record));
          number += dated.size();
        }
        return new Archive.Asked<>(whole, Intake.NONE);
      }
    };
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

  private MadeEvents(List<Made> all, int parts) {
    events.addAll(all);
    this.parts = parts;
  }

  /** The same in another order and in other parts. */
  public MadeEvents shuffled(long seed) {
    List<Made> other = new ArrayList<>(events);
    Collections.shuffle(other, new Random(seed));
    return new MadeEvents(other, 2 + (int) (seed % 5));
  }

  /** The same with the texts of records changed. */
  public MadeEvents changed(UnaryOperator<String> text) {
    return new MadeEvents(
        events.stream()
            .map(m ->
                new Made(
                    m.event,
                    RecordText.of(text.apply(m.record.text()), "made.json", m.record.line())))
            .toList(),
        parts);
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
    List<F> all = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      all.add(fold.get());
    }
    for (int i = 0; i < events.size(); i++) {
      all.get(i % parts).add(events.get(i).event, events.get(i).record);
    }
    F whole = all.getFirst();
    all.subList(1, parts).forEach(whole::merge);
    return new Archive.Asked<>(whole, Intake.NONE);
  }

  /** An order of an archive of three days. */
  public static Order order(long seed, long events, int changes, List<IncidentKind> incidents) {
    return new Order(
        seed, events, changes, Instant.parse("2026-11-02T00:00:00Z"), 3, incidents, false);
  }
}
