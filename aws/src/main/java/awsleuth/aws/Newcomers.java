package awsleuth.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The services that an installed botocore has and the pack lacks, read when first asked for. */
final class Newcomers {

  private final AwsCatalog catalog;
  private volatile @Nullable List<Service> known;

  Newcomers(AwsCatalog catalog) {
    this.catalog = catalog;
  }

  /** Those of the pack's that the installed botocore has too, and the newcomers that fit. */
  List<String> with(List<String> packed, Predicate<Service> fitting) {
    TreeSet<String> present = new TreeSet<>(packed);
    present.retainAll(catalog.services());
    for (Service service : services()) {
      if (fitting.test(service)) {
        present.add(service.metadata().name());
      }
    }
    return List.copyOf(present);
  }

  private List<Service> services() {
    List<Service> read = known;
    if (read == null) {
      read = new ArrayList<>();
      for (String name : catalog.services()) {
        if (!catalog.isPacked(name)) {
          catalog.service(name).ifPresent(read::add);
        }
      }
      known = read;
    }
    return read;
  }
}
