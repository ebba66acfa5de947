package awsleuth.bench;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Result;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Decides a million requests, of which no two are the same, against the policies of an input. */
public final class Million {

  private static final int REQUESTS = 1_000_000;

  private Million() {}

  /**
   * Decides.
   *
   * @param args the folder of inputs and the input's name
   */
  public static void main(String[] args) {
    Input input = Input.read(Path.of(args[0]), args[1]);
    Authorizer authorizer = input.authorizer();
    long begin = System.nanoTime();
    int allowed = 0;
    for (int i = 0; i < REQUESTS; i++) {
      Asked asked = different(input.asked().get(i % input.asked().size()), i);
      allowed += authorizer.decide(asked.request()) == Result.ALLOWED ? 1 : 0;
    }
    System.out.printf(
        "%,d requests, all with different actions, resources and keys: %,d allowed; %.1f s, heap %d MB%n",
        REQUESTS,
        allowed,
        (System.nanoTime() - begin) / 1e9,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static Asked different(Asked asked, int i) {
    Map<String, Object> context = new LinkedHashMap<>(asked.context());
    context.put("aws:RequestTag/tag-" + i, "value-" + i);
    return new Asked(
        asked.principal() + i,
        asked.action() + i,
        asked.resource() + i,
        asked.account(),
        context,
        asked.expected());
  }
}
