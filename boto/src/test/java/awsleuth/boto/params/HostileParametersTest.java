package awsleuth.boto.params;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.boto.Boto;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Parameters that are many and wrong take time in proportion to their number. */
class HostileParametersTest {

  private static final Duration ENOUGH = Duration.ofSeconds(20);
  private static final Boto BOTO = Boto.of(AwsCatalog.embedded(), LocalDate.of(2026, 1, 31));

  private static Reviewer reviewer(String client, String operation) {
    Service service = BOTO.catalog().service(client).orElseThrow();
    return BOTO.reviewer(service, service.operation(operation).orElseThrow());
  }

  private static Dict dict(Map<PyValue, PyValue> entries) {
    return new Dict(new LinkedHashMap<>(entries));
  }

  @Test
  void whatIsMeantIsLookedForSoManyTimes() {
    int many = 10_000;
    List<PyValue> types =
        IntStream.range(0, many).<PyValue>mapToObj(i -> new Str("t3.mcro" + i)).toList();
    Review values =
        assertTimeoutPreemptively(
            ENOUGH,
            () ->
                reviewer("ec2", "DescribeInstanceTypes")
                    .review(dict(Map.of(new Str("InstanceTypes"), new PyList(types))), Set.of()));
    assertThat(
            values.advice().stream()
                .filter(a -> a.kind() == Advice.Kind.REFUSED_BY_SERVICE)
                .filter(a -> a.text().startsWith("`t3.mcro"))
                .count())
        .isEqualTo(many);
    assertThat(values.complete()).isFalse();

    Map<PyValue, PyValue> unknown = new LinkedHashMap<>();
    IntStream.range(0, many).forEach(i -> unknown.put(new Str("Unkown" + i), Int.of(i)));
    Review names =
        assertTimeoutPreemptively(
            ENOUGH, () -> reviewer("s3", "PutObject").review(dict(unknown), Set.of()));
    assertThat(names.advice().getLast().text())
        .isEqualTo("`PutObjectRequest` has no parameter of this name");
  }

  @Test
  void errorsBesideManyValuesThatAreNotKnownAreToldApart() {
    int many = 20_000;
    List<PyValue> ids = new ArrayList<>();
    IntStream.range(0, many).forEach(_ -> ids.add(GivenCall.UNKNOWN));
    IntStream.range(0, many).forEach(i -> ids.add(Int.of(i)));
    Dict partly = dict(Map.of(new Str("InstanceIds"), new PyList(ids)));
    Validation found =
        assertTimeoutPreemptively(
            ENOUGH,
            () ->
                reviewer("ec2", "DescribeInstances")
                    .validation(dict(Map.of()), Set.of("InstanceIds"), partly));
    assertThat(found.errors()).hasSize(10_000);
    assertThat(found.errors().getFirst().place().path()).isEqualTo("InstanceIds[20000]");
  }

  @Test
  void theVersionOfACopysSourceIsFound() {
    Map<PyValue, PyValue> copy = new LinkedHashMap<>();
    copy.put(new Str("Bucket"), new Str("b"));
    copy.put(new Str("Key"), new Str("k"));
    copy.put(new Str("CopySource"), new Str("?versionId=".repeat(200_000) + " ?versionId=a b?"));
    Service s3 = BOTO.catalog().service("s3").orElseThrow();
    assertThat(
            assertTimeoutPreemptively(
                ENOUGH,
                () ->
                    BOTO.client(s3).refusal(s3.operation("CopyObject").orElseThrow(), dict(copy))))
        .isEmpty();
  }
}
