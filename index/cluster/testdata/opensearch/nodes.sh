#!/usr/bin/env bash
# Nodes of OpenSearch on loopback, out of Maven Central's artefacts: Java (17 or later) and Maven are needed.
#   nodes.sh fetch DIR                  fetches and compiles what a node is made of into DIR, once
#   nodes.sh run DIR HOME I N PORT      runs node I of N (from 1) in the foreground, its data in HOME: HTTP on
#                                       PORT+I-1, the nodes' own protocol on PORT+N+I-1
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
case "${1:-}" in
fetch)
  mkdir -p "$2"
  exec 9>"$2/lock"
  flock 9 # others may want the same
  if [ ! -e "$2/classes/TestNode.class" ]; then
    mvn -q -B -ntp -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$2/lib"
    javac -cp "$2/lib/*" -d "$2/classes" "$here/TestNode.java"
  fi
  ;;
run)
  dir=$2 home=$3 i=$4 n=$5 port=$6
  names=() seeds=()
  for k in $(seq "$n"); do
    names+=("n$k")
    seeds+=("127.0.0.1:$((port + n + k - 1))")
  done
  list() { local IFS=,; echo "[$*]"; }
  mkdir -p "$home/n$i"
  exec java -Xms192m -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MaxDirectMemorySize=64m -Xss512k \
    -Dlog4j2.disable.jmx=true -Dlog4j.shutdownHookEnabled=false -Dio.netty.allocator.type=unpooled \
    -cp "$dir/classes:$dir/lib/*" TestNode \
    path.home="$home/n$i" node.name="n$i" cluster.name="test-$port" network.host=127.0.0.1 node.processors=2 \
    http.port=$((port + i - 1)) transport.port=$((port + n + i - 1)) \
    discovery.seed_hosts="$(list "${seeds[@]}")" cluster.initial_cluster_manager_nodes="$(list "${names[@]}")" \
    cluster.routing.allocation.disk.threshold_enabled=false
  ;;
*)
  sed -n 2,5p "$0"
  exit 2
  ;;
esac
