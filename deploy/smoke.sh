#!/usr/bin/env bash
# Tries the whole of docker-compose.yml on this machine, from nothing to nothing: the demo through the public host, each container
# restarted in turn, three notify replicas, everything down and up again. Says what was lost, and takes everything down with its data.
# Needs bash, curl, jq, and the ports of .env.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[ ! -f .env ] || { set -a; . ./.env; set +a; }
export COMPOSE_PROJECT_NAME=tidings-smoke TIDINGS_DOMAIN= # plain HTTP
compose=(docker compose -f docker-compose.yml -f docker-compose.demo.yml)
site=http://localhost:${TIDINGS_HTTP_PORT:-80}
mailbox=http://localhost:${TIDINGS_MAIL_PORT:-8025}
publication=tidings-weekly
# a service that is just coming back is waited for
patient=(--retry 40 --retry-connrefused --retry-delay 1)

say() { echo "$(date +%T) $*"; }
quietly() { # COMMAND...: what it says is shown only where it fails
  local told
  told=$("$@" 2>&1) || { echo "$told"; fail "$*"; }
}
fail() { say "FAILED: $*"; exit 1; }

end() {
  local status=$?
  if ((status)); then
    "${compose[@]}" ps --all
    "${compose[@]}" logs --no-color --tail 30
  fi
  "${compose[@]}" --profile demo down --volumes --remove-orphans >/dev/null 2>&1
  exit "$status"
}
trap end EXIT

