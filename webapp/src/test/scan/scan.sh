#!/usr/bin/env bash
# Asks a running demo what wapiti and sqlmap (Debian packages) can find wrong with it.
#
#   webapp/src/test/scan/scan.sh URL FILE [REPORTS]
#
# URL      the demo's address, on this machine: nothing else may be scanned
# FILE     its demo.json, which names a client's administrator and a key
# REPORTS  a folder for what they say; target/scan when not given
#
# MINUTES (10) bounds each of the two. Exit code 0: nothing found; 1: something was, or a tool failed;
# 2: it can't be meant.
set -euo pipefail

fail() {
  echo "scan: $2" >&2
  exit "$1"
}

[ $# -ge 2 ] || fail 2 "usage: $0 URL FILE [REPORTS]"
url=${1%/}
file=$2
reports=${3:-target/scan}
minutes=${MINUTES:-10}
[[ $url =~ ^http://(127\.0\.0\.1|localhost|\[::1\])(:[0-9]+)?(/[A-Za-z0-9/_-]*)?$ ]] ||
  fail 2 "$url is not on this machine"
[ -r "$file" ] || fail 2 "there is no $file"
for tool in wapiti sqlmap curl python3; do
  command -v "$tool" > /dev/null || fail 2 "$tool is missing"
done
mkdir -p "$reports"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Of the administrator that the file names first: who may most shows most.
account() {
  python3 - "$file" "$1" << 'PYTHON'
import json, sys
demo = json.load(open(sys.argv[1]))
admin = next(a for a in demo["accounts"] if a["role"] == "client-admin")
key = next(k for k in demo["apiKeys"] if k["client"] == admin["client"])
battery = next(b for b in demo["batteries"] if b["client"] == admin["client"])
print({"email": admin["email"], "password": admin["password"], "client": admin["client"],
       "key": key["key"], "battery": battery["id"], "code": battery["code"]}[sys.argv[2]])
PYTHON
}

client=$(account client)

# Signs in anew, with cookies in the file that is given; says what the client's first page answers.
sign_in() {
  local form email password
  form=$(curl -s -c "$1" "$url/login" | sed -n 's/.*name="csrf" value="\([^"]*\)".*/\1/p' | head -1)
  email=$(account email)
  password=$(account password)
  # A password on a command line would be seen by all of this machine.
  email=$email password=$password csrf=$form python3 -c '
import os, urllib.parse
names = ("email", "password", "csrf")
print(urllib.parse.urlencode({n: os.environ[n] for n in names if os.environ[n]}), end="")' > "$work/form"
  curl -s -o /dev/null -b "$1" -c "$1" -H "Origin: $url" --data "@$work/form" "$url/login"
  curl -s -o /dev/null -w '%{http_code}' -b "$1" "$url/c/$client"
}

status=$(sign_in "$work/jar")
[ "$status" = 200 ] || fail 1 "could not sign in: /c/$client answers $status"
cookie=$(awk '!/^# / && NF == 7 {printf "%s%s=%s", sep, $6, $7; sep = "; "}' "$work/jar")

found=0

# sqlmap goes first: what wapiti sends of forms changes what this account may see.
echo "scan: sqlmap, at most $minutes min"
battery=$(account battery)
cat > "$work/targets" << TARGETS
$url/c/$client/batteries?q=1&type=1&place=1&status=1&sort=code&page=1
$url/api/v1/batteries?client=$client&q=1&sort=code&page=1&size=5
$url/api/v1/batteries/$battery*/latest?client=$client
$url/api/v1/batteries/$battery/history?client=$client&metrics=soc&from=1&to=2&resolution=auto&maxPoints=10
$url/api/v1/live?client=$client&since=1&batteries=$battery
$url/s/aaaaaaaaaaaa_aaaa*
TARGETS
: > "$reports/sqlmap.log"
each=$((minutes * 60 / $(wc -l < "$work/targets")))
while read -r target; do
  echo "== ${target#"$url"}" >> "$reports/sqlmap.log"
  TERM=dumb timeout "$each" sqlmap -u "$target" --cookie "$cookie" --batch --level 1 --risk 1 --threads 2 --timeout 20 \
    --disable-coloring --flush-session --output-dir "$work/sqlmap" --ignore-code 401,404 \
    < /dev/null >> "$reports/sqlmap.log" 2>&1 || [ $? = 124 ] || fail 1 "sqlmap failed: see $reports/sqlmap.log"
done < "$work/targets"
echo "== sign-in" >> "$reports/sqlmap.log"
TERM=dumb timeout "$each" sqlmap -u "$url/api/v1/auth/login" --data '{"email":"a*","password":"b*"}' --method POST \
  -H 'Content-Type: application/json' --batch --level 1 --risk 1 --timeout 20 --disable-coloring \
  --flush-session --output-dir "$work/sqlmap" --ignore-code 400,401,429 \
  < /dev/null >> "$reports/sqlmap.log" 2>&1 || [ $? = 124 ] || fail 1 "sqlmap failed: see $reports/sqlmap.log"
# Where it was slowed down, it saw nothing; signing in slows down by itself, after ten failures.
if sed '/^== sign-in/,$d' "$reports/sqlmap.log" | grep -nE "429 \(Too Many Requests\)"; then
  fail 1 "start the demo with TBMS_RATE_ACCOUNT=100000 and TBMS_RATE_ADDRESS=100000: sqlmap was slowed down"
fi
# It guesses a number of columns before it tries them: that line alone, without quotes, is no finding.
if grep -nE "is vulnerable|identified the following injection|(is|appears to be) '.*' injectable" "$reports/sqlmap.log"; then
  found=1
else
  echo "scan: sqlmap asked $(grep -c '^== ' "$reports/sqlmap.log") addresses; nothing found"
fi

echo "scan: wapiti, at most $minutes min"
# Gives wapiti the cookies of a sign-in.
cookies() {
  python3 - "$1" "$work/cookies.json" "$url" << 'PYTHON'
import json, sys, urllib.parse
host = urllib.parse.urlsplit(sys.argv[3]).hostname
jar = {}
for line in open(sys.argv[1]):
    parts = line.rstrip("\n").removeprefix("#HttpOnly_").split("\t")
    if len(parts) == 7:
        jar.setdefault(parts[2], {})[parts[5]] = {
            "value": parts[6], "expires": None, "secure": False, "port": None, "version": 0}
json.dump({"." + host if "." not in host else host: jar}, open(sys.argv[2], "w"))
PYTHON
}
cookies "$work/jar"
# Debian 12's wapiti can't leave out an address with its Python 3.11 (it puts a flag where none may be
# any more); without that it would sign itself out.
cat > "$work/wapiti" << 'PYTHON'
import fnmatch, re, runpy, sys
import wapitiCore.net.crawler as crawler
crawler.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern))
sys.argv[0] = "wapiti"
runpy.run_path("/usr/bin/wapiti", run_name="__main__")
PYTHON
# Asks from the addresses on that are given last; what it says goes to a report of that name.
ask() {
  local report=$1 scan=$2 attack=$3
  shift 3
  timeout $((minutes * 60 + 120)) /usr/bin/python3 "$work/wapiti" -c "$work/cookies.json" -x "$url/logout" \
    -x "$url/static/*" -x "$url/account/sessions/*" -H "Origin: $url" --flush-session --max-scan-time "$scan" \
    --max-attack-time "$attack" --store-session "$work/session" --no-bugreport -v 1 \
    -m "backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,http_headers,permanentxss,redirect,sql,xss,methods" \
    -f json -o "$reports/$report.json" "$@" > "$reports/$report.log" 2>&1 ||
    fail 1 "wapiti failed: see $reports/$report.log"
}

# It fills in what it finds: once it had asked for everybody's second factor, it would see no page any more.
ask wapiti $((minutes * 30)) $((minutes * 4)) -u "$url/c/$client" -s "$url/login" \
  -s "$url/api/v1/batteries?client=$client" --scope domain -d 4 -x "$url/c/$client/admin/settings/second-factor"
status=$(sign_in "$work/jar2")
[ "$status" = 200 ] || fail 1 "wapiti shut itself out: /c/$client answers $status"
cookies "$work/jar2"
ask wapiti-settings 60 $((minutes * 2)) -u "$url/c/$client/admin/settings/" -s "$url/c/$client/admin/settings" \
  --scope folder -d 2
grep -q "POST $url/c/$client/admin/settings/second-factor" "$reports/wapiti-settings.log" ||
  fail 1 "wapiti did not find the form of the second factor: see $reports/wapiti-settings.log"
python3 - "$reports/wapiti.json" "$reports/wapiti-settings.json" << 'PYTHON' || found=1
import json, re, sys
reports = [json.load(open(path)) for path in sys.argv[1:]]
wrong = 0
for report, kind in ((r, k) for r in reports for k in ("vulnerabilities", "anomalies")):
    for name, cases in report[kind].items():
        for case in cases:
            # Over plain HTTP, as on this machine, no cookie can be Secure and no HSTS be sent.
            if "Secure flag is not set" in case["info"] or "Strict-Transport-Security" in case["info"]:
                continue
            # It wants 1, which old browsers could be tricked by; OWASP says 0, and 0 is sent.
            if "X-XSS-Protection is not set" in case["info"]:
                continue
            wrong += 1
            print(f"scan: wapiti: {name}: {case['info']} ({case['method']} {case['path']})")
asked = {re.sub(r" \(\d+\)$", "", line.rstrip()) for path in sys.argv[1:]
         for line in open(path.replace(".json", ".log")) if line.startswith(("[+] GET", "[+] POST"))}
print(f"scan: wapiti filled in and asked {len(asked)} addresses; {wrong} found")
sys.exit(1 if wrong else 0)
PYTHON
exit "$found"
