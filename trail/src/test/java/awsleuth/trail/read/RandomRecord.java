package awsleuth.trail.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes records at random, written in all the ways that JSON allows. */
final class RandomRecord {

  static final List<String> COLUMNS =
      List.of(
          "eventTime",
          "eventSource",
          "eventName",
          "awsRegion",
          "sourceIPAddress",
          "userAgent",
          "errorCode",
          "errorMessage",
          "requestID",
          "eventID",
          "sharedEventID",
          "recipientAccountId");

  private static final List<String> VALUES =
      List.of(
          "2026-11-18T15:42:07Z",
          "s3.amazonaws.com",
          "Client.UnauthorizedOperation",
          "",
          "a \"quoted\" word \\ and a tab\t",
          "Zürich – 東京 😀",
          "ends with a backslash \\",
          "{\"eventName\":\"Inner\"}",
          "\u0000\u001f",
          "x".repeat(70),
          "arn:aws:iam::111122223333:role/billing",
          "arn:aws:sts::111122223333:assumed-role/billing/i-0ab",
          "arn:aws:sts::111122223333:federated-user/ann");

  private final Random random;
  private final StringBuilder out = new StringBuilder();

  private RandomRecord(Random random) {
    this.random = random;
  }

  static String of(Random random) {
    RandomRecord record = new RandomRecord(random);
    record.event();
    return record.out.toString();
  }

  private void event() {
    List<Runnable> members = new ArrayList<>();
    for (String column : COLUMNS) {
      int times = random.nextInt(12) == 0 ? 2 : random.nextInt(8) == 0 ? 0 : 1;
      for (int i = 0; i < times; i++) {
        members.add(() -> member(column, this::scalar));
      }
    }
    members.add(() -> member("userIdentity", this::identity));
    if (random.nextInt(10) == 0) {
      members.add(() -> member("userIdentity", this::identity));
    }
    members.add(() -> member("requestParameters", () -> anything(0)));
    members.add(() -> member("responseElements", () -> anything(0)));
    members.add(() -> member("arn", this::scalar));
    Collections.shuffle(members, random);
    object(members);
  }

  private void identity() {
    if (random.nextInt(12) == 0) {
      scalar();
      return;
    }
    List<Runnable> members = new ArrayList<>();
    members.add(
        () -> member("type", random.nextBoolean() ? () -> string("AssumedRole") : this::scalar));
    for (String name :
        List.of(
            "arn", "accountId", "invokedBy", "userName", "principalId", "userId", "eventName")) {
      if (random.nextInt(5) > 1) {
        members.add(() -> member(name, this::scalar));
      }
    }
    int behalves = random.nextInt(8) == 0 ? 2 : random.nextInt(2);
    for (int i = 0; i < behalves; i++) {
      members.add(() ->
          member(
              "onBehalfOf",
              random.nextInt(6) == 0
                  ? this::scalar
                  : () -> object(List.of(() -> member("userId", this::scalar)))));
    }
    int sessions = random.nextInt(8) == 0 ? 2 : random.nextInt(2);
    for (int i = 0; i < sessions; i++) {
      members.add(() -> member("sessionContext", this::session));
    }
    Collections.shuffle(members, random);
    object(members);
  }

  private void session() {
    List<Runnable> members = new ArrayList<>();
    members.add(() -> member("attributes", () -> anything(1)));
    int issuers = random.nextInt(8) == 0 ? 2 : random.nextInt(2);
    for (int i = 0; i < issuers; i++) {
      members.add(() ->
          member(
              "sessionIssuer",
              () ->
                  object(
                      List.of(
                          () -> member("type", this::scalar), () -> member("arn", this::scalar)))));
    }
    members.add(() -> member("arn", this::scalar));
    object(members);
  }

  private void anything(int depth) {
    switch (depth > 5 ? 2 : random.nextInt(3)) {
      case 0 -> {
        List<Runnable> members = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          String name =
              random.nextBoolean() ? "k" + i : COLUMNS.get(random.nextInt(COLUMNS.size()));
          members.add(() -> member(name, () -> anything(depth + 1)));
        }
        object(members);
      }
      case 1 -> {
        out.append('[');
        int length = random.nextInt(4);
        for (int i = 0; i < length; i++) {
          out.append(i == 0 ? "" : ",");
          space();
          anything(depth + 1);
          space();
        }
        out.append(']');
      }
      default -> scalar();
    }
  }

  private void scalar() {
    switch (random.nextInt(14)) {
      case 0 -> out.append("null");
      case 1 -> out.append(random.nextBoolean());
      case 2 -> out.append(random.nextInt()).append(random.nextBoolean() ? ".5e-3" : "");
      case 3 -> {
        if (random.nextInt(4) == 0) {
          out.append("{\"a\":[]}");
        } else {
          string(String.valueOf(random.nextLong()));
        }
      }
      default -> string(VALUES.get(random.nextInt(VALUES.size())));
    }
  }

  private void object(List<Runnable> members) {
    out.append('{');
    for (int i = 0; i < members.size(); i++) {
      out.append(i == 0 ? "" : ",");
      space();
      members.get(i).run();
      space();
    }
    out.append('}');
  }

  private void member(String name, Runnable value) {
    string(name);
    space();
    out.append(':');
    space();
    value.run();
  }

  private void space() {
    if (random.nextInt(10) == 0) {
      out.append(" \n\r\t".charAt(random.nextInt(4)));
    }
  }

  private void string(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || random.nextInt(60) == 0) {
        out.append(String.format("\\u%04x", (int) c));
      } else if (c == '"' || c == '\\' || (c == '/' && random.nextInt(4) == 0)) {
        out.append('\\').append(c);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
