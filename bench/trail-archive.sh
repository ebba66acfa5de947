#!/bin/bash
# Reads an archive that was kept aside: bench/trail-archive.sh PATH. Says whether all its events are read, by counting them with
# jq too, which groups of failures it has with their causes, which incidents, and what could not be read. Nothing is written.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
archive=${1:?an archive: a file or folder of events of CloudTrail}
awsleuth=${AWSLEUTH:-$here/awsleuth}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
command -v jq >/dev/null || { echo "trail-archive: no jq found; install it (Debian: apt-get install jq) and start again" >&2; exit 3; }

failures() { "$awsleuth" trail failures --top 1000 "$@" "$archive" || [ $? -le 2 ]; }
failures --format json >"$work/json"
echo "failed calls, groups, by cause:"
jq -r '[.groups[] | {id: (if .cause.id == "" then "no cause named" else .cause.id end), certainty: .cause.certainty, count}]
  | group_by(.id + .certainty)[] | "\(map(.count) | add)\t\(length)\t\(.[0].certainty)\t\(.[0].id)"' "$work/json" | sort -rn
echo "failed calls by code:"
jq -r '[.groups[] | {code, count}] | group_by(.code)[] | "\(map(.count) | add)\t\(.[0].code)"' "$work/json" | sort -rn
echo "incidents:"
"$awsleuth" trail incident "$archive" 2>/dev/null || [ $? -le 2 ]
echo "what could not be read: $(jq -r '.read.damaged' "$work/json")"
jq -r '.read.damages[] | "  \(.file): \(.what)"' "$work/json"

records() {
  find "$archive" -type f \( -name '*.json' -o -name '*.json.gz' \) -print0 |
    while IFS= read -r -d '' file; do
      case $file in *.gz) gzip -dc "$file" ;; *) cat "$file" ;; esac | jq -r 'select(type == "object" and has("Records")) | .Records | length'
    done | awk '{ n += $1 } END { print n + 0 }'
}
counted=$(records)
read_events=$(jq -r '.read.events' "$work/json")
echo "events: $read_events read, $counted counted by jq in files with Records"
[ "$read_events" -ge "$counted" ] || { echo "trail-archive: events are lost" >&2; exit 1; }
