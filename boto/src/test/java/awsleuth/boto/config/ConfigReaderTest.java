package awsleuth.boto.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Python's configparser is the model, as botocore's configloader uses it. */
class ConfigReaderTest {

  private static ConfigFile read(String text) {
    return (ConfigFile) ConfigReader.read("config", text);
  }

  private static Section profile(String text, String name) {
    return Optional.ofNullable(read(text).profiles().get(name)).orElseThrow();
  }

  private static ConfigFault fault(String text) {
    return (ConfigFault) ConfigReader.read("config", text);
  }

  private static Map<String, String> defaultOf(String text) {
    Map<String, String> texts = new LinkedHashMap<>();
    profile(text, "default")
        .settings()
        .forEach((name, setting) -> texts.put(name, setting.text().orElse("block")));
    return texts;
  }

  @Test
  void aValueHasItsPlace() {
    Section section = profile("# comment\n[default]\nregion = eu-west-1\n", "default");
    assertThat(section.place()).hasToString("config:2:1");
    Setting region = section.setting("region").orElseThrow();
    assertThat(region.text()).contains("eu-west-1");
    assertThat(region.place()).hasToString("config:3:1");
  }

  @Test
  void namesAreInSmallLettersAndTheFirstDelimiterCounts() {
    assertThat(defaultOf("[default]\nRegion: a\nb:c = d\n"))
        .containsEntry("region", "a")
        .containsEntry("b", "c = d");
  }

  @Test
  void thereAreNoCommentsAfterAValueAndQuotesStay() {
    assertThat(defaultOf("[default]\na = 1 # one\nb = \"x\"\n;c = 2\n  # d\n"))
        .containsExactly(Map.entry("a", "1 # one"), Map.entry("b", "\"x\""));
  }

  @Test
  void aDeeperLineContinuesTheValueWhateverItLooksLike() {
    assertThat(defaultOf("[default]\na = 1\n  secret = 2\n\n  [b]\nc=3"))
        .containsExactly(Map.entry("a", "1\nsecret = 2\n\n[b]"), Map.entry("c", "3"));
  }

  @Test
  void aValueThatBeginsWithAnEmptyLineIsABlock() {
    Section section = profile("[default]\ns3 =\n  Use_X = a=b\n\n  y=1\n  y = 2\n", "default");
    Setting s3 = section.setting("s3").orElseThrow();
    assertThat(s3.text()).isEmpty();
    assertThat(s3.nested("Use_X").orElseThrow().text()).contains("a=b");
    assertThat(s3.nested("y").orElseThrow().text()).contains("2");
    assertThat(s3.nested("y").orElseThrow().place()).hasToString("config:6:3");
    assertThat(fault("[default]\ns3 =\n  no\n").place()).hasToString("config:3:3");
  }

  @Test
  void defaultsAreInheritedByAllSections() {
    String text = "[DEFAULT]\na = 1\nb = 2\n[profile x]\nb = 3\n";
    assertThat(read(text).sections()).hasSize(1);
    Section x = profile(text, "x");
    assertThat(x.setting("a").flatMap(Setting::text)).contains("1");
    assertThat(x.setting("b").flatMap(Setting::text)).contains("3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          '[profile dev]'           > dev
          '[profile  dev]'          > dev
          '[profiles dev]'          > dev
          '[profile "a b"]'         > a b
          '[profile ''a b'']'       > a b
          '[profile a\\ b]'         > a b
          '[default] more'          > default
          '[profile a]b]'           > a]b
          '[profile a b]'           > ''
          '[profiledev]'            > ''
          '[profile o''brien]'      > ''
          '[dev]'                   > ''
          '[Default]'               > ''
          '[ profile x ]'           > ''
          """)
  void aSectionIsAProfileByItsHeader(String header, String name) {
    assertThat(String.join(",", read(header + "\na = 1\n").profiles().keySet())).isEqualTo(name);
  }

  @Test
  void theLaterOfTwoSectionsOfAProfileCountsAlone() {
    Section one = profile("[default]\na = 1\n[profile default]\nb = 2\n", "default");
    assertThat(one.settings()).containsOnlyKeys("b");
  }

  @Test
  void otherKindsOfSectionsAreFoundByName() {
    ConfigFile file = read("[services s]\ns3 =\n  endpoint_url = u\n[sso-session t]\na = 1\n");
    assertThat(file.services()).containsOnlyKeys("s");
    assertThat(file.ssoSessions()).containsOnlyKeys("t");
    assertThat(file.byHeader()).containsOnlyKeys("services s", "sso-session t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          'a = 1'                                > 1
          '[default]|word'                       > 2
          '[default]|= 1'                        > 2
          '[default]|a = 1|A = 2'                > 3
          '[default]|a = 1|[default]'            > 3
          '[]|a = 1'                             > 1
          '[x|a = 1'                             > 1
          """)
  void whatBotocoreCannotReadIsAFaultWithItsLine(String text, int line) {
    assertThat(fault(text.replace('|', '\n')).place().line()).isEqualTo(line);
  }

  @Test
  void aMarkOfByteOrderAndOtherEncodingsAreFaults() {
    assertThat(fault("\ufeff[default]\na = 1\n").place().line()).isEqualTo(1);
    byte[] latin = "[default]\na = \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(ConfigReader.read("config", latin)).isInstanceOf(ConfigFault.class);
  }

  @Test
  void anyLineEndWillDoAndAnySpace() {
    assertThat(defaultOf("[default]\r\na = 1\r\rb =\u00a02\u3000\n"))
        .containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
  }

  @Test
  void theCredentialsFileWinsSettingBySetting() {
    ConfigFile config = read("[default]\na = 1\nb = 1\n[profile x]\nc = 1\n");
    ConfigFile credentials = read("[default]\nb = 2\n[x]\nd = 2\n[profile y]\ne = 2\n");
    Profiles profiles = new Profiles(Optional.of(config), Optional.of(credentials));
    List<String> all = new ArrayList<>();
    new TreeMap<>(profiles.all())
        .forEach((name, settings) ->
            settings.values().forEach(s -> all.add(name + "." + s.name() + s.text().orElse(""))));
    assertThat(all).containsExactly("default.a1", "default.b2", "profile y.e2", "x.c1", "x.d2");
  }
}
