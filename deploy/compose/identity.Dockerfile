# Keycloak, built once for how it is used here, so that each start is shorter and decides nothing anew.
FROM quay.io/keycloak/keycloak:26.7.3
RUN /opt/keycloak/bin/kc.sh build --db=postgres --health-enabled=true --http-relative-path=/identity
CMD ["start", "--optimized", "--import-realm"]
