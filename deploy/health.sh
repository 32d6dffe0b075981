#!/bin/bash
# health PORT PATH: whether the service on that port of this container answers 200 there. Its image has no HTTP client, and needs none.
set -euo pipefail

exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
read -r _ status _ <&3
[ "$status" = 200 ] || { echo "$2 answers $status"; exit 1; }
