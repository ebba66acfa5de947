package awsleuth.core.fact;

import awsleuth.boto.config.ConfigFault;
import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.ConfigReader;
import awsleuth.boto.config.ConfigReading;
import awsleuth.boto.config.Place;
import awsleuth.boto.credentials.FileReview;
import awsleuth.boto.credentials.Remark;
import awsleuth.core.evidence.ConfigText;
import awsleuth.core.evidence.ProfileSetting.File;
import awsleuth.core.evidence.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The config file and the credentials file that are given as evidence, as botocore reads them. */
public final class ConfigFiles {

  /** What stands for bytes that are no text. */
  private static final char DAMAGE = '\ufffd';

  private final Optional<ConfigText> config;
  private final Optional<ConfigText> credentials;
  private final List<Source> rivals;
  private final Optional<ConfigReading> readConfig;
  private final Optional<ConfigReading> readCredentials;
  private final List<Remark> remarks = new ArrayList<>();

  private ConfigFiles(
      Optional<ConfigText> config, Optional<ConfigText> credentials, List<Source> rivals) {
    this.config = config;
    this.credentials = credentials;
    this.rivals = rivals;
    this.readConfig = config.map(ConfigFiles::reading);
    this.readCredentials = credentials.map(ConfigFiles::reading);
    config.ifPresent(f -> remarks.addAll(review(f)));
    credentials.ifPresent(f -> remarks.addAll(review(f)));
  }

  static ConfigFiles of(List<ConfigText> files) {
    Optional<ConfigText> config = only(files, File.CONFIG);
    Optional<ConfigText> credentials = only(files, File.CREDENTIALS);
    List<Source> rivals = new ArrayList<>();
    for (ConfigText f : files) {
      if ((f.file() == File.CONFIG ? config : credentials).isEmpty()) {
        rivals.add(f.source());
      }
    }
    return new ConfigFiles(config, credentials, List.copyOf(rivals));
  }

  /**
   * The one file of that kind; empty where several are given that differ, of which one is in use.
   * What a program found when it was watched goes before what a file has now.
   */
  private static Optional<ConfigText> only(List<ConfigText> files, File kind) {
    List<ConfigText> all = ofKind(files, kind);
    return texts(all) == 1
        ? all.stream().filter(f -> !f.isRecorded()).findFirst().or(() -> all.stream().findFirst())
        : Optional.of(all.stream().filter(ConfigText::isRecorded).toList())
            .filter(recorded -> texts(recorded) == 1)
            .map(List::getFirst);
  }

  private static List<ConfigText> ofKind(List<ConfigText> files, File kind) {
    return files.stream().filter(f -> f.file() == kind).toList();
  }

  private static long texts(List<ConfigText> files) {
    return files.stream().map(ConfigText::text).distinct().count();
  }

  private static List<Remark> review(ConfigText file) {
    boolean credentials = file.file() == File.CREDENTIALS;
    return FileReview.of(file.source().artifact(), bytes(file), credentials, Optional.empty());
  }

  private static byte[] bytes(ConfigText file) {
    return file.text().getBytes(StandardCharsets.UTF_8);
  }

  /** The text of one of them; empty where it is not given. */
  Optional<ConfigText> text(File kind) {
    return kind == File.CONFIG ? config : credentials;
  }

  /** Whether both are given. */
  public boolean areBoth() {
    return config.isPresent() && credentials.isPresent();
  }

  /** Whether none is given. */
  public boolean areNone() {
    return config.isEmpty() && credentials.isEmpty();
  }

  /**
   * Files of one kind that are given and differ, so that nothing tells which is in use and what is
   * in none of them; empty where there are no such.
   */
  public List<Source> rivals() {
    return rivals;
  }

  /** The config file as botocore reads it; empty where it is not given. */
  public Optional<ConfigReading> config() {
    return readConfig;
  }

  /** The credentials file as botocore reads it; empty where it is not given. */
  public Optional<ConfigReading> credentials() {
    return readCredentials;
  }

  private static ConfigReading reading(ConfigText file) {
    return ConfigReader.read(file.source().artifact(), file.text());
  }

  /** The files that botocore can read, the config file first. */
  public List<ConfigFile> readable() {
    List<ConfigFile> readable = new ArrayList<>();
    for (Optional<ConfigReading> each : List.of(config(), credentials())) {
      if (each.isPresent() && each.get() instanceof ConfigFile file) {
        readable.add(file);
      }
    }
    return readable;
  }

