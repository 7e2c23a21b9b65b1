# One of the four services; the build context is its target/quarkus-app, made by ./handoff build.
FROM eclipse-temurin:25-jre
COPY . /app
USER 10001
ENV JAVA_OPTS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar /app/quarkus-run.jar"]
