# One image for all services, from the files that `./mvnw package` leaves: docker build -t reportstream .
FROM eclipse-temurin:25-jre

RUN groupadd --system --gid 10001 reportstream \
    && useradd --system --uid 10001 --gid 10001 --home-dir /data --shell /usr/sbin/nologin reportstream \
    && mkdir -p /app /data \
    && chown reportstream:reportstream /data

# Others' code changes rarely; ours is a small layer of its own.
COPY standalone/target/app/lib /app/lib
COPY config/docker/ready /app/ready
COPY standalone/target/app/modules /app/modules

# Class-data sharing: what a first start loads is mapped from then on. There is no broker here, so that run gives up.
RUN java -XX:ArchiveClassesAtExit=/app/classes.jsa -XX:+UseG1GC --enable-native-access=ALL-UNNAMED -cp "/app/modules/*:/app/lib/*" \
        io.reportstream.standalone.Main processor --set kafka.bootstrap.servers=127.0.0.1:1 \
        --set processor.start.timeout.ms=2000 --set processor.state.dir=/tmp/state >/tmp/training.log 2>&1; \
    rm -rf /tmp/state; test -s /app/classes.jsa

USER reportstream
WORKDIR /data
ENV REPORTSTREAM_GATEWAY_HTTP_HOST=0.0.0.0 \
    REPORTSTREAM_PRODUCER_HTTP_HOST=0.0.0.0 \
    REPORTSTREAM_PROCESSOR_HTTP_HOST=0.0.0.0 \
    REPORTSTREAM_SINK_HTTP_HOST=0.0.0.0 \
    REPORTSTREAM_PROCESSOR_STATE_DIR=/data/state \
    HEALTH_PORT=8080
EXPOSE 8080 8081 8082
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 CMD ["/app/ready"]
# Without the log line about native access, which the JDK's own archive was made without.
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/app/classes.jsa", "-Xshare:auto", "-Xlog:cds=off", "-XX:+UseG1GC", \
    "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", \
    "-cp", "/app/modules/*:/app/lib/*", "io.reportstream.standalone.Main"]
CMD ["--help"]
