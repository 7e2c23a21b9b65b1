# One of the four services; the build context is the service's own folder, built beforehand.
FROM eclipse-temurin:25-jre
COPY target/quarkus-app /app
USER 10001
ENV JAVA_OPTS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60"
ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar /app/quarkus-run.jar"]