  /** What is wrong with the files that botocore cannot read, the config file first. */
  public List<ConfigFault> faults() {
    List<ConfigFault> faults = new ArrayList<>();
    for (Optional<ConfigReading> each : List.of(config(), credentials())) {
      if (each.isPresent() && each.get() instanceof ConfigFault fault) {
        faults.add(opened(fault).orElse(fault));
      }
    }
    return faults;
  }

  /**
   * A fault before the one that is told first: a header without its bracket, under which a setting
   * seems to be one of the section above, twice.
   */
  private Optional<ConfigFault> opened(ConfigFault fault) {
    String text =
        (isCredentials(fault.path()) ? credentials : config).map(ConfigText::text).orElse("");
    List<String> lines = text.lines().limit(fault.place().line() - 1L).toList();
    for (int i = lines.size(); i > 0; i--) {
      ConfigFault at =
          new ConfigFault(new Place(fault.path(), i, 1), fault.reason(), fault.error());
      if (lines.get(i - 1).startsWith("[") && lines.get(i - 1).indexOf(']') < 0) {
        return closed(at).isPresent() ? Optional.of(at) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether a file that cannot be read begins with a byte order mark. */
  public boolean beginsWithMark(ConfigFault fault) {
    return (isCredentials(fault.path()) ? credentials : config)
        .filter(f -> f.text().startsWith("\ufeff"))
        .isPresent();
  }

  /** Whether botocore could read the file of a fault with some lines as comments. */
  public boolean isReadableWithout(ConfigFault fault, int first, int last) {
    return (isCredentials(fault.path()) ? credentials : config)
        .map(f -> CorrectedText.without(f.text(), first, last))
        .filter(text -> ConfigReader.read(fault.path(), text) instanceof ConfigFile)
        .isPresent();
  }

  /**
   * The line of a fault as the header that it is but for its bracket; empty where botocore could
   * not read the line so either.
   */
  public Optional<String> closed(ConfigFault fault) {
    int line = fault.place().line();
    Optional<ConfigText> file = isCredentials(fault.path()) ? credentials : config;
    return file.flatMap(f -> CorrectedText.closed(f.text(), line))
        .filter(header ->
            !(ConfigReader.read(
                        fault.path(), CorrectedText.with(file.orElseThrow().text(), line, header))
                    instanceof ConfigFault next
                && next.place().line() <= line));
  }

  /** The last line of the section that begins in a line of the file of a fault. */
  public int endOfSection(ConfigFault fault, int first) {
    return (isCredentials(fault.path()) ? credentials : config)
        .map(f -> CorrectedText.endOfSection(f.text(), first))
        .orElse(first);
  }

  /** What in the files is not UTF-8, the config file first. */
  public List<Damage> damaged() {
    return Stream.of(config, credentials)
        .flatMap(Optional::stream)
        .filter(f -> f.text().indexOf(DAMAGE) >= 0)
        .map(ConfigFiles::damage)
        .toList();
  }

  private static Damage damage(ConfigText file) {
    String text = file.text();
    return new Damage(
        new Source(file.source().artifact(), CorrectedText.lineOf(text, DAMAGE)),
        text.length() > 1 && text.charAt(0) == DAMAGE && text.charAt(1) == DAMAGE);
  }

  /**
   * Bytes in a file that are not UTF-8.
   *
   * @param line the first line that has such
   * @param wide whether the file begins as one of UTF-16 does
   */
  public record Damage(Source line, boolean wide) {}

  /** Whether a file is the credentials file, by the name that places in it have. */
  public boolean isCredentials(String file) {
    return credentials.filter(c -> c.source().artifact().equals(file)).isPresent();
  }

  /** A name of a setting in the case in which its line has it. */
  public String written(Place place, String name) {
    String text =
        (isCredentials(place.file()) ? credentials : config).map(ConfigText::text).orElse("");
    return CorrectedText.written(text, place, name);
  }

  /** What in the files is not read as it seems to be meant, the config file first. */
  public List<Remark> remarks() {
    return remarks;
  }

  /** The same with one line put right; empty where it is not certain how. */
  Optional<ConfigFiles> corrected(Remark remark) {
    if (remark.place().isEmpty() || remark.correction().isEmpty()) {
      return Optional.empty();
    }
    boolean other = isCredentials(remark.place().get().file());
    return (other ? credentials : config)
        .flatMap(f -> CorrectedText.of(f, remark.place().get(), remark.correction().get()))
        .map(f ->
            new ConfigFiles(
                other ? config : Optional.of(f), other ? Optional.of(f) : credentials, rivals));
  }

  /** A file as a whole, where something is missing from it; empty where it is not given. */
  public Optional<Source> source(File kind) {
    return text(kind).map(ConfigText::source);
  }
}
