#!/usr/bin/env bash
# Formats the volume where it is new, with the administrator's password in it, then serves. The image's own start can
# give a new cluster no user, and so no way in for anybody who must show a password.
set -euo pipefail
settings=/etc/warm-handoff/server.properties
/opt/kafka/bin/kafka-storage.sh format --ignore-formatted --cluster-id "$CLUSTER_ID" --config "$settings" \
  --add-scram "SCRAM-SHA-512=[name=admin,password=$KAFKA_PASSWORD_ADMIN]"
exec java -Xmx512m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Dlog4j2.level=warn \
  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp '/opt/kafka/libs/*' kafka.Kafka "$settings"
