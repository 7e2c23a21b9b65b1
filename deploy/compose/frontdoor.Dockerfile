# The front door, the same jar as in the local stack; the build context is its module's target folder.
FROM eclipse-temurin:25-jre
COPY lib /app/lib
COPY frontdoor-*.jar /app/
USER 10001
ENTRYPOINT ["sh", "-c", "exec java -XX:+UseSerialGC -Xmx96m -XX:+ExitOnOutOfMemoryError -jar /app/frontdoor-*.jar"]
