# What the measures share; each of them reads this file. Not a program.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

RUNS=${RUNS:-3}               # of each subject, in turn: A B A B
CALLERS=${CALLERS:-32}        # at the same time
JAVA=${JAVA:-java}            # of the measured processes
PORT=${PORT:-18080}           # of the first measured process; others stand some hundreds above it
SIMULATORS_PORT=${SIMULATORS_PORT:-19080}
SIMULATORS=http://127.0.0.1:$SIMULATORS_PORT
REQUEST=src/test/resources/claim-permissions.json
RESULTS=${RESULTS:-src/bench/results}

MEASURE=$(basename "$0")
OUT=target/bench/$MEASURE     # data, logs and figures of one measure
ROWS=$OUT/rows                # one line a run: subject, tab, name=value pairs

# The jar and the classes of the tests, whose simulators answer; once for all measures of a run.
if [ "${BUILD:-yes}" = yes ]; then
  mvn -q -B -ntp ${MAVEN_OPTIONS:-} -DskipTests package dependency:build-classpath \
    -Dmdep.outputFile=target/test-classpath -Dmdep.includeScope=test
  mvn -q -B -ntp ${MAVEN_OPTIONS:-} -f src/bench/spring/pom.xml dependency:build-classpath \
    -Dmdep.outputFile="$PWD/target/spring-classpath"
  export BUILD=no
fi
TEST_CLASSPATH=target/test-classes:target/classes:$(cat target/test-classpath)

rm -rf "$OUT" && mkdir -p "$OUT/bench" "$RESULTS"
javac -proc:none -d "$OUT/bench" -cp "$TEST_CLASSPATH" src/bench/*.java
: > "$ROWS"
cp -r src/test/resources/demonstration "$OUT/demonstration"
chmod 600 "$OUT"/demonstration/*
trap 'kill $(jobs -p) 2>/dev/null || true; wait' EXIT

# A measured JVM; it takes the place of the shell that calls it.
jvm() { exec "$JAVA" -Xmx256m -XX:+UseParallelGC "$@"; }
# Starts something that goes on, with its log and its process id.
launch() {  # name, command …
  local name=$1; shift
  "$@" > "$OUT/$name.log" 2>&1 &
  echo $! > "$OUT/$name.pid"
}
# One of the programs beside this file.
bench() { java -XX:+UseSerialGC -cp "$OUT/bench:$TEST_CLASSPATH" "$@"; }  # class, arguments …

pid() { cat "$OUT/$1.pid"; }

# Waits until a URL answers with success, as long as that process lives.
await() {  # name, url
  until curl -sf -o /dev/null "$2"; do alive "$1"; sleep 0.1; done
}
alive() { kill -0 "$(pid "$1")" || { echo "$1 has ended; see $OUT/$1.log" >&2; exit 1; }; }  # name

# The stand-ins; answers are there at once, and our signatures are checked.
start_simulators() {
  ! (: < "/dev/tcp/127.0.0.1/$SIMULATORS_PORT") 2> /dev/null || { echo "port $SIMULATORS_PORT is taken" >&2; exit 1; }
  launch simulators java -Xmx1g -Dsimulators.port="$SIMULATORS_PORT" -cp "$TEST_CLASSPATH" io.eidroutes.simulator.Simulators
  await simulators "$SIMULATORS/smev/control/received"
  smev_settings '{"answerDelayMillis":0,"keepMessages":1000}'
}
smev_settings() { curl -sf -o /dev/null -X POST "$SIMULATORS/smev/control/settings" -H 'Content-Type: application/json' -d "$1"; }

# The address of the H2 file of a name, and the application on it; its management port is the next one.
url() { echo "jdbc:h2:file:./$OUT/$1/store;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64"; }
# JVM_OPTIONS: of its JVM; AITU: URL of Aitu Passport, else identification is off; STORE: URL of another store.
application() {  # name, port, more options …; in place of the shell that calls it
  local name=$1 port=$2; shift 2
  jvm ${JVM_OPTIONS:-} -jar "${JAR:-target/eid-routes.jar}" \
    --spring.config.additional-location=file:src/test/resources/demonstration.yaml \
    --eid.demonstration="file:$OUT/demonstration" --eid.aitu.base="${AITU:-}" \
    --eid.smev.endpoint="$SIMULATORS/smev/ws" --eid.smev.node-id="$name" --eid.broker.acceptor="${ACCEPTOR:-}" \
    --server.port="$port" --management.server.port=$((port + 1)) \
    --spring.datasource.url="${STORE:-$(url "$name")}" --spring.artemis.embedded.data-directory="$OUT/$name/artemis" \
    --logging.level.root=WARN "$@"
}
start_application() {  # as application
  launch "$1" application "$@"
  await "$1" "http://127.0.0.1:$(($2 + 1))/actuator/health/readiness"
}
# With everything that the demonstration has.
start_whole() { AITU=$SIMULATORS/aitu start_application "$@" --eid.aitu.issuer="$SIMULATORS/aitu" --eid.coid.base="$SIMULATORS/coid"; }

# An application of src/bench/spring, with a JVM like that of ours; it stands when it answers anything at all.
start_spring() {  # name, port, class, more options …
  local name=$1 port=$2 class=$3; shift 3
  mkdir -p "$OUT/classes"
  cp -r src/main/resources/schemas "$OUT/classes"
  javac -parameters -proc:none -d "$OUT/classes" -cp "$(cat target/spring-classpath)" "src/bench/spring/$class.java"
  launch "$name" jvm -cp "$OUT/classes:$(cat target/spring-classpath)" "bench.$class" \
    --spring.config.location="file:src/bench/spring/${class,,}.yaml" --server.port="$port" \
    --spring.datasource.url="${STORE:-$(url "$name")}" "$@"
  until curl -s -o /dev/null "http://127.0.0.1:$port/"; do alive "$name"; sleep 0.1; done
}
# An application of the same libraries with nothing of ours: our jar, another class in place of our classes.
empty_jar() {  # prints its name
  local folder=$OUT/empty-jar
  mkdir "$folder"
  (cd "$folder" && jar -xf "$OLDPWD/target/eid-routes.jar")
  rm -r "$folder/BOOT-INF/classes" "$folder/META-INF/spring.factories"
  javac -proc:none -d "$folder/BOOT-INF/classes" -cp "$folder/BOOT-INF/lib/*" src/bench/spring/Empty.java
  sed -i 's/^Start-Class: [^\r]*/Start-Class: bench.Empty/' "$folder/META-INF/MANIFEST.MF"
  mv "$folder/META-INF/MANIFEST.MF" "$OUT/empty.mf"
  jar -c -0 -f "$OUT/empty.jar" -m "$OUT/empty.mf" -C "$folder" .
  echo "$OUT/empty.jar"
}
start_empty() {  # name, port, jar
  launch "$1" jvm -jar "$3" --spring.config.location=file:src/bench/spring/empty.yaml \
    --server.port="$2" --management.server.port=$(($2 + 1)) \
    --spring.datasource.url="$(url "$1")" --spring.artemis.embedded.data-directory="$OUT/$1/artemis"
  await "$1" "http://127.0.0.1:$(($2 + 1))/actuator/health/readiness"
}
# Starts something and sets STARTED to start_ms (until it is ready, which is asked ten times a second), cpu_s (used until
# then) and, after a rest, rss_mb.
started() {  # name, then what starts it …
  local name=$1 began ready cpu; shift
  began=$(date +%s%N)
  "$@"
  ready=$(date +%s%N)
  cpu=$(cpu_ms "$name")
  sleep "${REST:-10}"
  STARTED=$(awk -v ms=$(((ready - began) / 1000000)) -v cpu="$cpu" -v rss="$(rss_mb "$name")" \
    'BEGIN { printf "start_ms=%d cpu_s=%.2f rss_mb=%d\n", ms, cpu / 1000, rss }')
}
stop() { kill "$(pid "$1")"; wait "$(pid "$1")" || true; }  # name

