package awsleuth.boto.params;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Shape;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Date;
import awsleuth.boto.python.PyValue.DateTime;
import awsleuth.boto.python.PyValue.Dec;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import awsleuth.boto.python.Timestamps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Corrects single values, and says what the service will make of them. */
final class ScalarCorrection {

  private final Enumerations enumerations;
  private final JsonTexts json;
  private final String service;
  private final LocalDate today;
  private final TimestampAdvice timestamps;
  private final List<Advice> advice;

  ScalarCorrection(AwsCatalog catalog, String service, LocalDate today, List<Advice> advice) {
    this.enumerations = new Enumerations(catalog, advice);
    this.json = new JsonTexts(advice);
    this.service = service;
    this.today = today;
    this.timestamps = new TimestampAdvice(today);
    this.advice = advice;
  }

  PyValue of(PyValue value, Shape.Scalar shape, Place place, Operation operation) {
    return switch (shape.type()) {
      case "string" -> text(value, shape, place, operation);
      case "integer", "long" -> limited(whole(value, shape, place, operation), shape, place);
      case "float", "double" -> limited(real(value, place), shape, place);
      case "boolean" -> truth(value, place);
      case "blob" -> blob(value, place);
      case "timestamp" -> timestamp(value, shape, place);
      default -> value;
    };
  }

  /** The text of a dict or a list where JSON is wanted. */
  PyValue json(PyValue value, Place place) {
    return json.dumped(value, place, "it takes JSON as a text: json.dumps");
  }

  private PyValue changed(Place place, String text, PyValue corrected) {
    advice.add(new Advice(place, Advice.Kind.CHANGED, text));
    return corrected;
  }

  private PyValue text(PyValue value, Shape.Scalar shape, Place place, Operation operation) {
    return switch (value) {
      case Str s -> limited(s, shape, place, operation);
      case Int _, Real _, Dec _ -> {
        Str number = new Str(PythonText.str(value));
        changed(place, "a text is wanted, not a number", number);
        yield limited(number, shape, place, operation);
      }
      case Bool b when !shape.values().isEmpty() ->
          enumerations.truth(b.value(), shape.values(), place).map(PyValue.class::cast).orElse(b);
      case Bool b -> changed(place, "a text is wanted", new Str(b.value() ? "true" : "false"));
      case DateTime t -> changed(place, "a text is wanted", new Str(PythonText.isoformat(t, 'T')));
      case Dict _, PyList _ when shape.values().isEmpty() && JsonTexts.isWanted(place) ->
          json(value, place);
      case PyList(List<PyValue> items)
          when items.size() == 1 && items.getFirst() instanceof Str s -> {
        changed(place, "a text is wanted, not a list; its only element is taken", s);
        yield limited(s, shape, place, operation);
      }
      case PyList(List<PyValue> items)
          when items.stream().allMatch(Str.class::isInstance)
              && place instanceof Place.Member(Place.Root _, String name)
              && name.equals("VPCZoneIdentifier") ->
          changed(
              place,
              "a text is wanted, the subnets with commas between them",
              new Str(items.stream().map(PythonText::str).collect(Collectors.joining(","))));
      case Bytes b when b.latin1().chars().allMatch(c -> c < 0x80) ->
          changed(place, "a text is wanted, not bytes", new Str(b.latin1()));
      default -> value;
    };
  }

  private PyValue limited(Str s, Shape.Scalar shape, Place place, Operation operation) {
    if (s.equals(GivenCall.UNKNOWN)) {
      return s;
    }
    if (!shape.values().isEmpty() && !shape.values().contains(s.value())) {
      return enumerated(s, shape, place);
    }
    int length = s.value().codePointCount(0, s.value().length());
    if (Limits.above(length, shape.limits().max())) {
      refused(place, length + " characters, where the model has at most " + shape.limits().max());
    } else if (!shape.pattern().isEmpty()) {
      pattern(s.value(), shape, place);
    }
    boolean userData =
        place instanceof Place.Member(Place.Root _, String name)
            && name.equals("UserData")
            && List.of("RunInstances", "CreateLaunchConfiguration").contains(operation.name());
    if (userData && Base64Look.likely(s.value())) {
      advice.add(
          new Advice(
              place,
              Advice.Kind.SENT_OTHERWISE,
              "it looks like base64; botocore encodes it itself, so the instance would get"
                  + " base64"));
    }
    return s;
  }

  private Str enumerated(Str value, Shape.Scalar shape, Place place) {
    if (shape.sensitive()) {
      refused(place, "it is none of the %d values in the model".formatted(shape.values().size()));
      return value;
    }
    return enumerations.of(value, shape.values(), place);
  }

  /** The beginning of a long text. */
  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private void refused(Place place, String text) {
    advice.add(new Advice(place, Advice.Kind.REFUSED_BY_SERVICE, text));
  }

  private void pattern(String text, Shape.Scalar shape, Place place) {
    String pattern = shape.pattern();
    Optional<ModelPatterns.Fit> fit = ModelPatterns.fit(pattern, text);
    if (fit.isEmpty() || fit.get() == ModelPatterns.Fit.WHOLE) {
      return;
    }
    boolean anchored = pattern.startsWith("^") && pattern.endsWith("$");
    if (anchored || fit.get() == ModelPatterns.Fit.NONE) {
      String shown = shape.sensitive() ? "it" : "`" + shortened(text) + "`";
      refused(place, shown + " does not fit the model's pattern `" + pattern + "`");
    } else {
      advice.add(
          new Advice(
              place,
              Advice.Kind.SENT_OTHERWISE,
              "the model's pattern `" + pattern + "` fits only a part of it"));
    }
  }

