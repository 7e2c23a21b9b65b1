# The front door, the same jar as in the local stack; the build context is its module's folder.
FROM eclipse-temurin:25-jre
COPY target /app
USER 10001
ENTRYPOINT ["sh", "-c", "exec java -XX:+UseSerialGC -jar /app/frontdoor-*.jar"]
