#!/bin/bash
# A replica set with authentication wants a key file that nobody else may read; secrets are mounted readable, so it is copied.
set -euo pipefail

install -m 400 /run/secrets/mongo-key /tmp/mongo-key
# zlib is not offered: its decompression leaked memory to anybody (CVE-2025-14847)
exec docker-entrypoint.sh mongod --bind_ip_all --replSet tidings --keyFile /tmp/mongo-key \
  --networkMessageCompressors snappy,zstd --wiredTigerCacheSizeGB "${TIDINGS_MONGO_CACHE_GB:-0.5}"
