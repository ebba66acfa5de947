package awsleuth.app.lint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which charset a file of Python is read in. */
class SourceTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# coding: latin-1\n",
        "#!/usr/bin/python\n# -*- coding: latin-1 -*-\n",
        "\n# coding=latin-1\n",
        "# a\r\n# vim: set fileencoding=latin-1 :\r\n"
      })
  void aCommentInTheFirstTwoLinesNamesIt(String text) throws CharacterCodingException {
    assertThat(SourceText.of(text.getBytes(UTF_8)).charset()).isEqualTo(ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# a\n# b\n# coding: latin-1\n",
        "import boto3\n# coding: latin-1\n",
        "x = 1 # coding: latin-1\n",
        "# a\r# b\r# coding: latin-1\r"
      })
  void anyOtherCommentDoesNot(String text) throws CharacterCodingException {
    assertThat(SourceText.of(text.getBytes(UTF_8)).charset()).isEqualTo(UTF_8);
  }
}