# The plain program of Plain.java.
start_plain() {  # name, port, GOST provider
  launch "$1" jvm -Dsun.net.httpserver.nodelay=true -cp "$OUT/bench:$TEST_CLASSPATH" Plain \
    "$2" "$SIMULATORS/smev/ws" routes "$OUT/demonstration" "$3" 0 1000
  await "$1" "http://127.0.0.1:$2/ready"
}

# Any POST of JSON, as Calls.java says: prints calls, per_second, cpu_ms, median_ms, p99_ms.
calls() {  # names, urls, credentials, what to prefer, body file, status and text that are expected, warm-up calls, calls, callers
  local pids=() name
  for name in ${1//,/ }; do pids+=("$(pid "$name")"); done
  bench Calls "$2" "$3" "$4" "$5" "$6" "$7" "$8" "$9" "${10:-$CALLERS}" "$(IFS=,; echo "${pids[*]}")"
}
# Claims, answered.
claims() {  # names, urls, warm-up claims, claims, callers
  calls "$1" "$2" demo:demo wait=60 "${CLAIM:-$REQUEST}" 200 SUCCEEDED "$3" "$4" "${5:-$CALLERS}"
}
load() { claims "$1" "$(door "$2")" "${@:3}"; }  # name, port, warm-up claims, claims, callers
door() { echo "http://127.0.0.1:$1/api/v1/claim-permissions"; }  # port

# What a process used so far and holds now: CPU in ms (user and system), resident memory in MB, heap in MB after a collection.
cpu_ms() { sed 's/.*) //' "/proc/$(pid "$1")/stat" | awk '{ print ($12 + $13) * 10 }'; }
rss_mb() { awk '/^VmRSS/ { printf "%.0f\n", $2 / 1024 }' "/proc/$(pid "$1")/status"; }
heap_mb() { "${JAVA%java}jcmd" "$(pid "$1")" GC.run > /dev/null; "${JAVA%java}jstat" -gc "$(pid "$1")" | awk '
  NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
  NR == 2 { printf "%.0f\n", ($at["S0U"] + $at["S1U"] + $at["EU"] + $at["OU"]) / 1024 }'; }

row() { printf '%s\t%s\n' "$1" "$2" | tee -a "$ROWS"; }  # subject, name=value pairs
value() { tr ' ' '\n' <<< "$2" | sed -n "s/^$1=//p"; }   # name, pairs

# Writes the table and the plot of the rows: RESULTS/MEASURE.md and .svg.
report() {  # title, then one argument a column: name=heading; the first is plotted and has the ratio to the first subject
  local title=$1; shift
  bench Report "$ROWS" "$RESULTS/$MEASURE" "$title" "$($JAVA -version 2>&1 | sed -n 1p)" "$@"
}

# PostgreSQL for as long as the measure runs; its URL is in DATABASE.
start_database() {
  local port=$((PORT + 400))
  launch database jvm -cp "$OUT/bench:$TEST_CLASSPATH" Database "$port"
  until (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do alive database; sleep 0.2; done
  DATABASE=jdbc:postgresql://127.0.0.1:$port/postgres
}
