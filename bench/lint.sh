#!/bin/sh
# Times `awsleuth lint`, whole processes, on Python sources of at least 100,000 lines that call AWS: the cases of the pages
# again and again, or those in FOLDER. usage: bench/lint.sh [FOLDER [ROUNDS]]
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
rounds=${2:-7}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT INT TERM

if [ -n "${1:-}" ]; then
  folder=$1
else
  folder=$made
  python3 - "$here/lint/src/main/resources/awsleuth/lint/habit" "$made" <<'END'
import pathlib, re, sys
pages, made = map(pathlib.Path, sys.argv[1:])
cases = [c for p in sorted(pages.glob("*.md")) for c in re.findall(r"```python\n(.*?)```\n", p.read_text(), re.S)]
lines = number = 0
while lines < 100_000:
    # Files of some 200 lines, as programs have, each with many calls.
    parts = [cases[(number * 7 + i) % len(cases)] for i in range(18)]
    text = "\n".join(p for p in parts)
    (made / f"part_{number:04}.py").write_text(text)
    lines += text.count("\n")
    number += 1
END
fi
find "$folder" -name '*.py' -exec cat {} + | wc -l | sed 's/$/ lines/'
find "$folder" -name '*.py' | wc -l | sed 's/$/ files/'
round=0
while [ "$round" -lt "$rounds" ]; do
  start=$(date +%s%N)
  "$here/awsleuth" lint "$folder" >/dev/null 2>&1 || [ $? -le 2 ]
  echo $((($(date +%s%N) - start) / 1000000))
  round=$((round + 1))
done | sort -n | awk '{ t[NR] = $1 } END { print "median " t[int((NR + 1) / 2)] " ms, best " t[1] " ms" }'
