package awsleuth.collect.call;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.boto.python.JsonText;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

  private static Document read(String text) {
    return DocumentReader.read(text).orElseThrow();
  }

  @Test
  void theWrappersOfTheQueryProtocolAreLeftOut() {
    Document d =
        read(
            "<GetUserResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><GetUserResult>"
                + "<User><UserName>ann</UserName></User></GetUserResult><ResponseMetadata/>"
                + "</GetUserResponse>");
    assertThat(d.textAt("User", "UserName")).isEqualTo("ann");
  }

  @Test
  void listsOfXmlAndJsonAreAlike() {
    assertThat(read("<R><Names><member>a</member><member>b</member></Names></R>").items("Names"))
        .extracting(Document::text)
        .containsExactly("a", "b");
    assertThat(read("{\"Names\": [\"a\", \"b\"]}").items("Names"))
        .extracting(Document::text)
        .containsExactly("a", "b");
  }

  @Test
  void ofNullAndOfWhatIsNotThereTheTextIsEmpty() {
    assertThat(read("{\"a\": null, \"b\": 3, \"c\": true}").textAt("a")).isEmpty();
    assertThat(read("{\"a\": null, \"b\": 3, \"c\": true}").textAt("b")).isEqualTo("3");
    assertThat(read("{}").textAt("x", "y")).isEmpty();
    assertThat(read("")).isEqualTo(Document.EMPTY);
  }

  @Test
  void numbersAndTruthsOfJsonStayWhatTheyAre() {
    assertThat(JsonText.pretty(read("{\"a\": 40.0, \"b\": true, \"c\": 3, \"d\": \"3\"}").value()))
        .isEqualTo("{\"a\": 40.0, \"b\": true, \"c\": 3, \"d\": \"3\"}");
    assertThat(JsonText.pretty(read("<R><a>40</a></R>").value())).isEqualTo("{\"a\": \"40\"}");
  }

  @Test
  void whatIsNeitherXmlNorJsonIsNothing() {
    assertThat(DocumentReader.read("no such thing")).isEmpty();
    assertThat(DocumentReader.read("<a><b></a>")).isEmpty();
    assertThat(DocumentReader.read("{\"a\": ")).isEmpty();
  }

  @Test
  void entitiesAreNotFollowed() {
    String bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><b>&x;</b></a>";
    assertThat(DocumentReader.read(bomb).map(d -> d.textAt("b")).orElse("")).isEmpty();
  }

  @Test
  void endlessDepthIsNothing() {
    assertThat(DocumentReader.read("<a>".repeat(5000))).isEmpty();
    assertThat(DocumentReader.read("{\"a\":".repeat(5000))).isEmpty();
  }
}
