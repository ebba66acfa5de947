#!/bin/sh
# Compares a program that makes 1,000 calls to a server of this machine by itself and under `awsleuth run`, as medians of runs
# that take turns: the calls alone, by the processor's time and by the clock, as the program measures them, and the whole process.
# usage: bench/run.sh [ROUNDS [CALLS]]
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
rounds=${1:-15}
calls=${2:-1000}
results=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$results"' EXIT INT TERM

cat >"$results/server.py" <<'PYTHON'
import http.server


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16
    disable_nagle_algorithm = True

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(server.server_address[1], flush=True)
server.serve_forever()
PYTHON
cat >"$results/program.py" <<'PYTHON'
import sys
import time

import boto3

keys = {"aws_access_key_id": "AKIAIOSFODNN7EXAMPLE", "aws_secret_access_key": "s"}
sqs = boto3.client("sqs", region_name="eu-west-1", endpoint_url=sys.argv[1], **keys)
sqs.list_queues()
begin, used = time.perf_counter(), time.process_time()
for _ in range(int(sys.argv[2])):
    sqs.list_queues()
print(int((time.process_time() - used) * 1e6), int((time.perf_counter() - begin) * 1e6))
PYTHON

python3 "$results/server.py" >"$results/port" &
server=$!
while [ ! -s "$results/port" ]; do sleep 0.1; done
url=http://127.0.0.1:$(cat "$results/port")

# The interpreter itself, where that on the path is a program that looks for it.
python=$(python3 -c 'import sys; print(sys.executable)')

# Runs the program behind a command and adds its own microseconds and those of the process to a file for each.
measure() {
  to=$1
  shift
  begin=$(date +%s%N)
  "$@" "$python" "$results/program.py" "$url" "$calls" >"$results/said" 2>/dev/null
  end=$(date +%s%N)
  read -r cpu clock <"$results/said"
  echo "$cpu" >>"$results/$to.cpu"
  echo "$clock" >>"$results/$to.calls"
  echo $(((end - begin) / 1000)) >>"$results/$to.whole"
}

median() {
  sort -n "$results/$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] / 1e3 }'
}

report() {
  awk -v plain="$(median "plain.$1")" -v watched="$(median "watched.$1")" -v what="$2" -v bar="$3" 'BEGIN {
    printf "%-28s %8.1f ms   %8.1f ms   %+.1f %%%s\n", what, plain, watched, (watched / plain - 1) * 100, bar
  }'
}

"$here/awsleuth" run -- true 2>/dev/null
i=0
while [ "$i" -lt "$rounds" ]; do
  measure plain env
  measure watched "$here/awsleuth" run --
  i=$((i + 1))
done
printf '%-28s %11s   %11s\n' "" "by itself" "under run"
report cpu "$calls calls, processor" "   (bar 3 %)"
report calls "$calls calls, clock" "   (bar 3 %)"
report whole "the whole process" ""
