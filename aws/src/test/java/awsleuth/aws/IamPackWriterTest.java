package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IamPackWriterTest {

  private final Map<String, byte[]> pack =
      IamPackWriter.write(MadeUpIamData.newest(), MadeUpIamData.older());

  private IamService service(String prefix) {
    List<String> line = SortedLines.of(file("index")).find(prefix);
    int from = Integer.parseInt(line.get(1));
    byte[] packed =
        Arrays.copyOfRange(file("services"), from, from + Integer.parseInt(line.get(2)));
    byte[] text = Pack.inflate(packed, Integer.parseInt(line.get(3)));
    return new IamService(prefix, line.get(4), line.get(5).equals("r"), text);
  }

  private byte[] file(String name) {
    return pack.getOrDefault(name, new byte[0]);
  }

  @Test
  void theSamePackagesGiveTheSameBytes() {
    Map<String, byte[]> again = IamPackWriter.write(MadeUpIamData.newest(), MadeUpIamData.older());
    assertThat(again.keySet()).isEqualTo(pack.keySet());
    pack.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void thePackSaysWhereItIsFrom() {
    assertThat(file("stamp")).asString().isEqualTo("2.0.1 2026-01-02 1.0.1 2025-01-02\n");
    assertThat(file("license")).asString().isEqualTo("A licence");
    assertThat(file("key-prefixes")).asString().isEqualTo("milk.example\ttea\n");
  }

  @Test
  void whatWasWrittenIsRead() {
    IamService tea = service("tea");
    assertThat(tea).hasToString("tea, Amazon Tea");
    assertThat(tea.supportsRcp()).isTrue();
    assertThat(tea.actionNames()).containsExactly("Brew", "Pour");
    assertThat(tea.action("POUR"))
        .contains(
            new IamAction(
                "tea",
                "Pour",
                IamAction.Level.WRITE,
                List.of(
                    new IamAction.Target("cup", false, List.of()),
                    new IamAction.Target("pot", true, List.of("tea:Heat", "tea:Size"))),
                List.of("aws:TagKeys", "tea:Kind"),
                Optional.of(List.of("cup:Fill", "iam:PassRole")),
                Optional.of(true)));
    assertThat(tea.resourceTypes())
        .containsExactly(
            new ResourceType("cup", List.of("arn:${Partition}:tea:::${Pot}/${Cup}"), List.of()),
            new ResourceType(
                "pot",
                List.of("arn:${Partition}:tea:::${Pot}", "arn:${Partition}:tea:::old/${Pot}"),
                List.of("tea:Kind")));
    assertThat(tea.key("tea:kind").orElseThrow().multivalued()).isTrue();
    assertThat(tea.key("tea:heat").orElseThrow().type()).isEqualTo(ConditionKey.Type.UNKNOWN);
  }

  @Test
  void whatTheOlderPackageLacksIsUnknown() {
    IamAction brew = service("tea").action("Brew").orElseThrow();
    assertThat(brew.dependentActions()).isEmpty();
    assertThat(brew.permissionOnly()).isEmpty();
    assertThat(service("bare").actionNames()).isEmpty();
    assertThat(service("bare").supportsRcp()).isFalse();
  }
}
