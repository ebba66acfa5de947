package awsleuth.trail.read;

import awsleuth.core.scan.Stretches.ByteSource;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads events out of tables: comma-separated values with a line of names, as CloudTrail Lake and
 * Athena save what was asked. Each row is written as the event that it was made of, and read so.
 */
final class Table {

  private Table() {}

  /**
   * Reads all rows; those that are no events are counted.
   *
   * @throws IOException where the stream cannot be read
   */
  static void read(ByteSource in, Emitter out, Tally tally) throws IOException {
    try (Reader reader = new InputStreamReader(new SourceStream(in), StandardCharsets.UTF_8);
        CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reader)) {
      RowJson json = null;
      for (CsvRecord row : csv) {
        int line = (int) Math.min(Integer.MAX_VALUE, row.getStartingLineNumber());
        if (json == null) {
          json = new RowJson(row.getFields());
        } else {
          emit(json.of(row.getFields()), line, out, tally);
        }
      }
    } catch (CsvParseException e) {
      tally.tableEnds();
    } catch (LinkageError e) {
      throw new Unpacking("is a table, which `awsleuth trail` alone reads");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Gives the event that a row was made of; a row that is none is counted. */
  static void emit(String json, int line, Emitter out, Tally tally) {
    byte[] bytes = Padded.utf8(json);
    int length = bytes.length - Words.PADDING;
    if (out.scanner().object(bytes, 0, length) < 0) {
      tally.broken(line);
      return;
    }
    out.emit(bytes, 0, length, length, line);
  }

  /** The names of a table's columns that are lists or objects written as JSON. */
  static final List<String> STRUCTURED =
      List.of(
          "requestParameters",
          "responseElements",
          "additionalEventData",
          "serviceEventDetails",
          "resources",
          "tlsDetails");
}
