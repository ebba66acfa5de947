package awsleuth.boto.call;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.call.GivenCall.Read;
import awsleuth.boto.call.GivenCall.Unreadable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that Python refuses to compile, and such that it takes. */
class PythonSyntaxTest {

  private static GivenCall.Reading read(String arguments) {
    String call = "s3.put_object(" + arguments.replace("~", "\n");
    return BotoCallReader.read(AwsCatalog.embedded(), call);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Bucket='b' Key='k')|1|26|`,` is missing before `Key=`",
        "Bucket=name Key='k')|1|27|`,` is missing before `Key=`",
        "Bucket=x[0] Key='k')|1|27|`,` is missing before `Key=`",
        "Bucket='b', Body=5 'x')|1|34|`,` is missing before `'x'`",
        "Bucket='b', Key=)|1|31|a value is missing before `)`",
        "Bucket=, Key='k')|1|22|a value is missing before `,`",
        "Bucket='b',, Key='k')|1|26|a value is missing before `,`",
        "Metadata={'a': 1 'b': 2})|1|32|`,` is missing before `'b'`",
        "Metadata={'a' 1, 'b': 2})|1|29|`:` or `,` is missing before `1`",
        "Metadata={'a': })|1|30|a value is missing before `}`",
        "Bucket='b',~ Tagging={'a': [1, 2})|2|21|`]` for the `[` of line 2, column 16 is missing"
            + " before `}`",
        "Bucket='b', Key='k'|1|34|the call does not end: `)` for the `(` of line 1, column 14 is"
            + " missing",
        "Bucket='b', Key='k', Bucket='c')|1|36|`Bucket=` is given twice",
        "Bucket='b'))|1|26|`)` closes nothing",
        "Bucket='b',~ Key='k)|2|6|a string that does not end: `'` is missing",
        "Bucket='b, Key='k')|1|22|the quote of `'b, Key='` closes too late: one is missing",
        "Bucket=\u201cb\u201d)|1|22|`\u201c` is no quote of Python's: ' or \" is missing",
      })
  void whatIsMissingIsToldWithItsPlace(String arguments, int line, int column, String why) {
    assertThat(read(arguments)).isEqualTo(new Unreadable(line, column, why));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bucket=a if b else c, Key=f'{x}' 'y', Body=[i for i in r(3) if i], **extra)",
        "Metadata={k: v for k, v in x.items()}, Key=not x, ACL=lambda x: x[1:], Body=...)",
        "Body='''a~ b, c=''', Metadata={**x, 'a': -1,}, ACL=x @ y)['ETag'].strip()",
        "Bucket=f(a=1, b=2), Key=f(a=1), ACL=x==y)",
        "Bucket='b')  # it's here~print('x)",
        "Bucket='it\\'s', Key=\"it's\", Body=b'a=' b'b', ACL=x[-1:])",
      })
  void whatPythonTakesIsRead(String arguments) {
    assertThat(read(arguments)).isInstanceOf(Read.class);
  }
}
