package awsleuth.trail.read;

import awsleuth.core.scan.Stretches.ByteSource;
import awsleuth.trail.Damage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Reads files, one after the other. Not for two threads at a time. */
final class FileReader {

  private final Emitter emitter = new Emitter();
  private final Window window = new Window();
  private final Whole whole = new Whole();
  private final LongAdder all;
  private final Optional<ZoneId> zone;
  private final AtomicLong beyond = new AtomicLong();

  /**
   * A reader.
   *
   * @param all where the bytes of all files are counted, as they are stored
   * @param zone of times in logs that have none; empty where it is not known
   */
  FileReader(LongAdder all, Optional<ZoneId> zone) {
    this.all = all;
    this.zone = zone;
  }

  /**
   * What one file came to.
   *
   * @param bytes how many were read, as they are stored
   * @param unpacked what they were unpacked
   * @param events how many events there were
   * @param digest whether it is a digest of log files
   * @param damages what is wrong with it
   */
  record Done(long bytes, long unpacked, long events, boolean digest, List<Damage> damages) {}

  /**
   * Gives the events of a file. Never throws for what is in it.
   *
   * @param ahead whether a second thread unpacks
   */
  Done read(Found file, boolean ahead, Sink sink) {
    String name = file.name();
    Meter meter = new Meter(all, beyond);
    Tally tally = new Tally();
    List<Damage> damages = new ArrayList<>();
    try {
      content(file, ahead, sink, meter, tally);
      long now = file.entry().look().size();
      if (now != file.size()) {
        damages.add(new Damage(name, "changed while it was read; what was there then is read"));
      }
    } catch (Unpacking e) {
      damages.add(new Damage(name, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      damages.add(new Damage(name, "cannot be read (" + reason(e) + ")"));
    }
    tally.damages().forEach(what -> damages.add(new Damage(name, what)));
    return new Done(meter.packed(), meter.unpacked(), tally.events, tally.digest, damages);
  }

  private void content(Found file, boolean ahead, Sink sink, Meter meter, Tally tally)
      throws IOException {
    @Nullable IOException failure = null;
    try (Opened opened = Opened.of(file.entry(), file.size(), whole, meter, ahead)) {
      read(opened.bytes(), file.name(), sink, tally);
    } catch (IOException e) {
      failure = e;
    }
    boolean strange = failure == null && tally.hasNoList() && Layout.isOfEvents(file.name());
    if (strange || isEmptied(file)) {
      throw new Unpacking(
          file.size() == 0
              ? isEmptied(file) ? "is empty, as no packed file is" : "is empty"
              : "is called as CloudTrail's files are and has no list of records");
    }
    if (tally.mayHaveText()) {
      tally.isLog();
      try (Opened again =
          Opened.of(file.entry(), file.size(), whole, new Meter(new LongAdder(), beyond), false)) {
        boolean bare = tally.events == 0;
        ByteSource text = bare ? again.bytes() : new TextLines(again.bytes(), tally.eventLines);
        Logs.read(file.name(), text, zone, sink, tally);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static boolean isEmptied(Found file) {
    return file.size() == 0 && (file.name().endsWith(".gz") || file.name().endsWith(".zst"));
  }

  private void read(ByteSource bytes, String name, Sink sink, Tally tally) throws IOException {
    emitter.begin(name, sink, tally);
    window.open(bytes);
    window.fill(Form.BEGINNING);
    switch (Form.of(window.bytes, Math.min(window.limit, Form.BEGINNING))) {
      case JSON -> new Walker(window, emitter, tally, false).walk();
      case RESULT_SET -> ResultSet.read(window, emitter, tally);
      case TABLE -> Table.read(window, emitter, tally);
      case LOG -> {
        tally.textLines++;
        tally.log = true;
        new Walker(window, emitter, tally, true).walk();
      }
      case EMPTY -> new Walker(window, emitter, tally, false).walk();
      case UTF_16 ->
          throw new Unpacking(
              "is UTF-16, as PowerShell writes it; write it as UTF-8 (`iconv -f utf-16 -t utf-8`)");
      case BINARY -> throw new Unpacking("is neither JSON nor text");
    }
  }

  /** Why a file cannot be read, in a few words. */
  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "it is not there";
      case AccessDeniedException _ -> "no permission";
      default -> String.valueOf(e.getMessage());
    };
  }
}
