package awsleuth.iam.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DiffTest {

  @Test
  void aLastLineWithoutALineBreakIsMarked() {
    String diff = Diff.unified("p.json", "{\n}", "{\n\"a\": 1\n}");
    assertThat(diff)
        .isEqualTo(
            """
            --- p.json
            +++ p.json
            @@ -1,2 +1,3 @@
             {
            +"a": 1
             }
            \\ No newline at end of file
            """);
    assertThat(Patch.apply("{\n}", diff)).isEqualTo("{\n\"a\": 1\n}");
  }

  @Test
  void aLastLineThatChangesIsMarkedOnBothSides() {
    String diff = Diff.unified("p.json", "{}", "{1}");
    assertThat(diff)
        .endsWith("-{}\n\\ No newline at end of file\n+{1}\n\\ No newline at end of file\n");
    assertThat(Patch.apply("{}", diff)).isEqualTo("{1}");
  }

  @Test
  void anotherNameIsWrittenAsPatchReadsItToo() {
    String diff = Diff.unified("trail.json", "{}", "{1}");
    assertThat(Diff.renamed(diff, "trail.json", "role/a\n+++ b"))
        .startsWith("--- \"role/a\\012+++ b\"\n+++ \"role/a\\012+++ b\"\n@@");
  }

  @Test
  void aNameWithABlankEndsInATab() {
    assertThat(Diff.unified("app role.json", "{}", "{1}"))
        .startsWith("--- app role.json\t\n+++ app role.json\t\n@@");
  }

  @Test
  void lineBreaksOfWindowsStay() {
    String before = "{\r\n  1\r\n}\r\n";
    String after = "{\r\n  1,\r\n  2\r\n}\r\n";
    String diff = Diff.unified("p.json", before, after);
    assertThat(diff).contains("+  2\r\n");
    assertThat(Patch.apply(before, diff)).isEqualTo(after);
  }

  private static String inOneLine(String... resources) {
    return "{\"Version\":\"2012-10-17\",\"Id\":\"a \\\"b,"
        + " {c}\\\"\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\"],\"Condition\":{"
        + " },\"Resource\":[\""
        + String.join("\",\"", resources)
        + "\"]}]}";
  }

  @Test
  void aDocumentInOneLongLineIsShownLaidOutAnew() {
    String before = inOneLine("arn:aws:s3:::fjord-covers/*");
    String after = inOneLine("arn:aws:s3:::fjord-covers/*", "arn:aws:s3:::fjord-texts/*");
    assertThat(Diff.readable("p.json", before, after))
        .isEqualTo(
            """
            # p.json, laid out anew
            --- p.json
            +++ p.json
            @@ -9,7 +9,8 @@
                   ],
                   "Condition": {},
                   "Resource": [
            -        "arn:aws:s3:::fjord-covers/*"
            +        "arn:aws:s3:::fjord-covers/*",
            +        "arn:aws:s3:::fjord-texts/*"
                   ]
                 }
               ]
            """);
    assertThat(Indented.of(before)).contains("  \"Id\": \"a \\\"b, {c}\\\"\",\n");
  }

  @Test
  void aDocumentWhoseChangedLinesAreShortKeepsItsLayout() {
    String id = "x".repeat(300);
    String before = "{\n      \"Action\": \"s3:GetObject\",\n\"Id\": \"" + id + "\"\n}\n";
    String after = before.replace("GetObject", "PutObject");
    assertThat(Diff.readable("p.json", before, after))
        .isEqualTo(Diff.unified("p.json", before, after));
  }

  @Test
  void aLongValueThatNoLayoutShortensKeepsIt() {
    String before = "{\n\"Id\":\n\"" + "x".repeat(300) + "\"\n}\n";
    String after = before.replace("xxx\"", "yyy\"");
    assertThat(Diff.readable("p.json", before, after))
        .isEqualTo(Diff.unified("p.json", before, after));
  }

  @Test
  void layingOutLosesNothingButWhiteSpaceWhateverTheTextIs() {
    for (String text : new String[] {"", "{", "]]}", "{\"a", "\"a\\", "[[1,2],[ ]]", "{} {}"}) {
      assertThat(Indented.of(text).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    assertThat(Indented.of(deep)).hasSizeLessThan(400_000);
  }

  @Test
  void everyDiffAppliesToItsText() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      String before = text(random);
      String after = text(random);
      assertThat(Patch.apply(before, Diff.unified("p", before, after))).isEqualTo(after);
    }
  }

  private static String text(Random random) {
    StringBuilder out = new StringBuilder();
    int lines = random.nextInt(30);
    for (int i = 0; i < lines; i++) {
      out.append("abc".charAt(random.nextInt(3)));
      boolean last = i == lines - 1 && random.nextBoolean();
      out.append(last ? "" : random.nextInt(4) == 0 ? "\r\n" : "\n");
    }
    return out.toString();
  }
}
