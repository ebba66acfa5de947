package awsleuth.iam.diff;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.aws.IamService;
import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the resources of an action look like, so that a witness is a request AWS makes. Actions with
 * the same resources have the same one.
 */
final class Targets {

  private static final String ACCOUNT = "111122223333";

  /** Where policies treat the other otherwise than all others. */
  private static final String OTHER_ACCOUNT = "444455556666";

  private static final int ARN_PARTS = 6;

  /** Names that are all of an ARN's last part, such as those of buckets, have no slash. */
  private static final Clause NO_SLASH =
      Clause.unwanted(List.of(Pattern.of(Shape.pattern("arn:*:*:*:*:*/*"))));

  private static final List<String> PARTITIONS = List.of("aws", "aws-cn", "aws-us-gov");

  /**
   * What to look for instead of odd ones: of a partition that exists, and of a name without colons
   * where it is one of IAM, a bucket or an access point.
   */
  static final List<Clause> PLAIN =
      List.of(
          Clause.wanted(
              PARTITIONS.stream().map(p -> Pattern.of(Shape.pattern("arn:" + p + ":*"))).toList()),
          Clause.unwanted(
              List.of(
                  Pattern.of(Shape.pattern("arn:*:iam:*:*:*:*")),
                  Pattern.of(Shape.pattern("arn:*:s3:::*:*/*")),
                  Pattern.of(Shape.pattern("arn:*:s3:*:*:accesspoint/*:*")))));

  /** Where nothing is known of the action, or it may be any. */
  static final Targets ANY = new Targets(List.of(), List.of(), List.of());

  private final List<List<Clause>> plain;
  private final List<Clause> all;
  private final List<List<Clause>> wide;

  private Targets(List<List<Clause>> plain, List<Clause> all, List<List<Clause>> wide) {
    this.plain = plain;
    this.all = all;
    this.wide = wide;
  }

  /**
   * What resources of an action look like.
   *
   * @param arns the patterns of their ARNs, as AWS documents them, the shortest first
   * @param none whether there are requests about no resource
   */
  record Documented(List<String> arns, boolean none) {

    /** Empty where AWS's data does not have the action. */
    static Optional<Documented> of(String action, IamCatalog catalog) {
      Optional<IamAction> known = catalog.action(action);
      Optional<IamService> service = known.flatMap(a -> catalog.service(a.prefix()));
      if (known.isEmpty() || service.isEmpty()) {
        return Optional.empty();
      }
      List<String> arns =
          known.get().targets().stream()
              .flatMap(t -> service.get().resourceType(t.type()).stream())
              .flatMap(t -> t.arns().stream())
              .sorted(Comparator.comparingInt(String::length))
              .toList();
      return Optional.of(
          new Documented(
              arns, known.get().targets().stream().noneMatch(IamAction.Target::required)));
    }
  }

  static Targets of(Documented documented) {
    List<List<Clause>> plain = new ArrayList<>(ways(documented, "aws", ACCOUNT, true));
    List<Pattern> all =
        new ArrayList<>(documented.arns().stream().map(a -> pattern(a, "", "", false)).toList());
    if (documented.none()) {
      Pattern none = Pattern.of(Shape.literal("*"));
      plain.add(List.of(Clause.wanted(List.of(none))));
      all.add(none);
    }
    List<List<Clause>> wide = new ArrayList<>(ways(documented, "aws", OTHER_ACCOUNT, true));
    wide.addAll(ways(documented, "aws*", ACCOUNT, false));
    wide.addAll(ways(documented, "", "", false));
    return new Targets(List.copyOf(plain), List.of(Clause.wanted(all)), List.copyOf(wide));
  }

  private static List<List<Clause>> ways(
      Documented documented, String partition, String account, boolean plain) {
    List<Pattern> names = new ArrayList<>();
    List<Pattern> others = new ArrayList<>();
    documented
        .arns()
        .forEach(
            arn -> (isName(arn) ? names : others).add(pattern(arn, partition, account, plain)));
    List<List<Clause>> ways = new ArrayList<>();
    if (!names.isEmpty()) {
      ways.add(List.of(Clause.wanted(names), NO_SLASH));
    }
    if (!others.isEmpty()) {
      ways.add(List.of(Clause.wanted(others)));
    }
    return ways;
  }

  /** Ways to look for one that is like most are, the likeliest first. */
  List<List<Clause>> plain() {
    return plain;
  }

  /** What each of them is like, plain or not; empty where nothing is known of them. */
  List<Clause> all() {
    return all;
  }

  /** Ways to look for one that is not plain, from narrow to wide. */
  List<List<Clause>> wide() {
    return wide;
  }

  private static boolean isName(String arn) {
    String last = arn.split(":", ARN_PARTS)[ARN_PARTS - 1];
    return last.startsWith("${") && last.indexOf('}') == last.length() - 1;
  }

  /**
   * What ARNs are matched.
   *
   * @param partition a pattern; where it is empty, the Region and the account may be any as well
   * @param plain whether names have no colons
   */
  private static Pattern pattern(String arn, String partition, String account, boolean plain) {
    String filled =
        partition.isEmpty()
            ? arn
            : arn.replace("${Partition}", partition)
                .replace("${Region}", "us-east-1")
                .replace("${Account}", account);
    String pattern = filled.replaceAll("\\$\\{[^}]{0,100}}", "?*");
    Shape shape = Shape.arn(pattern, false, Map.of()).orElseGet(() -> Shape.literal(pattern));
    return Pattern.of(plain ? shape.inParts() : shape);
  }

  /** Whether a resource is surely none that exists, though it looks like one. */
  static boolean isOdd(String resource) {
    String[] arn = resource.split(":", ARN_PARTS);
    if (arn.length < ARN_PARTS) {
      return false;
    }
    boolean colon = arn[ARN_PARTS - 1].contains(":");
    return !PARTITIONS.contains(arn[1])
        || (colon && (arn[2].equals("iam") || (arn[2].equals("s3") && !isObject(arn))));
  }

  /** Whether only the key of an object has colons. */
  private static boolean isObject(String[] arn) {
    String last = arn[ARN_PARTS - 1];
    return arn[3].isEmpty() && last.indexOf('/') >= 0 && last.indexOf(':') > last.indexOf('/');
  }
}