api() { # api METHOD PATH [BODY]
  local body=()
  [ $# -lt 3 ] || body=(--data "$3")
  curl -fsS "${patient[@]}" -X "$1" -H "Authorization: Bearer $token" \
    -H 'Content-Type: application/json' "${body[@]}" "$site/api/v1$2"
}

until_true() { # until_true SECONDS WHAT COMMAND...
  local seconds=$1 what=$2 i
  shift 2
  for ((i = 0; i < seconds * 2; i++)); do
    if "$@"; then return 0; fi
    sleep 0.5
  done
  fail "after $seconds s still not: $what"
}

answers() { curl -s -o /dev/null "$site/"; }
mails() { curl -fsS "$mailbox/api/v1/messages?limit=1000" | jq "[.messages[] | select(.To[].Address == \"$1\")] | length"; }
has_mails() { [ "$(mails "$1")" = "$2" ]; }
items() { api GET "/items?publication=$publication&limit=200" | jq '.items | length'; }
state_of() { api GET "/issues/$1" | jq -r .state; }
is_done() { [ "$(state_of "$1")" = DONE ]; }
has_submission() { [ "$(api GET "/submissions?publication=$publication" | jq -r '.submissions[].contact')" = lin@readers.example ]; }
page_hash() { curl -fsS "${patient[@]}" "$site/$publication/zh/$1" | sha256sum; }

subscribe() { # by the public form and the link in the mail
  curl -fsS "${patient[@]}" -o /dev/null --data-urlencode "email=$1" \
    --data "publication=$publication&language=$2" "$site/subscribe"
  until_true 60 "a mail to confirm for $1" has_mails "$1" 1
  local id link
  id=$(curl -fsS "$mailbox/api/v1/messages?limit=1000" | jq -r "[.messages[] | select(.To[].Address == \"$1\")][0].ID")
  link=$(curl -fsS "$mailbox/api/v1/message/$id" | jq -r .Text | grep -o 'http[^ ]*/subscribe/confirm[^ ]*' | head -n 1 | tr -d '\r')
  curl -fsS -o /dev/null -X POST "$site/subscribe/confirm?${link#*\?}"
}

new_issue() { # KEY: the first new item as an issue to all subscribers; prints its id
  local issue ids id item version
  issue=$(curl -fsS "${patient[@]}" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -H "Idempotency-Key: $1" \
    --data "{\"publication\":\"$publication\",\"headline\":{\"zh\":\"$1\",\"en\":\"$1\"}}" "$site/api/v1/issues" | jq -r .id)
  ids=$(api GET "/items?publication=$publication&state=NEW&limit=1" | jq -r '.items[].id')
  for id in $ids; do
    item=$(api POST "/items/$id/shortlist" '{}')
    version=$(jq .version <<<"$item")
    api PATCH "/items/$id" "{\"version\":$version,\"section\":\"articles\",\"texts\":{
      \"zh\":{\"title\":\"$1\",\"comment\":\"$1\"},\"en\":{\"title\":\"$1\",\"comment\":\"$1\"}}}" >/dev/null
    api POST "/issues/$issue/entries" "{\"itemId\":\"$id\",\"section\":\"articles\"}" >/dev/null
  done
  version=$(api GET "/issues/$issue" | jq .version)
  api POST "/issues/$issue/approve" "{\"version\":$version,\"announce\":{\"mode\":\"SUBSCRIBERS\",\"channels\":[]}}" >/dev/null
  echo "$issue"
}

./tidings init >/dev/null
token=$(cat secrets/api-token)

say "building and starting"
"${compose[@]}" --profile demo build --quiet
quietly "${compose[@]}" up -d --wait
say "the demo, through $site"
quietly "${compose[@]}" run --rm -T --use-aliases demo
all=$(items)
((all > 30)) || fail "only $all items after the demo"
first=$(api GET "/issues?publication=$publication" | jq -r '.issues[0].id')
for reader in lin kim; do has_mails $reader@readers.example 2 || fail "$reader has $(mails $reader@readers.example) mails, not 2"; done

say "a reader submits a link by the public form"
known=$(api GET "/items?publication=$publication&limit=1" | jq -r '.items[0].url')
receipt=$(curl -fsS -o /dev/null -w '%{redirect_url}' --data-urlencode "url=$known" --data "name=Lin&contact=lin@readers.example" \
  "$site/submit/$publication?lang=en")
curl -fsS -o /dev/null "$receipt" || fail "there is no receipt at “$receipt”"
has_submission || fail "editors do not see the submission"
[ "$(items)" = "$all" ] || fail "$(items) items after a link that is known was submitted, not $all"

number=1
for container in kafka mongo ingest curation render notify proxy; do
  say "restarting $container, and then an issue from approval to mails"
  quietly "${compose[@]}" restart "$container"
  until_true 30 "the public host answers" answers # Docker takes connections before the proxy does, and resets them
  issue=$(new_issue "after-$container")
  until_true 180 "the issue after $container is DONE" is_done "$issue"
  number=$((number + 1))
  for reader in lin kim; do
    has_mails $reader@readers.example $((number + 1)) ||
      fail "$reader has $(mails $reader@readers.example) mails after $number issues, not $((number + 1))"
  done
  [ "$(items)" = "$all" ] || fail "$(items) items after the restart of $container, not $all"
done

say "three notify replicas, 12 more readers, an issue"
quietly "${compose[@]}" up -d --no-recreate --scale notify=3 --wait
for i in $(seq 12); do subscribe "reader$i@readers.example" "$([ $((i % 2)) = 0 ] && echo zh || echo en)"; done
issue=$(new_issue scaled)
until_true 180 "the issue of three replicas is DONE" is_done "$issue"
number=$((number + 1))
for i in $(seq 12); do has_mails "reader$i@readers.example" 2 || fail "reader$i has $(mails "reader$i@readers.example") mails, not 2"; done
has_mails lin@readers.example $((number + 1)) || fail "lin has $(mails lin@readers.example) mails, not $((number + 1))"

for service in ingest curation render; do
  say "two replicas of $service, and an issue"
  quietly "${compose[@]}" up -d --no-recreate --scale notify=3 --scale "$service=2" --wait
  issue=$(new_issue "two-$service")
  until_true 180 "the issue of two $service is DONE" is_done "$issue"
  number=$((number + 1))
  has_mails lin@readers.example $((number + 1)) || fail "lin has $(mails lin@readers.example) mails, not $((number + 1))"
done

say "everything down and up again"
page=$(page_hash "$number")
readers=$(api GET "/subscribers/count?publication=$publication")
sent=$(curl -fsS "$mailbox/api/v1/messages?limit=1000" | jq '.messages | length')
quietly "${compose[@]}" down
quietly "${compose[@]}" up -d --wait
[ "$(items)" = "$all" ] || fail "$(items) items after all, not $all"
[ "$(state_of "$first")" = DONE ] || fail "the first issue is $(state_of "$first")"
[ "$(api GET "/subscribers/count?publication=$publication")" = "$readers" ] || fail "readers are lost"
[ "$(page_hash "$number")" = "$page" ] || fail "the page of the last issue is another"
curl -fsS -o /dev/null "$receipt" || fail "the receipt of the submission is gone"
has_submission || fail "the submission is gone"
say "one more issue"
issue=$(new_issue after-all)
until_true 180 "the last issue is DONE" is_done "$issue"
has_mails lin@readers.example 1 || fail "lin has $(mails lin@readers.example) mails since everything was down, not 1"

say "OK: $((number + 1)) issues, $sent mails before everything went down; nothing lost, nothing sent twice"
