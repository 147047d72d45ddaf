# What the measures share; each of them reads this file. Not a program.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

RUNS=${RUNS:-3}               # of each subject, in turn: A B A B
CALLERS=${CALLERS:-32}        # at the same time
JAVA=${JAVA:-java}            # of the measured processes
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
  export BUILD=no
fi
TEST_CLASSPATH=target/test-classes:target/classes:$(cat target/test-classpath)

rm -rf "$OUT" && mkdir -p "$OUT" "$RESULTS"
: > "$ROWS"
cp -r src/test/resources/demonstration "$OUT/demonstration"
chmod 600 "$OUT"/demonstration/*
trap 'kill $(jobs -p) 2>/dev/null || true; wait' EXIT

pid() { cat "$OUT/$1.pid"; }

# Waits until a URL answers with success, as long as that process lives.
await() {  # name, url
  until curl -sf -o /dev/null "$2"; do
    kill -0 "$(pid "$1")" || { echo "$1 has ended; see $OUT/$1.log" >&2; exit 1; }
    sleep 0.1
  done
}

# The stand-ins; answers are there at once, and our signatures are checked.
start_simulators() {
  java -Xmx1g -Dsimulators.port="$SIMULATORS_PORT" -cp "$TEST_CLASSPATH" io.eidroutes.simulator.Simulators > "$OUT/simulators.log" 2>&1 &
  echo $! > "$OUT/simulators.pid"
  await simulators "$SIMULATORS/smev/control/received"
  smev_settings '{"answerDelayMillis":0,"keepMessages":1000}'
}
smev_settings() { curl -sf -o /dev/null -X POST "$SIMULATORS/smev/control/settings" -H 'Content-Type: application/json' -d "$1"; }

# The address of the H2 file of a name, and the application on it; its management port is the next one.
url() { echo "jdbc:h2:file:./$OUT/$1/store;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64"; }
start_application() {  # name, port, more options …; JVM_OPTIONS: of its JVM
  local name=$1 port=$2; shift 2
  "$JAVA" -Xmx256m -XX:+UseParallelGC ${JVM_OPTIONS:-} -jar "${JAR:-target/eid-routes.jar}" \
    --spring.config.additional-location=file:src/test/resources/demonstration.yaml \
    --eid.demonstration="file:$OUT/demonstration" --eid.aitu.base= \
    --eid.smev.endpoint="$SIMULATORS/smev/ws" --eid.smev.node-id="$name" --eid.broker.acceptor= \
    --server.port="$port" --management.server.port=$((port + 1)) \
    --spring.datasource.url="$(url "$name")" --spring.artemis.embedded.data-directory="$OUT/$name/artemis" \
    --logging.level.root=WARN "$@" > "$OUT/$name.log" 2>&1 &
  echo $! > "$OUT/$name.pid"
  await "$name" "http://127.0.0.1:$((port + 1))/actuator/health/readiness"
}
stop() { kill "$(pid "$1")"; wait "$(pid "$1")" || true; }  # name

# Claims by HTTP, answered: prints claims, per_second, cpu_ms, median_ms, p99_ms.
load() {  # name, port, warm-up claims, claims, callers
  java -XX:+UseSerialGC src/bench/Load.java "http://127.0.0.1:$2/api/v1/claim-permissions" "$REQUEST" "$3" "$4" "${5:-$CALLERS}" "$(pid "$1")"
}

row() { printf '%s\t%s\n' "$1" "$2" | tee -a "$ROWS"; }  # subject, name=value pairs
value() { tr ' ' '\n' <<< "$2" | sed -n "s/^$1=//p"; }   # name, pairs

# Writes the table and the plot of the rows: RESULTS/MEASURE.md and .svg.
report() {  # title, then one argument a column: name=heading; the first is plotted and has the ratio to the first subject
  local title=$1; shift
  java src/bench/Report.java "$ROWS" "$RESULTS/$MEASURE" "$title" "$($JAVA -version 2>&1 | sed -n 1p)" "$@"
}