  private PyValue whole(PyValue value, Shape.Scalar shape, Place place, Operation operation) {
    NumberOfTime.Unit unit = NumberOfTime.unit(service, operation.name(), shape.name());
    Optional<String> seconds = NumberOfTime.looksLikeSeconds(value, unit);
    if (seconds.isPresent() && value instanceof Int i) {
      return changed(place, seconds.get(), new Int(i.value().multiply(BigInteger.valueOf(1000))));
    }
    return switch (value) {
      case Real r when NumberOfTime.milliseconds(r, unit).isPresent() ->
          changed(
              place,
              "a time is a number of milliseconds here; seconds are multiplied by 1000",
              NumberOfTime.milliseconds(r, unit).orElseThrow());
      case Str s when s.value().matches("[+-]?\\d{1,18}") ->
          changed(place, "a number is wanted, not a text", new Int(new BigInteger(s.value())));
      case Real r when Math.rint(r.value()) == r.value() && Math.abs(r.value()) < 1e15 ->
          changed(place, "an int is wanted, not a float", Int.of((long) r.value()));
      case Dec d when d.text().matches("-?\\d{1,18}") ->
          changed(place, "an int is wanted, not a Decimal", new Int(new BigInteger(d.text())));
      case Str _, DateTime _ when NumberOfTime.wanted(value, unit).isPresent() ->
          changed(
              place,
              "a time is a number of "
                  + unit.name().toLowerCase(Locale.ROOT)
                  + " here, from 1970 in UTC",
              NumberOfTime.wanted(value, unit).orElseThrow());
      case Str _, DateTime _ -> {
        NumberOfTime.of(value)
            .ifPresent(text -> advice.add(new Advice(place, Advice.Kind.MEANT, text)));
        yield value;
      }
      default -> value;
    };
  }

  private PyValue real(PyValue value, Place place) {
    return value instanceof Str s && s.value().matches("[+-]?\\d{1,18}(\\.\\d{1,18})?")
        ? changed(place, "a number is wanted, not a text", new Real(Double.parseDouble(s.value())))
        : value;
  }

  private PyValue limited(PyValue value, Shape.Scalar shape, Place place) {
    Optional<Int> least =
        value instanceof Int i ? Limits.below(i, shape.limits().min()) : Optional.empty();
    if (least.isPresent()) {
      advice.add(
          new Advice(
              place,
              Advice.Kind.CHOSEN,
              PythonText.str(least.get()) + " is put in, the least that is taken"));
      return least.get();
    }
    boolean above =
        switch (value) {
          case Int i -> Limits.above(new BigDecimal(i.value()), shape.limits().max());
          case Real r ->
              Double.isFinite(r.value())
                  && Limits.above(new BigDecimal(r.value()), shape.limits().max());
          default -> false;
        };
    if (above) {
      String shown = shape.sensitive() ? "it" : PythonText.str(value);
      refused(place, shown + " is above " + shape.limits().max() + ", the most in the model");
    }
    return value;
  }

  private PyValue truth(PyValue value, Place place) {
    return switch (value) {
      case Str s when s.value().equalsIgnoreCase("true") || s.value().equalsIgnoreCase("false") ->
          changed(
              place,
              "True or False is wanted, not a text",
              new Bool(s.value().equalsIgnoreCase("true")));
      case Int i when i.value().signum() == 0 || i.value().equals(BigInteger.ONE) ->
          changed(
              place, "True or False is wanted, not a number", new Bool(i.value().signum() != 0));
      default -> value;
    };
  }

  private PyValue blob(PyValue value, Place place) {
    return switch (value) {
      case Int _, Real _, Dec _ ->
          changed(
              place, "bytes or a text are wanted, not a number", new Str(PythonText.str(value)));
      case Dict _, PyList _ ->
          json.dumped(value, place, "bytes or a text are wanted: json.dumps makes a text of it");
      case Str s when Base64Look.likely(s.value()) -> {
        advice.add(
            new Advice(
                place,
                Advice.Kind.SENT_OTHERWISE,
                "it looks like base64; boto3 takes the bytes themselves and encodes them where it"
                    + " is needed"));
        yield s;
      }
      default -> value;
    };
  }

  private PyValue timestamp(PyValue value, Shape.Scalar shape, Place place) {
    if (value instanceof Date d) {
      return changed(
          place,
          "a datetime is wanted, not a date",
          new DateTime(d.value().atStartOfDay(), java.util.OptionalInt.empty()));
    }
    Optional<PyValue> seconds = timestamps.inSeconds(value);
    if (seconds.isPresent()) {
      return changed(
          place, "numbers are seconds since 1970; milliseconds are divided by 1000", seconds.get());
    }
    if (value instanceof Str text && !(Timestamps.read(text, today) instanceof Timestamps.Moment)) {
      advice.add(
          new Advice(
              place,
              Advice.Kind.MEANT,
              "no time is read out of it; a datetime is, or a text such as 2026-01-02T03:04:05Z"));
    }
    timestamps
        .of(value)
        .filter(_ -> !shape.sensitive())
        .ifPresent(t -> advice.add(new Advice(place, Advice.Kind.SENT_OTHERWISE, t)));
    return value;
  }
}
