# What is done once and again without harm: topics and grants, the demonstration's configuration. The launcher's
# own code does it, from the same lists as in the local stack; the build context is deploy/local.
FROM eclipse-temurin:25-jre
COPY launcher/target /app/deploy/local/launcher/target
COPY identity/target /app/deploy/local/identity/target
RUN mkdir /kept && chown 10001:10001 /kept
USER 10001
ENV HANDOFF_PROGRAMS=/app
ENTRYPOINT ["sh", "-c", "exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx96m -jar /app/deploy/local/launcher/target/launcher-*.jar \"$@\"", "launcher"]
