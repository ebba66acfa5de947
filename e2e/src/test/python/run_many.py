"""Makes as many calls as it is told, which fail with as many messages, and then one of another operation; told `full`, fills
the record and dies of another: for `awsleuth run`."""

import os
import string
import sys

from run_faults import closed, client, expired


def letters(number):
    """A word for a number: texts that differ in numbers alone are taken for the same."""
    return "".join(string.ascii_lowercase[int(digit)] for digit in str(number))


def main():
    sqs = client("sqs", closed())
    for number in range(int(sys.argv[1])):
        try:
            sqs.list_queues(MaxResults=letters(number))
        except Exception:
            pass
    try:
        sqs.get_queue_url(QueueName="late")
    except Exception:
        pass
    if sys.argv[2:] == ["full"]:
        with open(os.environ["AWSLEUTH_RECORD"], "a") as record:
            record.write('{"kind": "none"}\n' * (5 << 16))
        for _attempt in range(2):
            try:
                expired()
            except Exception:
                pass
        expired()


if __name__ == "__main__":
    main()
