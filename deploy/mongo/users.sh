#!/bin/bash
# Runs once, before the first start: each service gets a user of its own, who may use its own database and no other.
set -euo pipefail

for service in ingest curation render notify; do
  TIDINGS_USER=tidings_$service TIDINGS_PASSWORD=$(<"/run/secrets/mongo-$service-password") \
    mongosh --quiet --eval '
      db.getSiblingDB(process.env.TIDINGS_USER).createUser({
        user: process.env.TIDINGS_USER,
        pwd: process.env.TIDINGS_PASSWORD,
        roles: [{ role: "readWrite", db: process.env.TIDINGS_USER }]
      })'
done
