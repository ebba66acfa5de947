#!/bin/sh
# Times `awsleuth policy diff --batch`, pair by pair, on the largest policies that AWS manages, as the moto of the python on the PATH
# has them: each beside the next one in size, and beside itself without the last of its actions. usage: bench/policy-diff.sh [PAIRS]
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
python3 - "$here/awsleuth" "${1:-40}" <<'END'
import copy, json, os, statistics, subprocess, sys, time
from moto.iam.aws_managed_policies import aws_managed_policies_data as text

documents = {name: policy["Document"] for name, policy in json.loads(text).items()}
names = sorted(documents, key=lambda name: -len(json.dumps(documents[name])))[: int(sys.argv[2]) // 2 + 1]

def shortened(document):
    changed = copy.deepcopy(document)
    statements = changed["Statement"] if isinstance(changed["Statement"], list) else [changed["Statement"]]
    longest = max(statements, key=lambda s: len(json.dumps(s)))
    key = "Action" if "Action" in longest else "NotAction"
    longest[key] = longest[key][:-1] if isinstance(longest[key], list) and len(longest[key]) > 1 else "s3:GetObject"
    return changed

pairs = []
for one, other in zip(names, names[1:]):
    pairs.append((one + " and " + other, documents[one], documents[other]))
    pairs.append((one + " with one action less", documents[one], shortened(documents[one])))
process = subprocess.Popen(
    [sys.argv[1], "policy", "diff", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

def processor():
    """Seconds of the processor, compilers and collectors included; 0 where the system does not tell."""
    try:
        fields = open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return 0

def ask(pair):
    start, worked = time.monotonic(), processor()
    process.stdin.write(json.dumps({"name": pair[0], "type": "identity", "old": pair[1], "new": pair[2]}) + "\n")
    process.stdin.flush()
    answer = json.loads(process.stdout.readline())
    return time.monotonic() - start, processor() - worked, answer

first, first_worked, _ = ask(pairs[0])
found = [(ask(pair), pair) for pair in pairs]
seconds = sorted(s for (s, _, _), _ in found)
worked = sorted(w for (_, w, _), _ in found)
size = [len(json.dumps(documents[name])) for name in names]
print(f"{len(pairs)} pairs of policies of {min(size):,} to {max(size):,} bytes")
print(f"by the clock: first of the process {first:.2f} s, then median {statistics.median(seconds):.2f} s, most {seconds[-1]:.2f} s")
print(f"CPU:          first of the process {first_worked:.2f} s, then median {statistics.median(worked):.2f} s, most {worked[-1]:.2f} s")
for (s, w, answer), pair in sorted(found, key=lambda f: -f[0][1])[:5]:
    differences, undecided = len(answer["differences"]), len(answer["undecided"])
    print(f"  {s:6.2f} s  CPU {w:5.2f} s  {differences:5} differences, {undecided} undecided: {pair[0]}")
END
