#!/bin/bash
# Healthy is a primary. The set of one is made at the first look, for nobody else is there to make it.
set -euo pipefail

TIDINGS_PASSWORD=$(</run/secrets/mongo-root-password) mongosh --quiet --eval '
  db.getSiblingDB("admin").auth("root", process.env.TIDINGS_PASSWORD);
  try {
    rs.status();
  } catch (e) {
    rs.initiate({ _id: "tidings", members: [{ _id: 0, host: "mongo:27017" }] });
  }
  quit(db.hello().isWritablePrimary ? 0 : 1);'
