# Production image: the program alone, run by plain Node as an ordinary user. The sandbox stays outside.
FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY bin ./bin
COPY config ./config
COPY commands ./commands
COPY listeners ./listeners
COPY interaction-handlers ./interaction-handlers
COPY src ./src
RUN mkdir -p /app/data && chown node:node /app/data
USER node
VOLUME /app/data
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.OPERATIONS_PORT ?? 9464}/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-proto=delete", "bin/utekontakt.mjs", "start"]
