"""Makes clients, forks, and calls with them in the child, which fails: for `awsleuth run`."""

import os
import sys

from run_faults import client, closed


def main():
    called = client("sqs", closed())
    waiting = client("sns", closed())
    try:
        called.list_queues()
    except Exception:
        pass
    child = os.fork()
    if child == 0:
        for call in (called.list_queues, waiting.list_topics):
            try:
                call()
            except Exception:
                pass
        sys.stdout.flush()
        sys.exit(0)
    sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


if __name__ == "__main__":
    main()
